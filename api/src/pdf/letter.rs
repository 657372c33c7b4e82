//! The plain letter in which documents were printed before they had a form of their own.

use domain::documents::Sheet;

use super::official::{COLUMN, folios};
use super::page::{Align, Filling, LONG, Pages, Role, SHORT, Style, Weight};
use super::typefaces::Faces;

const TITLE: f32 = 22.0;
const TEXT: f32 = 16.0;
const PITCH: f32 = 28.95;

/// Lays a sheet out.
pub(super) fn lay_out(faces: &Faces<'_>, sheet: &Sheet) -> Pages {
    let mut page = Filling::new(faces, COLUMN);
    let text = Style::text(TEXT, PITCH);
    let title = Style {
        role: Role::Heading,
        weight: Weight::Regular,
        ..Style::text(TITLE, PITCH * TITLE / TEXT).aligned(Align::Centre)
    };
    page.add(&sheet.title, title);
    page.y += PITCH / 4.0;
    page.add(sheet.number.as_str(), text.aligned(Align::Centre));
    page.y += PITCH;
    if let Some(addressee) = &sheet.addressee {
        page.add(&format!("{addressee}："), text);
    }
    for paragraph in &sheet.paragraphs {
        page.add(paragraph, text.indented(2.0 * TEXT));
    }
    // Signatures and date stay together, with room for the seals.
    let signed = u16::try_from(sheet.bodies.len()).unwrap_or(u16::MAX);
    if page.y + PITCH * (f32::from(signed) + 3.0) > COLUMN.bottom {
        page.turn();
    } else {
        page.y += 2.0 * PITCH;
    }
    for body in &sheet.bodies {
        let body = format!("{body}（盖章）");
        page.add(&body, text.aligned(Align::Right(2.0 * TEXT)));
    }
    page.add(
        &sheet.date_in_words(),
        text.aligned(Align::Right(4.0 * TEXT)),
    );
    Pages {
        size: (SHORT, LONG),
        folios: folios(faces, page.page, |_, width| {
            COLUMN.left + (COLUMN.width - width) / 2.0
        }),
        blocks: page.blocks,
        bars: Vec::new(),
    }
}
