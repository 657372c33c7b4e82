use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use super::{
    RegionCode,
    former::{FormerListError, FormerRegion},
    lists,
};
use crate::named_enum;

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

/// What a code, current or abolished, means today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved<'tree> {
    pub region: &'tree Region,
    /// Whether the code itself is abolished.
    pub former: bool,
}

/// All regions, and the codes that they had before.
#[derive(Debug, Clone)]
pub struct RegionTree {
    regions: BTreeMap<RegionCode, Region>,
    children: BTreeMap<RegionCode, Vec<RegionCode>>,
    former: BTreeMap<RegionCode, FormerRegion>,
    /// Codes that only put counties together (市辖区, 省直辖县级行政区划) and stand for the region
    /// that these answer to.
    groupings: BTreeMap<RegionCode, RegionCode>,
}

/// The tree that this process uses, once it is settled.
static CURRENT: OnceLock<&RegionTree> = OnceLock::new();

/// The tree was used before another one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the regions are in use already")]
pub struct RegionsInUse;

impl RegionTree {
    /// The regions of China in 2026 and the functional zones of Liaocheng, parsed at first use.
    pub fn builtin() -> &'static Self {
        // A row that cannot be read would be left out: a test counts them.
        static TREE: LazyLock<RegionTree> = LazyLock::new(lists::builtin);
        &TREE
    }

    /// The tree of this installation: the one given to [`use_tree`](Self::use_tree), else the
    /// built-in one.
    pub fn current() -> &'static Self {
        CURRENT.get_or_init(Self::builtin)
    }

    /// Makes a tree the one of this installation: once, before any use of it.
    pub fn use_tree(self) -> Result<(), RegionsInUse> {
        CURRENT
            .set(Box::leak(Box::new(self)))
            .map_err(|_| RegionsInUse)
    }

    /// The same regions with another list of abolished codes, as CSV in UTF-8 with the columns
    /// `code,name,abolished,successor`.
    ///
    /// A line is wrong whose code is no code, is in force or came before, whose year is none, or whose
    /// successor is not in force.
    pub fn with_former_regions(&self, list: &[u8]) -> Result<Self, FormerListError> {
        let former = lists::former_regions(list, &self.regions)?;
        Ok(Self {
            former,
            ..self.clone()
        })
    }

    pub(super) fn new(
        regions: BTreeMap<RegionCode, Region>,
        former: BTreeMap<RegionCode, FormerRegion>,
        groupings: BTreeMap<RegionCode, RegionCode>,
    ) -> Self {
        let mut children = BTreeMap::<_, Vec<_>>::new();
        for region in regions.values() {
            if let Some(parent) = region.parent {
                children.entry(parent).or_default().push(region.code);
            }
        }
        Self {
            regions,
            children,
            former,
            groupings,
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

    /// The codes that only put counties together, each with the region that it stands for.
    #[cfg(test)]
    pub(crate) fn groupings(&self) -> impl Iterator<Item = (&RegionCode, &RegionCode)> {
        self.groupings.iter()
    }

    /// The code of today for an abolished one.
    pub fn successor(&self, code: &RegionCode) -> Option<RegionCode> {
        self.former(code).map(|former| former.successor)
    }

    /// The region of today that a code names: one in force, an abolished one, or one that only puts
    /// counties together.
    pub fn resolve(&self, code: &RegionCode) -> Option<Resolved<'_>> {
        if let Some(region) = self.get(code) {
            return Some(Resolved {
                region,
                former: false,
            });
        }
        let successor = self.successor(code);
        let stands_for = successor.or_else(|| self.groupings.get(code).copied())?;
        Some(Resolved {
            region: self.get(&stands_for)?,
            former: successor.is_some(),
        })
    }

    /// The code in force of the region that a code names; that code itself where nobody knows it.
    pub fn code_of_today(&self, code: RegionCode) -> RegionCode {
        self.resolve(&code)
            .map_or(code, |resolved| resolved.region.code)
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
}
