use crate::named_enum;

/// Lists the rules with the number of each in the catalogue.
macro_rules! rules {
    ($(#[doc = $doc:literal] $variant:ident = $number:literal, $id:literal;)+) => {
        named_enum! {
            /// A rule of the service, by the id that stands in policy files, receipts and the contract.
            #[non_exhaustive]
            RuleId { $(#[doc = $doc] $variant = $id;)+ }
        }

        impl RuleId {
            /// The number in the catalogue of rules; findings are listed in this order.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(RuleId::$variant => $number,)+ }
            }
        }
    };
}

rules! {
    /// Duties by statute rule a deed out.
    DeedDuty = 1, "DEED-DUTY";
    /// What a duty by contract means.
    DeedContract = 2, "DEED-CONTRACT";
    /// Rescue of one's own ward or relative.
    DeedKin = 3, "DEED-KIN";
    /// Whose interests were protected.
    DeedPurpose = 4, "DEED-PURPOSE";
    /// The acts that count.
    DeedType = 5, "DEED-TYPE";
    /// An actor who caused the danger.
    DeedCause = 6, "DEED-CAUSE";
    /// Whether the act was lawful.
    DeedLawful = 7, "DEED-LAWFUL";
    /// A rescue need not succeed.
    DeedNoSuccess = 8, "DEED-NO-SUCCESS";
    /// How dangerous it was.
    DeedRisk = 9, "DEED-RISK";
    /// No age is too young, but minors are protected.
    DeedAge = 10, "DEED-AGE";
    /// Deeds of volunteers in service.
    DeedVolunteer = 11, "DEED-VOLUNTEER";
    /// Where the actor comes from does not matter.
    DeedNationality = 12, "DEED-NATIONALITY";
    /// One confirmation for one actor in one incident.
    DeedDup = 13, "DEED-DUP";
    /// Cases that the confirming body opens by itself.
    DeedOwnMotion = 14, "DEED-OWN-MOTION";
    /// Who may apply and recommend.
    FileWho = 15, "FILE-WHO";
    /// Which body takes a deed in.
    FileWhere = 16, "FILE-WHERE";
    /// Until when a deed can be filed.
    FileWindow = 17, "FILE-WINDOW";
    /// What stops that time.
    FileToll = 18, "FILE-TOLL";
    /// Everything missing is asked for once, and free of charge.
    Intake = 19, "INTAKE";
    /// The answer to such a request.
    Supplement = 20, "SUPPLEMENT";
    /// Until when the intended opinion is due.
    OpinionDeadline = 21, "OPINION-DEADLINE";
    /// Time that other bodies take.
    ExcludedTime = 22, "EXCLUDED-TIME";
    /// The panel for complex or disputed deeds.
    ReviewPanel = 23, "REVIEW-PANEL";
    /// Who may not work on a case.
    Recusal = 24, "RECUSAL";
    /// The least evidence for a positive opinion.
    EvidenceMin = 25, "EVIDENCE-MIN";
    /// Beneficiaries testify, and truthfully.
    BeneficiaryDuty = 26, "BENEFICIARY-DUTY";
    /// The party is heard before a refusal.
    HearingBeforeRefusal = 27, "HEARING-BEFORE-REFUSAL";
    /// The notice before confirmation.
    Publicity = 28, "PUBLICITY";
    /// When that notice is left out.
    PublicitySkip = 29, "PUBLICITY-SKIP";
    /// Confirmation, certificate and delivery.
    Confirm = 30, "CONFIRM";
    /// A written refusal with its reasons.
    Refuse = 31, "REFUSE";
    /// Until when reconfirmation can be asked for.
    ReconfirmWindow = 32, "RECONFIRM-WINDOW";
    /// Until when the next level decides.
    ReconfirmDecide = 33, "RECONFIRM-DECIDE";
    /// A missed deadline is flagged and decides nothing.
    Overdue = 34, "OVERDUE";
    /// How days are counted.
    Daycount = 35, "DAYCOUNT";
    /// Revocation after deception.
    RevokeFraud = 36, "REVOKE-FRAUD";
    /// Review of honours after a later crime.
    RevokeConduct = 37, "REVOKE-CONDUCT";
    /// Opening a closed case again.
    Restore = 38, "RESTORE";
    /// A deed outside the city, confirmed there, by somebody who comes from the city.
    OutElig = 39, "OUT-ELIG";
    /// What counts as coming from the city, and its proof.
    OutOrigin = 40, "OUT-ORIGIN";
    /// Where the deed happened.
    OutPlace = 41, "OUT-PLACE";
    /// Who confirmed the deed there.
    OutIssuer = 42, "OUT-ISSUER";
    /// How long after the confirmation the request came.
    OutWindow = 43, "OUT-WINDOW";
    /// Title, plaque and care that follow.
    OutEffect = 44, "OUT-EFFECT";
    /// Rewards already received where the deed happened.
    OutDouble = 45, "OUT-DOUBLE";
    /// A confirmation that was withdrawn there.
    OutRevoked = 46, "OUT-REVOKED";
    /// Only the confirmed can be commended.
    TierBase = 47, "TIER-BASE";
    /// Levels and their titles.
    TierLevel = 48, "TIER-LEVEL";
    /// Risk, cost, loss averted and influence.
    TierCriteria = 49, "TIER-CRITERIA";
    /// Recommendation by the next lower level.
    TierChain = 50, "TIER-CHAIN";
    /// Who may grant a title.
    TierAuthority = 51, "TIER-AUTHORITY";
    /// How many state awards a year.
    TierQuota = 52, "TIER-QUOTA";
    /// What an award may be called.
    TierName = 53, "TIER-NAME";
    /// The form in which a commendation is handed over.
    TierForm = 54, "TIER-FORM";
    /// The same title once for the same deed.
    TierOnce = 55, "TIER-ONCE";
    /// Amounts come from a table.
    TierCash = 56, "TIER-CASH";
    /// Public or quiet, and the nominee's own acceptance.
    TierSecret = 57, "TIER-SECRET";
    /// Treatment that a title brings with it.
    TierBonus = 58, "TIER-BONUS";
    /// Whose name a studio may carry.
    StudioLeader = 73, "STUDIO-LEADER";
    /// How a studio is named.
    StudioName = 74, "STUDIO-NAME";
}
