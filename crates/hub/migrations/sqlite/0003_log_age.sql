-- When a line of the log was written, milliseconds UTC: the log is kept for a while only. Lines of before are old.
ALTER TABLE log ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
