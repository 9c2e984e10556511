//! What crosses the wire between the visitor's page and the hub.

use guichet_domain::{ConversationId, Corner, FieldRule, Greeting, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// `GET config`: how the page presents itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct WidgetConfig {
    pub name: String,
    pub color: Option<String>,
    pub corner: Corner,
    pub greeting: Greeting,
    pub away: Option<Greeting>,
    pub form: Form,
    pub privacy: PrivacyNotice,
    pub available: bool,
    pub max_text: usize,
}

/// What is asked before the first message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct Form {
    pub name: FieldRule,
    pub email: FieldRule,
}

/// What is said about personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PrivacyNotice {
    /// The company's privacy page.
    pub url: Option<String>,
    /// Is there a consent box?
    pub consent: ConsentRule,
}

/// Is there a consent box, and must it be ticked?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ConsentRule {
    None,
    Optional,
    Required,
}

/// `POST sessions`.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVisitor {
    /// What the browser says of itself.
    #[serde(default)]
    pub about: About,
}

/// What a browser says of itself. What does not read as what it should be is left out, never refused: nobody's
/// message is lost for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct About {
    #[serde(default)]
    pub page: Option<String>,
    #[serde(default)]
    pub referrer: Option<String>,
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub time_zone: Option<String>,
}

/// A new visitor. The token is shown this once.
#[derive(Clone, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct VisitorToken {
    pub token: String,
}

/// `POST messages`.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// Made by the page before its first attempt; the same again is the same message.
    pub id: Uuid,
    /// What the visitor wrote.
    pub text: String,
    /// From the form.
    #[serde(default)]
    pub name: Option<String>,
    /// From the form.
    #[serde(default)]
    pub email: Option<String>,
    /// Was the consent box ticked?
    #[serde(default)]
    pub consent: bool,
    /// The visitor began anew. The hub opens a conversation whenever none is open, so this changes nothing.
    #[serde(default)]
    pub new: bool,
    /// What the browser says of itself.
    #[serde(default)]
    pub about: About,
}

/// Where a message went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct Accepted {
    pub conversation: ConversationId,
    pub seq: u64,
    pub revision: u64,
}

/// `POST read`: the visitor has seen every line up to here.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SeenUpTo {
    pub up_to: u64,
}

/// `POST typing`, `POST end`.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Everything a visitor sees, as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct Snapshot {
    pub available: bool,
    pub conversation: Option<SnapshotConversation>,
}

/// The visitor's newest conversation with its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct SnapshotConversation {
    #[serde(flatten)]
    pub head: VisitorConversation,
    pub revision: u64,
    pub messages: Vec<VisitorMessage>,
}

/// The visitor's conversation without its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct VisitorConversation {
    /// Which conversation.
    pub id: ConversationId,
    /// Open or closed.
    pub state: VisitorState,
    /// The name of the agent who answers.
    pub agent: Option<String>,
    /// The visitor's device has every line up to here.
    pub received_up_to: u64,
    /// An agent has read every line up to here.
    pub read_up_to: u64,
}

/// As a visitor sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum VisitorState {
    Open,
    Closed,
}

/// What changed between two revisions; applied only if `from` is the page's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[allow(missing_docs)]
pub struct VisitorDelta {
    pub from: u64,
    pub to: u64,
    pub conversation: VisitorConversation,
    pub messages: Vec<VisitorMessage>,
}

/// A line as a visitor sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct VisitorMessage {
    /// The page's own id of what it wrote; of every other line a name without a meaning.
    pub id: Uuid,
    /// Place in the thread; others' lines may be missing between.
    pub seq: u64,
    /// When the hub accepted it.
    pub at: Timestamp,
    /// Who wrote it.
    pub from: Side,
    /// The agent's name. None of what the company's side says by itself.
    pub agent: Option<String>,
    /// What was written.
    pub text: Option<String>,
    /// What happened.
    pub system: Option<PublicSystemLine>,
}

/// Who wrote a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Side {
    Visitor,
    Agent,
    System,
}

/// The only system lines that visitors see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PublicSystemLine {
    Joined,
    /// Nobody could answer yet: the company's away text.
    Away,
    Over,
}
