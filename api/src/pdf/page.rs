//! A sheet laid out on pages of A4, after the form of official documents (GB/T 9704-2012): margins of
//! 37 mm above, 28 mm left and 26 mm right, text of 16 points on lines of 29.

use domain::documents::Sheet;

use super::lines::{Line, Setting, lines};
use super::typeface::Face;

/// A4, in points.
pub(super) const WIDTH: f32 = 595.28;
/// A4, in points.
pub(super) const HEIGHT: f32 = 841.89;
/// The left margin, in points.
pub(super) const LEFT: f32 = 79.37;
const TOP: f32 = 104.88;
const BOTTOM: f32 = HEIGHT - 99.0;
/// The width of the text, in points.
pub(super) const COLUMN: f32 = WIDTH - LEFT - 73.7;

const TITLE: f32 = 22.0;
const TEXT: f32 = 16.0;
const PITCH: f32 = 28.95;
/// From the top of a line to the feet of its characters, in parts of the size.
const BASELINE: f32 = 0.95;

/// What a piece of text is, for those who have it read to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The title.
    Heading,
    /// Anything else.
    Paragraph,
}

/// A line with its place.
pub(super) struct Placed {
    /// Its page, from 0.
    pub(super) page: usize,
    /// The left end, in points.
    pub(super) x: f32,
    /// The feet of its characters, in points from the top.
    pub(super) y: f32,
    /// The size of its characters, in points.
    pub(super) size: f32,
    /// The line.
    pub(super) line: Line,
}

/// A piece of text that belongs together.
pub(super) struct Block {
    /// What it is.
    pub(super) role: Role,
    /// Its lines, in order.
    pub(super) lines: Vec<Placed>,
}

/// The alignment of the lines of a block.
#[derive(Debug, Clone, Copy)]
enum Align {
    Left,
    Centre,
    /// At the right edge, but for so many points.
    Right(f32),
}

/// Lays a sheet out.
pub(super) fn lay_out(face: &Face<'_>, sheet: &Sheet) -> Vec<Block> {
    let mut page = Layout {
        face,
        blocks: Vec::new(),
        page: 0,
        y: TOP,
    };
    page.add(Role::Heading, &sheet.title, TITLE, 0.0, Align::Centre);
    page.y += PITCH / 4.0;
    page.add(
        Role::Paragraph,
        sheet.number.as_str(),
        TEXT,
        0.0,
        Align::Centre,
    );
    page.y += PITCH;
    if let Some(addressee) = &sheet.addressee {
        let text = format!("{addressee}：");
        page.add(Role::Paragraph, &text, TEXT, 0.0, Align::Left);
    }
    for text in &sheet.paragraphs {
        page.add(Role::Paragraph, text, TEXT, 2.0 * TEXT, Align::Left);
    }
    // Signatures and date stay together, with room for the seals.
    let signed = u16::try_from(sheet.bodies.len()).unwrap_or(u16::MAX);
    let needed = PITCH * (f32::from(signed) + 3.0);
    if page.y + needed > BOTTOM {
        page.turn();
    } else {
        page.y += 2.0 * PITCH;
    }
    for body in &sheet.bodies {
        let text = format!("{body}（盖章）");
        page.add(Role::Paragraph, &text, TEXT, 0.0, Align::Right(2.0 * TEXT));
    }
    let day = sheet.date_in_words();
    page.add(Role::Paragraph, &day, TEXT, 0.0, Align::Right(4.0 * TEXT));
    page.blocks
}

/// The number of a page, from 0, as it is printed at its foot.
pub(super) fn folio(face: &Face<'_>, page: usize) -> Option<Placed> {
    let size = 14.0;
    let setting = Setting {
        size,
        width: COLUMN,
        indent: 0.0,
        justified: false,
    };
    let text = format!("— {} —", page + 1);
    let line = lines(face, &text, setting).into_iter().next()?;
    Some(Placed {
        page,
        x: LEFT + (COLUMN - line.width) / 2.0,
        y: HEIGHT - 70.0,
        size,
        line,
    })
}

struct Layout<'a> {
    face: &'a Face<'a>,
    blocks: Vec<Block>,
    page: usize,
    y: f32,
}

impl Layout<'_> {
    fn turn(&mut self) {
        self.page += 1;
        self.y = TOP;
    }

    fn add(&mut self, role: Role, text: &str, size: f32, indent: f32, align: Align) {
        let setting = Setting {
            size,
            width: COLUMN,
            indent,
            justified: matches!(align, Align::Left),
        };
        let pitch = PITCH * size / TEXT;
        let mut placed = Vec::new();
        for line in lines(self.face, text, setting) {
            if self.y + pitch > BOTTOM {
                self.turn();
            }
            let room = COLUMN - line.width;
            let x = match align {
                Align::Left => line.indent,
                Align::Centre => room / 2.0,
                Align::Right(margin) => (room - margin).max(0.0),
            };
            placed.push(Placed {
                page: self.page,
                x: LEFT + x,
                y: self.y + size * BASELINE,
                size,
                line,
            });
            self.y += pitch;
        }
        self.blocks.push(Block {
            role,
            lines: placed,
        });
    }
}
