//! The papers of studios that carry a hero's name.

mod assessment;
mod decision;
mod validity;

pub(crate) use validity::void_since;

use super::{
    DocumentKind, Sheet,
    inquiry::{self, Told},
    public_text,
    wording::{self, Filing},
};
use crate::{
    procedure::Clock,
    receipts::RuleId,
    studios::{ClockKind, State, Studio},
};

type Matter<'a> = super::Matter<'a, Studio>;

/// What a case is called.
const FILING: Filing = Filing {
    handed_in: "英模工作室命名申报",
    about: "英模工作室命名",
    deed: "申报命名的工作室",
};

/// What a paper says. None where the case holds nothing to say.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::StudioNaming => decision::naming(matter),
        DocumentKind::StudioRefusal => decision::refusal(matter),
        DocumentKind::StudioWithdrawal => decision::withdrawal(matter),
        DocumentKind::StudioAssessment => assessment::compose(matter),
        DocumentKind::StudioRectification => rectification(matter),
        DocumentKind::PriorNotice => prior_notice(matter),
        DocumentKind::TransferLetter => inquiry::transfer(matter, &FILING, RuleId::FileWhere),
        _ => None,
    }
}

fn prior_notice(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let notice = case.record().notice()?;
    let why = notice.code.text().zh;
    let (title, intended, about) = if case.state() == State::IntendedWithdrawal {
        (
            "拟撤销英模工作室命名告知书",
            "拟撤销命名",
            format!(
                "{}。经审查核实，因{why}，拟撤销该命名",
                decision::named(case)?
            ),
        )
    } else {
        (
            "拟不予命名英模工作室告知书",
            "拟不予命名",
            format!(
                "{}。经审查核实，因{why}，拟不予命名“{}”",
                matter.came_in(&FILING)?,
                matter.studio()?
            ),
        )
    };
    let mut sheet = inquiry::prior_notice(
        matter,
        &Told {
            title,
            filing: &FILING,
            intended,
            facts: &notice.told.facts,
            reasons: &notice.told.reasons,
            notified_on: notice.told.notified_on,
            answer: ClockKind::DefenceAnswer,
        },
    )?;
    // The notice of every procedure names no studio, and no decision that is to be taken back.
    if let Some(first) = sheet.paragraphs.first_mut() {
        *first = format!("{about}。现将拟作出决定的事实和理由告知如下：");
    }
    Some(Sheet {
        addressee: Some(matter.parties()?),
        ..sheet
    })
}

/// The notice to put right what was found, by a day.
fn rectification(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let record = case.record();
    let notice = record.rectifications.last()?;
    let clock = case.clock(ClockKind::Rectification)?;
    let last = clock.due(matter.calendar).ok().flatten();
    let by = last.map_or_else(
        || {
            let length = wording::length(Clock::length(clock));
            format!("自{}的次日起{length}内", wording::date(clock.started_on()))
        },
        |last| format!("于{}前（含当日）", wording::date(last.date.due)),
    );
    let body = matter.body();
    let paragraphs = vec![
        format!("{body}经查看和核对台账，发现你工作室运行不符合要求，现通知限期整改。"),
        format!(
            "整改要求：{}",
            public_text::sentence(notice.requirements.as_str())
        ),
        format!("请{by}完成整改，并将整改情况书面报送{body}，{body}到现场核查。"),
        "逾期未完成整改的，将告知拟撤销命名，届时你工作室有权陈述和申辩。".to_owned(),
    ];
    let addressee = format!("{}（{}）", record.setup.name, record.setup.host);
    Some(matter.sheet(
        DocumentKind::StudioRectification,
        Some(addressee),
        paragraphs,
    ))
}

impl Matter<'_> {
    /// The name of the studio.
    fn studio(&self) -> Option<String> {
        Some(self.first()?.case.record().setup.name.to_string())
    }

    /// To whom decisions and what is told before them go: the unit that houses it, and the leader.
    fn parties(&self) -> Option<String> {
        let host = &self.first()?.case.record().setup.host;
        Some(format!("{host}、{}", self.addressee()))
    }
}
