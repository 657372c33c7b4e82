//! The lists of regions, as CSV: those that are built in, and a list of abolished codes of an
//! installation.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::{
    FormerListError, FormerListFault, FormerRegion, Level, Region, RegionCode, RegionTree, Standard,
};

const REGIONS: &str = include_str!("../../data/regions.csv");
const FUNCTIONAL_ZONES: &str = include_str!("../../data/functional-zones.csv");
const FORMER_REGIONS: &str = include_str!("../../data/former-regions.csv");
const GROUPINGS: &str = include_str!("../../data/groupings.csv");

const FORMER_COLUMNS: [&str; 4] = ["code", "name", "abolished", "successor"];

/// A year has four digits.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=9999;

type Regions = BTreeMap<RegionCode, Region>;

/// The tree of the built-in lists. A row that cannot be read is left out.
pub(super) fn builtin() -> RegionTree {
    let regions = rows(REGIONS).filter_map(|row| region(&row));
    let zones = rows(FUNCTIONAL_ZONES).filter_map(|row| functional_zone(&row));
    let regions: Regions = regions
        .chain(zones)
        .map(|region| (region.code, region))
        .collect();
    let former = former_regions(FORMER_REGIONS.as_bytes(), &regions).unwrap_or_default();
    let groupings = rows(GROUPINGS).filter_map(|row| grouping(&row)).collect();
    RegionTree::new(regions, former, groupings)
}

/// The abolished codes of a list, or its first wrong line.
pub(super) fn former_regions(
    list: &[u8],
    in_force: &Regions,
) -> Result<BTreeMap<RegionCode, FormerRegion>, FormerListError> {
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(list);
    let mut found = BTreeMap::new();
    let mut has_columns = false;
    let mut row = StringRecord::new();
    loop {
        let start = reader.position().byte();
        let wrong = |fault| FormerListError {
            line: line_at(list, start),
            fault,
        };
        let more = reader.read_record(&mut row);
        if !more.map_err(|_| wrong(FormerListFault::Form))? {
            break;
        }
        if has_columns {
            let former = former_region(&row, in_force).map_err(wrong)?;
            let code = former.code;
            if found.insert(code, former).is_some() {
                return Err(wrong(FormerListFault::Twice(code)));
            }
        } else if row == FORMER_COLUMNS[..] {
            has_columns = true;
        } else {
            return Err(wrong(FormerListFault::Header));
        }
    }
    if has_columns {
        return Ok(found);
    }
    Err(FormerListError {
        line: 1,
        fault: FormerListFault::Header,
    })
}

/// The number of the line that is read from a place: behind the end of the line before, and behind
/// empty lines.
fn line_at(list: &[u8], start: u64) -> u64 {
    let start = usize::try_from(start).unwrap_or(list.len());
    let (before, rest) = list.split_at(start.min(list.len()));
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let ended = before.iter().chain(ends).filter(|byte| **byte == b'\n');
    ended.zip(1..).last().map_or(1, |(_, ended)| ended + 1)
}

fn former_region(row: &StringRecord, in_force: &Regions) -> Result<FormerRegion, FormerListFault> {
    let field = |column| row.get(column).map(str::trim).unwrap_or_default();
    let code: RegionCode = field(0).parse().map_err(|_| FormerListFault::Code)?;
    if in_force.contains_key(&code) {
        return Err(FormerListFault::InForce(code));
    }
    let year = |text: &str| {
        let year = text.parse().ok();
        year.filter(|year| YEARS.contains(year))
            .ok_or(FormerListFault::Year)
    };
    let successor = field(3).parse().ok();
    Ok(FormerRegion {
        code,
        name: some(field(1)).map(str::to_owned),
        abolished: some(field(2)).map(year).transpose()?,
        successor: successor
            .filter(|successor| in_force.contains_key(successor))
            .ok_or(FormerListFault::Successor)?,
    })
}

/// The rows of a built-in list, without the names of the columns.
fn rows(list: &'static str) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new().from_reader(list.as_bytes());
    reader.into_records().filter_map(Result::ok)
}

fn region(row: &StringRecord) -> Option<Region> {
    Some(Region {
        code: row.get(0)?.parse().ok()?,
        name: row.get(1)?.to_owned(),
        level: row.get(2)?.parse().ok()?,
        parent: some(row.get(3)?).map(str::parse).transpose().ok()?,
        standard: Standard::GbT2260,
        lies_in: None,
    })
}

fn functional_zone(row: &StringRecord) -> Option<Region> {
    Some(Region {
        code: row.get(0)?.parse().ok()?,
        name: row.get(1)?.to_owned(),
        level: Level::FunctionalZone,
        parent: Some(row.get(2)?.parse().ok()?),
        standard: Standard::Internal,
        lies_in: Some(row.get(3)?.parse().ok()?),
    })
}

/// A code that only puts counties together, and the region that it stands for.
fn grouping(row: &StringRecord) -> Option<(RegionCode, RegionCode)> {
    Some((row.get(0)?.parse().ok()?, row.get(2)?.parse().ok()?))
}

fn some(field: &str) -> Option<&str> {
    Some(field).filter(|field| !field.is_empty())
}
