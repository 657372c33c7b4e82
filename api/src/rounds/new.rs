//! A round as it is planned.

use chrono::NaiveDate;
use domain::error::FieldErrors;
use domain::policy::TitleId;
use domain::regions::RegionCode;
use domain::rounds::{Call, JointBody, TitlePlaces};
use domain::text::Line;
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{BoundedText, Patched};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::wire::{day, read};
use crate::words::{
    AuthorityKindWord, CommendationFormWord, CommendationKindWord, HonourLevelWord,
    RoundOpennessWord,
};

domain::faults! {
    enum RoundFault {
        NamedTwice = "named_twice",
            "不得重复列出", "It is listed once only.";
        NoPlaces = "no_places",
            "个人和群体名额至少填一项", "Give at least one place for people or groups.";
        PeriodReversed = "period_reversed",
            "止期不得早于起期", "The last day does not lie before the first.";
        SeveralLead = "several_lead",
            "牵头单位只能有一个", "One body leads the others.";
        NoLead = "no_lead",
            "多个单位须标明牵头单位", "Of several bodies say which one leads.";
    }
}

/// 称号和名额 / A title with its places.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewTitlePlaces {
    /// 称号编号，见称号目录 / The title, by its id in the catalogue.
    #[validate(nested)]
    #[schema(example = "liaocheng_model")]
    title: BoundedText<1, 60>,
    /// 个人名额 / Places for people.
    #[serde(default, deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    people: u32,
    /// 群体名额 / Places for groups.
    #[serde(default, deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    groups: u32,
}

/// 单位名额 / The places of a unit.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewUnitPlaces {
    /// 区划代码 / The region.
    #[validate(nested)]
    #[schema(example = "371502")]
    region_code: BoundedText<2, 6>,
    /// 可推荐数，个人和群体合计 / How many it may nominate, people and groups together.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    places: u32,
}

/// 作出表扬的单位 / A body that decides.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewJointBody {
    /// 名称 / Its name.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 类别 / What kind of body it is.
    kind: AuthorityKindWord,
    /// 所属区划代码；不填则按名称判断 / The region that it is of; where it is left out, the name tells.
    #[validate(nested)]
    #[schema(example = "371500")]
    region_code: Option<BoundedText<3, 6>>,
    /// 是否牵头 / Whether it leads the others.
    #[serde(default)]
    leads: bool,
    /// 同时授予的本单位称号 / The title of its own that it grants at the same time.
    #[validate(nested)]
    own_title: Option<BoundedText<1, 100>>,
}

/// 拟定表扬批次 / A round of commendation that is planned.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "region_code": "371500",
    "title": "2026年度聊城市见义勇为评选",
    "form": "collective", "level": "municipal", "kind": "praise",
    "deeds_from": "2026-01-01", "deeds_until": "2026-12-31", "closes_on": "2027-01-31",
    "titles": [{ "title": "liaocheng_model", "people": 10 }, { "title": "liaocheng_group", "groups": 2 }],
    "unit_places": [{ "region_code": "371502", "places": 3 }],
    "bodies": [
        { "name": "中共聊城市委政法委员会", "kind": "political_legal_committee", "region_code": "371500", "leads": true },
        { "name": "聊城市见义勇为基金会", "kind": "foundation", "region_code": "371500" }
    ],
    "openness": "public"
}))]
pub(super) struct NewRound {
    /// 主办单位所在区划，须在您的辖区之内 / The region whose body organises it, one of yours.
    #[validate(nested)]
    region_code: BoundedText<2, 6>,
    /// 批次名称 / What it is called.
    #[validate(nested)]
    title: BoundedText<1, 100>,
    /// 形式 / The form.
    form: CommendationFormWord,
    /// 级别 / The level.
    level: HonourLevelWord,
    /// 表扬或者表彰 / Praise or state award.
    kind: CommendationKindWord,
    /// 事迹起期 / The first day of the deeds.
    #[schema(format = Date)]
    deeds_from: Option<String>,
    /// 事迹止期 / Their last day.
    #[schema(format = Date)]
    deeds_until: Option<String>,
    /// 推荐截止日期（含当日） / The last day of nominations.
    #[schema(format = Date)]
    closes_on: Option<String>,
    /// 称号和名额，按排列顺序 / Titles with their places, in the order of the annex.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    titles: Vec<NewTitlePlaces>,
    /// 单位名额；未列的不限 / Places of units; one that is left out has no limit of its own.
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    unit_places: Vec<NewUnitPlaces>,
    /// 作出表扬的单位，按签署顺序 / The bodies that decide, in the order of signing.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    bodies: Vec<NewJointBody>,
    /// 抄送 / To whom papers go for information.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50, value_type = Vec<BoundedText<1, 100>>)]
    copies_to: Vec<String>,
    /// 批准文号，表彰须有 / The number under which a state award was approved.
    #[validate(nested)]
    approval_number: Option<BoundedText<1, 100>>,
    /// 公开程度 / How openly it is carried out.
    openness: RoundOpennessWord,
    /// 年度计划依据 / Where the yearly plan names it.
    #[validate(nested)]
    yearly_plan: Option<BoundedText<1, 100>>,
}

impl Patched for NewRound {
    const NAME: &'static str = "RoundChange";
    const DESCRIPTION: &'static str =
        "更正批次内容（JSON Merge Patch） / What to correct of a round (RFC 7396).";
    const FIXED: &'static [&'static str] = &["region_code"];

    fn example() -> Value {
        json!({ "yearly_plan": "测试2026年度计划第3项" })
    }
}

impl NewRound {
    /// A round as it would be sent today.
    pub(super) fn of(call: &Call) -> Self {
        let day = |day: &NaiveDate| day.to_string();
        Self {
            region_code: BoundedText::of(&call.organiser),
            title: BoundedText::of(&call.title),
            form: call.form.into(),
            level: call.level.into(),
            kind: call.kind.into(),
            deeds_from: call.deeds_from.as_ref().map(day),
            deeds_until: call.deeds_until.as_ref().map(day),
            closes_on: call.closes_on.as_ref().map(day),
            titles: call
                .titles
                .iter()
                .map(|places| NewTitlePlaces {
                    title: BoundedText::of(&places.title),
                    people: places.people,
                    groups: places.groups,
                })
                .collect(),
            unit_places: call
                .unit_places
                .iter()
                .map(|(region, places)| NewUnitPlaces {
                    region_code: BoundedText::of(region),
                    places: *places,
                })
                .collect(),
            bodies: call
                .bodies
                .iter()
                .map(|body| NewJointBody {
                    name: BoundedText::of(&body.name),
                    kind: body.kind.into(),
                    region_code: body.region.as_ref().map(BoundedText::of),
                    leads: body.leads,
                    own_title: body.own_title.as_ref().map(BoundedText::of),
                })
                .collect(),
            copies_to: call.copies_to.iter().map(ToString::to_string).collect(),
            approval_number: call.approval_number.as_ref().map(BoundedText::of),
            openness: call.openness.into(),
            yearly_plan: call.yearly_plan.as_ref().map(BoundedText::of),
        }
    }

    /// The call, or every fault of it at once.
    pub(super) fn parse(&self, scope: &RegionScope, city: &RegionCode) -> Result<Call, Problem> {
        read(|errors| {
            let organiser = within_reach(&self.region_code, scope, city);
            let organiser = errors.take("/region_code", organiser);
            self.call(organiser, errors)
        })
    }

    /// The same of a round that is on file.
    pub(super) fn corrected(&self, organiser: RegionCode) -> Result<Call, Problem> {
        read(|errors| self.call(Some(organiser), errors))
    }

    fn call(&self, organiser: Option<RegionCode>, errors: &mut FieldErrors) -> Option<Call> {
        let date = |text: &Option<String>, pointer: &str, errors: &mut FieldErrors| {
            let text = text.as_deref();
            text.and_then(|text| day(text, pointer, errors))
        };
        let deeds_from = date(&self.deeds_from, "/deeds_from", errors);
        let deeds_until = date(&self.deeds_until, "/deeds_until", errors);
        if deeds_from.zip(deeds_until).is_some_and(|(a, b)| b < a) {
            errors.push("/deeds_until", &RoundFault::PeriodReversed);
        }
        let closes_on = date(&self.closes_on, "/closes_on", errors);
        let title = errors.take("/title", Line::parse(&self.title));
        let (titles, unit_places) = (self.titles(errors), self.unit_places(errors));
        let bodies = self.bodies(errors);
        let copies_to = errors.each("/copies_to", &self.copies_to, Line::parse);
        let number = self.approval_number.as_deref();
        let approval_number = errors.optional("/approval_number", number, Line::parse);
        let plan = self.yearly_plan.as_deref();
        let yearly_plan = errors.optional("/yearly_plan", plan, Line::parse);
        Some(Call {
            title: title?,
            form: self.form.0,
            level: self.level.0,
            kind: self.kind.0,
            organiser: organiser?,
            deeds_from,
            deeds_until,
            closes_on,
            titles,
            unit_places,
            bodies,
            copies_to,
            approval_number,
            openness: self.openness.0,
            yearly_plan,
        })
    }

    fn titles(&self, errors: &mut FieldErrors) -> Vec<TitlePlaces> {
        let mut titles: Vec<TitlePlaces> = Vec::new();
        for (index, places) in self.titles.iter().enumerate() {
            let pointer = format!("/titles/{index}");
            let title = TitleId::new(&*places.title);
            if titles.iter().any(|known| known.title == title) {
                errors.push(format!("{pointer}/title"), &RoundFault::NamedTwice);
            }
            if places.people == 0 && places.groups == 0 {
                errors.push(pointer, &RoundFault::NoPlaces);
            }
            titles.push(TitlePlaces {
                title,
                people: places.people,
                groups: places.groups,
            });
        }
        titles
    }

    fn unit_places(&self, errors: &mut FieldErrors) -> Vec<(RegionCode, u32)> {
        let mut units: Vec<(RegionCode, u32)> = Vec::new();
        for (index, unit) in self.unit_places.iter().enumerate() {
            let pointer = format!("/unit_places/{index}/region_code");
            let Some(code) = errors.take(&pointer, RegionCode::parse(&unit.region_code)) else {
                continue;
            };
            if units.iter().any(|(known, _)| *known == code) {
                errors.push(pointer, &RoundFault::NamedTwice);
            }
            units.push((code, unit.places));
        }
        units
    }

    fn bodies(&self, errors: &mut FieldErrors) -> Vec<JointBody> {
        let mut bodies: Vec<JointBody> = Vec::new();
        for (index, body) in self.bodies.iter().enumerate() {
            let at = |member: &str| format!("/bodies/{index}/{member}");
            let region = body.region_code.as_deref();
            let region = errors.optional(at("region_code"), region, RegionCode::parse);
            let title = body.own_title.as_deref();
            let own_title = errors.optional(at("own_title"), title, Line::parse);
            let Some(name) = errors.take(at("name"), Line::parse(&body.name)) else {
                continue;
            };
            if bodies.iter().any(|known| known.name == name) {
                errors.push(at("name"), &RoundFault::NamedTwice);
            }
            if body.leads && bodies.iter().any(|known| known.leads) {
                errors.push(at("leads"), &RoundFault::SeveralLead);
            }
            bodies.push(JointBody {
                name,
                kind: body.kind.0,
                region,
                leads: body.leads,
                own_title,
            });
        }
        if bodies.len() > 1 && !self.bodies.iter().any(|body| body.leads) {
            errors.push("/bodies", &RoundFault::NoLead);
        }
        bodies
    }
}
