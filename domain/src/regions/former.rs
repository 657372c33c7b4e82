use super::{Level, Region, RegionCode};

/// A code that is no longer given, but remains in documents and citizen numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerRegion {
    pub code: RegionCode,
    /// The name that it had last; none where it is not established.
    pub name: Option<String>,
    /// The year in which it was abolished, where that is established.
    pub abolished: Option<i32>,
    /// The region of today that holds the place: the unit that follows it, or where it was divided, the
    /// larger one in which it lay.
    pub successor: RegionCode,
}

impl FormerRegion {
    /// How high it stood, which the digits of GB/T 2260 say.
    fn level(&self) -> Level {
        let code = self.code.as_str();
        if code.ends_with("0000") {
            Level::Province
        } else if code.ends_with("00") {
            Level::Prefecture
        } else {
            Level::County
        }
    }

    /// Its own name, where the region of today is a larger one and has another name.
    pub(super) fn name_within(&self, successor: &Region) -> Option<&str> {
        let name = self.name.as_deref()?;
        let mut stem = successor.name.chars();
        // 德州市 of today tells everything of the county-level 德州市.
        stem.next_back();
        (successor.level < self.level() && !name.starts_with(stem.as_str())).then_some(name)
    }
}

/// A list of abolished codes that cannot be used: its first wrong line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct FormerListError {
    /// From 1, which is the line with the names of the columns.
    pub line: u64,
    pub fault: FormerListFault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormerListFault {
    #[error("a list begins with the line code,name,abolished,successor")]
    Header,
    #[error("a line is CSV in UTF-8 with the four columns code,name,abolished,successor")]
    Form,
    #[error("code is six digits, or three to six capital letters for a functional zone")]
    Code,
    #[error("{0} came before")]
    Twice(RegionCode),
    #[error("{0} is in force, and so not abolished")]
    InForce(RegionCode),
    #[error("abolished is a year such as 2019, or nothing")]
    Year,
    #[error("successor is the code of a region that is in force")]
    Successor,
}
