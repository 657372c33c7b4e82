//! Acts for random sequences: every step, with several inputs.

use super::*;

/// Everything that might be tried next; `new` keeps new ids apart.
pub(super) fn acts(walk: &Walk, new: u128) -> Vec<AnyAct<Deed>> {
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
    if new.is_multiple_of(7) {
        acts.push(walk.withdrawal().into());
    }
    if new.is_multiple_of(8) {
        acts.push(walk.recommendation_withdrawal().into());
        acts.push(outside_transfer().into());
        acts.push(outside_finding(walk.today).into());
    }
    acts
}

fn inquiry(walk: &Walk, new: u128) -> Vec<Act> {
    let known = walk.case.record().evidence.last().map(|item| item.id);
    vec![
        Act::Acceptance,
        supplement_request(),
        walk.supplement(),
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
        review(&walk.case, panel(&FULL_PANEL, 5, 4)),
        review(&walk.case, panel(&FULL_PANEL, 3, 1)),
        Act::Extension,
    ]
}

/// A review that names new facts where there was one before.
fn review(case: &Case<Deed>, panel: Act) -> Act {
    if case.record().panels.is_empty() {
        panel
    } else {
        again(panel)
    }
}

fn opinion(walk: &Walk, new: u128) -> Vec<Act> {
    let known = walk
        .case
        .record()
        .objections()
        .last()
        .map_or(new, |objection| objection.id.as_uuid().as_u128());
    vec![
        Act::PositiveAssessment { reason: None },
        Act::PositiveAssessment {
            reason: Some(words("下班途中施救")),
        },
        negative(),
        publication(),
        Act::IdentityStatement {
            reason: words("系同一人"),
        },
        waiver(PublicationWaiverReason::Safety),
        walk.objection(new),
        reject(known),
        uphold(known),
        prior_notice(walk.today - TimeDelta::days(1)),
        prior_notice(walk.today),
        walk.answer(DefenceReply::Stated(words("当时已经下班"))),
        walk.answer(DefenceReply::Waived),
    ]
}

fn decision(walk: &Walk) -> Vec<Act> {
    let mut acts = vec![
        confirmation(),
        Act::CertificateReplacement {
            certificate: None,
            reason: words("姓名更正"),
        },
        refuse(),
        walk.withdraw_request(),
        approve(),
        refuse_finally(),
        revocation_notice(walk.today),
        Act::NoticeWithdrawal {
            reason: words("陈述属实"),
        },
        revoke(),
        reopen(),
        redirection(),
        Act::OutsideApproval {
            document: above(walk.today),
            reason: words("原认定事实不清"),
        },
        Act::OutsideRefusal {
            document: above(walk.today),
            refusal: refusal(),
        },
        Act::OutsideTermination {
            document: above(walk.today),
        },
    ];
    for party in Party::ALL {
        acts.push(walk.request(*party));
    }
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
        suspension(),
        resumption(),
        SharedAct::TransferAcceptance,
        SharedAct::TransferWithdrawal {
            reason: words("仍由我县办理"),
        },
        continuation(true),
        dispute(),
    ];
    for code in [COUNTY, OTHER_COUNTY] {
        acts.push(transfer(code));
        acts.push(designation(code));
    }
    acts.into_iter().map(Into::into).collect()
}
