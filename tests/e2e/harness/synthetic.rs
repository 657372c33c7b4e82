//! Plainly synthetic people: their names begin with 测试, and no number comes twice in a run.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

/// The weights of the digits of a citizen number (GB 11643-1999, from ISO 7064 MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: &[u8; 11] = b"10X98765432";

/// A citizen number with a right check digit, of somebody born in the area on `born` (YYYYMMDD).
pub(crate) fn citizen_number_of(area: &str, born: &str, sequence: u32) -> String {
    let body = format!("{area}{born}{sequence:03}");
    let sum: u32 = body
        .chars()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit.to_digit(10).unwrap() * weight)
        .sum();
    let check = CHECK_DIGITS[usize::try_from(sum % 11).unwrap()];
    format!("{body}{}", char::from(check))
}

/// A citizen number that nobody else in this run has.
pub(crate) fn citizen_number(area: &str) -> String {
    let number = next();
    // 999 people a day, from 1950 on.
    let day = 1 + (number / 999) % 28;
    let month = 1 + (number / (999 * 28)) % 12;
    let year = 1950 + number / (999 * 28 * 12);
    citizen_number_of(area, &format!("{year}{month:02}{day:02}"), 1 + number % 999)
}

/// A name that nobody else in this run has.
pub(crate) fn name() -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let number: String = next()
        .to_string()
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .map(|digit| DIGITS[usize::try_from(digit).unwrap()])
        .collect();
    format!("测试{number}")
}

/// The body that registers a new person in a county.
pub(crate) fn person(region: &str) -> Value {
    json!({
        "region_code": region,
        "name": name(),
        "citizen_number": citizen_number(region),
        "synthetic": true,
    })
}

fn next() -> u32 {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}
