-- Links by which agents choose a password, and which websites show the widget. Neither is an entity.

CREATE TABLE invitation (
    -- SHA-256 of the last part of the link; deleted by its use, and by the next link for the same agent.
    hash BLOB PRIMARY KEY,
    agent TEXT NOT NULL UNIQUE,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE installation (
    account TEXT NOT NULL,
    -- One of the account's sites, as browsers write an origin.
    site TEXT NOT NULL,
    -- When it last asked for the widget; moved at most once a minute.
    seen INTEGER NOT NULL,
    PRIMARY KEY (account, site)
) STRICT, WITHOUT ROWID;
