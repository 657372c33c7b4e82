//! The steps of a plaque that are its own, each with what it brings with it.

use super::{Handover, ReplacementReason};
use crate::{
    ids::AttachmentId,
    out_of_city::KinAgreement,
    procedure::{DocumentNumber, Entered, Reason, Word, acts},
    text::Line,
};

acts! {
    /// A step of a plaque. Where a step can end in two ways, each is a step of its own.
    Step,
    /// What a step of a plaque brings with it.
    Act {
        Order { supplier: Line<100>, ordered: Entered, number: Option<DocumentNumber> } = "plaque_order", "制作下单", "order";
        /// `taken`: whether another plaque of the city has this serial number, as the service looks it up.
        Making { serial: Line<40>, made: Entered, taken: bool } = "making", "制作完成", "making";
        KinAgreement { agreement: KinAgreement } = "kin_agreement", "近亲属协商一致", "agreement of the next of kin";
        Handover { handover: Box<Handover>, handed: Entered, number: Option<DocumentNumber> } = "plaque_handover", "送达光荣牌", "handover of the plaque";
        Hanging { photo: Option<AttachmentId>, signature: Option<AttachmentId>, hung: Entered } = "hanging", "悬挂", "hanging";
        KeepingIndoors { signature: Option<AttachmentId>, kept: Entered } = "keeping_indoors", "按家庭意愿置于室内", "keeping indoors";
        Declination { word: Word } = "declination", "家庭谢绝", "declination by the family";
        Replacement { reason: ReplacementReason, note: Reason, replaced: Entered } = "replacement", "更换", "replacement";
        /// The heroes of the household are others than those whose names it bears.
        TextMark { reason: Reason } = "text_mark", "标记文字待更换", "mark of a text to be replaced";
        NoContact { how: Reason, tried: Entered } = "no_contact", "登记联系不上", "record that nobody was reached";
        Contact { note: Reason, reached: Entered } = "contact", "登记已联系上", "record that the family was reached";
        HonourEnd { reason: Reason } = "honour_end", "荣誉终止", "end of the honour";
        RecoveryNotice { reason: Reason, number: Option<DocumentNumber> } = "recovery_notice", "通知收回", "notice of recovery";
        Recovery { note: Reason, recovered: Entered } = "plaque_recovery", "收回光荣牌", "recovery of the plaque";
        WriteOff { reason: Reason } = "write_off", "核销", "write-off";
        /// Whatever was registered in error, or changed before the plaque was handed over.
        Cancellation { reason: Reason } = "cancellation", "取消", "cancellation";
    }
}
