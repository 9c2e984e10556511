-- The address book: who is in it, in which order, and by what they are found.
ALTER TABLE contact ADD COLUMN known INTEGER NOT NULL DEFAULT 0;
-- Name, e-mail addresses and phone numbers as one searches them, the name first; NULL: not written since this column is.
ALTER TABLE contact ADD COLUMN found TEXT;
CREATE INDEX contact_book ON contact (found, id) WHERE known;

CREATE TABLE contact_identity (
    -- By what an imported contact is known again.
    identity TEXT NOT NULL,
    contact TEXT NOT NULL,
    PRIMARY KEY (identity, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_identity_of ON contact_identity (contact);

CREATE TABLE contact_point (
    -- A merged contact, and who they are now. A visitor's token names the point for ever.
    point TEXT PRIMARY KEY,
    contact TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_point_of ON contact_point (contact);

CREATE TABLE erasure (
    -- Contacts that were erased, in JSON with where they wrote from: no older copy of them may come back.
    contact TEXT PRIMARY KEY,
    points TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where the customer writes from; what was said there is shown there, and nowhere else.
ALTER TABLE conversation ADD COLUMN point TEXT;
UPDATE conversation SET point = contact;
DROP INDEX conversation_of_contact;
CREATE INDEX conversation_of_contact ON conversation (contact);
CREATE INDEX conversation_of_point ON conversation (point, account, state);
