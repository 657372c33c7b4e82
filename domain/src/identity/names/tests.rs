use proptest::prelude::*;

use super::*;

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

fn pinyin(text: &str) -> NameQuery {
    NameQuery::Pinyin(text.to_owned())
}

#[test]
fn names_of_all_scripts_are_kept_as_they_are_written() {
    for text in [
        "武清",
        "𠮷测试",
        "㐂测试",
        "测〇试",
        "买买提·吐尔逊",
        "阿卜杜拉·买买提·测试",
        "Test Person",
        "Jean-Luc O'Test",
        "Ünal Çelik",
        "Nguyễn Łæß",
        "测",
    ] {
        assert_eq!(name(text).as_str(), text);
    }
}

#[test]
fn what_keyboards_and_lists_add_to_a_name_is_taken_away() {
    for (typed, kept) in [
        ("  测试 ", "测试"),
        ("测　试", "测试"),
        ("\t测试\n", "测试"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("买买提‧吐尔逊", "买买提·吐尔逊"),
        ("买买提 ・ 吐尔逊", "买买提·吐尔逊"),
        ("Test   Person", "Test Person"),
        ("O’Test", "O'Test"),
    ] {
        assert_eq!(name(typed).as_str(), kept);
    }
}

#[test]
fn what_no_name_has_is_refused_with_a_code() {
    for (text, error) in [
        ("", PersonNameError::Empty),
        (" 　\n", PersonNameError::Empty),
        (&"测".repeat(51), PersonNameError::TooLong),
        ("测\0试", PersonNameError::ControlCharacter),
        ("测\n试", PersonNameError::ControlCharacter),
        ("测试1", PersonNameError::Character),
        ("测试１", PersonNameError::Character),
        ("测试😀", PersonNameError::Character),
        ("测\u{202e}试", PersonNameError::Character),
        ("测\u{200d}试", PersonNameError::Character),
        ("测\u{e000}试", PersonNameError::Character),
        ("<b>测试", PersonNameError::Character),
        ("测试%", PersonNameError::Character),
        ("·测试", PersonNameError::Joint),
        ("测试·", PersonNameError::Joint),
        ("测··试", PersonNameError::Joint),
        ("-", PersonNameError::Joint),
    ] {
        assert_eq!(PersonName::parse(text), Err(error), "{text:?}");
    }
    assert_eq!(name(&"测".repeat(50)).as_str().chars().count(), 50);
}

#[test]
fn a_name_is_found_by_its_pinyin_and_by_its_first_letters() {
    for (text, full, initials) in [
        ("武清", "wuqing", "wq"),
        ("单测试", "shanceshi", "scs"),
        ("吕绿", "lvlv", "ll"),
        ("尉迟测", "yuchice", "ycc"),
        ("买买提·吐尔逊", "maimaitituerxun", "mmttex"),
        ("Jean-Luc O'Test", "jeanlucotest", "jlo"),
        ("Ünal Çelik", "vnalcelik", "vc"),
        ("Nguyễn Łæß", "nguyenlaess", "nl"),
        ("𠮷武清", "jiwuqing", "jwq"),
        ("㐃武清", "wuqing", "wq"),
    ] {
        let keys = name(text).search_keys();
        assert_eq!(keys.full.first().map(String::as_str), Some(full), "{text}");
        assert_eq!(
            keys.initials.first().map(String::as_str),
            Some(initials),
            "{text}"
        );
    }
    let keys = name("张长测").search_keys();
    for key in ["zhangzhangce", "zhangchangce"] {
        assert!(keys.full.iter().any(|known| known == key));
    }
    assert_eq!(keys.initials, ["zzc", "zcc"]);
    assert_eq!(name("㐃").search_keys(), SearchKeys::default());
}

#[test]
fn where_readings_are_many_each_character_keeps_its_second_one() {
    // 2 or more readings each, far more combinations than keys.
    let keys = name("覃重行").search_keys().full;
    assert_eq!(keys.len(), 8);
    assert_eq!(keys[0], "qinzhongxing");
    for key in ["tanzhongxing", "qinchongxing", "qinzhonghang"] {
        assert!(keys[1..4].contains(&key.to_owned()), "{key}");
    }
}

#[test]
fn a_search_box_forgives_capitals_spaces_apostrophes_and_ways_to_write_v() {
    for (typed, query) in [
        ("Wu Qing", pinyin("wuqing")),
        ("wu'qing", pinyin("wuqing")),
        ("wǔ qīng", pinyin("wuqing")),
        ("lü", pinyin("lv")),
        ("LÜ", pinyin("lv")),
        ("lu:", pinyin("lv")),
        ("LǛ", pinyin("lv")),
        ("lu\u{308}", pinyin("lv")),
        ("lv", pinyin("lv")),
        ("O’Test", pinyin("otest")),
        ("  ", pinyin("")),
        ("武 清", NameQuery::Han("武清".to_owned())),
        ("武\0清", NameQuery::Han("武清".to_owned())),
        ("买买提•", NameQuery::Han("买买提·".to_owned())),
        ("𠮷", NameQuery::Han("𠮷".to_owned())),
    ] {
        assert_eq!(normalise_query(typed), query, "{typed}");
    }
}

proptest! {
    #[test]
    fn a_name_that_was_read_reads_back_and_its_keys_are_plain(text in "\\PC{0,60}") {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
            prop_assert!(name.as_str().chars().count() <= 50);
            let _ = name.search_keys();
        }
        let _ = normalise_query(&text);
    }

    #[test]
    fn keys_are_few_distinct_plain_and_found_by_the_box_that_takes_them(
        text in "[\u{4e00}-\u{9fff}]{1,50}|[A-Za-zÀ-ÿ]{1,20}( [A-Z]{1,5}){0,3}",
    ) {
        let Ok(name) = PersonName::parse(&text) else { return Ok(()) };
        let SearchKeys { full, initials } = name.search_keys();
        for keys in [full, initials] {
            prop_assert!(keys.len() <= 8);
            for (index, key) in keys.iter().enumerate() {
                prop_assert!(!key.is_empty());
                prop_assert!(key.bytes().all(|byte| byte.is_ascii_lowercase()), "{key}");
                prop_assert!(!keys[..index].contains(key));
                prop_assert_eq!(normalise_query(key), NameQuery::Pinyin(key.clone()));
            }
        }
    }
}
