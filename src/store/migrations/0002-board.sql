/* Each stage's own limits: days in it after which a card ages, and what a lead must have to come in. */
ALTER TABLE stage ADD COLUMN stale_days INTEGER NOT NULL DEFAULT 0;
/* Words with a space between: kinds of fact, "next-step", "reason". */
ALTER TABLE stage ADD COLUMN requirements TEXT NOT NULL DEFAULT '';
/* Merged into another: kept, since the history speaks of it. */
ALTER TABLE stage ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

UPDATE stage SET stale_days = CASE role WHEN 'new-inbound' THEN 1 WHEN 'active' THEN 3 WHEN 'qualifying' THEN 5
  WHEN 'coach-review' THEN 1 WHEN 'qualified' THEN 5 WHEN 'booked' THEN 14 WHEN 'no-show-risk' THEN 2
  WHEN 'nurture' THEN 45 ELSE 0 END;
/* Clients leave the sales board: their stage begins as a strip. */
UPDATE stage SET collapsed = 1 WHERE role = 'client';
UPDATE stage SET requirements = CASE role WHEN 'booked' THEN 'next-step' WHEN 'nurture' THEN 'next-step'
  WHEN 'not-a-fit' THEN 'reason' ELSE '' END;

/* Names, each between line feeds, in the order of the alphabet; '' for none. */
ALTER TABLE lead ADD COLUMN labels TEXT NOT NULL DEFAULT '';
ALTER TABLE lead ADD COLUMN snoozed_until INTEGER NOT NULL DEFAULT 0;

/* What is kept of a stage's own history is told by its event. */
ALTER TABLE event ADD COLUMN stage_id INTEGER REFERENCES stage (id);
CREATE INDEX event_by_field ON event (field, at);

/* What is known about a lead. A newer one supersedes, none is overwritten. */
CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  kind TEXT NOT NULL CHECK (kind IN ('goal', 'problem', 'bottleneck', 'fit', 'objection', 'next-step', 'offer',
                                     'budget', 'timeline', 'already-knows', 'free')),
  text TEXT NOT NULL,
  /* The words that prove it: characters of the message's text; without a message a person typed it. */
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  origin TEXT NOT NULL CHECK (origin IN ('rule', 'ai', 'person')),
  /* Who typed it, or said yes to it. */
  party TEXT,
  confidence REAL NOT NULL DEFAULT 1,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected', 'superseded', 'withdrawn')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_by_lead ON fact (lead_id, kind, id);
CREATE INDEX fact_by_text ON fact (kind, text COLLATE NOCASE, lead_id) WHERE state = 'confirmed';

CREATE TABLE label (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  colour TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

/* A filter of the board under a name; how it is written is the view's own matter. */
CREATE TABLE board_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  position INTEGER NOT NULL DEFAULT 0,
  filter TEXT NOT NULL
) STRICT;

/* A snoozed lead is not in the inbox's list. */
DROP INDEX lead_inbox;
CREATE INDEX lead_inbox ON lead (last_message_at DESC, id DESC, is_client, not_a_lead, snoozed_until)
  WHERE not_a_lead IS NULL;
CREATE INDEX lead_snoozed ON lead (snoozed_until, id, not_a_lead) WHERE snoozed_until > 0;
CREATE INDEX lead_not_a_lead ON lead (last_message_at DESC, id DESC, not_a_lead) WHERE not_a_lead IS NOT NULL;
