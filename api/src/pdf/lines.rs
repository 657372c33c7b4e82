//! Text in lines, broken as Chinese is: after any character, but no line begins with a closing mark
//! or ends with an opening one (Unicode Standard Annex 14).

use krilla::text::{GlyphId, KrillaGlyph};
use unicode_linebreak::linebreaks;

use super::typefaces::Faces;

/// The room between two characters of a line that is stretched, at most, in parts of the size.
const MOST_STRETCH: f32 = 0.3;

/// Characters of a line that one typeface has.
pub(super) struct Run {
    /// The place of the typeface among those in use.
    pub(super) face: usize,
    /// What it says.
    pub(super) text: String,
    /// Its characters; widths in parts of the size.
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// How far it begins behind the begin of the line, in points.
    pub(super) offset: f32,
}

/// A line, measured.
pub(super) struct Line {
    /// Its characters, by typeface.
    pub(super) runs: Vec<Run>,
    /// How far it is moved to the right, in points.
    pub(super) indent: f32,
    /// How wide it is, in points.
    pub(super) width: f32,
}

/// How text is set; lengths in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The size of the characters.
    pub(super) size: f32,
    /// The width of the column.
    pub(super) width: f32,
    /// The indent of the first line.
    pub(super) indent: f32,
    /// Whether full lines end at the edge of the column.
    pub(super) justified: bool,
    /// The room between two characters, in parts of the size.
    pub(super) spacing: f32,
}

impl Setting {
    /// A column of that width, without an indent.
    pub(super) const fn of(size: f32, width: f32) -> Self {
        Self {
            size,
            width,
            indent: 0.0,
            justified: false,
            spacing: 0.0,
        }
    }
}

/// The lines of a paragraph.
pub(super) fn lines(faces: &Faces<'_>, text: &str, setting: Setting) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let indent = |lines: &[Line]| {
        if lines.is_empty() {
            setting.indent
        } else {
            0.0
        }
    };
    for piece in pieces(faces, text, setting) {
        let room = setting.width - indent(&lines);
        let wanted = width(faces, &line, setting) + width(faces, piece.trim_end(), setting);
        if wanted > room && !line.is_empty() {
            lines.push(set(
                faces,
                &line,
                setting,
                indent(&lines),
                setting.justified,
            ));
            line.clear();
        }
        line.push_str(piece);
    }
    lines.push(set(faces, &line, setting, indent(&lines), false));
    lines
}

/// What counts or numbers, and does not part from its figure: `2026年3月1日`, `〔2026〕1号`.
const COUNTERS: [char; 9] = ['年', '月', '日', '号', '元', '个', '人', '条', '万'];

/// Whether a line may not end between two texts, although characters of their kinds may part.
fn belong_together(before: &str, after: &str) -> bool {
    let is_figure = |char: char| char.is_ascii_digit();
    (before.ends_with(is_figure) && after.starts_with(COUNTERS))
        || (before.ends_with('〕') && after.starts_with(is_figure))
}

/// The text between the places where a line may end. A piece that no line can hold is taken apart.
fn pieces<'a>(faces: &Faces<'_>, text: &'a str, setting: Setting) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut start = 0;
    for (end, _) in linebreaks(text) {
        let (piece, after) = rest.split_at(end - start);
        if belong_together(piece, after) {
            continue;
        }
        start = end;
        rest = after;
        if width(faces, piece, setting) > setting.width - setting.indent {
            pieces.extend(piece.split_inclusive(|_: char| true));
        } else {
            pieces.push(piece);
        }
    }
    pieces
}

/// How wide a text is, in points.
pub(super) fn width(faces: &Faces<'_>, text: &str, setting: Setting) -> f32 {
    text.chars()
        .map(|char| (faces.glyph(char).width + setting.spacing) * setting.size)
        .sum()
}

/// One line; stretched to the edge of the column where that is asked for and looks well.
fn set(faces: &Faces<'_>, text: &str, setting: Setting, indent: f32, justified: bool) -> Line {
    let text = text.trim_end();
    let natural = width(faces, text, setting) - setting.spacing * setting.size;
    let gaps = u16::try_from(text.chars().count().saturating_sub(1)).unwrap_or(u16::MAX);
    let stretch = (setting.width - indent - natural) / setting.size / f32::from(gaps.max(1));
    let stretch = if justified && (0.0..=MOST_STRETCH).contains(&stretch) {
        stretch
    } else {
        0.0
    };
    let mut runs: Vec<Run> = Vec::new();
    let mut offset = 0.0;
    for char in text.chars() {
        let glyph = faces.glyph(char);
        let advance = glyph.width + setting.spacing + stretch;
        if runs.last().is_none_or(|run| run.face != glyph.face) {
            runs.push(Run {
                face: glyph.face,
                text: String::new(),
                glyphs: Vec::new(),
                offset,
            });
        }
        if let Some(run) = runs.last_mut() {
            let start = run.text.len();
            run.text.push(char);
            run.glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.id.to_u32()),
                advance,
                0.0,
                0.0,
                0.0,
                start..run.text.len(),
                None,
            ));
        }
        offset += advance * setting.size;
    }
    Line {
        runs,
        indent,
        width: natural + stretch * setting.size * f32::from(gaps),
    }
}
