//! The papers of commendations.

mod award;
mod form;
mod letters;
mod payment;
mod revocation;
mod validity;

pub(crate) use validity::void_since;

use super::{
    Concerned, DocumentKind, Sheet,
    inquiry::{self, Told},
    wording::{self, Filing},
};
use crate::{
    commendations::{ClockKind, Commendation},
    receipts::RuleId,
    regions::{Level, Place, Region},
};

type Matter<'a> = super::Matter<'a, Commendation>;

/// What a case is called.
const FILING: Filing = Filing {
    handed_in: "见义勇为表扬推荐",
    about: "见义勇为表扬推荐",
    deed: "推荐的事迹",
};

/// What a paper says. None where the case holds nothing to say.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::NominationForm => form::compose(matter),
        DocumentKind::OpinionRequest => letters::opinion_request(matter),
        DocumentKind::MartyrReferral => letters::martyr_referral(matter),
        DocumentKind::CommendationDecision => award::decision(matter),
        DocumentKind::AwardCertificate => award::certificate(matter),
        DocumentKind::PaymentList => payment::compose(matter),
        DocumentKind::PriorNotice => prior_notice(matter),
        DocumentKind::CommendationRevocation => revocation::compose(matter),
        DocumentKind::TransferLetter => inquiry::transfer(matter, &FILING, RuleId::TierChain),
        // Papers of other procedures. That each paper of the table says something is a promise of every
        // procedure (`procedure::testing`).
        _ => None,
    }
}

fn prior_notice(matter: &Matter<'_>) -> Option<Sheet> {
    let notice = matter.first()?.case.record().notice()?;
    let mut sheet = inquiry::prior_notice(
        matter,
        &Told {
            title: "拟撤销见义勇为称号告知书",
            filing: &FILING,
            intended: "拟撤销已经授予的称号",
            facts: &notice.facts,
            reasons: &notice.reasons,
            notified_on: notice.notified_on,
            answer: ClockKind::DefenceAnswer,
        },
    )?;
    // What is to be taken back is the title: how the nomination once came in says nothing of it.
    let opening = format!(
        "{}。经审查核实，拟撤销该称号。现将拟作出决定的事实和理由告知如下：",
        award::granted(matter)?
    );
    if let Some(first) = sheet.paragraphs.first_mut() {
        *first = opening;
    }
    Some(Sheet {
        addressee: Some(matter.party()),
        ..sheet
    })
}

impl Matter<'_> {
    /// The title as policy has it, without 追授, with the name of the county where it is one of a county.
    fn title(&self) -> Option<String> {
        let record = self.first()?.case.record();
        let granted = record.award().map_or(&record.title, |award| &award.title);
        let text = &self.policy.title(granted)?.text.zh;
        let first = self.first()?.case.first.region;
        Some(in_name_of(text, self.regions.get(&first)))
    }

    /// When and where it happened, as the beginning of a sentence.
    fn when_and_where(&self) -> String {
        let when = wording::partial_date(self.subject.occurred_on);
        let place = self.subject.place.and_then(|place| match place {
            Place::Region(code) => self.regions.full_name(&code),
            Place::Abroad(_) => Some("国（境）外".to_owned()),
        });
        let place = place.map(|place| format!("在{place}"));
        when.into_iter()
            .chain(place)
            .flat_map(|part| [part, "，".to_owned()])
            .collect()
    }

    /// Who is honoured: the group with its members, and which of them after their death, or the person.
    fn honoured(&self) -> String {
        let Some(group) = &self.subject.group else {
            return self.names();
        };
        let dead = self.concerned.iter().filter(|one| is_posthumous(one));
        let dead: Vec<&str> = dead.map(Concerned::name).collect();
        let dead = if dead.is_empty() {
            String::new()
        } else {
            format!("，其中{}为追授", dead.join("、"))
        };
        format!("“{group}”（成员：{}{dead}）", self.names())
    }

    /// To whom a paper on the title itself goes: a body nominates, so that there is no recommender beside
    /// those who hold it.
    fn party(&self) -> String {
        let each = self.concerned.iter().map(|one| {
            let family = if one.deceased { "的家属" } else { "" };
            format!("{}{family}", one.name())
        });
        let each: Vec<String> = each.collect();
        each.join("、")
    }
}

/// How the catalogue calls the counties in the titles that each of them grants.
const ANY_COUNTY: &str = "县（市、区）";

/// A title in a county's own name: `东昌府区见义勇为模范`. The city grants none in its name with these words.
pub(super) fn in_name_of(title: &str, region: Option<&Region>) -> String {
    let county =
        region.filter(|region| matches!(region.level, Level::County | Level::FunctionalZone));
    county.map_or_else(
        || title.to_owned(),
        |county| title.replace(ANY_COUNTY, &county.name),
    )
}

/// Whether the title was given after the death: it belongs to the award.
fn is_posthumous(concerned: &Concerned<'_, Commendation>) -> bool {
    let award = concerned.case.record().award();
    award.is_some_and(|award| award.posthumous)
}
