//! Pages with text and lines in their places.

use super::lines::{Line, Setting, lines};
use super::typefaces::Faces;

/// A4, its long side, in points.
pub(super) const LONG: f32 = 841.89;
/// A4, its short side, in points.
pub(super) const SHORT: f32 = 595.28;
/// From the top of a line to the feet of its characters, in parts of the size.
pub(super) const BASELINE: f32 = 0.95;

/// What sums of lengths may be off, in points.
const ROUNDING: f32 = 0.1;

/// Millimetres in points.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// What a piece of text is, for those who have it read to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The title.
    Heading,
    /// Anything else.
    Paragraph,
}

/// In what colour something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    /// Of the heads of official documents, and of certificates.
    Red,
    /// Of the frames of certificates.
    Gold,
}

/// How strong characters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A line of text with its place.
pub(super) struct Placed {
    /// Its page, from 0.
    pub(super) page: usize,
    /// The left end, in points.
    pub(super) x: f32,
    /// The feet of its characters, in points from the top.
    pub(super) y: f32,
    /// The size of its characters, in points.
    pub(super) size: f32,
    pub(super) ink: Ink,
    pub(super) weight: Weight,
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

/// A filled rectangle, such as a line; lengths in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    /// Its page, from 0.
    pub(super) page: usize,
    pub(super) x: f32,
    /// From the top.
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) ink: Ink,
}

/// A document, laid out.
pub(super) struct Pages {
    /// Width and height, in points.
    pub(super) size: (f32, f32),
    pub(super) blocks: Vec<Block>,
    pub(super) bars: Vec<Bar>,
    /// The numbers of the pages.
    pub(super) folios: Vec<Placed>,
}

impl Pages {
    /// The number of the last page, from 0.
    pub(super) fn last(&self) -> usize {
        let lines = self.blocks.iter().flat_map(|block| &block.lines);
        lines.map(|line| line.page).max().unwrap_or(0)
    }
}

/// The alignment of the lines of a block.
#[derive(Debug, Clone, Copy)]
pub(super) enum Align {
    Left,
    Centre,
    /// At the right edge, but for so many points.
    Right(f32),
}

/// How a piece of text is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) role: Role,
    /// In points.
    pub(super) size: f32,
    /// From one line to the next, in points.
    pub(super) pitch: f32,
    /// Of the first line, in points.
    pub(super) indent: f32,
    /// Between two characters, in parts of the size.
    pub(super) spacing: f32,
    pub(super) align: Align,
    pub(super) ink: Ink,
    pub(super) weight: Weight,
}

impl Style {
    /// Black text of a size, from the left.
    pub(super) const fn text(size: f32, pitch: f32) -> Self {
        Self {
            role: Role::Paragraph,
            size,
            pitch,
            indent: 0.0,
            spacing: 0.0,
            align: Align::Left,
            ink: Ink::Black,
            weight: Weight::Regular,
        }
    }

    pub(super) const fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub(super) const fn indented(self, indent: f32) -> Self {
        Self { indent, ..self }
    }

    pub(super) const fn strong(self, ink: Ink) -> Self {
        let weight = Weight::Bold;
        Self {
            ink,
            weight,
            ..self
        }
    }
}

/// Where text goes on a page; lengths in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) bottom: f32,
}

/// A column that is filled from the top, page after page.
pub(super) struct Filling<'a> {
    pub(super) faces: &'a Faces<'a>,
    pub(super) column: Column,
    pub(super) blocks: Vec<Block>,
    pub(super) page: usize,
    /// The top of the next line, in points.
    pub(super) y: f32,
}

impl<'a> Filling<'a> {
    pub(super) const fn new(faces: &'a Faces<'a>, column: Column) -> Self {
        Self {
            faces,
            column,
            blocks: Vec::new(),
            page: 0,
            y: column.top,
        }
    }

    /// Goes to the next page.
    pub(super) const fn turn(&mut self) {
        self.page += 1;
        self.y = self.column.top;
    }

    /// Adds a piece of text in the whole width.
    pub(super) fn add(&mut self, text: &str, style: Style) {
        let Column { left, width, .. } = self.column;
        self.add_within(text, style, (left, width));
    }

    /// Adds a piece of text in a part of the width: its left end and its width.
    pub(super) fn add_within(&mut self, text: &str, style: Style, (left, width): (f32, f32)) {
        let setting = Setting {
            indent: style.indent,
            justified: matches!(style.align, Align::Left),
            spacing: style.spacing,
            ..Setting::of(style.size, width)
        };
        let mut placed = Vec::new();
        for line in lines(self.faces, text, setting) {
            if self.y + style.pitch > self.column.bottom + ROUNDING {
                self.turn();
            }
            let room = width - line.width;
            let x = match style.align {
                Align::Left => line.indent,
                Align::Centre => room / 2.0,
                Align::Right(margin) => (room - margin).max(0.0),
            };
            placed.push(Placed {
                page: self.page,
                x: left + x,
                y: self.y + style.size * BASELINE,
                size: style.size,
                ink: style.ink,
                weight: style.weight,
                line,
            });
            self.y += style.pitch;
        }
        self.blocks.push(Block {
            role: style.role,
            lines: placed,
        });
    }

    /// Takes the last lines of the last piece of text along to a new page, as many of them as are on
    /// this one, so that what follows does not stand alone there.
    pub(super) fn turn_with(&mut self, most: usize, style: Style) {
        let leaving = self.page;
        self.turn();
        let (page, top) = (self.page, self.y);
        let Some(last) = self.blocks.last_mut() else {
            return;
        };
        let lines = last.lines.iter_mut().rev();
        let mut taken: Vec<&mut Placed> = lines
            .take_while(|line| line.page == leaving)
            .take(most)
            .collect();
        taken.reverse();
        self.y = top;
        for line in taken {
            line.page = page;
            line.y = self.y + style.size * BASELINE;
            self.y += style.pitch;
        }
    }
}
