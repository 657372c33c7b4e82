//! The steps of a studio that are its own, each with what it brings with it.

use std::collections::BTreeSet;

use super::{AssessmentResult, Function, Member, OnSite, Refusal, RefusalCode};
use crate::{
    identity::PersonName,
    ids::{AttachmentId, ClueId, DeedId, PersonId},
    policy::ConsentGiver,
    procedure::{DocumentNumber, Entered, Reason, Word, acts},
    text::Line,
};

acts! {
    /// A step of a studio. Where a step can end in two ways, each is a step of its own.
    Step,
    /// What a step of a studio brings with it.
    Act {
        Acceptance = "acceptance", "受理", "acceptance";
        Consent { by: ConsentGiver, paper: AttachmentId, given: Entered } = "consent", "登记同意使用姓名", "consent to the name";
        ConsentWithdrawal { by: ConsentGiver, paper: AttachmentId, received: Entered } = "consent_withdrawal", "登记撤回同意", "withdrawal of the consent";
        SiteVisit { passed: bool, note: Reason, visited: Entered } = "site_visit", "现场查看", "site visit";
        /// The city agrees, or not, to the name of a group.
        GroupApproval { approved: bool, note: Reason } = "group_approval", "市级同意群体名称", "approval of a group's name";
        MemberJoined { member: Member, joined: Entered } = "member_joined", "成员加入", "member joined";
        MemberLeft { name: PersonName, left: Entered } = "member_left", "成员退出", "member left";
        /// Another host, place or contact.
        Relocation { host: Option<Line<100>>, place: Option<Line<200>>, contact: Option<Line<100>>, since: Entered } = "relocation", "变更依托单位、场所或者联系方式", "change of host, place or contact";
        FunctionChange { functions: BTreeSet<Function>, reason: Reason } = "function_change", "变更职能", "change of functions";
        Naming { number: DocumentNumber, reason: Option<Reason> } = "naming", "命名", "naming";
        RefusalNotice { code: RefusalCode, facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "refusal_notice", "告知拟不予命名", "notice of an intended refusal";
        WithdrawalNotice { code: RefusalCode, facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "withdrawal_notice", "告知拟撤销命名", "notice of an intended withdrawal";
        DefenceStatement { statement: Reason, received: Entered } = "defence_statement", "陈述申辩", "defence statement";
        DefenceWaiver { word: Word } = "defence_waiver", "放弃陈述申辩", "waiver of the defence statement";
        NoticeWithdrawal { reason: Reason } = "notice_withdrawal", "撤回告知", "withdrawal of the notice";
        Refusal { number: Option<DocumentNumber>, refusal: Refusal } = "refusal", "不予命名", "refusal";
        Opening { opened: Entered, sign: Line<60> } = "opening", "挂牌", "opening";
        Activity { function: Function, place: Line<200>, heads: u32, text: Reason, photos: Vec<AttachmentId>, held: Entered } = "activity", "登记活动", "activity";
        HeroVisit { person: Option<PersonId>, whom: Line<100>, text: Reason, visited: Entered } = "hero_visit", "登记走访慰问", "visit to a hero or family";
        /// It tells of a deed: of one on file, or as a clue that intake looks into.
        Clue { text: Reason, deed: Option<DeedId>, clue: Option<ClueId>, given: Entered } = "clue", "提供线索", "clue";
        Publicity { medium: Line<100>, title: Line<200>, published: Entered } = "publicity", "登记宣传", "publicity";
        YearlyReport { year: i32, text: Reason, copy: Option<AttachmentId>, received: Entered } = "yearly_report", "年度报告", "yearly report";
        Assessment { year: i32, seen: OnSite, result: Option<AssessmentResult>, reason: Option<Reason>, visited: Entered, number: Option<DocumentNumber> } = "assessment", "年度评估", "yearly assessment";
        Review { passed: bool, note: Reason } = "review", "定期复核", "periodic review";
        RectificationNotice { requirements: Reason, number: Option<DocumentNumber> } = "rectification_notice", "限期整改", "notice to rectify";
        RectificationCompletion { note: Reason } = "rectification_completion", "整改完成", "completion of the rectification";
        HostClosure { reason: Reason, closed: Entered } = "host_closure", "登记依托单位撤销", "closure of the host";
        /// The leader holds no honour of the level that a studio asks for any more. The service takes it
        /// when an honour is revoked.
        HonourLoss = "honour_loss", "带头人丧失荣誉", "loss of the leader's honour";
        NameWithdrawal { number: DocumentNumber, refusal: Refusal } = "name_withdrawal", "撤销命名", "withdrawal of the name";
        SignRecovery { note: Reason, recovered: Entered } = "sign_recovery", "收回牌匾", "recovery of the sign";
    }
}
