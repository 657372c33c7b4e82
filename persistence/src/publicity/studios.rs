//! The studios that everybody may see: those that bear their name with the consent of who may give it.

use std::collections::BTreeSet;

use domain::ids::PersonId;
use domain::publicity::{Consent, PublicStudio, Purpose, shown_for};
use domain::studios::Studio;

use super::consents;
use super::entries::{self, Wanted};
use crate::cases::{self, CaseFile, CaseOnFile};
use crate::people as files;
use crate::prelude::*;

/// Makes the entries of the studios anew that some people lead.
pub(super) fn refresh_led_by(
    tx: &mut Tx<'_>,
    survivors: &BTreeSet<PersonId>,
) -> Result<(), StoreError> {
    let named: Vec<PersonId> = survivors.iter().copied().collect();
    let led = cases::of_people::<Studio>(tx, &RegionScope::City, &named)?;
    let led: BTreeSet<_> = led.values().flatten().map(|one| one.file).collect();
    for id in led {
        let file = cases::find::<Studio>(tx, &RegionScope::City, id)?;
        let Some(file) = file else { continue };
        let all = cases::of_file::<Studio>(tx, id)?;
        refresh(tx, &file, &all.iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

/// Makes the entry of a studio anew.
pub(super) fn refresh(
    tx: &mut Tx<'_>,
    file: &CaseFile<Studio>,
    cases: &[&CaseOnFile<Studio>],
) -> Result<(), StoreError> {
    let Some(one) = cases.first() else {
        return Ok(());
    };
    let owner = file.id.to_string();
    let entry = if one.case.state().is_named() && !one.case.restricted() {
        shown(tx, file, one)?
    } else {
        None
    };
    let wanted = entry.iter().map(|entry| Wanted {
        origin: owner.clone(),
        owner: owner.clone(),
        entry,
        order: Box::new(|id| format!("{}/{id}", entry.name)),
        until: None,
        facets: vec![format!("county:{}", entry.region)],
        keys: Vec::new(),
    });
    let wanted = wanted.collect();
    entries::replace(tx, &owner, wanted)
}

fn shown(
    tx: &mut Tx<'_>,
    file: &CaseFile<Studio>,
    one: &CaseOnFile<Studio>,
) -> Result<Option<PublicStudio>, StoreError> {
    let leaders = files::find_surviving(tx, &[one.person])?;
    let Some(leader) = leaders.get(&one.person) else {
        return Ok(None);
    };
    let consents = consents::of_survivors(tx, &BTreeSet::from([leader.id]))?;
    let agreed = consents.get(&leader.id).map_or(&[][..], Vec::as_slice);
    let is_for_it = |consent: &&Consent| consent.purpose == Purpose::Studio;
    let last = agreed.iter().rfind(is_for_it);
    // Who takes back the consent to be shown is not shown, also while the procedure about the name runs.
    if last.is_some_and(|consent| consent.shown().is_none()) {
        return Ok(None);
    }
    let hero = shown_for(Purpose::Studio, &leader.file, agreed);
    let region = file.region;
    Ok(PublicStudio::of(
        &one.case,
        region,
        hero.as_ref(),
        leader.file.synthetic,
    ))
}
