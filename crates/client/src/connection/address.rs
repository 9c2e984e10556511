//! The hub's address, as an agent types it.

use url::{Host, Url};

use crate::error::CallError;

/// The address in full, ending in `/`. Plain HTTP is for this computer only: anywhere else the password and every
/// customer's words would travel in the open.
pub(crate) fn parse(typed: &str) -> Result<Url, CallError> {
    let typed = typed.trim();
    let invalid = || CallError::new("invalid-address");
    let mut url = if typed.contains("://") {
        Url::parse(typed).map_err(|_| invalid())?
    } else {
        let secure = Url::parse(&format!("https://{typed}")).map_err(|_| invalid())?;
        if is_loopback(&secure) {
            Url::parse(&format!("http://{typed}")).map_err(|_| invalid())?
        } else {
            secure
        }
    };
    if url.host().is_none() || !url.username().is_empty() || url.password().is_some() {
        return Err(invalid());
    }
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&url) => {}
        "http" => return Err(CallError::new("insecure-address")),
        _ => return Err(invalid()),
    }
    url.set_query(None);
    url.set_fragment(None);
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

/// Names this computer.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_agent_may_type() {
        let cases = [
            ("chat.example.com", Ok("https://chat.example.com/")),
            (
                " https://a.example/guichet ",
                Ok("https://a.example/guichet/"),
            ),
            ("127.0.0.1:8080", Ok("http://127.0.0.1:8080/")),
            ("http://localhost:8080/", Ok("http://localhost:8080/")),
            ("http://[::1]:9", Ok("http://[::1]:9/")),
            ("https://a.example/?q=1#x", Ok("https://a.example/")),
            ("http://chat.example.com", Err("insecure-address")),
            ("http://127.0.0.1.example.com", Err("insecure-address")),
            ("ftp://a.example", Err("invalid-address")),
            ("https://me:secret@a.example", Err("invalid-address")),
            ("", Err("invalid-address")),
        ];
        for (typed, expected) in cases {
            let parsed = parse(typed);
            match expected {
                Ok(url) => assert_eq!(parsed.expect(typed).as_str(), url),
                Err(code) => assert_eq!(parsed.expect_err(typed), CallError::new(code)),
            }
        }
    }
}
