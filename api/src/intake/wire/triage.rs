use domain::error::FieldErrors;
use domain::intake::{Never, NotPursued, Outcome};
use domain::regions::RegionCode;
use domain::text::Paragraphs;
use persistence::RegionScope;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{BoundedParagraphs, BoundedText};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::wire::{read, required};
use crate::words::NotPursuedWord;

domain::faults! {
    struct Unexpected = "triage_member_unexpected",
        "此处理结果不用此项", "This outcome does not take this member.";
}

/// Where an officer sends something.
#[derive(Debug, Clone)]
pub(in crate::intake) struct Wanted<D> {
    /// Where.
    pub(in crate::intake) outcome: Outcome<D>,
    /// For colleagues.
    pub(in crate::intake) note: Option<Paragraphs<500>>,
}

/// 申请的分办结果 / Where an application is sent. It can be refused by the procedure only.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ApplicationOutcome {
    /// 并入在先的事迹，须填 `deed_id` / To a deed on file: give `deed_id`.
    Joined,
    /// 转至所属县（市、区），须填 `region_code` / To the region it belongs to: give `region_code`.
    Forwarded,
}

/// 分办申请 / Where an application is sent.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "outcome": "forwarded", "region_code": "371521", "note": "测试：行为地在阳谷县" }))]
pub(in crate::intake) struct ApplicationTriage {
    /// 结果 / Where it goes.
    outcome: ApplicationOutcome,
    /// 所并入的事迹，本县（市、区）的 / The deed, of the same region.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    deed_id: Option<String>,
    /// 所属县（市、区）或者市 / The region of the city that it belongs to.
    #[validate(nested)]
    region_code: Option<BoundedText<3, 6>>,
    /// 给同事的说明 / A note for colleagues.
    #[validate(nested)]
    note: Option<BoundedParagraphs<1, 500>>,
}

/// 线索的分办结果 / Where a clue is sent.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ClueOutcome {
    /// 并入在先的事迹，须填 `deed_id` / To a deed on file: give `deed_id`.
    Joined,
    /// 转至所属县（市、区），须填 `region_code` / To the region it belongs to: give `region_code`.
    Forwarded,
    /// 不予跟进，须填 `reason` / Left aside: give `reason`.
    NotPursued,
}

/// 分办线索 / Where a clue is sent.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "outcome": "not_pursued", "reason": "too_vague" }))]
pub(in crate::intake) struct ClueTriage {
    /// 结果 / Where it goes.
    outcome: ClueOutcome,
    /// 所并入的事迹，本县（市、区）的 / The deed, of the same region.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    deed_id: Option<String>,
    /// 所属县（市、区）或者市 / The region of the city that it belongs to.
    #[validate(nested)]
    region_code: Option<BoundedText<3, 6>>,
    /// 不予跟进的理由 / Why it is not pursued.
    reason: Option<NotPursuedWord>,
    /// 给同事的说明 / A note for colleagues.
    #[validate(nested)]
    note: Option<BoundedParagraphs<1, 500>>,
}

impl ApplicationTriage {
    pub(in crate::intake) fn parse(&self, city: &RegionCode) -> Result<Wanted<Never>, Problem> {
        read(|errors| {
            let outcome = match self.outcome {
                ApplicationOutcome::Joined => {
                    unexpected(self.region_code.is_some(), "/region_code", errors);
                    joined(self.deed_id.as_deref(), errors)
                }
                ApplicationOutcome::Forwarded => {
                    unexpected(self.deed_id.is_some(), "/deed_id", errors);
                    forwarded(self.region_code.as_deref(), city, errors)
                }
            };
            let note = errors.optional("/note", self.note.as_deref(), Paragraphs::parse);
            outcome.map(|outcome| Wanted { outcome, note })
        })
    }
}

impl ClueTriage {
    pub(in crate::intake) fn parse(
        &self,
        city: &RegionCode,
    ) -> Result<Wanted<NotPursued>, Problem> {
        read(|errors| {
            if !matches!(self.outcome, ClueOutcome::Joined) {
                unexpected(self.deed_id.is_some(), "/deed_id", errors);
            }
            if !matches!(self.outcome, ClueOutcome::Forwarded) {
                unexpected(self.region_code.is_some(), "/region_code", errors);
            }
            if !matches!(self.outcome, ClueOutcome::NotPursued) {
                unexpected(self.reason.is_some(), "/reason", errors);
            }
            let outcome = match self.outcome {
                ClueOutcome::Joined => joined(self.deed_id.as_deref(), errors),
                ClueOutcome::Forwarded => forwarded(self.region_code.as_deref(), city, errors),
                ClueOutcome::NotPursued => required(self.reason, "/reason", errors)
                    .map(|reason| Outcome::NotPursued(reason.0)),
            };
            let note = errors.optional("/note", self.note.as_deref(), Paragraphs::parse);
            outcome.map(|outcome| Wanted { outcome, note })
        })
    }
}

fn unexpected(given: bool, pointer: &str, errors: &mut FieldErrors) {
    if given {
        errors.push(pointer, &Unexpected);
    }
}

fn joined<D>(deed: Option<&str>, errors: &mut FieldErrors) -> Option<Outcome<D>> {
    let deed = required(deed, "/deed_id", errors)?;
    errors.take("/deed_id", deed.parse()).map(Outcome::Joined)
}

fn forwarded<D>(
    region: Option<&str>,
    city: &RegionCode,
    errors: &mut FieldErrors,
) -> Option<Outcome<D>> {
    let region = required(region, "/region_code", errors)?;
    // To any region of the city: anyone who forwards gives it away.
    let code = within_reach(region, &RegionScope::City, city);
    errors.take("/region_code", code).map(Outcome::Forwarded)
}
