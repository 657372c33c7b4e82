use chrono::NaiveDate;

use crate::{
    documents::DocumentKind,
    procedure::{Case, DocumentNumber},
    studios::{Outcome, Studio},
};

/// Since when a paper says no longer what holds: the naming since the name was withdrawn.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Studio>,
) -> Option<NaiveDate> {
    if kind != DocumentKind::StudioNaming {
        return None;
    }
    let decisions = case.decisions();
    let named = |one: &&crate::procedure::Decision<Studio>| {
        one.kind == Outcome::Naming && one.number == *number
    };
    decisions.iter().find(named)?;
    let mut after = decisions.iter();
    let withdrawn = after.find(|one| one.kind == Outcome::Withdrawal);
    withdrawn.map(|one| one.on)
}
