//! Documents as PDF: PDF/A-2a where every character can be shown, with the typeface embedded, tagged
//! for those who have it read to them, and the same bytes for the same document every time.

use std::num::NonZeroU16;
use std::path::Path;

use chrono::Datelike;
use domain::documents::Sheet;
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use super::page::{self, Block, Placed, Role, folio, lay_out};
pub(super) use super::typeface::TypefaceError;
use super::typeface::{Face, Typeface};

const LANGUAGE: &str = "zh-CN";

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

/// Renders a sheet. `id` names the document for good, `setting` the file of the typeface.
pub(super) fn render(
    sheet: &Sheet,
    id: &str,
    setting: Option<&Path>,
) -> Result<Vec<u8>, RenderError> {
    let typeface = Typeface::load(setting)?;
    let archival = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|error| RenderError::Pdf(format!("{error:?}")))?;
    match write(sheet, id, &typeface, archival)? {
        Err(KrillaError::Validation(_)) => {
            // A character that the typeface lacks; the page says the rest.
            write(sheet, id, &typeface, Configuration::default())?
        }
        written => written,
    }
    .map_err(|error| RenderError::Pdf(format!("{error:?}")))
}

fn write(
    sheet: &Sheet,
    id: &str,
    typeface: &Typeface,
    configuration: Configuration,
) -> Result<Result<Vec<u8>, KrillaError>, RenderError> {
    let unusable = || RenderError::Pdf("the typeface or the page cannot be used".to_owned());
    let face = typeface.face().ok_or_else(unusable)?;
    let blocks = lay_out(&face, sheet);
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: true,
        configuration,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(sheet, id));
    let mut groups: Vec<TagGroup> = blocks.iter().map(group).collect();
    for number in 0..=last_page(&blocks) {
        let settings = PageSettings::from_wh(page::WIDTH, page::HEIGHT).ok_or_else(unusable)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for (block, group) in blocks.iter().zip(&mut groups) {
            for placed in block.lines.iter().filter(|line| line.page == number) {
                group.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
                draw(&mut surface, typeface, placed);
                surface.end_tagged();
            }
        }
        draw_folio(&mut surface, typeface, &face, number);
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

fn group(block: &Block) -> TagGroup {
    match block.role {
        Role::Heading => TagGroup::new(Tag::Hn(NonZeroU16::MIN, None)),
        Role::Paragraph => TagGroup::new(Tag::P),
    }
}

fn last_page(blocks: &[Block]) -> usize {
    let lines = blocks.iter().flat_map(|block| &block.lines);
    lines.map(|line| line.page).max().unwrap_or(0)
}

fn draw(surface: &mut Surface<'_>, typeface: &Typeface, placed: &Placed) {
    surface.draw_glyphs(
        Point::from_xy(placed.x, placed.y),
        &placed.line.glyphs,
        typeface.font.clone(),
        &placed.line.text,
        placed.size,
        false,
    );
}

fn draw_folio(surface: &mut Surface<'_>, typeface: &Typeface, face: &Face<'_>, page: usize) {
    let Some(folio) = folio(face, page) else {
        return;
    };
    let kind = ArtifactType::PageNumber;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface, typeface, &folio);
    surface.end_tagged();
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
