//! The widget itself: the loader for the company's page, the framed page, and what that needs.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guichet_domain::Account;
use guichet_protocol::ErrorCode;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use url::Url;

use super::edge::{Edge, origin};
use super::failure::Failure;
use super::input::{Asked, Named};
use super::widget_page::{by_public_key, sites};
use crate::access::token::{TokenHash, hex};

static LOADER: &[u8] = include_bytes!("../../../../widget/loader.js");
static FRAME_PAGE: &[u8] = include_bytes!("../../../../widget/frame.html");
static FRAME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../widget/frame");
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

const CROSS_ORIGIN_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Whose page carries the script; pages of earlier snippets do not say.
#[derive(Clone, Debug, Deserialize)]
pub struct Carried {
    #[serde(default)]
    account: String,
}

/// The script that a company's page carries. Browsers ask for it each time, so the hub knows which sites have it.
pub async fn loader(
    State(edge): State<Edge>,
    headers: HeaderMap,
    Asked(carried): Asked<Carried>,
) -> Result<Response, Failure> {
    let account = by_public_key(&edge.committer.board(), &carried.account);
    if let Some((account, site)) = account.and_then(|account| asking_site(&headers, account)) {
        let now = edge.clock.now();
        edge.store.saw_installation(account.id, &site, now).await?;
    }
    let mut response = kept(&headers, "text/javascript; charset=utf-8", LOADER);
    // Any page may load it, also with an integrity hash; what it opens is checked.
    let open = response.headers_mut();
    open.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    open.insert(
        CROSS_ORIGIN_POLICY,
        HeaderValue::from_static("cross-origin"),
    );
    Ok(response)
}

/// Which of the account's sites the page that asks is on.
fn asking_site(headers: &HeaderMap, account: Account) -> Option<(Account, String)> {
    let page = headers.get(header::REFERER)?.to_str().ok()?;
    let asking = origin(&Url::parse(page).ok()?);
    let known = sites(&account).any(|site| site == asking);
    known.then_some((account, asking))
}

/// For which account, on which page.
#[derive(Clone, Debug, Deserialize)]
pub struct Framed {
    account: String,
    /// The page that frames it, as the loader says; the framed page speaks to no other.
    origin: String,
}

/// The framed page. Only the account's sites may frame it: the browser sees to that.
pub async fn frame(
    State(edge): State<Edge>,
    Asked(framed): Asked<Framed>,
) -> Result<Response, Failure> {
    let board = edge.committer.board();
    let account = by_public_key(&board, &framed.account).ok_or_else(Failure::not_found)?;
    let ancestors: Vec<String> = sites(&account).collect();
    if !ancestors.contains(&framed.origin) {
        return Err(Failure::new(
            ErrorCode::OriginNotAllowed,
            "this site is not one of the account's",
        ));
    }
    let ancestors = ancestors.join(" ");
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
         img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
    );
    let policy = HeaderValue::from_str(&policy).map_err(Failure::internal)?;
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    let mut response = (html, FRAME_PAGE).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(
        CROSS_ORIGIN_POLICY,
        HeaderValue::from_static("cross-origin"),
    );
    Ok(response)
}

/// What the framed page loads: its own files, and its words as `fr.ftl` and `en.ftl`.
pub async fn asset(headers: HeaderMap, Named(path): Named<String>) -> Result<Response, Failure> {
    let (name, extension) = path.rsplit_once('.').ok_or_else(Failure::not_found)?;
    let (kind, bytes) = match extension {
        "js" => ("text/javascript; charset=utf-8", framed(&path)),
        "css" => ("text/css; charset=utf-8", framed(&path)),
        "svg" => ("image/svg+xml", framed(&path)),
        "ftl" => ("text/plain; charset=utf-8", words(name)),
        _ => return Err(Failure::not_found()),
    };
    Ok(kept(&headers, kind, bytes.ok_or_else(Failure::not_found)?))
}

fn framed(path: &str) -> Option<&'static [u8]> {
    FRAME.get_file(path).map(include_dir::File::contents)
}

fn words(language: &str) -> Option<&'static [u8]> {
    LOCALES
        .get_file(format!("{language}/widget.ftl"))
        .map(include_dir::File::contents)
}

/// A file that browsers keep, and ask each time whether it is still the same.
fn kept(asked: &HeaderMap, kind: &'static str, bytes: &'static [u8]) -> Response {
    let tag = tag(bytes);
    let same = asked
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (
            header::ETAG,
            HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\"")),
        ),
    ];
    if same {
        (StatusCode::NOT_MODIFIED, headers).into_response()
    } else {
        (headers, bytes).into_response()
    }
}

fn tag(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    format!("\"{}\"", hex(&TokenHash::of(&text).0[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_still_the_same_is_not_sent_again() {
        let first = kept(&HeaderMap::new(), "text/css", b"a {}");
        assert_eq!(first.status(), StatusCode::OK);
        let mut asked = HeaderMap::new();
        asked.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        let status = |bytes| kept(&asked, "text/css", bytes).status();
        assert_eq!(status(b"a {}"), StatusCode::NOT_MODIFIED);
        assert_eq!(status(b"b {}"), StatusCode::OK);
    }

    #[test]
    fn only_the_frames_own_files_are_served() {
        assert!(framed("main.js").is_some());
        for path in [
            "../loader.js",
            "../demo/index.html",
            "/etc/passwd",
            "nothing.js",
        ] {
            assert!(framed(path).is_none(), "{path}");
        }
        assert!(words("../fr").is_none());
    }
}
