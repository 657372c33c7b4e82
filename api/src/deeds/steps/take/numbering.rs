//! The number of the document that a step brings about.

use chrono::Datelike;
use domain::deeds::procedure::Act;
use domain::documents::DocumentKind;
use domain::error::{Coded, FieldErrors};
use domain::regions::RegionCode;
use persistence::Tx;
use persistence::deeds::Actor;
use persistence::documents::{is_used, is_used_by};

use super::Step;
use crate::deeds::steps::input::{Wanted, WantedAct};
use crate::documents;
use crate::problems::Problem;

/// Why nobody can be given a document of that number.
enum NumberFault {
    /// Everybody gets a certificate with a number of its own.
    Shared,
    /// A document of that kind has that number already.
    Used,
}

impl Coded for NumberFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Shared => "certificate_of_one",
            Self::Used => "number_used",
        }
    }
}

impl Step {
    /// The step for each actor, with the number of its document: one for all of them, or a number
    /// for each where everybody gets a document.
    pub(super) fn acts(
        &self,
        tx: &mut Tx<'_>,
        wanted: &Wanted,
        named: &[Actor],
    ) -> Result<Vec<Act>, Problem> {
        let personal =
            |act: &Act| DocumentKind::of(act.step()).is_some_and(DocumentKind::is_personal);
        let mut number = |actor: &Actor, kind| {
            documents::next_number(tx, self.state.policies.set(), &actor.case, kind)
        };
        match (&wanted.act, named) {
            (WantedAct::Complete(act), [_, _, ..]) if personal(act) => {
                let mut errors = FieldErrors::new();
                errors.push("/certificate", &NumberFault::Shared);
                Err(Problem::invalid_data(errors))
            }
            (WantedAct::Complete(act), _) => Ok(vec![act.clone(); named.len()]),
            (WantedAct::Unnumbered { kind, act }, _) if kind.is_personal() => named
                .iter()
                .map(|actor| Ok(act(number(actor, *kind)?)))
                .collect(),
            (WantedAct::Unnumbered { kind, act }, [first, ..]) => {
                Ok(vec![act(number(first, *kind)?); named.len()])
            }
            (WantedAct::Unnumbered { .. }, []) => Ok(Vec::new()),
        }
    }
}

/// Refuses the number of a document that another of the same organ, kind and year has already, and
/// that of a certificate that anybody has.
pub(super) fn require_free(tx: &mut Tx<'_>, act: &Act, organ: RegionCode) -> Result<(), Problem> {
    let Some(kind) = DocumentKind::of(act.step()) else {
        return Ok(());
    };
    let (pointer, used) = match act {
        Act::Confirmation { certificate, .. } => ("/certificate", is_used(tx, kind, certificate)?),
        Act::Publication { number }
        | Act::Refusal { number, .. }
        | Act::ReconfirmationRefusal { number, .. } => (
            "/number",
            is_used_by(tx, organ, kind, tx.today().year(), number)?,
        ),
        _ => return Ok(()),
    };
    if used {
        let mut errors = FieldErrors::new();
        errors.push(pointer, &NumberFault::Used);
        return Err(Problem::invalid_data(errors));
    }
    Ok(())
}
