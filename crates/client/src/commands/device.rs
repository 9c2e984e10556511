//! This computer: words, settings, clipboard, links, what the agent looks at.

use guichet_domain::ConversationId;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Done, Nothing};
use crate::app::{App, SETTINGS};
use crate::error::CallError;
use crate::host::{Host, Ringtone};
use crate::shared::{Focus, Signal};
use crate::view::{Settings, UiEvent};
use crate::words::Language;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfLanguage {
    /// A tag such as `fr-CA`: the screen may know no more than what its engine says.
    language: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Words {
    language: Language,
    ftl: String,
}

#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn words<H: Host>(_: &App<H>, args: OfLanguage) -> Result<Words, CallError> {
    let language = Language::of_tag(&args.language);
    Ok(Words {
        language,
        ftl: language.ftl(),
    })
}

#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn settings<H: Host>(app: &App<H>, _: Nothing) -> Result<Settings, CallError> {
    Ok(app.shared.state().settings.clone())
}

pub(super) async fn save_settings<H: Host>(
    app: &App<H>,
    args: Settings,
) -> Result<Settings, CallError> {
    let settings = Settings {
        ringtone_volume: args.ringtone_volume.min(100),
        ..args
    };
    app.shared.cache.set_setting(SETTINGS, &settings).await?;
    app.shared.state().settings = settings.clone();
    app.shared.tell(UiEvent::Settings);
    Ok(settings)
}

#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn test_ringtone<H: Host>(app: &App<H>, _: Nothing) -> Result<Done, CallError> {
    let volume = app.shared.state().settings.ringtone_volume;
    app.host.play(Ringtone::Conversation, volume);
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    text: String,
}

#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn copy<H: Host>(app: &App<H>, args: Text) -> Result<Done, CallError> {
    app.host.copy(&args.text)?;
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    url: String,
}

/// A customer's link is opened only where a browser or mail program takes it: never a file or a program.
#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn open_link<H: Host>(app: &App<H>, args: Link) -> Result<Done, CallError> {
    let refused = || CallError::new("link-not-allowed");
    let url = Url::parse(&args.url).map_err(|_| refused())?;
    if !matches!(url.scheme(), "http" | "https" | "mailto") {
        return Err(refused());
    }
    app.host.open_url(&url)?;
    Ok(Done {})
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Looking {
    conversation: Option<ConversationId>,
    focused: bool,
}

#[expect(clippy::unused_async, reason = "every command is called alike")]
pub(super) async fn focus<H: Host>(app: &App<H>, args: Looking) -> Result<Done, CallError> {
    app.shared.state().focus = Focus {
        conversation: args.conversation,
        focused: args.focused,
    };
    app.shared.signal(Signal::Focus);
    Ok(Done {})
}
