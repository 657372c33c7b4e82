//! Characters that are read otherwise as a surname than in other words.

/// Surnames of one character. Where two readings are in use as a surname, the commoner first.
const SINGLE: &[(char, &[&str])] = &[('单', &["shan"])];

/// Surnames of two characters that are read otherwise than their characters.
const DOUBLE: &[(&str, [&str; 2])] = &[("长孙", ["zhang", "sun"])];

/// The readings of the surname that a name may begin with, for each of its characters; the
/// likelier first, none where the characters are read as in other words.
pub(super) fn readings(name: &str) -> Vec<Vec<String>> {
    let mut readings = Vec::new();
    if let Some((_, double)) = DOUBLE.iter().find(|(surname, _)| name.starts_with(surname)) {
        readings.extend(double.map(|reading| vec![reading.to_owned()]));
    }
    let single = name
        .chars()
        .next()
        .and_then(|first| SINGLE.iter().find(|(surname, _)| *surname == first));
    if let Some((_, single)) = single {
        let single = single.iter().map(|reading| (*reading).to_owned());
        match readings.first_mut() {
            Some(first) => first.extend(single),
            None => readings.push(single.collect()),
        }
    }
    readings
}
