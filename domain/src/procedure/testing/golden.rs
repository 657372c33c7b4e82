//! The whole table of a procedure in words, kept in a file: anyone who changes a line sees what changes
//! for people, and reads it against the law.

use std::{env, fmt::Write as _, fs, path::PathBuf};

use super::Tried;
use crate::{
    calendar::DayUnit,
    named::NamedEnum,
    procedure::{ClockEffect, Condition, Row, Target, Term},
    receipts::{RuleId, Text, samples::liaocheng},
};

/// The variable that renews the file.
const RENEW: &str = "UPDATE_GOLDEN";

/// Compares the table with `domain/golden/<name>.txt`. Lines that begin with `#` are for readers and
/// stay as they are.
pub(crate) fn golden<P: Tried>(name: &str) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "golden", &format!("{name}.txt")]
        .iter()
        .collect();
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let (notes, known): (Vec<&str>, Vec<&str>) =
        stored.lines().partition(|line| line.starts_with('#'));
    let now = rendered::<P>();
    if env::var_os(RENEW).is_some() {
        let now = now.lines();
        let lines: Vec<&str> = notes.into_iter().chain(now).collect();
        fs::write(&path, lines.join("\n") + "\n").unwrap();
        return;
    }
    let now: Vec<&str> = now.lines().collect();
    let differs = (0..now.len().max(known.len())).find(|at| now.get(*at) != known.get(*at));
    if let Some(at) = differs {
        panic!(
            "The table of `{name}` differs from {path:?} in line {} without its notes.\n stored: {:?}\n now:    {:?}\n\
             Read what changed against the law, then renew it with `{RENEW}=1 cargo test -p domain golden`.",
            at + 1,
            known.get(at).unwrap_or(&""),
            now.get(at).unwrap_or(&""),
        );
    }
}

fn rendered<P: Tried>() -> String {
    let mut out = format!("PROCEDURE {}\n", P::NAME);
    line(&mut out, "opens in", P::OPENS_IN.as_str());
    line(&mut out, "clocks", &codes(P::OPENING_CLOCKS));
    line(
        &mut out,
        "calls for",
        &P::OPENING_DOCUMENT.map_or_else(none, named),
    );
    out.push_str("\nSTATES\n");
    for state in P::State::all() {
        let end = if P::is_final(state) { " (final)" } else { "" };
        line(&mut out, state.as_str(), &(words(&state.text()) + end));
        for kind in P::following(state) {
            line(&mut out, "  runs", kind.as_str());
        }
    }
    out.push_str("\nSTEPS\n");
    for row in P::TABLE {
        step(&mut out, row);
    }
    out.push_str("CLOCKS\n");
    for kind in P::Clock::all() {
        clock::<P>(&mut out, kind);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn step<P: Tried>(out: &mut String, row: &Row<P>) {
    let _ = writeln!(out, "{}", named(row.step));
    line(out, "resource", row.resource);
    line(out, "from", &codes(row.from));
    line(out, "to", &target(row.to));
    line(out, "scope", P::scope(row.scope));
    let organisations: Vec<&str> = row.organisations.iter().map(|kind| kind.as_str()).collect();
    line(out, "organisations", &listed(&organisations));
    line(out, "seat", row.competent_body.as_str());
    line(out, "officers", row.officers.as_str());
    if row.by_applicant {
        line(out, "or", "who applied, with the tracking code");
    }
    for effect in row.effects() {
        line(out, "clock", &effect_of(effect));
    }
    for asked in row.of_caller() {
        condition::<P>(out, "of caller", Condition::Shared(asked));
    }
    for asked in row.of_case() {
        condition::<P>(out, "of case", asked);
    }
    for asked in row.of_input() {
        condition::<P>(out, "of input", asked);
    }
    line(out, "calls for", &row.calls_for.map_or_else(none, named));
    if let Some(kind) = row.decides {
        line(out, "decides", &words(&kind.text()));
    }
    let issues = row.issues.map(|kind| words(&kind.text()));
    line(out, "issues", &issues.unwrap_or_else(none));
    out.push('\n');
}

fn clock<P: Tried>(out: &mut String, kind: P::Clock) {
    let policy = liaocheng();
    let length = kind.length(policy);
    let unit = match length.unit {
        DayUnit::Natural => "natural days",
        DayUnit::Working => "working days",
    };
    let yes = |is_so| if is_so { "yes" } else { "no" };
    let _ = writeln!(out, "{}", named(kind));
    line(out, "length", &format!("{} {unit}", length.length));
    line(out, "extension", &kind.extension(policy).to_string());
    line(out, "binds", kind.bound().as_str());
    line(out, "seat", kind.competent_body().as_str());
    line(out, "statutory", yes(kind.statutory()));
    line(out, "per party", yes(kind.is_per_party()));
    line(out, "rule", &rule(Some(kind.rule())));
    for (why, by) in P::pauses(kind, policy) {
        line(out, "pauses", &format!("{} [{by}]", named(why)));
    }
    out.push('\n');
}

fn condition<P: Tried>(out: &mut String, asked_of: &str, condition: Condition<P::Condition>) {
    let (code, rule) = (condition.as_str(), rule(condition.rule()));
    let text = words(&condition.text());
    line(out, asked_of, &format!("{code} [{rule}] {text}"));
}

fn effect_of<K: Term>(effect: ClockEffect<K>) -> String {
    match effect {
        ClockEffect::Starts(kind) => format!("starts {}", kind.as_str()),
        ClockEffect::Stops(kind) => format!("stops {}", kind.as_str()),
        ClockEffect::StopsOnceAllDelivered(kind) => {
            format!("stops {} once all have the decision", kind.as_str())
        }
        ClockEffect::Extends(kind) => format!("extends {}", kind.as_str()),
        ClockEffect::Cancels(kind) => format!("cancels {}", kind.as_str()),
        ClockEffect::CancelsAll => "cancels all".to_owned(),
    }
}

fn target<S: NamedEnum>(to: Target<S>) -> String {
    match to {
        Target::Stays => "stays".to_owned(),
        Target::Moves(state) => state.as_str().to_owned(),
        Target::Returns => "returns to where it was before the detour".to_owned(),
        Target::Reassessed => "is looked at again".to_owned(),
    }
}

fn line(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "  {name}: {value}");
}

fn none() -> String {
    "-".to_owned()
}

fn listed(all: &[&str]) -> String {
    if all.is_empty() {
        none()
    } else {
        all.join(", ")
    }
}

fn codes<W: NamedEnum>(all: &[W]) -> String {
    let codes: Vec<&str> = all.iter().map(|word| word.as_str()).collect();
    listed(&codes)
}

fn named<W: NamedEnum>(word: W) -> String {
    format!("{} {}", word.as_str(), words(&word.text()))
}

fn words(text: &Text) -> String {
    format!("{} / {}", text.zh, text.en)
}

fn rule(rule: Option<RuleId>) -> String {
    rule.map_or_else(none, |rule| rule.to_string())
}
