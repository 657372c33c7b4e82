//! The papers of out-of-city recognition.

mod certificate;
mod decision;
mod refusal;
mod validity;

pub(crate) use validity::void_since;

use super::{
    Concerned, DocumentKind, Sheet,
    inquiry::{self, Told},
    public_text,
    wording::{self, Filing},
};
use crate::{
    out_of_city::{ClockKind, LocalConfirmation, Recognition, State},
    receipts::RuleId,
};

type Matter<'a> = super::Matter<'a, Recognition>;
type Honoured<'a> = &'a Concerned<'a, Recognition>;

/// What a case is called.
const FILING: Filing = Filing {
    handed_in: "市域外见义勇为认定申请",
    about: "市域外见义勇为认定",
    deed: "申请认定的事迹",
};

/// What a paper says. None where the case holds nothing to say.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::RecognitionCertificate => certificate::compose(matter),
        DocumentKind::RecognitionDecision => decision::recognition(matter),
        DocumentKind::RecognitionRefusal => refusal::compose(matter),
        DocumentKind::RecognitionRevocation => decision::revocation(matter),
        DocumentKind::SupplementRequest => supplement_request(matter),
        DocumentKind::PriorNotice => prior_notice(matter),
        DocumentKind::TransferLetter => inquiry::transfer(matter, &FILING, RuleId::OutElig),
        _ => None,
    }
}

fn supplement_request(matter: &Matter<'_>) -> Option<Sheet> {
    let request = matter.first()?.case.record().supplement_requests.last()?;
    let (rule, clock) = (RuleId::OutElig, ClockKind::SupplementAnswer);
    inquiry::supplement_request(matter, &FILING, request, (rule, clock))
}

fn prior_notice(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let notice = case.record().notice()?;
    let (title, intended) = if case.state() == State::IntendedRevocation {
        ("拟撤销市域外见义勇为认定告知书", "拟撤销已经作出的认定")
    } else {
        ("拟不予认定市域外见义勇为告知书", "拟不予认定")
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

impl Matter<'_> {
    /// The title as policy has it.
    fn title(&self) -> Option<String> {
        let id = &self.policy.terms().out_of_city.title;
        let title = self.policy.title(id)?;
        Some(self.policy.title_text(title, false).zh)
    }

    /// Whether it is granted after death to one of those whom it is about.
    fn honours_a_dead(&self) -> bool {
        self.concerned.iter().any(has_died)
    }

    /// What is done for whom, 追授 for those who died: `追授测试甲、授予测试乙`.
    fn given(&self) -> String {
        let (dead, living): (Vec<Honoured<'_>>, Vec<Honoured<'_>>) =
            self.concerned.iter().partition(|one| has_died(one));
        let given = [("追授", dead), ("授予", living)];
        let each: Vec<String> = given
            .into_iter()
            .filter(|(_, people)| !people.is_empty())
            .map(|(given, people)| {
                let names: Vec<&str> = people.iter().map(|one| one.name()).collect();
                format!("{given}{}", names.join("、"))
            })
            .collect();
        each.join("、")
    }

    /// Who confirmed the deed where it happened.
    fn confirmed_there(&self) -> Option<String> {
        let LocalConfirmation::Present(document) = self.first()?.case.record().confirmation()?
        else {
            return None;
        };
        let issuer = document.issuer_name.as_deref();
        let issuer = issuer.unwrap_or("当地见义勇为工作机构");
        let number = document.document_number.as_deref();
        let number = number.map_or_else(String::new, |number| format!("（文号：{number}）"));
        Some(format!("上述行为已由{issuer}确认为见义勇为{number}。"))
    }
}

fn has_died(concerned: &Concerned<'_, Recognition>) -> bool {
    concerned.case.record().deceased == Some(true)
}
