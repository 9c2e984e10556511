//! What the screen sees. Never the wire, never a token. Times are milliseconds UTC.

mod administration;
mod chat;
mod contact;
mod emoji;
mod event;
mod history;
mod list;
mod own;
mod session;
mod template;
mod thread;
#[cfg(test)]
mod typescript;
mod visitor;

pub use administration::{
    Administration, AuditLine, AuditTrail, InstalledOn, Invited, ManagedAgent, MayAdminister,
};
pub use chat::{Chat, Colleague, Colleagues, Member};
pub use contact::{AddressBook, BookFormat, BookRow, ContactForm, ContactImport};
pub use emoji::EmojiHabits;
pub use event::{GoneReason, UiEvent};
pub use history::{History, PastMessages, PastOutcome, PastRow};
pub use list::{
    ChatKind, Counts, Group, GroupTotal, ListView, ListWindow, Preview, PreviewKind, Row,
};
pub use own::{DeviceRow, Photo};
pub use session::{
    Connection, ConnectionState, LanguageChoice, Me, NotifyContent, OwnPresence, OwnQueue, Session,
    Settings, Theme,
};
pub use template::{
    BadLine, FieldPlace, FilledTemplate, ImportPlan, ManagedTemplate, ManagedTemplates,
    PlannedTemplate, TableFormat, TemplateForm, TemplatePlace, TemplateRow, TemplateUse,
    TemplateWindow,
};
pub use thread::{
    Abilities, ContactCard, Delivery, Line, LineKind, Load, Messages, Named, Owner, Quote,
    SystemText, Thread, ThreadState, TransferTargets, TransferToQueue, UnsentDraft,
};
pub use visitor::{BlockedRow, BlockingState, Visit, VisitFacts};
