#![doc = include_str!("../README.md")]

pub mod account;
pub mod agent;
pub mod audit;
pub mod block;
pub mod board;
pub mod channel;
pub mod command;
pub mod contact;
pub mod contact_import;
pub mod conversation;
pub mod decide;
pub mod department;
pub mod event;
pub mod floor;
pub mod fold;
pub mod hours;
pub mod ids;
pub mod internal;
pub mod message;
pub mod phone;
pub mod queue;
pub mod refusal;
pub mod rights;
pub mod routing;
pub mod sight;
pub mod situation;
pub mod template;
pub mod text;
pub mod variables;

pub use account::{Account, Corner, FieldRule, Greeting, Privacy, Route, WidgetSettings};
pub use agent::{Agent, Grant, Role, Status};
pub use audit::{Audit, Audited};
pub use block::{Block, Blocks, Network};
pub use board::Board;
pub use channel::{Capabilities, Channel};
pub use command::{Actor, Command, Customer, Envelope, Target};
pub use contact::{Contact, ContactDetails};
pub use contact_import::{ImportedContact, Planned, plan};
pub use conversation::{Conversation, Handed, Kind, Mine, Outcome, Ownership, Preview};
pub use decide::decide;
pub use department::{Department, Settings};
pub use event::Event;
pub use floor::{Floor, Turn};
pub use fold::fold;
pub use hours::{Holiday, OfficeHours, Open};
pub use ids::{
    AccountId, AgentId, BlockId, CommandId, ContactId, ConversationId, DepartmentId, MessageId,
    PhotoId, QueueId, TemplateId, Timestamp,
};
pub use internal::{Internal, InternalAsk};
pub use message::{Author, Body, Message, SystemLine};
pub use queue::{OwnershipMode, Queue, Unanswered};
pub use refusal::{Field, Refusal};
pub use rights::{Right, allows, allows_somewhere, gives, manages};
pub use routing::{Round, Strategy};
pub use sight::{Audience, holds, may_read};
pub use situation::Situation;
pub use template::{ImportedTemplate, Template, TemplateContent};
pub use variables::Variable;
