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
/// Between the text and the names of the organs.
const ABOVE_NAMES: f32 = 2.0 * PITCH;
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
    let centred = BODY.aligned(Align::Centre);
    let heights: Vec<f32> = rows.iter().map(|row| height(page.faces, row)).collect();
    let names: f32 = heights.iter().map(|height| height.max(SEAL)).sum();
    // The first seal begins within a line below the text; the last one covers the date too.
    let last = heights.last().copied().unwrap_or_default();
    let needed = ABOVE_NAMES + names.max(last + PITCH);
    if page.y + needed > COLUMN.bottom {
        page.turn_with(COMPANIONS, BODY);
    }
    page.y += ABOVE_NAMES;
    let mut of_last = part(1, 0);
    let mut places = (1..=rows.len()).rev();
    for (row, height) in rows.iter().zip(heights) {
        let top = page.y;
        for (column, body) in row.iter().enumerate() {
            page.y = top;
            of_last = part(row.len(), column);
            page.add_within(body, centred, of_last);
        }
        let below = places.next().is_some_and(|left| left > 1);
        page.y = top + if below { height.max(SEAL) } else { height };
    }
    page.add_within(&sheet.date_in_words(), centred, of_last);
}

/// How high the names of a row are.
fn height(faces: &Faces<'_>, row: &[String]) -> f32 {
    let count = |(column, body): (usize, &String)| {
        let (_, width) = part(row.len(), column);
        lines(faces, body, Setting::of(TEXT, width)).len()
    };
    let most = row.iter().enumerate().map(count).max().unwrap_or(1);
    f32::from(u16::try_from(most).unwrap_or(u16::MAX)) * PITCH
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
