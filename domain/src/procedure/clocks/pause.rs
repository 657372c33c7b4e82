use crate::named_enum;

named_enum! {
    /// 期限中止的事由 / Why a clock pauses
    Pause as "ClockPause" {
        Suspension = "suspension", "案件中止期间", "the case is suspended";
        Transfer = "transfer", "案件移送期间", "the case is on its way to another body";
        Supplement = "supplement", "等待补正期间", "a supplement request waits for its answer";
        Objection = "objection", "有未处理的异议期间", "an objection is open";
        PriorNotice = "prior_notice", "拟撤销期间", "the party was notified of an intended revocation";
    }
}
