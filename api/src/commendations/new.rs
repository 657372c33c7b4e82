//! A nomination as it is sent.

use chrono::NaiveDate;
use domain::commendations::{Basis, Grade, Nominator, Secrecy, Texts};
use domain::error::FieldErrors;
use domain::ids::PersonId;
use domain::people::PersonError;
use domain::policy::{Harm, InfluenceArea, TitleId};
use domain::procedure::Reason;
use domain::regions::RegionCode;
use domain::text::{Line, Paragraphs};
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText, whole_number};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::wire::{case_day, line, require};
use crate::words::{HarmWord, InfluenceAreaWord, NominatorWord, SecrecyWord};

domain::faults! {
    struct OneBasis = "one_basis",
        "deed_id 与 recognition_id 须填且只填其一", "Give exactly one of deed_id and recognition_id.";
}

/// 三种长度的事迹 / What was done, in the three lengths that papers ask for.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "brief": "测试：救起落水儿童",
    "summary": "测试：跳入河中救起落水儿童。",
    "story": "测试：路过河边，听到呼救，跳入河中救起落水儿童。"
}))]
pub(super) struct TextsGiven {
    /// 一句话，用于决定附件，至多 50 字 / One line for the annex of the decision, at most 50 characters.
    #[validate(nested)]
    brief: BoundedText<1, 50>,
    /// 摘要，至多 200 字 / For lists and the certificate, at most 200 characters.
    #[validate(nested)]
    summary: BoundedParagraphs<1, 200>,
    /// 主要事迹，至多 500 字 / For the form, at most 500 characters.
    #[validate(nested)]
    story: BoundedParagraphs<1, 500>,
}

impl TextsGiven {
    pub(super) fn of(texts: &Texts) -> Self {
        Self {
            brief: BoundedText::of(&texts.brief),
            summary: BoundedParagraphs::of(&texts.summary),
            story: BoundedParagraphs::of(&texts.story),
        }
    }

    pub(super) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<Texts> {
        let brief = errors.take(format!("{pointer}/brief"), Line::parse(&self.brief));
        let summary = errors.take(
            format!("{pointer}/summary"),
            Paragraphs::parse(&self.summary),
        );
        let story = errors.take(format!("{pointer}/story"), Paragraphs::parse(&self.story));
        Some(Texts {
            brief: brief?,
            summary: summary?,
            story: story?,
        })
    }
}

/// 推荐对象 / A person who is nominated: alone, or as a member of a group.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMember {
    /// 人员档案编号；须为所依据的事迹或者认定中的行为人 / The person's file: an actor of the deed or recognition that it rests on.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    person_id: String,
    /// 本人伤亡 / The worst that happened to the person.
    harm: Option<HarmWord>,
    /// 付出代价，0 至 4；须与 `harm` 相符 / What it cost, 0 to 4; it must go with `harm`.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    cost: Option<u8>,
    /// 在集体奖金中的权重；不填为 1 / Its weight in the sum of the group; 1 if left out.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(min = 1, max = 1000))]
    #[schema(minimum = 1, maximum = 1000)]
    weight: Option<u32>,
}

impl NewMember {
    pub(super) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<Member> {
        Some(Member {
            person: errors.take(format!("{pointer}/person_id"), self.person_id.parse())?,
            harm: self.harm.map(|word| word.0),
            cost: self.cost.and_then(Grade::new),
            weight: self.weight.unwrap_or(1),
        })
    }
}

/// 推荐 / A nomination for a title.
///
/// 个人称号推荐一人；群体称号须写明群体名称，成员逐一列明。 / A title for an individual names one person; one for a group names
/// the group and each of its members.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "region_code": "371502",
    "title": "liaocheng_model",
    "deed_id": ids::DEED_CONFIRMED,
    "nominator": "county",
    "unit": "测试单位职工",
    "texts": { "brief": "测试：跳入河中救起落水儿童", "summary": "测试：行为人跳入河中，救起一名落水儿童。", "story": "测试：行为人路过河边，听到呼救，跳入河中救起一名落水儿童。" },
    "risk": 3, "loss_averted": 3, "influence": "city",
    "members": [{ "person_id": ids::PERSON, "harm": "injured" }]
}))]
pub(super) struct NewCommendation {
    /// 推荐单位所在区划，须在您的辖区之内 / The region whose body nominates, one of yours.
    #[validate(nested)]
    region_code: BoundedText<2, 6>,
    /// 称号编号，见称号目录 / The title, by its id in the catalogue.
    #[validate(nested)]
    title: BoundedText<1, 100>,
    /// 所依据的事迹；与 `recognition_id` 只填其一 / The deed that it rests on; this or `recognition_id`.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    deed_id: Option<String>,
    /// 所依据的市域外认定 / The out-of-city recognition that it rests on.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    recognition_id: Option<String>,
    /// 推荐人 / Who nominates.
    nominator: NominatorWord,
    /// 群体名称 / The name of the group.
    #[validate(nested)]
    group: Option<BoundedText<1, 100>>,
    /// 行为时所在单位及职务 / Unit and post at the time of the deed.
    #[validate(nested)]
    unit: Option<BoundedText<1, 100>>,
    /// 事迹文字 / What was done, in words.
    #[validate(nested)]
    texts: TextsGiven,
    /// 危险程度，0 至 4；不填则取事迹所载 / The risk that was taken, 0 to 4; left out, that of the deed.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    risk: Option<u8>,
    /// 避免损失，0 至 4 / The loss that was averted, 0 to 4.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    loss_averted: Option<u8>,
    /// 影响范围 / How far the deed became known.
    influence: Option<InfluenceAreaWord>,
    /// 是否公开；本人同意时另行登记 / Whether it is to be given in public; the nominee's own word is recorded with the acceptance.
    secrecy: Option<SecrecyWord>,
    /// 推荐日期；不填则为今天 / The day of the nomination; today if left out.
    #[schema(format = Date)]
    nominated_on: Option<String>,
    /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
    #[validate(nested)]
    backdating_reason: Option<BoundedParagraphs<1, 2000>>,
    /// 推荐对象 / Who is nominated.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    members: Vec<NewMember>,
}

/// One person who is nominated.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    pub(crate) person: PersonId,
    pub(crate) harm: Option<Harm>,
    pub(crate) cost: Option<Grade>,
    pub(crate) weight: u32,
}

/// A nomination, parsed.
#[expect(
    clippy::struct_field_names,
    reason = "the day is that of the nomination"
)]
#[derive(Debug, Clone)]
pub(crate) struct Nominated {
    pub(crate) region: RegionCode,
    pub(crate) title: TitleId,
    pub(crate) basis: Basis,
    pub(crate) nominator: Nominator,
    pub(crate) group: Option<Line<100>>,
    pub(crate) unit: Option<Line<100>>,
    pub(crate) texts: Texts,
    pub(crate) risk: Option<Grade>,
    pub(crate) loss_averted: Option<Grade>,
    pub(crate) influence: Option<InfluenceArea>,
    pub(crate) secrecy: Option<Secrecy>,
    pub(crate) nominated_on: NaiveDate,
    pub(crate) late_because: Option<Reason>,
    pub(crate) members: Vec<Member>,
}

impl NewCommendation {
    /// The nomination, or every fault of it at once.
    pub(super) fn parse(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<Nominated, Problem> {
        let mut errors = FieldErrors::new();
        let nominated = self.read(today, scope, city, &mut errors);
        errors.into_result().map_err(Problem::invalid_data)?;
        nominated.ok_or_else(|| Problem::internal("a nomination without a fault was not read"))
    }

    fn read(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
        errors: &mut FieldErrors,
    ) -> Option<Nominated> {
        let region = errors.take("/region_code", within_reach(&self.region_code, scope, city));
        let nominated_on = case_day(self.nominated_on.as_deref(), "/nominated_on", today, errors);
        let basis = self.basis(errors);
        let texts = self.texts.parse("/texts", errors);
        let group = self.group.as_deref();
        let group = group.and_then(|group| errors.take("/group", Line::parse(group)));
        let unit = self.unit.as_deref();
        let unit = unit.and_then(|unit| errors.take("/unit", Line::parse(unit)));
        let reason = self.backdating_reason.as_deref();
        let late_because =
            reason.and_then(|reason| errors.take("/backdating_reason", Paragraphs::parse(reason)));
        let title = line(Some(&self.title), "/title", errors);
        let members = self.members(errors);
        Some(Nominated {
            region: region?,
            title: TitleId::new(title?),
            basis: basis?,
            nominator: self.nominator.0,
            group,
            unit,
            texts: texts?,
            risk: self.risk.and_then(Grade::new),
            loss_averted: self.loss_averted.and_then(Grade::new),
            influence: self.influence.map(|word| word.0),
            secrecy: self.secrecy.map(|word| word.0),
            nominated_on: nominated_on?,
            late_because,
            members,
        })
    }

    fn basis(&self, errors: &mut FieldErrors) -> Option<Basis> {
        match (&self.deed_id, &self.recognition_id) {
            (Some(id), None) => errors.take("/deed_id", id.parse()).map(Basis::Deed),
            (None, Some(id)) => errors
                .take("/recognition_id", id.parse())
                .map(Basis::Recognition),
            (None, None) => {
                require("/deed_id", errors);
                None
            }
            (Some(_), Some(_)) => {
                errors.push("/recognition_id", &OneBasis);
                None
            }
        }
    }

    fn members(&self, errors: &mut FieldErrors) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            let pointer = format!("/members/{index}");
            let Some(member) = member.parse(&pointer, errors) else {
                continue;
            };
            if members.iter().any(|known| known.person == member.person) {
                errors.push(format!("{pointer}/person_id"), &PersonError::NamedTwice);
            }
            members.push(member);
        }
        members
    }
}
