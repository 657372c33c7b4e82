//! What one procedure brings to the service over HTTP, and how its files are named.

use super::{Before, File, Seen, StepRoute};
use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Act, Procedure, SharedStep};
use persistence::StoredProcedure;
use persistence::audit::{Change, Subject};
use persistence::cases::{CaseFile, CaseOnFile};
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Representation;
use crate::auth::permissions::Permission;
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;

/// What one procedure brings to the service over HTTP.
pub(crate) trait Served: StoredProcedure {
    /// The address of its files: `/v1/deeds`.
    const PATH: &'static str;
    /// The file in words: `事迹`, `deed`.
    const FILE: (&'static str, &'static str);
    /// Who may read.
    type Read: Permission;
    /// Who may report, and hand in what belongs to a report.
    type Report: Permission;
    /// Who may look into a case.
    type Investigate: Permission;
    /// Who may decide.
    type Confirm: Permission;
    /// A file with its cases, as it is answered.
    type View: Serialize + ToSchema + Send + 'static;

    /// Whether a step that is taken in other cases of the file is taken in this one too.
    fn moves_together(_act: &Act<Self>, _one: &CaseOnFile<Self>) -> bool {
        false
    }

    /// A file with those of its cases that the caller sees.
    fn view(file: &CaseFile<Self>, seen: &Seen<Self>, representation: Representation)
    -> Self::View;

    /// How a step of its own is executed over HTTP. The match is exhaustive: every step of the table has
    /// an operation.
    fn route(step: Self::Step) -> StepRoute<Self>;

    /// What is known of a case now, from the person's file and the person's other cases.
    fn known_now(
        one: &CaseOnFile<Self>,
        person: &Person,
        others: &[CaseOnFile<Self>],
    ) -> Self::Facts;

    /// What a change of a person's file, or a merge of two, means for the person's cases.
    fn person_changed(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        before: &Before<'_>,
        person: &Person,
    ) -> Result<Vec<Change>, Problem>;

    /// The facts of a case with what stands elsewhere, such as the honours of the person or a name that
    /// another file has, looked up in the transaction of the step.
    fn looked_up(
        _acting: &mut Acting<'_, '_>,
        _policies: &PolicySet,
        _one: &CaseOnFile<Self>,
        facts: Self::Facts,
    ) -> Result<Self::Facts, Problem> {
        Ok(facts)
    }

    /// Fills into an act what only the database knows, such as the terms of a file that it names, before
    /// the act is judged.
    fn prepare(
        _acting: &mut Acting<'_, '_>,
        _policies: &Policies,
        _file: &File<Self>,
        _act: &mut Act<Self>,
    ) -> Result<(), Problem> {
        Ok(())
    }

    /// Whether the person's file and other cases are looked at again before a step is decided on.
    fn looks_again(step: Self::Step) -> bool;

    /// What a step creates outside its file, in the same transaction.
    fn executed(
        _acting: &mut Acting<'_, '_>,
        _policies: &Policies,
        _file: &File<Self>,
        _taken: (&[usize], &Act<Self>),
    ) -> Result<Vec<Change>, Problem> {
        Ok(Vec::new())
    }

    /// The demonstration file on which the example of a step works that every procedure has.
    fn example(step: SharedStep) -> &'static str;
}

/// The address of a file.
pub(crate) fn address<P: Served>(id: P::FileId) -> String {
    format!("{}/{id}", P::PATH)
}

/// A file as audit and events name it.
pub(crate) fn subject<P: Procedure>(file: &CaseFile<P>) -> Subject {
    Subject {
        kind: P::NAME,
        id: file.id.to_string(),
        version: file.version,
        region: file.region,
    }
}

/// The name of an event of a procedure, such as `deed.step_taken`.
pub(crate) fn event<P: Procedure>(what: &str) -> String {
    format!("{}.{what}", P::NAME)
}
