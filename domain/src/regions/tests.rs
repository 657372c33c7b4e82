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
        assert!(tree.is_within(&former.code, &code(CITY)));
        let resolved = tree.resolve(&former.code).unwrap();
        assert!(resolved.former);
        assert_eq!(resolved.region.code, former.successor);
    }
    let chiping = tree.former(&code("371523")).unwrap();
    assert_eq!(chiping.name.as_deref(), Some("茌平县"));
    assert_eq!(chiping.abolished, Some(2019));
    assert_eq!(tree.successor(&code("371523")), Some(code("371503")));
    assert_eq!(tree.successor(&code("372502")), Some(code(CITY)));
    assert_eq!(tree.successor(&code("371503")), None);
}

#[test]
fn what_lies_in_the_city_is_told_by_the_tree_and_never_by_the_digits() {
    let tree = RegionTree::builtin();
    for inside in [
        CITY, "371502", "371581", "LCKF", "LCGX", "LCDJ", "371523", "372500", "372502", "372526",
    ] {
        assert!(tree.is_within(&code(inside), &code(CITY)), "{inside}");
    }
    for outside in [
        "370000", "370100", "371402", "110101", "371571", "371501", "372599", "XXXX",
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
