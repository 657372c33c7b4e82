//! The abolished region codes: built in, or from the file of the settings.

use domain::regions::{FormerListError, RegionTree, RegionsInUse};

use crate::settings::Settings;

/// Why the file of abolished codes cannot be used; the text says how to mend it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FormerRegionsError {
    /// It cannot be read.
    #[error("YONGWEI_FORMER_REGIONS: {0}")]
    Unreadable(#[from] std::io::Error),
    /// One of its lines says something that cannot be.
    #[error("YONGWEI_FORMER_REGIONS: {0}")]
    Faulty(#[from] FormerListError),
    /// The regions were used before it was read.
    #[error(transparent)]
    TooLate(#[from] RegionsInUse),
}

/// Loads the list that the settings name, for this whole process: before any region is looked up.
pub(crate) fn load(settings: &Settings) -> Result<(), FormerRegionsError> {
    let Some(path) = settings.former_regions.as_deref() else {
        return Ok(());
    };
    let tree = RegionTree::builtin().with_former_regions(&std::fs::read(path)?)?;
    Ok(tree.use_tree()?)
}
