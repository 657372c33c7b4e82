mod candidates;
mod cases;
mod clock_effects;
mod competence;
mod conditions;
mod correction;
mod decision_rules;
mod evidence_rules;
mod giving_up;
mod intake_rules;
mod next_level_clocks;
mod notice_rules;
mod office;
mod order;
mod papers;
mod place_rules;
mod promises;
mod refusal_agrees;
mod signatures;
mod table;
mod tried;
mod walk;
mod walks;
mod wording;
mod words;

use chrono::{NaiveDate, TimeDelta};

use self::{
    cases::{in_state, one_of_each},
    walk::Walk,
};
use super::*;
use crate::{
    calendar::PartialDate,
    ids::{EvidenceId, ObjectionId, OfficerId, ReceiptId},
    named::NamedEnum,
    organisations::OrganisationKind,
    policy::{EvidenceKind, PanelKind, Policy, PublicationWaiverReason},
    procedure::{
        Act as AnyAct, Case, CaseEvent, Clock, ClockStatus, Entered, FactsStand, FiledBy, Named,
        Officers, Opening, OutsideDocument, Party, Procedure, Scope, SharedAct, SharedStep, Signer,
        Step as AnyStep, Target, Term as _, Who, actions,
        testing::{
            CITY, COUNTY, OTHER_COUNTY, RECEIVED, Trial, Tried, all_scopes, committee, holder, id,
            number, officer, policy_of, words,
        },
    },
    receipts::{
        Proposal, RuleSet,
        samples::{LIAOCHENG_FILE, day, liaocheng, region},
    },
    reference::Reference,
    regions::RegionTree,
    text::{Line, Paragraphs},
};

fn record() -> Record {
    Record::new(PartialDate::day(day("2026-02-20")).unwrap())
}

fn report(filed_by: FiledBy) -> Opening {
    Opening {
        filed_by,
        received: Entered::on(day(RECEIVED)),
        receipt_on_record: false,
        holder: holder(COUNTY),
        registered_by: Some(committee(1, COUNTY)),
    }
}

/// The built-in policy with some words replaced.
fn policy_with(from: &str, to: &str) -> Policy {
    assert!(LIAOCHENG_FILE.contains(from), "{from}");
    policy_of(&LIAOCHENG_FILE.replace(from, to))
}

fn incident(occurred_on: PartialDate) -> Incident {
    Incident {
        act_types: Vec::new(),
        occurred_on,
        place: None,
        further_counties: Vec::new(),
        filer: eligibility::Filer::Actor,
        summary: Paragraphs::parse("测试：救起一名落水者\n随后离开").unwrap(),
        beneficiaries: Vec::new(),
        witnesses: Vec::new(),
        harm: None,
        loss_averted: None,
    }
}

fn item(number: u128) -> EvidenceId {
    EvidenceId::from(id(number))
}

fn refusal() -> Refusal {
    Refusal {
        code: RefusalCode::NotConfirmed,
        reason: words("不符合见义勇为的条件"),
        // The receipt of these walks finds nothing against the case.
        deviation: Some(words("证人改变陈述")),
    }
}

fn refuse() -> Act {
    Act::Refusal {
        number: Some(number("测试不确〔2026〕1号")),
        refusal: refusal(),
    }
}

fn approve() -> Act {
    Act::ReconfirmationApproval {
        reason: words("原认定事实不清"),
    }
}

fn refuse_finally() -> Act {
    Act::ReconfirmationRefusal {
        number: Some(number("测试复〔2026〕1号")),
        refusal: refusal(),
    }
}

/// The document of a level above the city, of a day.
fn above(on: NaiveDate) -> OutsideDocument {
    OutsideDocument {
        organ: Line::parse("测试省委政法委员会").unwrap(),
        number: number("测试省复〔2026〕1号"),
        issued: Entered::on(on),
        copy: None,
    }
}

fn revoke() -> Act {
    Act::Revocation {
        number: number("测试撤〔2026〕1号"),
        deception: words("经查证系伪造"),
    }
}

fn revocation_notice(notified_on: NaiveDate) -> Act {
    Act::RevocationNotice {
        facts: words("测试事实"),
        reasons: words("测试理由"),
        notified: Entered::on(notified_on),
        number: None,
    }
}

/// The same review, held again because of new facts.
fn again(mut review: Act) -> Act {
    if let Act::PanelReview { new_facts, .. } = &mut review {
        *new_facts = Some(words("新的证言"));
    }
    review
}

fn outside_finding(on: NaiveDate) -> SharedAct {
    SharedAct::OutsideFinding {
        document: above(on),
        content: words("判决：伤情鉴定属实"),
    }
}

fn outside_transfer() -> SharedAct {
    SharedAct::OutsideTransfer {
        organ: Line::parse("测试市委政法委员会").unwrap(),
        reason: words("事发地在该市"),
        number: None,
    }
}

fn continuation(own_motion: bool) -> SharedAct {
    SharedAct::Continuation {
        own_motion,
        reason: words("事实清楚"),
    }
}

fn reopen() -> Act {
    Act::Reopening {
        new_facts: words("发现新的监控录像"),
    }
}

fn redirection() -> Act {
    Act::Redirection {
        reason: words("事发地在市域外"),
    }
}

fn transfer(to: &str) -> SharedAct {
    SharedAct::Transfer {
        receiver: holder(to),
        reason: words("事发地在该县"),
        number: None,
    }
}

fn designation(to: &str) -> SharedAct {
    SharedAct::Designation {
        receiver: holder(to),
        reason: words("指定管辖"),
    }
}

fn dispute() -> SharedAct {
    SharedAct::TransferDispute {
        reason: words("事发地不在本县"),
    }
}

fn suspension() -> SharedAct {
    SharedAct::Suspension {
        pending: words("等待公安机关侦查结论"),
    }
}

fn resumption() -> SharedAct {
    SharedAct::Resumption {
        finding: words("行为合法"),
    }
}

fn publication() -> Act {
    Act::Publication {
        number: Some(number("测试公示〔2026〕1号")),
    }
}

fn confirmation() -> Act {
    Act::Confirmation {
        number: number("测试确〔2026〕1号"),
        certificate: Some(number("测试证2026001")),
    }
}

fn prior_notice(notified_on: NaiveDate) -> Act {
    Act::PriorNotice {
        facts: words("测试事实"),
        reasons: words("测试理由"),
        notified: Entered::on(notified_on),
        number: None,
    }
}

fn waiver(reason: PublicationWaiverReason) -> Act {
    Act::PublicationWaiver {
        reason,
        note: words("测试说明"),
    }
}

fn supplement_request() -> Act {
    Act::SupplementRequest {
        items: vec![Line::parse("测试证明").unwrap()],
        number: None,
    }
}

fn evidence(number: u128) -> Act {
    Act::Evidence {
        id: item(number),
        kind: EvidenceKind::Witness,
    }
}

fn negative() -> Act {
    Act::NegativeAssessment {
        reason: words("不符合条件"),
    }
}

fn reject(number: u128) -> Act {
    Act::ObjectionRejection {
        id: objection(number),
        reason: words("查无实据"),
    }
}

fn uphold(number: u128) -> Act {
    Act::ObjectionUpholding {
        id: objection(number),
        reason: words("异议属实"),
    }
}

fn objection(number: u128) -> ObjectionId {
    ObjectionId::from(id(number))
}

fn panel(kinds: &[PanelKind], present: usize, in_favour: u32) -> Act {
    Act::PanelReview {
        members: kinds
            .iter()
            .enumerate()
            .map(|(position, kind)| PanelMember {
                person: Named::Officer(OfficerId::from(
                    id(100 + u128::try_from(position).unwrap()),
                )),
                kind: *kind,
                present: position < present,
            })
            .collect(),
        in_favour,
        finding: words("测试评审意见"),
        new_facts: None,
    }
}

/// Five members of every kind that the regulation names.
const FULL_PANEL: [PanelKind; 5] = [
    PanelKind::Agency,
    PanelKind::Expert,
    PanelKind::CongressDeputy,
    PanelKind::ConferenceMember,
    PanelKind::Agency,
];
