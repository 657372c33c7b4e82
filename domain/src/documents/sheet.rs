use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::procedure::DocumentNumber;

/// A document in words, all in Chinese. It holds no citizen number, telephone number or address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
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
