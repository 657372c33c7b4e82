use super::{
    Case, Condition, Context, Procedure, Row, Step, Unmet, Who, check,
    row::{rows_of, steps},
};

/// A step, and whether somebody may execute it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action<P: Procedure> {
    pub step: Step<P::Step>,
    /// Its line of the table: the one for the present state, or the first where that forbids it.
    pub row: &'static Row<P>,
    /// Whether everything holds but what is still to be handed in.
    pub allowed: bool,
    /// What does not hold: exactly what [`super::apply`] would refuse with.
    pub unmet: Vec<Unmet<P::Condition>>,
    /// What is asked of what is handed in with the step.
    pub needs: Vec<Condition<P::Condition>>,
}

/// Every step of the procedure, for somebody, on a day.
pub fn actions<P: Procedure>(
    case: &Case<P>,
    who: &Who,
    context: &Context<'_, P>,
) -> Vec<Action<P>> {
    let context = context.not_before(case.last_day());
    steps::<P>()
        .into_iter()
        .filter_map(|step| {
            let (possible, unmet) = check::preconditions(case, step, who, &context);
            let row = possible.or_else(|| rows_of::<P>(step).next())?;
            Some(Action {
                step,
                row,
                allowed: unmet.is_empty(),
                unmet,
                needs: row.of_input().collect(),
            })
        })
        .collect()
}
