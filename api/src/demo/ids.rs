//! Ids that are the same in every demonstration, so that the examples of the contract work on it.

/// The demonstration client.
pub const CLIENT: &str = "01937a00-0000-7000-8000-00000000e001";
/// The system of one county (371502), whose secret nobody knows before it is given a new one.
pub const COUNTY_CLIENT: &str = "01937a00-0000-7000-8000-00000000e002";
/// A system that is no longer in use and can be disabled.
pub const FORMER_CLIENT: &str = "01937a00-0000-7000-8000-00000000e003";
/// The political-legal committee of one county (371502).
pub const ORGANISATION: &str = "01937a00-0000-7000-8000-00000000a001";
/// An officer of the city's political-legal committee, for `On-Behalf-Of`.
pub const OFFICER: &str = "01937a00-0000-7000-8000-00000000b001";
/// A synthetic person with complete data, kept by 371502.
pub const PERSON: &str = "01937a00-0000-7000-8000-00000000c001";
/// A synthetic paper file of the same name, kept by the city, that can be merged into [`PERSON`].
pub const PAPER_FILE: &str = "01937a00-0000-7000-8000-00000000c002";
/// The open task to match two synthetic files of one citizen number.
pub const MATCH_TASK: &str = "01937a00-0000-7000-8000-00000000d001";
/// The receipt of an evaluation of a deed outside the city.
pub const DECISION: &str = "01937a00-0000-7000-8000-00000000f001";
