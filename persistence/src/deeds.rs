//! What only deeds store: the forms of their cases.

use domain::deeds::eligibility::DeedFacts;
use domain::deeds::{Deed, Incident};
use domain::procedure::{Case, CaseEvent};
use serde_json::{Map, Value};

use crate::cases::{CaseFile, CaseOnFile};
use crate::error::StoreError;
use crate::plaques::heroes;
use crate::publicity;
use crate::store::Tx;
use crate::stored::renamed::renamed;
use crate::stored::{Form, StoredProcedure};

impl StoredProcedure for Deed {
    const CASE: Form<Case<Self>> = Form::upgraded("deed.case", 5, upgrade_case);
    const HISTORY: Form<Vec<CaseEvent<Self>>> =
        Form::upgraded("deed.history", 2, |_, history| renamed(history));
    const SUBJECT: Form<Incident> = Form::first("deed.subject");
    const FACTS: Form<DeedFacts> = Form::upgraded("deed.facts", 2, |_, facts| facts);

    fn saved(
        tx: &mut Tx<'_>,
        file: &CaseFile<Self>,
        cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        heroes::honours_changed(tx, cases)?;
        publicity::deeds_saved(tx, file, cases)
    }
}

/// What stood beside the rest in format 1, when deeds had the only procedure, and stands under `record`
/// since format 2.
const RECORD: [&str; 13] = [
    "occurred_on",
    "historic_confirmation",
    "supplement_requests",
    "statements",
    "evidence",
    "panel_referral",
    "panels",
    "opinions",
    "reconfirmations",
    "restorations",
    "revocations",
    "commended_on",
    "publicised_on",
];

fn upgrade_case(from: u32, mut case: Value) -> Value {
    if let Some(members) = case.as_object_mut().filter(|_| from == 1) {
        let record: Map<String, Value> = RECORD
            .iter()
            .filter_map(|name| members.remove_entry(*name))
            .collect();
        members.insert("record".to_owned(), Value::Object(record));
    }
    if from < 3 { renamed(case) } else { case }
}
