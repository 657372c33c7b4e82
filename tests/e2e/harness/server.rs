//! A running server.

use std::collections::HashMap;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::call::Endpoint;
use super::caller::{Caller, Credentials};
use super::installation::Installation;
use super::logs::Logs;
use super::{CITY, Snapshot};

/// How long a server may take to answer its first request; a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server with an installation of its own. It is killed when the test ends.
pub(crate) struct TestServer {
    installation: Arc<Installation>,
    flags: Vec<String>,
    settings: Vec<(String, String)>,
    process: Child,
    logs: Logs,
    endpoint: Arc<Endpoint>,
    callers: Mutex<HashMap<String, Caller>>,
}

impl TestServer {
    /// Starts one on an empty database.
    pub(crate) fn start() -> Self {
        Self::of(Installation::new(), &[])
    }

    /// Starts one that filled its database with the demonstration data.
    pub(crate) fn demo() -> Self {
        Self::of(Installation::new(), &["--demo"])
    }

    /// Starts one with a movable calendar.
    pub(crate) fn sandbox() -> Self {
        Self::of(Installation::new(), &["--sandbox"])
    }

    /// Starts one of this installation, with flags of `serve`.
    pub(crate) fn of(installation: Installation, flags: &[&str]) -> Self {
        let flags: Vec<String> = flags.iter().map(ToString::to_string).collect();
        Self::launch(Arc::new(installation), flags, Vec::new())
    }

    /// Another process on the same database.
    pub(crate) fn sibling(&self) -> Self {
        let (flags, settings) = (self.flags.clone(), self.settings.clone());
        Self::launch(Arc::clone(&self.installation), flags, settings)
    }

    /// Another process on the same database, with some settings of its own.
    pub(crate) fn sibling_with(&self, settings: &[(&str, &str)]) -> Self {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let settings = settings.iter().map(own).collect();
        Self::launch(Arc::clone(&self.installation), self.flags.clone(), settings)
    }

    /// Another process on the same database, with other flags of `serve`.
    pub(crate) fn sibling_flagged(&self, flags: &[&str]) -> Self {
        let flags = flags.iter().map(ToString::to_string).collect();
        Self::launch(Arc::clone(&self.installation), flags, self.settings.clone())
    }

    fn launch(
        installation: Arc<Installation>,
        flags: Vec<String>,
        settings: Vec<(String, String)>,
    ) -> Self {
        let mut command = installation.command(&["serve"]);
        command.args(&flags);
        command.envs(settings.iter().map(|(name, value)| (name, value)));
        let (process, logs) = spawn(command);
        let mut server = Self {
            installation,
            flags,
            settings,
            process,
            logs,
            endpoint: Arc::new(Endpoint::new(String::new())),
            callers: Mutex::default(),
        };
        server.await_readiness();
        server
    }

    fn await_readiness(&mut self) {
        let start = Instant::now();
        let address = loop {
            let address = self
                .logs
                .after("listening on http://", Duration::from_millis(100));
            if let Some(address) = address {
                break address;
            }
            self.must_live();
            assert!(start.elapsed() < PATIENCE, "the server does not listen");
        };
        let address: String = address
            .chars()
            .take_while(|symbol| symbol.is_ascii_digit() || matches!(symbol, '.' | ':'))
            .collect();
        self.endpoint = Arc::new(Endpoint::new(address));
        while !self.endpoint.is_ready() {
            self.must_live();
            assert!(start.elapsed() < PATIENCE, "the server does not get ready");
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn must_live(&mut self) {
        if let Some(status) = self.process.try_wait().unwrap() {
            panic!("the server ended by itself: {status}");
        }
    }

    /// Its installation.
    pub(crate) fn installation(&self) -> &Installation {
        &self.installation
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        self.endpoint.address()
    }

    /// Every row of its database, to show that nothing changed.
    pub(crate) fn snapshot(&self) -> Snapshot {
        self.installation.snapshot()
    }

    /// What it printed until now, both streams.
    pub(crate) fn printed(&self) -> String {
        self.logs.text()
    }

    /// Whether it prints this text, now or soon: its lines come by another way than its answers.
    pub(crate) fn prints(&self, text: &str) -> bool {
        self.logs.after(text, Duration::from_secs(5)).is_some()
    }

    /// Ends it as `kill -9` does, and starts a new process on the same database.
    pub(crate) fn crash_and_restart(&mut self) {
        self.kill();
        let successor = self.sibling();
        *self = successor;
    }

    /// Ends it as `kill -9` does.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Asks it to end (SIGTERM).
    pub(crate) fn terminate(&self) {
        self.signal("TERM");
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("sh")
            .args(["-c", &format!("kill -{name} {}", self.process.id())])
            .status()
            .unwrap();
        assert!(status.success());
    }

    /// Lifts the limit of [`Installation::with_largest_file`] from the running process.
    pub(crate) fn make_room(&self) {
        let process = self.process.id().to_string();
        let status = Command::new("prlimit")
            .args(["--pid", &process, "--fsize=unlimited"])
            .status()
            .unwrap();
        assert!(status.success());
    }

    /// Waits until it has ended.
    pub(crate) fn ended_within(&mut self, patience: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < patience, "the server does not end");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// A caller without a token.
    pub(crate) fn anonymous(&self) -> Caller {
        Caller::anonymous(&self.endpoint)
    }

    /// The system of a county, which may do everything there.
    pub(crate) fn county(&self, region: &str) -> Caller {
        self.with_all_scopes(region)
    }

    /// The system of the city, which may do everything in all counties.
    pub(crate) fn city(&self) -> Caller {
        self.with_all_scopes(CITY)
    }

    fn with_all_scopes(&self, region: &str) -> Caller {
        let scopes = self.all_scopes();
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        self.caller(&scopes, &[region])
    }

    /// Every scope of the contract.
    pub(crate) fn all_scopes(&self) -> Vec<String> {
        self.endpoint.contract().scopes()
    }

    /// A client with these scopes and regions; the same one each time.
    pub(crate) fn caller(&self, scopes: &[&str], regions: &[&str]) -> Caller {
        let known = format!("{scopes:?} {regions:?}");
        let mut callers = self.callers.lock().unwrap();
        callers
            .entry(known)
            .or_insert_with(|| self.new_caller(scopes, regions, &[]))
            .clone()
    }

    /// A new client, which may act for the officers of these organisations.
    pub(crate) fn new_caller(
        &self,
        scopes: &[&str],
        regions: &[&str],
        organisations: &[&str],
    ) -> Caller {
        let credentials = self
            .installation
            .create_client(scopes, regions, organisations);
        self.authorised(credentials)
    }

    /// A caller with a fresh token for these credentials.
    pub(crate) fn authorised(&self, credentials: Credentials) -> Caller {
        Caller::authorised(&self.endpoint, credentials)
    }

    /// The client that `serve --demo` printed.
    pub(crate) fn demo_credentials(&self) -> Credentials {
        Credentials::read(&self.printed())
    }

    /// The contract that it serves.
    pub(crate) fn contract(&self) -> &'static super::contract::Contract {
        self.endpoint.contract()
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        // It may have ended by itself, which is for the test to judge.
        drop(self.process.kill());
        drop(self.process.wait());
        if thread::panicking() || std::env::var_os("TEST_LOG").is_some() {
            eprintln!("--- the server printed:\n{}", self.logs.text());
        }
    }
}

/// Starts a process and follows both of its streams.
fn spawn(mut command: Command) -> (Child, Logs) {
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let logs = Logs::default();
    logs.follow(process.stdout.take().unwrap());
    logs.follow(process.stderr.take().unwrap());
    (process, logs)
}
