//! Does this deserve a notification, a sound? Pure.

use guichet_domain::{ConversationId, Timestamp};

use crate::cache::{Move, Recents};
use crate::host::Ringtone;
use crate::shared::Focus;
use crate::view::Settings;

/// At most one sound in this time, milliseconds.
const BETWEEN_SOUNDS: i64 = 2000;

/// What an agent may want to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happening {
    /// A conversation began to ring this agent.
    Rings,
    /// A customer wrote where this agent is asked or responsible.
    Wrote,
}

/// What a change means to this agent. What they gave back to its queue themselves is not news.
pub(super) fn happening(moved: &Move) -> Option<Happening> {
    let before = moved.before.and_then(|before| before.recents);
    match (before, moved.after.recents) {
        (None, Some(Recents::Ringing)) => Some(Happening::Rings),
        (_, Some(_)) if moved.wrote.is_some() => Some(Happening::Wrote),
        _ => None,
    }
}

/// All that decides.
#[derive(Clone, Debug)]
pub(super) struct Occasion<'a> {
    pub(super) happening: Happening,
    pub(super) conversation: ConversationId,
    pub(super) focus: Focus,
    pub(super) settings: &'a Settings,
    pub(super) last_sound: Option<Timestamp>,
    pub(super) now: Timestamp,
}

/// What to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reaction {
    pub(super) notify: bool,
    pub(super) sound: Option<Ringtone>,
}

/// Nothing where the agent looks already; otherwise what the settings say, and not more than one sound in two seconds.
pub(super) fn react(occasion: &Occasion<'_>) -> Reaction {
    let Occasion {
        focus, settings, ..
    } = occasion;
    if focus.focused && focus.conversation == Some(occasion.conversation) {
        return Reaction::default();
    }
    let quiet_long_enough = occasion
        .last_sound
        .is_none_or(|last| occasion.now.0 - last.0 >= BETWEEN_SOUNDS);
    let sound = (settings.ringtone && settings.ringtone_volume > 0 && quiet_long_enough).then_some(
        match occasion.happening {
            Happening::Rings => Ringtone::Conversation,
            Happening::Wrote => Ringtone::Message,
        },
    );
    Reaction {
        notify: settings.notify_system,
        sound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::Glimpse;
    use crate::testing;

    fn glimpse(recents: Option<Recents>) -> Glimpse {
        Glimpse {
            recents,
            waits: false,
            closed: false,
            internal: false,
            last_seq: 1,
        }
    }

    #[test]
    fn what_a_change_means() {
        use Recents::{Mine, Ringing};
        let not_held = None;
        let elsewhere = Some(glimpse(None));
        let cases = [
            (not_held, Some(Ringing), true, Some(Happening::Rings)),
            (elsewhere, Some(Ringing), false, Some(Happening::Rings)),
            (
                Some(glimpse(Some(Ringing))),
                Some(Ringing),
                true,
                Some(Happening::Wrote),
            ),
            (Some(glimpse(Some(Ringing))), Some(Mine), false, None),
            (
                Some(glimpse(Some(Mine))),
                Some(Mine),
                true,
                Some(Happening::Wrote),
            ),
            (Some(glimpse(Some(Mine))), Some(Mine), false, None),
            (Some(glimpse(Some(Mine))), Some(Ringing), false, None),
            (not_held, Some(Mine), true, Some(Happening::Wrote)),
            (not_held, None, true, None),
        ];
        for (before, after, wrote, expected) in cases {
            let conversation = testing::id(1);
            let moved = Move {
                conversation,
                before,
                after: glimpse(after),
                wrote: wrote.then(|| testing::from_customer(conversation, 1, "Bonjour")),
            };
            assert_eq!(
                happening(&moved),
                expected,
                "{before:?} to {after:?}, {wrote}"
            );
        }
    }

    #[test]
    fn what_is_done_about_it() {
        let here = testing::id(1);
        let elsewhere = testing::id(2);
        let looking = |conversation, focused| Focus {
            conversation: Some(conversation),
            focused,
        };
        let all = Settings::default();
        let silent = Settings {
            ringtone: false,
            ..Settings::default()
        };
        let muted = Settings {
            ringtone_volume: 0,
            ..Settings::default()
        };
        let no_bubble = Settings {
            notify_system: false,
            ..Settings::default()
        };
        let message = Some(Ringtone::Message);
        let cases = [
            (looking(here, true), &all, None, (false, None)),
            (looking(here, false), &all, None, (true, message)),
            (looking(elsewhere, true), &all, None, (true, message)),
            (Focus::default(), &all, None, (true, message)),
            (Focus::default(), &all, Some(8_001), (true, None)),
            (Focus::default(), &all, Some(8_000), (true, message)),
            (Focus::default(), &silent, None, (true, None)),
            (Focus::default(), &muted, None, (true, None)),
            (Focus::default(), &no_bubble, None, (false, message)),
        ];
        for (focus, settings, last, (notify, sound)) in cases {
            let occasion = Occasion {
                happening: Happening::Wrote,
                conversation: here,
                focus,
                settings,
                last_sound: last.map(Timestamp),
                now: Timestamp(10_000),
            };
            assert_eq!(react(&occasion), Reaction { notify, sound }, "{occasion:?}");
        }
        let rings = Occasion {
            happening: Happening::Rings,
            conversation: here,
            focus: Focus::default(),
            settings: &all,
            last_sound: None,
            now: Timestamp(0),
        };
        assert_eq!(react(&rings).sound, Some(Ringtone::Conversation));
    }
}
