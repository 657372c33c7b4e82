//! Where an officer sends what came in, alike for applications and clues.

use actix_web::HttpResponse;
use domain::deeds::{Deed, DeedUnknown};
use domain::error::Coded;
use domain::ids::DeedId;
use domain::intake::{Filing, FilingError, Outcome, TriageFault};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::intake::Earlier;
use persistence::{RegionScope, StoreError, Tx, cases, intake};
use serde_json::{Value, json};

use super::kinds::NotOpen;
use super::wire::Wanted;
use super::{Named, address, change, decide_on, subject};
use crate::auth::permissions::IntakeTriage;
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::problems::Problem;

/// Anyone who decides on a filing decides on it as the one before left it.
pub(super) fn lock<K: Named>(tx: &mut Tx<'_>, id: K::Id) -> Result<(), StoreError> {
    tx.lock(format!("filing/{id}").as_bytes())
}

/// The refusal of what is done only to a filing that waits for an officer.
pub(super) fn not_open<K: Named>() -> Problem {
    Problem::not_possible(&[K::NOT_OPEN], "")
}

/// The refusal to whoever decides on what was sent on to others.
pub(super) fn sent_on() -> Problem {
    Problem::not_possible(&[NotOpen::SentOn], "")
}

/// Runs the triage of one filing.
pub(super) async fn run<K: Named>(
    caller: Caller<IntakeTriage>,
    command: Command,
    id: K::Id,
    raw: &[u8],
    wanted: Result<Wanted<K::Dismissal>, Problem>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    command
        .run(&caller, raw, wanted, move |acting, wanted| {
            triage::<K>(acting, &scope, id, wanted)
        })
        .await
}

fn triage<K: Named>(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    id: K::Id,
    wanted: &Wanted<K::Dismissal>,
) -> Result<Effect, Problem> {
    let filing = decide_on::<K>(acting.tx, scope, id)?.ok_or_else(Problem::not_found)?;
    acting.require_officer()?;
    let from = filing.region;
    if !filing.is_open() {
        return Err(not_open::<K>());
    }
    if let Outcome::Joined(deed) = wanted.outcome {
        require_deed(acting.tx, &filing, deed)?;
    }
    let sent = filing
        .triage(wanted.outcome, wanted.note.clone(), acting.tx.now())
        .map_err(|refused| match refused {
            TriageFault::NotOpen => not_open::<K>(),
            TriageFault::SameRegion => FilingError::SameRegion.at("/region_code").into(),
            TriageFault::SentThere => Problem::not_possible(&[FilingError::SameRegion], ""),
        })?;
    intake::save(acting.tx, &sent)?;
    let earlier = earlier(acting.tx, &sent, from)?;
    let answer = Answer::created(
        address(&sent),
        &K::view(&sent, &earlier, Representation::Masked),
    )?
    .tagged(&Representation::Masked.tag(sent.version));
    Ok(Effect {
        answer,
        changes: changes(&sent, from, wanted.outcome),
    })
}

/// A filing is joined to a deed of the county that it is with. A deed of a county that had it before
/// was right until somebody sent it on.
fn require_deed<K: Named>(
    tx: &mut Tx<'_>,
    filing: &Filing<K>,
    deed: DeedId,
) -> Result<(), Problem> {
    let county = RegionScope::Regions(vec![filing.region]);
    if cases::find::<Deed>(tx, &county, deed)?.is_some() {
        return Ok(());
    }
    let before = filing.progress.iter().map(|step| step.region).collect();
    match cases::find::<Deed>(tx, &RegionScope::Regions(before), deed)? {
        Some(_) => Err(sent_on()),
        None => Err(DeedUnknown.at("/deed_id").into()),
    }
}

/// What is like it in the region of the caller; nothing of the region to which it was given away.
fn earlier<K: Named>(
    tx: &mut Tx<'_>,
    sent: &Filing<K>,
    from: RegionCode,
) -> Result<Earlier, StoreError> {
    if sent.region != from {
        return Ok(Earlier::default());
    }
    super::reading::earlier(tx, sent)
}

/// One event for the region that sent it on, and one for the region that receives it.
fn changes<K: Named>(
    sent: &Filing<K>,
    from: RegionCode,
    outcome: Outcome<K::Dismissal>,
) -> Vec<Change> {
    let data: Value = match outcome {
        Outcome::Joined(deed) => json!({ "outcome": "joined", "deed_id": deed }),
        Outcome::Forwarded(region) => json!({ "outcome": "forwarded", "region_code": region }),
        Outcome::NotPursued(reason) => {
            json!({ "outcome": "not_pursued", "reason": reason })
        }
    };
    let mut changes = vec![Change::new(K::TRIAGED, subject(sent, from), data)];
    if sent.region != from {
        changes.push(change(
            K::FORWARDED,
            sent,
            json!({ "from_region_code": from }),
        ));
    }
    changes
}
