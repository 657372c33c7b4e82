//! What rounds of commendation store of their own, and what they are found and counted by.

use chrono::Datelike as _;
use diesel::dsl::exists;
use domain::ids::{Id as _, RoundId};
use domain::policy::{CommendationForm, CommendationKind, HonourLevel, TitleId};
use domain::procedure::OwnOrShared::Own;
use domain::procedure::{Case, CaseEvent};
use domain::regions::RegionCode;
use domain::rounds::{Call, Round, RoundFacts, State, Step};

use crate::cases::{self, CaseFile, CaseOnFile};
use crate::prelude::*;
use crate::publicity;
use crate::schema::{case_files, case_states, rounds};
use crate::stored::{Form, StoredProcedure};

impl StoredProcedure for Round {
    const CASE: Form<Case<Self>> = Form::first("round.case");
    const HISTORY: Form<Vec<CaseEvent<Self>>> = Form::first("round.history");
    const SUBJECT: Form<Call> = Form::first("round.subject");
    const FACTS: Form<RoundFacts> = Form::first("round.facts");

    fn saved(
        tx: &mut Tx<'_>,
        file: &CaseFile<Self>,
        cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        publicity::round_saved(tx, file, cases)
    }
}

/// Which rounds a list shows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub state: Option<State>,
    pub form: Option<CommendationForm>,
    pub level: Option<HonourLevel>,
    /// The year in which it was planned.
    pub year: Option<i32>,
}

/// The rounds within the caller's regions, newest first. There are some dozens a year, so that no filter
/// needs an index in the order of the list.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter,
    keyset: &Keyset<RoundId>,
) -> Result<Page<CaseFile<Round>>, StoreError> {
    cases::list_narrowed::<Round>(reader, scope, keyset, |files| {
        let own = || rounds::table.filter(rounds::file_id.eq(case_files::id));
        let mut files = files;
        if let Some(form) = filter.form {
            files = files.filter(exists(own().filter(rounds::form.eq(form.as_str()))));
        }
        if let Some(level) = filter.level {
            files = files.filter(exists(own().filter(rounds::level.eq(level.as_str()))));
        }
        if let Some(year) = filter.year {
            files = files.filter(exists(own().filter(rounds::year.eq(i64::from(year)))));
        }
        if let Some(state) = filter.state {
            let come_so_far = case_states::table
                .filter(case_states::file_id.eq(case_files::id))
                .filter(case_states::state.eq(state.as_str()));
            files = files.filter(exists(come_so_far));
        }
        files
    })
}

/// Keeps what a round is found and counted by as its file and case say it now.
pub fn keep(
    tx: &mut Tx<'_>,
    file: &CaseFile<Round>,
    one: &CaseOnFile<Round>,
) -> Result<(), StoreError> {
    let call = &file.subject;
    let titles: Vec<&str> = call.titles.iter().map(|it| it.title.as_str()).collect();
    diesel::delete(rounds::table.find(file.id.to_string())).execute(tx.connection)?;
    diesel::insert_into(rounds::table)
        .values((
            rounds::file_id.eq(Col(file.id.uuid())),
            rounds::region_code.eq(Col(call.organiser)),
            rounds::form.eq(call.form.as_str()),
            rounds::level.eq(call.level.as_str()),
            rounds::kind.eq(call.kind.as_str()),
            rounds::year.eq(i64::from(file.received_on.year())),
            rounds::called_in.eq(called_in(&one.case).map(i64::from)),
            rounds::titles.eq(titles.join(" ")),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The year in which a round went out, unless it was cancelled.
fn called_in(case: &Case<Round>) -> Option<i32> {
    let mut history = case.history().iter();
    let called =
        history.find(|executed| matches!(executed.step, Own(Step::Call | Step::Opening)))?;
    (case.state() != State::Cancelled).then(|| called.on.year())
}

/// Another state award of an organiser that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateAward {
    /// The year in which it went out.
    pub called_in: i32,
    pub titles: Vec<TitleId>,
}

/// The state awards of an organiser at a level that went out, but for one round. Whoever goes by their
/// number counts them alone.
pub fn state_awards(
    tx: &mut Tx<'_>,
    (organiser, level): (RegionCode, HonourLevel),
    except: RoundId,
) -> Result<Vec<StateAward>, StoreError> {
    tx.lock(format!("round.awards/{organiser}/{level}").as_bytes())?;
    let found: Vec<(Option<i64>, String)> = rounds::table
        .filter(rounds::region_code.eq(Col(organiser)))
        .filter(rounds::kind.eq(CommendationKind::StateAward.as_str()))
        .filter(rounds::level.eq(level.as_str()))
        .filter(rounds::file_id.ne(Col(except.uuid())))
        .select((rounds::called_in, rounds::titles))
        .load(tx.connection)?;
    let out = found.into_iter().filter_map(|(called_in, titles)| {
        Some(StateAward {
            called_in: i32::try_from(called_in?).ok()?,
            titles: titles.split_whitespace().map(TitleId::new).collect(),
        })
    });
    Ok(out.collect())
}
