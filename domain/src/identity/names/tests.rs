use proptest::prelude::*;

use super::*;
use crate::text::Character;

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
        ("\u{feff}测试\u{200b}", "测试"),
        ("测\t试", "测试"),
    ] {
        assert_eq!(name(typed).as_str(), kept);
    }
}

#[test]
fn one_name_has_one_form() {
    for (typed, kept) in [
        ("买买提．吐尔逊", "买买提·吐尔逊"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("买买提 . 吐尔逊", "买买提·吐尔逊"),
        ("买买提･吐尔逊", "买买提·吐尔逊"),
        ("买买提⋅吐尔逊", "买买提·吐尔逊"),
        ("买买提∙吐尔逊", "买买提·吐尔逊"),
        // Compatibility ideographs, and radicals as a page of a PDF gives them.
        ("\u{f914}测试", "樂测试"),
        ("\u{2f800}测试", "丽测试"),
        ("\u{2ee9}\u{2f20}\u{2ed3}", "黄士长"),
        ("Ｔｅｓｔ　Ｐｅｒｓｏｎ", "Test Person"),
        ("U\u{308}nal C\u{327}elik", "Ünal Çelik"),
        ("Jean–Luc", "Jean-Luc"),
    ] {
        assert_eq!(name(typed).as_str(), kept, "{typed}");
    }
}

#[test]
fn what_no_name_has_is_refused_with_a_code_and_its_place() {
    let control = |position, char| PersonNameError::ControlCharacter {
        position,
        character: Character(char),
    };
    let wrong = |position, char| PersonNameError::Character {
        position,
        character: Character(char),
    };
    let joint = |position, char| PersonNameError::Joint {
        position,
        character: Character(char),
    };
    for (text, error) in [
        ("", PersonNameError::Empty),
        (" 　\n", PersonNameError::Empty),
        ("\u{3164}\u{2800}", PersonNameError::Empty),
        (&"测".repeat(51), PersonNameError::TooLong),
        ("测\0试", control(2, '\0')),
        ("测\n试", control(2, '\n')),
        ("测试1", wrong(3, '1')),
        (" 测　试１", wrong(5, '１')),
        ("测试😀", wrong(3, '😀')),
        ("测\u{202e}试", wrong(2, '\u{202e}')),
        ("测\u{200d}试", wrong(2, '\u{200d}')),
        ("测\u{e000}试", wrong(2, '\u{e000}')),
        ("<b>测试", wrong(1, '<')),
        ("测试%", wrong(3, '%')),
        ("E\u{301}mile Test.", wrong(11, '.')),
        ("·测试", joint(1, '·')),
        ("测试•", joint(3, '•')),
        ("测··试", joint(2, '·')),
        ("-", joint(1, '-')),
    ] {
        assert_eq!(PersonName::parse(text), Err(error), "{text:?}");
    }
    assert_eq!(name(&"测".repeat(50)).as_str().chars().count(), 50);
}

#[test]
fn a_stored_name_reads_back_in_the_normal_form_of_today() {
    let read = |stored: &str| serde_json::from_str::<PersonName>(stored);
    assert_eq!(read("\"\u{f914}测试\"").unwrap(), name("樂测试"));
    assert_eq!(read("\"测试1\"").unwrap().as_str(), "测试1");
    assert!(read("\"\"").is_err());
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
fn each_way_to_write_an_u_with_two_dots_finds_it() {
    for (text, keys) in [
        ("吕测试", vec!["lvceshi", "lyuceshi", "lueceshi"]),
        ("略测", vec!["lvece", "lyuece", "luece"]),
        ("测女", vec!["cenv", "cenyu", "cenue"]),
        ("Lyu Test", vec!["lvtest", "lyutest", "luetest"]),
        ("安宇", vec!["anyu"]),
    ] {
        let full = name(text).search_keys().full;
        for key in &keys {
            assert!(full.iter().any(|known| known == key), "{text}: {full:?}");
        }
    }
    assert_eq!(name("安宇").search_keys().full, ["anyu"]);
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
        ("ＬＹＵ　ｃｅ", pinyin("lyuce")),
        ("ｌｕ：", pinyin("lv")),
        ("武\0清", NameQuery::Han("武清".to_owned())),
        ("买买提•", NameQuery::Han("买买提".to_owned())),
        ("买买提．吐", NameQuery::Han("买买提吐".to_owned())),
        ("买买提吐", NameQuery::Han("买买提吐".to_owned())),
        ("\u{f914}\u{2ee9}", NameQuery::Han("樂黄".to_owned())),
        ("测A", NameQuery::Han("测a".to_owned())),
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
            prop_assert!(keys.len() <= 3 * 8);
            for (index, key) in keys.iter().enumerate() {
                prop_assert!(!key.is_empty());
                prop_assert!(key.bytes().all(|byte| byte.is_ascii_lowercase()), "{key}");
                prop_assert!(!keys[..index].contains(key));
                prop_assert_eq!(normalise_query(key), NameQuery::Pinyin(key.clone()));
            }
        }
    }
}
