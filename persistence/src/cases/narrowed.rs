//! What a scope is told of a file whose cases it does not all see: only those that it does.

use std::collections::BTreeSet;

use domain::ids::CaseId;
use serde_json::Value;

use crate::prelude::*;
use crate::schema::case_sight;

/// Members of facts that name cases: by their ids, or by objects with an `id`.
const OF_CASES: [&str; 2] = ["actor_ids", "actors"];

/// Leaves out the cases that the scope does not see.
pub(crate) fn narrow<'a>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    facts: impl Iterator<Item = &'a mut Value>,
) -> Result<(), StoreError> {
    let Some(codes) = scope.codes() else {
        return Ok(());
    };
    let lists = |facts: &'a mut Value| {
        let members = facts.as_object_mut().into_iter().flatten();
        members.filter_map(|(name, value)| {
            let named = OF_CASES.contains(&name.as_str());
            value.as_array_mut().filter(|_| named)
        })
    };
    let lists: Vec<&mut Vec<Value>> = facts.flat_map(lists).collect();
    let named: BTreeSet<CaseId> = lists
        .iter()
        .flat_map(|list| list.iter().filter_map(case))
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    let seen: BTreeSet<CaseId> = case_sight::table
        .filter(case_sight::case_id.eq_any(texts(&named)))
        .filter(case_sight::region_code.eq_any(codes))
        .select(case_sight::case_id)
        .load(reader.connection)?
        .into_iter()
        .collect();
    for list in lists {
        list.retain(|one| case(one).is_none_or(|id| seen.contains(&id)));
    }
    Ok(())
}

fn case(named: &Value) -> Option<CaseId> {
    let id = named.as_str().or_else(|| named.get("id")?.as_str())?;
    id.parse().ok()
}
