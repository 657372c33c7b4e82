//! What regions are called, with those above them: in Chinese, and in English where a name is
//! established. The tree has thousands of regions; where English has no name for one, its code says
//! which it is.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{Region, RegionCode, RegionTree};
use crate::receipts::Text;

const ENGLISH: &str = include_str!("../../data/region-names.csv");

/// The English name of a region by itself.
fn english(code: &RegionCode) -> Option<&'static str> {
    static NAMES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let rows = ENGLISH.lines().skip(1);
        rows.filter_map(|row| row.split_once(',')).collect()
    });
    NAMES.get(code.as_str()).copied()
}

impl RegionTree {
    /// The name with those above it, `山东省聊城市东昌府区`; for an abolished code that of today. Where
    /// its land is only known to lie in a larger region, its own name comes last: `江苏省南通地区`.
    pub fn full_name(&self, code: &RegionCode) -> Option<String> {
        let region = self.resolve(code)?.region;
        let mut names: Vec<_> = self
            .upwards(region)
            .map(|region| region.name.as_str())
            .collect();
        names.reverse();
        names.extend(self.name_within(code, region));
        Some(names.concat())
    }

    /// The same in both languages: `Dongchangfu District, Liaocheng, Shandong Province`. A region
    /// without an English name is told by its code: `Region 340104, Anhui Province`.
    pub fn name_text(&self, code: &RegionCode) -> Option<Text> {
        let region = self.resolve(code)?.region;
        let own = match (self.name_within(code, region), english(&region.code)) {
            (Some(_), _) => Some(format!("Region {code} (abolished)")),
            (None, None) => Some(format!("Region {}", region.code)),
            (None, Some(_)) => None,
        };
        let named = self.upwards(region);
        let named = named.filter_map(|region| english(&region.code).map(str::to_owned));
        let en: Vec<_> = own.into_iter().chain(named).collect();
        Some(Text::new(self.full_name(code)?, en.join(", ")))
    }

    /// The same, or the code itself where the tree has no such region.
    pub fn name_or_code(&self, code: &RegionCode) -> Text {
        self.name_text(code)
            .unwrap_or_else(|| Text::new(code.to_string(), code.to_string()))
    }

    fn upwards<'tree>(&'tree self, region: &'tree Region) -> impl Iterator<Item = &'tree Region> {
        std::iter::once(region).chain(self.ancestors(&region.code))
    }

    fn name_within(&self, code: &RegionCode, successor: &Region) -> Option<&str> {
        self.former(code)?.name_within(successor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::receipts::samples::has_chinese;

    fn name(code: &str) -> Text {
        let tree = RegionTree::builtin();
        tree.name_text(&code.parse().unwrap()).unwrap()
    }

    #[test]
    fn the_city_and_what_is_above_and_below_it_have_english_names() {
        let expected = [
            ("371500", "Liaocheng, Shandong Province"),
            (
                "371502",
                "Dongchangfu District, Liaocheng, Shandong Province",
            ),
            ("371522", "Shen County, Liaocheng, Shandong Province"),
            (
                "LCDJ",
                "Jiangbei Water City Tourism Resort Zone, Liaocheng, Shandong Province",
            ),
            // Abolished in 2019.
            ("371523", "Chiping District, Liaocheng, Shandong Province"),
        ];
        for (code, en) in expected {
            assert_eq!(name(code).en, en);
        }
        let tree = RegionTree::builtin();
        let city = "371500".parse().unwrap();
        for region in tree.children(&city) {
            assert!(english(&region.code).is_some(), "{}", region.name);
        }
    }

    #[test]
    fn a_region_without_an_english_name_is_told_by_its_code() {
        assert_eq!(name("340104").en, "Region 340104, Anhui Province");
        assert_eq!(name("340104").zh, "安徽省合肥市蜀山区");
    }

    #[test]
    fn no_english_name_is_chinese_or_of_no_region() {
        let tree = RegionTree::builtin();
        for region in tree.iter() {
            let en = name(region.code.as_str()).en;
            assert!(!en.is_empty() && !has_chinese(&en), "{en}");
        }
        for former in tree.former_regions() {
            let en = name(former.code.as_str()).en;
            assert!(!en.is_empty() && !has_chinese(&en), "{en}");
        }
        for row in ENGLISH.lines().skip(1) {
            let (code, _) = row.split_once(',').unwrap();
            assert!(tree.get(&code.parse().unwrap()).is_some(), "{code}");
        }
    }
}
