use domain::imports::PUBLISHED_CASES;
use domain::people::Registrar;
use domain::regions::RegionCode;
use serde_json::{Value, json};

use super::{Document, Faults, Report, judge};

fn deed(key: &str) -> Value {
    json!({
        "key": key,
        "people": ["测试甲"],
        "summary": "测试事迹",
        "region_code": "371502",
    })
}

fn deed_elsewhere(key: &str) -> Value {
    json!({
        "key": key,
        "people": ["测试甲"],
        "summary": "测试事迹",
        "origin_region": "371581",
        "place_region": "340600",
    })
}

/// A deed with one member changed.
fn with(mut deed: Value, member: &str, value: Value) -> Value {
    deed[member] = value;
    deed
}

/// The number of files that a document yields, and its report.
fn report(document: &Value) -> (usize, Report) {
    let document = Document::parse(document.to_string().as_bytes()).unwrap();
    let registrar = Registrar {
        city: RegionCode::parse("371500").unwrap(),
        regions: None,
        today: "2026-11-23".parse().unwrap(),
    };
    let mut report = Report::default();
    let files = judge(document.cases(), &registrar, &mut report);
    (files.len(), report)
}

fn refusals(faults: &Faults) -> Vec<(&str, &str)> {
    faults
        .iter()
        .map(|fault| (fault.pointer.as_str(), fault.code))
        .collect()
}

#[test]
fn all_published_people_are_taken_over() {
    let (files, report) = report(&serde_json::from_str(PUBLISHED_CASES).unwrap());
    assert_eq!((report.deeds, report.refused, files), (10, 0, 14));
}

#[test]
fn a_broken_record_is_refused_with_its_place_and_the_others_are_taken() {
    let city = [
        deed("good"),
        with(deed("digit"), "people", json!(["测试甲", "测试2"])),
        with(deed("member"), "colour", json!("red")),
        with(deed("type"), "summary", json!(7)),
        with(deed("region"), "region_code", json!("37150")),
        with(deed("neighbour"), "region_code", json!("370100")),
        with(deed("list"), "origin_text", json!("临清籍")),
        deed("good"),
        json!("deed"),
        with(deed("date"), "occurred_on", json!("2023-02-30")),
        with(deed("nul"), "summary", json!("a\0b")),
        with(deed("empty"), "nickname", json!(" ")),
        with(deed("age"), "age_at_deed", json!(300)),
        json!({ "key": "none" }),
    ];
    let elsewhere = [
        with(deed_elsewhere("good 2"), "occurred_on", json!("2023")),
        with(
            deed_elsewhere("harm"),
            "harm_to_actors",
            json!([{ "name": "测试甲", "harm": "dead" }]),
        ),
        with(
            deed_elsewhere("nobody"),
            "harm_to_actors",
            json!([{ "name": "测试乙", "harm": "died" }]),
        ),
        with(deed_elsewhere("unknown"), "place_region", json!("000001")),
        with(deed_elsewhere("inside"), "place_region", json!("LCDJ")),
        with(deed_elsewhere("list 2"), "region_code", json!("371502")),
        with(deed_elsewhere("origin"), "origin_region", Value::Null),
    ];
    let (files, report) = report(&json!({
        "source": "测试报",
        "deeds_in_the_city": city,
        "deeds_outside_the_city": elsewhere,
    }));
    assert_eq!((report.deeds, report.refused, files), (21, 19, 2));
    assert_eq!(
        refusals(&report.faults),
        [
            ("/deeds_in_the_city/1/people/1", "name_character"),
            ("/deeds_in_the_city/2/colour", "unknown_member"),
            ("/deeds_in_the_city/3/summary", "invalid_type"),
            ("/deeds_in_the_city/4/region_code", "region_code_invalid"),
            ("/deeds_in_the_city/5/region_code", "outside_your_regions"),
            ("/deeds_in_the_city/6/origin_text", "member_of_other_list"),
            ("/deeds_in_the_city/7/key", "deed_key_repeated"),
            ("/deeds_in_the_city/8", "invalid_type"),
            ("/deeds_in_the_city/9/occurred_on", "partial_date_invalid"),
            ("/deeds_in_the_city/10/summary", "text_control_character"),
            ("/deeds_in_the_city/11/nickname", "text_empty"),
            ("/deeds_in_the_city/12/age_at_deed", "invalid_value"),
            ("/deeds_in_the_city/13/people", "missing_member"),
            (
                "/deeds_outside_the_city/1/harm_to_actors/0/harm",
                "unknown_value"
            ),
            (
                "/deeds_outside_the_city/2/harm_to_actors/0/name",
                "harm_of_no_actor"
            ),
            ("/deeds_outside_the_city/3/place_region", "region_unknown"),
            (
                "/deeds_outside_the_city/4/place_region",
                "place_inside_city"
            ),
            (
                "/deeds_outside_the_city/5/region_code",
                "member_of_other_list"
            ),
            ("/deeds_outside_the_city/6/origin_region", "required"),
        ]
    );
    // Each in one line, in both languages.
    let shown = report.faults.to_string();
    let line = "/deeds_in_the_city/7/key: 文件中已有相同编号的事迹 / A deed before this one in the file has the same key.";
    assert!(shown.lines().any(|shown| shown == line), "{shown}");
    assert_eq!(shown.lines().count(), 19);
    assert!(!shown.contains("测试2"));
}

#[test]
fn a_file_whose_frame_is_not_understood_is_refused_whole() {
    let named_in_gbk = b"{\"source\":\"\xb2\xe2\xca\xd4\"}";
    for (bytes, message) in [
        (
            &b"{\"source\":\"s\",\"deeds\":[]}"[..],
            "/deeds: 没有此成员",
        ),
        (b"{\"deeds_in_the_city\":[]}", "/source: 缺少此成员"),
        (b"{\"source\":\" \"}", "/source: 文字不能为空"),
        (
            b"{\"source\":\"s\",\"deeds_in_the_city\":{}}",
            "/deeds_in_the_city: 应为",
        ),
        (b"[]", "(整个文件 / the whole file): 应为"),
        (b"{\"source\":\"s\"", "line 1 column 13"),
        (b"{\"source\":\"s\"} x", "line 1 column 16"),
        (b"", "EOF"),
        (named_in_gbk, "UTF-8"),
    ] {
        let refused = Document::parse(bytes).unwrap_err().to_string();
        assert!(refused.contains(message), "{message}: {refused}");
    }
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let text = json!({ "source": "测试报", "deeds_in_the_city": [deed("one")] });
    let marked = format!("\u{feff}{text}");
    assert_eq!(Document::parse(marked.as_bytes()).unwrap().deeds(), 1);
}
