//! Documents as PDF: PDF/A-2a where every character can be shown, with the typeface embedded, tagged
//! for those who have it read to them, and the same bytes for the same document every time.

use std::num::NonZeroU16;

use chrono::Datelike;
use domain::documents::{Layout, Sheet};
use krilla::color::rgb;
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use super::coverage::Coverages;
use super::page::{Bar, Block, Ink, Pages, Placed, Role, Weight};
pub(super) use super::typefaces::TypefaceError;
use super::typefaces::{Faces, Places, Typefaces};
use super::{certificate, letter, official};

const LANGUAGE: &str = "zh-CN";
/// How wide the outline of a bold character is, in parts of its size.
const BOLD: f32 = 0.025;

/// Why a document was not rendered.
#[derive(Debug, thiserror::Error)]
pub(super) enum RenderError {
    /// There is no typeface.
    #[error(transparent)]
    Typeface(#[from] TypefaceError),
    /// The library gave up.
    #[error("{0}")]
    Pdf(String),
}

/// Renders a sheet. `id` names the document for good.
pub(super) fn render(
    sheet: &Sheet,
    id: &str,
    places: &Places,
    coverages: &Coverages,
) -> Result<Vec<u8>, RenderError> {
    let typefaces = Typefaces::load(places, &sheet.text(), coverages)?;
    let archival = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|error| RenderError::Pdf(format!("{error:?}")))?;
    match write(sheet, id, &typefaces, archival)? {
        Err(KrillaError::Validation(_)) => {
            // A character that every typeface lacks; the page says the rest.
            write(sheet, id, &typefaces, Configuration::default())?
        }
        written => written,
    }
    .map_err(|error| RenderError::Pdf(format!("{error:?}")))
}

fn write(
    sheet: &Sheet,
    id: &str,
    typefaces: &Typefaces,
    configuration: Configuration,
) -> Result<Result<Vec<u8>, KrillaError>, RenderError> {
    let unusable = || RenderError::Pdf("the typeface or the page cannot be used".to_owned());
    let faces = typefaces.faces().ok_or_else(unusable)?;
    let laid = lay_out(&faces, sheet);
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: true,
        configuration,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(sheet, id));
    let mut groups: Vec<TagGroup> = laid.blocks.iter().map(group).collect();
    for number in 0..=laid.last() {
        let (width, height) = laid.size;
        let settings = PageSettings::from_wh(width, height).ok_or_else(unusable)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        draw_bars(&mut surface, &laid, number);
        for (block, group) in laid.blocks.iter().zip(&mut groups) {
            for placed in block.lines.iter().filter(|line| line.page == number) {
                group.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
                draw(&mut surface, typefaces, placed);
                surface.end_tagged();
            }
        }
        for folio in laid.folios.iter().filter(|folio| folio.page == number) {
            let kind = ArtifactType::PageNumber;
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            draw(&mut surface, typefaces, folio);
            surface.end_tagged();
        }
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for group in groups {
        tree.push(Node::Group(group));
    }
    document.set_tag_tree(tree);
    Ok(document.finish())
}

fn lay_out(faces: &Faces<'_>, sheet: &Sheet) -> Pages {
    match sheet.layout {
        Layout::Letter => letter::lay_out(faces, sheet),
        Layout::Official | Layout::Correspondence => official::lay_out(faces, sheet),
        Layout::Certificate => certificate::lay_out(faces, sheet),
    }
}

fn group(block: &Block) -> TagGroup {
    match block.role {
        Role::Heading => TagGroup::new(Tag::Hn(NonZeroU16::MIN, None)),
        Role::Paragraph => TagGroup::new(Tag::P),
    }
}

fn colour(ink: Ink) -> rgb::Color {
    match ink {
        Ink::Black => rgb::Color::new(0, 0, 0),
        Ink::Red => rgb::Color::new(200, 16, 30),
        Ink::Gold => rgb::Color::new(196, 154, 60),
    }
}

fn fill(ink: Ink) -> Fill {
    Fill {
        paint: colour(ink).into(),
        ..Fill::default()
    }
}

fn draw(surface: &mut Surface<'_>, typefaces: &Typefaces, placed: &Placed) {
    surface.set_fill(Some(fill(placed.ink)));
    surface.set_stroke(match placed.weight {
        Weight::Regular => None,
        Weight::Bold => Some(Stroke {
            paint: colour(placed.ink).into(),
            width: placed.size * BOLD,
            ..Stroke::default()
        }),
    });
    for run in &placed.line.runs {
        if let Some(typeface) = typefaces.get(run.face) {
            surface.draw_glyphs(
                Point::from_xy(placed.x + run.offset, placed.y),
                &run.glyphs,
                typeface.font.clone(),
                &run.text,
                placed.size,
                false,
            );
        }
    }
}

fn draw_bars(surface: &mut Surface<'_>, laid: &Pages, page: usize) {
    let mut bars = laid.bars.iter().filter(|bar| bar.page == page).peekable();
    if bars.peek().is_none() {
        return;
    }
    let kind = ArtifactType::Layout;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    surface.set_stroke(None);
    for bar in bars {
        draw_bar(surface, *bar);
    }
    surface.end_tagged();
}

fn draw_bar(surface: &mut Surface<'_>, bar: Bar) {
    let mut path = PathBuilder::new();
    if let Some(rectangle) = Rect::from_xywh(bar.x, bar.y, bar.width, bar.height) {
        path.push_rect(rectangle);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(bar.ink)));
        surface.draw_path(&path);
    }
}

fn metadata(sheet: &Sheet, id: &str) -> Metadata {
    let on = sheet.issued_on;
    let issued = u16::try_from(on.year()).map(DateTime::new).map(|date| {
        let two_digits = |value: u32| u8::try_from(value).unwrap_or(1);
        date.month(two_digits(on.month()))
            .day(two_digits(on.day()))
            .hour(0)
            .minute(0)
            .second(0)
            .utc_offset_hour(8)
            .utc_offset_minute(0)
    });
    let metadata = Metadata::new()
        .title(format!("{} {}", sheet.title, sheet.number))
        .language(LANGUAGE.to_owned())
        .authors(sheet.bodies.clone())
        .creator("Yongwei".to_owned())
        .document_id(id.to_owned());
    match issued {
        Ok(date) => metadata.creation_date(date),
        Err(_) => metadata,
    }
}
