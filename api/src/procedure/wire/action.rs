use domain::named::NamedEnum;
use domain::procedure::{Action, Asks, Condition, Procedure, Unmet};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::procedure::words::{ConditionCode, StateCode, StepCode};
use crate::words::{BilingualText, CompetentBodyWord, OfficersWord};

/// 尚未满足的条件 / A condition that does not hold.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnmetCondition)]
pub(crate) struct UnmetView {
    /// 条件 / Which.
    condition: ConditionCode,
    /// 所依规则；仅因步骤顺序的没有 / The rule that asks for it; absent where the order of the steps alone does.
    #[schema(example = "EVIDENCE-MIN")]
    rule: Option<&'static str>,
    /// 须满足的内容 / What has to hold.
    text: BilingualText,
    /// 现状 / How the case stands instead, where that says more.
    detail: Option<BilingualText>,
}

impl<C: Asks> From<&Unmet<C>> for UnmetView {
    fn from(unmet: &Unmet<C>) -> Self {
        Self {
            condition: ConditionCode(unmet.condition.as_str()),
            rule: unmet.rule.map(domain::receipts::RuleId::as_str),
            text: (&unmet.text).into(),
            detail: unmet.detail.as_ref().map(Into::into),
        }
    }
}

/// 步骤的一项条件 / A condition of a step.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NeededCondition)]
pub(super) struct NeedView {
    /// 条件 / Which.
    condition: ConditionCode,
    /// 所依规则；仅因步骤顺序的没有 / The rule that asks for it; absent where the order of the steps alone does.
    #[schema(example = "CONFIRM")]
    rule: Option<&'static str>,
    /// 须满足的内容 / What has to hold.
    text: BilingualText,
}

impl<C: Asks> From<Condition<C>> for NeedView {
    fn from(condition: Condition<C>) -> Self {
        Self {
            condition: ConditionCode(condition.as_str()),
            rule: condition.rule().map(domain::receipts::RuleId::as_str),
            text: condition.text().into(),
        }
    }
}

/// 一个步骤，以及您目前能否办理 / A step, and whether you may execute it now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseAction)]
struct ActionView {
    /// 步骤 / The step.
    step: StepCode,
    /// 案卷之下的资源 / The resource below the file that is created by it.
    #[schema(example = "confirmation")]
    resource: &'static str,
    /// 所需权限 / The scope that it needs.
    #[schema(example = "deeds:confirm")]
    scope: &'static str,
    /// 经办人所属机构类别；为空则不限 / The kinds of organisation whose officers may execute it; any when empty.
    organisations: Vec<&'static str>,
    /// 办理单位 / Which of these organisations.
    seat: CompetentBodyWord,
    /// 签署人 / Who signs.
    officers: OfficersWord,
    /// 除待提交的内容外，是否已无障碍 / Whether nothing stands in the way but what is still to be handed in.
    allowed: bool,
    /// 尚未满足的条件 / What stands in the way.
    unmet: Vec<UnmetView>,
    /// 提交内容须满足的条件 / What is asked of what is handed in.
    needs: Vec<NeedView>,
}

impl<P: Procedure> From<&Action<P>> for ActionView {
    fn from(action: &Action<P>) -> Self {
        let row = action.row;
        Self {
            step: StepCode(action.step.as_str()),
            resource: row.resource,
            scope: P::scope(row.scope),
            organisations: row.organisations.iter().map(|kind| kind.as_str()).collect(),
            seat: row.competent_body.into(),
            officers: row.officers.into(),
            allowed: action.allowed,
            unmet: action.unmet.iter().map(Into::into).collect(),
            needs: action.needs.iter().copied().map(Into::into).collect(),
        }
    }
}

/// 全部步骤 / Every step of the procedure, for you, today.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseActions)]
pub(crate) struct ActionPage {
    /// 案件状态 / How far the case has come.
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
