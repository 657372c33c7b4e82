//! The Chinese typeface, found on the machine when a document is rendered. None of it stays in
//! memory afterwards: such a file has 20 MB and more.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Where distributions install Noto CJK and Source Han, all under the SIL Open Font License. Serif
/// first, as official documents are set.
const KNOWN_PLACES: [&str; 7] = [
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/adobe-source-han-serif/SourceHanSerifCN-Regular.otf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/adobe-source-han-sans/SourceHanSansCN-Regular.otf",
];

/// What every usable typeface has.
const SAMPLE: &str = "见义勇为证书〔〕号";

/// Why there is no typeface.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TypefaceError {
    /// None is installed where one is looked for.
    #[error("no Chinese typeface is installed")]
    NotInstalled,
    /// The one that the setting names cannot be read.
    #[error("{}: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// It is no typeface, or one without the characters of these documents.
    #[error("{}: this is no Chinese typeface", .0.display())]
    NotChinese(PathBuf),
}

/// A typeface in memory.
pub(super) struct Typeface {
    /// As the PDF embeds it.
    pub(super) font: Font,
    data: Arc<Vec<u8>>,
    index: u32,
}

impl Typeface {
    /// Reads the one that the setting names, else the first one of those installed.
    pub(super) fn load(setting: Option<&Path>) -> Result<Self, TypefaceError> {
        let path = match setting {
            Some(path) => path,
            None => KNOWN_PLACES
                .iter()
                .map(Path::new)
                .find(|path| path.exists())
                .ok_or(TypefaceError::NotInstalled)?,
        };
        let data = fs::read(path).map_err(|error| TypefaceError::Unreadable {
            path: path.to_owned(),
            error,
        })?;
        Self::read(Arc::new(data)).ok_or_else(|| TypefaceError::NotChinese(path.to_owned()))
    }

    fn read(data: Arc<Vec<u8>>) -> Option<Self> {
        let index = simplified(&data)?;
        Some(Self {
            font: Font::new(Arc::clone(&data).into(), index)?,
            data,
            index,
        })
    }

    /// The measures of its characters.
    pub(super) fn face(&self) -> Option<Face<'_>> {
        FontRef::from_index(&self.data, self.index).ok().map(Face)
    }
}

/// The place in the file of the face for simplified Chinese, else of the first one with the
/// characters that are needed: the faces of a collection differ in how they draw the same character.
fn simplified(data: &[u8]) -> Option<u32> {
    let faces: Vec<(u32, FontRef<'_>)> = (0..)
        .zip(FileRef::new(data).ok()?.fonts())
        .filter_map(|(index, face)| Some((index, face.ok()?)))
        .filter(|(_, face)| {
            let known = face.charmap();
            SAMPLE.chars().all(|char| known.map(char).is_some())
        })
        .collect();
    let is_simplified = |face: &FontRef<'_>| {
        face.localized_strings(StringId::FAMILY_NAME)
            .any(|name| name.to_string().ends_with(" SC"))
    };
    faces
        .iter()
        .find(|(_, face)| is_simplified(face))
        .or_else(|| faces.first())
        .map(|(index, _)| *index)
}

/// The characters of a typeface.
pub(super) struct Face<'a>(FontRef<'a>);

impl Face<'_> {
    /// The glyph of a character with its width in parts of the size; the glyph for what is missing
    /// where the typeface lacks it.
    pub(super) fn glyph(&self, char: char) -> (GlyphId, f32) {
        let glyph = self.0.charmap().map(char).unwrap_or(GlyphId::NOTDEF);
        let metrics = self.0.glyph_metrics(Size::new(1.0), LocationRef::default());
        (glyph, metrics.advance_width(glyph).unwrap_or(1.0))
    }
}
