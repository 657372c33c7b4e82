use crate::policy::named_enum;

named_enum! {
    /// How far the case of one actor has come.
    State {
        /// Taken in, and not yet looked at.
        Reported = "reported", "已登记，待受理", "reported";
        /// Facts are established; the opinion is due.
        InAssessment = "in_assessment", "审查核实", "in assessment";
        /// The body intends to confirm.
        IntendedConfirmation = "intended_confirmation", "拟确认", "intended confirmation";
        /// The public notice stands, or has stood and awaits the decision.
        InPublication = "in_publication", "公示", "in publication";
        /// Confirmed, with a certificate.
        Confirmed = "confirmed", "已确认", "confirmed";
        /// The body intends to refuse, and hears the party first.
        IntendedRefusal = "intended_refusal", "拟不予确认", "intended refusal";
        /// Refused in writing.
        Refused = "refused", "不予确认", "refused";
        /// The next level looks at a refusal.
        InReconfirmation = "in_reconfirmation", "复核", "in reconfirmation";
        /// Refused a second time: closed in this procedure.
        RefusedFinally = "refused_finally", "复核维持不予确认", "refused finally";
        /// Waiting for another body's finding.
        Suspended = "suspended", "中止", "suspended";
        /// On its way to another body.
        Transferred = "transferred", "移送", "transferred";
        /// Withdrawn by whoever filed it.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// A confirmation that was taken back.
        Revoked = "revoked", "已撤销", "revoked";
    }
}
