use chrono::{DateTime, NaiveDate, Utc};
use domain::identity::mask;
use domain::ids::{CaseId, DeedId, PersonId, ReceiptId};
use domain::text::Line;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::auth::Representation;
use crate::deeds::{Actor, DeedFile};
use crate::http::Page;
use crate::procedure::words::StateCode;
use crate::wire::{PartialDate, Place};
use crate::words::{ActTypeWord, FilerWord};

/// 行为人在本事迹中的案件摘要 / One actor of a deed, in short.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeedActorSummary)]
struct ActorSummary {
    /// 行为人编号 / The actor's id.
    #[schema(value_type = Uuid)]
    id: CaseId,
    /// 人员档案编号 / The person's file.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 案件状态 / How far the case has come.
    state: StateCode,
    /// 承办单位所在区划 / The region of the body that holds the case.
    #[schema(example = "371502")]
    holder_region: String,
    /// 最近的评估凭据 / The newest receipt of the rules.
    #[schema(value_type = Uuid)]
    receipt_id: ReceiptId,
    /// 是否限制公开 / Whether it is kept from the public.
    restricted: bool,
}

/// 事迹 / A deed with its actors.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Deed)]
pub(crate) struct DeedView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: DeedId,
    /// 初次确认单位所在区划 / The region of the body of first instance.
    #[schema(example = "371502")]
    region_code: String,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 申请人或者举荐人类别 / Who brought it.
    filer: FilerWord,
    /// 行为类型 / What was done.
    act_types: Vec<ActTypeWord>,
    /// 行为发生日期 / When it happened.
    occurred_on: PartialDate,
    /// 行为发生地；不详时没有 / Where it happened; absent where not stated.
    place: Option<Place>,
    /// 行为涉及的其他县（市、区） / Other counties in which it also happened.
    further_region_codes: Vec<String>,
    /// 事迹 / What was done, in words.
    summary: String,
    /// 受益人，通常遮盖 / Who was helped; masked unless everything is asked for.
    beneficiaries: Vec<String>,
    /// 证人，通常遮盖 / Who saw it; masked unless everything is asked for.
    witnesses: Vec<String>,
    /// 行为人所受损害，仅在要求全部内容时给出 / What the actors suffered; only when everything is asked for.
    harm: Option<String>,
    /// 避免的损失 / What did not happen because of the deed.
    loss_averted: Option<String>,
    /// 行为人 / The actors, in the order of the report.
    actors: Vec<ActorSummary>,
    /// 版本，每个步骤加一 / One more with every step.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 申报时间 / When it was reported.
    created_at: DateTime<Utc>,
    /// 最近步骤的时间 / When the last step was taken.
    updated_at: DateTime<Utc>,
}

impl DeedView {
    pub(in crate::deeds) fn new(
        deed: &DeedFile,
        actors: &[Actor],
        representation: Representation,
    ) -> Self {
        let incident = &deed.subject;
        let full = representation == Representation::Full;
        let names = |names: &[Line<100>]| {
            let shown = |name| {
                representation.text(name, |name: &Line<100>| mask(name.as_str()), Line::as_str)
            };
            names.iter().map(shown).collect()
        };
        Self {
            id: deed.id,
            region_code: deed.region.to_string(),
            received_on: deed.received_on,
            filer: incident.filer.into(),
            act_types: incident.act_types.iter().copied().map(Into::into).collect(),
            occurred_on: incident.occurred_on.into(),
            place: incident.place.as_ref().map(Into::into),
            further_region_codes: incident
                .further_counties
                .iter()
                .map(ToString::to_string)
                .collect(),
            summary: incident.summary.to_string(),
            beneficiaries: names(&incident.beneficiaries),
            witnesses: names(&incident.witnesses),
            harm: incident
                .harm
                .as_ref()
                .filter(|_| full)
                .map(ToString::to_string),
            loss_averted: incident.loss_averted.as_ref().map(ToString::to_string),
            actors: actors.iter().map(ActorSummary::from).collect(),
            version: deed.version,
            created_at: deed.created_at,
            updated_at: deed.updated_at,
        }
    }
}

impl From<&Actor> for ActorSummary {
    fn from(actor: &Actor) -> Self {
        Self {
            id: actor.id,
            person_id: actor.person,
            state: StateCode(actor.case.state().as_str()),
            holder_region: actor.case.holder().region.to_string(),
            receipt_id: actor.receipt_id,
            restricted: actor.case.restricted(),
        }
    }
}

/// 一页事迹 / A page of deeds.
pub(in crate::deeds) type DeedPage = Page<DeedView>;
