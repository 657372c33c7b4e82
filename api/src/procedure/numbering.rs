//! The numbers of the papers that a step issues. They are taken, and their locks with them, only once
//! the rules have said yes.

use chrono::Datelike;
use domain::documents::DocumentKind;
use domain::error::Coded;
use domain::ids::Id as _;
use domain::named::NamedEnum as _;
use domain::policy::PolicySet;
use domain::procedure::{Act, Approved, Case, DocumentNumber, Procedure};
use domain::regions::RegionCode;
use persistence::Tx;
use persistence::cases::take_number;
use persistence::documents::{is_used, is_used_by};

use super::issue::next_number;
use crate::problems::Problem;

domain::faults! {
    /// Why a document cannot have that number.
    enum NumberFault {
        Shared = "certificate_of_one",
            "证书编号一人一号：请逐人确认，或者不填而由本服务编号",
            "Everybody gets a certificate with a number of its own: confirm one by one, or leave the number to the service.";
        Used = "number_used",
            "此编号（文号）已用于另一份同类文书或者另一决定",
            "Another document of this kind, or another decision, has that number already.";
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

/// Takes the number of a decision, refused where another decision has it.
pub(super) fn take_decision_number<P: Procedure>(
    tx: &mut Tx<'_>,
    file: P::FileId,
    approved: &[(&Case<P>, Approved<'_, P>)],
    act: &Act<P>,
) -> Result<(), Problem> {
    let number = act.decision_number();
    let (Some(number), Some((_, step))) = (number, approved.first()) else {
        return Ok(());
    };
    let (organ, today) = (step.organ().region, tx.today());
    let by = (file.uuid(), act.step().as_str());
    if take_number(tx, organ, today, number, by)? {
        Ok(())
    } else {
        Err(NumberFault::Used.at("/number").into())
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
    match fault {
        None => Ok(()),
        Some(fault) => Err(fault.at(pointer).into()),
    }
}
