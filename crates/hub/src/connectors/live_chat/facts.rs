//! What is kept of what a visitor's browser says of itself: only what reads as what it should be.

use std::net::IpAddr;

use guichet_domain::Timestamp;
use guichet_domain::text::single_line;
use guichet_protocol::VisitorFacts;
use url::Url;

use super::wire::About;

/// Longest address of a page, in bytes.
const PAGE: usize = 500;

/// The facts of one request.
pub fn facts(
    (address, seen): (IpAddr, Timestamp),
    browser: Option<&str>,
    about: &About,
) -> VisitorFacts {
    VisitorFacts {
        address: address.to_canonical(),
        seen,
        page: about.page.as_deref().and_then(page),
        referrer: about.referrer.as_deref().and_then(page),
        browser: browser.and_then(single_line),
        language: about.language.as_deref().and_then(|tag| plain(tag, 35)),
        time_zone: about.time_zone.as_deref().and_then(|zone| plain(zone, 64)),
    }
}

/// A page of the web, without what identifies somebody to it; one that is too long, without what is asked of it.
fn page(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    if url.as_str().len() > PAGE {
        url.set_query(None);
    }
    (url.as_str().len() <= PAGE).then(|| url.into())
}

/// A name of letters, digits and a few signs.
fn plain(text: &str, most: usize) -> Option<String> {
    let sign = |c: char| c.is_ascii_alphanumeric() || "+-_/".contains(c);
    let good = !text.is_empty() && text.len() <= most && text.chars().all(sign);
    good.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_one_of_the_web_and_says_nothing_of_who_reads_it() {
        let long = format!("https://shop.example/{}", "x".repeat(PAGE));
        let asked = format!("https://shop.example/a?{}", "x".repeat(PAGE));
        for (text, kept) in [
            (
                "https://shop.example/a?b=c",
                Some("https://shop.example/a?b=c"),
            ),
            (
                "https://anna:secret@shop.example/#me",
                Some("https://shop.example/"),
            ),
            (asked.as_str(), Some("https://shop.example/a")),
            (long.as_str(), None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            assert_eq!(page(text).as_deref(), kept, "{text}");
        }
    }

    #[test]
    fn what_does_not_read_as_what_it_should_be_is_left_out() {
        let about = About {
            language: Some("fr-BE".to_owned()),
            time_zone: Some("<b>Europe/Paris</b>".to_owned()),
            ..About::default()
        };
        let address = "::ffff:203.0.113.9".parse().expect("an address");
        let facts = facts((address, Timestamp(7)), Some("Lynx\u{202e}/2.9"), &about);
        assert_eq!(facts.address.to_string(), "203.0.113.9");
        assert_eq!(facts.language.as_deref(), Some("fr-BE"));
        assert_eq!(facts.time_zone, None);
        assert_eq!(facts.browser.as_deref(), Some("Lynx/2.9"));
        assert_eq!(plain(&"a".repeat(36), 35), None);
    }
}
