//! What only recognitions store: the forms of their cases.

use domain::deeds::Incident;
use domain::out_of_city::{OutOfCityFacts, Recognition};
use domain::procedure::{Case, CaseEvent};
use serde_json::Value;

use crate::cases::{CaseFile, CaseOnFile};
use crate::error::StoreError;
use crate::plaques::heroes;
use crate::publicity;
use crate::store::Tx;
use crate::stored::renamed::renamed;
use crate::stored::{Form, StoredProcedure};

impl StoredProcedure for Recognition {
    const CASE: Form<Case<Self>> = Form::upgraded("recognition.case", 4, upgrade_case);
    const HISTORY: Form<Vec<CaseEvent<Self>>> = Form::first("recognition.history");
    const SUBJECT: Form<Incident> = Form::first("recognition.subject");
    const FACTS: Form<OutOfCityFacts> = Form::upgraded("recognition.facts", 2, |_, facts| facts);

    fn saved(
        tx: &mut Tx<'_>,
        _: &CaseFile<Self>,
        cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        heroes::honours_changed(tx, cases)?;
        publicity::recognitions_saved(tx, cases)
    }
}

/// Format 2 has other names. Format 3 says what the certificate says: who was dead then had a posthumous one.
fn upgrade_case(from: u32, case: Value) -> Value {
    let mut case = if from == 1 { renamed(case) } else { case };
    let decisions = case.get("decisions").and_then(Value::as_array);
    let recognised = decisions.is_some_and(|all| {
        let mut kinds = all.iter().filter_map(|one| one.get("kind"));
        kinds.any(|kind| kind == "recognition")
    });
    if recognised && let Some(record) = case.get_mut("record").and_then(Value::as_object_mut) {
        let dead = record.get("deceased") == Some(&Value::Bool(true));
        record.insert("posthumous".to_owned(), Value::Bool(dead));
    }
    case
}
