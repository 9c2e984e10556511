CREATE TABLE photo (
    -- An agent's photo, made small by the hub. Which one counts stands in the agent's row.
    agent TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    -- JPEG, without what a camera writes into it.
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
