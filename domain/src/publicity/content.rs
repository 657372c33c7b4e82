//! What somebody agrees to show, and for what.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    documents::hides_numbers,
    identity::PersonName,
    named_enum,
    text::{Line, Paragraphs},
};

named_enum! {
    /// 公开的用途 / For what something is shown
    Purpose as "PublicationPurpose" {
        HonourRoll = "honour_roll", "英模榜", "the honour roll";
        Studio = "studio", "英模工作室", "the studio that carries the name";
    }
}

named_enum! {
    /// 公开的事项 / What is shown of somebody
    PublicField {
        /// Without it nothing else is shown.
        Name = "name", "姓名", "the name";
        Sex = "sex", "性别", "the sex";
        Unit = "unit", "单位和职务", "unit and post";
        Story = "story", "事迹", "the story";
    }
}

/// What is shown beside the name, in the words that were agreed to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Whether the sex is shown that stands in the file.
    pub sex: bool,
    /// Unit and post.
    pub unit: Option<Line<100>>,
    /// What was done.
    pub story: Option<Paragraphs<200>>,
}

crate::faults! {
    pub enum ContentError {
        Number = "text_holds_number",
            "文字含有疑似公民身份号码、电话或者账号的数字，不得公开（PUB-MASK）",
            "The text holds what looks like the number of a person, a telephone or an account, which is never shown (PUB-MASK).";
        Name = "text_names_minor",
            "未成年人只公开姓氏，文字不得含有其全名（PUB-MINOR）",
            "Of a minor the surname alone is shown: the text does not hold the full name (PUB-MINOR).";
        Helped = "text_names_helped",
            "文字含有受益人、证人或者其他行为人的姓名，不得公开（PUB-VICTIM、PUB-CONSENT）",
            "The text names somebody who was helped, a witness or another actor, who did not agree to it (PUB-VICTIM, PUB-CONSENT).";
    }
}

impl Content {
    /// What it shows of somebody, the name always among it.
    pub fn fields(&self) -> BTreeSet<PublicField> {
        let shown = [
            (PublicField::Name, true),
            (PublicField::Sex, self.sex),
            (PublicField::Unit, self.unit.is_some()),
            (PublicField::Story, self.story.is_some()),
        ];
        let shown = shown.into_iter().filter(|(_, shown)| *shown);
        shown.map(|(field, _)| field).collect()
    }

    /// The same without some of it.
    #[must_use]
    pub fn without(&self, hidden: &BTreeSet<PublicField>) -> Self {
        let keeps = |field| !hidden.contains(&field);
        Self {
            sex: self.sex && keeps(PublicField::Sex),
            unit: self.unit.clone().filter(|_| keeps(PublicField::Unit)),
            story: self.story.clone().filter(|_| keeps(PublicField::Story)),
        }
    }

    /// What a text shows that is never shown. `others` are the beneficiaries, witnesses and other actors of
    /// the person's deeds, `minor` is the name of who is shown by the surname alone.
    pub fn unpublishable(
        &self,
        others: &BTreeSet<String>,
        minor: Option<&PersonName>,
    ) -> Vec<(PublicField, ContentError)> {
        let unit = self.unit.as_ref().map(Line::as_str);
        let story = self.story.as_ref().map(Paragraphs::as_str);
        let texts = [(PublicField::Unit, unit), (PublicField::Story, story)];
        let mut faults = Vec::new();
        for (field, text) in texts {
            let Some(text) = text else { continue };
            if hides_numbers(text) {
                faults.push((field, ContentError::Number));
            }
            if minor.is_some_and(|name| text.contains(name.as_str())) {
                faults.push((field, ContentError::Name));
            }
            // A single character stands in too many words.
            let mut names = others.iter().filter(|name| name.chars().count() > 1);
            if names.any(|name| text.contains(name.as_str())) {
                faults.push((field, ContentError::Helped));
            }
        }
        faults
    }
}
