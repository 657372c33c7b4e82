//! Whether every form reads what was ever written in it, and writes what its newest sample says.
//!
//! A sample is the value alone: `tests/stored/samples/FORM.FORMAT.json`, and further ones of the same
//! format as `FORM.FORMAT-WHAT.json`. A sample that is there is never changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::commendations::Commendation;
use domain::deeds::Deed;
use domain::out_of_city::Recognition;
use domain::plaques::Plaque;
use domain::rounds::Round;
use domain::studios::Studio;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Form, StoredProcedure, forms};
use crate::error::StoreError;

const CRATE: &str = env!("CARGO_MANIFEST_DIR");

/// Reads a stored value and writes it again.
type Rewrite = Box<dyn Fn(&[u8]) -> Result<Vec<u8>, StoreError>>;

/// A form, whatever its type.
struct Known {
    name: &'static str,
    format: u32,
    rewritten: Rewrite,
}

fn known<T: Serialize + DeserializeOwned + 'static>(form: Form<T>) -> Known {
    Known {
        name: form.name(),
        format: form.format(),
        rewritten: Box::new(move |stored| form.write(&form.read(stored)?)),
    }
}

fn of_procedure<P: StoredProcedure>() -> [Known; 4] {
    [
        known(P::CASE),
        known(P::HISTORY),
        known(P::SUBJECT),
        known(P::FACTS),
    ]
}

/// Every form there is.
fn all() -> Vec<Known> {
    let shared = [
        known(forms::RECEIPT),
        known(forms::SHEET),
        known(forms::CONCERNED),
        known(forms::PERSON),
        known(forms::PERSON_HISTORY),
        known(forms::APPLICATION),
        known(forms::CLUE),
        known(forms::CONSENT),
        known(forms::ROLL_ENTRY),
        known(forms::PUBLIC_STUDIO),
        known(forms::PUBLIC_NOTICE),
        known(forms::ATTACHMENT),
        known(forms::CALENDAR_YEAR),
    ];
    shared
        .into_iter()
        .chain(of_procedure::<Deed>())
        .chain(of_procedure::<Recognition>())
        .chain(of_procedure::<Commendation>())
        .chain(of_procedure::<Plaque>())
        .chain(of_procedure::<Studio>())
        .chain(of_procedure::<Round>())
        .collect()
}

/// Which sample: the format, and what is special about it.
type Key = (u32, String);

/// The samples of a form.
fn samples(form: &str) -> BTreeMap<Key, Value> {
    let named = fs::read_dir(Path::new(CRATE).join("tests/stored/samples")).unwrap();
    named
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let (name, rest) = stem.rsplit_once('.').unwrap();
            let (format, what) = rest.split_once('-').unwrap_or((rest, ""));
            let key = (format.parse().unwrap(), what.to_owned());
            (name == form).then(|| (key, read_json(&path)))
        })
        .collect()
}

fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn stored(format: u32, value: &Value) -> Vec<u8> {
    format!("{{\"format\":{format},\"value\":{value}}}").into_bytes()
}

fn value_of(stored: &[u8]) -> Value {
    let mut envelope: Value = serde_json::from_slice(stored).unwrap();
    envelope["value"].take()
}

#[test]
fn every_form_has_a_sample_of_every_format() {
    for form in all() {
        let samples = samples(form.name);
        for format in 1..=form.format {
            assert!(
                samples.contains_key(&(format, String::new())),
                "{}.{format}.json is missing: put a value into tests/stored/samples that has \
                 something in every member",
                form.name
            );
        }
        let newest = samples.keys().map(|(format, _)| *format).max();
        assert_eq!(
            newest,
            Some(form.format),
            "{}: a form never goes back",
            form.name
        );
    }
}

#[test]
fn every_sample_reads_and_becomes_the_newest() {
    for form in all() {
        let samples = samples(form.name);
        for ((format, what), value) in &samples {
            let name = format!("{}.{format} {what}", form.name);
            let read = |stored: &[u8]| match (form.rewritten)(stored) {
                Ok(rewritten) => value_of(&rewritten),
                Err(error) => panic!(
                    "{name} does not read any more ({error}), and it lies in databases. Raise the \
                     format of `{}` where the form is declared, let its upgrade make the newest value \
                     of an older one, and add a sample of the new format; leave this one as it is.",
                    form.name
                ),
            };
            let rewritten = read(&stored(*format, value));
            if let Some(newest) = samples.get(&(form.format, what.clone())) {
                assert_eq!(
                    &rewritten, newest,
                    "{name} is written otherwise than its newest sample. If that is meant, raise the \
                     format of `{}` where the form is declared, let its upgrade make the new value of \
                     an older one, and add a sample of the new format; leave the others as they are.",
                    form.name
                );
            }
            if *format == 1 {
                let bare = read(value.to_string().as_bytes());
                assert_eq!(
                    bare, rewritten,
                    "{name} as it was written before there were formats"
                );
            }
        }
    }
}

#[test]
fn every_form_is_among_those_that_are_tested() {
    let known: Vec<&str> = all().iter().map(|form| form.name).collect();
    let mut folders = vec![PathBuf::from(CRATE).join("src")];
    let mut declared = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("stored/tests.rs") {
                let source = fs::read_to_string(&path).unwrap();
                let source: String = source.split_whitespace().collect();
                for start in ["Form::first(\"", "Form::upgraded(\""] {
                    for name in source.split(start).skip(1) {
                        let (name, _) = name.split_once('"').unwrap();
                        assert!(
                            known.contains(&name),
                            "add `{name}` to the forms of this test"
                        );
                        declared += 1;
                    }
                }
            }
        }
    }
    assert_eq!(declared, known.len());
}

#[test]
fn a_newer_format_is_refused_and_no_error_repeats_what_is_stored() {
    let form: Form<u8> = Form::first("test");
    assert_eq!(form.read(b"7").unwrap(), 7);
    assert_eq!(form.read(br#"{"format":1,"value":7}"#).unwrap(), 7);
    assert_eq!(form.write(&7).unwrap(), br#"{"format":1,"value":7}"#);
    let newer = form.read(br#"{"format":2,"value":7}"#).unwrap_err();
    assert!(newer.to_string().contains("a newer version"), "{newer}");
    for secret in [
        r#""secret""#,
        r#"{"format":1,"value":"secret"}"#,
        "{\"secret",
    ] {
        let error = form.read(secret.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
