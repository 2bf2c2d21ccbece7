/*
 * The playbook: one document a row. A row never changes: an edit makes the next one, so that what was decided by a
 * version can always be read in it. Which one holds is a setting, "playbook", by the row's id.
 */
CREATE TABLE playbook_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  at INTEGER NOT NULL,
  party TEXT NOT NULL,
  note TEXT,
  /* A verdict was reached by it. */
  used INTEGER NOT NULL DEFAULT 0,
  /* Another took its number before anything was decided by it. */
  replaced INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX playbook_version_number ON playbook_version (version) WHERE replaced = 0;

CREATE TRIGGER playbook_version_never_changes
BEFORE UPDATE OF id, version, document, sha256, at, party ON playbook_version
BEGIN
  SELECT RAISE (ABORT, 'a version of the playbook never changes');
END;
CREATE TRIGGER playbook_version_used_stays BEFORE UPDATE OF used, replaced ON playbook_version
WHEN NEW.used < OLD.used OR (NEW.replaced = 1 AND OLD.used = 1)
BEGIN
  SELECT RAISE (ABORT, 'a version of the playbook that was used stays');
END;
CREATE TRIGGER playbook_version_is_kept BEFORE DELETE ON playbook_version
BEGIN
  SELECT RAISE (ABORT, 'a version of the playbook is not deleted');
END;

/*
 * Verdicts, decisions and sends, each with the hash of the one before it: SHA-256 of that hash, the number, the time,
 * the kind and the content, with a line feed between. It holds numbers and hashes of texts, no words of a lead, so that
 * it stays whole when somebody is forgotten.
 */
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('verdict', 'decision', 'send')),
  content TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER record_goes_on BEFORE INSERT ON record
WHEN NEW.previous IS NOT coalesce ((SELECT hash FROM record ORDER BY id DESC LIMIT 1), '')
  OR NEW.id <= coalesce ((SELECT max (id) FROM record), 0)
BEGIN
  SELECT RAISE (ABORT, 'the record goes on from its last row');
END;
CREATE TRIGGER record_never_changes BEFORE UPDATE ON record
BEGIN
  SELECT RAISE (ABORT, 'the record never changes');
END;
CREATE TRIGGER record_is_kept BEFORE DELETE ON record
BEGIN
  SELECT RAISE (ABORT, 'the record is never shortened');
END;

/* What was said of one text for one lead at one moment: every rule that ran. Its row of the record holds its hash. */
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  record_id INTEGER NOT NULL UNIQUE REFERENCES record (id),
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  via INTEGER,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('allow', 'hold', 'block')),
  automatic INTEGER NOT NULL,
  text TEXT NOT NULL,
  playbook_id INTEGER REFERENCES playbook_version (id),
  engine TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_by_lead ON receipt (lead_id, id);

CREATE TRIGGER receipt_never_changes
BEFORE UPDATE OF id, record_id, at, kind, automatic, text, playbook_id, engine, body ON receipt
BEGIN
  SELECT RAISE (ABORT, 'a receipt never changes');
END;

/* A reply that the machine proposes. */
CREATE TABLE ai_draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  via INTEGER,
  /* The last message of the burst that it answers, and when that was sent. */
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  burst_at INTEGER NOT NULL,
  intent TEXT NOT NULL,
  text TEXT NOT NULL,
  /* Who made it: 'playbook' for what stands in it, 'ai' for a model, 'echo' for a scripted one. */
  origin TEXT NOT NULL CHECK (origin IN ('playbook', 'ai', 'echo')),
  provider TEXT,
  model TEXT,
  /* What it was made of, a line each: "opener ID", "reply ID", "criterion ID", "memory KIND". */
  basis TEXT NOT NULL DEFAULT '',
  playbook_id INTEGER NOT NULL REFERENCES playbook_version (id),
  receipt_id INTEGER REFERENCES receipt (id),
  /* Why a person looks at it, or why none has to. */
  why TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'approved', 'edited', 'rejected', 'expired', 'withdrawn',
                                       'sent')),
  held_until INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  decided_at INTEGER NOT NULL DEFAULT 0,
  decided_by TEXT,
  reason TEXT,
  edited_text TEXT,
  outbox_id INTEGER REFERENCES outbox (id)
) STRICT;
/* One that waits, a lead. */
CREATE UNIQUE INDEX ai_draft_open ON ai_draft (lead_id) WHERE state IN ('waiting', 'held');
CREATE INDEX ai_draft_by_lead ON ai_draft (lead_id, id);
CREATE INDEX ai_draft_by_state ON ai_draft (state, decided_at);
CREATE INDEX ai_draft_by_outbox ON ai_draft (outbox_id) WHERE outbox_id IS NOT NULL;

/* Where the machine had nothing to say to a burst, and why: 'no-reply-needed', 'judgment', 'off', 'no-words'. */
CREATE TABLE ai_silence (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  via INTEGER,
  at INTEGER NOT NULL,
  intent TEXT NOT NULL,
  kind TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX ai_silence_by_lead ON ai_silence (lead_id, id);
CREATE INDEX ai_silence_by_kind ON ai_silence (kind, at);

/* Whatever left the machine for a provider. Which fields, never what stood in them. */
CREATE TABLE ai_ledger (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  provider TEXT NOT NULL,
  host TEXT NOT NULL,
  model TEXT NOT NULL DEFAULT '',
  lead_id INTEGER REFERENCES lead (id),
  via INTEGER,
  /* With a space between. */
  fields TEXT NOT NULL,
  bytes_out INTEGER NOT NULL,
  bytes_in INTEGER NOT NULL DEFAULT 0,
  tokens_in INTEGER NOT NULL DEFAULT 0,
  tokens_out INTEGER NOT NULL DEFAULT 0,
  /* In millionths; -1 where the price is not known. */
  cost_micros INTEGER NOT NULL DEFAULT -1,
  currency TEXT,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX ai_ledger_by_at ON ai_ledger (at);
CREATE INDEX ai_ledger_by_lead ON ai_ledger (lead_id) WHERE lead_id IS NOT NULL;

/* Cases that every change of the playbook is tried on. */
CREATE TABLE kept_case (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  /* One case of the guard as JSON, without the profile's name. */
  body TEXT NOT NULL,
  expected TEXT NOT NULL CHECK (expected IN ('allow', 'hold', 'block')),
  /* Categories that must be told, with a space between. */
  categories TEXT NOT NULL DEFAULT '',
  note TEXT,
  at INTEGER NOT NULL,
  party TEXT NOT NULL,
  lead_id INTEGER REFERENCES lead (id),
  via INTEGER,
  kept INTEGER NOT NULL DEFAULT 1
) STRICT;

/* Nothing of them is ever sent to an AI provider. */
ALTER TABLE lead ADD COLUMN never_ai INTEGER NOT NULL DEFAULT 0;
/* The last message of theirs that was drafted for, or was found to need no draft: when it was sent. */
ALTER TABLE lead ADD COLUMN drafted_at INTEGER NOT NULL DEFAULT 0;
/* What a database of before holds is not drafted for all at once. */
UPDATE lead SET drafted_at = last_lead_at;
CREATE INDEX lead_draft_due ON lead (last_lead_at, id) WHERE last_lead_at > drafted_at AND not_a_lead IS NULL;

ALTER TABLE outbox ADD COLUMN receipt_id INTEGER REFERENCES receipt (id);
ALTER TABLE outbox ADD COLUMN draft_id INTEGER REFERENCES ai_draft (id);

/* What an automaton had written by older rules has no receipt. */
UPDATE outbox SET state = 'cancelled', error = 'unchecked' WHERE state = 'queued' AND author IN ('ai', 'system');

/* Nothing automatic leaves without a receipt that allows these very words to this lead. */
CREATE TRIGGER outbox_automatic_is_checked BEFORE INSERT ON outbox
WHEN NEW.author IN ('ai', 'system') AND NOT EXISTS (
  SELECT 1 FROM receipt WHERE id = NEW.receipt_id AND kind = 'allow' AND automatic = 1 AND text = NEW.text
    AND lead_id = NEW.lead_id)
BEGIN
  SELECT RAISE (ABORT, 'nothing automatic leaves without a receipt that allows it');
END;
CREATE TRIGGER outbox_automatic_stays_checked BEFORE UPDATE OF state, text, author, receipt_id ON outbox
WHEN NEW.author IN ('ai', 'system') AND NEW.state IN ('queued', 'sending') AND NOT EXISTS (
  SELECT 1 FROM receipt WHERE id = NEW.receipt_id AND kind = 'allow' AND automatic = 1 AND text = NEW.text
    AND lead_id = NEW.lead_id)
BEGIN
  SELECT RAISE (ABORT, 'nothing automatic leaves without a receipt that allows it');
END;
