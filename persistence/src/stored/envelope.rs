//! The envelope around a stored value. It is looked for in the exact bytes in which it is written, so
//! that reading a value of the newest format costs no more than reading the value.

const FORMAT: &str = "{\"format\":";
const VALUE: &str = ",\"value\":";
const END: &str = "}";

/// What comes before and after the value.
pub(super) fn around(format: u32) -> (String, &'static str) {
    (format!("{FORMAT}{format}{VALUE}"), END)
}

/// The format and the value. JSON without an envelope was written before there was one, and is of
/// format 1; none of it begins with a member `format`.
pub(super) fn open(stored: &[u8]) -> (u32, &[u8]) {
    enveloped(stored).unwrap_or((1, stored))
}

fn enveloped(stored: &[u8]) -> Option<(u32, &[u8])> {
    let rest = stored.strip_prefix(FORMAT.as_bytes())?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (format, rest) = rest.split_at_checked(digits)?;
    let value = rest
        .strip_prefix(VALUE.as_bytes())?
        .strip_suffix(END.as_bytes())?;
    Some((str::from_utf8(format).ok()?.parse().ok()?, value))
}
