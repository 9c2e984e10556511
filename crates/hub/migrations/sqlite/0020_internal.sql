CREATE TABLE chat_member (
    -- Who is in a chat among colleagues, to find an agent's chats by.
    agent TEXT NOT NULL,
    conversation TEXT NOT NULL,
    PRIMARY KEY (agent, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_member_of_conversation ON chat_member (conversation);
INSERT INTO chat_member (agent, conversation)
    SELECT m.value, c.id FROM conversation c, json_each(c.agents) m WHERE c.state = 'internal';
DROP INDEX conversation_internal;
