//! Commands for random sequences: every step, by several people, with several inputs.

use super::*;

/// How many callers there are to choose from.
pub(super) const CALLERS: usize = 5;

/// The command of one of the callers: officers of the county, the city and another county, one
/// officer who signs twice, and the public.
pub(super) fn command_by(act: AnyAct<Deed>, caller: usize) -> Command<Deed> {
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
pub(super) fn acts(walk: &Walk, position: usize) -> Vec<AnyAct<Deed>> {
    let new = u128::try_from(position).unwrap() + 1;
    let own = inquiry(walk, new).into_iter().chain(opinion(walk, new));
    let own = own.chain(decision(walk));
    let mut acts: Vec<AnyAct<Deed>> = own.map(Into::into).collect();
    acts.extend(deliveries(walk));
    acts.extend(detours());
    // Both are nearly always possible: more evidence would crowd out other steps, and a withdrawal
    // would end most sequences early.
    if walk.case.record().evidence.len() < 3 {
        let kind = EvidenceKind::ALL[walk.case.record().evidence.len()];
        acts.push(
            Act::Evidence {
                id: item(new),
                kind,
            }
            .into(),
        );
    }
    if position % 7 == 6 {
        acts.push(SharedAct::Withdrawal.into());
    }
    acts
}

fn inquiry(walk: &Walk, new: u128) -> Vec<Act> {
    let known = walk.case.record().evidence.last().map(|item| item.id);
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
        .record()
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
            number: Some(number.clone()),
            refusal: refusal.clone(),
        },
        Act::ReconfirmationWithdrawal,
        Act::ReconfirmationApproval {
            reason: words("原认定事实不清"),
        },
        Act::ReconfirmationRefusal {
            number: Some(number.clone()),
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
    }
    let above = || OutsideDocument {
        organ: Line::parse("测试省委政法委员会").unwrap(),
        number: super::number("测试省复〔2026〕1号"),
        issued: Entered::on(walk.today),
        copy: None,
    };
    acts.push(Act::OutsideApproval {
        document: above(),
        reason: words("原认定事实不清"),
    });
    acts.push(Act::OutsideRefusal {
        document: above(),
        refusal: super::refusal(),
    });
    acts
}

fn deliveries(walk: &Walk) -> Vec<AnyAct<Deed>> {
    let mut acts = vec![
        SharedAct::Recusal {
            person: Named::Officer(committee(2, OTHER_COUNTY).officer),
            reason: words("与受益人有亲属关系"),
        }
        .into(),
    ];
    for party in Party::ALL {
        for days in [0, 2] {
            let delivered = Entered::on(walk.today - TimeDelta::days(days));
            acts.push(
                SharedAct::Delivery {
                    party: *party,
                    delivered,
                }
                .into(),
            );
        }
    }
    acts
}

fn detours() -> Vec<AnyAct<Deed>> {
    let mut acts: Vec<SharedAct> = vec![
        SharedAct::Suspension {
            pending: words("等待公安机关侦查结论"),
        },
        SharedAct::Resumption {
            finding: words("行为合法"),
        },
        SharedAct::TransferAcceptance,
        SharedAct::TransferDispute {
            reason: words("事发地不在本县"),
        },
    ];
    for code in [COUNTY, OTHER_COUNTY] {
        acts.push(SharedAct::Transfer {
            receiver: holder(code),
            reason: words("事发地在该县"),
        });
        acts.push(SharedAct::Designation {
            receiver: holder(code),
            reason: words("指定管辖"),
        });
    }
    acts.into_iter().map(Into::into).collect()
}
