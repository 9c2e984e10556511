CREATE TABLE conversation (
  -- A conversation that the agent holds. `row` is the entity; the other columns are what lists need of it.
  id TEXT PRIMARY KEY,
  change INTEGER NOT NULL,
  row TEXT NOT NULL,
  -- Place in Recents: 0 rings the agent, 1 theirs or internal; NULL: not there.
  recents INTEGER,
  -- Unowned: since when it waits; NULL: not in Queues.
  waits_from INTEGER,
  contact TEXT,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_recents ON conversation (recents, last_at DESC, id) WHERE recents IS NOT NULL;
CREATE INDEX conversation_queues ON conversation (waits_from, id) WHERE waits_from IS NOT NULL;
CREATE INDEX conversation_contact ON conversation (contact) WHERE contact IS NOT NULL;

CREATE TABLE message (
  -- Lines of held conversations, without a gap from the first kept one to the last.
  conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  -- 1: a customer's text, which counts as unread.
  from_customer INTEGER NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (conversation, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_from_customer ON message (conversation, seq) WHERE from_customer = 1;

CREATE TABLE mine (
  -- What the agent keeps of a conversation. May come before the conversation does.
  conversation TEXT PRIMARY KEY,
  change INTEGER NOT NULL,
  row TEXT NOT NULL,
  read INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  -- Accounts, agents, contacts, departments, queues.
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  change INTEGER NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
  -- At most one row: the place in the hub's log up to which this cache is complete. None: nothing is.
  one INTEGER PRIMARY KEY CHECK (one = 1),
  cursor TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
  -- What the agent did and the hub has not confirmed, in the order it was done. Survives everything but an answer.
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agent TEXT NOT NULL,
  conversation TEXT NOT NULL,
  command TEXT NOT NULL,
  -- The agent's own words in it.
  text TEXT,
  channel TEXT,
  at INTEGER NOT NULL,
  -- 1: it left this computer at least once, so only the hub knows what became of it.
  attempted INTEGER NOT NULL DEFAULT 0,
  -- Place of its line, once the hub did it; the row stays until that line comes by the feed. NULL: not done yet.
  seq INTEGER
) STRICT;

CREATE INDEX outbox_agent ON outbox (agent, conversation, place);

CREATE TABLE draft (
  -- Text in the composer of a conversation.
  agent TEXT NOT NULL,
  conversation TEXT NOT NULL,
  text TEXT NOT NULL,
  channel TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (agent, conversation)
) STRICT, WITHOUT ROWID;

CREATE TABLE unsent_draft (
  -- An agent's own text whose conversation they lost. Nothing of the customer.
  id TEXT PRIMARY KEY,
  agent TEXT NOT NULL,
  text TEXT NOT NULL,
  channel TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  -- What belongs to the profile: the session without its token, the settings.
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
