use crate::error::{Coded, coded_error};

/// A fault in a published case, beyond the form of a single value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseError {
    /// One name twice among the actors of a deed: the two could not be told apart.
    ActorNamedTwice,
    /// An age beside several actors.
    AgeOfSeveralActors,
    /// Harm of somebody who is no actor of the deed.
    HarmOfNoActor,
    /// The key of a deed that stands before it in the same file.
    DeedKeyRepeated,
    /// A deed of the list of deeds elsewhere, at a place in the city.
    PlaceInsideCity,
    /// A member that only deeds of the other list have.
    MemberOfOtherList,
}

impl Coded for CaseError {
    fn code(&self) -> &'static str {
        match self {
            Self::ActorNamedTwice => "actor_named_twice",
            Self::AgeOfSeveralActors => "age_of_several_actors",
            Self::HarmOfNoActor => "harm_of_no_actor",
            Self::DeedKeyRepeated => "deed_key_repeated",
            Self::PlaceInsideCity => "place_inside_city",
            Self::MemberOfOtherList => "member_of_other_list",
        }
    }
}

coded_error!(CaseError);
