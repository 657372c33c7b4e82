use crate::named_enum;

named_enum! {
    /// 档案的由来 / How a file came to be.
    FileOrigin {
        Registered = "registered", "登记", "registered by the committee that keeps it";
        Historic = "historic", "历史档案", "taken over from an earlier source, possibly incomplete";
    }
}

named_enum! {
    /// 在世与否 / Whether the person lives.
    LifeStatus {
        Living = "living", "在世", "lives";
        Deceased = "deceased", "已故", "has died";
        Unknown = "unknown", "不详", "not known";
    }
}

named_enum! {
    /// 核对任务的状态 / Where a task stands.
    MatchStatus as "MatchTaskStatus" {
        Open = "open", "待核对", "not decided yet";
        Merged = "merged", "已合并", "they were one person and are one file now";
        Dismissed = "dismissed", "已排除，理由见 note", "they are two people or are left apart, or another task stands for this one; `note` says why";
    }
}
