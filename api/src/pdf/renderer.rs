//! Rendering, a few at a time: each one holds the typeface in memory while it runs.

use std::path::PathBuf;
use std::sync::Arc;

use persistence::Store;
use persistence::documents::Document;
use tokio::sync::Semaphore;

use super::render::{RenderError, TypefaceError, render};
use crate::problems::{Code, Problem};

/// So many documents are rendered at once.
const AT_ONCE: usize = 2;

/// What renders documents.
#[derive(Debug)]
pub struct Renderer {
    typeface: Option<Arc<PathBuf>>,
    turns: Semaphore,
}

impl Renderer {
    /// With the typeface of that file; where there is none given, one of those that are installed is
    /// looked for.
    pub fn new(typeface: Option<PathBuf>) -> Self {
        Self {
            typeface: typeface.map(Arc::new),
            turns: Semaphore::new(AT_ONCE),
        }
    }

    /// A document as PDF; the same bytes every time with the same typeface.
    pub(crate) async fn render(
        &self,
        store: &Store,
        document: Document,
    ) -> Result<Vec<u8>, Problem> {
        let _turn = self.turns.acquire().await.map_err(Problem::internal)?;
        let typeface = self.typeface.clone();
        store
            .compute(move |_| {
                let id = document.summary.id.to_string();
                let typeface = typeface.as_deref().map(PathBuf::as_path);
                Ok(render(&document.sheet, &id, typeface)?)
            })
            .await
    }
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
