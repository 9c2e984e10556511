CREATE TABLE audit (
    -- Who did something that others must be able to ask about later. Never with a customer's words.
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    -- The row as JSON.
    row TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_age ON audit (at);
