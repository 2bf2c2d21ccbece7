CREATE TABLE account (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  user_id TEXT NOT NULL,
  username TEXT NOT NULL,
  name TEXT,
  account_type TEXT,
  api_url TEXT NOT NULL,
  token_expires_at INTEGER NOT NULL DEFAULT 0,
  token_given_at INTEGER NOT NULL DEFAULT 0,
  human_agent INTEGER NOT NULL DEFAULT 0,
  last_synced_at INTEGER NOT NULL DEFAULT 0,
  first_sync_done INTEGER NOT NULL DEFAULT 0,
  high_water INTEGER NOT NULL DEFAULT 0,
  cursor TEXT
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('new-inbound', 'active', 'qualifying', 'coach-review', 'qualified',
                                     'booked', 'no-show-risk', 'nurture', 'not-a-fit', 'client')),
  position INTEGER NOT NULL,
  soft_limit INTEGER NOT NULL DEFAULT 0,
  collapsed INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  manual_order INTEGER NOT NULL DEFAULT 0,
  n_leads INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO stage (id, key, name, role, position) VALUES
  (1, 'new-inbound', 'New inbound', 'new-inbound', 0),
  (2, 'active', 'Active conversation', 'active', 1),
  (3, 'qualifying', 'Qualifying', 'qualifying', 2),
  (4, 'coach-review', 'Needs coach review', 'coach-review', 3),
  (5, 'qualified', 'Qualified', 'qualified', 4),
  (6, 'booked', 'Booked', 'booked', 5),
  (7, 'no-show-risk', 'No-show risk', 'no-show-risk', 6),
  (8, 'nurture', 'Nurture', 'nurture', 7),
  (9, 'not-a-fit', 'Not a fit', 'not-a-fit', 8),
  (10, 'client', 'Client', 'client', 9);

CREATE TABLE lead (
  id INTEGER PRIMARY KEY,
  igsid TEXT NOT NULL UNIQUE,
  thread_id TEXT,
  handle TEXT NOT NULL DEFAULT '',
  name TEXT,
  picture_url TEXT,
  picture_path TEXT,
  email TEXT,
  phone TEXT,
  time_zone TEXT,
  language TEXT,
  follows_us INTEGER NOT NULL DEFAULT -1,
  profile_at INTEGER NOT NULL DEFAULT 0,
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  stage_since INTEGER NOT NULL,
  owner TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT 'unknown',
  source_detail TEXT,
  next_action TEXT,
  next_due INTEGER NOT NULL DEFAULT 0,
  next_owner TEXT,
  board_rank REAL NOT NULL DEFAULT 0,
  last_message_at INTEGER NOT NULL DEFAULT 0,
  last_text TEXT,
  last_author TEXT,
  last_lead_at INTEGER NOT NULL DEFAULT 0,
  ad_first_at INTEGER NOT NULL DEFAULT 0,
  first_message_at INTEGER NOT NULL DEFAULT 0,
  owes_reply_since INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0,
  read_at INTEGER NOT NULL DEFAULT 0,
  done_at INTEGER NOT NULL DEFAULT 0,
  n_messages INTEGER NOT NULL DEFAULT 0,
  has_gap INTEGER NOT NULL DEFAULT 0,
  no_automation INTEGER NOT NULL DEFAULT 0,
  is_client INTEGER NOT NULL DEFAULT 0,
  not_a_lead TEXT,
  cannot_receive INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  thread_updated_at INTEGER NOT NULL DEFAULT 0,
  newest_mid TEXT,
  newest_at INTEGER NOT NULL DEFAULT 0,
  live INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX lead_by_thread ON lead (thread_id) WHERE thread_id IS NOT NULL;
CREATE INDEX lead_by_handle ON lead (handle COLLATE NOCASE);
/*
 * Lists of ids are read from these alone: each holds the columns of its own condition too, without which SQLite
 * would read every lead's row.
 */
CREATE INDEX lead_inbox ON lead (last_message_at DESC, id DESC, is_client, not_a_lead) WHERE not_a_lead IS NULL;
CREATE INDEX lead_board
  ON lead (stage_id, board_rank, (next_due = 0), next_due, last_message_at DESC, id, is_client, not_a_lead)
  WHERE not_a_lead IS NULL;
CREATE INDEX lead_unread ON lead (last_message_at DESC, id DESC, is_client, not_a_lead, unread)
  WHERE unread > 0 AND not_a_lead IS NULL;
CREATE INDEX lead_owes ON lead (last_message_at DESC, id DESC, is_client, not_a_lead, owes_reply_since)
  WHERE owes_reply_since > 0 AND not_a_lead IS NULL;
CREATE INDEX lead_no_next ON lead (last_message_at DESC, id DESC, is_client, not_a_lead, next_action, live)
  WHERE live = 1 AND next_action IS NULL AND not_a_lead IS NULL;
CREATE INDEX lead_owner ON lead (owner, last_message_at DESC, id DESC, is_client, not_a_lead);
CREATE INDEX lead_no_source ON lead (id, live, source) WHERE live = 1 AND source = 'unknown';
CREATE INDEX lead_client ON lead (stage_id, is_client, not_a_lead) WHERE is_client = 1 AND not_a_lead IS NULL;
/* Who has been in a stage for longest. */
CREATE INDEX lead_stage_age ON lead (stage_id, stage_since, not_a_lead) WHERE not_a_lead IS NULL;
CREATE INDEX lead_profile_due ON lead (profile_at, last_message_at DESC);
CREATE INDEX lead_gap ON lead (id) WHERE has_gap = 1;

/* The board's counts are kept where they change, so that a start reads ten rows and not a hundred thousand. */
CREATE TRIGGER lead_counted AFTER INSERT ON lead WHEN new.not_a_lead IS NULL BEGIN
  UPDATE stage SET n_leads = n_leads + 1 WHERE id = new.stage_id;
END;
CREATE TRIGGER lead_recounted AFTER UPDATE OF stage_id, not_a_lead ON lead
  WHEN old.stage_id <> new.stage_id OR (old.not_a_lead IS NULL) <> (new.not_a_lead IS NULL) BEGIN
  UPDATE stage SET n_leads = n_leads - 1 WHERE id = old.stage_id AND old.not_a_lead IS NULL;
  UPDATE stage SET n_leads = n_leads + 1 WHERE id = new.stage_id AND new.not_a_lead IS NULL;
END;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  mid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  /* Not IN: SQLite would build a table of these words for every row that is inserted. */
  kind TEXT NOT NULL CHECK (kind = 'text' OR kind = 'image' OR kind = 'video' OR kind = 'voice'
                            OR kind = 'file' OR kind = 'sticker' OR kind = 'share'
                            OR kind = 'story-reply' OR kind = 'story-mention' OR kind = 'unsupported'),
  text TEXT,
  reply_to TEXT,
  story_id TEXT,
  story_url TEXT,
  reactions TEXT,
  unsent INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX message_thread ON message (lead_id, at, id);

CREATE TABLE attachment (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  mime TEXT,
  url TEXT,
  preview_url TEXT,
  title TEXT,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE message_text USING fts5 (
  text, content = 'message', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE gap (
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  after_at INTEGER NOT NULL,
  before_at INTEGER NOT NULL,
  missing INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (lead_id, before_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE touch (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  kind TEXT NOT NULL,
  detail TEXT,
  at INTEGER NOT NULL,
  evidence TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('rule', 'person')),
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX touch_by_lead ON touch (lead_id, at, id);

/* Append-only: no statement of the program updates or deletes a row of it, but for the mark that it was undone. */
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  lead_id INTEGER REFERENCES lead (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  why TEXT,
  undoes INTEGER,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX event_by_lead ON event (lead_id, id);
CREATE INDEX event_by_act ON event (act);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')),
  reply_to TEXT,
  human_tag INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  undo_until INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL DEFAULT 0,
  settled_at INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  mid TEXT,
  verdict TEXT NOT NULL
) STRICT;

CREATE INDEX outbox_open ON outbox (state, id) WHERE state IN ('queued', 'sending', 'uncertain', 'failed');
CREATE INDEX outbox_by_lead ON outbox (lead_id, id);
CREATE UNIQUE INDEX outbox_by_mid ON outbox (mid) WHERE mid IS NOT NULL;

CREATE TABLE draft (
  lead_id INTEGER PRIMARY KEY REFERENCES lead (id),
  text TEXT NOT NULL
) STRICT;
