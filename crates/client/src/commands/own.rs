//! What agents change about themselves: name, photo, password, and where they are signed in. Needs the hub.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guichet_protocol::NewPassword;
use serde::Deserialize;
use uuid::Uuid;

use super::{Done, Nothing};
use crate::app::App;
use crate::connection::HubError;
use crate::error::CallError;
use crate::host::Host;
use crate::view::{DeviceRow, Photo};
use crate::windows::browser::browser;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    name: String,
}

/// As colleagues and customers read it.
pub(super) async fn set_name<H: Host>(app: &App<H>, args: Name) -> Result<Done, CallError> {
    let hub = app.shared.hub()?;
    hub.set_name(args.name).await?;
    app.call_me(hub.me().await?.name).await?;
    Ok(Done {})
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    /// In base 64.
    bytes: String,
}

/// The hub makes it small.
pub(super) async fn set_photo<H: Host>(app: &App<H>, args: Picture) -> Result<Done, CallError> {
    let bytes = STANDARD.decode(args.bytes);
    let bytes = bytes.map_err(|_| CallError::new("not-a-photo"))?;
    app.shared.hub()?.set_photo(bytes).await?;
    Ok(Done {})
}

pub(super) async fn remove_photo<H: Host>(app: &App<H>, _: Nothing) -> Result<Done, CallError> {
    app.shared.hub()?.remove_photo().await?;
    Ok(Done {})
}

/// The agent's own.
pub(super) async fn photo<H: Host>(app: &App<H>, _: Nothing) -> Result<Photo, CallError> {
    // The cache may not have heard yet of what this agent just changed.
    match app.shared.hub()?.photo(app.shared.me()?).await {
        Ok(jpeg) => Ok(Photo {
            jpeg: Some(STANDARD.encode(jpeg)),
        }),
        Err(error) if error.code() == "not-found" => Ok(Photo { jpeg: None }),
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passwords {
    old: String,
    new: String,
    /// Sign out everywhere else.
    end_others: bool,
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passwords").finish_non_exhaustive()
    }
}

pub(super) async fn change_password<H: Host>(
    app: &App<H>,
    args: Passwords,
) -> Result<Done, CallError> {
    let Passwords {
        old,
        new,
        end_others,
    } = args;
    let asked = NewPassword {
        old,
        new,
        end_others,
    };
    let changed = app.shared.hub()?.change_password(&asked).await;
    changed.map_err(|error: HubError| match error.code().as_str() {
        "wrong-credentials" => CallError::new("wrong-password"),
        _ => error.into(),
    })?;
    Ok(Done {})
}

/// Where the agent is signed in, the last used first.
pub(super) async fn devices<H: Host>(
    app: &App<H>,
    _: Nothing,
) -> Result<Vec<DeviceRow>, CallError> {
    let devices = app.shared.hub()?.devices().await?;
    let row = |device: guichet_protocol::Device| DeviceRow {
        id: device.id,
        name: (!device.name.is_empty()).then(|| browser(&device.name)),
        since: device.since.0,
        last_seen: device.last_seen.0,
        current: device.current,
    };
    Ok(devices.into_iter().map(row).collect())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct There {
    device: Uuid,
}

/// Signs out there.
pub(super) async fn end_device<H: Host>(app: &App<H>, args: There) -> Result<Done, CallError> {
    app.shared.hub()?.end_device(args.device).await?;
    Ok(Done {})
}
