CREATE TABLE template (
    id TEXT PRIMARY KEY,
    -- '' is the whole company.
    department TEXT NOT NULL,
    change INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;
CREATE INDEX template_of_department ON template (department);

CREATE TABLE template_use (
    -- How often it was inserted. Beside the row, which every app is told of when it changes.
    template TEXT PRIMARY KEY,
    uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
