use super::named_enum::named_enum;

named_enum! {
    /// What a duty by contract, such as that of a guard, means for confirmation.
    ContractDuty {
        /// The review panel decides.
        Review = "review", "由评审委员会研究", "the review panel decides";
        /// It excludes confirmation.
        Exclude = "exclude", "不予确认", "excluded";
        /// It changes nothing.
        Allow = "allow", "可以确认", "allowed";
        /// Confirmation is possible, the commendation is lower.
        AllowLowerTier = "allow_lower_tier", "可以确认，表扬等次从低", "allowed, with a lower commendation";
    }
}

named_enum! {
    /// Whether force majeure stops the time in which a deed can be filed.
    ForceMajeure {
        /// Never.
        NotCounted = "not_counted", "不中止", "does not stop the time";
        /// Where the city decided so in the case.
        ByCityDecision = "by_city_decision", "经市级决定中止", "stops the time where the city decides so";
    }
}

named_enum! {
    /// Who takes in a deed that happened in a functional zone.
    ZoneBody {
        /// The zone's own body.
        Zone = "zone", "功能区自身的确认机构", "the zone's own body";
        /// The body of the district in which the zone lies.
        District = "district", "功能区所在区的确认机构", "the body of the district in which it lies";
    }
}

named_enum! {
    /// What kind of evidence something is (article 12 of the Shandong regulation).
    EvidenceKind {
        /// Proof by public security.
        PublicSecurity = "public_security", "公安机关证明", "proof by public security";
        /// Proof by civil affairs.
        CivilAffairs = "civil_affairs", "民政部门证明", "proof by civil affairs";
        /// Proof by a township or sub-district.
        Township = "township", "乡镇（街道）证明", "proof by a township or sub-district";
        /// Proof by a mass organisation.
        MassOrganisation = "mass_organisation", "群团组织证明", "proof by a mass organisation";
        /// Proof by a villagers' or residents' committee.
        ResidentsCommittee = "residents_committee", "村（居）民委员会证明", "proof by a villagers' or residents' committee";
        /// Statement of a beneficiary.
        Beneficiary = "beneficiary", "受益人证言", "statement of a beneficiary";
        /// Statement of a witness.
        Witness = "witness", "见证人证言", "statement of a witness";
        /// Proof by another unit or person who knows of the deed.
        OtherInformed = "other_informed", "其他知情单位或者个人证明", "proof by others who know of it";
    }
}

named_enum! {
    /// Whom a member of the review panel stands for (article 11 of the Shandong regulation).
    PanelKind {
        /// An agency.
        Agency = "agency", "有关部门", "an agency";
        /// An expert.
        Expert = "expert", "专家", "an expert";
        /// A deputy to a people's congress.
        CongressDeputy = "congress_deputy", "人大代表", "a deputy to a people's congress";
        /// A member of a political consultative conference.
        ConferenceMember = "conference_member", "政协委员", "a member of a consultative conference";
    }
}

named_enum! {
    /// Why a notice is left out (article 13 of the Shandong regulation).
    PublicitySkipReason {
        /// The safety of the actor or of relatives.
        Safety = "safety", "本人或者亲属安全", "safety of the person or relatives";
        /// Another need for confidentiality.
        Confidential = "confidential", "其他保密需要", "another need for confidentiality";
        /// The actor is a minor.
        MinorProtection = "minor_protection", "未成年人保护", "protection of a minor";
    }
}
