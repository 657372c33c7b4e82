//! Who somebody is: names and how they are looked up, citizen numbers, credit codes of
//! organisations, sex, telephone numbers.
//!
//! Citizen and telephone numbers never show themselves: their `Debug` is masked, they have neither
//! `Display` nor `Serialize`, and `expose` is the one way to the whole value.

mod citizen_number;
mod credit_code;
mod names;
mod phone_number;
mod sex;
mod typed;

pub use citizen_number::{CitizenNumber, CitizenNumberError};
pub use credit_code::{CreditCode, CreditCodeError};
pub(crate) use names::is_han;
pub use names::{NameQuery, PersonName, PersonNameError, SearchKeys, normalise_query, usual_dots};
pub use phone_number::{PhoneNumber, PhoneNumberError};
pub use sex::{Sex, SexError};

/// How a sealed text is shown to those who may not read it: the first and the last character, and
/// a `*` for each between them. A text that has no more than these two is hidden whole.
pub fn mask(text: &str) -> String {
    let length = text.chars().count();
    let is_end = |index| length > 2 && (index == 0 || index + 1 == length);
    text.chars()
        .enumerate()
        .map(|(index, char)| if is_end(index) { char } else { '*' })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_masked_text_shows_its_ends_at_most(text in "\\PC{0,40}") {
            let before: Vec<char> = text.chars().collect();
            let after: Vec<char> = mask(&text).chars().collect();
            prop_assert_eq!(before.len(), after.len());
            for (index, char) in after.iter().enumerate() {
                let is_end = index == 0 || index + 1 == after.len();
                if is_end && after.len() > 2 {
                    prop_assert_eq!(*char, before[index]);
                } else {
                    prop_assert_eq!(*char, '*');
                }
            }
        }
    }

    #[test]
    fn a_short_text_is_hidden_whole() {
        for (text, masked) in [("", ""), ("路", "*"), ("路1", "**"), ("路1号", "路*号")] {
            assert_eq!(mask(text), masked);
        }
    }
}
