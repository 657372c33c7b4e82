//! Files of ISO base media (ISO/IEC 14496-12 section 4.3): pictures, films and sound in one container,
//! which says by its brands what it is made for.

use super::MediaType;

type Brand = [u8; 4];

/// A picture of HEVC or a kind left open (ISO/IEC 23008-12 section 10 and annex B).
const PICTURE: [&Brand; 11] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"mif2",
    b"msf1",
];

/// A picture that few programs open: AV1, JPEG 2000, raw.
const FOREIGN_PICTURE: [&Brand; 8] = [
    b"avif", b"avis", b"jp2 ", b"jpx ", b"jpm ", b"mjp2", b"j2ki", b"crx ",
];

/// Sound alone, as some programs mark it.
const SOUND: [&Brand; 5] = [b"M4A ", b"M4B ", b"M4P ", b"F4A ", b"F4B "];

/// A film, as some programs mark it.
const FILM: [&Brand; 4] = [b"M4V ", b"M4VH", b"M4VP", b"F4V "];

const QUICKTIME: &Brand = b"qt  ";

/// The kinds whose files may be of a brand that leaves open which of them it is: `isom`, `mp42`,
/// `3gp4` and what else recorders write.
const MEDIA: [MediaType; 4] = [
    MediaType::Mp4,
    MediaType::ThreeGpp,
    MediaType::QuickTime,
    MediaType::M4a,
];

/// The brands of a file, the one it is made for first.
pub(super) struct Brands {
    major: Brand,
    compatible: Vec<Brand>,
}

impl Brands {
    /// Reads the `ftyp` box with which such a file begins.
    pub(super) fn read(first: &[u8]) -> Option<Self> {
        let (length, rest) = first.split_first_chunk::<4>()?;
        let rest = rest.strip_prefix(b"ftyp")?;
        let (major, rest) = rest.split_first_chunk()?;
        // Length, name, major brand and version have four bytes each.
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let compatible = length.saturating_sub(16);
        let compatible = rest.get(4..).into_iter().flat_map(|rest| {
            let (brands, _) = rest.split_at(compatible.min(rest.len()));
            brands.chunks_exact(4)
        });
        Some(Self {
            major: *major,
            compatible: compatible
                .filter_map(|brand| brand.try_into().ok())
                .collect(),
        })
    }

    /// What its name promises, unless the brands say otherwise.
    pub(super) fn kind(&self, promised: Option<MediaType>) -> Option<MediaType> {
        let major = &self.major;
        if FOREIGN_PICTURE.contains(&major) {
            return None;
        }
        if PICTURE.contains(&major) {
            return (!self.is_foreign_picture()).then_some(MediaType::Heif);
        }
        if SOUND.contains(&major) {
            return Some(MediaType::M4a);
        }
        if FILM.contains(&major) {
            return Some(MediaType::Mp4);
        }
        if major == QUICKTIME {
            return Some(MediaType::QuickTime);
        }
        let promised = promised.filter(|promised| MEDIA.contains(promised));
        Some(promised.unwrap_or(MediaType::Mp4))
    }

    /// Whether the major brand leaves the kind of picture open, and the others name a foreign one only.
    fn is_foreign_picture(&self) -> bool {
        let open = [b"mif1", b"mif2", b"msf1"];
        let mut others = self.compatible.iter();
        open.contains(&&self.major)
            && others.any(|brand| FOREIGN_PICTURE.contains(&brand))
            && !self
                .compatible
                .iter()
                .any(|brand| PICTURE.contains(&brand) && !open.contains(&brand))
    }
}
