//! The typefaces that are found on the machine when a document is rendered, tried one after the other
//! for each character: the one of whole documents lacks some of the forms that people bear in their
//! names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use skrifa::GlyphId;

use super::coverage::Coverages;
use super::typeface::{Face, Typeface};

/// Where distributions install Noto CJK and Source Han, all under the SIL Open Font License. Serif
/// first, as official documents are set.
const DOCUMENTS: [&str; 7] = [
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/adobe-source-han-serif/SourceHanSerifCN-Regular.otf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/adobe-source-han-sans/SourceHanSansCN-Regular.otf",
];

/// Where distributions install open typefaces of rare characters.
const RARE: [&str; 6] = [
    "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
    "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
    "/usr/share/fonts/TTF/HanaMinB.ttf",
    "/usr/share/fonts/TTF/HanaMinA.ttf",
    "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",
    "/usr/share/fonts/TTF/BabelStoneHan.ttf",
];

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
    /// It is no typeface, or the first one is without the characters of these documents.
    #[error("{}: this is no Chinese typeface", .0.display())]
    NotChinese(PathBuf),
}

/// The files in which characters are looked for, in their order. The first is that of documents.
#[derive(Debug, Clone)]
pub(super) struct Places {
    files: Vec<PathBuf>,
    /// How many of them the setting names: these have to be there.
    set: usize,
}

impl Places {
    /// Those that the setting names, then those that are installed.
    pub(super) fn new(setting: &[PathBuf]) -> Self {
        let known = DOCUMENTS.iter().chain(&RARE).map(PathBuf::from);
        Self {
            files: setting.iter().cloned().chain(known).collect(),
            set: setting.len(),
        }
    }

    /// The files that are there, and those that have to be.
    fn there(&self) -> impl Iterator<Item = &Path> {
        let files = self.files.iter().enumerate();
        files
            .filter(|(place, path)| *place < self.set || path.exists())
            .map(|(_, path)| path.as_path())
    }

    /// The characters that no typeface has; none where there is no typeface at all.
    pub(super) fn unprintable(&self, text: &str, coverages: &Coverages) -> Vec<char> {
        let mut missing = visible(text);
        let mut tried = false;
        for path in self.there() {
            if missing.is_empty() {
                break;
            }
            if let Some(coverage) = coverages.of(path) {
                tried = true;
                missing.retain(|char| !coverage.has(*char));
            }
        }
        if tried {
            missing.into_iter().collect()
        } else {
            Vec::new()
        }
    }
}

/// The characters of a text that have to be seen.
fn visible(text: &str) -> BTreeSet<char> {
    let chars = text.chars();
    chars
        .filter(|char| !char.is_whitespace() && !char.is_control())
        .collect()
}

/// The typefaces of a document in memory: no more than its characters need.
pub(super) struct Typefaces(Vec<Typeface>);

impl Typefaces {
    /// Reads those that a text needs.
    pub(super) fn load(
        places: &Places,
        text: &str,
        coverages: &Coverages,
    ) -> Result<Self, TypefaceError> {
        let mut files = places.there();
        let first = files.next().ok_or(TypefaceError::NotInstalled)?;
        let read = |path: &Path| {
            Typeface::read(path).map_err(|error| TypefaceError::Unreadable {
                path: path.to_owned(),
                error,
            })
        };
        let documents = read(first)?.filter(Typeface::is_chinese);
        let documents = documents.ok_or_else(|| TypefaceError::NotChinese(first.to_owned()))?;
        let mut missing = visible(text);
        missing.retain(|char| {
            let face = documents.face();
            face.is_none_or(|face| face.glyph(*char).is_none())
        });
        let mut typefaces = vec![documents];
        for path in files {
            if missing.is_empty() {
                break;
            }
            let Some(coverage) = coverages.of(path) else {
                continue;
            };
            if missing.iter().any(|char| coverage.has(*char)) {
                missing.retain(|char| !coverage.has(*char));
                typefaces.extend(read(path)?);
            }
        }
        Ok(Self(typefaces))
    }

    /// The measures of their characters.
    pub(super) fn faces(&self) -> Option<Faces<'_>> {
        let faces: Option<Vec<Face<'_>>> = self.0.iter().map(Typeface::face).collect();
        faces.filter(|faces| !faces.is_empty()).map(Faces)
    }

    /// The typeface at a place.
    pub(super) fn get(&self, place: usize) -> Option<&Typeface> {
        self.0.get(place)
    }
}

/// A character in a typeface.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// The place of the typeface.
    pub(super) face: usize,
    /// Its glyph there.
    pub(super) id: GlyphId,
    /// Its width in parts of the size.
    pub(super) width: f32,
}

/// The characters of the typefaces of a document.
pub(super) struct Faces<'a>(Vec<Face<'a>>);

impl Faces<'_> {
    /// The glyph of a character, in the first typeface that has it; where none does, the glyph of the
    /// first one for what is missing.
    pub(super) fn glyph(&self, char: char) -> Glyph {
        let found = self.0.iter().enumerate().find_map(|(place, face)| {
            let id = face.glyph(char)?;
            Some((place, id, face.width(id)))
        });
        let missing = || {
            let width = self.0.first().map(|face| face.width(GlyphId::NOTDEF));
            (0, GlyphId::NOTDEF, width.unwrap_or(1.0))
        };
        let (face, id, width) = found.unwrap_or_else(missing);
        Glyph { face, id, width }
    }
}
