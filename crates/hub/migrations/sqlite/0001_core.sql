CREATE TABLE counter (
    -- One row: taking it is the company's write lock, so change numbers are in commit order and without gap.
    one INTEGER PRIMARY KEY CHECK (one = 1),
    -- Random name of this history; replaced when the store may have gone back.
    epoch TEXT NOT NULL,
    -- The last change.
    change INTEGER NOT NULL,
    -- The oldest change whose log row is kept, or 0 while all are; older cursors are resynced.
    floor INTEGER NOT NULL,
    -- Contacts there ever were: the next visitor's number.
    contacts INTEGER NOT NULL
) STRICT;

CREATE TABLE log (
    -- Which entity changed, and who held it before. No contents.
    change INTEGER PRIMARY KEY,
    -- Last change of the commit group, and its 32 random bits.
    group_end INTEGER NOT NULL,
    tag INTEGER NOT NULL,
    -- An entity's kind, or 'rights' with an agent's id: what that agent holds may have changed in ways no row tells.
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    -- Audience before the group, as JSON.
    before TEXT NOT NULL
) STRICT;

CREATE TABLE answer (
    -- What a command was answered, so that it happens once.
    author TEXT NOT NULL,
    id TEXT NOT NULL,
    -- SHA-256 of the command: an id may not come back with another body.
    hash BLOB NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (author, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_age ON answer (at);

-- An entity is its row as the wire carries it (JSON), its last change, and the columns that a query needs.

CREATE TABLE agent (
    id TEXT PRIMARY KEY,
    active INTEGER NOT NULL,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;

CREATE TABLE grants (
    -- A role of an agent; department '' is the whole company.
    agent TEXT NOT NULL,
    role TEXT NOT NULL,
    department TEXT NOT NULL,
    PRIMARY KEY (agent, role, department)
) STRICT, WITHOUT ROWID;

CREATE TABLE department (
    id TEXT PRIMARY KEY,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;

CREATE TABLE queue (
    id TEXT PRIMARY KEY,
    -- '' is the whole company.
    department TEXT NOT NULL,
    offered_only INTEGER NOT NULL,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;

CREATE TABLE member (
    agent TEXT NOT NULL,
    queue TEXT NOT NULL,
    PRIMARY KEY (agent, queue)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of_queue ON member (queue);

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
    id TEXT PRIMARY KEY,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;

CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    -- 'offered', 'owned', 'closed' or 'internal'.
    state TEXT NOT NULL,
    -- The owner, or the last one of a closed conversation.
    owner TEXT,
    queue TEXT,
    -- JSON array: whom an offered one rings, or the members of an internal one.
    agents TEXT NOT NULL,
    account TEXT,
    contact TEXT,
    last_at INTEGER NOT NULL,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;
CREATE INDEX conversation_of_owner ON conversation (owner, state);
CREATE INDEX conversation_of_queue ON conversation (queue, state);
CREATE INDEX conversation_of_contact ON conversation (contact, account, state);
CREATE INDEX conversation_internal ON conversation (state) WHERE state = 'internal';

CREATE TABLE message (
    conversation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    -- The command that wrote it, once for ever; NULL for system lines.
    id TEXT UNIQUE,
    change INTEGER NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (conversation, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE mine (
    agent TEXT NOT NULL,
    conversation TEXT NOT NULL,
    change INTEGER NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (agent, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX mine_of_conversation ON mine (conversation);
