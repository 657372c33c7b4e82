mod lists;

use super::*;

const CITY: &str = "371500";

fn code(text: &str) -> RegionCode {
    text.parse().unwrap()
}

fn names<'tree>(regions: impl Iterator<Item = &'tree Region>) -> Vec<&'tree str> {
    regions.map(|region| region.name.as_str()).collect()
}

#[test]
fn every_region_hangs_in_the_tree() {
    let tree = RegionTree::builtin();
    let rows = include_str!("../../data/regions.csv").lines().count() - 1;
    let zones = include_str!("../../data/functional-zones.csv")
        .lines()
        .count()
        - 1;
    assert_eq!(tree.iter().count(), rows + zones);
    for region in tree.iter() {
        let parent = region.parent.map(|parent| tree.get(&parent).unwrap());
        assert_eq!(parent.is_none(), region.level == Level::Province);
        assert!(!region.name.is_empty());
        assert_eq!(
            region.standard == Standard::Internal,
            region.level == Level::FunctionalZone
        );
        let top = tree.ancestors(&region.code).last().unwrap_or(region);
        assert_eq!(top.level, Level::Province);
        for above in tree.ancestors(&region.code) {
            assert!(tree.is_within(&region.code, &above.code));
            assert!(!tree.is_within(&above.code, &region.code));
        }
        if let Some(parent) = parent {
            let children: Vec<_> = tree.children(&parent.code).collect();
            assert!(children.contains(&region));
        }
    }
}

#[test]
fn every_abolished_code_leads_to_a_region_of_today() {
    let tree = RegionTree::builtin();
    let rows = include_str!("../../data/former-regions.csv")
        .lines()
        .count()
        - 1;
    assert_eq!(tree.former_regions().count(), rows);
    for former in tree.former_regions() {
        assert_eq!(tree.get(&former.code), None);
        assert!(tree.get(&former.successor).is_some());
        assert!(former.name.is_some() && former.abolished.is_some());
        let resolved = tree.resolve(&former.code).unwrap();
        assert!(resolved.former);
        assert_eq!(resolved.region.code, former.successor);
    }
    let chiping = tree.former(&code("371523")).unwrap();
    assert_eq!(chiping.name.as_deref(), Some("茌平县"));
    assert_eq!(chiping.abolished, Some(2019));
    assert_eq!(tree.successor(&code("371523")), Some(code("371503")));
    assert_eq!(tree.successor(&code("371503")), None);
}

#[test]
fn regions_elsewhere_have_a_past_and_end_in_the_region_of_today() {
    let tree = RegionTree::builtin();
    for (former, today, name) in [
        ("371202", "370116", "山东省济南市莱芜区"),
        ("412722", "411622", "河南省周口市西华县"),
        ("362324", "361124", "江西省上饶市铅山县"),
        ("110103", "110101", "北京市东城区"),
        ("330103", "330105", "浙江省杭州市拱墅区"),
        ("500112", "500157", "重庆市两江新区"),
        ("512922", "511321", "四川省南充市南部县"),
        ("540422", "540481", "西藏自治区林芝市米林市"),
    ] {
        let resolved = tree.resolve(&code(former)).unwrap();
        assert!(resolved.former, "{former}");
        assert_eq!(resolved.region.code, code(today), "{former}");
        assert_eq!(tree.full_name(&code(former)).as_deref(), Some(name));
    }
    // It was divided, and only the province holds all of it.
    assert_eq!(
        tree.full_name(&code("322400")).as_deref(),
        Some("江苏省南通地区")
    );
    // 371400 is of the same name.
    assert_eq!(
        tree.full_name(&code("372401")).as_deref(),
        Some("山东省德州市")
    );
}

#[test]
fn of_the_abolished_codes_only_those_of_the_city_may_lie_in_the_city() {
    let tree = RegionTree::builtin();
    let city = code(CITY);
    for former in tree.former_regions() {
        let of_the_city = former.code.as_str().starts_with("3725") || former.code == code("371523");
        assert_eq!(tree.is_within(&former.code, &city), of_the_city);
        assert_eq!(
            Place::Region(former.code).is_outside(&city, tree),
            !of_the_city,
            "{}",
            former.code
        );
    }
}

#[test]
fn what_only_puts_counties_together_is_no_region_and_no_part_of_a_name() {
    let tree = RegionTree::builtin();
    let rows = include_str!("../../data/groupings.csv").lines().count() - 1;
    assert_eq!(tree.groupings().count(), rows);
    for (grouping, region) in tree.groupings() {
        assert_eq!(tree.get(grouping), None);
        assert_eq!(tree.former(grouping), None);
        let resolved = tree.resolve(grouping).unwrap();
        assert!(!resolved.former);
        assert_eq!(resolved.region.code, *region);
    }
    for region in tree.iter() {
        assert!(
            !region.name.contains("直辖") && region.name != "市辖区" && region.name != "县",
            "{}",
            region.name
        );
    }
    for (text, name) in [
        ("419001", "河南省济源市"),
        ("429004", "湖北省仙桃市"),
        ("469001", "海南省五指山市"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("371501", "山东省聊城市"),
        ("110100", "北京市"),
    ] {
        assert_eq!(tree.full_name(&code(text)).as_deref(), Some(name));
    }
}

#[test]
fn a_unit_that_was_abolished_is_no_region_of_today() {
    let tree = RegionTree::builtin();
    for text in [
        "330103", "330104", "350402", "350403", "350427", "350625", "350681", "410306", "410322",
        "410381", "431121", "450127", "513425", "520522", "532331", "540422", "540530", "610322",
        "610928", "654223", "500105", "500112",
    ] {
        assert_eq!(tree.get(&code(text)), None, "{text}");
    }
    for text in ["500157", "540481", "540581", "653228", "659012", "460302"] {
        assert!(tree.get(&code(text)).is_some(), "{text}");
    }
}

#[test]
fn what_lies_in_the_city_is_told_by_the_tree_and_never_by_the_digits() {
    let tree = RegionTree::builtin();
    for inside in [
        CITY, "371502", "371581", "LCKF", "LCGX", "LCDJ", "371523", "372500", "372502", "372526",
        "371501",
    ] {
        assert!(tree.is_within(&code(inside), &code(CITY)), "{inside}");
    }
    for outside in [
        "370000", "370100", "371402", "110101", "371571", "371202", "372599", "XXXX",
    ] {
        assert!(!tree.is_within(&code(outside), &code(CITY)), "{outside}");
    }
    assert!(tree.is_within(&code("371523"), &code("371503")));
    assert!(tree.is_within(&code("371503"), &code("371523")));
    assert!(tree.is_within(&code("371523"), &code("370000")));
    assert!(!tree.is_within(&code(CITY), &code("371502")));
    assert!(!tree.is_within(&code("371571"), &code("371571")));
}

#[test]
fn a_zone_answers_to_the_city_and_not_to_the_district_where_it_lies() {
    let tree = RegionTree::builtin();
    let zone = tree.get(&code("LCDJ")).unwrap();
    assert_eq!(zone.parent, Some(code(CITY)));
    assert_eq!(zone.lies_in, Some(code("371502")));
    assert!(!tree.is_within(&zone.code, &code("371502")));
    assert_eq!(
        names(tree.children(&code(CITY))),
        [
            "东昌府区",
            "茌平区",
            "阳谷县",
            "莘县",
            "东阿县",
            "冠县",
            "高唐县",
            "临清市",
            "聊城江北水城旅游度假区",
            "聊城高新技术产业开发区",
            "聊城经济技术开发区",
        ]
    );
}

#[test]
fn a_region_is_named_from_the_province_down() {
    let tree = RegionTree::builtin();
    for (text, name) in [
        ("371502", "山东省聊城市东昌府区"),
        ("371500", "山东省聊城市"),
        ("110101", "北京市东城区"),
        ("371523", "山东省聊城市茌平区"),
        ("LCKF", "山东省聊城市聊城经济技术开发区"),
    ] {
        assert_eq!(tree.full_name(&code(text)).as_deref(), Some(name));
    }
    assert_eq!(tree.full_name(&code("999999")), None);
    assert_eq!(names(tree.ancestors(&code("371502"))), ["聊城市", "山东省"]);
}

#[test]
fn a_place_reads_back_and_a_wrong_one_is_refused() {
    for (json, place) in [
        (r#"{"region":"371502"}"#, Place::Region(code("371502"))),
        (
            r#"{"abroad":"JP"}"#,
            Place::Abroad(CountryCode::parse("JP").unwrap()),
        ),
    ] {
        assert_eq!(serde_json::from_str::<Place>(json).unwrap(), place);
        assert_eq!(serde_json::to_string(&place).unwrap(), json);
    }
    for json in [r#"{"abroad":"TW"}"#, r#"{"region":"JP1"}"#, "{}"] {
        assert!(serde_json::from_str::<Place>(json).is_err(), "{json}");
    }
}
