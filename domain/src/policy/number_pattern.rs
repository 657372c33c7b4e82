use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

use crate::text::Line;

const PLACEHOLDERS: [&str; 3] = ["{organ}", "{year}", "{number}"];

/// The most characters around the places.
const MOST_WORDS: usize = 30;

/// How a document is numbered: `{organ}见义公〔{year}〕{number}号`, the code of the organ, the year in
/// six-angled brackets, and the number in that year (发文字号, GB/T 9704).
#[derive(Debug, Clone, PartialEq, Eq, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct NumberPattern(String);

/// The patterns of those kinds of documents that a policy of before has none for.
macro_rules! defaults {
    ($($name:ident = $words:literal;)+) => {
        impl NumberPattern {
            $(pub(super) fn $name() -> Self {
                Self::of_words($words)
            })+
        }
    };
}

defaults! {
    of_recognitions = "义士证";
    of_refused_recognitions = "义士不";
    of_supplement_requests = "见义补";
    of_prior_notices = "见义告";
    of_transfer_letters = "见义移";
    of_ended_reconfirmations = "见义终";
    of_nomination_forms = "见义荐";
    of_opinion_requests = "见义询";
    of_award_certificates = "见义荣证";
    of_commendation_revocations = "见义撤";
    of_martyr_referrals = "见义烈移";
    of_payment_lists = "见义奖";
    of_round_calls = "见义评";
    of_candidate_notices = "见义拟公";
    of_ballot_records = "见义票";
    of_ceremony_agendas = "见义程";
    of_plaque_orders = "见义牌";
    of_plaque_handovers = "见义牌送";
    of_plaque_recoverys = "见义牌收";
    of_studio_refusals = "见义室不";
    of_studio_assessments = "见义室评";
    of_studio_rectifications = "见义室改";
}

impl NumberPattern {
    fn of_words(words: &str) -> Self {
        Self(format!("{{organ}}{words}〔{{year}}〕{{number}}号"))
    }

    /// The number of the document that is the `number`th of its kind in the year. None where the
    /// code of the organ is so long that no number can hold it.
    pub fn fill(&self, organ: &str, year: i32, number: i64) -> Option<Line<60>> {
        let filled = self
            .0
            .replace("{year}", &year.to_string())
            .replace("{number}", &number.to_string())
            .replace("{organ}", organ);
        Line::parse(&filled).ok()
    }
}

impl fmt::Display for NumberPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no pattern of numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} must contain {{organ}}, {{year}} and {{number}} once each, and at most 30 characters around them"
)]
pub struct NumberPatternError(String);

impl FromStr for NumberPattern {
    type Err = NumberPatternError;

    fn from_str(text: &str) -> Result<Self, NumberPatternError> {
        let once = |place: &&str| text.matches(place).count() == 1;
        let words = PLACEHOLDERS
            .iter()
            .fold(text.to_owned(), |words, place| words.replace(place, ""));
        let fits = words.chars().count() <= MOST_WORDS && !words.contains(['{', '}']);
        if PLACEHOLDERS.iter().all(once) && fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NumberPatternError(text.to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_names_organ_year_and_place() {
        let pattern: NumberPattern = "{organ}见义公〔{year}〕{number}号".parse().unwrap();
        assert_eq!(
            pattern.fill("聊", 2026, 12).unwrap().as_str(),
            "聊见义公〔2026〕12号"
        );
        assert_eq!(pattern.fill(&"长".repeat(60), 2026, 1), None);
    }

    #[test]
    fn a_pattern_without_a_place_or_with_a_foreign_one_is_refused() {
        for text in [
            "",
            "见义公〔{year}〕{number}号",
            "{organ}见义公〔{year}〕号",
            "{organ}{organ}〔{year}〕{number}号",
            "{organ}〔{year}〕{number}{day}号",
        ] {
            assert!(text.parse::<NumberPattern>().is_err(), "{text}");
        }
    }
}
