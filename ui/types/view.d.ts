// What the app tells the screen. Generated from `guichet_client::view` by its tests: do not edit.
// `GUICHET_SNAPSHOTS=write cargo test -p guichet-client screens_types` writes it anew.

/** An agent of the company. */
export type AgentId = string;

/** A contact; for Live Chat also the visitor. */
export type ContactId = string;

/** A conversation: one session between one contact and one channel account. */
export type ConversationId = string;

/** A queue of agents. */
export type QueueId = string;

/** A department, a group of agents. */
export type DepartmentId = string;

/** A template. */
export type TemplateId = string;

/** A way customers write. Colleagues among themselves have none. */
export type Channel = "live_chat" | "whatsapp" | "messenger" | "sms";

/** What an agent says of themselves. Only who is available is rung. */
export type Status = "available" | "away" | "do_not_disturb" | "offline";

/** A channel account: one configured website, number or page. */
export type AccountId = string;

/** The roles of the product, lowest first. */
export type Role = "agent" | "receptionist" | "manager" | "department_owner" | "system_admin" | "system_owner";

/** A role, for one department or for the whole company. */
export type Grant = { 
  /** Which role. */
  role: Role,
  /** `None`: company-wide. */
  department: DepartmentId | null, };

/** From when to when on one day of the week, in minutes after its midnight. Up to an earlier or the same minute means
 * on the next day. */
export type Open = { 
  /** 1 is Monday, 7 is Sunday. */
  day: number,
  /** 0 to 1,439. */
  from: number,
  /** 0 to 1,440; not included. */
  to: number, };

/** A date on which nobody is there. */
export type Holiday = { 
  /** Which date, `2026-12-25`. */
  date: string,
  /** As agents read it. */
  name: string, };

/** When somebody is there. */
export type OfficeHours = { 
  /** IANA name, such as `Europe/Paris`. */
  zone: string,
  /** Times of the week; `None`: always. */
  week: Array<Open> | null,
  /** Dates on which nobody is there, from midnight to midnight. */
  holidays: Array<Holiday>, };

/** A group of agents; queues and channel accounts belong to one, or to the whole company. */
export type Department = { 
  /** Which department. */
  id: DepartmentId,
  /** As agents read it. */
  name: string,
  /** When its queues ring; `None`: as the company. */
  hours: OfficeHours | null, };

/** Whom a waiting conversation rings. Names follow the field. */
export type Strategy = "ring_all" | "hunt" | "hunt_random_start" | "round_robin" | "longest_waiting" | "least_busy" | "fewest_answered" | "hunt_by_threes" | "first_three_available" | "skill_ring_all" | "skill_random" | "skill_round_robin" | "skill_fewest_answered";

/** How a conversation of a queue gets its owner. */
export type OwnershipMode = "first_answer" | "take_by_hand" | "assign";

/** What happens when everybody was rung once, or the longest wait passed. */
export type Unanswered = "keep_ringing"
  | { "next_queue": QueueId } | "away_text";

/** Agents who share new conversations. */
export type Queue = { 
  /** Which queue. */
  id: QueueId,
  /** As agents read it. */
  name: string,
  /** Internal number, to transfer to. */
  extension: string | null,
  /** `None`: the whole company's. */
  department: DepartmentId | null,
  /** In order of priority, each at most once. */
  members: Array<AgentId>,
  /** How well a member knows the matter, 1 to 9; who is not named has 1. */
  skills: { [key in AgentId]: number },
  /** Whom a new conversation rings. */
  strategy: Strategy,
  /** Only the agents it rings see an unowned conversation; all members when it rings nobody. */
  offered_only: boolean,
  /** How a conversation gets its owner. */
  ownership: OwnershipMode,
  /** Who owns so many open conversations is not rung; `None`: no limit. Never limits Take or Transfer. */
  capacity: number | null,
  /** How many seconds somebody is rung before the next, 5 to 3,600. */
  ring_secs: number,
  /** Skill-based strategies: after so many seconds the next lower level is rung too; `None`: the ring time. */
  widen_secs: number | null,
  /** Nobody answered after so many seconds, although somebody may not have been rung yet; `None`: no such limit. */
  longest_wait_secs: number | null,
  /** What then happens. */
  unanswered: Unanswered,
  /** A customer's message unanswered for so many seconds while the owner is not available brings the conversation
   * back; `None`: it stays with its owner. */
  lease_secs: number | null, };

/** Where an account's new conversations go. */
export type Route = { "queue": QueueId }
  | { "agent": AgentId };

/** A text in the two languages of the product. */
export type Greeting = { fr: string, en: string, };

/** Whether a form asks for a field. */
export type FieldRule = "off" | "optional" | "required";

/** What the widget says about personal data. */
export type Privacy = { 
  /** The company's privacy page. */
  url: string | null,
  /** Is there a consent box, and must it be ticked? */
  consent: FieldRule, };

/** The lower corner of the page that the widget takes. */
export type Corner = "right" | "left";

/** How the widget presents itself. */
export type WidgetSettings = { 
  /** Accent colour as `#rrggbb`; `None` is Guichet's own. */
  color: string | null,
  /** First words to a visitor. */
  greeting: Greeting,
  /** What a visitor reads when nobody could answer yet; `None`: the widget's own words. */
  away: Greeting | null,
  /** Is the visitor's name asked for? */
  name: FieldRule,
  /** Is the visitor's e-mail asked for? */
  email: FieldRule,
  /** What is said about personal data. */
  privacy: Privacy,
  /** Where on the page it opens. */
  corner: Corner, };

/** One configured website, `WhatsApp` number, Facebook page or SMS number. */
export type Account = { 
  /** Which account. */
  id: AccountId,
  /** The channel its customers write on. */
  channel: Channel,
  /** As agents and visitors read it. */
  name: string,
  /** Where new conversations go. */
  route: Route,
  /** Live Chat: the key in the website's snippet. It identifies and does not authorise. */
  public_key: string | null,
  /** Live Chat: origins (`https://shop.example`) that may show the widget. */
  sites: Array<string>,
  /** Live Chat: how the widget presents itself. */
  widget: WidgetSettings | null, };

/** What holds for the whole company. */
export type CompanySettings = { 
  /** The company's name. */
  name: string,
  /** Where its phone numbers without a prefix are, as ISO 3166-1 alpha-2. */
  country: string,
  /** When its queues ring, and what "today" is. */
  hours: OfficeHours,
  /** A conversation without activity for so many days is closed; `None`: never. */
  auto_close_days: number | null,
  /** Closed conversations are deleted after so many months; `None`: never. */
  retention_months: number | null,
  /** Agents see a customer's earlier conversations with all agents and departments. */
  history: boolean, };

/** A language of the product. */
export type Language = "fr" | "en";

/** Where tokens are kept. */
export type Keyring = "os" | "file" | "memory";

/** The agent at this desk. */
export type Me = { id: AgentId, name: string, email: string, };

/** Who is signed in, or that nobody is. */
export type Session = { 
  /** Somebody is. */
  signed_in: boolean,
  /** The hub of this, or of the last, session. */
  hub: string | null,
  /** Who; while `expired`, who was. */
  agent: Me | null,
  /** Where the token is kept. */
  keyring: Keyring,
  /** What the screen speaks. */
  language: Language,
  /** How the screen looks. */
  theme: Theme,
  /** The hub ended the session; the cache is still there for who signs in again. */
  expired: boolean, };

/** A state of the connection. */
export type ConnectionState = "online" | "connecting" | "offline" | "signed-out" | "too-old" | "too-new";

/** How things are with the hub. */
export type Connection = { 
  /** The state. */
  state: ConnectionState,
  /** When it began. */
  since: number,
  /** Commands that wait for the hub. */
  waiting: number,
  /** When the hub is tried again. */
  retry_at: number | null, };

/** A queue the agent shares. */
export type OwnQueue = { 
  /** Which. */
  id: QueueId,
  /** As agents read it. */
  name: string,
  /** What comes there rings the agent. */
  logged_in: boolean, };

/** What the agent says of themselves. */
export type OwnPresence = { status: Status,
  /** May see and manage conversations of others. */
  supervises: boolean,
  /** Has agents, queues or more to configure. */
  administers: boolean,
  /** Those the agent shares, by name. */
  queues: Array<OwnQueue>, };

/** A language, or the desktop's. */
export type LanguageChoice = "system" | "fr" | "en";

/** Light, dark, or as the desktop. */
export type Theme = "system" | "light" | "dark";

/** What a notification says. */
export type NotifyContent = "text" | "queue" | "none";

/** What the agent set on this computer. */
export type Settings = { 
  /** What the screen speaks. */
  language: LanguageChoice,
  /** How it looks. */
  theme: Theme,
  /** Enter sends; otherwise it breaks the line. */
  enter_sends: boolean,
  /** Notifications inside the window. */
  notify_app: boolean,
  /** Notifications by the system. */
  notify_system: boolean,
  /** What they say. */
  notify_content: NotifyContent,
  /** It rings. */
  ringtone: boolean,
  /** How loud, 0 to 100. */
  ringtone_volume: number, };

/** How the agent uses emoji on this computer. */
export type EmojiHabits = { 
  /** The last ones, newest first. */
  recent: Array<string>,
  /** Skin tone, 1 (light) to 5 (dark); 0: none. */
  tone: number, };

/** A view of the inbox. */
export type ListView = "recents" | "queues" | "archived" | "supervised";

/** A group of rows within a view. */
export type Group = "ringing" | "mine" | "waiting" | "archived" | "supervised";

/** How many rows a group has. */
export type GroupTotal = { id: Group, total: number, };

/** What kind of chat among colleagues. */
export type ChatKind = "direct" | "group";

/** What kind of line a preview is of. */
export type PreviewKind = "in" | "out" | "note" | "system" | "draft";

/** The last line of a conversation, in short. */
export type Preview = { kind: PreviewKind,
  /** The agent who wrote it. */
  author: string | null,
  /** This agent wrote it. */
  mine: boolean, text: string, };

/** One conversation in the inbox. */
export type Row = { 
  /** Which conversation. */
  id: ConversationId,
  /** Of the view. */
  group: Group,
  /** `None` among colleagues. */
  channel: Channel | null,
  /** The customer, or the colleagues. */
  name: string,
  /** The last line, in short. */
  preview: Preview,
  /** Last activity. */
  at: number,
  /** Messages of the other side that the agent has not seen. */
  unread: number,
  /** They make no sound, and count in no sum. */
  muted: boolean,
  /** Among colleagues: of two, or of a group. */
  chat: ChatKind | null,
  /** Name of its queue. */
  queue: string | null,
  /** Who is responsible, where it is somebody else. */
  owner: string | null,
  /** The oldest unanswered message. */
  waiting_since: number | null,
  /** The colleague is there; of a visitor the hub does not tell yet. */
  online: boolean, };

/** Some rows of a view, in order. */
export type ListWindow = { 
  /** Of which view. */
  view: ListView,
  /** Place of the first row. */
  offset: number,
  /** Rows there are. */
  total: number,
  /** Its groups, in the order of the rows. */
  groups: Array<GroupTotal>,
  /** The rows. */
  rows: Array<Row>, };

/** The numbers on the rail. */
export type Counts = { 
  /** Conversations of Recents with something unseen. */
  recents_unread: number,
  /** Conversations that wait in my queues. */
  queues_waiting: number, };

/** State of a conversation. */
export type ThreadState = "unowned" | "owned" | "closed";

/** What the agent may do with a conversation. */
export type Abilities = { reply: boolean, take: boolean, release: boolean, transfer: boolean, note: boolean, deal_with: boolean, archive: boolean, unarchive: boolean, end_session: boolean, block: boolean, delete: boolean, take_over: boolean, reassign: boolean, };

/** A thing and its name. */
export type Named<Id> = { id: Id, name: string, };

/** One who is in a chat. */
export type Member = { 
  /** Who. */
  id: AgentId,
  /** By name. */
  name: string,
  /** To be found by. */
  extension: string | null,
  /** This agent. */
  me: boolean,
  /** False once deactivated. */
  active: boolean,
  /** As the others see it: offline also who is not in touch with the hub. */
  status: Status,
  /** Has seen every line up to here; `None`: nothing, or too many members to tell. */
  read_up_to: number | null, };

/** What a thread among colleagues has above its lines. */
export type Chat = { 
  /** Of two; otherwise a group. */
  direct: boolean,
  /** What the group was named, if it was. */
  name: string | null,
  /** This agent first, then by name. */
  members: Array<Member>,
  /** Its news make no sound. */
  muted: boolean,
  /** Who is writing, by name. */
  typing: Array<string>, };

/** A colleague to write to. */
export type Colleague = { id: AgentId, name: string, extension: string | null,
  /** As the others see it: offline also who is not in touch with the hub. */
  status: Status, };

/** Whom one can write to. */
export type Colleagues = { agents: Array<Colleague>,
  /** This agent's groups. */
  groups: Array<Named<ConversationId>>, };

/** Who is responsible for a conversation. */
export type Owner = { id: AgentId, name: string, me: boolean, };

/** What is known of a customer. */
export type ContactCard = { id: ContactId, name: string | null, email: string | null, phone: string | null, };

/** What stands above and below the lines of a conversation. */
export type Thread = { 
  /** Which conversation. */
  id: ConversationId,
  /** `None` among colleagues. */
  channel: Channel | null,
  /** The customer, or the colleagues. */
  name: string,
  /** Is in the address book. */
  known: boolean,
  /** Show Add contact, Reply, Ignore. */
  banner: boolean,
  /** Its queue. */
  queue: Named<QueueId> | null,
  /** Who is responsible. */
  owner: Owner | null,
  /** Unowned, owned, closed. */
  state: ThreadState,
  /** Somebody else's, looked at by one who supervises. */
  overseen: boolean,
  /** In Archived only. */
  archived: boolean,
  /** What this agent may do now. */
  can: Abilities,
  /** The text not sent yet. */
  draft: string,
  /** The customer is typing, or a colleague among colleagues. */
  typing: boolean,
  /** The colleague is there; of a visitor the hub does not tell yet. */
  online: boolean,
  /** The agent has seen every line up to here. */
  read_up_to: number,
  /** Messages of the other side after that. */
  unread: number,
  /** When its first message came. */
  opened_at: number,
  /** The oldest unanswered message. */
  waiting_since: number | null,
  /** The customer. */
  contact: ContactCard | null,
  /** Colleagues among themselves. */
  chat: Chat | null, };

/** Kind of a line. */
export type LineKind = "in" | "out" | "note" | "system";

/** How far a message came. */
export type Delivery = "queued" | "sent" | "delivered" | "read" | "failed";

/** What happened, for the words `system-<code>`. */
export type SystemText = { code: string, params: Record<string, string>, };

/** A line that another answers to. */
export type Quote = { 
  /** Its place. */
  seq: number,
  /** Who wrote it; `None` while it is not on this computer. */
  author: string | null,
  /** The beginning of what it says. */
  text: string | null, };

/** One line of a thread. */
export type Line = { 
  /** A message keeps it from the outbox to the thread. */
  id: string,
  /** Its place; `None` while in the outbox. */
  seq: number | null,
  /** When it was written. */
  at: number,
  /** In, out, note, system. */
  kind: LineKind,
  /** The agent or the customer, by name. */
  author: string | null,
  /** This agent wrote it. */
  mine: boolean,
  /** What it says; system lines have none. */
  text: string | null,
  /** How far it came; of the agents' lines to the customer, and of this agent's to colleagues. */
  state: Delivery | null,
  /** Why it failed. */
  failure: string | null,
  /** What happened. */
  system: SystemText | null,
  /** The line it answers to. */
  quote: Quote | null,
  /** Names this agent. */
  mentions_me: boolean, };

/** Lines of a conversation, ascending. */
export type Messages = { lines: Array<Line>, has_before: boolean, has_after: boolean, };

/** How a conversation stands, or ended. */
export type PastOutcome = "waiting" | "owned" | "dealt-with" | "ended-by-agent" | "ended-by-visitor" | "idle";

/** The facts of a conversation. */
export type PastRow = { 
  /** Which conversation. */
  id: ConversationId,
  /** Where the customer wrote. */
  channel: Channel,
  /** Its queue's name. */
  queue: string | null,
  /** Who answered, by name. */
  agents: Array<string>,
  /** When it began. */
  opened_at: number,
  /** When it ended. */
  closed_at: number | null,
  /** How it stands, or ended, for the words `past-<outcome>`. */
  outcome: PastOutcome,
  /** Its lines may be read. */
  readable: boolean, };

/** Some of the customer's other conversations, newest first. */
export type History = { 
  /** The company shows it. */
  on: boolean,
  /** How many there are. */
  total: number,
  /** Those asked for. */
  rows: Array<PastRow>, };

/** An agent, to be managed. */
export type ManagedAgent = { id: AgentId, name: string, email: string, extension: string | null, active: boolean, grants: Array<Grant>,
  /** May be changed, invited and deactivated by who looks. */
  managed: boolean, };

/** What an agent may configure. */
export type MayAdminister = { 
  /** Settings of the company, new departments. */
  company: boolean,
  /** Departments whose agents, accounts and hours the agent may change. */
  departments: Array<DepartmentId>,
  /** Queues the agent may change. */
  queues: Array<QueueId>,
  /** Where the agent may put a queue: departments, and `null` for the company. */
  queue_places: Array<DepartmentId | null>,
  /** Accounts the agent may change. */
  accounts: Array<AccountId>,
  /** Queues an account of the agent's may lead to. */
  account_queues: Array<QueueId>,
  /** Roles that the agent may give and take. */
  grants: Array<Grant>,
  /** New agents. */
  agents: boolean,
  /** The audit trail. */
  audit: boolean,
  /** Addresses that are kept out. */
  blocks: boolean, };

/** What is configured, with what of it the agent may change. */
export type Administration = { 
  /** What holds for the whole company. */
  settings: CompanySettings,
  /** By name. */
  departments: Array<Department>,
  /** By name, those who were deactivated at the end. */
  agents: Array<ManagedAgent>,
  /** By name. */
  queues: Array<Queue>,
  /** By name. */
  accounts: Array<Account>,
  /** What the agent may do with it. */
  may: MayAdminister,
  /** The hub's address, for the snippet of a website; without a slash at its end. */
  hub: string, };

/** A link that lets an agent in. */
export type Invited = { link: string,
  /** Milliseconds UTC. */
  expires: number, };

/** A site that asked for the widget. */
export type InstalledOn = { site: string,
  /** Milliseconds UTC. */
  seen: number, };

/** Who did what. */
export type AuditLine = { 
  /** To ask for those before it. */
  number: number,
  /** Milliseconds UTC. */
  at: number,
  /** By name; `None`: the hub itself. */
  by: string | null,
  /** Of words, in kebab case. */
  what: string,
  /** Whom or what it was about, by name where there is one. */
  about: string | null, };

/** Part of the audit trail, newest first. */
export type AuditTrail = { rows: Array<AuditLine>,
  /** There are older ones. */
  more: boolean, };

/** Lines of another conversation with the customer, ascending. */
export type PastMessages = { lines: Array<Line>, has_before: boolean, };

/** A device where the agent is signed in. */
export type DeviceRow = { 
  /** Which. */
  id: string,
  /** Such as `Guichet 1 · Linux`; `None` where nothing is known. */
  name: string | null,
  /** When the agent signed in there. */
  since: number,
  /** Its last sign of life, to a minute. */
  last_seen: number,
  /** It is this one. */
  current: boolean, };

/** A photo, for an address of its own on the screen. */
export type Photo = { 
  /** JPEG in base 64; `None`: there is none. */
  jpeg: string | null, };

/** Whether a visitor can be blocked. */
export type BlockingState = "possible" | "blocked" | "protected" | "unknown";

/** What a visitor's browser said. */
export type VisitFacts = { address: string, seen: number,
  /** Opened by the system's browser, when it is clicked. */
  page: string | null, referrer: string | null,
  /** Such as `Firefox 141 · Linux`. */
  browser: string | null,
  /** A tag such as `fr-BE`. */
  language: string | null,
  /** An IANA name such as `Europe/Paris`. */
  time_zone: string | null, };

/** What is known of a visitor, and whether they can be blocked. */
export type Visit = { 
  /** What their browser said when they came last; `None` where nothing is remembered. */
  facts: VisitFacts | null,
  /** Other visitors with the same address. */
  others: number,
  /** For the words `blocking-<state>`. */
  blocking: BlockingState,
  /** Of one who is blocked: until when; without it until somebody revokes it. */
  until: number | null, };

/** An address from which nobody may chat. */
export type BlockedRow = { 
  /** Which block. */
  id: BlockId,
  /** `203.0.113.9` or `2001:db8:1:2::/64`. */
  network: string,
  /** Why. */
  reason: string | null,
  /** Who blocked, by name; `None`: on the command line. */
  by: string | null,
  /** Since when. */
  at: number,
  /** Until when; `None`: until it is revoked. */
  until: number | null,
  /** Requests that it refused, and the last of them. */
  hits: number,
  /** The last of them. */
  last_hit: number | null, };

/** A text of the agent that lost its conversation. */
export type UnsentDraft = { id: string, text: string, channel: Channel | null, at: number, };

/** A queue. */
export type TransferToQueue = { id: QueueId, name: string, extension: string | null, };

/** To whom a conversation may be transferred. */
export type TransferTargets = { agents: Array<Colleague>, queues: Array<TransferToQueue>, };

/** How busy a colleague is. */
export type Load = { id: AgentId,
  /** Conversations they own. */
  open: number, };

/** A template to insert. */
export type TemplateRow = { id: TemplateId, title: string, category: string,
  /** By name; `None`: the whole company's. */
  department: string | null,
  /** In which it would be inserted. */
  language: string,
  /** The beginning of its text. */
  preview: string, };

/** Templates that an agent may insert, those that fit best first. */
export type TemplateWindow = { 
  /** The first of them. */
  rows: Array<TemplateRow>,
  /** How many fit. */
  total: number,
  /** Of all that are offered, in their order. */
  categories: Array<string>,
  /** Of all that are offered. */
  languages: Array<string>,
  /** The agent may write some of them. */
  manages: boolean, };

/** A field that is still to be filled, as places in a JavaScript string. */
export type FieldPlace = { from: number, to: number, };

/** What is to be written at the caret. */
export type FilledTemplate = { 
  /** With its variables filled. */
  text: string,
  /** Where those stand that could not be. */
  fields: Array<FieldPlace>, };

/** The whole company, or a department. */
export type TemplatePlace = { 
  /** `None`: the whole company. */
  department: DepartmentId | null,
  /** Of the department. */
  name: string | null, };

/** A template that the agent may change. */
export type ManagedTemplate = { id: TemplateId, place: TemplatePlace, category: string, title: string,
  /** By language. */
  texts: { [key in string]: string }, };

/** Templates that the agent may change. */
export type ManagedTemplates = { 
  /** The first of them, by place, category and order. */
  rows: Array<ManagedTemplate>,
  /** How many there are, or fit what is searched. */
  total: number,
  /** Where the agent may write templates. */
  places: Array<TemplatePlace>,
  /** Of all templates. */
  categories: Array<string>,
  /** What may stand between two braces. */
  variables: Array<string>, };

/** A template as it is written in the form. */
export type TemplateForm = { 
  /** `None`: a new one. */
  id: TemplateId | null, department: DepartmentId | null, category: string, title: string, texts: { [key in string]: string }, };

/** How often a template was inserted. */
export type TemplateUse = { id: TemplateId, uses: number, };

/** A file of templates. */
export type TableFormat = "csv" | "json";

/** A template of an import. */
export type PlannedTemplate = { title: string, category: string, department: string | null, languages: Array<string>, };

/** A line of a file that cannot be imported. */
export type BadLine = { 
  /** Line of a table, or entry of a list, from 1. */
  line: number,
  /** Why, as in [`crate::CallError`]. */
  code: string,
  /** For the words. */
  params: Record<string, string>, };

/** What an import would change, or changed. */
export type ImportPlan = { 
  /** Templates that are not there yet. */
  fresh: Array<PlannedTemplate>,
  /** Templates that would say something else. */
  changed: Array<PlannedTemplate>,
  /** Templates that are there already just so. */
  unchanged: number,
  /** What cannot be imported; nothing is while there is some. */
  bad: Array<BadLine>, };

/** Somebody of the address book. */
export type BookRow = { id: ContactId, name: string, email: string | null, phone: string | null,
  /** Other e-mail addresses and phone numbers. */
  also: Array<string>, };

/** Some of the address book, by name. */
export type AddressBook = { 
  /** How many there are in whom every word is found. */
  total: number,
  /** Those asked for. */
  rows: Array<BookRow>,
  /** The agent may merge and import. */
  manages: boolean,
  /** The agent may erase, and take out in a file. */
  erases: boolean, };

/** A contact as it is written in the form. */
export type ContactForm = { 
  /** `None`: a new one. */
  id: ContactId | null, name: string, email: string, phone: string, also: Array<string>, };

/** A file of contacts. */
export type BookFormat = "csv" | "vcard";

/** What an import of contacts would change, or changed. */
export type ContactImport = { 
  /** Names that are not there yet. */
  fresh: Array<string>,
  /** Names that learn something. */
  changed: Array<string>,
  /** Contacts that are there already just so. */
  unchanged: number,
  /** What cannot be imported; nothing is while there is some. */
  bad: Array<BadLine>, };

/** Why a conversation is gone. */
export type GoneReason = "taken" | "transferred" | "deleted" | "rights" | "released" | "left" | "removed";

/** Something changed. The screen asks again for what it shows. */
export type UiEvent = { "type": "inbox" }
  | { "type": "templates" }
  | { "type": "thread",
  /** Which. */
  conversation: ConversationId, }
  | { "type": "gone",
  /** Which. */
  conversation: ConversationId,
  /** Why. */
  reason: GoneReason,
  /** Who has it now, by name, where the hub told. */
  by: string | null,
  /** The agent's own text is among the unsent drafts. */
  kept_draft: boolean, }
  | { "type": "connection",
  /** As it is now. */
  connection: Connection, }
  | { "type": "typing",
  /** Where. */
  conversation: ConversationId,
  /** Began. */
  on: boolean, }
  | { "type": "session" }
  | { "type": "settings" }
  | { "type": "open",
  /** Of which conversation. */
  conversation: ConversationId, }
  | { "type": "failed",
  /** Where; `None`: the app itself. */
  conversation: ConversationId | null,
  /** As in [`crate::CallError`]. */
  code: string,
  /** For the words. */
  params: Record<string, string>, };

/** Why a command of the screen was not done. */
export type CallError = { 
  /** In kebab case. */
  code: string,
  /** For the words. */
  params: Record<string, string>, };
