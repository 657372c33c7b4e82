//! What a step leaves behind: cases, history, what is due, documents, and who is told.

use std::collections::BTreeSet;

use domain::deeds::procedure::Act;
use domain::regions::RegionCode;
use persistence::attachments;
use persistence::audit::{Change, Subject};
use persistence::deeds::{self, Actor, Deed};
use serde_json::json;

use super::{Moved, Step};
use crate::auth::Representation;
use crate::commands::{Acting, Answer, Effect};
use crate::deeds::receipts::{evaluated, renewed};
use crate::deeds::setting::setting_of;
use crate::deeds::steps::actors::{merged, shared_region};
use crate::deeds::steps::input::Wanted;
use crate::deeds::wire::DeedView;
use crate::deeds::{address, subject};
use crate::documents;
use crate::problems::Problem;

impl Step {
    /// Keeps what the step brought about for each of its actors, and answers the deed.
    pub(super) fn keep(
        &self,
        acting: &mut Acting<'_, '_>,
        wanted: &Wanted,
        act: &Act,
        deed: Deed,
        actors: Vec<Actor>,
        moved: Vec<Moved>,
    ) -> Result<Effect, Problem> {
        let policies = self.state.policies.set();
        let mut announced = Vec::new();
        let mut moved_on = Vec::new();
        let mut entries = Vec::new();
        let mut concerned = Vec::new();
        for mut step in moved {
            let facts = step
                .receipt
                .as_ref()
                .and_then(|receipt| renewed(receipt, &step.actor.case));
            if let Some(facts) = facts {
                let region = step.actor.case.first_instance().region;
                let (decision, proposed) = evaluated(acting, policies, region, facts)?;
                step.actor.decision = decision.summary.id;
                announced.push(proposed);
            }
            let setting = setting_of(policies, &step.actor.case, acting.tx.today(), None)?;
            moved_on.push((step.actor.clone(), step.actor.case.due_of_body(&setting)));
            concerned.extend(step.receipt.map(|receipt| (step.actor.clone(), receipt)));
            entries.push((step.actor, step.happened));
        }
        let seen_before = deeds::seen_by(&deed, &actors);
        let all = merged(actors, &moved_on);
        let deed = Deed {
            region: shared_region(&all).unwrap_or(deed.region),
            version: deed.version + 1,
            updated_at: acting.tx.now(),
            ..deed
        };
        deeds::save(acting.tx, &deed, &moved_on, &all)?;
        deeds::append(acting.tx, acting.actor, &entries)?;
        if let Some((kind, id, text)) = &wanted.enclosure {
            deeds::enclose(acting.tx, deed.id, *id, *kind, text)?;
            attachments::add_to_evidence(acting.tx, *id, &wanted.attachments)?;
        }
        announced.extend(documents::issue(
            acting.tx, policies, &deed, act, &concerned,
        )?);
        announced.insert(0, taken(&deed, act, &moved_on));
        announced.extend(handed_over(
            &deed,
            &seen_before,
            &deeds::seen_by(&deed, &all),
        ));
        let masked = Representation::Masked;
        let view = DeedView::new(&deed, &all, masked);
        let answer = Answer::created(address(deed.id), &view)?.tagged(&masked.tag(deed.version));
        Ok(Effect {
            answer,
            changes: announced,
        })
    }
}

/// The change that a step was taken.
fn taken<T>(deed: &Deed, act: &Act, changed: &[(Actor, T)]) -> Change {
    let actors: Vec<_> = changed
        .iter()
        .map(|(actor, _)| json!({ "id": actor.id, "state": actor.case.state() }))
        .collect();
    Change::new(
        "deed.step_taken",
        subject(deed),
        json!({ "step": act.step(), "actors": actors }),
    )
}

/// Tells the regions that see the deed from now on, or see it no more; the one whose file it is hears
/// of the step itself.
fn handed_over(
    deed: &Deed,
    before: &BTreeSet<RegionCode>,
    after: &BTreeSet<RegionCode>,
) -> Vec<Change> {
    let others = before.symmetric_difference(after);
    others
        .filter(|region| **region != deed.region)
        .map(|region| {
            let subject = Subject {
                region: *region,
                ..subject(deed)
            };
            let facts = json!({ "readable": after.contains(region) });
            Change::new("deed.handed_over", subject, facts)
        })
        .collect()
}
