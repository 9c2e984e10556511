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

pub(super) async fn sign_out<H: Host>(app: &App<H>, _: Nothing) -> Result<Session, CallError> {
    app.sign_out().await
}

pub(super) async fn connection<H: Host>(app: &App<H>, _: Nothing) -> Result<Connection, CallError> {
    Ok(app.shared.connection_view().await)
}
