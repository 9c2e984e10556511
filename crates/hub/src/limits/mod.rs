//! What a stranger may cost: rates by visitor, address and account, and open streams.

pub mod address;
pub mod gate;
pub mod open;
pub mod rate;

pub use gate::Gate;
use guichet_domain::{AccountId, ContactId, Network};
pub use open::{Held, Open};
pub use rate::{Limiter, Rate, TooMany};

use crate::config::RateLimits;

/// A visitor of an account, or an address that visits it.
type ByVisitor = (AccountId, ContactId);
type ByAddress = (AccountId, Network);

/// Every limit of the widget. Sign-in failures are counted in the store instead, where a restart does not forgive
/// them.
pub struct Limits {
    visitors: Limiter<ByAddress>,
    chats: Limiter<ByVisitor>,
    chats_by_address: Limiter<ByAddress>,
    messages: Limiter<ByVisitor>,
    messages_by_address: Limiter<ByAddress>,
    messages_by_account: Limiter<AccountId>,
    typing: Limiter<ByVisitor>,
    reads: Limiter<ByVisitor>,
    streams: Limiter<ByVisitor>,
    open: Open<ByVisitor>,
    open_by_address: Open<ByAddress>,
}

/// A visitor's stream, counted until dropped.
#[allow(dead_code, reason = "held for its end")]
pub struct HeldStream(Held<ByVisitor>, Held<ByAddress>);

/// Whose request it is.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Who {
    pub account: AccountId,
    pub visitor: ContactId,
    pub network: Network,
}

impl Limits {
    /// Counts by these rates.
    pub fn new(rates: &RateLimits) -> Self {
        Self {
            visitors: Limiter::new(rates.visitors),
            chats: Limiter::new(rates.chats),
            chats_by_address: Limiter::new(rates.chats_by_address),
            messages: Limiter::new(rates.messages),
            messages_by_address: Limiter::new(rates.messages_by_address),
            messages_by_account: Limiter::new(rates.messages_by_account),
            typing: Limiter::new(rates.typing),
            reads: Limiter::new(rates.reads),
            streams: Limiter::new(rates.streams),
            open: Open::new(rates.open_streams),
            open_by_address: Open::new(rates.open_streams_by_address),
        }
    }

    /// A new visitor comes.
    pub fn visitor(&self, account: AccountId, network: Network) -> Result<(), TooMany> {
        self.visitors.check(&(account, network))
    }

    /// A visitor opens a conversation.
    pub fn chat(&self, who: Who) -> Result<(), TooMany> {
        self.chats_by_address.check(&(who.account, who.network))?;
        self.chats.check(&(who.account, who.visitor))
    }

    /// A visitor writes.
    pub fn message(&self, who: Who) -> Result<(), TooMany> {
        self.messages.check(&(who.account, who.visitor))?;
        self.messages_by_address
            .check(&(who.account, who.network))?;
        self.messages_by_account.check(&who.account)
    }

    /// A visitor is typing.
    pub fn typing(&self, who: Who) -> Result<(), TooMany> {
        self.typing.check(&(who.account, who.visitor))
    }

    /// A visitor asks for the conversation, has read it, or ends it.
    pub fn read(&self, who: Who) -> Result<(), TooMany> {
        self.reads.check(&(who.account, who.visitor))
    }

    /// A visitor opens a stream.
    pub fn stream(&self, who: Who) -> Result<HeldStream, TooMany> {
        self.streams.check(&(who.account, who.visitor))?;
        Ok(HeldStream(
            self.open.hold((who.account, who.visitor))?,
            self.open_by_address.hold((who.account, who.network))?,
        ))
    }

    /// Forgets who has not come for a while; called now and then.
    pub fn forget_idle(&self) {
        self.visitors.forget_idle();
        self.chats.forget_idle();
        self.chats_by_address.forget_idle();
        self.messages.forget_idle();
        self.messages_by_address.forget_idle();
        self.messages_by_account.forget_idle();
        self.typing.forget_idle();
        self.reads.forget_idle();
        self.streams.forget_idle();
    }
}
