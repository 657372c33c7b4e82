//! What is handed in with the steps of a plaque.

use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::step_body;
use crate::words::{KinshipWord, PlaqueOccasionWord, PlaqueReplacementReasonWord};

step_body! {
    /// 制作下单 / An order of the plaque.
    #[schema(example = json!({ "supplier": "测试标牌厂" }))]
    NewPlaqueOrder signed by one {
        /// 制作单位 / The supplier.
        #[validate(nested)]
        pub(crate) supplier: BoundedText<1, 100>,
        /// 下单之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) ordered_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 制作单文号；不填则由本服务编号 / The number of the order; given by the service if left out.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 制作完成 / The plaque is made.
    #[schema(example = json!({ "serial": "LC-2026-9001" }))]
    NewPlaqueMaking signed by one {
        /// 牌的编号，在全市不得重复 / Its serial number, unique in the city.
        #[validate(nested)]
        pub(crate) serial: BoundedText<1, 40>,
        /// 制作完成之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) made_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 送达光荣牌 / The plaque is handed over to the family.
    #[schema(example = json!({
        "occasion": "home_visit", "recipient": "测试甲", "signature_id": ids::paper_in(ids::PLAQUE_MADE)
    }))]
    NewPlaqueHandover signed by one {
        /// 送达方式；在会议上颁发的尚未悬挂 / The occasion; what is handed over at a meeting does not hang yet.
        pub(crate) occasion: PlaqueOccasionWord,
        /// 活动或者地点；不写家庭住址 / The event or the place, never the family's address.
        #[validate(nested)]
        pub(crate) place: Option<BoundedText<1, 100>>,
        /// 领取人；人员已去世的须为近亲属商定的人 / Who receives it; for a hero who died, the recipient on whom the next of kin agreed.
        #[validate(nested)]
        pub(crate) recipient: BoundedText<1, 100>,
        /// 领取人与牌面人员的关系；本人的不填 / What the recipient is to the hero; left out for the hero.
        pub(crate) kinship: Option<KinshipWord>,
        /// 签收材料，须为本案卷已完成的附件 / The signed receipt: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) signature_id: Option<String>,
        /// 送达之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) handed_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 送达登记表文号；不填则由本服务编号 / The number of the record; given by the service if left out.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 悬挂 / The plaque hangs.
    #[schema(example = json!({
        "photo_id": ids::paper_in(ids::PLAQUE_HANDED_OVER), "signature_id": ids::paper_in(ids::PLAQUE_HANDED_OVER)
    }))]
    NewPlaqueHanging signed by one {
        /// 照片，须为本案卷已完成的附件 / The photograph: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) photo_id: Option<String>,
        /// 家庭签名，须为本案卷已完成的附件 / The family's signature: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) signature_id: Option<String>,
        /// 悬挂之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) hung_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 置于室内 / The family keeps the plaque indoors.
    #[schema(example = json!({ "signature_id": ids::paper_in(ids::PLAQUE_TO_KEEP) }))]
    NewPlaqueIndoors signed by one {
        /// 家庭签名，须为本案卷已完成的附件 / The family's signature: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) signature_id: Option<String>,
        /// 日期；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) kept_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 更换 / Another plaque comes in the place of this one.
    #[schema(example = json!({ "reason": "damaged", "note": "测试：牌面破损" }))]
    NewPlaqueReplacement signed by one {
        /// 原因 / Why.
        pub(crate) reason: PlaqueReplacementReasonWord,
        /// 说明 / In words.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
        /// 日期；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) replaced_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 联系不上 / Nobody was reached.
    #[schema(example = json!({ "how": "测试：电话两次、上门一次均无人应答" }))]
    NewContactAttempt signed by one {
        /// 联系方式 / How it was tried.
        #[validate(nested)]
        pub(crate) how: BoundedParagraphs<1, 2000>,
        /// 日期；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) tried_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 已联系上 / The family was reached.
    #[schema(example = json!({ "note": "测试：家属已回电" }))]
    NewFamilyContact signed by one {
        /// 说明 / How.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
        /// 日期；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) reached_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 通知收回 / The family is told that the plaque comes back.
    #[schema(example = json!({ "reason": "测试：确认已被撤销，请将光荣牌交回。" }))]
    NewRecoveryNotice signed by one {
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
        /// 文号；不填则由本服务编号 / The number of the notice; given by the service if left out.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 收回 / The plaque is back.
    #[schema(example = json!({ "note": "测试：家属交回" }))]
    NewPlaqueRecovery signed by one {
        /// 说明 / How.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
        /// 日期；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) recovered_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 由两人签署并说明理由的步骤 / A step with a reason that two officers sign.
    #[schema(example = json!({ "reason": "测试：已经遗失", "second_officer_id": ids::SECOND_OFFICER }))]
    NewReasonedStepOfTwo signed by two {
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}
