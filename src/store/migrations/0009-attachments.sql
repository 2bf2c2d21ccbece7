/* A file that leaves as a message of its own, whose text is empty. A copy of it is in the folder "outgoing", from before
   this row is there until it was sent or never will be. */
CREATE TABLE outbox_file (
  outbox_id INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0,
  /* What Instagram calls it, once it is there. */
  upload_id TEXT,
  /* The last message that was known when its sending began: none up to that one is it. */
  after_id INTEGER NOT NULL DEFAULT 0
) STRICT;

/* Files that are put to what is being written to a lead; a copy of each is there as well. */
CREATE TABLE draft_file (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  via INTEGER,
  file TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX draft_file_by_lead ON draft_file (lead_id, id);
