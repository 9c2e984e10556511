CREATE INDEX conversation_by_age ON conversation (state, last_at);
