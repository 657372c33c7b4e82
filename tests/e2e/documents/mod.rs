//! Printable documents: what they say, what they never say, who gets them.
//!
//! Where no Chinese typeface is installed the tests see that the service says so; with
//! `YONGWEI_TEST_TYPEFACE` set, as `.ci/run` sets it, there has to be one.

mod notices;
mod numbers;
mod rare_characters;
mod reading;
mod validity;
mod wording;

use serde_json::{Value, json};

use crate::deeds::{Office, text};
use crate::harness::{Answer, Caller};

/// The documents of a deed, newest first.
fn documents(caller: &Caller, deed: &Value) -> Vec<Value> {
    caller.all(&format!("/v1/deeds/{}/documents", text(&deed["id"])))
}

/// The newest document of a kind.
pub(crate) fn newest(caller: &Caller, deed: &Value, kind: &str) -> Value {
    let mut found = documents(caller, deed).into_iter();
    let found = found.find(|document| document["kind"] == kind);
    found.unwrap_or_else(|| panic!("there is no {kind}"))
}

fn address(deed: &Value, document: &Value) -> String {
    let (deed, document) = (text(&deed["id"]), text(&document["id"]));
    format!("/v1/deeds/{deed}/documents/{document}")
}

/// The PDF; none where no typeface is installed, and then the service says how to install one.
fn pdf(caller: &Caller, deed: &Value, document: &Value) -> Option<Answer> {
    pdf_at(caller, &address(deed, document))
}

/// The PDF at an address.
pub(crate) fn pdf_at(caller: &Caller, address: &str) -> Option<Answer> {
    let answer = caller.get(address).send();
    if lacks_a_typeface(&answer) {
        return None;
    }
    let answer = answer.expect(200);
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert!(answer.bytes().starts_with(b"%PDF-"));
    Some(answer)
}

/// Whether a document cannot be printed because no typeface is installed: the service says how to
/// install one.
pub(crate) fn lacks_a_typeface(answer: &Answer) -> bool {
    if answer.status() != 503 || std::env::var_os("YONGWEI_TEST_TYPEFACE").is_some() {
        return false;
    }
    let problem = answer.problem(503, "typeface_missing");
    assert!(text(&problem["detail"]).contains("fonts-noto-cjk"));
    true
}

/// The text of each page, without the spaces and line ends of the layout.
pub(crate) fn pages(pdf: &Answer) -> Vec<String> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(pdf.bytes()).unwrap();
    let run_on = |page: &String| page.split_whitespace().collect::<String>();
    pages.iter().map(run_on).collect()
}

/// What a document says, if it can be rendered here.
pub(crate) fn words(caller: &Caller, deed: &Value, document: &Value) -> Option<String> {
    pdf(caller, deed, document).map(|pdf| pages(&pdf).concat())
}

#[track_caller]
pub(crate) fn assert_says(said: &str, parts: &[&str]) {
    // The number of a page stands between its words and those of the next.
    let said = without_page_numbers(said);
    for part in parts {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
}

fn without_page_numbers(said: &str) -> String {
    (1..10).fold(said.to_owned(), |said, page| {
        said.replace(&format!("—{page}—"), "")
    })
}

/// A deed of these people of the county whose notice is up since 2026-03-03; the service numbers it.
fn published(office: &Office, report: &Value) -> Value {
    let deed = office.county.post("/v1/deeds").json(report).send();
    let deed = deed.expect(201).json();
    office.prove(&deed);
    let opinion = json!({ "opinion": "positive", "reason": "测试：事实清楚" });
    office.done(&deed, "assessment", &opinion);
    office.today("2026-03-03");
    office.done(&deed, "publication", &json!({}))
}

/// The same of one new person.
fn published_of_one(office: &Office) -> Value {
    let person = crate::deeds::person(&office.county);
    published(
        office,
        &crate::deeds::deed(crate::deeds::COUNTY, &[&person]),
    )
}
