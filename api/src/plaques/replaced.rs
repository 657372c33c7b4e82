//! A plaque that is replaced: the file of the one that comes in its place is opened in the same transaction.

use domain::plaques::{Act, Plaque, Predecessor, Subject};
use domain::procedure::{Entered, FiledBy, Opening};
use persistence::audit::Change;
use persistence::{cases, households};

use super::facts::heroes_of;
use super::register::open;
use crate::commands::Acting;
use crate::households::changed;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, NewIds};

/// Opens the successor, which bears the names of the household's heroes of that day.
pub(super) fn replaced(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    plaque: &File<Plaque>,
    act: &Act,
) -> Result<Vec<Change>, Problem> {
    let (
        Act::Replacement {
            reason, replaced, ..
        },
        Some(first),
    ) = (act, plaque.cases().first())
    else {
        return Ok(Vec::new());
    };
    let file = plaque.file();
    let heroes = heroes_of(acting, policies.set(), file.subject.household)?;
    let subject = Subject {
        household: file.subject.household,
        text: file.subject.text.clone(),
        predecessor: Some(Predecessor {
            plaque: file.id,
            reason: *reason,
        }),
    };
    let opening = Opening {
        filed_by: FiledBy::OwnMotion,
        received: Entered::on(replaced.on),
        receipt_on_record: true,
        holder: first.case.holder(),
        registered_by: None,
    };
    let new = NewIds::new(acting.tx);
    Ok(open(acting, policies, new, (subject, opening), &heroes)?.changes)
}

/// A plaque that went to another county takes the household along.
pub(super) fn moved(
    acting: &mut Acting<'_, '_>,
    plaque: &File<Plaque>,
) -> Result<Vec<Change>, Problem> {
    let file = plaque.file();
    let household = households::find(
        acting.tx,
        &persistence::RegionScope::City,
        file.subject.household,
    )?;
    let Some(mut household) = household.filter(|household| household.region != file.region) else {
        return Ok(Vec::new());
    };
    let left = household.region;
    households::moved(acting.tx, &mut household, file.region)?;
    let seen = cases::seen_by(file, plaque.cases());
    let both = seen.into_iter().chain([left]).collect();
    Ok(vec![changed("household.moved", &household).seen_by(&both)])
}
