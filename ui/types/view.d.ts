// What the app tells the screen: the shapes of `guichet_client::view`.

export type Channel = "live_chat" | "whatsapp" | "messenger" | "sms";
export interface Session { signed_in: boolean; hub: string | null; agent: { id: string; name: string; email: string } | null; keyring: "os" | "file" | "memory"; language: "fr" | "en"; theme: "system" | "light" | "dark"; expired: boolean }
export interface Row { id: string; group: "ringing" | "mine" | "waiting"; channel: Channel | null; name: string; preview: { kind: "in" | "out" | "note" | "system" | "draft"; author: string | null; text: string }; at: number; unread: number; queue: string | null; waiting_since: number | null; online: boolean }
export interface ListWindow { view: "recents" | "queues"; offset: number; total: number; groups: { id: Row["group"]; total: number }[]; rows: Row[] }
export interface Counts { recents_unread: number; queues_waiting: number }
export interface Thread { id: string; channel: Channel | null; name: string; known: boolean; banner: boolean; queue: { id: string; name: string } | null; owner: { id: string; name: string; me: boolean } | null; state: "unowned" | "owned" | "closed"; can: { reply: boolean; take: boolean; release: boolean; transfer: boolean; note: boolean }; draft: string; typing: boolean; online: boolean; read_up_to: number; unread: number; waiting_since: number | null; contact: { id: string; name: string | null; email: string | null; phone: string | null } | null }
export interface Line { id: string; seq: number | null; at: number; kind: "in" | "out" | "note" | "system"; author: string | null; mine: boolean; text: string | null; state: "queued" | "sent" | "delivered" | "read" | "failed" | null; failure: string | null; system: { code: string; params: Record<string, string> } | null }
export interface Connection { state: "online" | "connecting" | "offline" | "signed-out" | "too-old" | "too-new"; since: number; waiting: number; retry_at: number | null }
export interface Settings { language: "system" | "fr" | "en"; theme: "system" | "light" | "dark"; enter_sends: boolean; notify_app: boolean; notify_system: boolean; notify_content: "text" | "queue" | "none"; ringtone: boolean; ringtone_volume: number }
export interface UnsentDraft { id: string; text: string; channel: Channel | null; at: number }
export interface Targets { agents: { id: string; name: string; extension: string | null; available: boolean; load: number | null }[]; queues: { id: string; name: string; extension: string | null }[] }
export interface Messages { lines: Line[]; has_before: boolean; has_after: boolean }
export interface CallError { code: string; params: Record<string, string> }
export type UiEvent =
  | { type: "inbox" | "session" | "settings" }
  | { type: "thread"; conversation: string }
  | { type: "gone"; conversation: string; reason: "taken" | "transferred" | "deleted" | "rights" | "released"; by: string | null; kept_draft: boolean }
  | { type: "connection"; connection: Connection }
  | { type: "typing"; conversation: string; on: boolean }
  | { type: "open"; conversation: string }
  | { type: "failed"; conversation: string | null; code: string; params: Record<string, string> };
