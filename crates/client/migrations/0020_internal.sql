-- Chats among colleagues: found by themselves, muted and archived by each member, unread like a customer's.
-- `internal`: 1 among colleagues.
ALTER TABLE conversation ADD COLUMN internal INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET internal = 1 WHERE row -> '$.kind.internal' IS NOT NULL;
CREATE INDEX conversation_internal ON conversation (id) WHERE internal = 1;
-- `incoming`: 1 for a text of the other side, a customer or a colleague, which counts as unread.
ALTER TABLE message RENAME COLUMN from_customer TO incoming;
-- `muted`: 1 when its news count nowhere. `archived`: out of Recents until a line after this place.
ALTER TABLE mine ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mine ADD COLUMN archived INTEGER;
