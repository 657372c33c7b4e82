use proptest::prelude::*;

use super::{
    public_text::{joined, sentence, shortened},
    wording::dates_in_words,
};

#[test]
fn pub_mask_numbers_of_persons_and_telephones_are_hidden_and_dates_stay() {
    for (text, shown) in [
        ("联系电话13800000000", "联系电话＊＊＊。"),
        ("电话138-0000-0000。", "电话＊＊＊。"),
        ("号码37150220120101007X，男", "号码＊＊＊，男。"),
        ("号码３７１５０２２０１２０１０１００７１", "号码＊＊＊。"),
        ("2026-02-20 18:30，3人", "2026-02-20 18:30，3人。"),
        ("2026年2月20日救起3人！", "2026年2月20日救起3人！"),
    ] {
        assert_eq!(sentence(text), shown);
    }
}

#[test]
fn sums_of_money_are_printed_and_numbers_of_persons_before_a_unit_are_not() {
    for sum in [
        "避免财产损失约1500000元。",
        "损失1200000元 不含税。",
        "损失1234567.50元。",
        "损失2000000余元，未投保。",
        "价值￥3000000，人民币 4000000。",
        "造价1500000 万元。",
        "损失１５０００００元。",
        "避免财产损失13800000000元。",
        "损失15000000000元，150000000000.00元。",
        "价值¥13800000000。",
        "损失１３８００００００００元，１３８００００００００．５０元。",
        "损失13800000000余元，13800000000亿元，13800000000美元。",
        "汇入人民币13800000000。",
        "损失371502199001010013元。",
    ] {
        assert_eq!(sentence(sum), sum);
    }
    for (text, shown) in [
        ("电话13800000000，元月一日。", "电话＊＊＊，元月一日。"),
        ("电话13800000000 元旦当日。", "电话＊＊＊ 元旦当日。"),
        ("电话13800000000元旦。", "电话＊＊＊元旦。"),
        ("号码37150220120101007X元。", "号码＊＊＊元。"),
        ("号码371502199001010012元。", "号码＊＊＊元。"),
        ("号码37150２199001010012万元。", "号码＊＊＊万元。"),
        (
            "账号6222021234567890123，1500000元。",
            "账号＊＊＊，1500000元。",
        ),
        ("138 0000 0000 元。", "＊＊＊ 元。"),
        ("编号1500000。", "编号＊＊＊。"),
    ] {
        assert_eq!(sentence(text), shown);
    }
}

#[test]
fn dates_of_a_finding_are_written_as_in_an_official_document() {
    for (found, printed) in [
        (
            "2026-03-02收到，已超过2年。",
            "2026年3月2日收到，已超过2年。",
        ),
        (
            "（2025-12-31至2026-01-05）",
            "（2025年12月31日至2026年1月5日）",
        ),
        ("没有日期。", "没有日期。"),
        ("2026-02-30、2026-3-2", "2026-02-30、2026-3-2"),
    ] {
        assert_eq!(dates_in_words(found), printed);
    }
}

#[test]
fn a_long_story_ends_with_a_whole_sentence_on_a_certificate() {
    for (text, most, shown) in [
        ("救起一人。", 5, "救起一人。"),
        ("救起一人。又救起一人。", 8, "救起一人……"),
        ("他跳入河中，救起一人。", 6, "他跳入河中……"),
    ] {
        assert_eq!(shortened(text, most), shown);
    }
}

#[test]
fn the_paragraphs_of_a_story_are_one_on_a_certificate() {
    for (text, shown) in [
        ("救起一人。", "救起一人。"),
        ("跳入河中\n\n 救起一人。", "跳入河中。救起一人。"),
        (
            "他跳入河中，\n救起一人！\n离开",
            "他跳入河中，救起一人！离开。",
        ),
    ] {
        assert_eq!(joined(text), shown);
    }
    let many = ["他跳入河中，托起儿童。"; 90].join("\n");
    let shown = shortened(&joined(&many), 200);
    assert!(shown.ends_with("托起儿童……"), "{shown}");
    assert!(
        !shown.contains('\n') && shown.chars().count() <= 202,
        "{shown}"
    );
}

proptest! {
    #[test]
    fn pub_mask_no_seven_digits_in_a_row_come_through(text in "[测试0-9xX －-]{0,60}") {
        let shown = sentence(&text);
        let longest = shown
            .split(|char: char| !char.is_ascii_digit())
            .map(str::len)
            .max();
        prop_assert!(longest.unwrap_or(0) < 7, "{shown}");
    }
}
