//! Every step of the table, tried in every state by every body concerned: what is answered is what
//! the list of actions says.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::acts::act;
use super::committee::Committee;
use super::{COUNTY, NEIGHBOUR, Office, actor_id, deed, person, text};
use crate::attachments::{PAPER, paper};
use crate::harness::{CITY, Caller};

/// A deed for each state that a case can be in, and for some turns within a state.
fn cases(office: &Office, city: &Committee) -> Vec<(&'static str, Value)> {
    let assessed = || {
        let deed = office.report(1);
        office.prove(&deed);
        office.add_proof(&deed);
        office.done(&deed, "assessment", &json!({ "opinion": "positive" }));
        deed
    };
    let published = || {
        let deed = assessed();
        office.done(&deed, "publication", &json!({}));
        deed
    };
    let after = |deed: Value, resource: &str, body: Value| {
        office.done(&deed, resource, &body);
        deed
    };
    let elsewhere = || {
        let mut report = deed(COUNTY, &[&person(&office.county)]);
        report["place"]["region_code"] = json!("340600");
        let reported = office.county.post("/v1/deeds").json(&report).send();
        reported.expect(201).json()
    };
    let waiver = json!({ "reason": "safety", "note": "测试" });
    let prior_notice = json!({ "facts": "测试", "reasons": "测试" });
    let asked = |deed: Value| after(deed, "reconfirmations", act("reconfirmation_request"));
    let proven = office.report(1);
    office.prove(&proven);
    let unverified = json!({ "kind": "witness", "description": "测试：证言" });
    let finally = asked(office.refused());
    city.done(
        &finally,
        "reconfirmation-decisions",
        &city.signed(act("reconfirmation_refusal")),
    );
    vec![
        ("reported", office.report(1)),
        ("in_assessment", after(proven, "evidence", unverified)),
        (
            "in_assessment",
            after(
                office.report(1),
                "supplement-requests",
                act("supplement_request"),
            ),
        ),
        ("intended_confirmation", assessed()),
        (
            "intended_confirmation",
            after(assessed(), "publication-waiver", office.signed(waiver)),
        ),
        ("in_publication", published()),
        (
            "in_publication",
            after(published(), "objections", act("objection")),
        ),
        ("in_publication", office.renamed(published())),
        ("confirmed", office.confirmed()),
        ("confirmed", office.renamed(office.confirmed())),
        ("intended_refusal", office.doubted()),
        (
            "intended_refusal",
            after(office.doubted(), "prior-notices", prior_notice),
        ),
        ("refused", office.refused()),
        ("in_reconfirmation", asked(office.refused())),
        ("in_reconfirmation", office.asked_above(city)),
        ("refused_finally", finally),
        (
            "suspended",
            after(office.report(1), "suspension", act("suspension")),
        ),
        (
            "transferred",
            after(office.report(1), "transfer", act("transfer")),
        ),
        ("reported", elsewhere()),
        (
            "redirected",
            after(elsewhere(), "redirection", act("redirection")),
        ),
    ]
}

/// Deeds that were taken back, handed over or are to be revoked.
fn ended(office: &Office) -> Vec<(&'static str, Value)> {
    let applied = || {
        let mut report = deed(COUNTY, &[&person(&office.county)]);
        report["filer"] = json!("close_relative");
        let reported = office.county.post("/v1/deeds").json(&report).send();
        reported.expect(201).json()
    };
    let after = |deed: Value, resource: &str, body: Value| {
        office.done(&deed, resource, &body);
        deed
    };
    let told = || {
        let notice = act("revocation_notice");
        after(office.confirmed(), "revocation-notices", notice)
    };
    let heard = after(told(), "defence-statements", json!({ "statement": "测试" }));
    let transfer = office.signed(act("outside_transfer"));
    vec![
        ("reported", applied()),
        (
            "withdrawn",
            after(applied(), "withdrawal", json!({ "copy_id": PAPER })),
        ),
        (
            "handed_over",
            after(office.report(1), "outside-transfer", transfer),
        ),
        ("intended_revocation", told()),
        (
            "revoked",
            after(heard, "revocation", office.co_signed(act("revocation"))),
        ),
    ]
}

/// What is tried: where the files of a procedure lie, the lines of its table as they are served, and a
/// body for each step.
pub(crate) struct Tried {
    pub(crate) files: &'static str,
    /// The member that names a file where an attachment is declared.
    pub(crate) id_member: &'static str,
    pub(crate) rows: Vec<Value>,
    pub(crate) act: fn(&str) -> Value,
}

/// The lines of the table of a procedure, as they are served.
pub(crate) fn rows(caller: &Caller, procedure: &str) -> Vec<Value> {
    let table = caller.get(format!("/v1/procedures/{procedure}")).send();
    table.expect(200).json()["rows"].as_array().unwrap().clone()
}

/// Somebody who tries: a caller with an officer, and who else signs.
pub(crate) struct Trier<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) officer: &'a str,
    pub(crate) second: &'a str,
    pub(crate) co_signer: &'a str,
}

impl<'a> From<&'a Committee> for Trier<'a> {
    fn from(committee: &'a Committee) -> Self {
        Self {
            caller: &committee.caller,
            officer: &committee.officer,
            second: &committee.second,
            co_signer: &committee.co_signer,
        }
    }
}

impl Trier<'_> {
    /// The body of a step, with the signatures that it needs and the evidence or objection that the
    /// case waits for.
    fn body(&self, action: &Value, case: &Value, act: fn(&str) -> Value) -> Value {
        let mut body = act(&text(&action["step"]));
        let officers = text(&action["officers"]);
        if officers.starts_with("two") {
            body["second_officer_id"] = json!(self.second);
        }
        if officers == "two_and_co_signer" {
            body["co_signer_id"] = json!(self.co_signer);
        }
        let last = |items: &Value| items.as_array().and_then(|items| items.last()).cloned();
        if let (Some(item), true) = (last(&case["evidence"]), body["evidence_id"].is_string()) {
            body["evidence_id"] = item["id"].clone();
        }
        let objection =
            last(&case["opinions"]).and_then(|opinion| last(&opinion["publication"]["objections"]));
        if let (Some(item), true) = (objection, body["objection_id"].is_string()) {
            body["objection_id"] = item["id"].clone();
        }
        body
    }
}

pub(crate) fn conditions(list: &Value) -> Vec<&str> {
    let items = list.as_array().unwrap();
    items
        .iter()
        .map(|item| item["condition"].as_str().unwrap())
        .collect()
}

/// An action is what the table says of its step in that state, and names no condition but those of it.
pub(crate) fn assert_as_served(action: &Value, rows: &[Value], state: &str) {
    let step = &action["step"];
    let of_step: Vec<&Value> = rows.iter().filter(|row| row["step"] == *step).collect();
    let is_here = |row: &&&Value| row["from"].as_array().unwrap().contains(&json!(state));
    let here = of_step.iter().find(is_here);
    let unmet = conditions(&action["unmet"]);
    assert_eq!(
        unmet.contains(&"state"),
        here.is_none(),
        "{step} in {state}"
    );
    let row = here.unwrap_or(&of_step[0]);
    for member in [
        "resource",
        "scope",
        "organisations",
        "seat",
        "officers",
        "by_applicant",
    ] {
        assert_eq!(action[member], row[member], "{member} of {step} in {state}");
    }
    let mut served = conditions(&row["conditions"]);
    served.extend([
        "state",
        "scope",
        "officer",
        "not_recused",
        "calendar_loaded",
    ]);
    for (member, nobody, condition) in [
        ("seat", vec!["anyone"], "seat"),
        ("officers", vec!["none", "one"], "second_officer"),
        ("officers", vec!["none", "one", "two"], "co_signer"),
    ] {
        let asks = !nobody.contains(&row[member].as_str().unwrap());
        served.extend(asks.then_some(condition));
    }
    for condition in unmet.into_iter().chain(conditions(&action["needs"])) {
        assert!(
            served.contains(&condition),
            "{step} in {state}: {condition}"
        );
    }
}

/// Tries every step on a file without taking it. Notes the steps that would have been taken, and
/// those that were refused.
pub(crate) fn try_all(
    procedure: &Tried,
    trier: &Trier<'_>,
    (state, file): (&str, &Value),
    taken: &mut BTreeSet<String>,
    refused: &mut BTreeSet<String>,
) {
    let file_address = format!("{}/{}", procedure.files, text(&file["id"]));
    let address = format!("{file_address}/actors/{}", actor_id(file, 0));
    let case = trier.caller.get(&address).send();
    if case.status() == 404 {
        return;
    }
    let case = case.expect(200).json();
    assert_eq!(case["state"], state);
    let actions = trier
        .caller
        .get(format!("{address}/actions"))
        .on_behalf_of(trier.officer)
        .send()
        .expect(200)
        .json();
    let mut offered = BTreeSet::new();
    let paper = paper(trier.caller, procedure.id_member, &file["id"]);
    for action in actions["items"].as_array().unwrap() {
        assert_as_served(action, &procedure.rows, state);
        let step = text(&action["step"]);
        offered.insert(step.clone());
        let mut body = trier.body(action, &case, procedure.act);
        if body["copy_id"] == PAPER {
            body["copy_id"] = json!(paper);
        }
        let answer = trier
            .caller
            .post(format!(
                "{file_address}/{}?dry_run=true",
                text(&action["resource"])
            ))
            .on_behalf_of(trier.officer)
            .json(&body)
            .send();
        if answer.status() == 201 {
            assert_eq!(action["allowed"], true, "{step} in {state}");
            taken.insert(step);
            continue;
        }
        let problem = answer.problem(409, "step_not_possible");
        let unmet = &problem["actors"][0]["unmet"];
        let (said, found) = (
            action["unmet"].as_array().unwrap(),
            unmet.as_array().unwrap(),
        );
        // First what the actions list, word for word; then what is wrong with what was handed in.
        assert_eq!(&found[..said.len()], said, "{step} in {state}");
        assert_eq!(action["allowed"], said.is_empty(), "{step} in {state}");
        let needs = conditions(&action["needs"]);
        for condition in &conditions(unmet)[said.len()..] {
            assert!(needs.contains(condition), "{step} in {state}: {condition}");
        }
        refused.insert(step);
    }
    let served = procedure.rows.iter().map(|row| text(&row["step"]));
    assert_eq!(offered, served.collect(), "{state}");
}

/// Every state of the table was tried, and every step was possible somewhere and elsewhere not.
pub(crate) fn assert_all_tried(
    rows: &[Value],
    states: &BTreeSet<&str>,
    (taken, refused): (&BTreeSet<String>, &BTreeSet<String>),
    never: &[&str],
) {
    for row in rows {
        for state in row["from"].as_array().unwrap() {
            let state = state.as_str().unwrap();
            assert!(states.contains(state), "{state} was not tried");
        }
        let step = text(&row["step"]);
        let possible = !never.contains(&step.as_str());
        assert_eq!(taken.contains(&step), possible, "{step}");
        assert!(refused.contains(&step), "{step} was never refused");
    }
}

#[test]
fn every_step_is_answered_in_every_state_as_the_actions_say() {
    let office = Office::open();
    let (city, neighbour) = (office.committee(CITY), office.committee(NEIGHBOUR));
    let mut cases = cases(&office, &city);
    cases.extend(ended(&office));
    let procedure = Tried {
        files: "/v1/deeds",
        id_member: "deed_id",
        rows: rows(&office.county, "deed"),
        act,
    };
    let triers = [
        Trier {
            caller: &office.county,
            officer: &office.officer,
            second: &office.second,
            co_signer: &office.co_signer,
        },
        Trier::from(&city),
        Trier::from(&neighbour),
    ];
    let before = office.server.snapshot();
    let (mut taken, mut refused) = (BTreeSet::new(), BTreeSet::new());
    // The second day is one on which the notice and the time for a statement are over.
    for day in ["2026-03-02", "2026-03-16"] {
        office.today(day);
        for (state, deed) in &cases {
            for trier in &triers {
                try_all(&procedure, trier, (state, deed), &mut taken, &mut refused);
            }
        }
    }
    // Days that pass are missed, which is reported; no try left anything, beside the papers for it.
    let by_time = [
        "attachment_parts",
        "attachments",
        "audit_entries",
        "audit_regions",
        "case_deadlines_missed",
        "event_regions",
        "events",
    ];
    let mut written = before.differs_in(&office.server.snapshot());
    written.retain(|table| !by_time.contains(&table.as_str()));
    assert!(written.is_empty(), "{written:?}");

    let states = cases.iter().map(|(state, _)| *state).collect();
    // No law of this city extends the time for the opinion.
    assert_all_tried(&procedure.rows, &states, (&taken, &refused), &["extension"]);
}
