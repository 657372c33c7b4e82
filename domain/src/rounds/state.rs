use crate::named_enum;

named_enum! {
    /// 批次状态 / How far a round has come
    State as "RoundState" {
        Planned = "planned", "拟定", "planned";
        /// The call is out, and nominations come in.
        Announced = "announced", "征集推荐", "announced";
        /// The candidates are in an order.
        Reviewing = "reviewing", "初审", "reviewing";
        InPublication = "in_publication", "公示", "in publication";
        Voting = "voting", "评审表决", "voting";
        Resolved = "resolved", "已决议", "resolved";
        Decided = "decided", "已决定", "decided";
        /// The ceremony is fixed.
        Conferring = "conferring", "颁授", "conferring";
        Closed = "closed", "已办结", "closed";
        Cancelled = "cancelled", "已取消", "cancelled";
        Suspended = "suspended", "中止", "suspended";
    }
}

named_enum! {
    /// What is decided in a round.
    Outcome {
        Commendation = "commendation", "表扬决定", "commendation";
        Correction = "correction", "更正决定", "correction";
    }
}

named_enum! {
    /// 取消理由 / Why a round is cancelled
    CancellationCode as "RoundCancellationCode" {
        NoCandidates = "no_candidates", "无合格推荐", "nobody fit was nominated";
        NotApproved = "not_approved", "未获批准", "it was not approved";
        PlanChanged = "plan_changed", "计划调整", "the plan was changed";
        Merged = "merged", "并入其他批次", "it goes into another round";
    }
}

named_enum! {
    /// A document that a step of a round calls for.
    Document {
        Call = "call", "推荐通知", "call";
        CandidateNotice = "candidate_notice", "拟表扬对象公示", "notice of candidates";
        BallotRecord = "ballot_record", "表决记录", "record of the ballots";
        Resolution = "resolution", "评审决议", "resolution";
        Decision = "decision", "表扬决定", "decision";
        Correction = "correction", "更正决定", "correction";
        Agenda = "agenda", "议程和颁授顺序", "agenda";
    }
}
