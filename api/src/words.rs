//! The words of the rules on the wire: one list of values for rules, policy files and contract.

use std::borrow::Cow;

use domain::named::NamedEnum;
use domain::receipts::Text;
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{Schema, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// A value of an enum that the contract names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Word<T>(pub(crate) T);

impl<T: NamedEnum> From<T> for Word<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: NamedEnum> PartialSchema for Word<T> {
    fn schema() -> RefOr<Schema> {
        let values = T::all().into_iter();
        described(T::TITLE, values.map(|value| (value.as_str(), value.text())))
    }
}

impl<T: NamedEnum> ToSchema for Word<T> {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed(T::SCHEMA)
    }
}

/// The schema of a list of names, each with its texts.
pub(crate) fn described(
    title: &str,
    words: impl Iterator<Item = (&'static str, Text)>,
) -> RefOr<Schema> {
    let (names, lines): (Vec<_>, Vec<_>) = words
        .map(|(name, text)| (name, format!("\n- `{name}`: {} / {}", text.zh, text.en)))
        .unzip();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(format!("{title}\n{}", lines.concat())))
        .enum_values(Some(names))
        .into()
}

// utoipa names a generic type after its arguments, which are no types of the contract; a type with
// a name of its own it takes as it is.
pub(crate) type IdentityMemberWord = Word<domain::procedure::IdentityMember>;
pub(crate) type OriginBasisWord = Word<domain::policy::OriginBasis>;
pub(crate) type IssuerKindWord = Word<domain::policy::IssuerKind>;
pub(crate) type AuthorityLevelWord = Word<domain::policy::AuthorityLevel>;
pub(crate) type HonourLevelWord = Word<domain::policy::HonourLevel>;
pub(crate) type HonourKindWord = Word<domain::honours::HonourKind>;
pub(crate) type InfluenceAreaWord = Word<domain::policy::InfluenceArea>;
pub(crate) type HarmWord = Word<domain::policy::Harm>;
pub(crate) type ConfirmationStatusWord = Word<domain::commendations::ConfirmationStatus>;
pub(crate) type RecipientWord = Word<domain::policy::Recipient>;
pub(crate) type CommendationKindWord = Word<domain::policy::CommendationKind>;
pub(crate) type CommendationFormWord = Word<domain::policy::CommendationForm>;
pub(crate) type SecrecyWord = Word<domain::commendations::Secrecy>;
pub(crate) type AuthorityKindWord = Word<domain::policy::AuthorityKind>;
pub(crate) type PublicationPurposeWord = Word<domain::publicity::Purpose>;
pub(crate) type PublicFieldWord = Word<domain::publicity::PublicField>;
pub(crate) type PublicationConsentGiverWord = Word<domain::publicity::Giver>;
pub(crate) type PublicCollectionWord = Word<persistence::publicity::Collection>;
pub(crate) type ConsentGiverWord = Word<domain::policy::ConsentGiver>;
pub(crate) type CriterionWord = Word<domain::commendations::Criterion>;
pub(crate) type NamePartWord = Word<domain::studios::NamePart>;
pub(crate) type BasisKindWord = Word<domain::policy::BasisKind>;
pub(crate) type ScopeWord = Word<crate::credentials::Scope>;
pub(crate) type TitleRouteWord = Word<domain::policy::TitleRoute>;
pub(crate) type ActTypeWord = Word<domain::deeds::eligibility::ActType>;
pub(crate) type DutyWord = Word<domain::deeds::eligibility::Duty>;
pub(crate) type InterestWord = Word<domain::deeds::eligibility::Interest>;
pub(crate) type RelationWord = Word<domain::deeds::eligibility::Relation>;
pub(crate) type LawfulnessWord = Word<domain::deeds::eligibility::Lawfulness>;
pub(crate) type RescueOutcomeWord = Word<domain::deeds::eligibility::RescueOutcome>;
pub(crate) type FilerWord = Word<domain::deeds::eligibility::Filer>;
pub(crate) type EvidenceKindWord = Word<domain::policy::EvidenceKind>;
pub(crate) type AttachmentStateWord = Word<domain::attachments::AttachmentState>;
pub(crate) type AttachmentMediaTypeWord = Word<domain::attachments::MediaType>;
pub(crate) type DeedRouteWord = Word<domain::deeds::eligibility::Route>;
pub(crate) type MinorHandlingWord = Word<domain::deeds::eligibility::MinorHandling>;
pub(crate) type MissingFactWord = Word<domain::deeds::eligibility::MissingFact>;
pub(crate) type CaseStateWord = Word<domain::deeds::State>;
pub(crate) type CompetentBodyWord = Word<domain::procedure::CompetentBody>;
pub(crate) type OfficersWord = Word<domain::procedure::Officers>;
pub(crate) type FiledByWord = Word<domain::procedure::FiledBy>;
pub(crate) type DocumentKindWord = Word<domain::documents::DocumentKind>;
pub(crate) type ClockStatusWord = Word<domain::procedure::ClockStatus>;
pub(crate) type ClockBoundWord = Word<domain::procedure::Bound>;
pub(crate) type ClockPauseWord = Word<domain::procedure::Pause>;
pub(crate) type PartyWord = Word<domain::procedure::Party>;
pub(crate) type RecognitionStateWord = Word<domain::out_of_city::State>;
pub(crate) type KinshipWord = Word<domain::out_of_city::Kinship>;
pub(crate) type RecognitionRefusalWord = Word<domain::out_of_city::RefusalCode>;
pub(crate) type PlaqueStateWord = Word<domain::plaques::State>;
pub(crate) type PlaqueOccasionWord = Word<domain::plaques::Occasion>;
pub(crate) type PlaqueReplacementReasonWord = Word<domain::plaques::ReplacementReason>;
pub(crate) type StudioStateWord = Word<domain::studios::State>;
pub(crate) type StudioFunctionWord = Word<domain::studios::Function>;
pub(crate) type StudioRefusalWord = Word<domain::studios::RefusalCode>;
pub(crate) type StudioAssessmentItemWord = Word<domain::studios::Item>;
pub(crate) type StudioAssessmentResultWord = Word<domain::studios::AssessmentResult>;
pub(crate) type StudioVetoWord = Word<domain::studios::Veto>;
pub(crate) type RoundStateWord = Word<domain::rounds::State>;
pub(crate) type RoundOpennessWord = Word<domain::rounds::Openness>;
pub(crate) type RoundCancellationWord = Word<domain::rounds::CancellationCode>;
pub(crate) type RefusalCodeWord = Word<domain::deeds::RefusalCode>;
pub(crate) type OpinionKindWord = Word<domain::deeds::OpinionKind>;
pub(crate) type StatementKindWord = Word<domain::deeds::StatementKind>;
pub(crate) type RevocationEffectWord = Word<domain::deeds::RevocationEffect>;
pub(crate) type ReconfirmationEndWord = Word<domain::deeds::ReconfirmationEnd>;
pub(crate) type TransferEndWord = Word<domain::procedure::TransferEnd>;
pub(crate) type PanelKindWord = Word<domain::policy::PanelKind>;
pub(crate) type IntakeStateWord = Word<domain::intake::State>;
pub(crate) type IntakeMilestoneWord = Word<domain::intake::Milestone>;
pub(crate) type NotPursuedWord = Word<domain::intake::NotPursued>;
pub(crate) type ActorProgressWord = Word<domain::intake::ActorProgress>;
pub(crate) type PublicationWaiverReasonWord = Word<domain::policy::PublicationWaiverReason>;
pub(crate) type SexWord = Word<domain::identity::Sex>;
pub(crate) type DatePrecisionWord = Word<domain::calendar::Precision>;
pub(crate) type LifeStatusWord = Word<domain::people::LifeStatus>;
pub(crate) type FileOriginWord = Word<domain::people::FileOrigin>;
pub(crate) type MatchTaskStatusWord = Word<domain::people::MatchStatus>;
pub(crate) type OrganisationKindWord = Word<domain::organisations::OrganisationKind>;
pub(crate) type PeriodUnitWord = Word<domain::calendar::DayUnit>;
pub(crate) type RegionLevelWord = Word<domain::regions::Level>;
pub(crate) type RegionStandardWord = Word<domain::regions::Standard>;
pub(crate) type NominatorWord = Word<domain::commendations::Nominator>;
pub(crate) type OpinionOfWord = Word<domain::commendations::OpinionOf>;
pub(crate) type ReplacementReasonWord = Word<domain::commendations::ReplacementReason>;
pub(crate) type TitleRevocationWord = Word<domain::commendations::RefusalCode>;
pub(crate) type CommendationStateWord = Word<domain::commendations::State>;
pub(crate) type CashStatusWord = Word<domain::commendations::CashStatus>;
pub(crate) type CeremonyWord = Word<domain::commendations::Ceremony>;
pub(crate) type DeciderWord = Word<domain::commendations::Decider>;
pub(crate) type PlaqueStatusWord = Word<domain::out_of_city::PlaqueStatus>;
pub(crate) type DecisionKindWord = Word<domain::receipts::ReceiptKind>;
pub(crate) type ProposalWord = Word<domain::receipts::Proposal>;
pub(crate) type OutcomeWord = Word<domain::receipts::Outcome>;

/// 中英文本 / A text in the two languages of the service.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct BilingualText {
    /// 中文 / Chinese.
    pub(crate) zh: String,
    /// 英文 / English.
    pub(crate) en: String,
}

impl From<Text> for BilingualText {
    fn from(text: Text) -> Self {
        Self {
            zh: text.zh,
            en: text.en,
        }
    }
}

impl From<&Text> for BilingualText {
    fn from(text: &Text) -> Self {
        text.clone().into()
    }
}
