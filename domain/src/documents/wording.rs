//! Dates, places and laws in the words of an official document.

use chrono::{Datelike, NaiveDate};

use super::{Matter, public_text};
use crate::{
    calendar::{DayUnit, PartialDate, Precision},
    deeds::Incident,
    policy::{BasisKind, Period},
    procedure::{FiledBy, Procedure, SharedStep, Step},
    receipts::{Finding, LegalBasis, RuleId},
    regions::{Place, RegionTree},
};

/// What a decision says of the certificates of those who died.
pub(super) const POSTHUMOUS: &str = "牺牲或者去世人员的证书予以追授，由其家属领取。";

/// `2026年3月10日`.
pub(super) fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `7日`, `15个工作日`.
pub(super) fn length(period: Period) -> String {
    let unit = match period.unit {
        DayUnit::Natural => "日",
        DayUnit::Working => "个工作日",
    };
    format!("{}{unit}", period.length)
}

/// What a rule found, as a sentence with its law; its dates, such as `2026-03-10`, are written like
/// those around it. None where it measures by a standard of the service's own: no law says that, and
/// the officer's reason stands without it.
pub(super) fn finding(finding: &Finding) -> Option<String> {
    let is_own = |source: &LegalBasis| source.kind == BasisKind::Proposed;
    if finding.basis.iter().any(is_own) {
        return None;
    }
    let reason = public_text::sentence(&dates_in_words(&finding.reason.zh));
    let laws = cited(&finding.basis);
    Some(if laws.is_empty() {
        format!("依规则评估：{reason}")
    } else {
        format!("依规则评估：{reason}（依据：{laws}）")
    })
}

pub(super) fn dates_in_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text.chars();
    loop {
        if let Some((day, after)) = leading_date(rest.as_str()) {
            words.push_str(&date(day));
            rest = after.chars();
        } else if let Some(char) = rest.next() {
            words.push(char);
        } else {
            return words;
        }
    }
}

/// The date of the form `2026-03-10` with which a text begins, and the text after it.
fn leading_date(text: &str) -> Option<(NaiveDate, &str)> {
    let (written, after) = text.split_at_checked("2026-03-10".len())?;
    let day: NaiveDate = written.parse().ok()?;
    (day.to_string() == written).then_some((day, after))
}

/// When and where it happened, as the beginning of a sentence: `2026年3月10日，在山东省聊城市，`.
pub(super) fn when_and_where(incident: &Incident, regions: &RegionTree) -> String {
    let when = partial_date(incident.occurred_on);
    let place = incident.place.and_then(|place| match place {
        Place::Region(code) => regions.full_name(&code),
        Place::Abroad(_) => Some("国（境）外".to_owned()),
    });
    let place = place.map(|place| format!("在{place}"));
    when.into_iter()
        .chain(place)
        .flat_map(|part| [part, "，".to_owned()])
        .collect()
}

pub(super) fn partial_date(on: PartialDate) -> Option<String> {
    let first = on.earliest()?;
    Some(match on.precision() {
        Precision::Day | Precision::Unknown => date(first),
        Precision::Month => format!("{}年{}月", first.year(), first.month()),
        Precision::Year => format!("{}年", first.year()),
    })
}

impl<P: Procedure<Subject = Incident>> Matter<'_, P> {
    /// When and where it happened and what was done, no longer than fits on a certificate.
    pub(super) fn short_story(&self) -> String {
        when_and_where(self.subject, self.regions) + &public_text::short_summary(self.subject)
    }

    /// When and where it happened and what was done, for those who read the document.
    pub(super) fn story(&self) -> String {
        when_and_where(self.subject, self.regions) + &public_text::summary(self.subject)
    }
}

/// What a case of a procedure is called.
pub(super) struct Filing {
    /// What was handed in.
    pub(super) handed_in: &'static str,
    /// What it is about, where the body goes on or began of its own motion.
    pub(super) about: &'static str,
    /// The deed of which whoever handed it in told.
    pub(super) deed: &'static str,
}

impl<P: Procedure> Matter<'_, P> {
    /// What the case is called, with the names of those whom it is about.
    pub(super) fn called(&self, filing: &Filing) -> String {
        let called = if self.is_of_own_motion() {
            filing.about
        } else {
            filing.handed_in
        };
        format!("关于{}的{called}", self.names())
    }

    /// How the case came to the body, without a full stop: handed in, or taken up of its own motion
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 10).
    pub(super) fn came_in(&self, filing: &Filing) -> Option<String> {
        let case = self.first()?.case;
        let (names, body) = (self.names(), self.body());
        let received = date(case.received_on());
        let Filing {
            handed_in, about, ..
        } = filing;
        Some(if let Some((taken_back, on)) = self.taken_back() {
            let on = date(on);
            format!(
                "关于{names}的{handed_in}，{body}于{received}收到；{taken_back}撤回后，自{on}起依职权继续办理"
            )
        } else if self.is_of_own_motion() {
            format!("关于{names}的{about}，{body}于{received}依职权启动")
        } else {
            format!("关于{names}的{handed_in}，{body}于{received}收到")
        })
    }

    /// What the story of the deed is called.
    pub(super) fn deed_label(&self, filing: &Filing) -> &'static str {
        if self.is_of_own_motion() {
            "有关事迹"
        } else {
            filing.deed
        }
    }

    /// Whether the body goes on with the case, or began it, of its own motion.
    pub(super) fn is_of_own_motion(&self) -> bool {
        self.first()
            .is_some_and(|first| first.case.filed_by() == FiledBy::OwnMotion)
    }

    /// What was taken back before the body went on of its own motion, and since when it does.
    pub(super) fn taken_back(&self) -> Option<(&'static str, NaiveDate)> {
        let case = self.first().filter(|_| self.is_of_own_motion())?.case;
        case.history().iter().rev().find_map(|executed| {
            let taken_back = match executed.step {
                Step::Shared(SharedStep::RecommendationWithdrawal) => "举荐",
                Step::Shared(SharedStep::Continuation) => "申请",
                Step::Shared(_) | Step::Own(_) => return None,
            };
            Some((taken_back, executed.on))
        })
    }

    /// The law on which a rule rests first, as it binds when the report was received; what else a
    /// policy names only bounds it.
    pub(super) fn laws(&self, rule: RuleId) -> String {
        cited(&self.first_law(rule))
    }

    /// The law on which a rule rests first, where it binds more than the city's own bodies.
    pub(super) fn laws_beyond_city(&self, rule: RuleId) -> Option<String> {
        let law = self.first_law(rule);
        let kind = law.first()?.kind;
        (kind != BasisKind::CityDocument).then(|| cited(&law))
    }

    /// The articles of the law on which a rule rests first.
    fn first_law(&self, rule: RuleId) -> Vec<LegalBasis> {
        let Some(first) = self.first() else {
            return Vec::new();
        };
        let law = self.policy.on(first.case.received_on());
        let mut sources = law.sources_of(rule);
        sources.retain(|source| source.kind.binds());
        let first = sources.first().map(|source| source.law_title.clone());
        sources.retain(|source| Some(&source.law_title) == first.as_ref());
        sources
    }

    /// What the city tells about remedies outside this procedure, where that is signed off.
    pub(super) fn remedies(&self) -> Option<String> {
        let decision = &self.policy.terms().deeds.decision;
        decision.remedies.as_ref().map(|text| text.zh.clone())
    }
}

/// `《山东省见义勇为人员奖励和保护条例》第三条、第十条`, only what binds, each law named once.
fn cited(sources: &[LegalBasis]) -> String {
    let mut laws: Vec<(&str, Vec<&str>)> = Vec::new();
    for source in sources.iter().filter(|source| source.kind.binds()) {
        let title = source.law_title.zh.trim_matches(['《', '》']);
        let article = source.article.as_deref();
        match laws.iter_mut().find(|(known, _)| *known == title) {
            Some((_, articles)) => articles.extend(article),
            None => laws.push((title, article.into_iter().collect())),
        }
    }
    let laws = laws.into_iter();
    let laws: Vec<String> = laws
        .map(|(title, articles)| format!("《{title}》{}", articles.join("、")))
        .collect();
    laws.join("、")
}
