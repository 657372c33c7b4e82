//! One typeface. None of it stays in memory afterwards: such a file has 20 MB and more.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// What every typeface has in which whole documents are set.
const SAMPLE: &str = "见义勇为证书〔〕号";

/// A typeface in memory.
pub(super) struct Typeface {
    /// As the PDF embeds it.
    pub(super) font: Font,
    data: Arc<Vec<u8>>,
    index: u32,
}

impl Typeface {
    /// Reads a file; none where it is no typeface.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, std::io::Error> {
        let data = Arc::new(fs::read(path)?);
        Ok(best(&data).and_then(|index| {
            Some(Self {
                font: Font::new(Arc::clone(&data).into(), index)?,
                data,
                index,
            })
        }))
    }

    /// The measures of its characters.
    pub(super) fn face(&self) -> Option<Face<'_>> {
        FontRef::from_index(&self.data, self.index).ok().map(Face)
    }

    /// Whether whole documents can be set in it.
    pub(super) fn is_chinese(&self) -> bool {
        self.face().is_some_and(|face| face.is_chinese())
    }
}

/// The place in the file of the face for simplified Chinese, else of the first one with the characters
/// of documents, else of the first one: the faces of a collection differ in how they draw the same
/// character.
fn best(data: &[u8]) -> Option<u32> {
    let faces: Vec<(u32, Face<'_>)> = (0..)
        .zip(FileRef::new(data).ok()?.fonts())
        .filter_map(|(index, face)| Some((index, Face(face.ok()?))))
        .collect();
    let simplified = faces
        .iter()
        .find(|(_, face)| face.is_chinese() && face.is_simplified());
    let chinese = || faces.iter().find(|(_, face)| face.is_chinese());
    let found = simplified.or_else(chinese).or_else(|| faces.first());
    found.map(|(index, _)| *index)
}

/// The characters of a typeface.
pub(super) struct Face<'a>(FontRef<'a>);

impl Face<'_> {
    /// The glyph of a character; none where the typeface lacks it.
    pub(super) fn glyph(&self, char: char) -> Option<GlyphId> {
        self.0.charmap().map(char)
    }

    /// How wide a glyph is, in parts of the size.
    pub(super) fn width(&self, glyph: GlyphId) -> f32 {
        let metrics = self.0.glyph_metrics(Size::new(1.0), LocationRef::default());
        metrics.advance_width(glyph).unwrap_or(1.0)
    }

    /// The code points of its characters.
    pub(super) fn code_points(&self) -> impl Iterator<Item = u32> {
        self.0
            .charmap()
            .mappings()
            .map(|(code_point, _)| code_point)
    }

    fn is_chinese(&self) -> bool {
        SAMPLE.chars().all(|char| self.glyph(char).is_some())
    }

    fn is_simplified(&self) -> bool {
        let mut names = self.0.localized_strings(StringId::FAMILY_NAME);
        names.any(|name| name.to_string().ends_with(" SC"))
    }
}
