//! Where a call comes from: the address of the connection, or what trusted proxies say of it.

use std::net::{IpAddr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderMap, HeaderName, X_FORWARDED_FOR};
use ipnet::IpNet;

/// The proxies whose word is believed. Empty: none, and their headers mean nothing.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// The proxies in these networks.
    pub fn new(networks: Vec<IpNet>) -> Self {
        Self(networks)
    }

    /// Who calls, where `connected` is the address of the connection.
    ///
    /// A trusted proxy is asked who called it, by `Forwarded` (RFC 7239) or `X-Forwarded-For`, from
    /// the right, since each proxy adds on the right what it saw itself: the first address that is no
    /// trusted proxy is the caller. Left of it is only what the caller claims. Many proxies write
    /// one of the two headers and pass the other on as it came, so two that disagree are both
    /// disbelieved, and the nearest proxy counts as the caller.
    pub fn caller(&self, connected: IpAddr, headers: &HeaderMap) -> IpAddr {
        let connected = connected.to_canonical();
        if !self.trusts(connected) {
            return connected;
        }
        let forwarded = self.walk(connected, headers, &FORWARDED, forwarded_for);
        let x_forwarded_for = self.walk(connected, headers, &X_FORWARDED_FOR, address);
        match (forwarded, x_forwarded_for) {
            (Some(one), Some(other)) if one != other => connected,
            (Some(caller), _) | (None, Some(caller)) => caller,
            (None, None) => connected,
        }
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The caller by one header, if it is there. An entry that is no address ends the walk at the
    /// proxy that wrote it.
    fn walk(
        &self,
        connected: IpAddr,
        headers: &HeaderMap,
        name: &HeaderName,
        read: fn(&str) -> Option<IpAddr>,
    ) -> Option<IpAddr> {
        let values: Vec<&str> = headers
            .get_all(name)
            .map(|value| value.to_str().unwrap_or_default())
            .collect();
        if values.is_empty() {
            return None;
        }
        let mut caller = connected;
        // Split at every comma, also in a quoted string: an address holds none, and a quote that a
        // caller left open must not swallow what the proxies added.
        for entry in values.iter().rev().flat_map(|value| value.rsplit(',')) {
            match read(entry.trim()) {
                Some(address) => caller = address,
                None => break,
            }
            if !self.trusts(caller) {
                break;
            }
        }
        Some(caller)
    }
}

/// The address in one element of `Forwarded`, such as `for="[2001:db8::1]:4711";proto=https`.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let node = element.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        name.trim().eq_ignore_ascii_case("for").then_some(value)
    })?;
    address(node.trim().trim_matches('"'))
}

/// An address with or without a port; one of IPv6 with or without brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    bare.unwrap_or(text)
        .parse()
        .ok()
        .or_else(|| text.parse().ok().map(|socket: SocketAddr| socket.ip()))
        .map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    const PROXY: &str = "10.0.0.1";

    fn caller(connected: &str, sent: &[(HeaderName, &str)]) -> String {
        let networks = ["10.0.0.0/8", "2001:db8:a::/48"];
        let proxies =
            TrustedProxies::new(networks.map(|network| network.parse().unwrap()).to_vec());
        let mut headers = HeaderMap::new();
        for (name, value) in sent {
            headers.append(name.clone(), HeaderValue::from_str(value).unwrap());
        }
        let caller = proxies.caller(connected.parse().unwrap(), &headers);
        caller.to_string()
    }

    fn by_list(list: &str) -> String {
        caller(PROXY, &[(X_FORWARDED_FOR, list)])
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let claim = [(X_FORWARDED_FOR, "192.0.2.7"), (FORWARDED, "for=192.0.2.7")];
        assert_eq!(caller("198.51.100.1", &claim), "198.51.100.1");
        assert_eq!(caller(PROXY, &claim), "192.0.2.7");
        assert_eq!(caller("::ffff:10.0.0.1", &claim), "192.0.2.7");
        let nobody = TrustedProxies::default();
        let headers =
            HeaderMap::from_iter([(X_FORWARDED_FOR, HeaderValue::from_static("192.0.2.7"))]);
        assert_eq!(
            nobody.caller(PROXY.parse().unwrap(), &headers).to_string(),
            PROXY
        );
    }

    #[test]
    fn the_right_most_address_that_is_no_proxy_is_the_caller() {
        assert_eq!(by_list("203.0.113.9, 192.0.2.7"), "192.0.2.7");
        assert_eq!(by_list("203.0.113.9, 192.0.2.7, 10.0.0.2"), "192.0.2.7");
        assert_eq!(by_list("10.0.0.3, 10.0.0.2"), "10.0.0.3");
        assert_eq!(by_list("192.0.2.7:4711"), "192.0.2.7");
        assert_eq!(
            by_list("[2001:db8::7]:4711, [2001:db8:a::1]"),
            "2001:db8::7"
        );
        let two_lines = [
            (X_FORWARDED_FOR, "203.0.113.9"),
            (X_FORWARDED_FOR, "192.0.2.7"),
        ];
        assert_eq!(caller(PROXY, &two_lines), "192.0.2.7");
    }

    #[test]
    fn forwarded_is_read_as_rfc_7239_writes_it() {
        for (value, expected) in [
            ("for=192.0.2.7;proto=https;by=10.0.0.1", "192.0.2.7"),
            ("For=\"[2001:db8::7]:4711\"", "2001:db8::7"),
            ("for=203.0.113.9, proto=https; for=192.0.2.7", "192.0.2.7"),
            ("for=\"203.0.113.9, for=192.0.2.7", "192.0.2.7"),
            ("for=192.0.2.7, for=10.0.0.2", "192.0.2.7"),
        ] {
            assert_eq!(caller(PROXY, &[(FORWARDED, value)]), expected, "{value}");
        }
    }

    #[test]
    fn what_is_no_address_ends_at_the_proxy_that_wrote_it() {
        for list in ["", "unknown", "203.0.113.9, _hidden", "203.0.113.9,"] {
            assert_eq!(by_list(list), PROXY, "{list}");
        }
        assert_eq!(by_list("192.0.2.7, unknown, 10.0.0.2"), "10.0.0.2");
        assert_eq!(caller(PROXY, &[(FORWARDED, "proto=https")]), PROXY);
    }

    #[test]
    fn two_headers_that_disagree_are_both_disbelieved() {
        let spoofed = [
            (FORWARDED, "for=203.0.113.9"),
            (X_FORWARDED_FOR, "192.0.2.7"),
        ];
        assert_eq!(caller(PROXY, &spoofed), PROXY);
    }
}
