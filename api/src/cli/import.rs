//! `yongwei import FILE`.

use std::fs;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::{CommandFailure, block_on, open_store, say};
use crate::imports::{self, Document, Report};
use crate::policy;
use crate::settings::Settings;

pub(super) fn run(settings: &Settings, file: &Path) -> Result<(), CommandFailure> {
    let in_file = |error: &dyn std::fmt::Display| {
        CommandFailure::Refused(format!("{}: {error}", file.display()))
    };
    let bytes = fs::read(file).map_err(|error| in_file(&error))?;
    let document = Document::parse(&bytes).map_err(|error| in_file(&error))?;
    let city = policy::load(settings)?.city();
    let (store, _) = open_store(settings)?;
    let in_flight = match store.backend() {
        "sqlite" => imports::WRITES_IN_FLIGHT,
        // More would only wait for a connection.
        _ => usize::try_from(settings.pool_size.get()).unwrap_or(usize::MAX),
    };
    let bar = progress_bar(document.deeds());
    let report = block_on(imports::import(
        &store,
        city,
        document,
        in_flight,
        |deeds| {
            bar.set_position(u64::try_from(deeds).unwrap_or(u64::MAX));
        },
    ))?;
    bar.finish_and_clear();
    show(&report)
}

/// On standard error, and only where that is a terminal.
fn progress_bar(deeds: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(deeds).unwrap_or(u64::MAX));
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn show(report: &Report) -> Result<(), CommandFailure> {
    say(&format!(
        "读取事迹 / deeds read:             {}\n\
         新建档案 / people imported:        {}\n\
         已有档案 / people already there:   {}\n\
         拒收事迹 / deeds refused:          {}",
        report.deeds, report.imported, report.already_there, report.refused
    ))?;
    if report.refused == 0 {
        return Ok(());
    }
    say(&report.faults.to_string())?;
    Err(CommandFailure::Refused(format!(
        "{} 件事迹未导入，更正后可重新导入整个文件 / deeds were not imported; mend them and import the whole file again",
        report.refused
    )))
}
