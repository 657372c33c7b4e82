//! The papers of the confirmation of deeds.

mod certificate;
mod decision;
mod notice;
mod reconfirmation;
mod refusal;
mod validity;

pub(crate) use validity::void_since;

use super::{
    DocumentKind, Sheet,
    inquiry::{self, Told},
    public_text,
    wording::{self, Filing},
};
use crate::{
    deeds::{ClockKind, Deed, Refusal, State},
    receipts::{Finding, Outcome, RuleId},
};

type Matter<'a> = super::Matter<'a, Deed>;

/// What a paper says. None where the case holds nothing to say, which no step that creates a
/// paper leaves behind.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::PublicNotice => notice::compose(matter),
        DocumentKind::Certificate => certificate::compose(matter),
        DocumentKind::Refusal => refusal::compose(matter),
        DocumentKind::ReconfirmationDecision => reconfirmation::compose(matter),
        DocumentKind::SupplementRequest => supplement_request(matter),
        DocumentKind::PriorNotice => prior_notice(matter),
        DocumentKind::ConfirmationDecision => decision::confirmation(matter),
        DocumentKind::RevocationDecision => decision::revocation(matter),
        DocumentKind::TransferLetter => inquiry::transfer(matter, &FILING, RuleId::FileWhere),
        DocumentKind::ReconfirmationTermination => reconfirmation::termination(matter),
        // Papers of other procedures. That each paper of the table says something is a promise of every
        // procedure (`procedure::testing`).
        _ => None,
    }
}

/// What a case is called.
const FILING: Filing = Filing {
    handed_in: "见义勇为确认申报",
    about: "见义勇为确认",
    deed: "申报的事迹",
};

fn supplement_request(matter: &Matter<'_>) -> Option<Sheet> {
    let request = matter.first()?.case.record().supplement_requests.last()?;
    let (rule, clock) = (RuleId::Supplement, ClockKind::SupplementAnswer);
    inquiry::supplement_request(matter, &FILING, request, (rule, clock))
}

fn prior_notice(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let revoked = case.state() == State::IntendedRevocation;
    let (notice, title, intended) = if revoked {
        let notice = case.record().revocation_notices.last()?;
        (
            notice,
            "拟撤销见义勇为确认告知书",
            "拟撤销对其见义勇为行为的确认",
        )
    } else {
        let notice = case.record().opinion()?.prior_notice.as_ref()?;
        (
            notice,
            "拟不予确认见义勇为告知书",
            "拟不予确认为见义勇为行为",
        )
    };
    inquiry::prior_notice(
        matter,
        &Told {
            title,
            filing: &FILING,
            intended,
            facts: &notice.facts,
            reasons: &notice.reasons,
            notified_on: notice.notified_on,
            answer: ClockKind::DefenceAnswer,
        },
    )
}

/// Why it was refused: the reason in a word and in the officer's words, and what the rules found, each with its law.
fn reasons(matter: &Matter<'_>, refusal: &Refusal) -> Vec<String> {
    let officer = public_text::sentence(refusal.reason.as_str());
    let mut reasons = vec![format!("理由：{}。{officer}", refusal.code.text().zh)];
    for found in findings(matter, refusal).filter_map(wording::finding) {
        if !reasons.contains(&found) {
            reasons.push(found);
        }
    }
    reasons
}

/// What the rules found against the case, and what they say of the officer's reason.
fn findings<'a>(matter: &Matter<'a>, refusal: &Refusal) -> impl Iterator<Item = &'a Finding> {
    let code = refusal.code.as_str();
    matter
        .concerned
        .iter()
        .flat_map(|concerned| &concerned.receipt.findings)
        .filter(move |finding| finding.outcome == Outcome::NotMet || finding.code.as_str() == code)
}
