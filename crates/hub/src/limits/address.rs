//! Who is on the other end: the one rule by which a client's address is found.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The client's address. Headers count only when the peer itself is a trusted proxy: then every `X-Forwarded-For`
/// line is joined and walked from the right, and the first address that is not a trusted proxy is the client. A
/// malformed entry on the way makes the peer the client: whoever sent it may have written the rest, too.
pub fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let peer = peer.to_canonical();
    let is_trusted = |address: IpAddr| trusted.iter().any(|net| net.contains(&address));
    if !is_trusted(peer) {
        return peer;
    }
    let mut hops = Vec::new();
    for line in headers.get_all(FORWARDED_FOR) {
        let Ok(line) = line.to_str() else { return peer };
        hops.extend(line.split(',').map(str::trim));
    }
    for hop in hops.into_iter().rev() {
        let Ok(address) = hop.parse::<IpAddr>() else {
            return peer;
        };
        let address = address.to_canonical();
        if !is_trusted(address) {
            return address;
        }
    }
    peer
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn found(peer: &str, lines: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(
                FORWARDED_FOR,
                HeaderValue::from_bytes(line.as_bytes()).expect("header"),
            );
        }
        let trusted: Vec<IpNet> = trusted
            .iter()
            .map(|net| net.parse().expect("net"))
            .collect();
        client(peer.parse().expect("peer"), &headers, &trusted).to_string()
    }

    #[test]
    fn the_client_is_the_first_untrusted_hop_from_the_right() {
        let proxy = &["10.0.0.0/8", "fd00::/8"][..];
        let table: &[(&str, &[&str], &[&str], &str)] = &[
            // Nobody is trusted unless configured.
            ("10.0.0.1", &["203.0.113.9"], &[], "10.0.0.1"),
            ("203.0.113.7", &["198.51.100.1"], proxy, "203.0.113.7"),
            ("10.0.0.1", &["203.0.113.9"], proxy, "203.0.113.9"),
            // What the client wrote itself stands on the left.
            ("10.0.0.1", &["1.1.1.1, 203.0.113.9"], proxy, "203.0.113.9"),
            (
                "10.0.0.1",
                &["1.1.1.1, 203.0.113.9, 10.2.2.2"],
                proxy,
                "203.0.113.9",
            ),
            // All lines are one list.
            (
                "10.0.0.1",
                &["1.1.1.1", "203.0.113.9", "10.2.2.2"],
                proxy,
                "203.0.113.9",
            ),
            // Malformed: the peer.
            ("10.0.0.1", &["203.0.113.9, unknown"], proxy, "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.9:4711"], proxy, "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.9,"], proxy, "10.0.0.1"),
            ("10.0.0.1", &["\u{e9}"], proxy, "10.0.0.1"),
            // Malformed left of the client is the client's own doing.
            ("10.0.0.1", &["nonsense, 203.0.113.9"], proxy, "203.0.113.9"),
            // Only proxies, or nothing: the peer.
            ("10.0.0.1", &["10.9.9.9"], proxy, "10.0.0.1"),
            ("10.0.0.1", &[], proxy, "10.0.0.1"),
            // IPv4 on a dual-stack socket is IPv4, in the peer and in the list.
            ("::ffff:10.0.0.1", &["203.0.113.9"], proxy, "203.0.113.9"),
            (
                "10.0.0.1",
                &["::ffff:203.0.113.9, ::ffff:10.1.1.1"],
                proxy,
                "203.0.113.9",
            ),
            ("fd00::1", &["2001:db8::5"], proxy, "2001:db8::5"),
        ];
        for (peer, lines, trusted, expected) in table {
            assert_eq!(
                found(peer, lines, trusted),
                *expected,
                "peer {peer}, lines {lines:?}"
            );
        }
    }
}
