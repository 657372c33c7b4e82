//! Decisions, notices and letters in the form of official documents (GB/T 9704-2012): a type area of
//! 156 by 225 mm, 37 mm from the top and 28 mm from the left edge, with 22 lines of 28 characters.

use domain::documents::{Layout, Sheet};

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
/// Between the last line of a head and the red line.
const BELOW_HEAD: f32 = mm(4.0);
/// A red line, and the thin one of a double line.
const THICK: f32 = 1.8;
const THIN: f32 = 0.7;
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
    let is_letter = sheet.layout == Layout::Correspondence;
    let bars = match &sheet.head {
        Some(head) if is_letter => letter_head(&mut page, head, sheet.number.as_str()),
        Some(head) => document_head(&mut page, head, sheet.number.as_str()),
        None => Vec::new(),
    };
    let title = Style {
        role: Role::Heading,
        ..Style::text(TITLE, PITCH * 1.2).aligned(Align::Centre)
    };
    page.add(&sheet.title, title.strong(Ink::Black));
    if sheet.head.is_none() {
        page.add(sheet.number.as_str(), BODY.aligned(Align::Centre));
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
    let mut folios = folios(faces, page.page, |number, width| {
        if number % 2 == 0 {
            COLUMN.left + COLUMN.width - FOLIO - width
        } else {
            COLUMN.left + FOLIO
        }
    });
    if is_letter {
        folios.retain(|folio| folio.page > 0);
    }
    Pages {
        size: (SHORT, LONG),
        folios,
        blocks: page.blocks,
        bars,
    }
}

/// The name of the organ in red, as large as a line holds, from a place on the page.
fn organ(page: &mut Filling<'_>, head: &str, top: f32) {
    let natural = width(page.faces, head, Setting::of(1.0, f32::MAX)).max(1.0);
    let size = HEAD.min(COLUMN.width / natural * 0.99);
    let style = Style::text(size, size * 1.2).aligned(Align::Centre);
    page.y = top;
    page.add(head, style.strong(Ink::Red));
}

/// The head of a document (版头): the organ, the number and a red line.
fn document_head(page: &mut Filling<'_>, head: &str, number: &str) -> Vec<Bar> {
    organ(page, head, COLUMN.top + ABOVE_HEAD);
    page.y += 2.0 * PITCH;
    page.add(number, BODY.aligned(Align::Centre));
    page.y += BELOW_HEAD - (PITCH - TEXT) / 2.0;
    let bar = bar((COLUMN.left, page.y), COLUMN.width, THICK);
    page.y += 2.0 * PITCH;
    vec![bar]
}

/// The head of a letter (信函格式): the organ, a red double line, the number on the right; another double
/// line at the foot of the page.
fn letter_head(page: &mut Filling<'_>, head: &str, number: &str) -> Vec<Bar> {
    organ(page, head, mm(30.0));
    let (left, wide) = (mm(20.0), mm(170.0));
    let above = page.y + BELOW_HEAD;
    let below = LONG - mm(20.0);
    page.y = above + THICK + THIN + TEXT * 7.0 / 8.0;
    page.add(number, BODY.aligned(Align::Right(0.0)));
    page.y += 2.0 * PITCH;
    vec![
        bar((left, above), wide, THICK),
        bar((left, above + 2.0 * THICK), wide, THIN),
        bar((left, below - 2.0 * THICK), wide, THIN),
        bar((left, below - THICK), wide, THICK),
    ]
}

/// A red line of the first page.
const fn bar((x, y): (f32, f32), width: f32, height: f32) -> Bar {
    Bar {
        page: 0,
        x,
        y,
        width,
        height,
        ink: Ink::Red,
    }
}

/// The names of the organs and the date, with room for the seals, two in a row.
fn sign(page: &mut Filling<'_>, sheet: &Sheet) {
    let date = sheet.date_in_words();
    let date_width = width(page.faces, &date, Setting::of(TEXT, COLUMN.width));
    let rows: Vec<&[String]> = sheet.bodies.chunks(2).collect();
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    // The first seal begins within a line below the text; the last one covers the date too.
    if page.y + ABOVE_NAMES + f32::from(count) * SEAL > COLUMN.bottom {
        page.turn_with(COMPANIONS, BODY);
    }
    page.y += ABOVE_NAMES;
    let mut of_last = part((1, 0), date_width);
    for (place, row) in rows.iter().enumerate() {
        let top = page.y;
        for (column, body) in row.iter().enumerate() {
            page.y = top;
            of_last = part((row.len(), column), date_width);
            page.add_within(body, name_style(page.faces, row, of_last.1), of_last);
        }
        page.y = top + if place + 1 < rows.len() { SEAL } else { PITCH };
    }
    page.add_within(&date, BODY.aligned(Align::Centre), of_last);
}

/// The names of a row, each in one line and all of one size, smaller where one is long.
fn name_style(faces: &Faces<'_>, row: &[String], room: f32) -> Style {
    let natural = |name: &String| width(faces, name, Setting::of(1.0, f32::MAX));
    let longest = row.iter().map(natural).fold(1.0, f32::max);
    let size = TEXT.min(room / longest * 0.99);
    Style::text(size, PITCH).aligned(Align::Centre)
}

/// Where the name of an organ stands: one alone above the date, which ends four characters from the
/// right edge, two side by side.
fn part((count, column): (usize, usize), date_width: f32) -> (f32, f32) {
    let right = COLUMN.left + COLUMN.width;
    let half = COLUMN.width / 2.0;
    let gap = TEXT / 2.0;
    match (count, column) {
        (1, _) => {
            let wide = date_width + 8.0 * TEXT;
            (right - wide, wide)
        }
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
