//! Signing in and out, and how things are.

use std::fmt;

use guichet_protocol::SignIn;
use serde::Deserialize;

use super::Nothing;
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::view::{Connection, Session};

#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn session<H: Host>(app: &App<H>, _: Nothing) -> Result<Session, CallError> {
    Ok(app.session())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Credentials {
    hub: String,
    email: String,
    password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("hub", &self.hub)
            .field("email", &self.email)
            .finish_non_exhaustive()
    }
}

pub(super) async fn sign_in<H: Host>(
    app: &App<H>,
    args: Credentials,
) -> Result<Session, CallError> {
    let how = SignIn::Password {
        email: args.email.trim().to_owned(),
        password: args.password,
    };
    app.sign_in(&args.hub, &how).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invitation {
    link: String,
    password: String,
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Invitation")
    }
}

/// Chooses a password by the link of an administrator, and signs in.
pub(super) async fn join<H: Host>(app: &App<H>, args: Invitation) -> Result<Session, CallError> {
    let (hub, code) = parts(&args.link).ok_or_else(|| CallError::new("not-an-invitation"))?;
    let how = SignIn::Invitation {
        code: code.to_owned(),
        password: args.password,
    };
    app.sign_in(hub, &how).await
}

/// The hub's address and the secret part.
fn parts(link: &str) -> Option<(&str, &str)> {
    let (page, code) = link.trim().split_once('#')?;
    let hub = page.trim_end_matches('/').strip_suffix("/join")?;
    (!hub.is_empty() && !code.is_empty()).then_some((hub, code))
}

pub(super) async fn sign_out<H: Host>(app: &App<H>, _: Nothing) -> Result<Session, CallError> {
    app.sign_out().await
}

pub(super) async fn connection<H: Host>(app: &App<H>, _: Nothing) -> Result<Connection, CallError> {
    Ok(app.shared.connection_view().await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_names_the_hub_and_ends_in_its_secret() {
        let hub = "https://hub.example:8443";
        let good = parts(" https://hub.example:8443/join#abc\n");
        assert_eq!(good, Some((hub, "abc")));
        assert_eq!(
            parts("https://hub.example:8443/join/#abc"),
            Some((hub, "abc"))
        );
        for bad in [
            "",
            "abc",
            "https://hub.example/join",
            "https://hub.example/join#",
            "#abc",
            "/join#abc",
            "https://hub.example#abc",
        ] {
            assert_eq!(parts(bad), None, "{bad}");
        }
    }
}
