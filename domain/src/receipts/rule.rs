use crate::named_enum;

/// Lists the rules with the number of each in the catalogue.
macro_rules! rules {
    ($($variant:ident = $number:literal, $id:literal;)+) => {
        named_enum! {
            /// A rule of the service, by its id in policy files, receipts and the contract.
            #[non_exhaustive]
            RuleId { $($variant = $id;)+ }
        }

        impl RuleId {
            /// The number in the catalogue of rules; findings are listed in this order.
            pub const fn number(self) -> u16 {
                match self { $(RuleId::$variant => $number,)+ }
            }

            /// Whether it came after the first policies were written, which do not name it.
            pub const fn is_later(self) -> bool {
                matches!(self.number(), 59..=64 | 75..)
            }
        }
    };
}

rules! {
    DeedDuty = 1, "DEED-DUTY";
    DeedContract = 2, "DEED-CONTRACT";
    DeedKin = 3, "DEED-KIN";
    DeedPurpose = 4, "DEED-PURPOSE";
    DeedType = 5, "DEED-TYPE";
    DeedCause = 6, "DEED-CAUSE";
    DeedLawful = 7, "DEED-LAWFUL";
    DeedNoSuccess = 8, "DEED-NO-SUCCESS";
    DeedRisk = 9, "DEED-RISK";
    DeedAge = 10, "DEED-AGE";
    DeedVolunteer = 11, "DEED-VOLUNTEER";
    DeedNationality = 12, "DEED-NATIONALITY";
    DeedDup = 13, "DEED-DUP";
    DeedOwnMotion = 14, "DEED-OWN-MOTION";
    FileWho = 15, "FILE-WHO";
    FileWhere = 16, "FILE-WHERE";
    FileWindow = 17, "FILE-WINDOW";
    FileToll = 18, "FILE-TOLL";
    Intake = 19, "INTAKE";
    Supplement = 20, "SUPPLEMENT";
    OpinionDeadline = 21, "OPINION-DEADLINE";
    ExcludedTime = 22, "EXCLUDED-TIME";
    ReviewPanel = 23, "REVIEW-PANEL";
    Recusal = 24, "RECUSAL";
    EvidenceMin = 25, "EVIDENCE-MIN";
    BeneficiaryDuty = 26, "BENEFICIARY-DUTY";
    HearingBeforeRefusal = 27, "HEARING-BEFORE-REFUSAL";
    Publicity = 28, "PUBLICITY";
    PublicitySkip = 29, "PUBLICITY-SKIP";
    Confirm = 30, "CONFIRM";
    Refuse = 31, "REFUSE";
    ReconfirmWindow = 32, "RECONFIRM-WINDOW";
    ReconfirmDecide = 33, "RECONFIRM-DECIDE";
    Overdue = 34, "OVERDUE";
    Daycount = 35, "DAYCOUNT";
    RevokeFraud = 36, "REVOKE-FRAUD";
    RevokeConduct = 37, "REVOKE-CONDUCT";
    Restore = 38, "RESTORE";
    OutElig = 39, "OUT-ELIG";
    OutOrigin = 40, "OUT-ORIGIN";
    OutPlace = 41, "OUT-PLACE";
    OutIssuer = 42, "OUT-ISSUER";
    OutWindow = 43, "OUT-WINDOW";
    OutEffect = 44, "OUT-EFFECT";
    OutDouble = 45, "OUT-DOUBLE";
    OutRevoked = 46, "OUT-REVOKED";
    TierBase = 47, "TIER-BASE";
    TierLevel = 48, "TIER-LEVEL";
    TierCriteria = 49, "TIER-CRITERIA";
    TierChain = 50, "TIER-CHAIN";
    TierAuthority = 51, "TIER-AUTHORITY";
    TierQuota = 52, "TIER-QUOTA";
    TierName = 53, "TIER-NAME";
    TierForm = 54, "TIER-FORM";
    TierOnce = 55, "TIER-ONCE";
    TierCash = 56, "TIER-CASH";
    TierSecret = 57, "TIER-SECRET";
    TierBonus = 58, "TIER-BONUS";
    GroupMin = 59, "GROUP-MIN";
    GroupHonour = 60, "GROUP-HONOUR";
    GroupDead = 61, "GROUP-DEAD";
    Posthumous = 62, "POSTHUMOUS";
    MartyrRefer = 63, "MARTYR-REFER";
    LumpSum = 64, "LUMP-SUM";
    StudioLeader = 73, "STUDIO-LEADER";
    StudioName = 74, "STUDIO-NAME";
    StudioSetup = 75, "STUDIO-SETUP";
    StudioRun = 76, "STUDIO-RUN";
    StudioWithdraw = 77, "STUDIO-WITHDRAW";
    StudioClue = 78, "STUDIO-CLUE";
    PlaqueElig = 79, "PLAQUE-ELIG";
    PlaqueOne = 80, "PLAQUE-ONE";
    PlaqueFlow = 81, "PLAQUE-FLOW";
    PlaqueReplace = 82, "PLAQUE-REPLACE";
    PlaqueRevoke = 83, "PLAQUE-REVOKE";
    PlaqueNoLocate = 84, "PLAQUE-NO-LOCATE";
}
