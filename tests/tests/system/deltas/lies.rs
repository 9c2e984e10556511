//! What a dishonest line does to what passes. The product has no switch for it: the harness lies.

use guichet_hub::feed;
use guichet_hub::store::Store;
use guichet_protocol::{Cursor, Delta, SyncAnswer};

use crate::core::Core;

/// One falsification, kept up through a whole history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lie {
    /// Every pushed delta claims to continue the app's cursor.
    Cursors,
    /// A cursor of another epoch passes for one of the present.
    Epochs,
    /// A cursor with another tag passes for one of this history.
    Tags,
    /// Nothing ever leaves a cache.
    StripsDels,
    /// "Nothing happened" in place of `resync`.
    StripsResync,
    /// A command that comes again comes under another id.
    RenamesRepeated,
}

impl Lie {
    pub(super) const ALL: [Self; 6] = [
        Self::Cursors,
        Self::Epochs,
        Self::Tags,
        Self::StripsDels,
        Self::StripsResync,
        Self::RenamesRepeated,
    ];

    /// The cursor that the hub is shown in place of the app's.
    pub(super) async fn shown(self, core: &Core, own: &Cursor) -> Cursor {
        let head = feed::head(&*core.store).await.expect("head");
        let forges = match self {
            Self::Epochs => own.epoch != head.epoch,
            Self::Tags => own.epoch == head.epoch,
            _ => false,
        };
        if !forges {
            return own.clone();
        }
        // The end of the group in which this change now is; beyond the last one, the head.
        let before = Cursor {
            epoch: head.epoch.clone(),
            change: own.change.saturating_sub(1),
            tag: 0,
        };
        let range = core.store.log_after(&before, 1).await.expect("reads");
        if range.rows.is_empty() {
            head
        } else {
            range.to
        }
    }

    /// The answer that the app gets in place of the hub's.
    pub(super) async fn answered(
        self,
        core: &Core,
        own: &Cursor,
        mut answer: SyncAnswer,
    ) -> SyncAnswer {
        match (&mut answer, self) {
            (SyncAnswer::Delta(delta), Self::Epochs | Self::Tags) => delta.from = own.clone(),
            (SyncAnswer::Delta(delta), Self::StripsDels) => delta.dels.clear(),
            (SyncAnswer::Resync { .. }, Self::StripsResync) => {
                return SyncAnswer::Delta(Delta {
                    from: own.clone(),
                    to: feed::head(&*core.store).await.expect("head"),
                    puts: Vec::new(),
                    dels: Vec::new(),
                    more: false,
                });
            }
            _ => {}
        }
        answer
    }

    /// The pushed delta that the app hears in place of the hub's.
    pub(super) fn pushed(self, own: Option<&Cursor>, delta: &mut Delta) {
        match (self, own) {
            (Self::Cursors, Some(own)) if delta.to != *own => delta.from = own.clone(),
            (Self::StripsDels, _) => delta.dels.clear(),
            _ => {}
        }
    }
}
