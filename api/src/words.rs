//! The words of the rules on the wire: one list of values for rules, policy files and contract.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{Schema, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// Wraps enums of the domain, whose values carry their own texts, as schemas of the contract.
macro_rules! words {
    ($($zh:literal / $en:literal $name:ident of $domain:ty, $schema:literal;)+) => {$(
        #[doc = concat!($zh, " / ", $en)]
        #[derive(Debug, Clone, Copy, Serialize, Deserialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) $domain);

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                Self(value)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let values = <$domain>::ALL.iter().map(|value| value.as_str());
                let texts = <$domain>::ALL.iter().map(|value| {
                    let text = value.text();
                    format!("- `{}`: {} / {}", value.as_str(), text.zh, text.en)
                });
                let lines: Vec<String> = std::iter::once(concat!($zh, " / ", $en, "\n").to_owned())
                    .chain(texts)
                    .collect();
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .description(Some(lines.join("\n")))
                    .enum_values(Some(values))
                    .into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($schema)
            }
        }
    )+};
}

words! {
    "籍贯或户籍依据" / "Why somebody counts as coming from a place" OriginBasisWord of domain::policy::OriginBasis, "OriginBasis";
    "确认机构类别" / "What kind of body confirmed a deed" IssuerKindWord of domain::policy::IssuerKind, "IssuerKind";
    "机构级别" / "Level of a body" AuthorityLevelWord of domain::policy::AuthorityLevel, "AuthorityLevel";
    "荣誉级别" / "Level of an honour" HonourLevelWord of domain::policy::HonourLevel, "HonourLevel";
    "影响范围" / "How far a deed became known" InfluenceAreaWord of domain::policy::InfluenceArea, "InfluenceArea";
    "本人伤亡" / "The worst that happened to the actor" HarmWord of domain::policy::Harm, "Harm";
    "认定情况" / "Whether a deed is established" StandingWord of domain::commendations::Standing, "Standing";
    "授予对象" / "Whom a title is for" RecipientWord of domain::policy::Recipient, "Recipient";
    "表扬或表彰" / "Praise or state award" CommendationKindWord of domain::policy::CommendationKind, "CommendationKind";
    "表扬形式" / "How a commendation is handed over" CommendationFormWord of domain::policy::CommendationForm, "CommendationForm";
    "是否公开" / "Whether a commendation is given in public" SecrecyWord of domain::commendations::Secrecy, "Secrecy";
    "授予机关类别" / "What kind of body grants" AuthorityKindWord of domain::policy::AuthorityKind, "AuthorityKind";
    "同意人" / "Who agrees to the use of a name" ConsentGiverWord of domain::policy::ConsentGiver, "ConsentGiver";
    "评分项目" / "What counts towards the score" CriterionWord of domain::commendations::Criterion, "Criterion";
    "名称部分" / "A part of a studio's name" NamePartWord of domain::studios::NamePart, "NamePart";
    "依据性质" / "How far a source binds the city" BasisKindWord of domain::policy::BasisKind, "BasisKind";
    "客户端的权限" / "What a client may do" ScopeWord of crate::credentials::Scope, "Scope";
    "取得途径" / "By which rules a title is reached" TitleRouteWord of domain::policy::TitleRoute, "TitleRoute";
    "行为类型" / "What an actor did" ActTypeWord of domain::deeds::eligibility::ActType, "ActType";
    "是否负有职责、义务" / "Whether an actor was bound to act" DutyWord of domain::deeds::eligibility::Duty, "ActorDuty";
    "保护的利益" / "Whose interest was protected" InterestWord of domain::deeds::eligibility::Interest, "ProtectedInterest";
    "受益人与行为人的关系" / "What a beneficiary is to the actor" RelationWord of domain::deeds::eligibility::Relation, "BeneficiaryRelation";
    "行为是否合法" / "Whether an act was lawful" LawfulnessWord of domain::deeds::eligibility::Lawfulness, "Lawfulness";
    "救助结果" / "What came of a rescue" RescueOutcomeWord of domain::deeds::eligibility::RescueOutcome, "RescueOutcome";
    "申请人或者举荐人类别" / "Who brings a deed" FilerWord of domain::deeds::eligibility::Filer, "Filer";
    "证据种类" / "What kind of evidence something is" EvidenceKindWord of domain::policy::EvidenceKind, "EvidenceKind";
    "附件状态" / "How far an attachment has come" AttachmentStateWord of domain::attachments::AttachmentState, "AttachmentState";
    "附件的文件类型" / "What the content of an attachment is" AttachmentMediaTypeWord of domain::attachments::MediaType, "AttachmentMediaType";
    "下一步" / "The way a case takes next" DeedRouteWord of domain::deeds::eligibility::Route, "DeedRoute";
    "未成年人保护" / "What an actor's age asks for" MinorHandlingWord of domain::deeds::eligibility::MinorHandling, "MinorHandling";
    "须补充的事项" / "Something that has to be asked for" MissingFactWord of domain::deeds::eligibility::MissingFact, "MissingFact";
    "案件状态" / "How far a case has come" CaseStateWord of domain::deeds::State, "CaseState";
    "办理单位" / "Whose organisation may take a step" SeatWord of domain::procedure::Seat, "StepSeat";
    "签署人" / "Who signs a step" OfficersWord of domain::procedure::Officers, "StepOfficers";
    "案件来源" / "How a case came to be" FiledByWord of domain::procedure::FiledBy, "FiledBy";
    "文书种类" / "What a document is" DocumentKindWord of domain::documents::DocumentKind, "DocumentKind";
    "期限状态" / "How a clock stands" ClockStatusWord of domain::procedure::ClockStatus, "ClockStatus";
    "期限约束的对象" / "Whom a clock binds" ClockBoundWord of domain::procedure::Bound, "ClockBound";
    "当事人" / "A party of a case" PartyWord of domain::procedure::Party, "Party";
    "认定状态" / "How far a recognition has come" RecognitionStateWord of domain::out_of_city::State, "RecognitionState";
    "近亲属关系" / "What a next of kin is to the person" KinshipWord of domain::out_of_city::Kinship, "Kinship";
    "不予认定或者撤销的理由" / "Why recognition is refused or taken back" RecognitionRefusalWord of domain::out_of_city::RefusalCode, "RecognitionRefusalCode";
    "不予确认的理由" / "Why confirmation is refused" RefusalCodeWord of domain::deeds::RefusalCode, "DeedRefusalCode";
    "拟确认意见" / "What a body intends" OpinionKindWord of domain::deeds::OpinionKind, "OpinionKind";
    "受益人作证情况" / "What a beneficiary did" StatementKindWord of domain::deeds::StatementKind, "StatementKind";
    "复核结果" / "How a request for reconfirmation ended" ReconfirmationEndWord of domain::deeds::ReconfirmationEnd, "ReconfirmationEnd";
    "移送结果" / "How a transfer ended" TransferEndWord of domain::procedure::TransferEnd, "TransferEnd";
    "评审人员类别" / "For whom a member of the panel stands" PanelKindWord of domain::policy::PanelKind, "PanelKind";
    "公众申请或者线索的状态" / "Where something that came in from the public stands" IntakeStateWord of domain::intake::State, "IntakeState";
    "公众申请或者线索的经过" / "What happened to something that came in" IntakeMilestoneWord of domain::intake::Milestone, "IntakeMilestone";
    "线索不予跟进的理由" / "Why a clue is not pursued" NotPursuedWord of domain::intake::NotPursued, "ClueNotPursuedReason";
    "申请人可知的办理进度" / "How far the case of one actor has come, as an applicant is told" ActorProgressWord of domain::intake::ActorProgress, "ActorProgress";
    "不公示的理由" / "Why a notice is left out" PublicitySkipReasonWord of domain::policy::PublicitySkipReason, "PublicitySkipReason";
}

/// 中英文本 / A text in the two languages of the service.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct BilingualText {
    /// 中文 / Chinese.
    pub(crate) zh: String,
    /// 英文 / English.
    pub(crate) en: String,
}

impl From<domain::decisions::Text> for BilingualText {
    fn from(text: domain::decisions::Text) -> Self {
        Self {
            zh: text.zh,
            en: text.en,
        }
    }
}

impl From<&domain::decisions::Text> for BilingualText {
    fn from(text: &domain::decisions::Text) -> Self {
        text.clone().into()
    }
}
