use pinyin::ToPinyinMulti as _;
use unicode_normalization::UnicodeNormalization as _;

use super::{MIDDLE_DOT, is_han, rare_forms, surnames};

/// How many keys of each kind and spelling a name has at most.
const MOST_KEYS: usize = 8;

/// The two dots of `ü`, once it is taken apart.
const DIAERESIS: char = '\u{308}';

/// The place of a letter that is not there.
const NONE: char = '\0';

/// The ways to write the syllables with `ü`: of keyboards, of passports of today, and of those that
/// follow ICAO document 9303.
const SPELLINGS: [[&str; 3]; 4] = [
    ["lv", "lyu", "lue"],
    ["nv", "nyu", "nue"],
    ["lve", "lyue", "lue"],
    ["nve", "nyue", "nue"],
];

/// The pinyin by which a name is found, in small ASCII letters, `v` for `ü`; the likeliest reading
/// first. Empty for a name of characters without a known reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchKeys {
    /// Whole syllables: `wuqing`; with `ü` in each of the ways to write it: `lv`, `lyu`, `lue`.
    pub full: Vec<String>,
    /// The first letters: `wq`.
    pub initials: Vec<String>,
}

impl SearchKeys {
    pub(super) fn of(name: &str) -> Self {
        let readings = readings(name);
        let initials: Vec<Vec<String>> = readings
            .iter()
            .map(|of_one| {
                let mut initials = Vec::new();
                for reading in of_one {
                    push_new(&mut initials, reading.chars().take(1).collect());
                }
                initials
            })
            .collect();
        let mut full = Vec::new();
        for way in 0..3 {
            for key in likeliest(&spelled(&readings, way)) {
                push_new(&mut full, key);
            }
        }
        Self {
            full,
            initials: likeliest(&initials),
        }
    }
}

/// The readings of each character and each Latin word, likeliest first, without those that have
/// none.
fn readings(name: &str) -> Vec<Vec<String>> {
    // Names with a dot are written by sound and have no Chinese surname.
    let surname = if name.contains(MIDDLE_DOT) {
        Vec::new()
    } else {
        surnames::readings(name)
    };
    let mut all: Vec<Vec<String>> = Vec::new();
    let mut within_word = false;
    for (index, char) in name.chars().enumerate() {
        if char == '\'' {
            // O'Neil is one word.
            continue;
        }
        if is_han(char) {
            let surname = surname.get(index).cloned().unwrap_or_default();
            all.push(readings_of_han(char, surname));
            within_word = false;
            continue;
        }
        let letters: String = char.to_lowercase().flat_map(ascii_letters).collect();
        if letters.is_empty() {
            within_word &= char.is_alphabetic();
            continue;
        }
        match all.last_mut().and_then(|word| word.first_mut()) {
            Some(word) if within_word => word.push_str(&letters),
            _ => all.push(vec![letters]),
        }
        within_word = true;
    }
    all.retain(|of_one| !of_one.is_empty());
    all
}

/// The readings as a surname, and after them the others.
fn readings_of_han(char: char, as_surname: Vec<String>) -> Vec<String> {
    let mut readings = as_surname;
    for reading in rare_forms::common(char)
        .to_pinyin_multi()
        .into_iter()
        .flatten()
    {
        let plain = reading.plain().chars().flat_map(ascii_letters).collect();
        push_new(&mut readings, plain);
    }
    readings
}

/// The readings with each `ü` written in that one of the [`SPELLINGS`].
fn spelled(readings: &[Vec<String>], way: usize) -> Vec<Vec<String>> {
    let spelled = |reading: &String| {
        let ways = SPELLINGS
            .iter()
            .find(|ways| ways.contains(&reading.as_str()));
        let in_this = ways.and_then(|ways| ways.get(way));
        in_this.map_or_else(|| reading.clone(), |spelled| (*spelled).to_owned())
    };
    readings
        .iter()
        .map(|of_one| of_one.iter().map(spelled).collect())
        .collect()
}

/// The [`MOST_KEYS`] likeliest combinations: those that depart least from the first readings.
fn likeliest(readings: &[Vec<String>]) -> Vec<String> {
    if readings.is_empty() {
        return Vec::new();
    }
    let mut keys = vec![(0, String::new())];
    for of_one in readings {
        let mut longer: Vec<(usize, String)> = Vec::new();
        for (rank, key) in &keys {
            for (departure, reading) in of_one.iter().enumerate() {
                longer.push((rank + departure, format!("{key}{reading}")));
            }
        }
        longer.sort_by_key(|(rank, _)| *rank);
        keys.clear();
        for (rank, key) in longer {
            if keys.len() < MOST_KEYS && !keys.iter().any(|(_, known)| *known == key) {
                keys.push((rank, key));
            }
        }
    }
    keys.into_iter().map(|(_, key)| key).collect()
}

fn push_new(readings: &mut Vec<String>, reading: String) {
    if !reading.is_empty() && !readings.contains(&reading) {
        readings.push(reading);
    }
}

/// The plain letters of a small Latin letter: `ü` (with or without tone) is `v`, other diacritics
/// fall off, and what is no Latin letter has none.
pub(super) fn ascii_letters(char: char) -> impl Iterator<Item = char> {
    let mut parts = char.nfd();
    let letters = match parts.next() {
        Some('u') if parts.any(|mark| mark == DIAERESIS) => ['v', NONE],
        Some(letter @ 'a'..='z') => [letter, NONE],
        // Letters that do not come apart.
        Some('æ') => ['a', 'e'],
        Some('œ') => ['o', 'e'],
        Some('ß') => ['s', 's'],
        Some('þ') => ['t', 'h'],
        Some('đ' | 'ð') => ['d', NONE],
        Some('ħ') => ['h', NONE],
        Some('ı') => ['i', NONE],
        Some('ł') => ['l', NONE],
        Some('ø') => ['o', NONE],
        Some('ŧ') => ['t', NONE],
        _ => [NONE, NONE],
    };
    letters.into_iter().filter(|letter| *letter != NONE)
}
