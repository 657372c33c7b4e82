//! Decisions, notices and letters in the form of official documents (GB/T 9704-2012): a type area of
//! 156 by 225 mm, 37 mm from the top and 28 mm from the left edge, with 22 lines of 28 characters.

use domain::documents::Sheet;

use super::lines::{Setting, lines, width};
use super::page::{
    Align, Bar, Column, Filling, Ink, LONG, Pages, Placed, Role, SHORT, Style, Weight, mm,
};
use super::typefaces::Faces;

/// The type area.
pub(super) const COLUMN: Column = Column {
    left: mm(28.0),
    top: mm(37.0),
    width: mm(156.0),
    bottom: mm(37.0 + 225.0),
};
/// From one line to the next: 22 of them in the type area.
const PITCH: f32 = mm(225.0) / 22.0;
/// 三号: 28 characters in a line.
const TEXT: f32 = mm(156.0) / 28.0;
/// 二号.
const TITLE: f32 = 22.0;
/// 四号.
const FOLIO: f32 = 14.0;
/// The name of the organ above the red line, at most.
const HEAD: f32 = 40.0;
/// The organ's name begins that far below the top of the type area.
const ABOVE_HEAD: f32 = mm(35.0);
/// Between the number and the red line.
const ABOVE_BAR: f32 = mm(4.0);
/// A round seal of a committee, with a little room around it.
const SEAL: f32 = mm(46.0);
/// So many lines of the text go along to the page of the signatures, which are never alone there.
const COMPANIONS: usize = 2;

const BODY: Style = Style::text(TEXT, PITCH);

/// Lays a sheet out.
pub(super) fn lay_out(faces: &Faces<'_>, sheet: &Sheet) -> Pages {
    let mut page = Filling::new(faces, COLUMN);
    let mut bars = Vec::new();
    let number = BODY.aligned(Align::Centre);
    if let Some(head) = &sheet.head {
        page.y += ABOVE_HEAD;
        let size = COLUMN.width / width(faces, head, Setting::of(1.0, f32::MAX)).max(1.0);
        let size = size.min(HEAD);
        let style = Style::text(size, size * 1.2).aligned(Align::Centre);
        page.add(head, style.strong(Ink::Red));
        page.y += 2.0 * PITCH;
        page.add(sheet.number.as_str(), number);
        page.y += ABOVE_BAR - (PITCH - TEXT) / 2.0;
        bars.push(Bar {
            page: 0,
            x: COLUMN.left,
            y: page.y,
            width: COLUMN.width,
            height: 1.5,
            ink: Ink::Red,
        });
        page.y += 2.0 * PITCH;
    }
    let title = Style {
        role: Role::Heading,
        ..Style::text(TITLE, PITCH * 1.2).aligned(Align::Centre)
    };
    page.add(&sheet.title, title.strong(Ink::Black));
    if sheet.head.is_none() {
        page.add(sheet.number.as_str(), number);
    }
    page.y += PITCH;
    if let Some(addressee) = &sheet.addressee {
        page.add(&format!("{addressee}："), BODY);
    }
    for paragraph in &sheet.paragraphs {
        page.add(paragraph, BODY.indented(2.0 * TEXT));
    }
    sign(&mut page, sheet);
    // The left page of two has its number on the left.
    let folios = folios(faces, page.page, |number, width| {
        if number % 2 == 0 {
            COLUMN.left + COLUMN.width - FOLIO - width
        } else {
            COLUMN.left + FOLIO
        }
    });
    Pages {
        size: (SHORT, LONG),
        folios,
        blocks: page.blocks,
        bars,
    }
}

/// The names of the organs and the date, with room for the seals, two in a row.
fn sign(page: &mut Filling<'_>, sheet: &Sheet) {
    let rows: Vec<&[String]> = sheet.bodies.chunks(2).collect();
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    // The first seal begins within a line below the text, and the last one covers the date too.
    if page.y + f32::from(count) * SEAL > COLUMN.bottom {
        page.turn_with(COMPANIONS, BODY);
    }
    page.y += 2.0 * PITCH;
    for (place, row) in rows.iter().enumerate() {
        let top = page.y;
        let mut lowest = top;
        for (column, body) in row.iter().enumerate() {
            page.y = top;
            page.add_within(body, BODY.aligned(Align::Centre), part(row.len(), column));
            lowest = lowest.max(page.y);
        }
        page.y = lowest;
        if place + 1 < rows.len() {
            page.y = (top + SEAL).max(lowest);
        } else {
            let of_last = part(row.len(), row.len().saturating_sub(1));
            let date = BODY.aligned(Align::Centre);
            page.add_within(&sheet.date_in_words(), date, of_last);
        }
    }
    if rows.is_empty() {
        let date = BODY.aligned(Align::Right(4.0 * TEXT));
        page.add(&sheet.date_in_words(), date);
    }
}

/// Where the name of an organ stands: one alone so that the date below ends four characters from the
/// right edge, two side by side.
fn part(count: usize, column: usize) -> (f32, f32) {
    let half = COLUMN.width / 2.0;
    let gap = TEXT / 2.0;
    match (count, column) {
        (1, _) => (COLUMN.left + half - 4.0 * TEXT, half + 4.0 * TEXT - gap),
        (_, 0) => (COLUMN.left, half - gap),
        _ => (COLUMN.left + half + gap, half - gap),
    }
}

/// The numbers of the pages up to the last one, 7 mm below the type area; `x` gives the left end of the
/// number of a page, from 0, that is so wide.
pub(super) fn folios(faces: &Faces<'_>, last: usize, x: impl Fn(usize, f32) -> f32) -> Vec<Placed> {
    let setting = Setting::of(FOLIO, COLUMN.width);
    (0..=last)
        .filter_map(|page| {
            let text = format!("— {} —", page + 1);
            let line = lines(faces, &text, setting).into_iter().next()?;
            Some(Placed {
                page,
                x: x(page, line.width),
                y: COLUMN.bottom + mm(7.0) + FOLIO / 2.0,
                size: FOLIO,
                ink: Ink::Black,
                weight: Weight::Regular,
                line,
            })
        })
        .collect()
}
