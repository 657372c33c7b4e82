//! A consent as it is sent.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::error::{Coded as _, FieldError};
use domain::publicity::{Basis, Consent, Content, PublicField, Withdrawal};
use domain::text::{Line, Paragraphs};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{BoundedParagraphs, BoundedText};
use crate::problems::Problem;
use crate::wire::{PartialDate, case_day, day, past_date, read, required};
use crate::words::{PublicFieldWord, PublicationConsentGiverWord, PublicationPurposeWord};

domain::faults! {
    struct OneBasis = "one_basis",
        "consent 与 publication 须填且只填其一",
        "Give exactly one of consent and publication.";

    struct NoWebAddress = "no_web_address",
        "网址须以 http:// 或者 https:// 开头，不含空格",
        "A web address begins with http:// or https:// and holds no blank.";
}

/// An address that a page can link to.
fn web_address(text: &str) -> Result<Line<500>, FieldError> {
    let line = Line::parse(text).map_err(|fault| fault.fault())?;
    let is_web = text.starts_with("http://") || text.starts_with("https://");
    if is_web && !text.contains(char::is_whitespace) {
        Ok(line)
    } else {
        Err(NoWebAddress.fault())
    }
}

/// 同意 / A consent that was given.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "by": "person", "on": "2026-11-01", "paper": "公开宣传同意书" }))]
struct NewConsentGiven {
    /// 同意人 / Who agreed: the person; for a minor the guardian; for who died the spouse, a child or a parent.
    by: PublicationConsentGiverWord,
    /// 同意日期，不晚于今天 / The day, not after today.
    #[validate(nested)]
    #[schema(format = Date, example = "2026-11-01")]
    on: BoundedText<10, 10>,
    /// 所据书面材料 / The paper on which it stands.
    #[validate(nested)]
    paper: BoundedText<1, 200>,
}

/// 合法公开的报道 / What the press lawfully published.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "测试晚报《测试事迹》",
    "address": "https://example.org/story",
    "on": { "precision": "month", "value": "2026-05" }
}))]
struct NewLawfulPublication {
    /// 媒体和标题 / Medium and title.
    #[validate(nested)]
    source: BoundedText<1, 200>,
    /// 网址 / Where it can be read.
    #[validate(nested)]
    #[schema(pattern = r"^https?://\S*$")]
    address: Option<BoundedText<8, 500>>,
    /// 公开日期 / When it was published.
    on: Option<PartialDate>,
}

/// 公开同意 / What of somebody may be shown, for what, and why.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "purpose": "honour_roll",
    "consent": { "by": "person", "on": "2026-11-01", "paper": "公开宣传同意书" },
    "show_sex": true,
    "unit": "测试单位职工",
    "story": "测试事迹：救起一名落水者。"
}))]
pub(super) struct NewConsent {
    /// 用途 / For what.
    purpose: PublicationPurposeWord,
    /// 本人、监护人或者近亲属的同意 / The consent of the person, a guardian or next of kin.
    #[validate(nested)]
    consent: Option<NewConsentGiven>,
    /// 已合法公开的报道（《个人信息保护法》第二十七条） / A lawful publication (Personal Information Protection Law, article 27).
    #[validate(nested)]
    publication: Option<NewLawfulPublication>,
    /// 是否公开性别 / Whether the sex is shown.
    #[serde(default)]
    #[schema(default = false)]
    show_sex: bool,
    /// 公开的单位和职务；不写则不公开 / Unit and post as they are shown; not shown if left out.
    #[validate(nested)]
    unit: Option<BoundedText<1, 100>>,
    /// 公开的事迹；不写则不公开 / The story as it is shown; not shown if left out.
    #[validate(nested)]
    story: Option<BoundedParagraphs<1, 200>>,
}

impl NewConsent {
    pub(super) fn parse(&self, today: NaiveDate) -> Result<Consent, Problem> {
        read(|errors| {
            let basis = match (&self.consent, &self.publication) {
                (Some(given), None) => {
                    let on = day(&given.on, "/consent/on", errors);
                    let paper = errors.take("/consent/paper", Line::parse(&given.paper));
                    on.zip(paper).map(|(on, paper)| Basis::Consent {
                        by: given.by.0,
                        on,
                        paper,
                    })
                }
                (None, Some(published)) => {
                    let source = Line::parse(&published.source);
                    let source = errors.take("/publication/source", source);
                    let address = published.address.as_deref();
                    let address = errors.optional("/publication/address", address, web_address);
                    let on = published.on.as_ref();
                    let on = past_date(on, "/publication/on", today, errors);
                    source.map(|source| Basis::LawfullyPublished {
                        source,
                        address,
                        on,
                    })
                }
                _ => {
                    errors.push("", &OneBasis);
                    None
                }
            };
            let content = Content {
                sex: self.show_sex,
                unit: errors.optional("/unit", self.unit.as_deref(), Line::parse),
                story: errors.optional("/story", self.story.as_deref(), Paragraphs::parse),
            };
            Some(Consent {
                purpose: self.purpose.0,
                basis: basis?,
                content,
                withdrawals: Vec::new(),
            })
        })
    }
}

/// 撤回同意或者对公开提出异议 / That something is no longer to be shown.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "by": "person", "fields": ["story"] }))]
pub(super) struct NewConsentWithdrawal {
    /// 提出人 / Who says so.
    by: Option<PublicationConsentGiverWord>,
    /// 提出日期；不写则为今天 / The day; today if left out.
    #[validate(nested)]
    #[schema(format = Date, example = "2026-11-20")]
    on: Option<BoundedText<10, 10>>,
    /// 不再公开的事项；不写或者含姓名则全部不再公开 / What is no longer shown; all of it if left out, or if the name is among it.
    #[serde(default)]
    #[schema(max_items = 4)]
    #[validate(length(max = 4))]
    fields: Vec<PublicFieldWord>,
    /// 说明；撤回无须理由 / A note; no reason is needed.
    #[validate(nested)]
    note: Option<BoundedParagraphs<1, 500>>,
}

impl NewConsentWithdrawal {
    pub(super) fn parse(&self, today: NaiveDate) -> Result<Withdrawal, Problem> {
        read(|errors| {
            let by = required(self.by, "/by", errors);
            let on = case_day(self.on.as_deref(), "/on", today, errors);
            let note = errors.optional("/note", self.note.as_deref(), Paragraphs::parse);
            let fields: BTreeSet<PublicField> = self.fields.iter().map(|field| field.0).collect();
            Some(Withdrawal {
                by: by?.0,
                on: on?,
                fields,
                note,
            })
        })
    }
}
