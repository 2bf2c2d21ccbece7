/* Answers that are kept to be used again. A row never changes: an edit makes the next one, and the history says which
   held before. */
CREATE TABLE reply (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  /* Whom it is offered to first: a kind of source; 'unknown' for everybody. */
  source TEXT NOT NULL DEFAULT 'unknown',
  kept INTEGER NOT NULL DEFAULT 1,
  at INTEGER NOT NULL
) STRICT;

/* What is written about a lead and never to them. Its rows are as those of replies. */
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  /* When it was first written: there it stands in the thread. */
  at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL DEFAULT 0,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  kept INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX note_by_lead ON note (lead_id, at, id) WHERE kept = 1;

/* What stands unsaved in a lead's note box. */
CREATE TABLE note_draft (
  lead_id INTEGER PRIMARY KEY REFERENCES lead (id),
  /* The note that it is to take the place of; 0 for a new one. */
  note_id INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL
) STRICT;

/* On top of the inbox. */
ALTER TABLE lead ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
/* The coach's own holds where there is none. */
ALTER TABLE lead ADD COLUMN booking_link TEXT;
CREATE INDEX lead_pinned ON lead (id) WHERE pinned = 1;
