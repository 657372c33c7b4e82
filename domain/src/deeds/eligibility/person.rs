use super::{
    AGE_OF_CHILD, AGE_OF_MAJORITY, AgeAtDeed,
    case::{Case, Where},
};
use crate::{
    named_enum,
    people::LifeConflict,
    receipts::{Finding, RuleId, verdict},
};

named_enum! {
    /// 未成年人保护 / What an actor's age asks for
    MinorHandling {
        /// Nothing: the actor was 18 or older.
        Adult = "adult", "成年人", "an adult";
        /// The actor was a minor: guardians agree to publication, and the name is shortened.
        Minor = "minor", "未成年人", "a minor";
        /// The actor was under 14: guardians also agree to the processing, and all data is sensitive.
        Child = "child", "不满十四周岁的未成年人", "a child under 14";
        /// The age is not known well enough; a minor until it is.
        NotKnown = "not_known", "年龄不明", "not known";
    }
}

impl MinorHandling {
    pub(super) fn of(age: Option<AgeAtDeed>) -> Self {
        match age {
            Some(age) if age.at_least >= AGE_OF_MAJORITY => Self::Adult,
            Some(age) if age.at_most < AGE_OF_CHILD => Self::Child,
            Some(age) if age.at_least >= AGE_OF_CHILD && age.at_most < AGE_OF_MAJORITY => {
                Self::Minor
            }
            // 13 or 14 on a day that is not exact: a minor in any case, protected as a child.
            Some(age) if age.at_most < AGE_OF_MAJORITY => Self::Child,
            Some(_) | None => Self::NotKnown,
        }
    }
}

/// DEED-AGE: nobody is too young to be confirmed, and minors are protected.
pub(super) fn deed_age(case: &Case<'_>) -> Finding {
    let age = case.facts.age_at_deed;
    let by_age = || match MinorHandling::of(age) {
        MinorHandling::Adult => verdict!(met ActorAdult,
            "行为人当时已满十八周岁。",
            "The actor was 18 or older."),
        MinorHandling::Minor => verdict!(met ActorMinor,
            "行为人当时未满十八周岁：可以确认，宣传从严，须经监护人同意。",
            "The actor was under 18: confirmation is possible, publication is restrained and needs the guardian's consent."),
        MinorHandling::Child => verdict!(met ActorMinor,
            "行为人当时不满或者可能不满十四周岁：可以确认，全部信息按敏感个人信息处理，须经监护人同意。",
            "The actor was, or may have been, under 14: confirmation is possible, all data is sensitive and needs the guardian's consent."),
        MinorHandling::NotKnown if age.is_some() => verdict!(unknown AgeUnclear,
            "行为日期不够精确，无法判断行为人当时是否已满十八周岁。",
            "The date of the deed is not exact enough to tell whether the actor was 18."),
        MinorHandling::NotKnown => verdict!(unknown AgeNotStated,
            "尚未说明行为人当时的年龄，无法判断是否须按未成年人保护。",
            "The actor's age is not stated, so whether a minor has to be protected is open."),
    };
    let conflict = case.facts.life_conflict;
    let verdict = conflict.map_or_else(by_age, LifeConflict::verdict);
    let verdict = match conflict {
        Some(conflict) => verdict.fact("life_conflict", conflict.as_str()),
        None => verdict,
    };
    verdict
        .fact("age_at_least", age.map(|age| age.at_least))
        .fact("age_at_most", age.map(|age| age.at_most))
        .conclude(RuleId::DeedAge, case.law())
}

/// DEED-VOLUNTEER: service as a volunteer is no duty that stands in the way.
pub(super) fn deed_volunteer(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.volunteer_service {
        Some(true) => verdict!(met VolunteerCounts,
            "志愿服务中的见义勇为行为同样可以确认。",
            "An act of bravery in volunteer service can be confirmed as well."),
        Some(false) => verdict!(not_applicable NotVolunteering,
            "行为人当时不在从事志愿服务。",
            "The actor was not serving as a volunteer."),
        None => verdict!(not_applicable VolunteeringNotStated,
            "未说明是否在从事志愿服务，不影响确认。",
            "Whether the actor was serving as a volunteer is not stated; it does not stand in the way."),
    };
    verdict
        .fact("volunteer_service", case.facts.volunteer_service)
        .conclude(RuleId::DeedVolunteer, case.law())
}

/// DEED-NATIONALITY: in the city anybody's deed counts; elsewhere that of its own people.
pub(super) fn deed_nationality(case: &Case<'_>) -> Finding {
    let home = case.facts.home;
    let from_the_city = home.map(|home| case.is_in_city(home));
    let verdict = match (case.place(), from_the_city) {
        (Where::County(_) | Where::City, _) => verdict!(met OriginDoesNotMatter,
            "行为发生在本市，行为人是否为本市居民不影响确认。",
            "The deed happened in the city, where it does not matter where the actor comes from."),
        (_, Some(true)) => verdict!(met ActorFromTheCity,
            "行为人户籍在本市，市外的行为参照办理。",
            "The actor's household register is in the city, so that a deed elsewhere is treated likewise."),
        (Where::NotStated | Where::Unclear, _) => verdict!(unknown TerritoryOpen,
            "行为发生地不明，行为人也未确定为本市居民，能否由本市确认待定。",
            "Neither the place of the deed nor a home in the city is established, so whether the city can confirm it is open."),
        (_, None) => verdict!(unknown HomeNotStated,
            "行为发生在市外，尚未说明行为人户籍所在地，请补充。",
            "The deed happened outside the city and the actor's home is not stated. Please add it."),
        (_, Some(false)) => verdict!(unknown HomeElsewhere,
            "行为发生在市外，行为人户籍也不在本市，须人工核查。",
            "Neither the deed nor the actor's home is in the city; an officer reviews it."),
    };
    verdict
        .fact("home", home.map(|home| home.to_string()))
        .conclude(RuleId::DeedNationality, case.law())
}
