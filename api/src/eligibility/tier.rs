//! At which level a deed is commended.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use domain::commendations::{Grade, GrantingBody, HeldTitle, TierFacts};
use domain::error::FieldErrors;
use domain::policy::TitleId;
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::answer_known;
use super::tier_on_file::{NamedFiles, TierAsked, on_file};
use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::Command;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, BoundedText, whole_number};
use crate::problems::Problem;
use crate::receipts::ReceiptView;
use crate::services::Services;
use crate::wire::read;
use crate::wire::{case_day, line};
use crate::words::{
    AuthorityKindWord, CommendationFormWord, CommendationKindWord, ConfirmationStatusWord,
    HarmWord, HonourLevelWord, InfluenceAreaWord, RecipientWord, SecrecyWord,
};

/// 已有称号 / A title that the person or group holds.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct TitleHeld {
    /// 级别 / Its level.
    level: HonourLevelWord,
    /// 称号编号，见 /v1/titles / Its id, see `/v1/titles`.
    #[validate(nested)]
    title: BoundedText<1, 100>,
    /// 是否因同一事迹授予 / Whether it was granted for the deed in question.
    same_deed: bool,
}

/// 授予机关 / A body that is to grant.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct BodyNamed {
    /// 名称 / Its name.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 类别 / What kind of body it is.
    kind: AuthorityKindWord,
    /// 所属区划代码；不填则按名称判断 / The region that it is of; where it is left out, the name tells.
    #[validate(nested)]
    #[schema(example = "371500")]
    region_code: Option<BoundedText<3, 6>>,
}

/// 表扬等次案件；未写的事实视为不详 / A deed that may be commended; what is left out is not known.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "standing": "confirmed",
    "recipient": "individual",
    "risk": 3,
    "cost": 2,
    "harm": "injured",
    "loss_averted": 3,
    "influence": "city",
    "titles_held": [],
    "recommended_by": ["county"],
    "accepted": true,
    "secrecy": "open",
    "nominated_on": "2024-09-01"
}))]
struct TierCase {
    /// 档案编号：写明的，认定情况、已有称号等取自档案，不再填写 / The person's file: where it is named, what stands on file, such as standing and titles held, is read there and left out here. Needs `people:read`.
    #[schema(format = Uuid)]
    person_id: Option<String>,
    /// 所因事迹；与 `recognition_id` 只填其一 / The deed that is to be commended; this or `recognition_id`. Needs `deeds:read`.
    #[schema(format = Uuid)]
    deed_id: Option<String>,
    /// 所因市域外认定 / The recognition that is to be commended. Needs `recognitions:read`.
    #[schema(format = Uuid)]
    recognition_id: Option<String>,
    /// 认定情况 / Whether the deed is established.
    standing: Option<ConfirmationStatusWord>,
    /// 个人或群体 / One person or a group.
    recipient: RecipientWord,
    /// 危险程度，0 至 4 / The risk that was taken, 0 to 4.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    risk: Option<u8>,
    /// 付出代价，0 至 4；须与 `harm` 相符 / What it cost the actor, 0 to 4; it must go with `harm`.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    cost: Option<u8>,
    /// 本人伤亡 / The worst that happened to the actor.
    harm: Option<HarmWord>,
    /// 避免损失，0 至 4 / The loss that was averted, 0 to 4.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    loss_averted: Option<u8>,
    /// 影响范围 / How far the deed became known.
    influence: Option<InfluenceAreaWord>,
    /// 已有称号，不论因何事迹 / Titles held, of any deed.
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    titles_held: Option<Vec<TitleHeld>>,
    /// 已向上推荐的级别 / Levels whose body has recommended upwards.
    #[validate(length(max = 4))]
    #[schema(max_items = 4, value_type = Option<BTreeSet<HonourLevelWord>>)]
    recommended_by: Option<Vec<HonourLevelWord>>,
    /// 所申请的级别 / The level asked for.
    requested_level: Option<HonourLevelWord>,
    /// 所申请的称号编号 / The title asked for.
    #[validate(nested)]
    requested_title: Option<BoundedText<1, 100>>,
    /// 表扬或表彰 / Praise or state award.
    requested_kind: Option<CommendationKindWord>,
    /// 所选形式 / The form asked for.
    requested_form: Option<CommendationFormWord>,
    /// 拟授予机关 / The bodies that are to grant.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    granting_bodies: Vec<BodyNamed>,
    /// 奖项名称，自有名称时填写 / The name of the award, where it has one of its own.
    #[validate(nested)]
    award_name: Option<BoundedText<1, 100>>,
    /// 表彰批准文号 / The number under which a state award was approved.
    #[validate(nested)]
    approval_number: Option<BoundedText<1, 100>>,
    /// 本年度该级别已有的表彰项目数，不含本次 / State-award projects of that level this year, without this one.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 1000))]
    #[schema(minimum = 0, maximum = 1000)]
    projects_this_year: Option<u32>,
    /// 本人（或近亲属）是否已接受 / Whether the nominee, or the next of kin, has accepted.
    accepted: Option<bool>,
    /// 是否公开 / Whether it is given in public.
    secrecy: Option<SecrecyWord>,
    /// 提名日期，即案件日期；不填则为今天 / The day of the nomination, which is the day of the case; today if left out.
    #[schema(format = Date)]
    nominated_on: Option<String>,
}

impl TierCase {
    /// The case with the files that it names.
    fn asked(&self, today: NaiveDate, errors: &mut FieldErrors) -> TierAsked {
        let facts = self.facts(today, errors);
        let named = NamedFiles {
            person: errors.optional("/person_id", self.person_id.as_deref(), str::parse),
            deed: errors.optional("/deed_id", self.deed_id.as_deref(), str::parse),
            recognition: errors.optional(
                "/recognition_id",
                self.recognition_id.as_deref(),
                str::parse,
            ),
        };
        named.check(facts.recipient, errors);
        TierAsked { facts, named }
    }

    /// The facts; what cannot be read is noted among the errors.
    fn facts(&self, today: NaiveDate, errors: &mut FieldErrors) -> TierFacts {
        // The shape allows 0 to 4 only.
        let grade = |grade: Option<u8>| grade.and_then(Grade::new);
        let recommended_by = self.recommended_by.as_deref();
        errors.distinct("/recommended_by", recommended_by.unwrap_or_default());
        TierFacts {
            standing: self.standing.map(|word| word.0),
            recipient: self.recipient.0,
            risk: grade(self.risk),
            cost: grade(self.cost),
            harm: self.harm.map(|word| word.0),
            loss_averted: grade(self.loss_averted),
            influence: self.influence.map(|word| word.0),
            titles_held: self.titles_held(),
            recommended_by: recommended_by
                .map(|levels| levels.iter().map(|level| level.0).collect()),
            requested_level: self.requested_level.map(|word| word.0),
            requested_title: self.requested_title.as_deref().map(TitleId::new),
            requested_kind: self.requested_kind.map(|word| word.0),
            requested_form: self.requested_form.map(|word| word.0),
            granting_bodies: self.granting_bodies(errors),
            award_name: line(self.award_name.as_deref(), "/award_name", errors),
            approval_number: line(self.approval_number.as_deref(), "/approval_number", errors),
            projects_this_year: self.projects_this_year,
            accepted: self.accepted,
            secrecy: self.secrecy.map(|word| word.0),
            award: None,
            nominated_on: case_day(self.nominated_on.as_deref(), "/nominated_on", today, errors),
        }
    }

    fn titles_held(&self) -> Option<Vec<HeldTitle>> {
        let held = |title: &TitleHeld| HeldTitle {
            level: title.level.0,
            title: TitleId::new(&*title.title),
            same_deed: title.same_deed,
        };
        Some(self.titles_held.as_ref()?.iter().map(held).collect())
    }

    fn granting_bodies(&self, errors: &mut FieldErrors) -> Vec<GrantingBody> {
        let bodies = self.granting_bodies.iter().enumerate();
        bodies
            .filter_map(|(index, body)| {
                let at = |member: &str| format!("/granting_bodies/{index}/{member}");
                let region = body.region_code.as_deref();
                let region =
                    region.and_then(|code| errors.take(at("region_code"), RegionCode::parse(code)));
                Some(GrantingBody {
                    name: line(Some(&body.name), at("name"), errors)?,
                    kind: body.kind.0,
                    region,
                })
            })
            .collect()
    }
}

/// 评估表扬等次 / Evaluate the level of commendation
///
/// 依规则 TIER-BASE 至 TIER-BONUS 逐条说明：建议级别和称号、评分的由来、授予机关，以及各更高级别所缺的
/// 条件。规则只提出建议，由评审会决定。写明 `person_id` 的，档案已有的事实取自档案，凭据列出是哪些。 / Explains by the rules TIER-BASE to TIER-BONUS: proposed level and
/// titles, how the score was made, who grants, and what each higher level still lacks. The rules only
/// propose; the panel decides. With `person_id` what stands on file is read there, and the receipt says
/// which facts those are.
#[utoipa::path(
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = TierCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/tier")]
pub(super) async fn eligibility_tier(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<TierCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let asked = read(|errors| Some(body.value.asked(today, errors)));
    if let Ok(asked) = &asked {
        asked.named.may_be_read(&caller)?;
    }
    answer_known(&caller, services, command, &body.raw, asked, on_file).await
}
