//! The channels customers write on, and what each can carry.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A way customers write. Colleagues among themselves have none.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The widget on the company's website.
    LiveChat,
    /// `WhatsApp` Business.
    Whatsapp,
    /// Facebook Messenger.
    Messenger,
    /// SMS and MMS.
    Sms,
}

/// What a channel can carry, as data, so that no rule branches on a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// Longest text of one message, in characters.
    pub max_text: usize,
    /// The customer can end the session.
    pub customer_ends: bool,
    /// The channel tells when the customer has read a message.
    pub read_receipts: bool,
}

/// Longest note or internal message, in characters.
pub const MAX_INTERNAL_TEXT: usize = 10_000;

impl Channel {
    /// What this channel can carry. Limits: Live Chat is ours; `WhatsApp` Cloud API text body 4,096; Messenger Send API
    /// 2,000; Twilio message body 1,600.
    pub const fn capabilities(self) -> Capabilities {
        match self {
            Self::LiveChat => Capabilities {
                max_text: 4_096,
                customer_ends: true,
                read_receipts: true,
            },
            Self::Whatsapp => Capabilities {
                max_text: 4_096,
                customer_ends: false,
                read_receipts: true,
            },
            Self::Messenger => Capabilities {
                max_text: 2_000,
                customer_ends: false,
                read_receipts: true,
            },
            Self::Sms => Capabilities {
                max_text: 1_600,
                customer_ends: false,
                read_receipts: false,
            },
        }
    }
}
