//! A list of abolished codes that takes the place of the built-in one.

use super::*;

const HEAD: &str = "code,name,abolished,successor\n";

fn read(list: &str) -> Result<RegionTree, FormerListError> {
    RegionTree::builtin().with_former_regions(list.as_bytes())
}

#[test]
fn a_list_takes_the_place_of_the_built_in_one() {
    let list = "371599,测试县,2027,371502\r\nLCXX,测试开发区,,371500\r\n";
    // As spreadsheets write it, too.
    for head in [HEAD, "\u{feff}code,name,abolished,successor\r\n"] {
        let tree = read(&format!("{head}{list}")).unwrap();
        assert_eq!(tree.former_regions().count(), 2);
        assert_eq!(tree.successor(&code("371599")), Some(code("371502")));
        assert_eq!(tree.former(&code("LCXX")).unwrap().abolished, None);
        assert_eq!(tree.resolve(&code("371523")), None);
        assert_eq!(tree.iter().count(), RegionTree::builtin().iter().count());
    }
}

#[test]
fn the_wrong_line_is_named_with_what_is_wrong() {
    let right = "371599,测试县,2027,371502\n";
    for (line, fault) in [
        ("37159,测试县,2027,371502", FormerListFault::Code),
        (
            "371599,测试县,2027,371503",
            FormerListFault::Twice(code("371599")),
        ),
        (
            "371503,茌平区,2027,371502",
            FormerListFault::InForce(code("371503")),
        ),
        ("371598,测试县,27,371502", FormerListFault::Year),
        ("371598,测试县,2027年,371502", FormerListFault::Year),
        ("371598,测试县,2027,371599", FormerListFault::Successor),
        ("371598,测试县,2027,", FormerListFault::Successor),
        ("371598,测试县,2027", FormerListFault::Form),
        ("371598,测试县,2027,371502,", FormerListFault::Form),
    ] {
        for end in ["\n", "\r\n", "\n\n"] {
            let list = format!("{HEAD}{right}{line}\n").replace('\n', end);
            let error = read(&list).unwrap_err();
            let number = if end == "\n\n" { 5 } else { 3 };
            assert_eq!((error.line, &error.fault), (number, &fault), "{line}");
            assert!(error.to_string().starts_with(&format!("line {number}: ")));
        }
    }
    let other_encoding = [HEAD.as_bytes(), b"371598,\xB2\xE2,2027,371502\n"].concat();
    let error = RegionTree::builtin()
        .with_former_regions(&other_encoding)
        .unwrap_err();
    assert_eq!((error.line, error.fault), (2, FormerListFault::Form));
    for list in ["", right, "code,name,successor\n"] {
        let error = read(list).unwrap_err();
        assert_eq!((error.line, error.fault), (1, FormerListFault::Header));
    }
}

#[test]
fn regions_in_use_are_not_exchanged() {
    let current = RegionTree::current();
    assert_eq!(RegionTree::builtin().clone().use_tree(), Err(RegionsInUse));
    assert_eq!(RegionTree::current().iter().count(), current.iter().count());
}
