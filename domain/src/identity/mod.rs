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

pub use citizen_number::{CitizenNumber, CitizenNumberError};
pub use credit_code::{CreditCode, CreditCodeError};
pub use names::{NameQuery, PersonName, PersonNameError, SearchKeys, normalise_query};
pub use phone_number::{PhoneNumber, PhoneNumberError};
pub use sex::{Sex, SexError};

/// The first and the last character, and a `*` for each between them.
fn mask(text: &str) -> String {
    let last = text.chars().count().saturating_sub(1);
    text.chars()
        .enumerate()
        .map(|(index, char)| {
            if index == 0 || index == last {
                char
            } else {
                '*'
            }
        })
        .collect()
}
