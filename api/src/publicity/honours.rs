//! An honour as everybody may see it.

use chrono::NaiveDate;
use domain::honours::HonourKind;
use domain::policy::{PolicySet, TitleId};
use domain::publicity::PublicHonour;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::{BilingualText, CommendationFormWord, HonourKindWord, HonourLevelWord};

/// 公开的荣誉 / An honour that stands.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicHonour)]
pub(super) struct HonourView {
    /// 种类；上榜不是表扬 / What it is; a listing is no praise.
    kind: HonourKindWord,
    /// 称号编号，见 /v1/titles；确认没有称号 / Its title, see `/v1/titles`; absent of a confirmation.
    #[schema(example = "liaocheng_yishi")]
    title: Option<String>,
    /// 称号文字 / Its words; absent of a confirmation.
    title_text: Option<BilingualText>,
    /// 级别；确认没有级别 / Its level; absent of a confirmation.
    level: Option<HonourLevelWord>,
    /// 决定的年月 / The month of the decision.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$", example = "2026-03")]
    month: String,
    /// 授予机关，按署名次序 / Who gave it, in the order of signing.
    bodies: Vec<String>,
    /// 是否追授；是荣誉的属性，不是人的属性 / Whether it was given to somebody who had died: it belongs to the honour, not to the person.
    posthumous: bool,
    /// 表扬形式 / In which form it was given.
    form: Option<CommendationFormWord>,
}

/// The words of titles, as they were on the day of a decision.
#[derive(Clone, Copy)]
pub(super) struct Titles<'a> {
    pub(super) policies: &'a PolicySet,
    pub(super) today: NaiveDate,
}

impl Titles<'_> {
    pub(super) fn honour(self, honour: &PublicHonour) -> HonourView {
        // What was decided before there were rules bears the title that they have now.
        let policy = self.policies.in_force_on(honour.on);
        let policy = policy
            .or_else(|_| self.policies.in_force_on(self.today))
            .ok();
        let title = match honour.kind {
            HonourKind::Recognition => {
                policy.map(|policy| policy.terms().out_of_city.title.clone())
            }
            HonourKind::Confirmation | HonourKind::Commendation | HonourKind::Listing => {
                honour.title.clone()
            }
        };
        let words = policy.zip(title.as_ref());
        let words = words.and_then(|(policy, id)| policy.title(id));
        HonourView {
            kind: honour.kind.into(),
            title_text: words.map(|title| (&title.text).into()),
            title: title.as_ref().map(TitleId::to_string),
            level: honour.level.map(Into::into),
            month: honour.on.format("%Y-%m").to_string(),
            bodies: honour.bodies.clone(),
            posthumous: honour.posthumous,
            form: honour.form.map(Into::into),
        }
    }

    /// Whether a title is that of a recognition, which lies with the procedure and not with the honour.
    pub(super) fn is_of_recognition(self, title: &str) -> bool {
        let policy = self.policies.in_force_on(self.today);
        policy.is_ok_and(|policy| policy.terms().out_of_city.title.as_str() == title)
    }
}
