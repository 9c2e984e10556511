-- When a conversation has to be looked at again although nobody asks, milliseconds UTC: the end of a ring time, of a lease.
ALTER TABLE conversation ADD COLUMN due INTEGER;
CREATE INDEX conversation_due ON conversation (due) WHERE due IS NOT NULL;
CREATE INDEX conversation_idle ON conversation (last_at) WHERE state IN ('offered', 'owned');

CREATE TABLE turn (
    -- When it was an agent's turn in a queue. Numbers grow by one within the queue; 0 is never.
    queue TEXT NOT NULL,
    agent TEXT NOT NULL,
    rung INTEGER NOT NULL,
    served INTEGER NOT NULL,
    -- The day of the last, in days since 1970 where the queue's department is, and how often on that day.
    day INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (queue, agent)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    -- What holds for the whole company: one row, `company`.
    id TEXT PRIMARY KEY,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;
