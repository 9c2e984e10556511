CREATE TABLE block (
    -- An IPv4 address or the /64 of an IPv6 one, as text; each has at most one block.
    network TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    -- The block as JSON.
    row TEXT NOT NULL,
    -- Requests that it refused, and the last of them. Counted in memory and added now and then.
    hits INTEGER NOT NULL,
    last_hit INTEGER
) STRICT, WITHOUT ROWID;

-- What the visitor's browser said when it came last; forgotten after a while.
ALTER TABLE visitor ADD COLUMN network TEXT;
ALTER TABLE visitor ADD COLUMN facts TEXT;
ALTER TABLE visitor ADD COLUMN seen INTEGER;
CREATE INDEX visitor_of_network ON visitor (network);
CREATE INDEX visitor_by_age ON visitor (seen);
