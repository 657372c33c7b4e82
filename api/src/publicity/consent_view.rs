//! A consent as it is shown.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ConsentId, PersonId};
use domain::publicity::{Basis, Withdrawal};
use persistence::publicity::ConsentOnFile;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::{EntityTag, Page};
use crate::wire::PartialDate;
use crate::words::{PublicFieldWord, PublicationConsentGiverWord, PublicationPurposeWord};

/// 同意 / A consent that was given.
#[derive(Debug, Serialize, ToSchema)]
struct ConsentGiven {
    /// 同意人 / Who agreed.
    by: PublicationConsentGiverWord,
    /// 日期 / The day.
    on: NaiveDate,
    /// 所据书面材料 / The paper on which it stands.
    paper: String,
}

/// 合法公开的报道 / What the press lawfully published.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct LawfulPublication {
    /// 媒体和标题 / Medium and title.
    source: String,
    /// 网址 / Where it can be read.
    address: Option<String>,
    /// 公开日期 / When it was published.
    on: PartialDate,
}

/// 撤回 / That something is no longer shown.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct ConsentWithdrawal {
    /// 提出人 / Who said so.
    by: PublicationConsentGiverWord,
    /// 日期 / The day.
    on: NaiveDate,
    /// 不再公开的事项 / What is no longer shown.
    fields: Vec<PublicFieldWord>,
    /// 说明 / The note.
    note: Option<String>,
}

impl From<&Withdrawal> for ConsentWithdrawal {
    fn from(withdrawal: &Withdrawal) -> Self {
        Self {
            by: withdrawal.by.into(),
            on: withdrawal.on,
            fields: withdrawal.fields.iter().map(|one| (*one).into()).collect(),
            note: withdrawal.note.as_ref().map(ToString::to_string),
        }
    }
}

/// 公开同意 / What of somebody may be shown, for what, why, and what was taken back.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Consent)]
pub(super) struct ConsentView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: ConsentId,
    /// 登记时的人员档案 / The file in which it was recorded.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 用途 / For what.
    purpose: PublicationPurposeWord,
    /// 同意；依据为合法公开的没有 / The consent; absent where a publication is the basis.
    consent: Option<ConsentGiven>,
    /// 合法公开的报道；依据为同意的没有 / The publication; absent where a consent is the basis.
    publication: Option<LawfulPublication>,
    /// 公开的单位和职务 / Unit and post as they were agreed to.
    unit: Option<String>,
    /// 公开的事迹 / The story as it was agreed to.
    story: Option<String>,
    /// 目前仍公开的事项；全部撤回的为空 / What is still shown; empty once everything was taken back.
    shown: Vec<PublicFieldWord>,
    /// 撤回，旧的在前 / What was taken back, oldest first.
    withdrawals: Vec<ConsentWithdrawal>,
    /// 版本 / 1 when recorded, one more with each withdrawal.
    #[schema(minimum = 1)]
    version: i64,
    /// 登记时间 / When it was recorded.
    created_at: DateTime<Utc>,
    /// 更新时间 / When it changed last.
    updated_at: DateTime<Utc>,
}

/// 一页公开同意 / A page of consents.
pub(super) type ConsentPage = Page<ConsentView>;

impl From<&ConsentOnFile> for ConsentView {
    fn from(on_file: &ConsentOnFile) -> Self {
        let consent = &on_file.consent;
        let (given, published) = match &consent.basis {
            Basis::Consent { by, on, paper } => {
                let given = ConsentGiven {
                    by: (*by).into(),
                    on: *on,
                    paper: paper.to_string(),
                };
                (Some(given), None)
            }
            Basis::LawfullyPublished {
                source,
                address,
                on,
            } => {
                let published = LawfulPublication {
                    source: source.to_string(),
                    address: address.as_ref().map(ToString::to_string),
                    on: (*on).into(),
                };
                (None, Some(published))
            }
        };
        let shown = consent.shown().map(|content| content.fields());
        Self {
            id: on_file.id,
            person_id: on_file.person,
            purpose: consent.purpose.into(),
            consent: given,
            publication: published,
            unit: consent.content.unit.as_ref().map(ToString::to_string),
            story: consent.content.story.as_ref().map(ToString::to_string),
            shown: shown
                .into_iter()
                .flatten()
                .map(PublicFieldWord::from)
                .collect(),
            withdrawals: consent.withdrawals.iter().map(Into::into).collect(),
            version: on_file.version,
            created_at: on_file.created_at,
            updated_at: on_file.updated_at,
        }
    }
}

pub(super) fn tag(on_file: &ConsentOnFile) -> EntityTag {
    EntityTag::new(on_file.version, "full")
}
