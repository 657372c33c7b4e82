//! How a demonstration deed came to its state: step by step, each on its own day.

use domain::deeds::Incident;
use domain::deeds::procedure::{
    Act, ActorCase, Command, Happened, Holder, Report, Scope, Setting, Signer, Who, apply,
};
use domain::ids::OfficerId;
use domain::regions::RegionTree;
use persistence::{Tx, officers};

use super::day;
use super::seeds::Seed;
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
    let signers = Signers::load(tx)?;
    for (days_ago, act) in &seed.steps {
        let first = signers.of(case.holder());
        let command = Command {
            act: act.clone(),
            who: Who {
                scopes: [Scope::Report, Scope::Investigate, Scope::Confirm].into(),
                signer: Some(first),
            },
            second: Some(Signer {
                officer: signers.second,
                ..first
            }),
            co_signer: Some(signers.foundation),
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

/// Who signs. The committee of the county has only one officer, so that its second one is made up.
struct Signers {
    city: Signer,
    county: Signer,
    foundation: Signer,
    second: OfficerId,
}

impl Signers {
    fn load(tx: &mut Tx<'_>) -> Result<Self, DemoError> {
        let client = literal(ids::CLIENT.parse())?;
        let mut signer = |id: &str| {
            let id: OfficerId = literal(id.parse())?;
            let found = officers::signatories(tx, client, &[id])?;
            let signatory = literal(found.first().copied().ok_or("an officer is missing"))?;
            let region = RegionTree::builtin().get(&signatory.region);
            Ok::<_, DemoError>(Signer {
                officer: signatory.officer,
                organisation: signatory.organisation,
                kind: signatory.kind,
                seat: literal(region.map(Holder::of).ok_or("a region is not in the tree"))?,
            })
        };
        Ok(Self {
            city: signer(ids::OFFICER)?,
            county: signer(ids::COUNTY_OFFICER)?,
            foundation: signer(ids::CO_SIGNER)?,
            second: literal(ids::SECOND_OFFICER.parse())?,
        })
    }

    /// The officer of the body that holds a case.
    fn of(&self, holder: Holder) -> Signer {
        if holder == self.county.seat {
            self.county
        } else {
            self.city
        }
    }
}
