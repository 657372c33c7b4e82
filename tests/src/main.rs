//! The service as the end-to-end tests start it: `yongwei` under another name.

use std::process::ExitCode;

fn main() -> ExitCode {
    api::main()
}
