-- Who may come in. Nothing here is an entity: no app caches it, and it stands in no log.

CREATE TABLE credential (
    -- An agent's password, argon2id in PHC form. May exist before its agent, whom the next command puts.
    agent TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    -- SHA-256 of the token; the token itself is kept nowhere.
    token_hash BLOB NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    -- Moved at most once a minute.
    last_seen INTEGER NOT NULL,
    -- The absolute end; the idle end follows from last_seen.
    expires INTEGER NOT NULL,
    -- What the app calls itself (User-Agent), to be shown among "your devices".
    device TEXT NOT NULL
) STRICT;
CREATE INDEX session_of_agent ON session (agent);

CREATE TABLE code (
    -- SHA-256 of a sign-in code that the command line printed; deleted by its use.
    hash BLOB PRIMARY KEY,
    agent TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setup_token (
    -- SHA-256 of the token printed while the company has no agent. No row: there is no set-up.
    hash BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_attempt (
    -- Sign-ins that did not succeed (yet), so that a restart does not forgive them.
    -- 'agent:' or 'net:' and a hash: no address and no e-mail is kept in clear.
    subject TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempt_of ON sign_in_attempt (subject, at);

CREATE TABLE visitor (
    -- A Live Chat visitor's token; the id is their contact's, which exists from their first message.
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
