//! Free text on its way into a document: without the names of those who were helped, and without
//! anything that looks like the number of a person, a telephone or an account.

use crate::{deeds::Incident, identity::CitizenNumber};

/// From so many digits in a row on it may be a telephone number.
const FEWEST_DIGITS: usize = 7;
/// From so many digits on that only spaces or hyphens part it may be one; a day with its hour has
/// fewer.
const FEWEST_PARTED_DIGITS: usize = 11;
/// From so many digits on a number that a blank parts from 元 may be that of a telephone or an account.
const MOST_DIGITS_BEFORE_BLANK: usize = 10;
/// What stands in the place of a number.
const HIDDEN: &str = "＊＊＊";

/// The summary of the deed for those who read the document.
pub(super) fn summary(incident: &Incident) -> String {
    sentence(&without_helped(incident.summary.as_str(), incident))
}

/// So much of the deed fits on a certificate; the decision says the rest.
const MOST_ON_CERTIFICATE: usize = 200;

/// The summary as far as it fits on a certificate: one paragraph, of whole sentences where there are
/// some.
pub(super) fn short_summary(incident: &Incident) -> String {
    shortened(&joined(&summary(incident)), MOST_ON_CERTIFICATE)
}

/// The paragraphs of a text as one. Each ends a sentence, so that one without a mark at its end gets a
/// full stop.
pub(super) fn joined(text: &str) -> String {
    let paragraphs = text.lines().map(str::trim);
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| match paragraph.chars().last() {
            Some(end) if end.is_alphanumeric() => format!("{paragraph}。"),
            _ => paragraph.to_owned(),
        })
        .collect()
}

pub(super) fn shortened(text: &str, most: usize) -> String {
    let ends = |count: usize| text.char_indices().nth(count).map(|(at, _)| at);
    let Some(end) = ends(most) else {
        return text.to_owned();
    };
    let (kept, _) = text.split_at(end);
    let sentence = kept.rfind(['。', '！', '？', '；']);
    let kept = sentence.map_or(kept, |at| kept.split_at(at).0);
    format!("{}……", kept.trim_end_matches(['，', '、']))
}

/// A text with a full stop at its end, without numbers of persons.
pub(super) fn sentence(text: &str) -> String {
    let text = without_numbers(text.trim());
    if text.ends_with(['。', '！', '？', '.', '!', '?']) {
        text
    } else {
        format!("{text}。")
    }
}

/// Beneficiaries are never named, and witnesses neither.
fn without_helped(text: &str, incident: &Incident) -> String {
    let named = |names: &[crate::text::Line<100>], stand_in: &str, text: String| {
        names
            .iter()
            .filter(|name| name.as_str().chars().count() > 1)
            .fold(text, |text, name| text.replace(name.as_str(), stand_in))
    };
    let text = named(&incident.beneficiaries, "受益人", text.to_owned());
    named(&incident.witnesses, "证人", text)
}

/// Whether a text holds what looks like the number of a person, a telephone or an account.
pub fn hides_numbers(text: &str) -> bool {
    without_numbers(text) != text
}

fn without_numbers(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut number = Number::default();
    for (at, char) in text.char_indices() {
        if number.takes(char) {
            continue;
        }
        let (_, rest) = text.split_at(at);
        let shown = std::mem::take(&mut number).shown(&clean, rest);
        clean.push_str(&shown);
        if !number.takes(char) {
            clean.push(char);
        }
    }
    let shown = number.shown(&clean, "");
    clean.push_str(&shown);
    clean
}

/// Whether it is a digit, of full width or not.
fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || ('０'..='９').contains(&char)
}

/// Whether a text before a number says that it counts money: `￥`, `人民币`.
fn ends_with_sign(before: &str) -> bool {
    const SIGNS: [&str; 3] = ["¥", "￥", "人民币"];
    let before = before.trim_end();
    SIGNS.iter().any(|sign| before.ends_with(sign))
}

/// Whether a text after a number says that it counts money: `元`, `.50 元`, `余万元`; the words of the
/// calendar that begin alike do not.
fn begins_with_unit(after: &str) -> bool {
    const UNITS: [&str; 4] = ["元", "圆", "美元", "人民币"];
    const DAYS: [&str; 4] = ["元旦", "元月", "元宵", "元年"];
    let decimals = |char: char| is_digit(char) || matches!(char, '.' | '．');
    let scale = |char: char| matches!(char, '多' | '余' | '几' | '百' | '千' | '万' | '亿' | ' ');
    let unit = after.trim_start_matches(decimals).trim_start_matches(scale);
    let begins = |names: &[&str]| names.iter().any(|name| unit.starts_with(name));
    begins(&UNITS) && !begins(&DAYS)
}

/// Digits that follow one another, with what parts them.
#[derive(Default)]
struct Number {
    text: String,
    digits: usize,
    in_a_row: usize,
    longest: usize,
}

impl Number {
    /// Whether the number goes on with this character, which is then part of it.
    fn takes(&mut self, char: char) -> bool {
        if is_digit(char) {
            self.digits += 1;
            self.in_a_row += 1;
            self.longest = self.longest.max(self.in_a_row);
        } else if self.in_a_row > 0 && matches!(char, ' ' | '\n' | '-' | '－' | '—' | 'x' | 'X')
        {
            self.in_a_row = 0;
        } else {
            return false;
        }
        self.text.push(char);
        true
    }

    /// The number, or what stands in its place, between what was written so far and what follows.
    fn shown(self, before: &str, after: &str) -> String {
        let is_long = self.longest >= FEWEST_DIGITS || self.digits >= FEWEST_PARTED_DIGITS;
        if !is_long || self.is_sum(before, after) {
            return self.text;
        }
        let rest = self
            .text
            .trim_end_matches([' ', '\n', '-', '－', '—'])
            .len();
        let (_, parting) = self.text.split_at(rest);
        format!("{HIDDEN}{parting}")
    }

    /// Whether it is a sum of money, which is no number of a person. A long one before a unit is a sum
    /// only without a blank between them; a true citizen number is none, whatever follows it.
    fn is_sum(&self, before: &str, after: &str) -> bool {
        let number = self.text.trim();
        let close = self.text == number && !after.starts_with(' ');
        let counts = begins_with_unit(after) && (close || self.digits <= MOST_DIGITS_BEFORE_BLANK);
        let unparted = number.chars().all(is_digit);
        unparted && (counts || ends_with_sign(before)) && CitizenNumber::parse(number).is_err()
    }
}
