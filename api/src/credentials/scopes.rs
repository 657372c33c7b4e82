//! The one table of scopes.

use std::collections::BTreeSet;
use std::fmt;

use domain::named_enum;

named_enum! {
    /// 客户端的权限 / What a client may do
    Scope {
        PeopleRead = "people:read", "查阅人员档案（敏感信息遮盖）", "Read people's files, sensitive data masked";
        PeopleWrite = "people:write", "登记和更新人员档案", "Register people and update their files";
        PeopleReadSensitive = "people:read-sensitive", "查阅敏感信息，须说明目的", "Read sensitive data, with a purpose";
        PeopleMerge = "people:merge", "合并同一人的档案", "Merge the files of one person";
        RulesEvaluate = "rules:evaluate", "依规则评估", "Have the rules evaluate a case";
        DeedsRead = "deeds:read", "查阅事迹、期限和办理进度", "Read deeds, their clocks and how far they have come";
        DeedsReport = "deeds:report", "申报事迹，提交证据和陈述", "Report deeds, hand in evidence and statements";
        DeedsInvestigate = "deeds:investigate", "审查核实事迹", "Look into deeds";
        DeedsConfirm = "deeds:confirm", "对事迹作出决定", "Decide on deeds";
        RecognitionsRead = "recognitions:read", "查阅市域外见义勇为认定", "Read recognitions of deeds elsewhere";
        RecognitionsApply = "recognitions:apply", "申请市域外见义勇为认定，提交依据", "Apply for recognition, hand in what it rests on";
        RecognitionsCheck = "recognitions:check", "核验来源地和当地确认文书", "Check origin and local confirmation";
        RecognitionsDecide = "recognitions:decide", "作出认定决定", "Decide on recognition";
        CommendationsRead = "commendations:read", "查阅表扬推荐和表扬批次", "Read commendations and their rounds";
        CommendationsNominate = "commendations:nominate", "推荐表扬对象，提交材料", "Nominate for commendation, hand in what belongs to it";
        CommendationsReview = "commendations:review", "审核推荐，组织评审、公示和颁授", "Review nominations, run rounds, publish and confer";
        CommendationsDecide = "commendations:decide", "作出、更正和撤销表扬决定", "Decide on commendations, correct and revoke";
        PlaquesRead = "plaques:read", "查阅家庭和光荣牌", "Read households and plaques";
        PlaquesReport = "plaques:report", "登记家庭，反映光荣牌情况", "Register households, report on plaques";
        PlaquesManage = "plaques:manage", "制作、送达、悬挂、更换和收回光荣牌", "Order, hand over, hang, replace and recover plaques";
        PlaquesDecide = "plaques:decide", "对光荣牌作出决定", "Decide on plaques";
        StudiosRead = "studios:read", "查阅英模工作室", "Read studios";
        StudiosReport = "studios:report", "申报工作室，报送活动、走访和年度报告", "Propose studios, hand in activities, visits and yearly reports";
        StudiosManage = "studios:manage", "审核、评估和督促工作室", "Review and assess studios";
        StudiosDecide = "studios:decide", "命名和撤销工作室", "Name studios and withdraw names";
        IntakeRead = "intake:read", "查阅公众申请和线索", "Read what comes in from the public";
        IntakeTriage = "intake:triage", "分办公众申请和线索", "Send on what comes in from the public";
        PublicityRead = "publicity:read", "查阅公开同意", "Read what people agreed to show";
        PublicityWrite = "publicity:write", "登记和撤回公开同意", "Record consents to publicity and take them back";
        AttachmentsRead = "attachments:read", "查阅附件，读取内容须说明目的", "Read the files of deeds; their content with a purpose";
        AttachmentsWrite = "attachments:write", "上传附件", "Hand in the files of deeds";
        ReceiptsRead = "receipts:read", "查阅评估凭据并复算", "Read receipts and replay them";
        OrganisationsRead = "organisations:read", "查阅机构和工作人员", "Read organisations and officers";
        OrganisationsWrite = "organisations:write", "登记机构和工作人员", "Register organisations and officers";
        CalendarWrite = "calendar:write", "载入年度放假安排（仅限市级）", "Load the days off of a year, for the city";
        AuditRead = "audit:read", "查阅审计记录", "Read the audit";
        EventsRead = "events:read", "读取事件流", "Read the feed of events";
        ClientsManage = "clients:manage", "管理接入客户端", "Manage clients";
        SandboxMove = "sandbox:move", "拨动演练日历", "Move the sandbox calendar";
    }
}

/// A set of scopes; written as OAuth writes it, separated by spaces (RFC 6749 section 3.3).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScopeSet(BTreeSet<Scope>);

impl ScopeSet {
    /// The known scopes in `text`; a scope of a later version is ignored.
    pub fn parse_known(text: &str) -> Self {
        text.split_whitespace()
            .filter_map(|name| name.parse::<Scope>().ok())
            .collect()
    }

    /// The scopes in `text`, or the first name that is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        text.split_whitespace()
            .map(|name| name.parse::<Scope>().map_err(|_| name.to_owned()))
            .collect()
    }

    /// Whether it holds `scope`.
    pub fn contains(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Whether it holds all of `other`.
    pub fn covers(&self, other: &Self) -> bool {
        self.0.is_superset(&other.0)
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|scope| scope.as_str())
    }
}

impl FromIterator<Scope> for ScopeSet {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().collect())
    }
}

impl fmt::Display for ScopeSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.names().collect::<Vec<_>>().join(" "))
    }
}
