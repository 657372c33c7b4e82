//! A file of published cases, in the format of `domain/data/published-cases.json`.

use std::collections::HashSet;

use domain::error::FieldErrors;
use domain::imports::{CaseError, PublishedCase};
use domain::people::Source;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Faults;
use super::record::{List, Record};
use crate::http::shape;
use crate::problems::FieldError;

/// Why a file cannot be read at all; the text says where.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is written in another encoding.
    #[error("文件须为 UTF-8 编码 / the file is not UTF-8 from byte {0} on")]
    Encoding(usize),
    /// It is no JSON text.
    #[error("不是有效的 JSON / it is no JSON text: {0}")]
    Json(serde_json::Error),
    /// Its frame is not that of published cases.
    #[error("{0}")]
    Faults(Faults),
}

/// A file of published cases whose frame was understood; its records may still be refused.
#[derive(Debug)]
pub struct Document {
    source: Source,
    in_city: Vec<Entry>,
    elsewhere: Vec<Entry>,
}

/// The frame of the file. Members that tell of more than deeds are known, and not imported.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an object: source and lists of deeds"
)]
#[expect(dead_code, reason = "the members that are not imported are never read")]
struct Frame {
    source: String,
    #[serde(default)]
    deeds_in_the_city: Vec<Entry>,
    #[serde(default)]
    deeds_outside_the_city: Vec<Entry>,
    note: Option<IgnoredAny>,
    foundation: Option<IgnoredAny>,
    registry_totals: Option<IgnoredAny>,
    commendation_forms: Option<IgnoredAny>,
    out_of_city_document: Option<IgnoredAny>,
    rehabilitation_programme: Option<IgnoredAny>,
}

/// One record, understood or with its fault, so that the others can be imported all the same.
#[derive(Debug)]
struct Entry(Result<Record, FieldError>);

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let record = serde_path_to_error::deserialize(value)
            .map_err(|error| shape::fault(error.path(), &error.inner().to_string()));
        Ok(Self(record))
    }
}

impl Document {
    /// Reads a file.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let text =
            str::from_utf8(bytes).map_err(|error| Unreadable::Encoding(error.valid_up_to()))?;
        // Some editors begin a UTF-8 file with a byte order mark, which JSON does not know.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = serde_json::Deserializer::from_str(text);
        let frame: Frame = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            if error.inner().is_data() {
                let fault = shape::fault(error.path(), &error.inner().to_string());
                Unreadable::Faults(fault.into())
            } else {
                Unreadable::Json(error.into_inner())
            }
        })?;
        reader.end().map_err(Unreadable::Json)?;
        let source = Source::parse(&frame.source).map_err(|error| {
            let mut faults = FieldErrors::new();
            faults.push("/source", &error);
            Unreadable::Faults(Faults::from(faults))
        })?;
        Ok(Self {
            source,
            in_city: frame.deeds_in_the_city,
            elsewhere: frame.deeds_outside_the_city,
        })
    }

    /// How many deeds the file holds.
    pub fn deeds(&self) -> usize {
        self.in_city.len() + self.elsewhere.len()
    }

    /// The deeds one by one, each understood or with all its faults at their places in the file.
    pub(crate) fn cases(self) -> impl Iterator<Item = Case> {
        let Self {
            source,
            in_city,
            elsewhere,
        } = self;
        let mut keys = HashSet::new();
        let lists = [(List::InCity, in_city), (List::Elsewhere, elsewhere)];
        lists
            .into_iter()
            .flat_map(|(list, entries)| {
                let numbered = entries.into_iter().enumerate();
                numbered.map(move |(index, entry)| (list, index, entry))
            })
            .map(move |(list, index, Entry(record))| {
                let case = match record {
                    Ok(record) => record.case(list, &source).map_err(Faults::from),
                    Err(fault) => Err(Faults::from(fault)),
                };
                Case {
                    pointer: format!("/{}/{index}", list.member()),
                    case: case.and_then(|case| {
                        if keys.insert(case.key.clone()) {
                            return Ok(case);
                        }
                        let mut faults = FieldErrors::new();
                        faults.push("/key", &CaseError::DeedKeyRepeated);
                        Err(faults.into())
                    }),
                }
            })
    }
}

/// A deed of the file.
#[derive(Debug)]
pub(crate) struct Case {
    /// Its place in the file: a JSON Pointer (RFC 6901).
    pub(crate) pointer: String,
    /// What it says, or what is wrong with it, with places below `pointer`.
    pub(crate) case: Result<PublishedCase, Faults>,
}
