/* Who was forgotten: that it was done and when, and nothing of who. The number is that of the lead's row, which no
   other lead gets: a list may still hold it. */
CREATE TABLE forgotten (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;

/* By which such a person and their conversation are known again, hashed with a salt of this database: what Instagram
   still lists of them up to then is not taken in once more. */
CREATE TABLE forgotten_key (
  key TEXT PRIMARY KEY,
  until INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

/* What is to be wiped off the disk and is not yet: files of the media folder; '' for the pages of the database. */
CREATE TABLE wipe (
  file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER lead_uncounted AFTER DELETE ON lead WHEN old.not_a_lead IS NULL BEGIN
  UPDATE stage SET n_leads = n_leads - 1 WHERE id = old.stage_id;
END;

/* One person under several handles: whose row all that is known of them stands at. A row that was merged stays, and is
   one of their conversations: what Instagram says of it is kept there. */
ALTER TABLE lead ADD COLUMN merged_into INTEGER REFERENCES lead (id);
CREATE INDEX lead_merged ON lead (merged_into) WHERE merged_into IS NOT NULL;
/* The handles of those, with a space between. */
ALTER TABLE lead ADD COLUMN also TEXT NOT NULL DEFAULT '';
/* By which of those conversations it came, where that is not the lead's own. */
ALTER TABLE message ADD COLUMN via INTEGER;
ALTER TABLE fact ADD COLUMN via INTEGER;
ALTER TABLE touch ADD COLUMN via INTEGER;
ALTER TABLE note ADD COLUMN via INTEGER;
ALTER TABLE outbox ADD COLUMN via INTEGER;

/* What we want to have reacted with to a message, '' for nothing, until Instagram has it; and with what before. */
CREATE TABLE reaction_wish (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  emoji TEXT NOT NULL,
  before TEXT NOT NULL
) STRICT;
