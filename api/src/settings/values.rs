//! How the values of flags and variables are read; an error says how to correct the value.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZeroU32, NonZeroUsize};
use std::str::FromStr;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue};
use ipnet::IpNet;

use super::Cli;

/// More threads than any machine that this runs on has cores.
const MOST_WORKERS: usize = 512;
/// Each costs a file, and on PostgreSQL a process of the server.
const MOST_CONNECTIONS: u32 = 1000;

/// A flag whose value is no value of it, with the variable that may have set it.
pub(crate) fn with_variable(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(flag)) = error.get(ContextKind::InvalidArg) else {
        return error;
    };
    let mut settings = <Cli as CommandFactory>::command();
    settings.build();
    let variable = settings
        .get_arguments()
        .find(|argument| argument.to_string() == *flag)
        .and_then(|argument| argument.get_env());
    if let Some(variable) = variable {
        let tip = format!("{} sets it too", variable.display());
        let tips = ContextValue::StyledStrs(vec![tip.into()]);
        error.insert(ContextKind::Suggested, tips);
    }
    error
}

pub(super) fn socket(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| "write an IP address and a port, such as 127.0.0.1:8080".to_owned())
}

pub(super) fn from_one<T: FromStr>(text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|_| "write a whole number from 1 on, digits only".to_owned())
}

pub(super) fn seconds(text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| "write a whole number of seconds, digits only".to_owned())
}

/// Threads: more than the server underneath can count are refused here.
pub(super) fn threads(text: &str) -> Result<NonZeroUsize, String> {
    up_to(text, NonZeroUsize::new(MOST_WORKERS))
}

pub(super) fn connections(text: &str) -> Result<NonZeroU32, String> {
    up_to(text, NonZeroU32::new(MOST_CONNECTIONS))
}

fn up_to<T>(text: &str, most: Option<T>) -> Result<T, String>
where
    T: FromStr + PartialOrd + fmt::Display + Copy,
{
    let range = most.map_or_else(String::new, |most| format!(" to {most}"));
    text.parse()
        .ok()
        .filter(|number| most.is_none_or(|most| *number <= most))
        .ok_or_else(|| format!("write a whole number from 1{range}, digits only"))
}

/// A network, or one address as a network of its own.
pub(super) fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse()
        .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| "write addresses or networks, such as 10.0.0.1,192.168.0.0/16".to_owned())
}
