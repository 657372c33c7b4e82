//! The binary `yongwei`; see [`api::cli`].

use std::process::ExitCode;

/// The system's allocator costs a tenth of a request's time. SQLite and libpq use this one as well.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    api::main()
}
