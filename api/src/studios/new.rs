//! A proposal as it is sent.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::deeds::eligibility::Filer;
use domain::error::FieldErrors;
use domain::identity::PersonName;
use domain::ids::{OfficerId, PersonId};
use domain::procedure::Reason;
use domain::regions::RegionCode;
use domain::studios::{Member, Setup};
use domain::text::{Line, Paragraphs};
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{BoundedParagraphs, BoundedText};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::wire::{case_day, day, read};
use crate::words::{FilerWord, StudioFunctionWord};

/// 成员 / Somebody who works in the studio.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "测试成员一", "role": "志愿者" }))]
pub(super) struct NewStudioMember {
    /// 姓名 / The name.
    #[validate(nested)]
    pub(super) name: BoundedText<1, 100>,
    /// 人员档案编号，有档案的填写 / The person's file, where there is one.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    pub(super) person_id: Option<String>,
    /// 系本服务经办人的，填写其编号；不得办理本工作室提供线索的事迹 / The officer of the service who that is, who then steps
    /// back from the deeds of which the studio tells.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    pub(super) officer_id: Option<String>,
    /// 职责 / What the member does.
    #[validate(nested)]
    pub(super) role: BoundedText<1, 60>,
    /// 加入日期；不填则为收到日期 / The day of joining; the day of receipt if left out.
    #[schema(format = Date)]
    joined_on: Option<String>,
    /// 退出日期 / The day of leaving.
    #[schema(format = Date)]
    left_on: Option<String>,
}

/// 工作室的组成 / What a studio consists of (STUDIO-SETUP).
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "见义勇为测试甲英模工作室",
    "host": "测试街道办事处",
    "place": "测试街道综治中心一楼",
    "contact": "测试联系人 19900000009",
    "functions": ["publicity", "visit"],
    "members": [
        { "name": "测试成员一", "role": "志愿者" },
        { "name": "测试成员二", "role": "宣讲员" },
        { "name": "测试成员三", "role": "联络员" }
    ]
}))]
pub(super) struct NewStudioSetup {
    /// 拟用名称 / The name as proposed.
    #[validate(nested)]
    name: BoundedText<1, 60>,
    /// 以群体命名时填写 / The group, if the studio is to carry its name.
    #[validate(nested)]
    group_name: Option<BoundedText<1, 60>>,
    /// 依托单位 / The unit that houses it.
    #[validate(nested)]
    host: BoundedText<1, 100>,
    /// 固定场所 / Its fixed place.
    #[validate(nested)]
    place: BoundedText<1, 200>,
    /// 联系方式 / Whom to reach, and how.
    #[validate(nested)]
    contact: BoundedText<1, 100>,
    /// 职能 / What it does.
    #[validate(length(min = 1, max = 6))]
    #[schema(min_items = 1, max_items = 6, value_type = BTreeSet<StudioFunctionWord>)]
    functions: Vec<StudioFunctionWord>,
    /// 成员，命名时须达到政策规定的人数 / Its members; policy says how many there are when it is named.
    #[validate(length(min = 1, max = 100), nested)]
    #[schema(min_items = 1, max_items = 100)]
    members: Vec<NewStudioMember>,
}

/// 申报英模工作室 / The proposal of a studio.
///
/// 带头人的姓名、生死、荣誉和已有工作室以档案为准，不再填写。 / Name, life, honours and other studios of the leader are those on
/// file, and left out.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "region_code": "371502",
    "leader_id": crate::contract::examples::ids::PERSON,
    "filer": "own_motion",
    "studio": {
        "name": "见义勇为测试新英模工作室",
        "host": "测试街道办事处",
        "place": "测试街道综治中心一楼",
        "contact": "测试联系人 19900000009",
        "functions": ["publicity", "visit"],
        "members": [
            { "name": "测试成员一", "role": "志愿者" },
            { "name": "测试成员二", "role": "宣讲员" },
            { "name": "测试成员三", "role": "联络员" }
        ]
    }
}))]
pub(super) struct NewStudio {
    /// 受理机构所在区划，须在您的辖区之内 / The region whose body takes it in, one of yours.
    #[validate(nested)]
    region_code: BoundedText<2, 6>,
    /// 带头人的人员档案编号，须在您的辖区之内 / The leader's file, within your regions.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    leader_id: String,
    /// 申报人类别 / Who proposes it.
    filer: FilerWord,
    /// 收到日期；不填则为今天 / The day of receipt; today if left out.
    #[schema(format = Date)]
    received_on: Option<String>,
    /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
    #[validate(nested)]
    backdating_reason: Option<BoundedParagraphs<1, 2000>>,
    /// 工作室 / The studio.
    #[validate(nested)]
    studio: NewStudioSetup,
}

/// A proposal, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Proposed {
    pub(crate) region: RegionCode,
    pub(crate) leader: PersonId,
    pub(crate) filer: Filer,
    pub(crate) received_on: NaiveDate,
    pub(crate) late_because: Option<Reason>,
    pub(crate) setup: Setup,
}

impl NewStudioMember {
    /// The member, who joins on a day where none is told.
    pub(super) fn parse(
        &self,
        pointer: &str,
        joined_on: NaiveDate,
        errors: &mut FieldErrors,
    ) -> Option<Member> {
        let at = |member: &str| format!("{pointer}/{member}");
        let name = errors.take(at("name"), PersonName::parse(&self.name));
        let person = self.person_id.as_deref();
        let person = person.map(|id| errors.take(at("person_id"), id.parse::<PersonId>()));
        let officer = self.officer_id.as_deref();
        let officer = officer.map(|id| errors.take(at("officer_id"), id.parse::<OfficerId>()));
        let role = errors.take(at("role"), Line::parse(&self.role));
        let joined = self.joined_on.as_deref();
        let joined = joined.map_or(Some(joined_on), |text| day(text, &at("joined_on"), errors));
        let left = self.left_on.as_deref();
        let left = left.map(|text| day(text, &at("left_on"), errors));
        Some(Member {
            name: name?,
            person: person.flatten(),
            officer: officer.flatten(),
            role: role?,
            joined_on: joined?,
            left_on: left.flatten(),
        })
    }

    fn of(member: &Member) -> Self {
        Self {
            name: BoundedText::of(&member.name),
            person_id: member.person.map(|id| id.to_string()),
            officer_id: member.officer.map(|id| id.to_string()),
            role: BoundedText::of(&member.role),
            joined_on: Some(member.joined_on.to_string()),
            left_on: member.left_on.map(|day| day.to_string()),
        }
    }
}

impl NewStudioSetup {
    /// A setup as it would be sent today.
    pub(super) fn of(setup: &Setup) -> Self {
        Self {
            name: BoundedText::of(&setup.name),
            group_name: setup.group.as_ref().map(BoundedText::of),
            host: BoundedText::of(&setup.host),
            place: BoundedText::of(&setup.place),
            contact: BoundedText::of(&setup.contact),
            functions: setup.functions.iter().copied().map(Into::into).collect(),
            members: setup.members.iter().map(NewStudioMember::of).collect(),
        }
    }

    /// The setup. `pointer` leads to it in the body.
    pub(super) fn parse(
        &self,
        pointer: &str,
        received_on: NaiveDate,
        errors: &mut FieldErrors,
    ) -> Option<Setup> {
        let at = |member: &str| format!("{pointer}/{member}");
        errors.distinct(&at("functions"), &self.functions);
        let name = errors.take(at("name"), Line::parse(&self.name));
        let group = self.group_name.as_deref();
        let group = errors.optional(at("group_name"), group, Line::parse);
        let host = errors.take(at("host"), Line::parse(&self.host));
        let place = errors.take(at("place"), Line::parse(&self.place));
        let contact = errors.take(at("contact"), Line::parse(&self.contact));
        let members = self.members.iter().enumerate();
        let members = members
            .filter_map(|(index, member)| {
                member.parse(&at(&format!("members/{index}")), received_on, errors)
            })
            .collect();
        let functions: BTreeSet<_> = self.functions.iter().map(|word| word.0).collect();
        Some(Setup {
            name: name?,
            group,
            host: host?,
            place: place?,
            contact: contact?,
            functions,
            members,
        })
    }
}

impl NewStudio {
    /// The proposal, or every fault of it at once.
    pub(super) fn parse(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<Proposed, Problem> {
        read(|errors| {
            let region = errors.take("/region_code", within_reach(&self.region_code, scope, city));
            let leader = errors.take("/leader_id", self.leader_id.parse());
            let received_on = case_day(self.received_on.as_deref(), "/received_on", today, errors);
            let reason = self.backdating_reason.as_deref();
            let late_because = errors.optional("/backdating_reason", reason, Paragraphs::parse);
            let setup = self
                .studio
                .parse("/studio", received_on.unwrap_or(today), errors);
            Some(Proposed {
                region: region?,
                leader: leader?,
                filer: self.filer.0,
                received_on: received_on?,
                late_because,
                setup: setup?,
            })
        })
    }
}
