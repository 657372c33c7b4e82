use serde::Serialize;

use super::{ActorCase, Condition, Officers, Scope, Seat, Setting, Step, Unmet, Who, check, table};
use crate::organisations::OrganisationKind;

/// A step, and whether somebody may take it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Action {
    /// The step.
    pub step: Step,
    /// The resource that is created by it.
    pub resource: &'static str,
    /// The scope that it needs.
    pub scope: Option<Scope>,
    /// The kinds of organisation whose officers may take it; any when empty.
    pub organisations: &'static [OrganisationKind],
    /// Which of these organisations.
    pub seat: Seat,
    /// Who signs.
    pub officers: Officers,
    /// Whether nothing stands in the way but what is still to be handed in.
    pub allowed: bool,
    /// What stands in the way: exactly what [`super::apply`] would refuse with.
    pub unmet: Vec<Unmet>,
    /// What is asked of what is handed in with the step.
    pub needs: Vec<Condition>,
}

/// Every step of the procedure, for somebody, on a day.
#[must_use]
pub fn actions(case: &ActorCase, who: &Who, setting: &Setting<'_>) -> Vec<Action> {
    let setting = setting.not_before(case.last_day());
    Step::ALL
        .iter()
        .filter_map(|&step| {
            let (possible, unmet) = check::standing(case, step, who, &setting);
            let row = possible.or_else(|| table::rows_of(step).next())?;
            Some(Action {
                step,
                resource: row.resource,
                scope: row.scope,
                organisations: row.organisations,
                seat: row.seat,
                officers: row.officers,
                allowed: unmet.is_empty(),
                unmet,
                needs: row.of_input().collect(),
            })
        })
        .collect()
}
