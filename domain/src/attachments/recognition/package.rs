//! Packages: documents that are zip archives (APPNOTE.TXT of PKWARE), by the names of what is packed.

use memchr::memmem;

use super::{MediaType, NotAccepted};

/// With what every entry begins, in front of its content and in the directory at the end.
const SIGNATURE: &[u8] = b"PK";

/// An entry in front of its content: where the length of its name stands, and the name.
const LOCAL: (&[u8], usize, usize) = (b"PK\x03\x04", 26, 30);
/// An entry of the directory.
const CENTRAL: (&[u8], usize, usize) = (b"PK\x01\x02", 28, 46);

/// The entries that tell what a package is.
const WORD: &[u8] = b"word/";
const OFD: &[u8] = b"OFD.xml";
/// A program within a document of Word.
const PROGRAM: &[u8] = b"word/vbaProject.bin";

/// At least the length of an entry up to the end of the longest of these names.
const SEAM: usize = 80;

/// What of a package went by.
#[derive(Debug, Clone, Default)]
pub(super) struct Package {
    word: bool,
    ofd: bool,
    program: bool,
    /// The end of the part before: an entry may begin in one part and end in the next.
    seam: Vec<u8>,
}

impl Package {
    /// A package by its first part; none where that is no zip archive.
    pub(super) fn begin(first: &[u8]) -> Option<Self> {
        let (signature, _, _) = LOCAL;
        first.starts_with(signature).then(|| {
            let mut package = Self::default();
            package.follow(first);
            package
        })
    }

    /// With the part that follows.
    pub(super) fn follow(&mut self, part: &[u8]) {
        let mut seam = std::mem::take(&mut self.seam);
        seam.extend(part.iter().take(SEAM));
        self.look(&seam);
        self.look(part);
        // A short part leaves room for more of the one before it.
        let end = if part.len() < SEAM { &seam } else { part };
        let (_, end) = end.split_at(end.len().saturating_sub(SEAM));
        self.seam = end.to_vec();
    }

    /// What is packed; none where nothing told so far and the name promises a package.
    pub(super) fn kind(
        &self,
        promised: Option<MediaType>,
    ) -> Result<Option<MediaType>, NotAccepted> {
        match (self.word, self.ofd, promised) {
            _ if self.program => Err(NotAccepted::Kind),
            (true, false, Some(MediaType::Wps)) => Ok(Some(MediaType::Wps)),
            (true, false, _) => Ok(Some(MediaType::Docx)),
            (false, true, _) => Ok(Some(MediaType::Ofd)),
            (false, false, Some(MediaType::Docx | MediaType::Wps | MediaType::Ofd)) => Ok(None),
            _ => Err(NotAccepted::Kind),
        }
    }

    fn look(&mut self, bytes: &[u8]) {
        for at in memmem::find_iter(bytes, SIGNATURE) {
            let Some((_, entry)) = bytes.split_at_checked(at) else {
                continue;
            };
            for form in [LOCAL, CENTRAL] {
                if let Some(name) = name(entry, form) {
                    self.word |= name.starts_with(WORD);
                    self.program |= name == PROGRAM;
                    self.ofd |= name == OFD;
                }
            }
        }
    }
}

/// The name of an entry, if it is one and its name is here.
fn name<'a>(entry: &'a [u8], (signature, length, name): (&[u8], usize, usize)) -> Option<&'a [u8]> {
    if !entry.starts_with(signature) {
        return None;
    }
    let (bytes, _) = entry.get(length..)?.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_le_bytes(*bytes));
    entry.get(name..)?.get(..length)
}
