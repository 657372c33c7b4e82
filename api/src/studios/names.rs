//! Who has which name: one studio at a time, whoever comes first.

use domain::ids::StudioId;
use domain::studios::Studio;
use persistence::studios;

use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::File;

domain::faults! {
    struct NameTaken = "studio_name_taken",
        "该名称已被其他工作室使用（规则 STUDIO-NAME）", "Another studio has this name (rule STUDIO-NAME).";
}

/// Takes a name for a studio, or says at `pointer` that another one has it.
pub(super) fn take(
    acting: &mut Acting<'_, '_>,
    studio: StudioId,
    name: &str,
    pointer: &str,
) -> Result<(), Problem> {
    use domain::error::Coded as _;

    if studios::take_name(acting.tx, studio, name)? {
        Ok(())
    } else {
        Err(NameTaken.at(pointer).into())
    }
}

/// Refuses a name that another studio has.
pub(super) fn require_free(
    acting: &mut Acting<'_, '_>,
    name: &str,
    pointer: &str,
) -> Result<(), Problem> {
    use domain::error::Coded as _;

    studios::lock_name(acting.tx, name)?;
    match studios::having_name(acting.tx, name)? {
        None => Ok(()),
        Some(_) => Err(NameTaken.at(pointer).into()),
    }
}

/// A studio has its name as long as its case is open or the name is in force, and then leaves it to others.
pub(super) fn settle(acting: &mut Acting<'_, '_>, file: &File<Studio>) -> Result<(), Problem> {
    let id = file.file().id;
    let Some(one) = file.cases().first() else {
        return Ok(());
    };
    if one.case.state().holds_name() {
        take(acting, id, one.case.record().setup.name.as_str(), "")
    } else {
        Ok(studios::release_name(acting.tx, id)?)
    }
}
