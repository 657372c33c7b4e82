//! What only commendations store: the forms of their cases, and which of them entered a round.

use std::collections::BTreeSet;

use domain::commendations::{Commendation, Nomination, TierFacts};
use domain::ids::{CommendationId, RoundId};
use domain::procedure::{Case, CaseEvent};

use crate::cases::{CaseFile, CaseOnFile};
use crate::prelude::*;
use crate::publicity;
use crate::schema::round_entries as entries;
use crate::stored::{Form, StoredProcedure};

impl StoredProcedure for Commendation {
    const CASE: Form<Case<Self>> = Form::first("commendation.case");
    const HISTORY: Form<Vec<CaseEvent<Self>>> = Form::first("commendation.history");
    const SUBJECT: Form<Nomination> = Form::first("commendation.subject");
    const FACTS: Form<TierFacts> = Form::first("commendation.facts");

    fn saved(
        tx: &mut Tx<'_>,
        file: &CaseFile<Self>,
        cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        let entered = cases.iter().flat_map(|one| &one.case.record().rounds);
        let rounds: BTreeSet<RoundId> = entered.map(|entry| entry.round).collect();
        diesel::delete(entries::table.filter(entries::commendation_id.eq(Col(file.id))))
            .execute(tx.connection)?;
        for round in rounds {
            let row = (
                entries::round_id.eq(Col(round)),
                entries::commendation_id.eq(Col(file.id)),
            );
            insert!(tx.connection, entries::table, row)?;
        }
        publicity::commendations_saved(tx, file, cases)
    }
}

/// The commendations that entered a round, whatever became of them there, in the order in which they were
/// nominated.
pub fn entered(reader: &mut Reader<'_>, round: RoundId) -> Result<Vec<CommendationId>, StoreError> {
    Ok(entries::table
        .filter(entries::round_id.eq(Col(round)))
        .order(entries::commendation_id.asc())
        .select(entries::commendation_id)
        .load(reader.connection)?)
}
