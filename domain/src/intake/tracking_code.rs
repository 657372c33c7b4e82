use std::fmt;

/// Symbols of a code. Each is one of 32, so that a code is a secret of 160 bits.
const SYMBOLS: usize = 32;
/// Symbols between two hyphens.
const GROUP: usize = 4;
/// The digits of base 32 by Crockford: without I, L, O and U, which are misread or spell words.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The secret by which an applicant follows an application: anyone who has it is taken for the
/// applicant, so it is shown once and kept only as a keyed hash.
#[derive(Clone, PartialEq, Eq)]
pub struct TrackingCode(String);

impl TrackingCode {
    /// The code of these random bytes, five bits from each.
    pub fn of_random(bytes: [u8; SYMBOLS]) -> Self {
        let digits = bytes
            .iter()
            .filter_map(|byte| DIGITS.get(usize::from(byte % 32)));
        Self(digits.map(|digit| char::from(*digit)).collect())
    }

    /// Reads a code as somebody copied it: in either case, with or without hyphens and spaces, `O`
    /// for `0`, `I` or `L` for `1`.
    pub fn parse(text: &str) -> Option<Self> {
        let code = text
            .chars()
            .filter(|symbol| !matches!(symbol, '-' | ' '))
            .map(|symbol| match symbol.to_ascii_uppercase() {
                'O' => Some('0'),
                'I' | 'L' => Some('1'),
                other => DIGITS
                    .iter()
                    .map(|digit| char::from(*digit))
                    .find(|digit| *digit == other),
            })
            .collect::<Option<String>>()?;
        (code.len() == SYMBOLS).then_some(Self(code))
    }

    /// The code without hyphens, for its keyed hash.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The code in groups of four, as it is shown once.
    pub fn grouped(&self) -> String {
        let symbols: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = symbols
            .chunks(GROUP)
            .map(|group| group.iter().collect())
            .collect();
        groups.join("-")
    }
}

impl fmt::Debug for TrackingCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TrackingCode(…)")
    }
}
