//! A PostgreSQL server of a test's own, for what befalls a whole server.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use tempfile::TempDir;

/// It is stopped, and its folder removed, when the test ends.
pub(super) struct Cluster {
    folder: TempDir,
    url: String,
}

impl Cluster {
    /// Starts one.
    pub(super) fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("yongwei-e2e-")
            .tempdir()
            .unwrap();
        // It may run as another user than the test, who has to get at its own folder within.
        set_permissions(folder.path(), Permissions::from_mode(0o711)).unwrap();
        let mut cluster = Self {
            folder,
            url: String::new(),
        };
        cluster.url = cluster.run("start").trim().to_owned();
        cluster
    }

    /// Ends it as a power cut does, and starts it again.
    pub(super) fn crash(&self) {
        self.run("crash");
    }

    /// The URL of its one database, password and all.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    fn run(&self, command: &str) -> String {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../.ci/postgres");
        let output = Command::new(script)
            .arg(command)
            .env("YONGWEI_POSTGRES_DIR", self.folder.path().join("server"))
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.run("stop");
    }
}
