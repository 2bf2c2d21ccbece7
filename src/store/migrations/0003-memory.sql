/* Leads whose conversation has changed since the machine read it last. */
ALTER TABLE lead ADD COLUMN memory_due INTEGER NOT NULL DEFAULT 1;
CREATE INDEX lead_memory_due ON lead (last_message_at DESC) WHERE memory_due = 1;

/* As it was, and: the booking is a kind, and which objection, sign or promise it is has a column. */
CREATE TABLE fact_0003 (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  kind TEXT NOT NULL CHECK (kind IN ('goal', 'problem', 'bottleneck', 'fit', 'objection', 'next-step', 'offer',
                                     'budget', 'timeline', 'already-knows', 'booking', 'free')),
  type TEXT,
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
INSERT INTO fact_0003 (id, lead_id, kind, text, message_id, span_start, span_end, origin, party, confidence, state, at)
  SELECT id, lead_id, kind, text, message_id, span_start, span_end, origin, party, confidence, state, at FROM fact;
DROP TABLE fact;
ALTER TABLE fact_0003 RENAME TO fact;
CREATE INDEX fact_by_lead ON fact (lead_id, kind, id);
CREATE INDEX fact_by_text ON fact (kind, text COLLATE NOCASE, lead_id) WHERE state = 'confirmed';
CREATE INDEX fact_by_message ON fact (message_id) WHERE message_id IS NOT NULL;

/* No evidence, no fact, but for what a person typed. A message may be forgotten later: then the mark that it is gone
   stays, so this is asked when a fact is written. */
CREATE TRIGGER fact_needs_evidence BEFORE INSERT ON fact
WHEN NEW.origin <> 'person' AND (NEW.message_id IS NULL OR NEW.span_start < 0 OR NEW.span_end <= NEW.span_start)
BEGIN
  SELECT RAISE (ABORT, 'a fact that a machine found needs the words that prove it');
END;
CREATE TRIGGER fact_keeps_evidence BEFORE UPDATE OF origin, message_id, span_start, span_end ON fact
WHEN NEW.origin <> OLD.origin OR (NEW.message_id IS NOT NULL AND NEW.message_id IS NOT OLD.message_id)
  OR NEW.span_start <> OLD.span_start OR NEW.span_end <> OLD.span_end
BEGIN
  SELECT RAISE (ABORT, 'what proves a fact does not change');
END;
/* The words are of that lead's conversation. */
CREATE TRIGGER fact_is_of_its_lead BEFORE INSERT ON fact
WHEN NEW.message_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM message WHERE id = NEW.message_id AND lead_id = NEW.lead_id)
BEGIN
  SELECT RAISE (ABORT, 'what proves a fact stands in another conversation');
END;
