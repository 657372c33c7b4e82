use pinyin::ToPinyinMulti as _;

use super::{MIDDLE_DOT, is_han, surnames};

/// How many keys of each kind a name has at most.
const MOST_KEYS: usize = 8;

/// The pinyin by which a name is found, in small ASCII letters, `v` for `ü`; the likeliest reading
/// first. Empty for a name of characters without a known reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchKeys {
    /// Whole syllables: `wuqing`.
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
        Self {
            full: likeliest(&readings),
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
    let mut in_word = false;
    for (index, char) in name.chars().enumerate() {
        if is_han(char) {
            in_word = false;
            let mut of_one = surname.get(index).cloned().unwrap_or_default();
            for reading in char.to_pinyin_multi().into_iter().flatten() {
                push_new(
                    &mut of_one,
                    reading.plain().chars().flat_map(ascii_letters).collect(),
                );
            }
            all.push(of_one);
        } else if char == '\'' {
            // O'Neil is one word.
        } else {
            let letters: String = char.to_lowercase().flat_map(ascii_letters).collect();
            match all.last_mut().and_then(|word| word.first_mut()) {
                Some(word) if in_word => word.push_str(&letters),
                _ if letters.is_empty() => {}
                _ => all.push(vec![letters]),
            }
            in_word = char.is_alphabetic();
        }
    }
    all.retain(|of_one| !of_one.is_empty());
    all
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
/// fall off, and what is no letter has none.
pub(super) fn ascii_letters(char: char) -> impl Iterator<Item = char> {
    let letters = match char {
        'a'..='z' => return [Some(char), None].into_iter().flatten(),
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ǹ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='û' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' => "u",
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => "v",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    };
    let mut letters = letters.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}
