//! The table of a procedure, and what of it is possible in a case.

use domain::named::NamedEnum;
use domain::policy::PolicySet;
use domain::procedure::{
    Action, Asks, ClockEffect, Condition, Procedure, Row, Target, Term as _, Unmet,
};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::contract::view;
use crate::procedure::words::{
    ClockKindCode, ConditionCode, StateCode, StepCode, StepDocumentCode,
};
use crate::words::{
    BilingualText, ClockBoundWord, ClockPauseWord, CompetentBodyWord, DocumentKindWord,
    OfficersWord, PeriodUnitWord,
};

view! {
    /// 尚未满足的条件 / A condition that does not hold.
    #[schema(as = UnmetCondition)]
    pub(crate) UnmetView of unmet: &Unmet<C> where C: Asks {
        /// 条件 / Which.
        condition: ConditionCode = ConditionCode(unmet.condition.as_str()),
        /// 所依规则；仅因步骤顺序的没有 / The rule that asks for it; absent where the order of the steps alone does.
        #[schema(example = "EVIDENCE-MIN")]
        rule: Option<&'static str> = unmet.rule.map(domain::receipts::RuleId::as_str),
        /// 须满足的内容 / What has to hold.
        text: BilingualText = (&unmet.text).into(),
        /// 现状 / The actual situation, where it says more.
        detail: Option<BilingualText> = unmet.detail.as_ref().map(Into::into),
    }
}

view! {
    /// 步骤的一项条件 / A condition of a step.
    #[schema(as = NeededCondition)]
    NeedView of condition: Condition<C> where C: Asks {
        /// 条件 / Which.
        condition: ConditionCode = ConditionCode(condition.as_str()),
        /// 所依规则；仅因步骤顺序的没有 / The rule that asks for it; absent where the order of the steps alone does.
        #[schema(example = "CONFIRM")]
        rule: Option<&'static str> = condition.rule().map(domain::receipts::RuleId::as_str),
        /// 须满足的内容 / What has to hold.
        text: BilingualText = condition.text().into(),
    }
}

view! {
    /// 一个步骤，以及您目前能否办理 / A step, and whether you may execute it now.
    #[schema(as = CaseAction)]
    ActionView of action: &Action<P> where P: Procedure {
        /// 步骤 / The step.
        step: StepCode = StepCode(action.step.as_str()),
        /// 案卷之下的资源 / The resource below the file that is created by it.
        #[schema(example = "confirmation")]
        resource: &'static str = action.row.resource,
        /// 所需权限 / The scope that it needs.
        #[schema(example = "deeds:confirm")]
        scope: &'static str = P::scope(action.row.scope),
        /// 经办人所属机构类别；为空则不限 / The kinds of organisation whose officers may execute it; any when empty.
        organisations: Vec<&'static str> = action.row.organisations.iter().map(|kind| kind.as_str()).collect(),
        /// 办理单位 / Which of these organisations.
        seat: CompetentBodyWord = action.row.competent_body.into(),
        /// 签署人 / Who signs.
        officers: OfficersWord = action.row.officers.into(),
        /// 申请人是否可以凭查询码单独办理 / Whether who applied may execute it alone, with the tracking code.
        by_applicant: bool = action.row.by_applicant,
        /// 除待提交的内容外，是否已无障碍 / Whether all conditions hold, apart from those on what is still to be submitted.
        allowed: bool = action.allowed,
        /// 尚未满足的条件 / The conditions that do not hold.
        unmet: Vec<UnmetView> = action.unmet.iter().map(Into::into).collect(),
        /// 提交内容须满足的条件 / What is asked of what is handed in.
        needs: Vec<NeedView> = action.needs.iter().copied().map(Into::into).collect(),
    }
}

/// 全部步骤 / Every step of the procedure, for you, today.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseActions)]
pub(crate) struct ActionPage {
    /// 案件状态 / The state of the case.
    state: StateCode,
    /// 步骤，按程序顺序 / The steps, in the order of the procedure.
    items: Vec<ActionView>,
}

impl ActionPage {
    pub(crate) fn new<P: Procedure>(state: P::State, actions: &[Action<P>]) -> Self {
        Self {
            state: StateCode(state.as_str()),
            items: actions.iter().map(Into::into).collect(),
        }
    }
}

/// 步骤对期限的作用 / What a step does to a clock.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ClockEffectName {
    /// 开始；同一当事人同类未了结的终止 / It starts; one of this kind that still runs for the same party is cancelled.
    Starts,
    /// 已办 / What was due is done.
    Stops,
    /// 送达全部当事人后为已办 / What was due is done, once every party has the decision.
    StopsOnceAllDelivered,
    /// 延长 / More days.
    Extends,
    /// 终止 / It is due no more.
    Cancels,
    /// 全部终止 / Nothing is due any more.
    CancelsAll,
}

/// 步骤对一个期限的作用 / What a step does to one clock, or to all of them.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClockEffect)]
struct ClockEffectView {
    /// 作用 / What it does.
    effect: ClockEffectName,
    /// 期限；全部终止时没有 / Which clock; absent where all of them are cancelled.
    clock: Option<ClockKindCode>,
}

impl<K: domain::procedure::Term> From<ClockEffect<K>> for ClockEffectView {
    fn from(effect: ClockEffect<K>) -> Self {
        let (effect, clock) = match effect {
            ClockEffect::Starts(clock) => (ClockEffectName::Starts, Some(clock)),
            ClockEffect::Stops(clock) => (ClockEffectName::Stops, Some(clock)),
            ClockEffect::StopsOnceAllDelivered(clock) => {
                (ClockEffectName::StopsOnceAllDelivered, Some(clock))
            }
            ClockEffect::Extends(clock) => (ClockEffectName::Extends, Some(clock)),
            ClockEffect::Cancels(clock) => (ClockEffectName::Cancels, Some(clock)),
            ClockEffect::CancelsAll => (ClockEffectName::CancelsAll, None),
        };
        Self {
            effect,
            clock: clock.map(|clock| ClockKindCode(clock.as_str())),
        }
    }
}

/// 步骤之后的状态 / Where a step leads.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum TargetName {
    /// 状态不变 / The case stays in its state.
    Stays,
    /// 进入 `state` / It comes into `state`.
    Moves,
    /// 回到中止或者移送前的状态 / It goes back to the state before the suspension or transfer.
    Returns,
    /// 重新审查：初次确认程序中为 `in_assessment`，复核中为 `in_reconfirmation` / It is reviewed again.
    Reassessed,
}

/// 程序表的一行 / One line of the procedure.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct ProcedureRow {
    /// 步骤 / The step.
    step: StepCode,
    /// 步骤名称 / The step in words.
    text: BilingualText,
    /// 案卷之下的资源 / The resource below the file that is created by it.
    resource: &'static str,
    /// 可以办理的状态 / The states in which it is possible.
    from: Vec<StateCode>,
    /// 之后 / Where it leads.
    to: TargetName,
    /// 之后的状态，仅用于 moves / The state afterwards; only of `moves`.
    state: Option<StateCode>,
    /// 所需权限 / The scope that it needs.
    scope: &'static str,
    /// 经办人所属机构类别；为空则不限 / The kinds of organisation whose officers may execute it; any when empty.
    organisations: Vec<&'static str>,
    /// 办理单位 / Which of these organisations.
    seat: CompetentBodyWord,
    /// 签署人 / Who signs.
    officers: OfficersWord,
    /// 申请人是否可以凭查询码单独办理 / Whether who applied may execute it alone, with the tracking code.
    by_applicant: bool,
    /// 其他条件 / The other conditions.
    conditions: Vec<NeedView>,
    /// 对期限的作用 / What it does to clocks.
    clocks: Vec<ClockEffectView>,
    /// 应制作的文书 / The document that it calls for.
    calls_for: Option<StepDocumentCode>,
    /// 编号并打印的文书 / The paper that is numbered and printed with it.
    issues: Option<DocumentKindWord>,
    /// 以决定文号打印的决定书 / The decision in writing, printed under the number of the decision.
    decides: Option<DocumentKindWord>,
}

impl<P: Procedure> From<&Row<P>> for ProcedureRow {
    fn from(row: &Row<P>) -> Self {
        let code = |state: P::State| StateCode(state.as_str());
        let (to, state) = match row.to {
            Target::Stays => (TargetName::Stays, None),
            Target::Moves(state) => (TargetName::Moves, Some(code(state))),
            Target::Returns => (TargetName::Returns, None),
            Target::Reassessed => (TargetName::Reassessed, None),
        };
        Self {
            step: StepCode(row.step.as_str()),
            text: row.step.text().into(),
            resource: row.resource,
            from: row.from.iter().copied().map(code).collect(),
            to,
            state,
            scope: P::scope(row.scope),
            organisations: row.organisations.iter().map(|kind| kind.as_str()).collect(),
            seat: row.competent_body.into(),
            officers: row.officers.into(),
            by_applicant: row.by_applicant,
            conditions: row.conditions().map(Into::into).collect(),
            clocks: row.effects().map(Into::into).collect(),
            calls_for: row.calls_for.map(|paper| StepDocumentCode(paper.as_str())),
            issues: row.issues.map(Into::into),
            decides: row.decides.map(Into::into),
        }
    }
}

/// 程序的一个状态 / A state of a procedure.
#[derive(Debug, Serialize, ToSchema)]
struct ProcedureState {
    /// 状态 / The state.
    state: StateCode,
    /// 名称 / In words.
    text: BilingualText,
    /// 是否终结 / Whether it is final: nothing is due in it.
    is_final: bool,
    /// 无须步骤开始、处于该状态即起算的期限 / The clocks that run in it although no step started them, one at a time.
    clocks: Vec<ClockKindCode>,
}

/// 程序的一种期限 / A clock of a procedure, as long as the newest policy has it.
#[derive(Debug, Serialize, ToSchema)]
struct ProcedureClock {
    /// 种类 / What it measures.
    kind: ClockKindCode,
    /// 名称 / In words.
    text: BilingualText,
    /// 约束的对象 / Whom it binds.
    bound: ClockBoundWord,
    /// 应办单位 / The body whose worklist shows it, where it binds one.
    seat: CompetentBodyWord,
    /// 是否为法定期限 / Whether a statute sets its length.
    statutory: bool,
    /// 所依规则 / The rule that it follows.
    #[schema(example = "OPINION-DEADLINE")]
    rule: &'static str,
    /// 长度 / How long it is.
    #[schema(example = 60)]
    length: u32,
    /// 单位 / In which days.
    unit: PeriodUnitWord,
    /// 何时中止 / While what it pauses.
    pauses: Vec<PauseView>,
}

/// 期限中止的事由 / Why a clock pauses.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedurePause)]
struct PauseView {
    /// 事由 / Why.
    reason: ClockPauseWord,
    /// 文字 / The same in words.
    text: BilingualText,
    /// 所依规则 / The rule that it follows.
    #[schema(example = "EXCLUDED-TIME")]
    rule: &'static str,
}

/// 程序 / The procedure, as the service goes by it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedureTable)]
pub(crate) struct ProcedureView {
    /// 名称 / Its name.
    #[schema(example = "deed")]
    name: &'static str,
    /// 起始状态 / The state in which a case is opened.
    opens_in: StateCode,
    /// 状态 / Its states.
    states: Vec<ProcedureState>,
    /// 期限 / Its clocks.
    clocks: Vec<ProcedureClock>,
    /// 自收到之日起算的期限 / Those that run from the day of receipt.
    opening_clocks: Vec<ClockKindCode>,
    /// 每个步骤一行或者数行；状态不在任何一行中的，不能办理 / One or more lines a step; a step is possible in a state if and only if a line says so.
    rows: Vec<ProcedureRow>,
}

impl ProcedureView {
    pub(crate) fn new<P: Procedure>(policies: &PolicySet) -> Self {
        let kinds = P::Clock::all().into_iter();
        let newest = policies.versions().last();
        Self {
            name: P::NAME,
            opens_in: StateCode(P::OPENS_IN.as_str()),
            states: P::State::all()
                .into_iter()
                .map(|state| ProcedureState {
                    state: StateCode(state.as_str()),
                    text: state.text().into(),
                    is_final: P::is_final(state),
                    clocks: P::following(state)
                        .iter()
                        .map(|kind| ClockKindCode(kind.as_str()))
                        .collect(),
                })
                .collect(),
            clocks: kinds
                .filter_map(|kind| {
                    let period = kind.length(newest?);
                    Some(ProcedureClock {
                        kind: ClockKindCode(kind.as_str()),
                        text: kind.text().into(),
                        bound: kind.bound().into(),
                        seat: kind.competent_body().into(),
                        statutory: kind.statutory(),
                        rule: kind.rule().as_str(),
                        length: period.length,
                        unit: period.unit.into(),
                        pauses: P::pauses(kind, newest?)
                            .into_iter()
                            .map(|(why, rule)| PauseView {
                                reason: why.into(),
                                text: why.text().into(),
                                rule: rule.as_str(),
                            })
                            .collect(),
                    })
                })
                .collect(),
            opening_clocks: P::OPENING_CLOCKS
                .iter()
                .map(|kind| ClockKindCode(kind.as_str()))
                .collect(),
            rows: P::TABLE.iter().map(Into::into).collect(),
        }
    }
}
