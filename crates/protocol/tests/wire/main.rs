//! Every type of the wire as it is written. A snapshot that changes here changes what older apps and hubs read.

mod block;
mod command;
mod configuration;
mod contact;
mod cursor;
mod entity;
mod error;
mod history;
mod internal;
mod load;
mod profile;
mod rows;
mod session;
mod sync;
mod template;
mod thread;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// The value as it is written, after making sure that it is read back as the same.
fn wire<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Value {
    let written = serde_json::to_string(value).expect("it can be written");
    let read: T = serde_json::from_str(&written).expect("it can be read");
    assert_eq!(&read, value);
    let mut wire: Value = serde_json::from_str(&written).expect("it is JSON");
    // The order of fields means nothing on the wire, and differs with what else is in the build.
    wire.sort_all_objects();
    wire
}

/// The sentence with which this text is refused as a `T`, without the place in it.
fn refused<T: DeserializeOwned>(text: &str) -> String {
    match serde_json::from_str::<T>(text) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            let sentence = error.to_string();
            let end = sentence.find(" at line").unwrap_or(sentence.len());
            sentence[..end].to_owned()
        }
    }
}

/// A short id that reads well: `00000000-0000-0000-0000-00000000000N`.
const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}
