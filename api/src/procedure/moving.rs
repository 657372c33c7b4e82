//! A case that waits, goes to another body, or is taken back.

use domain::procedure::{Act, Holder, Procedure, Reason, SharedAct};
use domain::regions::{Region, RegionCode, RegionTree};

use super::bodies::step_body;
use super::input::{Reading, StepBody};

domain::faults! {
    struct OutsideTheCity = "region_outside_city",
        "只能移送或者指定给本市及其县（市、区）的承办单位",
        "Only a body of the city or of one of its counties and zones can take a case.";
}

/// The body of a region of the city.
fn body_of(code: &str, read: &mut Reading) -> Option<Holder> {
    let code = read.take("/receiver_region_code", RegionCode::parse(code))?;
    let within = |region: &&Region| region.code == read.city || region.parent == Some(read.city);
    let region = RegionTree::builtin().get(&code).filter(within);
    read.take("/receiver_region_code", region.ok_or(OutsideTheCity))
        .map(Holder::of)
}

/// The body that is to hold the case, and why.
fn moved(receiver: &str, reason: &str, read: &mut Reading) -> Option<(Holder, Reason)> {
    let receiver = body_of(receiver, read);
    let reason = read.line("/reason", reason);
    Some((receiver?, reason?))
}

step_body! {
    /// 中止 / The case waits for another body's finding.
    #[schema(example = json!({ "pending": "测试：等待公安机关侦查结果" }))]
    NewSuspension signed by one {
        /// 等待的事项 / What is waited for.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        pending: String,
    }
}

impl<P: Procedure> StepBody<P> for NewSuspension {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let pending = read.line("/pending", &self.pending)?;
        Some(Act::Shared(SharedAct::Suspension { pending }))
    }
}

step_body! {
    /// 恢复 / The case goes on.
    #[schema(example = json!({ "finding": "测试：公安机关已作出结论" }))]
    NewResumption signed by one {
        /// 结果 / What came of it.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        finding: String,
    }
}

impl<P: Procedure> StepBody<P> for NewResumption {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let finding = read.line("/finding", &self.finding)?;
        Some(Act::Shared(SharedAct::Resumption { finding }))
    }
}

step_body! {
    /// 移送 / The case is sent to the body of another region.
    #[schema(example = json!({ "receiver_region_code": "371502", "reason": "测试：行为发生在该区" }))]
    NewTransfer signed by one {
        /// 接收单位所在区划 / The region whose body is to hold it.
        #[validate(length(min = 2, max = 6))]
        #[schema(min_length = 2, max_length = 6)]
        receiver_region_code: String,
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl<P: Procedure> StepBody<P> for NewTransfer {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let (receiver, reason) = moved(&self.receiver_region_code, &self.reason, read)?;
        Some(Act::Shared(SharedAct::Transfer { receiver, reason }))
    }
}

step_body! {
    /// 接收移送 / The receiver takes the case.
    #[schema(example = json!({}))]
    NewTransferAcceptance signed by one {}
}

impl<P: Procedure> StepBody<P> for NewTransferAcceptance {
    fn act(&self, _: &mut Reading) -> Option<Act<P>> {
        Some(Act::Shared(SharedAct::TransferAcceptance))
    }
}

step_body! {
    /// 管辖争议 / The receiver does not take the case.
    #[schema(example = json!({ "reason": "测试：行为发生在移送区" }))]
    NewTransferDispute signed by one {
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl<P: Procedure> StepBody<P> for NewTransferDispute {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let reason = read.line("/reason", &self.reason)?;
        Some(Act::Shared(SharedAct::TransferDispute { reason }))
    }
}

step_body! {
    /// 指定管辖 / The city names the body that holds the case.
    #[schema(example = json!({ "receiver_region_code": "371502", "reason": "测试：由该区办理" }))]
    NewDesignation signed by one {
        /// 承办单位所在区划 / The region whose body is to hold it.
        #[validate(length(min = 2, max = 6))]
        #[schema(min_length = 2, max_length = 6)]
        receiver_region_code: String,
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl<P: Procedure> StepBody<P> for NewDesignation {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let (receiver, reason) = moved(&self.receiver_region_code, &self.reason, read)?;
        Some(Act::Shared(SharedAct::Designation { receiver, reason }))
    }
}

step_body! {
    /// 撤回 / The person who filed the case takes it back.
    #[schema(example = json!({}))]
    NewWithdrawal signed by one {}
}

impl<P: Procedure> StepBody<P> for NewWithdrawal {
    fn act(&self, _: &mut Reading) -> Option<Act<P>> {
        Some(Act::Shared(SharedAct::Withdrawal))
    }
}
