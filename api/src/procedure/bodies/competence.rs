//! Bodies of the steps that give a case to another body of the city.

use domain::procedure::{Holder, SharedAct};
use domain::regions::{Region, RegionCode, RegionTree};
use validator::Validate;

use super::step_body;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::Reading;

domain::faults! {
    struct OutsideTheCity = "region_outside_city",
        "只能移送或者指定给本市及其县（市、区）的承办单位",
        "Only a body of the city or of one of its counties and zones can take a case.";
}

step_body! {
    /// 移送 / The case is transferred to the body of another region.
    #[schema(example = json!({ "receiver_region_code": "371502", "reason": "测试：行为发生在该区" }))]
    NewTransfer signed by one {
        /// 接收单位所在区划 / The region whose body is to hold it.
        #[validate(nested)]
        receiver_region_code: BoundedText<2, 6>,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of
        /// the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewTransfer {
    pub(in crate::procedure) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        let receiver = receiver(&self.receiver_region_code, read);
        let reason = read.text("/reason", &self.reason);
        let number = read.optional("/number", self.number.as_deref());
        Some(SharedAct::Transfer {
            receiver: receiver?,
            reason: reason?,
            number: number?,
        })
    }
}

step_body! {
    /// 指定管辖 / The city designates the body that holds the case.
    #[schema(example = json!({ "receiver_region_code": "371502", "reason": "测试：行为发生在该区" }))]
    NewDesignation signed by one {
        /// 承办单位所在区划 / The region whose body is to hold it.
        #[validate(nested)]
        receiver_region_code: BoundedText<2, 6>,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewDesignation {
    pub(in crate::procedure) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        let receiver = receiver(&self.receiver_region_code, read);
        let reason = read.text("/reason", &self.reason);
        Some(SharedAct::Designation {
            receiver: receiver?,
            reason: reason?,
        })
    }
}

/// The body of a region within the city.
fn receiver(code: &str, read: &mut Reading) -> Option<Holder> {
    let pointer = "/receiver_region_code";
    let code = read.take(pointer, RegionCode::parse(code))?;
    let within = |region: &&Region| region.code == read.city || region.parent == Some(read.city);
    let region = RegionTree::current().get(&code).filter(within);
    read.take(pointer, region.ok_or(OutsideTheCity))
        .map(Holder::of)
}
