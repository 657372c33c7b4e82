use serde::{Deserialize, Serialize};

use super::{Complexity, MinorHandling, body, case::Case};
use crate::{
    named_enum,
    policy::PublicationWaiverReason,
    receipts::{Finding, Proposal, ReasonCode, RuleId},
    regions::RegionCode,
};

named_enum! {
    /// 下一步 / The way a case takes next
    Route as "DeedRoute" {
        Assess = "assess", "进入核查评定", "assessment";
        Panel = "panel", "提交评审委员会", "the review panel";
        /// It was filed after the ordinary time, and that is examined first.
        LateFiling = "late_filing", "先审查逾期申报理由", "examination of the late filing";
        Suspend = "suspend", "中止办理", "suspension";
        RefusalNotice = "refusal_notice", "拟不予确认，先听取陈述申辩", "prior notice before a refusal";
    }
}

named_enum! {
    /// 须补充的事项 / Something that has to be asked for
    MissingFact {
        ActTypes = "act_types", "行为类型", "the kind of act";
        OtherActReason = "other_act_reason", "其他行为应当确认的理由", "why another act ought to be confirmed";
        Duty = "duty", "是否负有法定职责或者特定义务", "whether the actor was bound to act";
        Interests = "interests", "保护的利益", "whose interest was protected";
        Beneficiaries = "beneficiaries", "受益人与行为人的关系", "what the beneficiaries are to the actor";
        CausedDanger = "caused_danger", "危险是否由行为人造成", "whether the actor caused the danger";
        Lawfulness = "lawfulness", "行为合法性有无争议", "whether the lawfulness is questioned";
        Risk = "risk", "危险程度", "how dangerous it was";
        AgeAtDeed = "age_at_deed", "行为人当时的年龄", "the actor's age";
        Home = "home", "行为人户籍所在县", "the county of the actor's home";
        Dates = "dates", "行为发生日期、收到日期", "the day of the deed or of its receipt";
        Place = "place", "行为发生地（到县级）", "the county of the deed";
        Filer = "filer", "申请人或者举荐人", "who brings the deed";
        Complexity = "complexity", "是否情况复杂及理由", "whether the case is complex, and why";
        CityDecision = "city_decision", "市级关于不可抗力的决定", "the city's decision on force majeure";
        PossibleDuplicates = "possible_duplicates", "有无重复案卷的查对结果", "whether the deed is on file already";
        Evidence = "evidence", "经核实的证据", "verified evidence";
        PoliceMaterial = "police_material", "公安机关的材料", "material of the police";
    }
}

impl MissingFact {
    /// What a finding asks for.
    fn behind(code: ReasonCode) -> Option<Self> {
        Some(match code {
            ReasonCode::ActTypeNotStated => Self::ActTypes,
            ReasonCode::OtherActReasonMissing => Self::OtherActReason,
            ReasonCode::DutyNotStated => Self::Duty,
            ReasonCode::PurposeNotStated => Self::Interests,
            ReasonCode::BeneficiariesNotStated => Self::Beneficiaries,
            ReasonCode::CauseNotStated => Self::CausedDanger,
            ReasonCode::LawfulnessNotStated => Self::Lawfulness,
            ReasonCode::RiskNotStated => Self::Risk,
            ReasonCode::AgeNotStated => Self::AgeAtDeed,
            ReasonCode::HomeNotStated | ReasonCode::HomeTooCoarse => Self::Home,
            ReasonCode::DatesMissing
            | ReasonCode::DeedDateTooCoarse
            | ReasonCode::AgeUnclear
            | ReasonCode::BornAfterDeed
            | ReasonCode::DiedBeforeDeed => Self::Dates,
            ReasonCode::PlaceNotStated | ReasonCode::PlaceUnclear => Self::Place,
            ReasonCode::FilerNotStated => Self::Filer,
            ReasonCode::ComplexityNotStated => Self::Complexity,
            ReasonCode::CityDecisionMissing => Self::CityDecision,
            ReasonCode::DuplicatesNotChecked => Self::PossibleDuplicates,
            ReasonCode::EvidenceNotStated | ReasonCode::EvidenceInsufficient => Self::Evidence,
            ReasonCode::PoliceMaterialMissing => Self::PoliceMaterial,
            _ => return None,
        })
    }
}

/// What follows if the officer agrees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeedEffects {
    pub route: Route,
    /// The rules for which a review panel is needed; none when empty.
    pub panel_for: Vec<RuleId>,
    /// The region whose body handles the case; none where the city has none, or it is not known.
    pub body: Option<RegionCode>,
    /// Whether the body that received the report hands it over; none while that is not known.
    pub transfer: Option<bool>,
    pub minor_handling: MinorHandling,
    /// Why the notice may be left out and the record restricted, where the facts suggest it.
    pub restriction_suggested: Option<PublicationWaiverReason>,
    /// Whether a duty by contract lowers the commendation.
    pub lower_tier: bool,
    /// Everything that has to be asked for, each once.
    pub missing: Vec<MissingFact>,
}

pub(super) fn effects(case: &Case<'_>, findings: &[Finding]) -> DeedEffects {
    let panel_for = panel_for(case, findings);
    let minor_handling = MinorHandling::of(case.facts.age_at_deed);
    let mut missing: Vec<MissingFact> = findings
        .iter()
        .filter_map(|finding| MissingFact::behind(finding.code))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    DeedEffects {
        route: route(findings, !panel_for.is_empty()),
        panel_for,
        body: body::responsible(case),
        transfer: body::transfer(case),
        minor_handling,
        restriction_suggested: restriction(case, minor_handling),
        lower_tier: has(findings, ReasonCode::ContractDutyLowerTier),
        missing,
    }
}

fn has(findings: &[Finding], code: ReasonCode) -> bool {
    findings.iter().any(|finding| finding.code == code)
}

fn route(findings: &[Finding], panel: bool) -> Route {
    let late = [
        ReasonCode::FiledLateComplex,
        ReasonCode::ComplexityNotStated,
        ReasonCode::StopOpen,
        ReasonCode::TimeStopped,
    ];
    if Proposal::from_findings(findings) == Proposal::Refuse {
        Route::RefusalNotice
    } else if has(findings, ReasonCode::UnderInvestigation) {
        Route::Suspend
    } else if late.iter().any(|code| has(findings, *code)) {
        Route::LateFiling
    } else if panel {
        Route::Panel
    } else {
        Route::Assess
    }
}

/// Complex cases by the regulation itself, the others because a person has to weigh them.
fn panel_for(case: &Case<'_>, findings: &[Finding]) -> Vec<RuleId> {
    let weighed = [
        ReasonCode::ContractDutyReviewed,
        ReasonCode::SupportDuty,
        ReasonCode::KinOnly,
        ReasonCode::OtherActReasoned,
        ReasonCode::ActorCausedDanger,
        ReasonCode::ActUnlawful,
    ];
    let complex = matches!(case.facts.complexity, Some(Complexity::Complex(_)));
    findings
        .iter()
        .filter(|finding| weighed.contains(&finding.code))
        .map(|finding| finding.rule)
        .chain(complex.then_some(RuleId::ReviewPanel))
        .collect()
}

fn restriction(case: &Case<'_>, handling: MinorHandling) -> Option<PublicationWaiverReason> {
    let reason = match handling {
        MinorHandling::Minor | MinorHandling::Child => PublicationWaiverReason::MinorProtection,
        MinorHandling::Adult | MinorHandling::NotKnown => return None,
    };
    let allowed = &case.rules().publication.skip_reasons;
    allowed.contains(&reason).then_some(reason)
}
