//! Stretches of a content (RFC 9110 sections 13.1.5 and 14).

use actix_web::http::header::{self, ByteRangeSpec};
use domain::receipts::Text;

use super::entity_tag::EntityTag;
use super::headers::{HeaderType, Optional, only};
use crate::problems::{Code, Problem};

/// The stretch that a caller asks for. A header that asks for several, or that is badly formed, counts
/// as none: the whole is an answer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range(Option<ByteRangeSpec>);

impl HeaderType for Range {
    const NAME: &'static str = "Range";
    const MISSING: Code = Code::InvalidHeader;
    const EXAMPLE: &'static str = "bytes=0-1048575";

    fn form() -> Text {
        Text::new(
            "一个字节范围，例如 bytes=0-1048575、bytes=1048576- 或 bytes=-1000；多个范围或者写法不对的，按没有处理",
            "one range of bytes, such as bytes=0-1048575, bytes=1048576- or bytes=-1000; several ranges or a badly formed one count as none",
        )
    }

    fn parse(values: &[&str]) -> Option<Self> {
        let one = only(values).filter(|value| !value.contains(','));
        let stretch = match one.and_then(|value| value.trim().parse().ok()) {
            Some(header::Range::Bytes(stretches)) => stretches.into_iter().next(),
            _ => None,
        };
        Some(Self(stretch))
    }
}

/// The tag of which a caller has a part already: a stretch makes sense of the same content only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfRange(Option<EntityTag>);

impl HeaderType for IfRange {
    const NAME: &'static str = "If-Range";
    const MISSING: Code = Code::InvalidHeader;
    const EXAMPLE: &'static str = "\"3-content\"";

    fn form() -> Text {
        Text::new(
            "先前所得的 ETag；内容已不同的，答复全部内容",
            "the ETag that came before; where the content is another one, the whole is answered",
        )
    }

    /// A date is a tag that no content has: none is ever answered with one.
    fn parse(values: &[&str]) -> Option<Self> {
        let strong = only(values).filter(|tag| tag.starts_with('"'));
        Some(Self(strong.and_then(EntityTag::parse)))
    }
}

/// Some bytes of a content: the first and the last, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first byte.
    pub first: u64,
    /// The last byte, which belongs to it.
    pub last: u64,
}

impl Stretch {
    /// How many bytes these are.
    pub fn length(self) -> u64 {
        self.last - self.first + 1
    }

    /// The header that says which bytes of how many these are.
    pub fn content_range(self, whole: u64) -> String {
        format!("bytes {}-{}/{whole}", self.first, self.last)
    }
}

impl Optional<Range> {
    /// The stretch that is asked for of a content with this tag and length; none for the whole.
    pub fn of(
        &self,
        unless_other: &Optional<IfRange>,
        tag: &EntityTag,
        length: u64,
    ) -> Result<Option<Stretch>, Problem> {
        let Some(Range(Some(stretch))) = &self.0 else {
            return Ok(None);
        };
        if let Some(IfRange(known)) = &unless_other.0
            && known.as_ref() != Some(tag)
        {
            return Ok(None);
        }
        let (first, last) = stretch
            .to_satisfiable_range(length)
            .ok_or_else(|| Problem::range_not_satisfiable(length))?;
        Ok(Some(Stretch { first, last }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &str, if_range: Option<&str>) -> Result<Option<(u64, u64)>, Code> {
        let range = Optional(Range::parse(&[range]));
        let if_range = Optional(if_range.and_then(|tag| IfRange::parse(&[tag])));
        let tag = EntityTag::new(3, "content");
        let stretch = range.of(&if_range, &tag, 1000);
        stretch
            .map(|stretch| stretch.map(|Stretch { first, last }| (first, last)))
            .map_err(|problem| problem.code())
    }

    #[test]
    fn one_stretch_is_cut_to_the_content() {
        for (range, stretch) in [
            ("bytes=0-0", (0, 0)),
            ("bytes=0-999", (0, 999)),
            ("bytes=100-", (100, 999)),
            ("bytes=999-5000", (999, 999)),
            ("bytes=-1", (999, 999)),
            ("bytes=-5000", (0, 999)),
        ] {
            assert_eq!(asked(range, None), Ok(Some(stretch)), "{range}");
        }
        let stretch = Stretch { first: 1, last: 9 };
        assert_eq!(stretch.length(), 9);
        assert_eq!(stretch.content_range(20), "bytes 1-9/20");
    }

    #[test]
    fn what_lies_after_the_end_is_not_there() {
        for range in ["bytes=1000-", "bytes=1000-2000", "bytes=-0"] {
            assert_eq!(
                asked(range, None),
                Err(Code::RangeNotSatisfiable),
                "{range}"
            );
        }
    }

    #[test]
    fn several_stretches_and_what_is_none_ask_for_the_whole() {
        for range in [
            "bytes=0-1,5-6",
            "bytes=0-1,",
            "bytes=5-1",
            "bytes=",
            "bytes=-",
            "bytes=a-b",
            "bytes 0-1",
            "lines=0-1",
            "",
            "0-1",
        ] {
            assert_eq!(asked(range, None), Ok(None), "{range}");
        }
        let twice = Range::parse(&["bytes=0-1", "bytes=2-3"]);
        assert_eq!(twice, Some(Range(None)));
    }

    #[test]
    fn a_stretch_of_another_content_is_not_given() {
        let stretch = |tag| asked("bytes=5-", Some(tag));
        assert_eq!(stretch("\"3-content\""), Ok(Some((5, 999))));
        for other in [
            "\"2-content\"",
            "\"3-full\"",
            "W/\"3-content\"",
            "Sat, 29 Oct 1994 19:43:31 GMT",
            "3-content",
        ] {
            assert_eq!(stretch(other), Ok(None), "{other}");
        }
        // What was not there is not asked about.
        assert_eq!(asked("bytes=2000-", Some("\"2-content\"")), Ok(None));
    }
}
