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
