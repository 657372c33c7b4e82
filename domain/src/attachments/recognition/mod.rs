//! What a file is, by its content, while its parts go by.

mod iso_media;
mod package;
mod sound;
#[cfg(test)]
mod tests;

use iso_media::Brands;
use package::Package;

use super::{FileName, MediaType, NotAccepted};

/// A compound file (MS-CFB section 2.2).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Readers of PDF find its header within so many bytes (PDF Reference 1.7, implementation note 13).
const HEADER_WITHIN: usize = 1024;

/// The mark of UTF-8, which some programs put in front of whatever they write.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What is known of a file so far.
///
/// The name must promise what the content is: a picture called `.html` is a page to anyone who opens
/// it. Nearly every kind shows in the first part; of a package the first part may leave open what is
/// packed in it.
#[derive(Debug, Clone)]
pub struct Recognition {
    name: FileName,
    state: State,
}

#[derive(Debug, Clone)]
enum State {
    Is(MediaType),
    Package(Package),
}

impl Recognition {
    /// By the whole first part of a file, or all of it if it is shorter.
    pub fn begin(first: &[u8], name: &FileName) -> Result<Self, NotAccepted> {
        let state = match Package::begin(first) {
            Some(package) => State::Package(package),
            None => State::Is(kind(first, name).ok_or(NotAccepted::Kind)?),
        };
        let name = name.clone();
        let begun = Self { name, state };
        begun.verdict()?;
        Ok(begun)
    }

    /// With the part that follows.
    #[must_use]
    pub fn follow(mut self, part: &[u8]) -> Self {
        if let State::Package(package) = &mut self.state {
            package.follow(part);
        }
        self
    }

    /// What the whole is, after its last part.
    pub fn end(self) -> Result<MediaType, NotAccepted> {
        self.verdict()?.ok_or(NotAccepted::Kind)
    }

    /// What the file is; none where it may still be what the name promises.
    fn verdict(&self) -> Result<Option<MediaType>, NotAccepted> {
        let found = match &self.state {
            State::Is(kind) => Some(*kind),
            State::Package(package) => package.kind(self.name.promises())?,
        };
        match found {
            Some(found) if !self.name.allows(found) => Err(NotAccepted::Extension { found }),
            _ => Ok(found),
        }
    }
}

/// What everything but a package shows at its beginning.
fn kind(first: &[u8], name: &FileName) -> Option<MediaType> {
    if let Some(brands) = Brands::read(first) {
        return brands.kind(name.promises());
    }
    if first.starts_with(COMPOUND) {
        return Some(MediaType::Wps);
    }
    if is_pdf(first) {
        return Some(MediaType::Pdf);
    }
    if let Some(sound) = sound::kind(first) {
        return Some(sound);
    }
    let found: MediaType = infer::get(first)?.mime_type().parse().ok()?;
    match found {
        MediaType::Jpeg | MediaType::Png | MediaType::Webp | MediaType::QuickTime => Some(found),
        // What is looked at more closely above.
        _ => None,
    }
}

/// Whether nothing but a byte order mark and blanks stands before the header. Readers also take a
/// document that begins with something else; that may be a page.
fn is_pdf(first: &[u8]) -> bool {
    let (head, _) = first.split_at(first.len().min(HEADER_WITHIN));
    let head = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head);
    head.trim_ascii_start().starts_with(b"%PDF-")
}
