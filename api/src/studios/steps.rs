//! How each step of a studio is asked for over HTTP.

use std::collections::BTreeSet;

use domain::error::Required;
use domain::identity::PersonName;
use domain::studios::{Act, Refusal, Step, Studio};

use super::assessment_bodies::{NewStudioAssessment, NewStudioReview};
use super::bodies::{
    NewGroupNameApproval, NewStudioConsent, NewStudioFunctions, NewStudioHostClosure,
    NewStudioMemberJoined, NewStudioMemberLeft, NewStudioNameWithdrawal, NewStudioNaming,
    NewStudioNotice, NewStudioOpening, NewStudioRefusal, NewStudioRelocation,
    NewStudioSignRecovery, NewStudioSiteVisit,
};
use super::ledger_bodies::{
    NewStudioActivity, NewStudioClue, NewStudioHeroVisit, NewStudioPublicity,
    NewStudioRectification, NewStudioRectified, NewStudioReport,
};
use crate::contract::examples::ids;
use crate::procedure::{NewDefenceStatement, NewReasonedStep, NewStep, NewWrittenStep, StepRoute};

#[expect(clippy::too_many_lines, reason = "one short arm for each step")]
#[rustfmt::skip]
pub(super) fn route(step: Step) -> StepRoute<Studio> {
    match step {
        Step::Acceptance => StepRoute::of(
            "accept", ids::STUDIO, "受理 / Accept",
            "材料可以审查的，予以受理；按档案重新评估。 / The proposal is complete enough to be looked at; the rules are applied again to what is on file.",
            |_: &NewStep, _| Some(Act::Acceptance),
        ),
        Step::Consent => StepRoute::of(
            "consent", ids::STUDIO_IN_REVIEW, "登记同意使用姓名 / Record the consent to the name",
            "由本人作出；本人去世的，由配偶、子女或者父母作出（民法典第九百九十四条、第一千零一十二条），附书面材料。 / By the leader; after the leader's death by spouse, child or parent (Civil Code articles 994 and 1012), with what was written.",
            |it: &NewStudioConsent, read| {
                let late = it.late_entry_reason.as_deref();
                let given = read.day("/received_on", it.received_on.as_deref(), late);
                let paper = read.copy(Some(&it.copy_id));
                Some(Act::Consent { by: it.by.0, paper: paper?, given: given? })
            },
        ).with_body(|example| serde_json::json!({ "by": "leader", "copy_id": ids::paper_in(example) })),
        Step::ConsentWithdrawal => StepRoute::of(
            "consent_withdraw", ids::STUDIO_ACTIVE, "登记撤回同意 / Record the withdrawal of the consent",
            "已命名的，30 日内撤销命名。 / The name is withdrawn within 30 days where it was given.",
            |it: &NewStudioConsent, read| {
                let late = it.late_entry_reason.as_deref();
                let received = read.day("/received_on", it.received_on.as_deref(), late);
                let paper = read.copy(Some(&it.copy_id));
                Some(Act::ConsentWithdrawal { by: it.by.0, paper: paper?, received: received? })
            },
        ).with_body(|example| serde_json::json!({ "by": "leader", "copy_id": ids::paper_in(example) })),
        Step::SiteVisit => StepRoute::of(
            "site_visit", ids::STUDIO_IN_REVIEW, "现场查看 / Record a visit to the place",
            "两名经办人签署；场所变更的须重新查看。 / Signed by two officers; another place is visited again.",
            |it: &NewStudioSiteVisit, read| {
                let late = it.late_entry_reason.as_deref();
                let visited = read.day("/visited_on", it.visited_on.as_deref(), late);
                let note = read.text("/note", &it.note);
                Some(Act::SiteVisit { passed: it.passed, note: note?, visited: visited? })
            },
        ),
        Step::GroupApproval => StepRoute::of(
            "group_name_approve", ids::STUDIO_OF_GROUP, "市级同意群体名称 / Approve the name of a group",
            "仅用于以群体名称命名的。 / Only where it carries the name of a group.",
            |it: &NewGroupNameApproval, read| Some(Act::GroupApproval {
                approved: it.approved,
                note: read.text("/note", &it.note)?,
            }),
        ),
        Step::MemberJoined => StepRoute::of(
            "member_join", ids::STUDIO_ACTIVE, "成员加入 / Record that somebody joined",
            "系本服务经办人的，填写 `officer_id`。 / Of an officer of the service with `officer_id`.",
            |it: &NewStudioMemberJoined, read| {
                let late = it.late_entry_reason.as_deref();
                let joined = read.day("/joined_on", it.joined_on.as_deref(), late)?;
                let member = it.member.parse("/member", joined.on, read.errors())?;
                let member = domain::studios::Member { joined_on: joined.on, left_on: None, ..member };
                Some(Act::MemberJoined { member, joined })
            },
        ),
        Step::MemberLeft => StepRoute::of(
            "member_leave", ids::STUDIO_ACTIVE, "成员退出 / Record that a member left",
            "成员少于规定人数的，应当补足。 / Where fewer remain than policy says, others are to join.",
            |it: &NewStudioMemberLeft, read| {
                let late = it.late_entry_reason.as_deref();
                let left = read.day("/left_on", it.left_on.as_deref(), late);
                let name = read.take("/name", PersonName::parse(&it.name));
                Some(Act::MemberLeft { name: name?, left: left? })
            },
        ),
        Step::Relocation => StepRoute::of(
            "relocate", ids::STUDIO_ACTIVE, "变更依托单位、场所或者联系方式 / Record another host, place or contact",
            "至少填一项；命名前场所变更的须重新查看。 / At least one of them; before the naming another place is visited again.",
            |it: &NewStudioRelocation, read| {
                let late = it.late_entry_reason.as_deref();
                let since = read.day("/since", it.since.as_deref(), late);
                let host = read.optional("/host", it.host.as_deref());
                let place = read.optional("/place", it.place.as_deref());
                let contact = read.optional("/contact", it.contact.as_deref());
                if it.host.is_none() && it.place.is_none() && it.contact.is_none() {
                    read.fault("/place", &Required);
                }
                Some(Act::Relocation { host: host?, place: place?, contact: contact?, since: since? })
            },
        ),
        Step::FunctionChange => StepRoute::of(
            "functions_change", ids::STUDIO_ACTIVE, "变更职能 / Change the functions",
            "列出变更后的全部职能。 / All functions that it has from now on.",
            |it: &NewStudioFunctions, read| {
                read.errors().distinct("/functions", &it.functions);
                let functions: BTreeSet<_> = it.functions.iter().map(|word| word.0).collect();
                Some(Act::FunctionChange { functions, reason: read.text("/reason", &it.reason)? })
            },
        ),
        Step::Naming => StepRoute::of(
            "approve", ids::STUDIO_READY, "命名 / Name the studio",
            "市级两名经办人和基金会（协会）共同签署；须有荣誉、同意、名称、成员和场所。 / Two officers of the city sign, and one of the foundation or association; honour, consent, name, members and place are as they have to be.",
            |it: &NewStudioNaming, read| {
                let number = read.text("/number", &it.number);
                let reason = read.optional("/reason", it.reason.as_deref());
                Some(Act::Naming { number: number?, reason: reason? })
            },
        ),
        Step::RefusalNotice => StepRoute::of(
            "refusal_notice", ids::STUDIO_IN_REVIEW, "告知拟不予命名 / Give prior notice of a refusal",
            "告知事实、理由和陈述申辩的权利。 / The party is informed of the facts, the reasons and its right of defence.",
            |it: &NewStudioNotice, read| {
                let (code, facts, reasons, notified, number) = it.content(read)?;
                Some(Act::RefusalNotice { code, facts, reasons, notified, number })
            },
        ).with_body(|_| serde_json::json!({ "reason_code": "setup_incomplete", "facts": "测试：场所面积不足", "reasons": "测试：不具备条件" })),
        Step::WithdrawalNotice => StepRoute::of(
            "withdrawal_notice", ids::STUDIO_HOST_CLOSED, "告知拟撤销命名 / Give prior notice of a withdrawal",
            "撤销事由须在案。 / For what it is withdrawn is on record.",
            |it: &NewStudioNotice, read| {
                let (code, facts, reasons, notified, number) = it.content(read)?;
                Some(Act::WithdrawalNotice { code, facts, reasons, notified, number })
            },
        ),
        Step::DefenceStatement => StepRoute::of(
            "defence_state", ids::STUDIO_TOLD, "陈述申辩 / Record a defence statement",
            "当事人陈述申辩。 / The party makes a statement.",
            |it: &NewDefenceStatement, read| {
                let (statement, received) = it.content(read)?;
                Some(Act::DefenceStatement { statement, received })
            },
        ),
        Step::DefenceWaiver => StepRoute::of(
            "defence_waive", ids::STUDIO_SILENT, "放弃陈述申辩 / Record the waiver of a defence statement",
            "当事人书面放弃的，由承办单位或者市级经办人登记。 / The party waives it in writing; an officer of the body that holds the case or of the city records that.",
            |it: &NewWrittenStep, read| Some(Act::DefenceWaiver { word: it.word(read)? }),
        ).with_paper(),
        Step::NoticeWithdrawal => StepRoute::of(
            "notice_withdraw", ids::STUDIO_TOLD, "撤回告知 / Withdraw the notice",
            "回到告知之前。 / The case returns to its state before.",
            |it: &NewReasonedStep, read| Some(Act::NoticeWithdrawal { reason: it.reason(read)? }),
        ),
        Step::Refusal => StepRoute::of(
            "refuse", ids::STUDIO_HEARD, "不予命名 / Refuse the name",
            "书面说明理由，市级两名经办人签署；理由须与告知的一致。 / In writing with the reasons that were told, by two officers of the city.",
            |it: &NewStudioRefusal, read| {
                let number = read.optional("/number", it.number.as_deref());
                let deviation = read.optional("/deviation_reason", it.deviation_reason.as_deref());
                let reason = read.text("/reason", &it.reason)?;
                let refusal = Refusal { code: it.reason_code.0, reason, deviation: deviation? };
                Some(Act::Refusal { number: number?, refusal })
            },
        ),
        Step::Opening => StepRoute::of(
            "open", ids::STUDIO_NAMED, "挂牌 / Record the opening",
            "挂牌之日起运行。 / It runs from the day on which the sign is hung.",
            |it: &NewStudioOpening, read| {
                let late = it.late_entry_reason.as_deref();
                let opened = read.day("/opened_on", it.opened_on.as_deref(), late);
                let sign = read.text("/sign", &it.sign);
                Some(Act::Opening { opened: opened?, sign: sign? })
            },
        ),
        Step::Activity => StepRoute::of(
            "activity_add", ids::STUDIO_ACTIVE, "登记活动 / Enter an activity",
            "计入年度评估。 / It counts in the yearly assessment.",
            |it: &NewStudioActivity, read| {
                let late = it.late_entry_reason.as_deref();
                let held = read.day("/held_on", it.held_on.as_deref(), late);
                let place = read.text("/place", &it.place);
                let text = read.text("/text", &it.text);
                let photos = it.attachment_ids.iter().filter_map(|id| id.parse().ok()).collect();
                read.attach(&it.attachment_ids);
                Some(Act::Activity { function: it.function.0, place: place?, heads: it.heads, text: text?, photos, held: held? })
            },
        ),
        Step::HeroVisit => StepRoute::of(
            "visit_add", ids::STUDIO_ACTIVE, "登记走访慰问 / Enter a visit",
            "走访英模或者其家庭，计入年度评估。 / To a hero or a hero's family; it counts in the yearly assessment.",
            |it: &NewStudioHeroVisit, read| {
                let late = it.late_entry_reason.as_deref();
                let visited = read.day("/visited_on", it.visited_on.as_deref(), late);
                let person = it.person_id.as_deref().map(|id| read.parse("/person_id", id));
                let whom = read.text("/whom", &it.whom);
                let text = read.text("/text", &it.text);
                Some(Act::HeroVisit { person: person.flatten(), whom: whom?, text: text?, visited: visited? })
            },
        ),
        Step::Clue => StepRoute::of(
            "clue_add", ids::STUDIO_ACTIVE, "提供线索 / Tell of a deed",
            "线索转入受理，立为事迹后举荐方为工作室；工作室成员系经办人的，在该事迹中回避（STUDIO-CLUE）。 / It goes to intake as a clue, or is linked to the deed on file. Members who are officers step back from that deed (STUDIO-CLUE).",
            |it: &NewStudioClue, read| {
                let late = it.late_entry_reason.as_deref();
                let given = read.day("/given_on", it.given_on.as_deref(), late);
                let deed = it.deed_id.as_deref().map(|id| read.parse("/deed_id", id));
                let text = read.text("/text", &it.text);
                Some(Act::Clue { text: text?, deed: deed.flatten(), clue: None, given: given? })
            },
        ),
        Step::Publicity => StepRoute::of(
            "publicity_add", ids::STUDIO_ACTIVE, "登记宣传 / Enter a publication",
            "计入年度评估。 / It counts in the yearly assessment.",
            |it: &NewStudioPublicity, read| {
                let late = it.late_entry_reason.as_deref();
                let published = read.day("/published_on", it.published_on.as_deref(), late);
                let medium = read.text("/medium", &it.medium);
                let title = read.text("/title", &it.title);
                Some(Act::Publicity { medium: medium?, title: title?, published: published? })
            },
        ),
        Step::YearlyReport => StepRoute::of(
            "report", ids::STUDIO_LAST_YEAR, "报送年度报告 / Hand in the report of a year",
            "临近年末起可以报送，是否按时记录在案。 / From the last weeks of the year on; whether it came in time is kept.",
            |it: &NewStudioReport, read| {
                let late = it.late_entry_reason.as_deref();
                let received = read.day("/received_on", it.received_on.as_deref(), late);
                let copy = read.copy(it.copy_id.as_deref());
                let text = read.text("/text", &it.text);
                Some(Act::YearlyReport { year: it.year, text: text?, copy, received: received? })
            },
        ).with_body(|_| serde_json::json!({ "year": 2025, "text": "测试：全年开展活动四次" })),
        Step::Assessment => StepRoute::of(
            "assess", ids::STUDIO_LAST_YEAR, "年度评估 / Assess a year",
            "两名经办人现场查看后签署；结果按政策规定的分值得出，另行评定的说明理由。 / By two officers who were at the place; the result follows from the points, and officers who depart from it say why.",
            |it: &NewStudioAssessment, read| it.act(read),
        ).with_body(|_| serde_json::json!({
            "year": 2025, "place_and_sign": 10, "leader_and_members": 8, "rules_and_ledgers": 9,
            "note": "测试：场所整洁，台账齐全", "second_officer_id": ids::SECOND_OFFICER
        })),
        Step::Review => StepRoute::of(
            "review", ids::STUDIO_OLD, "定期复核 / Review the studio",
            "满政策规定的年限后进行。 / Once the years that policy says have passed.",
            |it: &NewStudioReview, read| Some(Act::Review { passed: it.passed, note: read.text("/note", &it.note)? }),
        ),
        Step::RectificationNotice => StepRoute::of(
            "rectification_notice", ids::STUDIO_SHORT, "限期整改 / Give notice to put it right",
            "规定个数的年度未达要求，或者评估、复核结果为整改的。 / Where as many years were missed as policy says, or an assessment or review asks for it.",
            |it: &NewStudioRectification, read| {
                let number = read.optional("/number", it.number.as_deref());
                let requirements = read.text("/requirements", &it.requirements);
                Some(Act::RectificationNotice { requirements: requirements?, number: number? })
            },
        ),
        Step::RectificationCompletion => StepRoute::of(
            "rectify", ids::STUDIO_RECTIFYING, "整改完成 / Record that it was put right",
            "两名经办人核查后签署，恢复运行。 / Signed by two officers who looked; the studio runs again.",
            |it: &NewStudioRectified, read| Some(Act::RectificationCompletion { note: read.text("/note", &it.note)? }),
        ),
        Step::HostClosure => StepRoute::of(
            "host_close", ids::STUDIO_ACTIVE, "登记依托单位撤销 / Record that the host closed",
            "30 日内撤销命名。 / The name is withdrawn within 30 days.",
            |it: &NewStudioHostClosure, read| {
                let late = it.late_entry_reason.as_deref();
                let closed = read.day("/closed_on", it.closed_on.as_deref(), late);
                let reason = read.text("/reason", &it.reason);
                Some(Act::HostClosure { reason: reason?, closed: closed? })
            },
        ),
        Step::HonourLoss => StepRoute::of(
            "honour_loss", ids::STUDIO_LEADER_REVOKED, "登记带头人丧失荣誉 / Record the loss of the leader's honour",
            "撤销荣誉时由本服务一并办理；档案查明带头人已无规定级别荣誉的，也可以登记。 / The service takes it together with the revocation; it is recorded here too where what is on file shows that no honour of the level is left.",
            |_: &NewStep, _| Some(Act::HonourLoss),
        ),
        Step::NameWithdrawal => StepRoute::of(
            "name_withdraw", ids::STUDIO_TO_WITHDRAW, "撤销命名 / Withdraw the name",
            "须先告知并听取陈述申辩；市级两名经办人和基金会（协会）共同签署，收回牌匾，名称可以由他人使用。 / After prior notice and the defence statement; two officers of the city sign, and one of the foundation or association. The sign is recovered, and others may have the name.",
            |it: &NewStudioNameWithdrawal, read| {
                let number = read.text("/number", &it.number);
                let deviation = read.optional("/deviation_reason", it.deviation_reason.as_deref());
                let reason = read.text("/reason", &it.reason)?;
                let refusal = Refusal { code: it.reason_code.0, reason, deviation: deviation? };
                Some(Act::NameWithdrawal { number: number?, refusal })
            },
        ),
        Step::SignRecovery => StepRoute::of(
            "sign_recover", ids::STUDIO_WITHDRAWN, "收回牌匾 / Record that the sign was recovered",
            "撤销命名后收回。 / After the name was withdrawn.",
            |it: &NewStudioSignRecovery, read| {
                let late = it.late_entry_reason.as_deref();
                let recovered = read.day("/recovered_on", it.recovered_on.as_deref(), late);
                let note = read.text("/note", &it.note);
                Some(Act::SignRecovery { note: note?, recovered: recovered? })
            },
        ),
    }
}
