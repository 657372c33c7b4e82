use crate::named_enum;

named_enum! {
    /// 行为类型 / What an actor did
    ///
    /// The acts that count (article 8 of the Shandong regulation).
    ActType {
        CrimeAgainstPublic = "fighting_crime_against_public", "同危害国家安全、公共安全或者社会秩序的犯罪作斗争", "against a crime that endangers security or public order";
        CrimeAgainstOthers = "fighting_crime_against_others", "同侵害国家、集体财产或者他人生命财产的犯罪作斗争", "against a crime that harms property or life";
        Rescue = "rescue", "在自然灾害、事故中救人、抢险、救灾", "rescue in a disaster or accident";
        Other = "other", "其他应当确认的行为", "another act that ought to be confirmed";
    }
}

impl ActType {
    pub const fn is_against_crime(self) -> bool {
        matches!(self, Self::CrimeAgainstPublic | Self::CrimeAgainstOthers)
    }
}

named_enum! {
    /// 是否负有职责、义务 / Whether an actor was bound to act
    Duty as "ActorDuty" {
        None = "none", "无法定职责或者特定义务", "no duty";
        Statutory = "statutory", "负有法定职责", "a duty by statute";
        BeyondStatutory = "beyond_statutory", "非履职期间或者超出法定职责", "off duty or beyond a duty by statute";
        Contractual = "contractual", "负有约定义务", "a duty by contract";
    }
}

named_enum! {
    /// 保护的利益 / Whose interest was protected
    ///
    /// Whose interest was protected (article 2 of the Shandong regulation).
    Interest as "ProtectedInterest" {
        State = "state", "国家利益", "the state's interest";
        Public = "public", "社会公共利益", "the public interest";
        Collective = "collective", "集体利益", "a collective's interest";
        OtherPerson = "other_person", "他人人身", "another's person";
        OtherProperty = "other_property", "他人财产", "another's property";
        Own = "own", "本人利益", "the actor's own interest";
    }
}

named_enum! {
    /// 受益人与行为人的关系 / What a beneficiary is to the actor
    Relation as "BeneficiaryRelation" {
        Unrelated = "unrelated", "无亲属或者监护关系", "unrelated";
        Ward = "ward", "被监护人", "a ward";
        SupportedRelative = "supported_relative", "负有扶养义务的亲属", "a relative whom the actor has to support";
        OtherRelative = "other_relative", "兄弟姐妹或者其他亲属", "a sibling or another relative";
    }
}

named_enum! {
    /// 行为是否合法 / Whether an act was lawful
    Lawfulness {
        NotQuestioned = "not_questioned", "无争议", "not questioned";
        UnderInvestigation = "under_investigation", "正在调查", "under investigation";
        FoundUnlawful = "found_unlawful", "认定违法", "found unlawful";
        FoundLawful = "found_lawful", "认定合法", "found lawful";
    }
}

named_enum! {
    /// 救助结果 / What came of a rescue
    ///
    /// What came of it. Recorded only: success is not asked for.
    RescueOutcome {
        Succeeded = "succeeded", "成功", "it succeeded";
        PartlySucceeded = "partly_succeeded", "部分成功", "it succeeded in part";
        Failed = "failed", "未成功", "it did not succeed";
    }
}

named_enum! {
    /// 申请人或者举荐人类别 / Who brings a deed
    ///
    /// Who brings the deed (article 10 of the Shandong regulation).
    Filer {
        Actor = "actor", "本人", "the actor";
        /// A close relative of the actor (Civil Code article 1045).
        CloseRelative = "close_relative", "近亲属", "a close relative";
        Employer = "employer", "所在单位", "the employer";
        ResidentsCommittee = "residents_committee", "村（居）民委员会", "a villagers' or residents' committee";
        Agency = "agency", "机关部门", "an agency";
        Media = "media", "新闻媒体", "the media";
        OtherUnit = "other_unit", "其他单位", "another unit";
        OtherPerson = "other_person", "其他个人", "another person";
        /// Nobody: the confirming body opened the case.
        OwnMotion = "own_motion", "确认机构依职权", "the confirming body itself";
    }
}

impl Filer {
    /// Whether it is the actor or a close relative, who apply; others recommend.
    pub const fn applies(self) -> bool {
        matches!(self, Self::Actor | Self::CloseRelative)
    }
}
