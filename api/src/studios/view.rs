//! A studio as it is answered.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, OfficerId, PersonId, ReceiptId, StudioId};
use domain::studios::{Member, Setup, Studio as StudioProcedure};

use super::{Leader, StudioFile};
use crate::contract::view;
use crate::http::Page;
use crate::procedure::Seen;
use crate::procedure::words::StateCode;
use crate::words::StudioFunctionWord;

view! {
    /// 带头人 / The leader of a studio.
    #[schema(as = StudioLeaderSummary)]
    LeaderSummary of one: &Leader {
        /// 案件编号 / The id of the case.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 承办单位所在区划 / The region of the body that holds it.
        holder_region: String = one.case.holder().region.to_string(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
    }
}

view! {
    /// 成员 / Somebody who works or worked in a studio.
    #[schema(as = StudioMember)]
    MemberView of member: &Member {
        /// 姓名 / The name.
        name: String = member.name.to_string(),
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: Option<PersonId> = member.person,
        /// 系经办人的，其编号 / The officer who that is.
        #[schema(value_type = Uuid)]
        officer_id: Option<OfficerId> = member.officer,
        /// 职责 / What the member does.
        role: String = member.role.to_string(),
        /// 加入之日 / The day of joining.
        joined_on: NaiveDate = member.joined_on,
        /// 退出之日 / The day of leaving.
        left_on: Option<NaiveDate> = member.left_on,
    }
}

view! {
    /// 英模工作室 / A studio that carries a hero's name.
    #[schema(as = Studio)]
    pub(crate) StudioView of (file, seen): (&StudioFile, &Seen<StudioProcedure>) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: StudioId = file.id,
        /// 初次受理单位所在区划 / The region of the body of first instance.
        region_code: String = file.region.to_string(),
        /// 收到日期 / The legal day of receipt.
        received_on: NaiveDate = file.received_on,
        /// 名称 / Its name.
        name: String = setup(file, seen).name.to_string(),
        /// 以群体命名的，群体名称 / The group whose name it carries.
        group_name: Option<String> = setup(file, seen).group.as_ref().map(ToString::to_string),
        /// 依托单位 / The unit that houses it.
        host: String = setup(file, seen).host.to_string(),
        /// 场所 / Its place.
        place: String = setup(file, seen).place.to_string(),
        /// 联系方式 / Whom to reach, and how.
        contact: String = setup(file, seen).contact.to_string(),
        /// 职能 / What it does.
        functions: Vec<StudioFunctionWord> = setup(file, seen).functions.iter().copied().map(Into::into).collect(),
        /// 成员，已退出的也在其中 / Its members, those who left among them.
        members: Vec<MemberView> = setup(file, seen).members.iter().map(Into::into).collect(),
        /// 带头人 / Its leader, with the case.
        actors: Vec<LeaderSummary> = seen.cases.iter().map(Into::into).collect(),
        /// 由其他单位承办而不向您显示的案件数 / How many cases others hold and you do not see.
        #[schema(minimum = 0, example = 0)]
        other_actors: usize = seen.others,
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = file.version,
        /// 申报时间 / When it was proposed.
        created_at: DateTime<Utc> = file.created_at,
        /// 最近步骤的时间 / When the last step was taken.
        updated_at: DateTime<Utc> = file.updated_at,
    }
}

/// The studio as it is now; as it was proposed to who does not see the case.
fn setup<'a>(file: &'a StudioFile, seen: &'a Seen<StudioProcedure>) -> &'a Setup {
    let first = seen.cases.first();
    first.map_or(&file.subject, |one| &one.case.record().setup)
}

/// 一页工作室 / A page of studios.
pub(super) type StudioPage = Page<StudioView>;
