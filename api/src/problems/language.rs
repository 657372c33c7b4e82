//! The language of an answer.

use actix_web::HttpMessage;
use actix_web::http::header::{self, HeaderValue, LanguageTag, Preference, Quality, QualityItem};

/// The languages of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese, the default.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language the caller prefers (RFC 9110 section 12.5.4); Chinese on a tie, when neither is
    /// acceptable and when the header cannot be read.
    #[must_use]
    pub fn of(request: &impl HttpMessage) -> Self {
        Self::preferred(request.headers().get_all(header::ACCEPT_LANGUAGE))
    }

    /// The same by the values of `Accept-Language` alone.
    #[must_use]
    pub fn preferred<'a>(values: impl Iterator<Item = &'a HeaderValue> + 'a) -> Self {
        type Range = QualityItem<Preference<LanguageTag>>;
        let Ok(ranges) = header::from_comma_delimited::<_, Range>(values) else {
            return Self::Chinese;
        };
        let chinese = quality(&ranges, |tag| tag.primary_language() == "zh");
        let english = quality(&ranges, |tag| tag.primary_language() == "en");
        if english > chinese {
            Self::English
        } else {
            Self::Chinese
        }
    }

    /// The value of `Content-Language`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

/// The weight of the ranges that `is_wanted`; a named range beats `*`.
fn quality<T: std::str::FromStr>(
    ranges: &[QualityItem<Preference<T>>],
    is_wanted: impl Fn(&T) -> bool,
) -> Quality {
    let best = |named: bool| {
        ranges
            .iter()
            .filter(|range| match &range.item {
                Preference::Specific(tag) => named && is_wanted(tag),
                Preference::Any => !named,
            })
            .map(|range| range.quality)
            .max()
    };
    best(true).or_else(|| best(false)).unwrap_or(Quality::ZERO)
}
