use chrono::NaiveDate;
use domain::deeds::{Deed, Timeliness};
use domain::ids::{CaseId, DeedId, PersonId, ReceiptId};
use domain::procedure::Context;
use persistence::cases::Enclosure;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::decided::{OpinionView, ReconfirmationView};
use super::looked_into::{EvidenceView, PanelReviewView, StatementView, SupplementRequestView};
use crate::deeds::Actor;
use crate::procedure::wire::{ClockView, DecidedView, HolderView, SuspensionView, TransferView};
use crate::procedure::words::StateCode;
use crate::wire::PartialDate;
use crate::words::FiledByWord;

/// 及时发现、确认、表扬、宣传 / The four moments of being timely, as far as they have come.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseTimeliness)]
#[expect(
    clippy::struct_field_names,
    reason = "each is the day on which something happened"
)]
struct TimelinessView {
    /// 行为发生日期 / When the deed was done.
    occurred_on: PartialDate,
    /// 发现：收到报告之日 / When it was found: the day the report was received.
    found_on: Option<NaiveDate>,
    /// 确认 / When it was confirmed.
    confirmed_on: Option<PartialDate>,
    /// 首次表扬 / When it was first commended.
    commended_on: Option<NaiveDate>,
    /// 首次宣传，公示不计 / When it was first publicised; the statutory notice does not count.
    publicised_on: Option<NaiveDate>,
}

impl From<Timeliness> for TimelinessView {
    fn from(timeliness: Timeliness) -> Self {
        Self {
            occurred_on: timeliness.occurred_on.into(),
            found_on: timeliness.found_on,
            confirmed_on: timeliness.confirmed_on.map(Into::into),
            commended_on: timeliness.commended_on,
            publicised_on: timeliness.publicised_on,
        }
    }
}

/// 行为人的案件 / The case of one actor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeedActor)]
pub(in crate::deeds) struct ActorCaseView {
    /// 行为人编号 / The actor's id.
    #[schema(value_type = Uuid)]
    id: CaseId,
    /// 事迹 / The deed.
    #[schema(value_type = Uuid)]
    deed_id: DeedId,
    /// 人员档案编号 / The person's file.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 案件状态 / How far it has come.
    state: StateCode,
    /// 案件来源 / How it came to be.
    filed_by: FiledByWord,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 承办单位 / The body that holds it now.
    holder: HolderView,
    /// 初次确认单位 / The body of first instance.
    first_instance: HolderView,
    /// 是否限制公开 / Whether it is kept from the public.
    restricted: bool,
    /// 最近的评估凭据 / The newest receipt of the rules.
    #[schema(value_type = Uuid)]
    receipt_id: ReceiptId,
    /// 期限，按开始的先后 / Its clocks, in the order in which they started.
    clocks: Vec<ClockView>,
    /// 及时性 / The four moments of being timely.
    timeliness: TimelinessView,
    /// 证据 / The evidence.
    evidence: Vec<EvidenceView>,
    /// 补正告知 / What was asked for.
    supplement_requests: Vec<SupplementRequestView>,
    /// 受益人作证情况 / What beneficiaries did.
    statements: Vec<StatementView>,
    /// 评审 / What the panel said.
    panel_reviews: Vec<PanelReviewView>,
    /// 意见 / Intended opinions.
    opinions: Vec<OpinionView>,
    /// 决定 / Written decisions.
    decisions: Vec<DecidedView>,
    /// 复核 / Requests for reconfirmation.
    reconfirmations: Vec<ReconfirmationView>,
    /// 中止 / Times of waiting for other bodies.
    suspensions: Vec<SuspensionView>,
    /// 移送 / Transfers to other bodies.
    transfers: Vec<TransferView>,
    /// 版本，本行为人的每个步骤加一 / One more with every step of this actor.
    #[schema(minimum = 1, example = 1)]
    version: i64,
}

impl ActorCaseView {
    /// The case on the day of `context`, with the texts of its evidence.
    pub(in crate::deeds) fn new(
        actor: &Actor,
        texts: &[Enclosure],
        context: &Context<'_, Deed>,
    ) -> Self {
        let case = &actor.case;
        let record = case.record();
        Self {
            id: actor.id,
            deed_id: actor.file,
            person_id: actor.person,
            state: StateCode(case.state().as_str()),
            filed_by: case.filed_by().into(),
            received_on: case.received_on(),
            holder: case.holder().into(),
            first_instance: case.first_instance().into(),
            restricted: case.restricted(),
            receipt_id: actor.receipt_id,
            clocks: case
                .clocks_now(context)
                .iter()
                .map(|clock| ClockView::new(clock, context))
                .collect(),
            timeliness: case.timeliness().into(),
            evidence: record
                .evidence
                .iter()
                .map(|item| EvidenceView::new(item, texts))
                .collect(),
            supplement_requests: record.supplement_requests.iter().map(Into::into).collect(),
            statements: record.statements.iter().map(Into::into).collect(),
            panel_reviews: record.panels.iter().map(Into::into).collect(),
            opinions: record.opinions.iter().map(Into::into).collect(),
            decisions: case.decisions().iter().map(Into::into).collect(),
            reconfirmations: record.reconfirmations.iter().map(Into::into).collect(),
            suspensions: case.suspensions().iter().map(Into::into).collect(),
            transfers: case.transfers().iter().map(Into::into).collect(),
            version: actor.version,
        }
    }
}
