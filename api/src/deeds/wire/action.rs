use domain::deeds::procedure::{Action, Condition, Row, State, TABLE, Target, Unmet};
use serde::Serialize;
use utoipa::ToSchema;

use crate::words::{BilingualText, CaseStateWord, ConditionWord, OfficersWord, SeatWord, StepWord};

/// 尚未满足的条件 / A condition that does not hold.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnmetCondition)]
pub(in crate::deeds) struct UnmetView {
    /// 条件 / Which.
    condition: ConditionWord,
    /// 所依规则；仅因步骤顺序的没有 / The rule that asks for it; absent where the order of the steps alone does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "EVIDENCE-MIN")]
    rule: Option<&'static str>,
    /// 须满足的内容 / What has to hold.
    text: BilingualText,
    /// 现状 / How the case stands instead, where that says more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<BilingualText>,
}

impl From<&Unmet> for UnmetView {
    fn from(unmet: &Unmet) -> Self {
        Self {
            condition: unmet.condition.into(),
            rule: unmet.rule.map(domain::decisions::RuleId::as_str),
            text: (&unmet.text).into(),
            detail: unmet.detail.as_ref().map(Into::into),
        }
    }
}

/// 步骤的一项条件 / A condition of a step.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NeededCondition)]
struct NeedView {
    /// 条件 / Which.
    condition: ConditionWord,
    /// 所依规则；仅因步骤顺序的没有 / The rule that asks for it; absent where the order of the steps alone does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "CONFIRM")]
    rule: Option<&'static str>,
    /// 须满足的内容 / What has to hold.
    text: BilingualText,
}

impl From<Condition> for NeedView {
    fn from(condition: Condition) -> Self {
        Self {
            condition: condition.into(),
            rule: condition.rule().map(domain::decisions::RuleId::as_str),
            text: condition.text().into(),
        }
    }
}

/// 一个步骤，以及您目前能否办理 / A step, and whether you may take it now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseAction)]
struct ActionView {
    /// 步骤 / The step.
    step: StepWord,
    /// 事迹之下的资源 / The resource below the deed that is created by it.
    #[schema(example = "confirmation")]
    resource: &'static str,
    /// 所需权限；公众可办理的没有 / The scope that it needs; absent for a step of the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "deeds:confirm")]
    scope: Option<&'static str>,
    /// 经办人所属机构类别；为空则不限 / The kinds of organisation whose officers may take it; any when empty.
    organisations: Vec<&'static str>,
    /// 办理单位 / Which of these organisations.
    seat: SeatWord,
    /// 签署人 / Who signs.
    officers: OfficersWord,
    /// 除待提交的内容外，是否已无障碍 / Whether nothing stands in the way but what is still to be handed in.
    allowed: bool,
    /// 尚未满足的条件 / What stands in the way.
    unmet: Vec<UnmetView>,
    /// 提交内容须满足的条件 / What is asked of what is handed in.
    needs: Vec<NeedView>,
}

impl From<&Action> for ActionView {
    fn from(action: &Action) -> Self {
        Self {
            step: action.step.into(),
            resource: action.resource,
            scope: action.scope.map(domain::deeds::procedure::Scope::as_str),
            organisations: action
                .organisations
                .iter()
                .map(|kind| kind.as_str())
                .collect(),
            seat: action.seat.into(),
            officers: action.officers.into(),
            allowed: action.allowed,
            unmet: action.unmet.iter().map(Into::into).collect(),
            needs: action.needs.iter().copied().map(Into::into).collect(),
        }
    }
}

/// 全部步骤 / Every step of the procedure, for you, today.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseActions)]
pub(in crate::deeds) struct ActionPage {
    /// 案件状态 / How far the case has come.
    state: CaseStateWord,
    /// 步骤，按程序顺序 / The steps, in the order of the procedure.
    items: Vec<ActionView>,
}

impl ActionPage {
    pub(in crate::deeds) fn new(state: State, actions: &[Action]) -> Self {
        Self {
            state: state.into(),
            items: actions.iter().map(Into::into).collect(),
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
    /// 重新审查：初次确认程序中为 `in_assessment`，复核中为 `in_reconfirmation` / It is looked at anew.
    Reassessed,
}

/// 程序表的一行 / One line of the procedure.
#[derive(Debug, Serialize, ToSchema)]
struct ProcedureRow {
    /// 步骤 / The step.
    step: StepWord,
    /// 步骤名称 / The step in words.
    text: BilingualText,
    /// 事迹之下的资源 / The resource below the deed that is created by it.
    resource: &'static str,
    /// 可以办理的状态 / The states in which it is possible.
    from: Vec<CaseStateWord>,
    /// 之后 / Where it leads.
    to: TargetName,
    /// 之后的状态，仅用于 moves / The state afterwards; only of `moves`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    state: Option<CaseStateWord>,
    /// 所需权限；公众可办理的没有 / The scope that it needs; absent for a step of the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    scope: Option<&'static str>,
    /// 经办人所属机构类别；为空则不限 / The kinds of organisation whose officers may take it; any when empty.
    organisations: Vec<&'static str>,
    /// 办理单位 / Which of these organisations.
    seat: SeatWord,
    /// 签署人 / Who signs.
    officers: OfficersWord,
    /// 其他条件 / What has to hold besides.
    conditions: Vec<NeedView>,
}

impl From<&Row> for ProcedureRow {
    fn from(row: &Row) -> Self {
        let (to, state) = match row.to {
            Target::Stays => (TargetName::Stays, None),
            Target::Moves(state) => (TargetName::Moves, Some(state.into())),
            Target::Returns => (TargetName::Returns, None),
            Target::Reassessed => (TargetName::Reassessed, None),
        };
        Self {
            step: row.step.into(),
            text: row.step.text().into(),
            resource: row.resource,
            from: row.from.iter().copied().map(Into::into).collect(),
            to,
            state,
            scope: row.scope.map(domain::deeds::procedure::Scope::as_str),
            organisations: row.organisations.iter().map(|kind| kind.as_str()).collect(),
            seat: row.seat.into(),
            officers: row.officers.into(),
            conditions: row.conditions.iter().copied().map(Into::into).collect(),
        }
    }
}

/// 确认程序 / The procedure, as the service goes by it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeedProcedure)]
pub(in crate::deeds) struct ProcedureView {
    /// 每个步骤一行或者数行；状态不在任何一行中的，不能办理 / One or more lines a step; a step is possible in a state if and only if a line says so.
    rows: Vec<ProcedureRow>,
}

impl ProcedureView {
    pub(in crate::deeds) fn new() -> Self {
        Self {
            rows: TABLE.iter().map(Into::into).collect(),
        }
    }
}
