//! The numbers of the papers that a step issues. They are taken, and their locks with them, only once
//! the rules have said yes.

use chrono::Datelike;
use domain::documents::DocumentKind;
use domain::error::{Coded, FieldErrors};
use domain::policy::PolicySet;
use domain::procedure::{Approved, Case, DocumentNumber, Procedure};
use domain::regions::RegionCode;
use persistence::Tx;
use persistence::documents::{is_used, is_used_by};

use super::issue::next_number;
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

/// The number of the paper of each case that takes the step, in their order: one for all of them, or
/// one for each where everybody gets a paper. None where the step issues none.
pub(super) fn papers<P: Procedure>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    approved: &[(&Case<P>, Approved<'_, P>)],
    given: Option<&DocumentNumber>,
) -> Result<Vec<Option<DocumentNumber>>, Problem> {
    let issues = approved.first().and_then(|(case, step)| {
        let kind = step.issues()?;
        Some((*case, kind, step.organ().region))
    });
    let Some((first, kind, organ)) = issues else {
        return Ok(vec![None; approved.len()]);
    };
    match given {
        Some(number) => {
            require_free(tx, kind, organ, number, approved.len())?;
            Ok(vec![Some(number.clone()); approved.len()])
        }
        None if kind.is_personal() => approved
            .iter()
            .map(|(case, _)| next_number(tx, policies, *case, (kind, organ)).map(Some))
            .collect(),
        None => {
            let number = next_number(tx, policies, first, (kind, organ))?;
            Ok(vec![Some(number); approved.len()])
        }
    }
}

/// Refuses a number that another document of the same organ, kind and year has already, and that of a
/// certificate that anybody has.
fn require_free(
    tx: &mut Tx<'_>,
    kind: DocumentKind,
    organ: RegionCode,
    number: &DocumentNumber,
    count: usize,
) -> Result<(), Problem> {
    let (pointer, fault) = if kind.is_personal() {
        let used = is_used(tx, kind, number)?.then_some(NumberFault::Used);
        let shared = (count > 1).then_some(NumberFault::Shared);
        ("/certificate", shared.or(used))
    } else {
        let used = is_used_by(tx, organ, kind, tx.today().year(), number)?;
        ("/number", used.then_some(NumberFault::Used))
    };
    let mut errors = FieldErrors::new();
    if let Some(fault) = fault {
        errors.push(pointer, &fault);
    }
    errors.into_result().map_err(Problem::invalid_data)
}
