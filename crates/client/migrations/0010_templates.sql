CREATE TABLE template_use (
  -- A template that the agent inserted, until the hub has counted it. `id` is the command's.
  id TEXT PRIMARY KEY,
  agent TEXT NOT NULL,
  template TEXT NOT NULL
) STRICT, WITHOUT ROWID;
