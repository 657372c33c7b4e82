use crate::named_enum;

named_enum! {
    /// 机构类别 / What an organisation is.
    OrganisationKind {
        /// Confirms deeds together with the foundation or the association.
        PoliticalLegalCommittee = "political_legal_committee", "政法委", "a political-legal committee";
        Foundation = "foundation", "见义勇为基金会", "a foundation for acts of bravery";
        Association = "association", "见义勇为协会", "an association for acts of bravery";
        Police = "police", "公安机关", "the police";
        CivilAffairs = "civil_affairs", "民政部门", "a civil affairs department";
        GovernmentDepartment = "government_department", "其他政府部门", "another department of a government";
        Township = "township", "乡镇政府、街道办事处", "a township government or sub-district office";
        VillageCommittee = "village_committee", "村民委员会、居民委员会", "a village or residents' committee";
        /// Such as a trade union or a women's federation.
        MassOrganisation = "mass_organisation", "群团组织", "a mass organisation";
        Employer = "employer", "用人单位、学校", "an employer or a school";
        Other = "other", "其他", "any other body";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_reads_back_from_text_and_is_the_same_word_in_json() {
        for kind in OrganisationKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(*kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert!("club".parse::<OrganisationKind>().is_err());
    }
}
