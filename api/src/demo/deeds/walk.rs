//! How a demonstration deed came to its state: step by step, each on its own day.

use domain::deeds::Incident;
use domain::deeds::procedure::{
    Act, ActorCase, Command, Happened, Holder, Report, Scope, Setting, Signer, Who, apply,
};
use domain::ids::OfficerId;
use domain::regions::RegionTree;
use persistence::{Tx, officers};

use super::seeds::Seed;
use super::{COUNTY, day};
use crate::demo::{DemoError, ids, literal};

/// A case that was walked through its steps.
pub(super) struct Walked<'a> {
    /// The case as it is now.
    pub(super) case: ActorCase,
    /// The setting of today.
    pub(super) setting: Setting<'a>,
    /// What each step brought about, the report first.
    pub(super) happened: Vec<Vec<Happened>>,
    /// The steps, each with the case after it.
    pub(super) acts: Vec<(Act, ActorCase)>,
}

/// The case after its steps, with the setting of today, and what each step brought about.
pub(super) fn walk<'a>(
    tx: &mut Tx<'_>,
    seed: &Seed,
    incident: &Incident,
    setting: &Setting<'a>,
) -> Result<Walked<'a>, DemoError> {
    let holder = RegionTree::builtin().get(&seed.region).map(Holder::of);
    let report = Report {
        filed_by: incident.filer.into(),
        occurred_on: incident.occurred_on,
        received_on: setting.today,
        receipt_on_record: false,
        backdating_reason: None,
        holder: literal(holder.ok_or("a region is not in the tree"))?,
        registered_by: None,
    };
    let refused = |unmet| DemoError::Data(format!("{}: {unmet:?}", seed.deed));
    let (mut case, opened) =
        ActorCase::open(report, setting).map_err(|error| refused(error.unmet))?;
    let mut all = vec![opened];
    let mut acts = Vec::new();
    let (first, second) = signers(tx, seed)?;
    for (days_ago, act) in &seed.steps {
        let command = Command {
            act: act.clone(),
            who: Who {
                scopes: [Scope::Report, Scope::Investigate, Scope::Confirm].into(),
                signer: Some(first),
            },
            second: Some(second),
            co_signer: None,
        };
        let then = Setting {
            today: day(tx.today(), *days_ago),
            ..*setting
        };
        let (next, happened) =
            apply(&case, &command, &then).map_err(|error| refused(error.unmet))?;
        case = next;
        all.push(happened);
        acts.push((act.clone(), case.clone()));
    }
    let setting = Setting {
        today: tx.today(),
        ..*setting
    };
    Ok(Walked {
        case,
        setting,
        happened: all,
        acts,
    })
}

/// Two officers of the committee that holds the deed. That of a county has only one, so that the
/// second is made up.
fn signers(tx: &mut Tx<'_>, seed: &Seed) -> Result<(Signer, Signer), DemoError> {
    let first = if seed.region.as_str() == COUNTY {
        ids::COUNTY_OFFICER
    } else {
        ids::OFFICER
    };
    let first: OfficerId = literal(first.parse())?;
    let client = literal(ids::CLIENT.parse())?;
    let found = officers::signatories(tx, client, &[first])?;
    let signatory = literal(found.first().copied().ok_or("an officer is missing"))?;
    let region = RegionTree::builtin().get(&signatory.region);
    let first = Signer {
        officer: signatory.officer,
        organisation: signatory.organisation,
        kind: signatory.kind,
        seat: literal(region.map(Holder::of).ok_or("a region is not in the tree"))?,
    };
    let second = Signer {
        officer: literal(ids::SECOND_OFFICER.parse())?,
        ..first
    };
    Ok((first, second))
}
