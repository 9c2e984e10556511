//! Everything that can be asked for.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Account, AccountId, Agent, AgentId, BlockId, CommandId, ContactDetails, ContactId,
    ConversationId, Department, Grant, ImportedContact, ImportedTemplate, InternalAsk, MessageId,
    Network, PhotoId, Queue, QueueId, Settings, Status, TemplateContent, TemplateId,
};

/// Who asks.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// An agent, by an app.
    Agent(AgentId),
    /// A customer, by the connector of an account.
    Customer(AccountId),
    /// The hub itself: timers, connections, the administrator's command line.
    Hub,
}

/// A customer as their channel describes them; `contact` is where they write from, which after a merge is not who they
/// are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Customer {
    pub contact: ContactId,
    pub details: ContactDetails,
}

/// To whom a conversation is transferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Target {
    Agent(AgentId),
    Queue(QueueId),
}

/// One thing asked for. Serialised only to be hashed: an id may not come back with another body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Command {
    /// A customer wrote. `opens` is the id of the conversation that it opens when none is open.
    Receive {
        account: AccountId,
        customer: Customer,
        message: MessageId,
        opens: ConversationId,
        text: String,
    },
    /// An agent answers; takes the conversation when nobody owns it. A colleague writes to the others. `quote` is the
    /// line it answers to.
    Reply {
        conversation: ConversationId,
        message: MessageId,
        text: String,
        quote: Option<u64>,
    },
    /// A text for colleagues only; of one who supervises, a whisper to the owner. `mentions` are those it names.
    Note {
        conversation: ConversationId,
        message: MessageId,
        text: String,
        mentions: BTreeSet<AgentId>,
    },
    Take {
        conversation: ConversationId,
    },
    Release {
        conversation: ConversationId,
    },
    /// `note` becomes a note in the thread, with `note_id`.
    Transfer {
        conversation: ConversationId,
        to: Target,
        note: Option<String>,
        note_id: MessageId,
    },
    /// Brings back what one handed on, within 10 s and before its receiver opened it.
    UndoTransfer {
        conversation: ConversationId,
    },
    /// One who supervises opens it.
    Oversee {
        conversation: ConversationId,
    },
    /// One who supervises becomes owner instead of `from`.
    TakeOver {
        conversation: ConversationId,
        from: AgentId,
    },
    /// One who supervises hands on what `from` owns.
    Reassign {
        conversation: ConversationId,
        from: AgentId,
        to: Target,
        note: Option<String>,
        note_id: MessageId,
    },
    /// Finished: closed, archived, ownership let go.
    DealtWith {
        conversation: ConversationId,
    },
    /// Hides it from the main list; a new message brings it back. Of a chat among colleagues, for who asks.
    Archive {
        conversation: ConversationId,
    },
    /// Back into the main list; a closed one is open again, owned by who asks.
    Unarchive {
        conversation: ConversationId,
    },
    /// Live Chat: an agent ends the session; the visitor is told.
    EndSession {
        conversation: ConversationId,
    },
    /// Nothing happened for the company's auto-close days.
    CloseIdle {
        conversation: ConversationId,
    },
    /// Closed, and without activity for the company's retention time: deleted.
    Expire {
        conversation: ConversationId,
    },
    /// A time of [`crate::routing::due`] came.
    TimePassed {
        conversation: ConversationId,
    },
    /// The visitor ends the session.
    EndByVisitor {
        conversation: ConversationId,
    },
    /// The customer's device has every line up to `up_to`.
    CustomerReceived {
        conversation: ConversationId,
        up_to: u64,
    },
    CustomerRead {
        conversation: ConversationId,
        up_to: u64,
    },
    /// The agent has every line up to `up_to` on screen.
    Read {
        conversation: ConversationId,
        up_to: u64,
    },
    /// The agent has not seen the line at `from` and those after it.
    MarkUnread {
        conversation: ConversationId,
        from: u64,
    },
    /// Puts the customer into the address book.
    AddContact {
        conversation: ConversationId,
        details: ContactDetails,
    },
    /// Writes somebody into the address book who has not written.
    NewContact {
        contact: ContactId,
        details: ContactDetails,
    },
    /// All details anew; who was not in the address book is from then on.
    EditContact {
        contact: ContactId,
        details: ContactDetails,
    },
    /// What `loser` had is `winner`'s: the conversations, and where they write from.
    MergeContacts {
        winner: ContactId,
        loser: ContactId,
    },
    /// All of them, or none.
    ImportContacts {
        contacts: Vec<ImportedContact>,
    },
    /// Somebody takes everything that is kept of a contact out in a file.
    ExportContact {
        contact: ContactId,
    },
    /// Somebody takes the address book out in a file.
    ExportContacts,
    /// Everything of the contact is deleted, open conversations too.
    EraseContact {
        contact: ContactId,
    },
    /// Hides the unknown-sender banner for this agent.
    Ignore {
        conversation: ConversationId,
    },
    /// Of a chat among colleagues.
    Internal {
        conversation: ConversationId,
        ask: InternalAsk,
    },
    /// A first sign of life after none.
    AgentConnected {
        agent: AgentId,
    },
    /// No sign of life for 45 s, or signed out everywhere.
    AgentGone {
        agent: AgentId,
    },
    /// What an agent says of themselves, or one who supervises says of them.
    SetStatus {
        agent: AgentId,
        status: Status,
    },
    /// Into or out of a queue the agent shares.
    LogIn {
        agent: AgentId,
        queue: QueueId,
        logged_in: bool,
    },
    /// Creates or changes an agent's name, e-mail, extension; of a known agent the rest stays.
    PutAgent {
        agent: Agent,
    },
    SetGrants {
        agent: AgentId,
        grants: Vec<Grant>,
    },
    /// A deactivated agent holds nothing; their conversations return to their queues.
    SetActive {
        agent: AgentId,
        active: bool,
    },
    /// A link was made by which the agent chooses a password.
    Invite {
        agent: AgentId,
    },
    PutSettings {
        settings: Settings,
    },
    PutDepartment {
        department: Department,
    },
    PutQueue {
        queue: Queue,
    },
    PutAccount {
        account: Account,
    },
    /// Gone from every screen and cache.
    Delete {
        conversation: ConversationId,
    },
    /// Writes a new template, or changes one.
    PutTemplate {
        template: TemplateId,
        content: TemplateContent,
    },
    DeleteTemplate {
        template: TemplateId,
    },
    /// Behind `after` among those of its department and category; `None`: to their beginning.
    MoveTemplate {
        template: TemplateId,
        after: Option<TemplateId>,
    },
    /// All of them, or none.
    ImportTemplates {
        templates: Vec<ImportedTemplate>,
    },
    /// An agent inserted it.
    UsedTemplate {
        template: TemplateId,
    },
    /// Ends a visitor's session and keeps out whoever has their address. The hub knows which that is.
    BlockVisitor {
        conversation: ConversationId,
        network: Option<Network>,
        block: BlockId,
        reason: Option<String>,
        /// `None`: until it is revoked.
        hours: Option<u32>,
    },
    BlockNetwork {
        network: Network,
        block: BlockId,
        reason: Option<String>,
        hours: Option<u32>,
    },
    Unblock {
        block: BlockId,
    },
    /// Those that are over.
    ForgetBlocks,
    /// What an agent says who they are.
    SetName {
        name: String,
    },
    /// The photo itself is with the hub.
    SetPhoto {
        photo: Option<PhotoId>,
    },
}

/// A command with who asks and the id that makes it happen once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Envelope {
    pub actor: Actor,
    pub id: CommandId,
    pub command: Command,
}

impl Command {
    /// The conversation it names.
    pub fn conversation(&self) -> Option<ConversationId> {
        match self {
            Self::Reply { conversation, .. }
            | Self::Note { conversation, .. }
            | Self::Take { conversation }
            | Self::Release { conversation }
            | Self::Transfer { conversation, .. }
            | Self::UndoTransfer { conversation }
            | Self::Oversee { conversation }
            | Self::TakeOver { conversation, .. }
            | Self::Reassign { conversation, .. }
            | Self::DealtWith { conversation }
            | Self::Archive { conversation }
            | Self::Unarchive { conversation }
            | Self::EndSession { conversation }
            | Self::CloseIdle { conversation }
            | Self::Expire { conversation }
            | Self::TimePassed { conversation }
            | Self::MarkUnread { conversation, .. }
            | Self::EndByVisitor { conversation }
            | Self::CustomerReceived { conversation, .. }
            | Self::CustomerRead { conversation, .. }
            | Self::Read { conversation, .. }
            | Self::AddContact { conversation, .. }
            | Self::Ignore { conversation }
            | Self::Internal { conversation, .. }
            | Self::BlockVisitor { conversation, .. }
            | Self::Delete { conversation } => Some(*conversation),
            _ => None,
        }
    }

    /// The id of the message it writes, if it writes one.
    pub fn message(&self) -> Option<MessageId> {
        match self {
            Self::Receive { message, .. }
            | Self::Reply { message, .. }
            | Self::Note { message, .. }
            | Self::Transfer {
                note: Some(_),
                note_id: message,
                ..
            }
            | Self::Reassign {
                note: Some(_),
                note_id: message,
                ..
            } => Some(*message),
            _ => None,
        }
    }
}
