//! What is handed in with the steps of a round.

mod ballots;
mod candidates;
mod ceremony;
mod decision;

pub(super) use ballots::{NewBallots, NewResolution};
pub(super) use candidates::{
    NewCandidateList, NewCandidateNoticeWaiver, NewCandidateObjection, NewCandidateObjectionOutcome,
};
pub(super) use ceremony::{NewCeremony, NewClosing};
pub(super) use decision::{
    NewRoundCall, NewRoundCancellation, NewRoundDecision, NewRoundDecisionCorrection,
    NewRoundOpening,
};

use domain::ids::CommendationId;
use domain::procedure::{DocumentNumber, Reason};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};

/// 推荐和理由 / A nomination with a reason.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonedNomination {
    /// 推荐编号 / The nomination.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    commendation_id: String,
    /// 理由 / Why.
    #[validate(nested)]
    reason: BoundedParagraphs<1, 2000>,
}

/// Nominations, each with a reason.
fn reasoned(
    pointer: &str,
    all: &[ReasonedNomination],
    read: &mut Reading,
) -> Vec<(CommendationId, Reason)> {
    let all = all.iter().enumerate();
    all.filter_map(|(index, one)| {
        let at = |member: &str| format!("{pointer}/{index}/{member}");
        let id = read.parse(&at("commendation_id"), &one.commendation_id);
        let reason = read.text(&at("reason"), &one.reason);
        Some((id?, reason?))
    })
    .collect()
}

/// Nominations by their ids.
fn nominations(pointer: &str, all: &[String], read: &mut Reading) -> Vec<CommendationId> {
    read.errors().each(pointer, all, str::parse)
}

step_body! {
    /// 只需文号的步骤 / A step of a round that may bring the number of its paper.
    #[schema(example = json!({}))]
    NewNumberedStep signed by one {
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewNumberedStep {
    #[expect(
        clippy::option_option,
        reason = "a fault and a number that was left out are two things"
    )]
    pub(super) fn number(&self, read: &mut Reading) -> Option<Option<DocumentNumber>> {
        read.optional("/number", self.number.as_deref())
    }
}
