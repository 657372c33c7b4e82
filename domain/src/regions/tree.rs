use std::{collections::BTreeMap, sync::LazyLock};

use super::RegionCode;
use crate::named_enum;

const REGIONS: &str = include_str!("../../data/regions.csv");
const FUNCTIONAL_ZONES: &str = include_str!("../../data/functional-zones.csv");
const FORMER_REGIONS: &str = include_str!("../../data/former-regions.csv");

named_enum! {
    /// 区划级别 / How high a region stands.
    Level as "RegionLevel" {
        Province = "province", "省级", "province, autonomous region, municipality";
        Prefecture = "prefecture", "地级", "prefecture or city with districts";
        County = "county", "县级", "county, district or city without districts";
        /// Equal to a county.
        FunctionalZone = "functional_zone", "功能区", "a development zone with a committee of its own";
    }
}

named_enum! {
    /// 代码来源 / Who gave a region its code.
    Standard as "RegionStandard" {
        GbT2260 = "GB/T 2260", "国家标准 GB/T 2260", "the national standard";
        Internal = "internal", "本服务内部代码", "this service, because the national standard has none";
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    pub code: RegionCode,
    /// Its own name, without those above it: `东昌府区`.
    pub name: String,
    pub level: Level,
    /// The region that it answers to; none for a province.
    pub parent: Option<RegionCode>,
    pub standard: Standard,
    /// For a functional zone the district whose land it uses, and whose committee it does *not*
    /// answer to.
    pub lies_in: Option<RegionCode>,
}

/// A code that is no longer given, but remains in documents and citizen numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerRegion {
    pub code: RegionCode,
    /// The name that it had; none where it is not established.
    pub name: Option<String>,
    /// The year in which it was abolished, where that is established.
    pub abolished: Option<i32>,
    /// The region of today that holds the place.
    pub successor: RegionCode,
}

/// What a code, current or abolished, means today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved<'tree> {
    pub region: &'tree Region,
    /// Whether the code itself is abolished.
    pub former: bool,
}

/// All regions, and the codes that they had before.
#[derive(Debug)]
pub struct RegionTree {
    regions: BTreeMap<RegionCode, Region>,
    children: BTreeMap<RegionCode, Vec<RegionCode>>,
    former: BTreeMap<RegionCode, FormerRegion>,
}

impl RegionTree {
    /// The regions of China in 2024 and the functional zones of Liaocheng, parsed at first use.
    pub fn builtin() -> &'static Self {
        // A row that cannot be read would be left out: a test counts them.
        static TREE: LazyLock<RegionTree> = LazyLock::new(|| {
            let regions = records(REGIONS).filter_map(region);
            let zones = records(FUNCTIONAL_ZONES).filter_map(functional_zone);
            let former = records(FORMER_REGIONS).filter_map(former_region);
            RegionTree::new(regions.chain(zones), former)
        });
        &TREE
    }

    fn new(
        regions: impl Iterator<Item = Region>,
        former: impl Iterator<Item = FormerRegion>,
    ) -> Self {
        let regions: BTreeMap<_, _> = regions.map(|region| (region.code, region)).collect();
        let mut children = BTreeMap::<_, Vec<_>>::new();
        for region in regions.values() {
            if let Some(parent) = region.parent {
                children.entry(parent).or_default().push(region.code);
            }
        }
        Self {
            regions,
            children,
            former: former.map(|former| (former.code, former)).collect(),
        }
    }

    pub fn get(&self, code: &RegionCode) -> Option<&Region> {
        self.regions.get(code)
    }

    /// All regions of today, in the order of their codes; zones last.
    pub fn iter(&self) -> impl Iterator<Item = &Region> {
        self.regions.values()
    }

    /// The regions right below one, in the order of their codes.
    pub fn children<'tree>(
        &'tree self,
        code: &RegionCode,
    ) -> impl Iterator<Item = &'tree Region> + use<'tree> {
        self.children
            .get(code)
            .into_iter()
            .flatten()
            .filter_map(|child| self.get(child))
    }

    /// The regions that one answers to, nearest first, without itself.
    pub fn ancestors<'tree>(
        &'tree self,
        code: &RegionCode,
    ) -> impl Iterator<Item = &'tree Region> + use<'tree> {
        let above = |region: &'tree Region| self.get(&region.parent?);
        std::iter::successors(self.get(code).and_then(above), move |region| above(region))
    }

    /// What is known of an abolished code.
    pub fn former(&self, code: &RegionCode) -> Option<&FormerRegion> {
        self.former.get(code)
    }

    /// The abolished codes, in their order.
    #[cfg(test)]
    pub(crate) fn former_regions(&self) -> impl Iterator<Item = &FormerRegion> {
        self.former.values()
    }

    /// The code of today for an abolished one.
    pub fn successor(&self, code: &RegionCode) -> Option<RegionCode> {
        self.former(code).map(|former| former.successor)
    }

    pub fn resolve(&self, code: &RegionCode) -> Option<Resolved<'_>> {
        if let Some(region) = self.get(code) {
            return Some(Resolved {
                region,
                former: false,
            });
        }
        let region = self.get(&self.successor(code)?)?;
        Some(Resolved {
            region,
            former: true,
        })
    }

    /// Whether a region is `ancestor` or answers to it, by the tree and by the successors of
    /// abolished codes. Codes that nobody knows are within nothing.
    ///
    /// The digits say nothing: 371523 is within 371503, and `LCDJ` is within 371500 but not within
    /// 371502, where it lies.
    pub fn is_within(&self, code: &RegionCode, ancestor: &RegionCode) -> bool {
        let (Some(inner), Some(outer)) = (self.resolve(code), self.resolve(ancestor)) else {
            return false;
        };
        let outer = outer.region.code;
        let inner = inner.region.code;
        inner == outer || self.ancestors(&inner).any(|region| region.code == outer)
    }

    /// The name with those above it, `山东省聊城市东昌府区`; for an abolished code that of today.
    pub fn full_name(&self, code: &RegionCode) -> Option<String> {
        let region = self.resolve(code)?.region;
        let mut names: Vec<_> = std::iter::once(region)
            .chain(self.ancestors(&region.code))
            .map(|region| region.name.as_str())
            .collect();
        names.reverse();
        Some(names.concat())
    }
}

/// The rows of a built-in file, whose fields hold neither commas nor quotes.
fn records(file: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    file.lines().skip(1).map(|line| {
        let mut fields = line.split(',');
        [(); 4].map(|()| fields.next().unwrap_or_default())
    })
}

fn region([code, name, level, parent]: [&str; 4]) -> Option<Region> {
    Some(Region {
        code: code.parse().ok()?,
        name: name.to_owned(),
        level: match level {
            "province" => Level::Province,
            "prefecture" => Level::Prefecture,
            "county" => Level::County,
            _ => return None,
        },
        parent: some(parent).map(str::parse).transpose().ok()?,
        standard: Standard::GbT2260,
        lies_in: None,
    })
}

fn functional_zone([code, name, parent, lies_in]: [&str; 4]) -> Option<Region> {
    Some(Region {
        code: code.parse().ok()?,
        name: name.to_owned(),
        level: Level::FunctionalZone,
        parent: Some(parent.parse().ok()?),
        standard: Standard::Internal,
        lies_in: Some(lies_in.parse().ok()?),
    })
}

fn former_region([code, name, abolished, successor]: [&str; 4]) -> Option<FormerRegion> {
    Some(FormerRegion {
        code: code.parse().ok()?,
        name: some(name).map(str::to_owned),
        abolished: some(abolished).map(str::parse).transpose().ok()?,
        successor: successor.parse().ok()?,
    })
}

fn some(field: &str) -> Option<&str> {
    Some(field).filter(|field| !field.is_empty())
}
