//! Starting and ending: settings are checked before anything happens, with a text that says how to
//! mend them; secrets stay out of sight; the embedded database needs no preparation.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use crate::harness::raw::RawAnswer;
use crate::harness::{Installation, TestServer, synthetic};

/// What a command that must fail says.
fn refusal(installation: &Installation, arguments: &[&str]) -> String {
    let output = installation.run(arguments);
    assert!(!output.status.success(), "{arguments:?} must fail");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_new_installation_makes_its_database_and_its_keys_by_itself() {
    let server = TestServer::of(Installation::on_sqlite(), &[]);
    let folder = server.installation().folder();
    assert!(folder.join("yongwei.db").is_file());
    // The log of SQLite is made with the first write.
    server.county("371502").get("/v1/people").send().expect(200);
    for file in ["db", "db-wal", "db-shm", "keys.json"] {
        let file = format!("yongwei.{file}");
        let found = fs::metadata(folder.join(&file)).unwrap();
        let mode = found.permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{file} is open to others: {mode:o}");
    }
}

#[test]
fn a_database_that_was_migrated_by_hand_is_served() {
    let installation = Installation::on_sqlite();
    installation.run_well(&["migrate"]);
    assert!(installation.folder().join("yongwei.db").is_file());
    let server = TestServer::of(installation, &[]);
    server.county("371502").get("/v1/people").send().expect(200);
}

#[test]
fn it_says_where_to_find_swagger_ui_and_the_contract() {
    let server = TestServer::start();
    let printed = server.printed();
    for address in ["/swagger-ui/", "/openapi.json"] {
        assert!(printed.contains(address), "{address} is not in:\n{printed}");
    }
}

#[test]
fn a_wrong_setting_is_refused_with_the_way_to_mend_it() {
    for (name, value, advice) in [
        (
            "YONGWEI_DATABASE_URL",
            "mysql://root@localhost/x",
            "sqlite:",
        ),
        ("YONGWEI_DATABASE_URL", "yongwei.db", "sqlite:"),
        ("YONGWEI_DATABASE_URL", "sqlite:", "sqlite:"),
        ("YONGWEI_PUBLIC_URL", "http://yongwei.test/", "slash"),
        ("YONGWEI_PUBLIC_URL", "ftp://yongwei.test", "http"),
        ("YONGWEI_LISTEN", "somewhere", "YONGWEI_LISTEN"),
        (
            "YONGWEI_POLICY",
            "no-such-policy.toml",
            "no-such-policy.toml",
        ),
        (
            "YONGWEI_FORMER_REGIONS",
            "no-such-list.csv",
            "no-such-list.csv",
        ),
        (
            "YONGWEI_TYPEFACE",
            "no-such-typeface.ttc",
            "no-such-typeface.ttc",
        ),
        ("YONGWEI_METRICS_TOKEN", "short", "16"),
        ("YONGWEI_TRUSTED_PROXIES", "10.0.0.0/33", "192.168.0.0/16"),
        (
            "YONGWEI_TRUSTED_PROXIES",
            "10.0.0.1,proxy",
            "192.168.0.0/16",
        ),
        ("YONGWEI_LISTEN", "localhost:8080", "such as 127.0.0.1:8080"),
        ("YONGWEI_METRICS_LISTEN", "9090", "such as 127.0.0.1:8080"),
        ("YONGWEI_RATE_PER_MINUTE", "0", "YONGWEI_RATE_PER_MINUTE"),
        ("YONGWEI_RATE_PER_MINUTE", "viele", "whole number"),
        ("YONGWEI_BODY_LIMIT", "1MB", "digits only"),
        ("YONGWEI_WORKERS", "513", "from 1 to 512"),
        ("YONGWEI_POOL_SIZE", "100000", "from 1 to 1000"),
        ("YONGWEI_SHUTDOWN_SECONDS", "-1", "YONGWEI_SHUTDOWN_SECONDS"),
        (
            "YONGWEI_ATTACHMENT_MAX_BYTES",
            "0",
            "YONGWEI_ATTACHMENT_MAX_BYTES",
        ),
        ("YONGWEI_LOG", "api=loud", "api=debug,info"),
        ("YONGWEI_LOG_FORMAT", "xml", "text, json"),
    ] {
        let installation = Installation::on_sqlite().with(name, value);
        let said = refusal(&installation, &["serve"]);
        assert!(said.contains(advice), "{name}={value}:\n{said}");
        assert!(said.contains(name), "{name} is not in:\n{said}");
        assert!(
            !installation.folder().join("yongwei.db").exists(),
            "{name}={value} made a database all the same"
        );
    }
}

#[test]
fn postgresql_without_keys_is_refused_with_the_command_that_makes_them() {
    let installation = Installation::on_sqlite().with(
        "YONGWEI_DATABASE_URL",
        "postgres://yongwei:verysecret@127.0.0.1:1/yongwei",
    );
    let said = refusal(&installation, &["serve"]);
    for needed in [
        "YONGWEI_DATA_KEYS",
        "YONGWEI_INDEX_KEY",
        "YONGWEI_SIGNING_KEYS",
        "key new",
    ] {
        assert!(said.contains(needed), "{needed} is not in:\n{said}");
    }
    assert!(!said.contains("verysecret"), "{said}");
}

#[test]
fn one_key_alone_is_refused_with_the_names_of_those_that_go_with_it() {
    let installation = Installation::on_sqlite().with("YONGWEI_DATA_KEYS", "1:verysecret");
    let said = refusal(&installation, &["serve"]);
    for needed in ["YONGWEI_INDEX_KEY", "YONGWEI_SIGNING_KEYS", "go together"] {
        assert!(said.contains(needed), "{needed} is not in:\n{said}");
    }
    assert!(!said.contains("PostgreSQL"), "{said}");
    assert!(!said.contains("verysecret"), "{said}");
}

#[test]
fn a_database_that_does_not_answer_is_named_without_its_password() {
    let keys = Installation::on_sqlite().run_well(&["key", "new"]);
    let mut installation = Installation::on_sqlite().with(
        "YONGWEI_DATABASE_URL",
        "postgres://yongwei:verysecret@127.0.0.1:1/yongwei",
    );
    let mut given = 0;
    for line in keys.lines() {
        let line = line.trim().trim_start_matches("export ");
        if let Some((name, key)) = line.split_once('=')
            && name.starts_with("YONGWEI_")
        {
            installation = installation.with(name, key.trim_matches('\''));
            given += 1;
        }
    }
    assert_eq!(given, 3, "`key new` prints the three settings:\n{keys}");
    let said = refusal(&installation, &["serve"]);
    assert!(!said.contains("verysecret"), "{said}");
    assert!(said.contains("127.0.0.1"), "{said}");
}

#[test]
fn a_database_whose_keys_are_gone_is_refused_and_left_alone() {
    let installation = Installation::on_sqlite();
    installation.run_well(&["client", "list"]);
    let keys = installation.folder().join("yongwei.keys.json");
    fs::remove_file(&keys).unwrap();
    let said = refusal(&installation, &["serve"]);
    assert!(said.contains("yongwei.keys.json"), "{said}");
    assert!(!keys.exists(), "new keys would not open what is sealed");
}

#[test]
fn keys_that_others_may_read_are_refused_with_the_command_that_closes_them() {
    let installation = Installation::on_sqlite();
    installation.run_well(&["client", "list"]);
    let keys = installation.folder().join("yongwei.keys.json");
    fs::set_permissions(&keys, fs::Permissions::from_mode(0o644)).unwrap();
    let said = refusal(&installation, &["serve"]);
    assert!(said.contains("chmod 600"), "{said}");
}

#[test]
fn help_names_every_setting_and_shows_no_secret() {
    let installation = Installation::on_sqlite()
        .with("YONGWEI_DATABASE_URL", "postgres://u:verysecret@h/d")
        .with("YONGWEI_DATA_KEYS", "1:verysecret")
        .with("YONGWEI_INDEX_KEY", "verysecret")
        .with("YONGWEI_SIGNING_KEYS", "1:verysecret")
        .with("YONGWEI_METRICS_TOKEN", "verysecretverysecret");
    for arguments in [&["--help"][..], &["serve", "--help"]] {
        let help = installation.run_well(arguments);
        assert!(!help.contains("verysecret"), "{help}");
        for setting in [
            "YONGWEI_DATABASE_URL",
            "YONGWEI_LISTEN",
            "YONGWEI_PUBLIC_URL",
            "YONGWEI_DATA_KEYS",
            "YONGWEI_INDEX_KEY",
            "YONGWEI_SIGNING_KEYS",
            "YONGWEI_RATE_PER_MINUTE",
            "YONGWEI_POLICY",
            "YONGWEI_CALENDAR",
            "YONGWEI_FORMER_REGIONS",
            "YONGWEI_TYPEFACE",
        ] {
            assert!(help.contains(setting), "{setting} is not in:\n{help}");
        }
    }
}

#[test]
fn nothing_that_is_printed_holds_a_secret_or_personal_data() {
    let server = TestServer::start();
    let county = server.county("371502");
    let person = synthetic::person("371502");
    county.post("/v1/people").json(&person).send().expect(201);
    county
        .post("/v1/people")
        .json(&person)
        .header("X-Request-Id", "the-last-request")
        .send()
        .problem(409, "person_exists");
    assert!(server.prints("the-last-request"));
    let printed = server.printed();
    for secret in [
        county.token(),
        &county.credentials().secret,
        person["citizen_number"].as_str().unwrap(),
        person["name"].as_str().unwrap(),
    ] {
        assert!(!printed.contains(secret), "{secret} is in:\n{printed}");
    }
}

#[test]
fn a_polite_end_answers_what_is_under_way_and_lets_nobody_new_in() {
    let mut server = TestServer::start();
    let county = server.county("371502");
    let body = synthetic::person("371502").to_string();
    let head = format!(
        "POST /v1/people HTTP/1.1\r\nHost: yongwei.test\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        county.token(),
        body.len()
    );
    let (first, rest) = body.split_at(body.len() - 1);
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    write!(stream, "{head}{first}").unwrap();
    // The head must have been read before the end is asked for.
    std::thread::sleep(Duration::from_millis(700));
    server.terminate();
    std::thread::sleep(Duration::from_millis(300));
    assert!(
        TcpStream::connect(server.address()).is_err(),
        "it takes new connections while it ends"
    );
    stream.write_all(rest.as_bytes()).unwrap();
    let mut received = Vec::new();
    stream.read_to_end(&mut received).unwrap();
    assert_eq!(RawAnswer::read(&received).status, 201);
    let status = server.ended_within(Duration::from_secs(20));
    assert!(status.success(), "{status}");
    assert_eq!(server.installation().rows().count("FROM people"), 1);
}

#[test]
fn after_a_polite_end_the_database_is_one_file() {
    let mut server = TestServer::of(Installation::on_sqlite(), &[]);
    let county = server.county("371502");
    county
        .post("/v1/people")
        .json(&synthetic::person("371502"))
        .send()
        .expect(201);
    server.terminate();
    assert!(server.ended_within(Duration::from_secs(20)).success());
    let folder = server.installation().folder();
    let log = fs::metadata(folder.join("yongwei.db-wal")).map_or(0, |log| log.len());
    assert_eq!(log, 0, "part of the data is beside the file");
    assert_eq!(server.installation().rows().count("FROM people"), 1);
}

#[test]
fn two_servers_cannot_share_one_port() {
    let server = TestServer::start();
    for setting in ["YONGWEI_LISTEN", "YONGWEI_METRICS_LISTEN"] {
        let installation = Installation::on_sqlite().with(setting, server.address());
        let said = refusal(&installation, &["serve"]);
        assert!(said.contains(server.address()), "{said}");
        assert!(said.contains(&format!("set {setting} ")), "{said}");
    }
}
