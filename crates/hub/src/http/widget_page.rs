//! Who asks on the widget's routes: an account's page, and the visitor in it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use guichet_domain::{Account, Board, Channel, ContactId};
use guichet_protocol::ErrorCode;
use url::Url;

use super::caller::{Client, bearer};
use super::edge::{Edge, origin};
use super::failure::Failure;
use crate::access::token::TokenHash;
use crate::limits::Who;

/// The page of an account, on one of its sites or on the hub's own.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Page {
    pub account: Account,
    pub client: Client,
}

/// A visitor in it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Visitor {
    pub account: Account,
    pub id: ContactId,
    pub who: Who,
    pub client: Client,
}

impl FromRequestParts<Edge> for Page {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Failure> {
        let client = Client::from_request_parts(parts, edge).await?;
        edge.gate.admit(edge, client, None)?;
        let key = parts
            .headers
            .get("x-guichet-account")
            .and_then(|key| key.to_str().ok())
            .unwrap_or_default();
        let account = by_public_key(&edge.committer.board(), key).ok_or_else(Failure::not_found)?;
        check_origin(&parts.headers, &edge.own().all, &account)?;
        Ok(Self { account, client })
    }
}

impl FromRequestParts<Edge> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Failure> {
        let Page { account, client } = Page::from_request_parts(parts, edge).await?;
        let token = bearer(&parts.headers).ok_or_else(Failure::unauthorized)?;
        let id = edge
            .store
            .visitor(account.id, TokenHash::of(token))
            .await?
            .ok_or_else(Failure::unauthorized)?;
        let who = Who {
            account: account.id,
            visitor: id,
            network: client.network(),
        };
        edge.gate.admit(edge, client, Some(id))?;
        Ok(Self {
            account,
            id,
            who,
            client,
        })
    }
}

/// The Live Chat account with this key.
pub fn by_public_key(board: &Board, key: &str) -> Option<Account> {
    board
        .accounts
        .values()
        .find(|account| {
            account.channel == Channel::LiveChat && account.public_key.as_deref() == Some(key)
        })
        .cloned()
}

/// The account's sites, as browsers write an origin. What is not one is left out.
pub fn sites(account: &Account) -> impl Iterator<Item = String> {
    account
        .sites
        .iter()
        .filter_map(|site| Url::parse(site).ok())
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .map(|url| origin(&url))
}

/// Browsers say where a page comes from; what says nothing is no browser, and has no one to impersonate.
fn check_origin(headers: &HeaderMap, own: &[String], account: &Account) -> Result<(), Failure> {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let allowed = origins.all(|origin| {
        origin.to_str().is_ok_and(|origin| {
            own.iter().any(|own| own == origin) || sites(account).any(|site| site == origin)
        })
    });
    if allowed {
        Ok(())
    } else {
        Err(Failure::new(
            ErrorCode::OriginNotAllowed,
            "this site is not one of the account's",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connectors::live_chat::testdata::account;
    use axum::http::HeaderValue;

    #[test]
    fn only_the_hub_and_the_accounts_sites_may_ask() {
        let mut account = account();
        account.sites = vec![
            "https://shop.example".to_owned(),
            "https://Other.Example/path".to_owned(),
            "nonsense; frame-ancestors *".to_owned(),
        ];
        let own = ["http://127.0.0.1:8080".to_owned()];
        for (origins, allowed) in [
            (&[][..], true),
            (&["https://shop.example"], true),
            (&["https://other.example"], true),
            (&["http://127.0.0.1:8080"], true),
            (&["https://shop.example.evil.example"], false),
            (&["https://shop.example:8443"], false),
            (&["http://shop.example"], false),
            (&["http://127.0.0.1:8081"], false),
            (&["null"], false),
            (&["https://shop.example", "https://evil.example"], false),
        ] {
            let mut headers = HeaderMap::new();
            for origin in origins {
                headers.append(header::ORIGIN, HeaderValue::from_static(origin));
            }
            let found = check_origin(&headers, &own, &account).is_ok();
            assert_eq!(found, allowed, "{origins:?}");
        }
        assert_eq!(sites(&account).count(), 2);
    }
}
