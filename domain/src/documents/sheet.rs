use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::procedure::DocumentNumber;

/// How a document is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// A plain letter, as documents were before they had a form of their own.
    Letter,
    /// The form of official documents (GB/T 9704-2012).
    Official,
    /// The form of letters between organs and to parties (信函格式) of the same standard.
    Correspondence,
    /// One page in a frame, for somebody who is honoured: the addressee.
    Certificate,
}

/// A document in words, all in Chinese. It holds no citizen number, telephone number or address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub layout: Layout,
    /// The name of the organ that is printed in red above (发文机关标志), where it uses one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    pub title: String,
    pub number: DocumentNumber,
    /// To whom it is addressed; a notice is addressed to everybody.
    pub addressee: Option<String>,
    pub paragraphs: Vec<String>,
    pub bodies: Vec<String>,
    /// The legal date (Beijing).
    pub issued_on: NaiveDate,
}

impl Sheet {
    /// The date as it stands under the signatures: `2026年3月10日`.
    pub fn date_in_words(&self) -> String {
        super::wording::date(self.issued_on)
    }

    /// Everything that somebody's words bring into it: the words of the service's own are common ones.
    pub fn text(&self) -> String {
        let single = [self.title.as_str(), self.number.as_str()];
        let head = self.head.as_deref();
        let optional = head.into_iter().chain(self.addressee.as_deref());
        let many = self.paragraphs.iter().chain(&self.bodies);
        let many = many.map(String::as_str);
        single.into_iter().chain(optional).chain(many).collect()
    }

    /// The same page, saying first that it is void since a day.
    #[must_use]
    pub fn void(mut self, since: NaiveDate) -> Self {
        let mark = format!(
            "【已失效】本文书自{}起失效，仅供存档查阅。",
            super::wording::date(since)
        );
        self.paragraphs.insert(0, mark);
        self
    }
}
