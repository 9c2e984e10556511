//! The clipboard. On some systems the text is there only while its owner is, so the owner stays.

use std::sync::Mutex;

use arboard::{Clipboard as Owner, Error};

/// Opened when first needed: a computer without a screen has none.
#[derive(Default)]
pub(crate) struct Clipboard {
    owner: Mutex<Option<Owner>>,
}

impl Clipboard {
    pub(crate) fn put(&self, text: &str) -> Result<(), Error> {
        let mut owner = self
            .owner
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let owner = match owner.as_mut() {
            Some(owner) => owner,
            None => owner.insert(Owner::new()?),
        };
        owner.set_text(text)
    }
}
