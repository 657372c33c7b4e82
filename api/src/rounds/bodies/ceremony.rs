//! Bodies of the ceremony and of the end of a round.

use domain::rounds::{Absence, Act, AgendaItem, CeremonyPlan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::{ReasonedNomination, nominations, reasoned};
use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};
use crate::wire::day;

/// 议程项目 / One thing that happens at a ceremony.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewAgendaItem {
    /// 内容 / What it is.
    #[validate(nested)]
    what: BoundedText<1, 100>,
    /// 宣读或者发言人 / Who reads or speaks.
    #[validate(nested)]
    reader: Option<BoundedText<1, 50>>,
    /// 颁奖人，按顺序 / Who hands over, in their order.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20, value_type = Vec<BoundedText<1, 50>>)]
    presenters: Vec<String>,
}

/// 缺席的受表扬对象 / Somebody who does not come to a ceremony.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewAbsence {
    /// 推荐编号 / The nomination.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    commendation_id: String,
    /// 缺席理由 / Why.
    #[validate(nested)]
    reason: BoundedParagraphs<1, 200>,
    /// 代领人 / Who collects instead.
    #[validate(nested)]
    collector: Option<BoundedText<1, 50>>,
}

step_body! {
    /// 颁授议程 / The plan of the ceremony.
    #[schema(example = json!({
        "on": "2099-01-20", "place": "测试礼堂",
        "agenda": [{ "what": "宣读表扬决定", "reader": "测试主持人" }, { "what": "颁发证书", "presenters": ["测试领导"] }],
        "guests": ["测试嘉宾"], "recipients": []
    }))]
    NewCeremony signed by one {
        /// 日期 / The day.
        #[schema(format = Date)]
        on: String,
        /// 地点 / The place.
        #[validate(nested)]
        place: BoundedText<1, 200>,
        /// 议程，按顺序 / What happens, in its order.
        #[validate(length(min = 1, max = 50), nested)]
        #[schema(min_items = 1, max_items = 50)]
        agenda: Vec<NewAgendaItem>,
        /// 出席人员 / The guests.
        #[serde(default)]
        #[validate(length(max = 200))]
        #[schema(max_items = 200, value_type = Vec<BoundedText<1, 100>>)]
        guests: Vec<String>,
        /// 到场的受表扬对象，按颁授顺序 / Those who come, in the order in which they receive.
        #[validate(length(max = 500))]
        #[schema(max_items = 500, value_type = Vec<uuid::Uuid>)]
        recipients: Vec<String>,
        /// 缺席的 / Those who do not come.
        #[serde(default)]
        #[validate(length(max = 500), nested)]
        #[schema(max_items = 500)]
        absences: Vec<NewAbsence>,
        /// 同一活动中颁授的其他批次 / Other rounds whose awards are given in the same event.
        #[serde(default)]
        #[validate(length(max = 20))]
        #[schema(max_items = 20, value_type = Vec<uuid::Uuid>)]
        together_with: Vec<String>,
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewCeremony {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let on = day(&self.on, "/on", read.errors());
        let place = read.text("/place", &self.place);
        let agenda = self.agenda.iter().enumerate();
        let agenda = agenda.filter_map(|(index, item)| {
            let at = |member: &str| format!("/agenda/{index}/{member}");
            let what = read.text(&at("what"), &item.what);
            let reader = read.optional(&at("reader"), item.reader.as_deref());
            let all = &item.presenters;
            let presenters = read.errors().each(&at("presenters"), all, str::parse);
            Some(AgendaItem {
                what: what?,
                reader: reader?,
                presenters,
            })
        });
        let agenda = agenda.collect();
        let guests = &self.guests;
        let guests = read.errors().each("/guests", guests, str::parse);
        let recipients = nominations("/recipients", &self.recipients, read);
        let absences = self.absences.iter().enumerate();
        let absences = absences.filter_map(|(index, absence)| {
            let at = |member: &str| format!("/absences/{index}/{member}");
            let id = read.parse(&at("commendation_id"), &absence.commendation_id);
            let reason = read.text(&at("reason"), &absence.reason);
            let collector = read.optional(&at("collector"), absence.collector.as_deref());
            Some(Absence {
                commendation: id?,
                reason: reason?,
                collector: collector?,
            })
        });
        let absences = absences.collect();
        let others = &self.together_with;
        let together_with = read.errors().each("/together_with", others, str::parse);
        let number = read.optional("/number", self.number.as_deref());
        let plan = CeremonyPlan {
            on: on?,
            place: place?,
            agenda,
            guests,
            recipients,
            absences,
            together_with,
        };
        Some(Act::Ceremony {
            plan: Box::new(plan),
            number: number?,
        })
    }
}

step_body! {
    /// 办结批次 / A round ends.
    #[schema(example = json!({ "unconferred": [], "second_officer_id": ids::SECOND_OFFICER }))]
    NewClosing signed by two {
        /// 未颁授的和理由 / Awards that were not conferred, and why.
        #[serde(default)]
        #[validate(length(max = 500), nested)]
        #[schema(max_items = 500)]
        unconferred: Vec<ReasonedNomination>,
    }
}

impl NewClosing {
    #[expect(clippy::unnecessary_wraps, reason = "as every body gives its act")]
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::Closing {
            unconferred: reasoned("/unconferred", &self.unconferred, read),
            conferred: Vec::new(),
        })
    }
}
