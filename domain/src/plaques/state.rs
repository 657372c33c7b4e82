use crate::named_enum;

named_enum! {
    /// 光荣牌状态 / How far a plaque has come
    State as "PlaqueState" {
        /// It is registered, and to be ordered.
        Entitled = "entitled", "已登记，待制作", "registered, to be ordered";
        Ordered = "ordered", "已下单", "ordered";
        Made = "made", "已制作", "made";
        /// The family has it; it does not hang yet.
        HandedOver = "handed_over", "已送达", "handed over to the family";
        Hung = "hung", "已悬挂", "hung";
        KeptIndoors = "kept_indoors", "置于室内", "kept indoors";
        Declined = "declined", "家庭谢绝", "declined by the family";
        Replaced = "replaced", "已更换", "replaced";
        ToRecover = "to_recover", "待收回", "to be recovered";
        Recovered = "recovered", "已收回", "recovered";
        WrittenOff = "written_off", "已核销", "written off";
        Suspended = "suspended", "中止", "suspended";
        Transferred = "transferred", "移送", "transferred";
        Withdrawn = "withdrawn", "已终止", "ended before it was handed over";
        /// The family moved to a place whose bodies do not work with this service.
        MovedAway = "moved_away", "已移送市外单位", "gone to an outside body";
    }
}

impl State {
    /// Whether the household has the plaque, or is to get it: then it gets no other (PLAQUE-ONE).
    pub const fn is_active(self) -> bool {
        match self {
            Self::Entitled
            | Self::Ordered
            | Self::Made
            | Self::HandedOver
            | Self::Hung
            | Self::KeptIndoors
            | Self::ToRecover
            | Self::Suspended
            | Self::Transferred => true,
            Self::Declined
            | Self::Replaced
            | Self::Recovered
            | Self::WrittenOff
            | Self::Withdrawn
            | Self::MovedAway => false,
        }
    }
}

named_enum! {
    /// 更换原因 / Why a plaque is replaced
    ReplacementReason as "PlaqueReplacementReason" {
        Moved = "moved", "迁居", "the family moved";
        Damaged = "damaged", "损坏", "damage";
        Aged = "aged", "陈旧", "ageing";
        Lost = "lost", "遗失", "loss";
        /// Another hero joined the household, or one left it.
        TextChanged = "text_changed", "牌面文字变更", "its text has to change";
    }
}

named_enum! {
    /// What is decided on a plaque: nothing but that it ends.
    Outcome {
        WriteOff = "write_off", "核销", "write-off";
    }
}

named_enum! {
    /// Why a plaque is refused: its conditions say so, and no decision does.
    RefusalCode as "PlaqueRefusalCode" {
        NotEntitled = "not_entitled", "家庭无有效荣誉", "nobody of the household holds an honour";
    }
}

named_enum! {
    /// A document that a step of a plaque calls for.
    Document {
        Order = "plaque_order", "光荣牌制作单", "order of plaques";
        Handover = "plaque_handover", "光荣牌送达登记表", "record of the handover";
        Recovery = "plaque_recovery", "收回光荣牌通知书", "notice of recovery";
    }
}
