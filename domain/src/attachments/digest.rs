use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

/// The SHA-256 (FIPS 180-4) of a whole file; written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct ContentDigest([u8; 32]);

crate::faults! {
    pub struct ContentDigestError = "content_digest_invalid",
        "SHA-256 须为 64 位十六进制数字", "A SHA-256 has 64 hexadecimal digits.";
}

impl ContentDigest {
    /// Reads 64 hexadecimal digits of either case.
    pub fn parse(text: &str) -> Result<Self, ContentDigestError> {
        let mut bytes = [0_u8; 32];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| ContentDigestError)?;
        Ok(Self(bytes))
    }
}

impl From<[u8; 32]> for ContentDigest {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for ContentDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

/// Without the digest: anyone who knows a file could find where it was handed in.
impl fmt::Debug for ContentDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ContentDigest(…)")
    }
}

impl FromStr for ContentDigest {
    type Err = ContentDigestError;

    fn from_str(text: &str) -> Result<Self, ContentDigestError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_digest_reads_back_in_either_case(bytes: [u8; 32]) {
            let digest = ContentDigest::from(bytes);
            prop_assert_eq!(ContentDigest::parse(&digest.to_string()), Ok(digest));
            prop_assert_eq!(ContentDigest::parse(&digest.to_string().to_uppercase()), Ok(digest));
        }
    }

    #[test]
    fn anything_else_is_no_digest() {
        for text in ["", "00", &"0".repeat(63), &"0".repeat(65), &"g".repeat(64)] {
            assert_eq!(
                ContentDigest::parse(text),
                Err(ContentDigestError),
                "{text}"
            );
        }
    }
}
