use crate::named_enum;

named_enum! {
    /// What a duty by contract, such as that of a guard, means for confirmation.
    ContractDuty {
        Review = "review", "由评审委员会研究", "the review panel decides";
        Exclude = "exclude", "不予确认", "excluded";
        Allow = "allow", "可以确认", "allowed";
        AllowLowerTier = "allow_lower_tier", "可以确认，表扬等次从低", "allowed, with a lower commendation";
    }
}

named_enum! {
    /// Whether force majeure stops the time in which a deed can be filed.
    ForceMajeure {
        NotCounted = "not_counted", "不中止", "does not stop the time";
        ByCityDecision = "by_city_decision", "经市级决定中止", "stops the time where the city decides so";
    }
}

named_enum! {
    /// Who takes in a deed that happened in a functional zone.
    ZoneBody {
        Zone = "zone", "功能区自身的确认机构", "the zone's own body";
        District = "district", "功能区所在区的确认机构", "the body of the district in which it lies";
    }
}

named_enum! {
    /// 证据种类 / What kind of evidence something is
    ///
    /// What kind of evidence something is (article 12 of the Shandong regulation).
    EvidenceKind {
        PublicSecurity = "public_security", "公安机关证明", "proof by public security";
        CivilAffairs = "civil_affairs", "民政部门证明", "proof by civil affairs";
        Township = "township", "乡镇（街道）证明", "proof by a township or sub-district";
        MassOrganisation = "mass_organisation", "群团组织证明", "proof by a mass organisation";
        ResidentsCommittee = "residents_committee", "村（居）民委员会证明", "proof by a villagers' or residents' committee";
        Beneficiary = "beneficiary", "受益人证言", "statement of a beneficiary";
        Witness = "witness", "见证人证言", "statement of a witness";
        OtherInformed = "other_informed", "其他知情单位或者个人证明", "proof by others who know of it";
    }
}

named_enum! {
    /// 评审人员类别 / For whom a member of the panel stands
    ///
    /// Whom a member of the review panel represents (article 11 of the Shandong regulation).
    PanelKind {
        Agency = "agency", "有关部门", "an agency";
        Expert = "expert", "专家", "an expert";
        CongressDeputy = "congress_deputy", "人大代表", "a deputy to a people's congress";
        ConferenceMember = "conference_member", "政协委员", "a member of a consultative conference";
    }
}

named_enum! {
    /// 不公示的理由 / Why a notice is left out
    ///
    /// Why a notice is left out (article 13 of the Shandong regulation).
    PublicationWaiverReason {
        Safety = "safety", "本人或者亲属安全", "safety of the person or relatives";
        Confidential = "confidential", "其他保密需要", "another need for confidentiality";
        MinorProtection = "minor_protection", "未成年人保护", "protection of a minor";
    }
}
