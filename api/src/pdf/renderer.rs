//! Rendering, a few at a time: each one holds the typeface in memory while it runs.

use std::path::PathBuf;
use std::sync::Arc;

use domain::documents::{Layout, Sheet};
use persistence::Store;
use persistence::documents::Document;
use serde_json::json;
use tokio::sync::Semaphore;

use super::coverage::Coverages;
use super::render::{RenderError, TypefaceError, render};
use super::typefaces::Places;
use crate::problems::{Code, Problem};

/// So many documents are rendered at once.
const AT_ONCE: usize = 2;

/// What renders documents.
#[derive(Debug)]
pub struct Renderer {
    places: Arc<Places>,
    coverages: Arc<Coverages>,
    turns: Semaphore,
}

impl Renderer {
    /// With the typefaces of those files, tried in their order; then those that are installed are.
    pub fn new(typefaces: &[PathBuf]) -> Self {
        Self {
            places: Arc::new(Places::new(typefaces)),
            coverages: Arc::default(),
            turns: Semaphore::new(AT_ONCE),
        }
    }

    /// The characters of a sheet that no typeface of this machine has; none where there is no typeface
    /// at all, which [`Self::render`] says.
    pub(crate) async fn unprintable(
        &self,
        store: &Store,
        sheet: &Sheet,
    ) -> Result<Vec<char>, Problem> {
        let (places, coverages) = (Arc::clone(&self.places), Arc::clone(&self.coverages));
        let text = sheet.text();
        store
            .compute(move |_| Ok(places.unprintable(&text, &coverages)))
            .await
    }

    /// Refuses a certificate that would have gaps, for a step that is about to issue it.
    pub(crate) fn require_printable(&self, sheet: &Sheet) -> Result<(), Problem> {
        if sheet.layout != Layout::Certificate {
            return Ok(());
        }
        let unprintable = self.places.unprintable(&sheet.text(), &self.coverages);
        refuse_gaps(sheet, &unprintable)
    }

    /// A document as PDF; the same bytes every time with the same typefaces.
    pub(crate) async fn render(
        &self,
        store: &Store,
        document: Document,
    ) -> Result<Vec<u8>, Problem> {
        let _turn = self.turns.acquire().await.map_err(Problem::internal)?;
        let (places, coverages) = (Arc::clone(&self.places), Arc::clone(&self.coverages));
        store
            .compute(move |_| {
                let id = document.summary.id.to_string();
                Ok(render(&document.sheet, &id, &places, &coverages)?)
            })
            .await
    }
}

/// Refuses a certificate in which these characters would be missing.
pub(crate) fn refuse_gaps(sheet: &Sheet, unprintable: &[char]) -> Result<(), Problem> {
    if sheet.layout != Layout::Certificate || unprintable.is_empty() {
        return Ok(());
    }
    Err(Problem::new(Code::Unprintable).with("unprintable", json!(unprintable)))
}

impl From<RenderError> for Problem {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Typeface(error) => error.into(),
            RenderError::Pdf(_) => Self::internal(error),
        }
    }
}

impl From<TypefaceError> for Problem {
    fn from(error: TypefaceError) -> Self {
        // Only the operator can mend it, in minutes rather than seconds.
        Self::new(Code::TypefaceMissing)
            .retry_after(60)
            .caused_by(error)
    }
}
