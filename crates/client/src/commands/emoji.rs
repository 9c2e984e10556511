//! What this computer remembers of the agent's emoji: nothing of it goes to the hub.

use super::Nothing;
use crate::app::App;
use crate::error::CallError;
use crate::host::Host;
use crate::view::EmojiHabits;

const HABITS: &str = "emoji";
/// Most that is remembered.
const RECENT: usize = 24;
/// An emoji of several joined ones is at most this long, in bytes.
const LONGEST: usize = 64;
const TONES: u8 = 5;

pub(super) async fn habits<H: Host>(app: &App<H>, _: Nothing) -> Result<EmojiHabits, CallError> {
    Ok(app.shared.cache.setting(HABITS).await?.unwrap_or_default())
}

pub(super) async fn save_habits<H: Host>(
    app: &App<H>,
    mut args: EmojiHabits,
) -> Result<EmojiHabits, CallError> {
    args.recent.retain(|emoji| emoji.len() <= LONGEST);
    args.recent.truncate(RECENT);
    args.tone = args.tone.min(TONES);
    app.shared.cache.set_setting(HABITS, &args).await?;
    Ok(args)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::desk::Desk;
    use crate::testing::hub::FakeHub;

    #[tokio::test]
    async fn what_is_remembered_is_bounded_and_outlives_a_restart() {
        let hub = FakeHub::start(1, vec![]).await;
        let desk = Desk::at(&hub).await;
        assert_eq!(
            desk.call("emoji_habits", json!({})).await,
            json!({ "recent": [], "tone": 0 })
        );
        let many: Vec<String> = (0..40).map(|number| format!("{number}")).collect();
        let mut asked = json!({ "recent": many, "tone": 9 });
        asked["recent"][0] = json!("👋".repeat(17));
        desk.call("save_emoji_habits", asked).await;
        let desk = desk.restarted().await;
        assert_eq!(
            desk.call("emoji_habits", json!({})).await,
            json!({ "recent": many[1..25], "tone": 5 })
        );
    }
}
