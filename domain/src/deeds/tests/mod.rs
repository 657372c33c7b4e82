mod candidates;
mod correction;
mod decision_rules;
mod evidence_rules;
mod intake_rules;
mod notice_rules;
mod place_rules;
mod properties;
mod sequences;
mod table;
mod walk;
mod walks;

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use self::walk::Walk;
use super::*;
use crate::{
    calendar::{HolidayCalendar, PartialDate},
    decisions::{
        Proposal,
        samples::{LIAOCHENG_FILE, day, liaocheng, region},
    },
    ids::{DecisionId, EvidenceId, ObjectionId, OfficerId, OrganisationId},
    organisations::OrganisationKind,
    policy::{EvidenceKind, PanelKind, Policy, PolicySet, PublicitySkipReason},
    procedure::{
        Act as AnyAct, Case, Clock, ClockStatus, Command, DocumentNumber, Entered, FactsStand,
        FiledBy, Happened, Holder, Named, Officers, Opening, OutsideDocument, Party, Procedure,
        Reason, Refused, Scope, Seat, Setting, SharedAct, SharedStep, Signer, Step as AnyStep,
        Target, Term as _, Who, Word, actions, apply,
    },
    regions::RegionTree,
    text::Line,
};

const COUNTY: &str = "371502";
const OTHER_COUNTY: &str = "371521";
const CITY: &str = "371500";
/// A Monday.
const RECEIVED: &str = "2026-03-02";

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn words(text: &str) -> Reason {
    Line::parse(text).unwrap()
}

fn number(text: &str) -> DocumentNumber {
    Line::parse(text).unwrap()
}

fn holder(code: &str) -> Holder {
    Holder::of(RegionTree::builtin().get(&region(code)).unwrap())
}

fn officer(number: u128, kind: OrganisationKind, code: &str) -> Signer {
    Signer {
        officer: OfficerId::from(id(number)),
        organisation: OrganisationId::from(id(1000 + number)),
        kind,
        seat: holder(code),
    }
}

/// The first (1) or second (2) officer of a committee.
fn committee(number: u128, code: &str) -> Signer {
    let base = match code {
        COUNTY => 0,
        OTHER_COUNTY => 10,
        _ => 20,
    };
    officer(
        base + number,
        OrganisationKind::PoliticalLegalCommittee,
        code,
    )
}

fn foundation() -> Signer {
    officer(30, OrganisationKind::Foundation, CITY)
}

fn all_scopes(signer: Signer) -> Who {
    Who {
        scopes: Scope::ALL.iter().copied().collect(),
        signer: Some(signer),
    }
}

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

fn policy_of(file: &str) -> Policy {
    let policies = PolicySet::parse(file).unwrap();
    policies.in_force_on(day(RECEIVED)).unwrap().clone()
}

fn item(number: u128) -> EvidenceId {
    EvidenceId::from(id(number))
}

fn refusal() -> Refusal {
    Refusal {
        code: RefusalCode::NotConfirmed,
        reason: words("不符合见义勇为的条件"),
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

fn hearing(notified_on: NaiveDate) -> Act {
    Act::Hearing {
        facts: words("测试事实"),
        reasons: words("测试理由"),
        notified: Entered::on(notified_on),
    }
}

fn skip(reason: PublicitySkipReason) -> Act {
    Act::PublicationSkip {
        reason,
        note: words("测试说明"),
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
