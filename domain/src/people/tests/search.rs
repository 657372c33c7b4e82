use super::*;

#[test]
fn names_are_found_by_characters_pinyin_and_initials() {
    let keys = |name: &str| search_keys(&PersonName::parse(name).unwrap());
    for (name, boxes) in [
        ("吴青", vec!["吴", "吴青", "wuqing", "Wu Qing", "wuq", "wq"]),
        ("单小芳", vec!["shanxiaofang", "sxf"]),
        ("𠮷田㐂", vec!["𠮷", "𠮷田㐂", "jitianxi", "jtx"]),
        ("买买提·吐尔逊", vec!["买买提•吐", "maimaiti", "mmt"]),
        ("O'Neil Smith", vec!["oneil", "O'Neil S"]),
    ] {
        for typed in boxes {
            let prefix = search_prefix(typed).unwrap();
            assert!(
                keys(name).iter().any(|key| key.text.starts_with(&prefix)),
                "{name} by {typed}: {:?}",
                keys(name)
            );
        }
    }
    assert_eq!(search_prefix(" '- "), None);
}

#[test]
fn a_name_is_found_once_under_the_first_of_its_keys() {
    for name in [
        "吴青",
        "单小芳",
        "解单查",
        "曾长重",
        "买买提·吐尔逊",
        "安安",
        "A",
    ] {
        let keys = search_keys(&PersonName::parse(name).unwrap());
        let beginnings = keys.iter().flat_map(|key| {
            let ends = key
                .text
                .char_indices()
                .map(|(at, char)| at + char.len_utf8());
            ends.map(|end| &key.text[..end])
        });
        for prefix in beginnings {
            let matching = keys.iter().filter(|key| key.text.starts_with(prefix));
            let shown: Vec<_> = matching
                .clone()
                .filter(|key| usize::from(key.shared) < prefix.len())
                .collect();
            assert_eq!(
                shown,
                [matching.clone().next().unwrap()],
                "{name}: {prefix}"
            );
        }
    }
}
