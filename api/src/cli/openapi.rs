//! `yongwei openapi [--check]`: the committed contract.

use std::path::Path;

use super::{CommandFailure, say};
use crate::app::contract_of;
use crate::{contract, features};

/// Where the contract is committed, from the root of the project.
const PATH: &str = "openapi/openapi.json";

pub(super) fn run(check: bool) -> Result<(), CommandFailure> {
    let built = contract_of(features::configure);
    let path = Path::new(PATH);
    if check {
        contract::check(path, built.text())?;
        return say(&format!("{PATH} is the contract of this build"));
    }
    contract::write(path, built.text())?;
    say(&format!("wrote {PATH}"))
}
