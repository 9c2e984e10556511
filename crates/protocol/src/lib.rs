#![doc = include_str!("../README.md")]

pub mod block;
pub mod command;
pub mod configuration;
pub mod contact;
pub mod cursor;
pub mod entity;
pub mod error;
pub mod feed;
pub mod history;
pub mod load;
pub mod profile;
pub mod session;
pub mod supervision;
pub mod sync;
pub mod template;

pub use block::{BlockCommand, BlockRequest, BlockRow, Blocking, Visit, VisitorFacts};
pub use command::{AgentCommand, CommandAnswer, CommandRequest, CommandResult};
pub use configuration::{
    AuditPage, AuditRow, ConfigurationCommand, ConfigurationRequest, Installation, Invitation,
};
pub use contact::{
    AddressBook, ContactCommand, ContactExport, ContactPlan, ContactRequest, ExportedConversation,
    PlanRequest, PlannedContact,
};
pub use cursor::Cursor;
pub use entity::{Entity, EntityKind, Key, Put, Window};
pub use error::{ApiError, ErrorCode};
pub use feed::{Delta, Frame};
pub use history::{History, Past, PastState};
pub use load::AgentLoad;
pub use profile::{Device, NewPassword, Profile};
pub use session::{NewSession, Session, SetUp, SignIn};
pub use supervision::{Glance, Overview};
pub use sync::{Fetch, Fetched, Manifest, ManifestEntry, Page, ResyncReason, SyncAnswer};
pub use template::{TemplateCommand, TemplateRequest, TemplateUses};

/// Version of this wire. The hub answers it in `x-guichet-protocol`; an app sends it in the same header. A hub
/// serves the apps of its own version and of the one before.
pub const PROTOCOL: u32 = 1;

/// Header that carries [`PROTOCOL`] both ways.
pub const PROTOCOL_HEADER: &str = "x-guichet-protocol";

/// Most messages that a delta carries for one conversation.
pub const WINDOW: usize = 50;
