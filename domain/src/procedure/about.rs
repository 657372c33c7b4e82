use std::fmt::Debug;

use crate::ids::PersonId;

/// Whom the cases of a procedure are about: a person, or nobody.
pub trait About: Debug + Clone + Copy + PartialEq + Eq + Send + Sync + 'static {
    /// The person; none where a case is about nobody.
    fn person(self) -> Option<PersonId>;

    /// What was stored; none where it does not fit the procedure.
    fn stored(person: Option<PersonId>) -> Option<Self>;
}

impl About for PersonId {
    fn person(self) -> Option<PersonId> {
        Some(self)
    }

    fn stored(person: Option<PersonId>) -> Option<Self> {
        person
    }
}

/// A case is about nobody where a body carries out something of its own, such as a round of commendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nobody;

impl About for Nobody {
    fn person(self) -> Option<PersonId> {
        None
    }

    fn stored(person: Option<PersonId>) -> Option<Self> {
        person.is_none().then_some(Self)
    }
}
