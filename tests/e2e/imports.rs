//! `yongwei import FILE`: published people get historic files, once, and only what was published.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Installation, Rows, TestServer};

/// The project's own copy of the published cases.
const PUBLISHED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../domain/data/published-cases.json"
);

/// The number that a report gives for `what`.
fn figure(printed: &str, what: &str) -> usize {
    let line = printed.lines().find(|line| line.contains(what));
    let line = line.unwrap_or_else(|| panic!("no {what} in:\n{printed}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

fn counts(printed: &str) -> (usize, usize) {
    (
        figure(printed, "people imported:"),
        figure(printed, "people already there:"),
    )
}

/// Writes a file of synthetic deeds, one person each, and gives its path.
fn synthetic_file(installation: &Installation, deeds: usize) -> String {
    const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    let deeds: Vec<Value> = (0..deeds)
        .map(|number| {
            let digits = number.to_string();
            let stems = digits.bytes().map(|digit| STEMS[usize::from(digit - b'0')]);
            json!({
                "key": format!("deed {number}"),
                "people": [format!("测试{}", stems.collect::<String>())],
                "summary": "测试事迹",
                "region_code": "371502",
            })
        })
        .collect();
    write(
        installation,
        &json!({ "source": "测试报", "deeds_in_the_city": deeds }),
    )
}

fn write(installation: &Installation, document: &Value) -> String {
    let path = installation.folder().join("cases.json");
    std::fs::write(&path, document.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// That each imported person has all of a file: search keys, history, key, audit entry and event.
fn assert_whole(rows: &mut Rows) {
    let people = rows.count("FROM people");
    for table in [
        "imported_people",
        "person_history WHERE kind = 'imported'",
        "person_history WHERE kind = 'published_deed'",
        "audit_entries WHERE action = 'person.imported'",
        "events WHERE kind = 'person.imported'",
    ] {
        assert_eq!(rows.count(&format!("FROM {table}")), people, "{table}");
    }
    let without_keys = "FROM people WHERE NOT EXISTS \
         (SELECT 1 FROM person_search_keys WHERE person_id = people.id)";
    assert_eq!(rows.count(without_keys), 0);
}

/// The names in the published file.
fn published_names() -> BTreeSet<String> {
    let file: Value = serde_json::from_slice(&std::fs::read(PUBLISHED).unwrap()).unwrap();
    ["deeds_in_the_city", "deeds_outside_the_city"]
        .iter()
        .flat_map(|list| file[list].as_array().unwrap())
        .flat_map(|deed| deed["people"].as_array().unwrap())
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn published_people_get_files_that_say_what_was_published_and_nothing_else() {
    let server = TestServer::start();
    let printed = server.installation().run_well(&["import", PUBLISHED]);
    assert_eq!(counts(&printed), (14, 0));
    assert_whole(&mut server.installation().rows());

    let city = server.city();
    let people = city.all("/v1/people?file_origin=historic");
    let names: BTreeSet<String> = people
        .iter()
        .map(|person| person["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, published_names());
    for person in &people {
        // Unmasked, so that nothing hides behind the mask.
        let path = format!("/v1/people/{}", person["id"].as_str().unwrap());
        let seen = city.get(&path).purpose("correction").send().expect(200);
        let seen = seen.json();
        assert_eq!(seen["masked"], false);
        assert_eq!(seen["synthetic"], false);
        assert_eq!(seen["sex"], "unknown");
        assert_eq!(seen["birth_date"]["precision"], "unknown");
        for unpublished in [
            "citizen_number",
            "phone",
            "address",
            "household_region",
            "native_place",
        ] {
            assert_eq!(seen.get(unpublished), None, "{unpublished}");
        }
        assert!(seen["source"].as_str().unwrap().starts_with("齐鲁晚报"));
        let name = seen["name"].as_str().unwrap();
        let died = ["王森", "何同猛"].contains(&name);
        assert_eq!(
            seen["life_status"],
            if died { "deceased" } else { "unknown" }
        );
        if died {
            assert_eq!(seen["died_on"]["precision"], "unknown");
        }
        if let Some(origin) = seen.get("origin") {
            assert_eq!(origin.get("basis"), None);
            assert_eq!(origin["region"], seen["region_code"]);
        } else {
            assert_eq!(seen["region_code"], "371500");
        }
        let history = city.all(&format!("{path}/history"));
        let kinds: BTreeSet<&str> = history
            .iter()
            .map(|entry| entry["kind"].as_str().unwrap())
            .collect();
        assert_eq!(kinds, BTreeSet::from(["imported", "published_deed"]));
    }
}

#[test]
fn a_published_deed_keeps_its_details_and_leaves_open_what_is_open() {
    let server = TestServer::start();
    server.installation().run_well(&["import", PUBLISHED]);
    let city = server.city();
    let deed = |name: &str| {
        let found = city.get("/v1/people").query("q", name).send().expect(200);
        let found = found.json();
        let id = found["items"][0]["id"].as_str().unwrap();
        let history = city.all(&format!("/v1/people/{id}/history"));
        let entry = history
            .into_iter()
            .find(|entry| entry["kind"] == "published_deed");
        entry.unwrap()["deed"].clone()
    };
    let out_of_city = deed("任国超");
    assert_eq!(out_of_city["origin_text"], "度假区籍");
    assert_eq!(out_of_city["place_region"], "371724");
    assert_eq!(out_of_city["place_text"], "菏泽巨野洙赵新河");
    assert_eq!(out_of_city["group"], true);
    assert_eq!(out_of_city["occurred_on"]["precision"], "unknown");
    let in_city = deed("朱书香");
    assert_eq!(in_city["age_at_deed"], 56);
    assert_eq!(in_city["group"], false);
    assert_eq!(in_city.get("origin_text"), None);
    let listed = deed("吴青");
    assert_eq!(listed["listed_in"], "中央政法委 全国见义勇为勇士榜");
    assert_eq!(listed["recommended_by"].as_array().unwrap().len(), 2);
}

#[test]
fn a_second_import_changes_nothing() {
    let server = TestServer::start();
    let installation = server.installation();
    installation.run_well(&["import", PUBLISHED]);
    let before = installation.snapshot();
    let printed = installation.run_well(&["import", PUBLISHED]);
    assert_eq!(counts(&printed), (0, 14));
    assert_eq!(installation.snapshot(), before);
}

#[test]
fn an_import_that_was_killed_is_finished_by_the_next() {
    const PEOPLE: usize = 6000;
    let server = TestServer::start();
    let installation = server.installation();
    let file = synthetic_file(installation, PEOPLE);
    let mut process = installation.command(&["import", &file]).spawn().unwrap();
    let mut rows = installation.rows();
    while rows.count("FROM people") == 0 {
        assert_eq!(process.try_wait().unwrap(), None, "it ended too early");
        thread::sleep(Duration::from_millis(5));
    }
    process.kill().unwrap();
    process.wait().unwrap();
    let kept = rows.count("FROM people");
    assert!((1..PEOPLE).contains(&kept), "{kept}");
    assert_whole(&mut rows);

    let printed = installation.run_well(&["import", &file]);
    assert_eq!(counts(&printed), (PEOPLE - kept, kept));
    assert_eq!(rows.count("FROM people"), PEOPLE);
    assert_whole(&mut rows);
}

#[test]
fn two_imports_of_one_file_at_once_open_each_file_once() {
    const PEOPLE: usize = 300;
    let server = TestServer::start();
    let installation = server.installation();
    let file = synthetic_file(installation, PEOPLE);
    let printed = thread::scope(|scope| {
        let imports = [(); 2].map(|()| scope.spawn(|| installation.run_well(&["import", &file])));
        imports.map(|import| import.join().unwrap())
    });
    let [one, other] = printed.map(|printed| counts(&printed));
    assert_eq!(one.0 + other.0, PEOPLE);
    assert_eq!(one.1 + other.1, PEOPLE);
    assert_whole(&mut installation.rows());
}

#[test]
fn refused_deeds_are_named_and_the_others_are_imported() {
    let server = TestServer::start();
    let installation = server.installation();
    let deed = |key: &str, name: &str, region: &str| json!({ "key": key, "people": [name], "summary": "测试事迹", "region_code": region });
    let document = json!({
        "source": "测试报",
        "deeds_in_the_city": [
            deed("one", "测试甲", "371502"),
            deed("two", "测试2", "371502"),
            deed("three", "测试丙", "370100"),
        ],
    });
    let file = write(installation, &document);
    let output = installation.run(&["import", &file]);
    assert!(!output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(counts(&printed), (1, 0));
    assert_eq!(figure(&printed, "deeds read:"), 3);
    assert_eq!(figure(&printed, "deeds refused:"), 2);
    assert!(
        printed.contains("/deeds_in_the_city/1/people/0: 姓名的第 3 个字符 2"),
        "{printed}"
    );
    assert!(
        printed.contains("/deeds_in_the_city/2/region_code: "),
        "{printed}"
    );
    assert!(
        printed.contains("The region is not one of yours"),
        "{printed}"
    );
    let people = server.city().all("/v1/people");
    assert_eq!(people.len(), 1);
    assert_eq!(people[0]["name"], "测试甲");
}

#[test]
fn a_file_that_is_none_changes_nothing_and_says_where_it_breaks() {
    let server = TestServer::start();
    let installation = server.installation();
    let before = installation.snapshot();
    let path = installation.folder().join("cases.json");
    let path = path.to_str().unwrap();
    for (text, message) in [
        ("{\"source\":\"测试报\",\"deeds_in_the_city\":[", "line 1"),
        ("{\"source\":\"测试报\",\"deeds\":[]}", "/deeds: "),
    ] {
        std::fs::write(path, text).unwrap();
        let output = installation.run(&["import", path]);
        assert!(!output.status.success());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(path) && said.contains(message), "{said}");
    }
    assert!(
        !installation
            .run(&["import", "no-such-file.json"])
            .status
            .success()
    );
    assert_eq!(installation.snapshot(), before);
}
