//! Entity tags `"<version>-<representation>"` and the conditions on them (RFC 9110 section 13.1).

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::receipts::Text;

use super::headers::{HeaderType, Optional};
use crate::problems::{Code, Problem};

/// Which version of a thing an answer shows, and in which representation (masked or not, for
/// example): two callers with different rights must not share a cache entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityTag {
    version: i64,
    representation: String,
}

impl EntityTag {
    /// A tag for a stored version (1 or more) in a representation named by lower-case ASCII letters,
    /// digits or underscores.
    pub fn new(version: i64, representation: &'static str) -> Self {
        Self {
            version,
            representation: representation.to_owned(),
        }
    }

    /// The same for an answer that shows more than the thing: what else it shows, as a hash.
    #[must_use]
    pub fn beside(self, hash: u64) -> Self {
        Self {
            representation: format!("{}_{hash:016x}", self.representation),
            ..self
        }
    }

    /// The version of the thing.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Parses one tag, weak (`W/"…"`) or strong. Tags that this service cannot have made are `None`.
    pub fn parse(text: &str) -> Option<Self> {
        of_opaque(opaque(text)?)
    }
}

/// The hash of what an answer shows beside a thing, for [`EntityTag::beside`].
pub(crate) fn hash(shown: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    shown.hash(&mut hasher);
    hasher.finish()
}

impl fmt::Display for EntityTag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\"{}-{}\"", self.version, self.representation)
    }
}

/// A version in digits alone: no sign, no space.
fn version_number(digits: &str) -> Option<i64> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

/// What stands at the end of a tag for the coding of the answer. The service writes `"3-full-gzip"`, as
/// Apache does; other proxies that compress an answer write `"3-full--gzip"` or `"3-full;gzip"`.
const CODINGS: [&str; 6] = ["gzip", "brotli", "br", "deflate", "zstd", "compress"];
/// What stands before the coding.
const BEFORE_CODING: [char; 6] = ['-', ';', ':', '/', '+', '.'];

/// The version that a tag names, with the representation or without: `"3-full"` or `"3"`. The coding
/// in which it came does not matter.
fn seen_version(tag: &str) -> Option<i64> {
    let plain = without_coding(opaque(tag)?);
    of_opaque(plain)
        .map(|tag| tag.version)
        .or_else(|| version_number(plain))
}

/// The same tag for the answer as it is.
fn without_coding(opaque: &str) -> &str {
    CODINGS
        .iter()
        .find_map(|coding| {
            let coded = opaque.strip_suffix(coding)?;
            let plain = coded.trim_end_matches(BEFORE_CODING);
            (plain.len() < coded.len()).then_some(plain)
        })
        .unwrap_or(opaque)
}

/// The tag of which these are the characters between the quotes.
fn of_opaque(opaque: &str) -> Option<EntityTag> {
    let (version, representation) = opaque.split_once('-')?;
    let plain = !representation.is_empty()
        && representation
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if !plain {
        return None;
    }
    Some(EntityTag {
        version: version_number(version)?,
        representation: representation.to_owned(),
    })
}

/// The characters between the quotes of a well-formed tag.
fn opaque(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix("W/").unwrap_or(text);
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    inner
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'"')
        .then_some(inner)
}

/// A list of tags, or `*`. `None` when it is badly formed.
fn list(values: &[&str]) -> Option<Vec<String>> {
    values
        .iter()
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(|tag| opaque(tag).map(|_| tag.to_owned()))
        .collect::<Option<Vec<_>>>()
        .filter(|tags| !tags.is_empty())
}

/// The condition of an update: the version that the caller has seen.
///
/// Compares versions only, so a caller who read the masked representation may update, so may one who
/// read it compressed by the service or by a proxy, and one who kept only the version of what was read
/// may send `"<version>"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IfMatch {
    /// Any version that exists.
    Any,
    /// One of these versions.
    Versions(Vec<i64>),
}

impl IfMatch {
    /// Whether the stored version fulfils the condition.
    pub fn allows(&self, version: i64) -> bool {
        match self {
            Self::Any => true,
            Self::Versions(versions) => versions.contains(&version),
        }
    }

    /// Refuses an update of another version than the caller has seen.
    pub fn require(&self, version: i64) -> Result<(), Problem> {
        if self.allows(version) {
            Ok(())
        } else {
            Err(Problem::new(Code::StaleVersion))
        }
    }
}

impl HeaderType for IfMatch {
    const NAME: &'static str = "If-Match";
    const MISSING: Code = Code::PreconditionRequired;
    const EXAMPLE: &'static str = "\"3-masked\"";

    fn form() -> Text {
        Text::new(
            "读取时所得的 ETag，例如 \"3-full\"",
            "the ETag that you read, such as \"3-full\"",
        )
    }

    fn parse(values: &[&str]) -> Option<Self> {
        if let [one] = values
            && one.trim() == "*"
        {
            return Some(Self::Any);
        }
        // A foreign but well-formed tag simply matches no version.
        let tags = list(values)?;
        Some(Self::Versions(
            tags.iter().filter_map(|tag| seen_version(tag)).collect(),
        ))
    }
}

/// The condition of a read: answer only if it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IfNoneMatch {
    /// Nothing that exists.
    Any,
    /// None of these.
    Tags(Vec<EntityTag>),
}

impl IfNoneMatch {
    /// Whether the caller already has this tag (weak comparison): answer 304.
    pub fn has(&self, current: &EntityTag) -> bool {
        match self {
            Self::Any => true,
            Self::Tags(tags) => tags.contains(current),
        }
    }
}

impl Optional<IfNoneMatch> {
    /// Whether the caller asks only for another answer than the one with this tag.
    pub fn has(&self, current: &EntityTag) -> bool {
        self.0.as_ref().is_some_and(|known| known.has(current))
    }
}

impl HeaderType for IfNoneMatch {
    const NAME: &'static str = "If-None-Match";
    const MISSING: Code = Code::PreconditionRequired;
    const EXAMPLE: &'static str = "\"3-masked\"";

    fn form() -> Text {
        Text::new("一个或多个 ETag，或 *", "one or more ETags, or *")
    }

    fn parse(values: &[&str]) -> Option<Self> {
        if let [one] = values
            && one.trim() == "*"
        {
            return Some(Self::Any);
        }
        // The condition only saves a transfer: what is no tag is a tag that the caller does not have.
        let tags = list(values).unwrap_or_default();
        Some(Self::Tags(
            tags.iter()
                .filter_map(|tag| EntityTag::parse(tag))
                .collect(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_survives_the_wire() {
        let tag = EntityTag::new(42, "masked");
        assert_eq!(tag.to_string(), "\"42-masked\"");
        assert_eq!(EntityTag::parse("\"42-masked\""), Some(tag.clone()));
        assert_eq!(EntityTag::parse("W/\"42-masked\""), Some(tag));
    }

    #[test]
    fn what_is_no_tag_of_ours_is_refused() {
        for text in [
            "42-masked",
            "\"42\"",
            "\"-1-full\"",
            "\"+1-full\"",
            "\"1-\"",
            "\"1-Full\"",
            "\"99999999999999999999-full\"",
            "\"",
        ] {
            assert_eq!(EntityTag::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_update_compares_the_version_only() {
        let condition = IfMatch::parse(&["\"3-masked\", W/\"5-full\""]).unwrap();
        assert!(condition.allows(3) && condition.allows(5) && !condition.allows(4));
        let bare = IfMatch::parse(&["\"3\", W/\"5\""]).unwrap();
        assert!(bare.allows(3) && bare.allows(5) && !bare.allows(4));
        assert!(!IfMatch::parse(&["\"+3\", \"\""]).unwrap().allows(3));
        for coded in [
            "\"3-masked-gzip\"",
            "\"3-masked--gzip\"",
            "\"3-masked;gzip\"",
            "W/\"3-masked;br\"",
            "\"3-zstd\"",
            "\"3;gzip\"",
        ] {
            let condition = IfMatch::parse(&[coded]).unwrap();
            assert!(condition.allows(3) && !condition.allows(4), "{coded}");
        }
        for foreign in [
            "\"3-masked-other\"",
            "\"3gzip\"",
            "\"-gzip\"",
            "\"2026-11-29\"",
        ] {
            let condition = IfMatch::parse(&[foreign]).unwrap();
            assert_eq!(condition, IfMatch::Versions(Vec::new()), "{foreign}");
        }
        assert!(IfMatch::parse(&["*"]).unwrap().allows(9));
        assert_eq!(IfMatch::parse(&["3-masked"]), None);
        assert!(!IfMatch::parse(&["\"another-service\""]).unwrap().allows(3));
    }

    #[test]
    fn a_read_compares_version_and_representation() {
        let condition = IfNoneMatch::parse(&["\"3-masked\"", "\"foreign\""]).unwrap();
        assert!(condition.has(&EntityTag::new(3, "masked")));
        assert!(!condition.has(&EntityTag::new(3, "full")));
        assert!(!condition.has(&EntityTag::new(4, "masked")));
        let nonsense = IfNoneMatch::parse(&["0"]).unwrap();
        assert!(!nonsense.has(&EntityTag::new(3, "masked")));
    }
}
