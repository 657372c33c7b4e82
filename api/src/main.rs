//! The binary `yongwei`; see [`api::cli`].

use std::process::ExitCode;

/// Faster than the system's for many small requests. SQLite and libpq use it as well.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    api::main()
}
