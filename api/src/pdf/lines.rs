//! Text in lines, broken as Chinese is: after any character, but no line begins with a closing mark
//! or ends with an opening one (Unicode Standard Annex 14).

use krilla::text::{GlyphId, KrillaGlyph};
use unicode_linebreak::linebreaks;

use super::typeface::Face;

/// The room between two characters of a line that is stretched, at most, in parts of the size.
const MOST_STRETCH: f32 = 0.3;

/// A line, measured.
pub(super) struct Line {
    /// What it says.
    pub(super) text: String,
    /// Its characters; widths in parts of the size.
    pub(super) glyphs: Vec<KrillaGlyph>,
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
}

/// The lines of a paragraph.
pub(super) fn lines(face: &Face<'_>, text: &str, setting: Setting) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let indent = |lines: &[Line]| {
        if lines.is_empty() {
            setting.indent
        } else {
            0.0
        }
    };
    for piece in pieces(face, text, setting) {
        let room = setting.width - indent(&lines);
        let wanted = width(face, &line, setting.size) + width(face, piece.trim_end(), setting.size);
        if wanted > room && !line.is_empty() {
            lines.push(set(face, &line, setting, indent(&lines), setting.justified));
            line.clear();
        }
        line.push_str(piece);
    }
    lines.push(set(face, &line, setting, indent(&lines), false));
    lines
}

/// The text between the places where a line may end. A piece that no line can hold is taken apart.
fn pieces<'a>(face: &Face<'_>, text: &'a str, setting: Setting) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut start = 0;
    for (end, _) in linebreaks(text) {
        let (piece, after) = rest.split_at(end - start);
        start = end;
        rest = after;
        if width(face, piece, setting.size) > setting.width - setting.indent {
            pieces.extend(piece.split_inclusive(|_: char| true));
        } else {
            pieces.push(piece);
        }
    }
    pieces
}

/// How wide a text is, in points.
fn width(face: &Face<'_>, text: &str, size: f32) -> f32 {
    text.chars().map(|char| face.glyph(char).1 * size).sum()
}

/// One line; stretched to the edge of the column where that is asked for and looks well.
fn set(face: &Face<'_>, text: &str, setting: Setting, indent: f32, justified: bool) -> Line {
    let text = text.trim_end();
    let natural = width(face, text, setting.size);
    let gaps = u16::try_from(text.chars().count().saturating_sub(1)).unwrap_or(u16::MAX);
    let stretch = (setting.width - indent - natural) / setting.size / f32::from(gaps.max(1));
    let stretch = if justified && (0.0..=MOST_STRETCH).contains(&stretch) {
        stretch
    } else {
        0.0
    };
    let glyphs = text
        .char_indices()
        .map(|(start, char)| {
            let (glyph, advance) = face.glyph(char);
            KrillaGlyph::new(
                GlyphId::new(glyph.to_u32()),
                advance + stretch,
                0.0,
                0.0,
                0.0,
                start..start + char.len_utf8(),
                None,
            )
        })
        .collect();
    Line {
        text: text.to_owned(),
        glyphs,
        indent,
        width: natural + stretch * setting.size * f32::from(gaps),
    }
}
