//! The binary `yongwei`; see [`api::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    api::main()
}
