//! What a party gives up of its own will, and by what word: nobody else can do that in its place.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Entered, Step};
use crate::{ids::AttachmentId, named::NamedEnum};

/// What the party said, as an officer records it, or as the applicant said it to the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The day on which it came in.
    pub received: Entered,
    /// The paper on which the party wrote it; none of what the applicant did with the tracking code.
    pub copy: Option<AttachmentId>,
}

/// A step by which a party gave something up, such as its application or its right to be heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct GivenUp<S: NamedEnum> {
    pub step: Step<S>,
    /// The day on which it was recorded.
    pub on: NaiveDate,
    pub word: Word,
}
