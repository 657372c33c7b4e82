use crate::policy::named_enum;

named_enum! {
    /// The acts that count (article 8 of the Shandong regulation).
    ActType {
        /// Against a crime that endangers national or public security or public order.
        CrimeAgainstPublic = "fighting_crime_against_public", "同危害国家安全、公共安全或者社会秩序的犯罪作斗争", "against a crime that endangers security or public order";
        /// Against a crime that harms property, or another's life.
        CrimeAgainstOthers = "fighting_crime_against_others", "同侵害国家、集体财产或者他人生命财产的犯罪作斗争", "against a crime that harms property or life";
        /// Rescue in a natural disaster or an accident.
        Rescue = "rescue", "在自然灾害、事故中救人、抢险、救灾", "rescue in a disaster or accident";
        /// Another act that ought to be confirmed.
        Other = "other", "其他应当确认的行为", "another act that ought to be confirmed";
    }
}

impl ActType {
    /// Whether it is directed against a crime.
    #[must_use]
    pub const fn is_against_crime(self) -> bool {
        matches!(self, Self::CrimeAgainstPublic | Self::CrimeAgainstOthers)
    }
}

named_enum! {
    /// Whether the actor was bound to act.
    Duty {
        /// By nothing.
        None = "none", "无法定职责或者特定义务", "no duty";
        /// By statute, and this rescue was part of it.
        Statutory = "statutory", "负有法定职责", "a duty by statute";
        /// By statute, but off duty, or the rescue went beyond it.
        BeyondStatutory = "beyond_statutory", "非履职期间或者超出法定职责", "off duty or beyond a duty by statute";
        /// By contract, such as a guard.
        Contractual = "contractual", "负有约定义务", "a duty by contract";
    }
}

named_enum! {
    /// Whose interest was protected (article 2 of the Shandong regulation).
    Interest {
        /// The state's.
        State = "state", "国家利益", "the state's interest";
        /// The public's.
        Public = "public", "社会公共利益", "the public interest";
        /// A collective's.
        Collective = "collective", "集体利益", "a collective's interest";
        /// Another's person.
        OtherPerson = "other_person", "他人人身", "another's person";
        /// Another's property.
        OtherProperty = "other_property", "他人财产", "another's property";
        /// The actor's own.
        Own = "own", "本人利益", "the actor's own interest";
    }
}

named_enum! {
    /// What a beneficiary is to the actor.
    Relation {
        /// Nobody the actor is related to.
        Unrelated = "unrelated", "无亲属或者监护关系", "unrelated";
        /// The actor's ward.
        Ward = "ward", "被监护人", "a ward";
        /// A relative whom the actor has to support.
        SupportedRelative = "supported_relative", "负有扶养义务的亲属", "a relative whom the actor has to support";
        /// A sibling or another relative without such a duty.
        OtherRelative = "other_relative", "兄弟姐妹或者其他亲属", "a sibling or another relative";
    }
}

named_enum! {
    /// Whether the act was lawful.
    Lawfulness {
        /// Nobody questions it.
        NotQuestioned = "not_questioned", "无争议", "not questioned";
        /// An investigation is under way.
        UnderInvestigation = "under_investigation", "正在调查", "under investigation";
        /// It was found unlawful.
        FoundUnlawful = "found_unlawful", "认定违法", "found unlawful";
        /// It was found lawful.
        FoundLawful = "found_lawful", "认定合法", "found lawful";
    }
}

named_enum! {
    /// What came of it. Recorded only: success is not asked for.
    RescueOutcome {
        /// It succeeded.
        Succeeded = "succeeded", "成功", "it succeeded";
        /// In part.
        PartlySucceeded = "partly_succeeded", "部分成功", "it succeeded in part";
        /// It did not succeed.
        Failed = "failed", "未成功", "it did not succeed";
    }
}

named_enum! {
    /// Who brings the deed (article 10 of the Shandong regulation).
    Filer {
        /// The actor.
        Actor = "actor", "本人", "the actor";
        /// A close relative of the actor (Civil Code article 1045).
        CloseRelative = "close_relative", "近亲属", "a close relative";
        /// The actor's employer.
        Employer = "employer", "所在单位", "the employer";
        /// A villagers' or residents' committee.
        ResidentsCommittee = "residents_committee", "村（居）民委员会", "a villagers' or residents' committee";
        /// An agency.
        Agency = "agency", "机关部门", "an agency";
        /// A press or new-media organisation.
        Media = "media", "新闻媒体", "the media";
        /// Another unit.
        OtherUnit = "other_unit", "其他单位", "another unit";
        /// Another person.
        OtherPerson = "other_person", "其他个人", "another person";
        /// Nobody: the confirming body opened the case.
        OwnMotion = "own_motion", "确认机构依职权", "the confirming body itself";
    }
}

impl Filer {
    /// Whether it is the actor or a close relative, who apply; others recommend.
    #[must_use]
    pub const fn applies(self) -> bool {
        matches!(self, Self::Actor | Self::CloseRelative)
    }
}
