//! Walking the chain: does every entry still give the hash of its link?

use std::collections::HashMap;

use diesel::prelude::*;

use super::super::trail::Row;
use super::hash::Hash;
use super::link::{Checkpoint, checkpoints};
use super::link::{LinkRow, Tip};
use crate::commit_order::{Position, between, in_order};
use crate::error::StoreError;
use crate::schema::{audit_entries, audit_links};
use crate::store::Reader;

/// Something in the chain that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    pub kind: BreakKind,
    /// At which link; for an entry that has none, the link after which it stands.
    pub number: i64,
    /// The id of the entry, as far as there is one.
    pub entry: Option<String>,
}

/// What can be wrong between entries and links. Signatures are for the caller to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// The entry, or its link, is not what it was when it was sealed.
    EntryChanged,
    EntryMissing,
    /// An entry stands among sealed ones and was never sealed.
    EntryInserted,
    LinkMissing,
}

/// What a step along the chain showed.
#[derive(Debug, Clone)]
pub struct Walked {
    /// The last link looked at.
    pub to: i64,
    /// What does not fit between entries and links.
    pub breaks: Vec<Break>,
    /// The checkpoints of these links, each with the hash that the chain has there.
    pub checkpoints: Vec<(Checkpoint, Option<Hash>)>,
}

/// Looks at the links from `from` on, at most `limit` and none after `last`.
pub fn walk(
    reader: &mut Reader<'_>,
    from: i64,
    last: i64,
    limit: u16,
) -> Result<Walked, StoreError> {
    let to = last.min(from.saturating_add(i64::from(limit)).saturating_sub(1));
    // The link before, too: the first one looked at follows it.
    let mut links = links(reader, from.saturating_sub(1), to)?;
    let before = match links.first() {
        Some(first) if first.number < from => Some(links.remove(0)),
        _ => None,
    };
    let mut entries = entries(reader, before, links.last(), limit)?;
    let mut breaks = Vec::new();
    let mut hashes = HashMap::new();
    let mut expected = from;
    let mut previous = match before {
        Some(link) => Some(link.hash),
        None if from == 1 => Some(Hash::NONE),
        None => None,
    };
    for link in &links {
        if link.number > expected {
            breaks.push(broken(BreakKind::LinkMissing, expected, None));
            previous = None;
        }
        match (entries.remove(&link.entry), previous) {
            (None, _) => breaks.push(broken(BreakKind::EntryMissing, link.number, None)),
            (Some(entry), Some(previous)) if previous.then(&entry) != link.hash => {
                breaks.push(broken(BreakKind::EntryChanged, link.number, Some(entry.id)));
            }
            _ => {}
        }
        hashes.insert(link.number, link.hash);
        previous = Some(link.hash);
        expected = link.number.saturating_add(1);
    }
    if expected <= to {
        breaks.push(broken(BreakKind::LinkMissing, expected, None));
    }
    for (position, entry) in entries {
        let number = links
            .iter()
            .take_while(|link| link.entry < position)
            .last()
            .map_or(from.saturating_sub(1), |link| link.number);
        breaks.push(broken(BreakKind::EntryInserted, number, Some(entry.id)));
    }
    breaks.sort_by_key(|found| found.number);
    let checkpoints = checkpoints(reader, from, to, limit)?
        .into_iter()
        .map(|checkpoint| {
            let hash = hashes.get(&checkpoint.number).copied();
            (checkpoint, hash)
        })
        .collect();
    Ok(Walked {
        to,
        breaks,
        checkpoints,
    })
}

fn broken(kind: BreakKind, number: i64, entry: Option<String>) -> Break {
    Break {
        kind,
        number,
        entry,
    }
}

fn links(reader: &mut Reader<'_>, from: i64, to: i64) -> Result<Vec<Tip>, StoreError> {
    let rows: Vec<LinkRow> = audit_links::table
        .filter(audit_links::number.ge(from))
        .filter(audit_links::number.le(to))
        .order(audit_links::number.asc())
        .select(LinkRow::as_select())
        .load(reader.connection)?;
    rows.into_iter().map(Tip::try_from).collect()
}

/// The entries after one link's and up to another's. More than twice as many as there can be links
/// are not read: by then enough is known to be wrong.
fn entries(
    reader: &mut Reader<'_>,
    before: Option<Tip>,
    last: Option<&Tip>,
    limit: u16,
) -> Result<HashMap<Position, Row>, StoreError> {
    let Some(last) = last else {
        return Ok(HashMap::new());
    };
    let query = between!(
        audit_entries::table.into_boxed(),
        reader,
        audit_entries,
        before.map(|link| link.entry).unwrap_or_default(),
        last.entry
    );
    let rows: Vec<Row> = in_order!(query, reader, audit_entries, asc)
        .limit(i64::from(limit).saturating_mul(2))
        .select(Row::as_select())
        .load(reader.connection)?;
    Ok(rows.into_iter().map(|row| (row.position(), row)).collect())
}
