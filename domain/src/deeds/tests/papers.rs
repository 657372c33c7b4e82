//! Which step calls for which document, and which paper it numbers and prints.

use super::*;
use crate::{documents::DocumentKind, procedure::approve as try_step};

/// Executes a step, and looks at what it calls for and issues.
#[track_caller]
fn assert_papers(
    walk: &mut Walk,
    act: impl Into<AnyAct<Deed>>,
    calls_for: Document,
    issues: Option<DocumentKind>,
) {
    let command = walk.command(act);
    let approved = try_step(&walk.case, &command, &walk.context()).unwrap();
    assert_eq!(approved.issues(), issues);
    walk.give(&command);
    let due: Vec<Document> = walk
        .events
        .iter()
        .filter_map(|one| match one {
            CaseEvent::DocumentDue(document) => Some(*document),
            _ => None,
        })
        .collect();
    assert_eq!(due, [calls_for]);
}

#[test]
fn a_supplement_request_and_a_notice_before_a_refusal_are_written() {
    let mut asked = Walk::new();
    let due = Document::SupplementRequest;
    let paper = Some(DocumentKind::SupplementRequest);
    assert_papers(&mut asked, supplement_request(), due, paper);
    let mut heard = Walk::new();
    heard.about_to_be_refused();
    let told = prior_notice(heard.today);
    let paper = Some(DocumentKind::PriorNotice);
    assert_papers(&mut heard, told, Document::PriorNotice, paper);
}

#[test]
fn a_notice_a_confirmation_and_its_revocation_are_written() {
    let mut walk = Walk::new();
    walk.intended();
    let notice = Some(DocumentKind::PublicNotice);
    assert_papers(&mut walk, publication(), Document::PublicNotice, notice);
    walk.later(10);
    let certificate = Some(DocumentKind::Certificate);
    let due = Document::Confirmation;
    assert_papers(&mut walk, confirmation(), due, certificate);
    let told = revocation_notice(walk.today);
    let paper = Some(DocumentKind::PriorNotice);
    assert_papers(&mut walk, told, Document::PriorNotice, paper);
    walk.answered(DefenceReply::Waived);
    assert_papers(&mut walk, revoke(), Document::Revocation, None);
}

#[test]
fn a_refusal_and_what_comes_of_a_request_to_the_next_level_are_written() {
    let mut walk = Walk::new();
    walk.evidence(1, EvidenceKind::PublicSecurity)
        .about_to_be_refused()
        .heard();
    let paper = Some(DocumentKind::Refusal);
    assert_papers(&mut walk, refuse(), Document::Refusal, paper);
    let request = walk.request(Party::Actor);
    walk.step(request).at(CITY);
    let due = Document::ReconfirmationResult;
    let paper = Some(DocumentKind::ReconfirmationDecision);
    assert_papers(&mut walk.clone(), approve(), due, paper);
    assert_papers(&mut walk.clone(), refuse_finally(), due, paper);
    let withdrawal = walk.withdraw_request();
    assert_papers(
        &mut walk,
        withdrawal,
        due,
        Some(DocumentKind::ReconfirmationTermination),
    );
}
