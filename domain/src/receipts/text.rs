use serde::{Deserialize, Serialize};

/// A sentence or name in the two languages of the service.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub zh: String,
    pub en: String,
}

/// `text!("中文 {x}", "English {x}")`: both sentences from the same variables.
macro_rules! text {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::receipts::Text {
            zh: format!($zh),
            en: format!($en),
        }
    };
}
pub(crate) use text;

impl Text {
    /// Both languages at once, so that none is forgotten.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// Joins names with the list mark of each language.
    pub(crate) fn list<'a>(items: impl IntoIterator<Item = &'a Text>) -> Text {
        let (zh, en): (Vec<_>, Vec<_>) = items
            .into_iter()
            .map(|item| (item.zh.as_str(), item.en.as_str()))
            .unzip();
        Text {
            zh: zh.join("、"),
            en: en.join(", "),
        }
    }
}
