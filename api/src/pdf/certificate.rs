//! Certificates, on one landscape page in a frame, after the certificates of honour (荣誉证书) of
//! committees: without any emblem, with the name large and room for the seals.

use std::borrow::Cow;
use std::iter::successors;

use domain::documents::Sheet;

use super::lines::{Setting, lines, width};
use super::page::{Align, Bar, Column, Filling, Ink, LONG, Pages, Role, SHORT, Style, mm};
use super::typefaces::Faces;

const COLUMN: Column = Column {
    left: mm(38.0),
    top: mm(26.0),
    width: LONG - 2.0 * mm(38.0),
    bottom: SHORT,
};
const TITLE: f32 = 42.0;
const NAME: f32 = 34.0;
/// The text begins here.
const TEXT_TOP: f32 = mm(76.0);
/// The text ends here at the latest; below are the seals.
const TEXT_BOTTOM: f32 = mm(145.0);
/// The sizes of the text: it gets smaller until it fits.
const SIZES: [f32; 6] = [20.0, 18.0, 16.0, 14.0, 12.0, 10.5];
/// Text that fits in none of the sizes gets smaller by this, again and again, until it does.
const SMALLER: f32 = 0.95;
/// So often at the most: then the text has a tenth of its smallest size.
const MOST_OFTEN: usize = 45;
const PITCH: f32 = 1.65;
const SIGNED: f32 = 16.0;
/// The names of the organs begin here.
const SIGNED_TOP: f32 = mm(158.0);

/// Lays a sheet out.
pub(super) fn lay_out(faces: &Faces<'_>, sheet: &Sheet) -> Pages {
    let mut page = Filling::new(faces, COLUMN);
    let title = Style {
        role: Role::Heading,
        spacing: 0.25,
        ..Style::text(TITLE, TITLE * 1.4).aligned(Align::Centre)
    };
    page.add(&sheet.title, title.strong(Ink::Red));
    let name = sheet.addressee.as_deref().unwrap_or_default();
    let natural = width(faces, name, Setting::of(1.0, f32::MAX)).max(1.0);
    let size = NAME.min(COLUMN.width / (natural * 1.2));
    page.y += mm(5.0);
    let style = Style {
        spacing: 0.1,
        ..Style::text(size, size * 1.4).aligned(Align::Centre)
    };
    page.add(name, style.strong(Ink::Black));
    page.y = TEXT_TOP;
    let (paragraphs, size) = fitting(faces, &sheet.paragraphs);
    for paragraph in paragraphs.iter() {
        page.add(
            paragraph,
            Style::text(size, size * PITCH).indented(2.0 * size),
        );
    }
    sign(&mut page, sheet);
    Pages {
        size: (LONG, SHORT),
        blocks: page.blocks,
        bars: frame(),
        folios: Vec::new(),
    }
}

/// The text and the largest size in which it leaves room for the seals. Paragraphs that fit in no size
/// are run into one, as on the certificates of before, whose stories kept their lines.
fn fitting<'a>(faces: &Faces<'_>, paragraphs: &'a [String]) -> (Cow<'a, [String]>, f32) {
    if let Some(size) = SIZES
        .into_iter()
        .find(|size| fits(faces, paragraphs, *size))
    {
        return (Cow::Borrowed(paragraphs), size);
    }
    let one = [paragraphs.concat()];
    let [.., smallest] = SIZES;
    let smaller = successors(Some(smallest), |size| Some(size * SMALLER)).take(MOST_OFTEN);
    let mut sizes = SIZES.into_iter().chain(smaller);
    let size = sizes.find(|size| fits(faces, &one, *size));
    (Cow::Owned(one.into()), size.unwrap_or(1.0))
}

/// Whether text of a size ends above the seals.
fn fits(faces: &Faces<'_>, paragraphs: &[String], size: f32) -> bool {
    let setting = Setting {
        indent: 2.0 * size,
        justified: true,
        ..Setting::of(size, COLUMN.width)
    };
    let count = paragraphs
        .iter()
        .map(|paragraph| lines(faces, paragraph, setting).len())
        .sum::<usize>();
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    f32::from(count) * size * PITCH <= TEXT_BOTTOM - TEXT_TOP
}

/// The names of the organs side by side, the date below the last of them, and the number on the left.
fn sign(page: &mut Filling<'_>, sheet: &Sheet) {
    let count = u16::try_from(sheet.bodies.len().max(2)).unwrap_or(u16::MAX);
    let wide = COLUMN.width / f32::from(count);
    let style = Style::text(SIGNED, SIGNED * 1.5).aligned(Align::Centre);
    let mut lowest = SIGNED_TOP;
    // One alone stands on the right.
    let total = u16::try_from(sheet.bodies.len()).unwrap_or(u16::MAX);
    for (place, body) in (0..total).rev().zip(&sheet.bodies) {
        let x = COLUMN.left + COLUMN.width - f32::from(place + 1) * wide;
        page.y = SIGNED_TOP;
        page.add_within(body, style, (x, wide));
        lowest = lowest.max(page.y);
    }
    page.y = lowest;
    let of_last = (COLUMN.left + COLUMN.width - wide, wide);
    page.add_within(&sheet.date_in_words(), style, of_last);
    page.y = SHORT - mm(22.0);
    let number = format!("编号：{}", sheet.number);
    page.add(&number, Style::text(12.0, 16.0));
}

/// A red frame with a golden line within, and a golden square in each of its corners.
fn frame() -> Vec<Bar> {
    let mut bars = Vec::new();
    bars.extend(rectangle(mm(9.0), 3.5, Ink::Red));
    bars.extend(rectangle(mm(12.0), 1.0, Ink::Gold));
    bars.extend(rectangle(mm(13.2), 0.5, Ink::Gold));
    let (from, side) = (mm(10.2), mm(4.8));
    for x in [from, LONG - from - side] {
        for y in [from, SHORT - from - side] {
            let square = Bar {
                page: 0,
                x,
                y,
                width: side,
                height: side,
                ink: Ink::Gold,
            };
            let inset = mm(1.0);
            let core = Bar {
                x: x + inset,
                y: y + inset,
                width: side - 2.0 * inset,
                height: side - 2.0 * inset,
                ink: Ink::Red,
                ..square
            };
            bars.extend([square, core]);
        }
    }
    bars
}

/// The four sides of a rectangle, so far from the edges of the page.
fn rectangle(from: f32, thick: f32, ink: Ink) -> [Bar; 4] {
    let side = |x, y, width, height| Bar {
        page: 0,
        x,
        y,
        width,
        height,
        ink,
    };
    let (wide, high) = (LONG - 2.0 * from, SHORT - 2.0 * from);
    [
        side(from, from, wide, thick),
        side(from, SHORT - from - thick, wide, thick),
        side(from, from, thick, high),
        side(LONG - from - thick, from, thick, high),
    ]
}
