//! Facts that stand on file already. Who names the person is not asked for them again: what is told beside
//! it could contradict it.

use domain::error::FieldErrors;
use domain::ids::PersonId;
use domain::people::{Person, PersonError};
use domain::receipts::Facts;
use persistence::{RegionScope, Tx, people};

use crate::auth::Caller;
use crate::credentials::Scope;
use crate::problems::Problem;

domain::faults! {
    struct OnFile = "fact_on_file",
        "档案已写明，不再填写", "This stands on file; leave it out.";
}

/// The facts of a question, and which of them were read from the files.
pub(super) struct Known {
    pub(super) facts: Facts,
    pub(super) from_files: Vec<String>,
}

impl Known {
    /// All as it was said.
    pub(super) const fn stated(facts: Facts) -> Self {
        Self {
            facts,
            from_files: Vec::new(),
        }
    }
}

/// Puts together what was said and what is on file, fact by fact.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) errors: FieldErrors,
    from_files: Vec<String>,
}

impl Beside {
    /// A fact of that name: as it is on file, else as it was said, and never both.
    pub(super) fn fact<T>(
        &mut self,
        name: &'static str,
        said: Option<T>,
        on_file: Option<T>,
    ) -> Option<T> {
        match (said, on_file) {
            (Some(_), Some(_)) => {
                self.errors.push(format!("/{name}"), &OnFile);
                None
            }
            (None, Some(on_file)) => {
                self.from_files.push(name.to_owned());
                Some(on_file)
            }
            (said, None) => said,
        }
    }

    /// The facts, unless something was said that is on file.
    pub(super) fn known(self, facts: Facts) -> Result<Known, Problem> {
        self.errors.into_result().map_err(Problem::invalid_data)?;
        Ok(Known {
            facts,
            from_files: self.from_files,
        })
    }
}

/// Whether a caller may have files read for it.
pub(super) fn may_read<P>(caller: &Caller<P>, needed: Scope) -> Result<(), Problem> {
    if caller.grant().scopes.contains(needed) {
        Ok(())
    } else {
        Err(Problem::insufficient_scope(needed.as_str()))
    }
}

/// The file of the person who is named, as it stands in the file that survived.
pub(super) fn person(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Person, Problem> {
    let readable = people::find_readable(tx, scope, id)?;
    let survivor = match readable {
        Some(_) => people::find_surviving(tx, &[id])?.remove(&id),
        None => None,
    };
    survivor.ok_or_else(|| {
        let mut errors = FieldErrors::new();
        errors.push("/person_id", &PersonError::Unknown);
        Problem::invalid_data(errors)
    })
}
