//! Commands for random sequences: every step, by several people, with several inputs.

use super::*;

/// How many callers there are to choose from.
pub(super) const CALLERS: usize = 5;

/// The command of one of the callers: officers of the county, the city and another county, one
/// officer who signs twice, and the public.
pub(super) fn command_by(act: Act, caller: usize) -> Command {
    let (first, second) = match caller {
        0 => (committee(1, COUNTY), committee(2, COUNTY)),
        1 => (committee(1, CITY), committee(2, CITY)),
        2 => (committee(1, OTHER_COUNTY), committee(2, OTHER_COUNTY)),
        3 => (committee(2, COUNTY), committee(2, COUNTY)),
        _ => {
            return Command {
                act,
                who: Who::public(),
                second: None,
                co_signer: None,
            };
        }
    };
    Command {
        act,
        who: all_scopes(first),
        second: Some(second),
        co_signer: Some(foundation()),
    }
}

/// Everything that might be tried next; `position` keeps new ids apart.
pub(super) fn acts(walk: &Walk, position: usize) -> Vec<Act> {
    let new = u128::try_from(position).unwrap() + 1;
    let mut acts = inquiry(walk, new);
    acts.extend(opinion(walk, new));
    acts.extend(decision(walk));
    acts.extend(detours());
    // Both are nearly always possible: more evidence would crowd out other steps, and a withdrawal
    // would end most sequences early.
    if walk.case.evidence().len() < 3 {
        acts.push(Act::Evidence {
            id: item(new),
            kind: EvidenceKind::ALL[walk.case.evidence().len()],
        });
    }
    if position % 7 == 6 {
        acts.push(Act::Withdrawal);
    }
    acts
}

fn inquiry(walk: &Walk, new: u128) -> Vec<Act> {
    let known = walk.case.evidence().last().map(|item| item.id);
    vec![
        Act::Acceptance,
        Act::SupplementRequest {
            items: vec![Line::parse("测试证明").unwrap()],
        },
        Act::Supplement,
        Act::BeneficiaryStatement {
            kind: StatementKind::Given,
            note: None,
        },
        Act::EvidenceVerification {
            id: known.unwrap_or(item(new)),
            verified: true,
        },
        Act::Recusal {
            person: Named::Officer(committee(2, OTHER_COUNTY).officer),
            reason: words("与受益人有亲属关系"),
        },
        Act::PanelReferral {
            reason: words("案情复杂"),
        },
        panel(&FULL_PANEL, 5, 4),
        panel(&FULL_PANEL, 3, 1),
        Act::Extension,
    ]
}

fn opinion(walk: &Walk, new: u128) -> Vec<Act> {
    let known = walk
        .case
        .objections()
        .last()
        .map_or(objection(new), |objection| objection.id);
    vec![
        Act::PositiveAssessment { reason: None },
        Act::NegativeAssessment {
            reason: words("不符合条件"),
        },
        publication(),
        skip(PublicitySkipReason::Safety),
        Act::Objection { id: objection(new) },
        Act::ObjectionRejection {
            id: known,
            reason: words("查无实据"),
        },
        Act::ObjectionUpholding {
            id: known,
            reason: words("异议属实"),
        },
        hearing(walk.today - TimeDelta::days(1)),
        hearing(walk.today),
        Act::HearingStatement {
            reply: HearingReply::Waived,
        },
    ]
}

fn decision(walk: &Walk) -> Vec<Act> {
    let (number, refusal) = (number("测试决〔2026〕1号"), refusal());
    let mut acts = vec![
        confirmation(),
        Act::Refusal {
            number: number.clone(),
            refusal: refusal.clone(),
        },
        Act::ReconfirmationWithdrawal,
        Act::ReconfirmationApproval {
            reason: words("原认定事实不清"),
        },
        Act::ReconfirmationRefusal {
            number: number.clone(),
            refusal,
        },
        Act::Revocation {
            number,
            deception: words("经查证系伪造"),
        },
        Act::Restoration {
            new_facts: words("发现新的监控录像"),
        },
    ];
    for party in Party::ALL {
        acts.push(walk.request(*party));
        for days in [0, 2] {
            acts.push(Act::Delivery {
                party: *party,
                delivered_on: walk.today - TimeDelta::days(days),
            });
        }
    }
    acts
}

fn detours() -> Vec<Act> {
    let mut acts = vec![
        Act::Suspension {
            pending: words("等待公安机关侦查结论"),
        },
        Act::Resumption {
            finding: words("行为合法"),
        },
        Act::TransferAcceptance,
        Act::TransferDispute {
            reason: words("事发地不在本县"),
        },
    ];
    for code in [COUNTY, OTHER_COUNTY] {
        acts.push(Act::Transfer {
            receiver: holder(code),
            reason: words("事发地在该县"),
        });
        acts.push(Act::Designation {
            receiver: holder(code),
            reason: words("指定管辖"),
        });
    }
    acts
}
