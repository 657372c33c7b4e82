//! The command line.

use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;

use super::Secret;
use super::values::{connections, from_one, network, seconds, socket, threads};

/// Yongwei (勇为): the service of record for acts of bravery (见义勇为).
///
/// Without a command it serves.
#[derive(Debug, Parser)]
#[command(name = "yongwei", version, args_conflicts_with_subcommands = false)]
pub struct Cli {
    /// What to do; serve if absent.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The flags of `serve`, which need not be named.
    #[command(flatten)]
    pub serve: ServeFlags,
    /// The settings.
    #[command(flatten)]
    pub settings: Settings,
}

impl Cli {
    /// The command, with `serve` as the default.
    pub fn command(&self) -> Command {
        match &self.command {
            None => Command::Serve(self.serve),
            // `yongwei --demo serve` means the same as `yongwei serve --demo`.
            Some(Command::Serve(flags)) => Command::Serve(ServeFlags {
                demo: flags.demo || self.serve.demo,
                sandbox: flags.sandbox || self.serve.sandbox,
            }),
            Some(command) => command.clone(),
        }
    }
}

/// How to serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Args)]
pub struct ServeFlags {
    /// Fill an empty database with the published cases and synthetic people, and print a
    /// demonstration client
    #[arg(long)]
    pub demo: bool,
    /// Offer a movable calendar at /v1/sandbox/clock; never in production
    #[arg(long)]
    pub sandbox: bool,
}

/// What the binary can do.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Answer over HTTP (the default)
    Serve(ServeFlags),
    /// Bring the database to the newest schema
    Migrate,
    /// Write the contract to openapi/openapi.json
    Openapi {
        /// Only compare; fail if the committed file differs
        #[arg(long)]
        check: bool,
    },
    /// Manage client systems
    #[command(subcommand)]
    Client(ClientCommand),
    /// Make and rotate keys
    #[command(subcommand)]
    Key(KeyCommand),
    /// Load a file in the format of published-cases.json; safe to repeat
    Import {
        /// The file
        file: PathBuf,
    },
}

/// What can be done with client systems.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum ClientCommand {
    /// Register a client and print its secret, once
    Create {
        /// Its name, as people know it
        #[arg(long)]
        name: String,
        /// What it may do, such as people:read; repeat or separate by commas
        #[arg(long = "scope", value_delimiter = ',', required = true)]
        scopes: Vec<String>,
        /// Where it may do it: region codes such as 371502; repeat or separate by commas
        #[arg(long = "region", value_delimiter = ',', required = true)]
        regions: Vec<String>,
        /// The organisations whose officers it may act for: ids
        #[arg(long = "organisation", value_delimiter = ',')]
        organisations: Vec<String>,
    },
    /// List all clients
    List,
    /// Let a client in no more
    Disable {
        /// Its id
        client_id: String,
    },
    /// Give a client a new secret and print it, once
    Rotate {
        /// Its id
        client_id: String,
    },
}

/// What can be done with keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum KeyCommand {
    /// Print new data, index and signing keys as settings
    New,
    /// Put new keys in front; the old ones still open what they sealed
    Rotate,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people
    Text,
    /// For machines, one object a line
    Json,
}

/// A file is one download and is checked in one request: a gibibyte at the most.
const MOST_ATTACHMENT_BYTES: u64 = 1024 * 1024 * 1024;

/// The settings of every command.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(
        long,
        env = "YONGWEI_DATABASE_URL",
        hide_env_values = true,
        global = true,
        default_value = "sqlite:data/yongwei.db"
    )]
    pub database_url: Secret,
    /// Address and port to listen on
    #[arg(long, env = "YONGWEI_LISTEN", global = true, default_value = "127.0.0.1:8080", value_parser = socket)]
    pub listen: SocketAddr,
    /// The address by which callers reach the service, without a slash at its end
    /// [default: `http://localhost` and the port]
    #[arg(long, env = "YONGWEI_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,
    /// A port of its own for /metrics, without a token
    #[arg(long, env = "YONGWEI_METRICS_LISTEN", global = true, value_parser = socket)]
    pub metrics_listen: Option<SocketAddr>,
    /// The bearer token that opens /metrics on the service's own port
    #[arg(
        long,
        env = "YONGWEI_METRICS_TOKEN",
        hide_env_values = true,
        global = true
    )]
    pub metrics_token: Option<Secret>,
    /// Calls per minute for each client, and for each peer address (IPv6: each /64) without a token
    #[arg(
        long,
        env = "YONGWEI_RATE_PER_MINUTE",
        global = true,
        default_value = "6000", value_parser = from_one::<NonZeroU32>)]
    pub rate_per_minute: NonZeroU32,
    /// Calls at once for each client, and for each peer address (IPv6: each /64) without a token
    #[arg(long, env = "YONGWEI_RATE_BURST", global = true, default_value = "600", value_parser = from_one::<NonZeroU32>)]
    pub rate_burst: NonZeroU32,
    /// Applications and clues an hour from each address (IPv6: each /64) without a token
    #[arg(
        long,
        env = "YONGWEI_PUBLIC_WRITES_PER_HOUR",
        global = true,
        default_value = "20", value_parser = from_one::<NonZeroU32>)]
    pub public_writes_per_hour: NonZeroU32,
    /// Proxies that are believed when they say who called them (`Forwarded`, `X-Forwarded-For`):
    /// addresses or networks such as 10.0.0.0/8, separated by commas
    #[arg(long, env = "YONGWEI_TRUSTED_PROXIES", global = true, value_delimiter = ',', value_parser = network)]
    pub trusted_proxies: Vec<IpNet>,
    /// Largest request body, in bytes
    #[arg(
        long,
        env = "YONGWEI_BODY_LIMIT",
        global = true,
        default_value = "1048576", value_parser = from_one::<NonZeroUsize>)]
    pub body_limit: NonZeroUsize,
    /// Largest attachment, in bytes
    #[arg(
        long,
        env = "YONGWEI_ATTACHMENT_MAX_BYTES",
        global = true,
        default_value = "20971520",
        value_parser = clap::value_parser!(u64).range(1..=MOST_ATTACHMENT_BYTES)
    )]
    pub attachment_max_bytes: u64,
    /// All attachments of one deed together, in bytes
    #[arg(
        long,
        env = "YONGWEI_ATTACHMENT_DEED_MAX_BYTES",
        global = true,
        default_value = "209715200",
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub attachment_deed_max_bytes: u64,
    /// Threads that answer requests [default: one for each core]
    #[arg(long, env = "YONGWEI_WORKERS", global = true, value_parser = threads)]
    pub workers: Option<NonZeroUsize>,
    /// Database connections
    #[arg(long, env = "YONGWEI_POOL_SIZE", global = true, default_value = "8", value_parser = connections)]
    pub pool_size: NonZeroU32,
    /// Seconds that running requests get to end at shutdown
    #[arg(long, env = "YONGWEI_SHUTDOWN_SECONDS", global = true, default_value = "20", value_parser = seconds)]
    pub shutdown_seconds: u64,
    /// How log lines look
    #[arg(
        long,
        env = "YONGWEI_LOG_FORMAT",
        global = true,
        default_value = "text"
    )]
    pub log_format: LogFormat,
    /// What is logged, such as info or api=debug,info
    #[arg(long, env = "YONGWEI_LOG", global = true, default_value = "info")]
    pub log: String,
    /// Policy file of another city, in the place of the built-in one
    #[arg(long, env = "YONGWEI_POLICY", global = true)]
    pub policy: Option<PathBuf>,
    /// Abolished region codes (CSV: code,name,abolished,successor), in the place of the built-in list
    #[arg(long, env = "YONGWEI_FORMER_REGIONS", global = true)]
    pub former_regions: Option<PathBuf>,
    /// File with the days off of further years, in TOML; each is loaded once, unless the city has loaded
    /// the year otherwise since
    #[arg(long, env = "YONGWEI_CALENDAR", global = true)]
    pub calendar: Option<PathBuf>,
    /// Typefaces for documents, files of OpenType, collections among them, parted by `:`; the first one
    /// is Chinese, and each of the others is tried for what those before it lack. Those that are
    /// installed follow [default: Noto CJK or Source Han, then Hanazono]
    #[arg(long, env = "YONGWEI_TYPEFACE", global = true, value_delimiter = ':')]
    pub typeface: Vec<PathBuf>,
    /// Keys that seal sensitive fields (from `yongwei key new`)
    #[arg(long, env = "YONGWEI_DATA_KEYS", hide_env_values = true, global = true)]
    pub data_keys: Option<Secret>,
    /// Key of the blind index (from `yongwei key new`)
    #[arg(long, env = "YONGWEI_INDEX_KEY", hide_env_values = true, global = true)]
    pub index_key: Option<Secret>,
    /// Keys that sign access tokens (from `yongwei key new`)
    #[arg(
        long,
        env = "YONGWEI_SIGNING_KEYS",
        hide_env_values = true,
        global = true
    )]
    pub signing_keys: Option<Secret>,
}
