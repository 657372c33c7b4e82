//! What somebody gets who starts the service.

use clap::{CommandFactory, Parser};
use persistence::DatabaseUrl;

use super::{Cli, Command, KeyCommand, ServeFlags, Settings, SettingsError};

fn cli(arguments: &[&str]) -> Cli {
    Cli::try_parse_from([&["yongwei"], arguments].concat()).unwrap()
}

fn settings(arguments: &[&str]) -> Settings {
    cli(arguments).settings
}

#[test]
fn serving_is_the_default_and_takes_its_flags_with_or_without_the_word() {
    let demo = Command::Serve(ServeFlags {
        demo: true,
        sandbox: false,
    });
    assert_eq!(cli(&[]).command(), Command::Serve(ServeFlags::default()));
    assert_eq!(cli(&["--demo"]).command(), demo);
    assert_eq!(cli(&["serve", "--demo"]).command(), demo);
    assert_eq!(cli(&["--demo", "serve"]).command(), demo);
    let both = Command::Serve(ServeFlags {
        demo: true,
        sandbox: true,
    });
    assert_eq!(cli(&["--sandbox", "serve", "--demo"]).command(), both);
}

#[test]
fn settings_go_before_or_after_the_command() {
    for arguments in [
        &["--listen", "0.0.0.0:9000", "migrate"][..],
        &["migrate", "--listen", "0.0.0.0:9000"],
    ] {
        assert_eq!(settings(arguments).listen.port(), 9000);
    }
}

#[test]
fn every_command_is_understood() {
    assert_eq!(
        cli(&["openapi", "--check"]).command(),
        Command::Openapi { check: true }
    );
    assert_eq!(
        cli(&["key", "rotate"]).command(),
        Command::Key(KeyCommand::Rotate)
    );
    assert_eq!(
        cli(&["import", "a.json"]).command(),
        Command::Import {
            file: "a.json".into()
        }
    );
    let create = [
        "client",
        "create",
        "--name",
        "测试",
        "--scope",
        "people:read,people:write",
        "--region",
        "371502",
    ];
    assert!(matches!(cli(&create).command(), Command::Client(_)));
    <Cli as CommandFactory>::command().debug_assert();
}

#[test]
fn the_database_is_chosen_by_its_url() {
    let database = |url: &str| settings(&["--database-url", url]).database();
    assert_eq!(
        settings(&[]).database(),
        Ok(DatabaseUrl::Sqlite("data/yongwei.db".to_owned()))
    );
    let url = "postgres://u:p@h/n";
    assert_eq!(database(url), Ok(DatabaseUrl::Postgres(url.to_owned())));
    for (url, hint) in [
        ("mysql://u:geheim@h/n", "`mysql:`"),
        ("data/yongwei.db", "not a database URL"),
        ("sqlite:", "no file"),
    ] {
        let message = database(url).unwrap_err().to_string();
        assert!(
            message.contains(hint) && message.contains("postgres://USER"),
            "{message}"
        );
        assert!(!message.contains("geheim"), "{message}");
    }
}

#[test]
fn all_faults_are_told_at_once_and_each_says_how_to_mend_it() {
    let faults = settings(&[
        "--database-url",
        "mysql:x",
        "--public-url",
        "https://a.example/",
        "--metrics-token",
        "short",
        "--policy",
        "/no/such/file",
        "--calendar",
        "/no/such/file",
    ])
    .check()
    .unwrap_err();
    assert_eq!(faults.len(), 5);
    assert!(faults.contains(&SettingsError::PublicUrl("it ends with a slash")));
    for fault in &faults {
        assert!(fault.to_string().starts_with("YONGWEI_"), "{fault}");
    }
    for url in [
        "yongwei.example",
        "ftp://a.example",
        "https://a.example?x=1",
        "https://u:p@a.example",
    ] {
        assert!(settings(&["--public-url", url]).check().is_err(), "{url}");
    }
    for url in [
        "http://localhost:8080",
        "https://a.example",
        "https://a.example/yongwei",
    ] {
        assert_eq!(settings(&["--public-url", url]).check(), Ok(()), "{url}");
    }
}

#[test]
fn no_secret_is_shown() {
    let secret = "postgres://u:geheim@h/n";
    let settings = settings(&[
        "--database-url",
        secret,
        "--data-keys",
        "geheim",
        "--index-key",
        "geheim",
        "--signing-keys",
        "geheim",
        "--metrics-token",
        "geheim",
    ]);
    assert!(!format!("{settings:?}").contains("geheim"));
    let hidden = [
        "database_url",
        "metrics_token",
        "data_keys",
        "index_key",
        "signing_keys",
    ];
    for argument in <Cli as CommandFactory>::command().get_arguments() {
        let name = argument.get_id().as_str();
        assert_eq!(
            argument.is_hide_env_values_set(),
            hidden.contains(&name),
            "{name}"
        );
    }
}
