use crate::named_enum;

named_enum! {
    /// 案件状态 / How far a case has come
    State as "CaseState" {
        Reported = "reported", "已登记，待受理", "reported";
        /// Facts are established; the opinion is due.
        InAssessment = "in_assessment", "审查核实", "in assessment";
        IntendedConfirmation = "intended_confirmation", "拟确认", "intended confirmation";
        InPublication = "in_publication", "公示", "in publication";
        Confirmed = "confirmed", "已确认", "confirmed";
        IntendedRefusal = "intended_refusal", "拟不予确认", "intended refusal";
        Refused = "refused", "不予确认", "refused";
        InReconfirmation = "in_reconfirmation", "复核", "in reconfirmation";
        /// Refused a second time: closed in this procedure.
        RefusedFinally = "refused_finally", "复核维持不予确认", "refused finally";
        Suspended = "suspended", "中止", "suspended";
        Transferred = "transferred", "移送", "transferred";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// Done outside the city and confirmed there: it goes on as a recognition.
        Redirected = "redirected", "转入市域外认定", "taken over as an out-of-city recognition";
        /// It went to a body that does not work with this service.
        HandedOver = "handed_over", "已移送市外单位", "handed over to an outside body";
        /// The party was told that the confirmation is to be revoked.
        IntendedRevocation = "intended_revocation", "拟撤销", "intended revocation";
        Revoked = "revoked", "已撤销", "revoked";
    }
}
