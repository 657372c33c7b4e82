use chrono::{DateTime, NaiveDate, Utc};
use domain::deeds::Deed as DeedProcedure;
use domain::identity::mask;
use domain::ids::{CaseId, DeedId, PersonId, ReceiptId};
use domain::text::Line;

use crate::auth::Representation;
use crate::contract::view;
use crate::deeds::{Actor, DeedFile};
use crate::http::Page;
use crate::procedure::Seen;
use crate::procedure::words::StateCode;
use crate::wire::{PartialDate, Place};
use crate::words::{ActTypeWord, FilerWord};

view! {
    /// 行为人在本事迹中的案件摘要 / One actor of a deed, in short.
    #[schema(as = DeedActorSummary)]
    ActorSummary of actor: &Actor {
        /// 行为人编号 / The actor's id.
        #[schema(value_type = Uuid)]
        id: CaseId = actor.id,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = actor.person,
        /// 案件状态 / The state of the case.
        state: StateCode = StateCode(actor.case.state().as_str()),
        /// 承办单位所在区划 / The region of the body that holds the case.
        #[schema(example = "371502")]
        holder_region: String = actor.case.holder().region.to_string(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = actor.receipt_id,
        /// 是否限制公开 / Whether it is kept from the public.
        restricted: bool = actor.case.restricted(),
    }
}

view! {
    /// 事迹 / A deed with its actors.
    #[schema(as = Deed)]
    pub(crate) DeedView of (deed, seen, representation): (&DeedFile, &Seen<DeedProcedure>, Representation) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: DeedId = deed.id,
        /// 初次确认单位所在区划 / The region of the body of first instance.
        #[schema(example = "371502")]
        region_code: String = deed.region.to_string(),
        /// 收到日期 / The legal day of receipt.
        received_on: NaiveDate = deed.received_on,
        /// 申请人或者举荐人类别 / Who brought it.
        filer: FilerWord = deed.subject.filer.into(),
        /// 行为类型 / What was done.
        act_types: Vec<ActTypeWord> = deed.subject.act_types.iter().copied().map(Into::into).collect(),
        /// 行为发生日期 / When it happened.
        occurred_on: PartialDate = deed.subject.occurred_on.into(),
        /// 行为发生地；不详时没有 / Where it happened; absent where not stated.
        place: Option<Place> = deed.subject.place.as_ref().map(Into::into),
        /// 行为涉及的其他县（市、区） / Other counties in which it also happened.
        further_region_codes: Vec<String> = deed.subject.further_counties.iter().map(ToString::to_string).collect(),
        /// 事迹 / What was done, in words.
        summary: String = deed.subject.summary.to_string(),
        /// 受益人，通常遮盖 / Who was helped; masked unless everything is asked for.
        beneficiaries: Vec<String> = shown(&deed.subject.beneficiaries, representation),
        /// 证人，通常遮盖 / Who saw it; masked unless everything is asked for.
        witnesses: Vec<String> = shown(&deed.subject.witnesses, representation),
        /// 行为人所受损害，仅在要求全部内容时给出 / What the actors suffered; only when everything is asked for.
        harm: Option<String> = deed.subject.harm.as_ref().filter(|_| representation == Representation::Full).map(ToString::to_string),
        /// 避免的损失 / What did not happen because of the deed.
        loss_averted: Option<String> = deed.subject.loss_averted.as_ref().map(ToString::to_string),
        /// 行为人：由您的单位承办、曾承办或者待接收的 / The actors whose cases a body of yours holds, held first or is to receive, in the order of the report.
        actors: Vec<ActorSummary> = seen.cases.iter().map(ActorSummary::from).collect(),
        /// 由其他单位承办而不向您显示的行为人数 / How many other actors there are, whose cases others hold and you do not see.
        #[schema(minimum = 0, example = 0)]
        other_actors: usize = seen.others,
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = deed.version,
        /// 申报时间 / When it was reported.
        created_at: DateTime<Utc> = deed.created_at,
        /// 最近步骤的时间 / When the last step was taken.
        updated_at: DateTime<Utc> = deed.updated_at,
    }
}

fn shown(names: &[Line<100>], representation: Representation) -> Vec<String> {
    let text =
        |name| representation.text(name, |name: &Line<100>| mask(name.as_str()), Line::as_str);
    names.iter().map(text).collect()
}

/// 一页事迹 / A page of deeds.
pub(in crate::deeds) type DeedPage = Page<DeedView>;
