/*
 * What is to happen next: follow-ups, handoffs, bookings and calls. Rows of follow_up, handoff and call never change: an
 * edit, or what came of one, makes another row and lets go of the one before it, so that the history shows each as it
 * was and undo is the same few lines for all.
 */
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  via INTEGER,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  /* Whose words the reason is. */
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  due_at INTEGER NOT NULL,
  /* 'coach', 'setter:NAME', 'ai' */
  led_by TEXT NOT NULL,
  /* The stage whose sequence of the playbook it is of, and which step of that, from 1; 0: of none. */
  sequence TEXT,
  step INTEGER NOT NULL DEFAULT 0,
  /* Which one in a row that the lead has not answered, from 1. */
  touch INTEGER NOT NULL DEFAULT 1,
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  /* It stays when the lead answers. */
  keeps INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped', 'answered', 'cancelled')),
  closed_at INTEGER NOT NULL DEFAULT 0,
  closed_by TEXT,
  closed_why TEXT,
  kept INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX follow_up_by_lead ON follow_up (lead_id, id) WHERE kept = 1;
CREATE INDEX follow_up_open ON follow_up (due_at, lead_id) WHERE kept = 1 AND state = 'open';

/* An agreement: who has the lead now, by when they act, what they have to know, and what they do next. */
CREATE TABLE handoff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id),
  via INTEGER,
  at INTEGER NOT NULL,
  given_by TEXT NOT NULL,
  owner TEXT NOT NULL,
  /* Working minutes, and by what hours those were counted: see ante-working-hours.h; NULL: around the clock. */
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  hours TEXT,
  risk_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  next_action TEXT NOT NULL CHECK (next_action <> ''),
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'met', 'breached', 'ended')),
  closed_at INTEGER NOT NULL DEFAULT 0,
  closed_why TEXT,
  kept INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX handoff_by_lead ON handoff (lead_id, id) WHERE kept = 1;
CREATE INDEX handoff_running ON handoff (due_at) WHERE kept = 1 AND state = 'running';
CREATE INDEX handoff_breached ON handoff (closed_at) WHERE kept = 1 AND state = 'breached';

/* Where bookings come from. An address that is a secret, and a token, are in the keyring. */
CREATE TABLE calendar (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'feed', 'calendly', 'cal.com')),
  name TEXT NOT NULL,
  /* Of the address, to be shown. */
  host TEXT NOT NULL DEFAULT '',
  etag TEXT,
  modified TEXT,
  added_at INTEGER NOT NULL,
  polled_at INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  gone INTEGER NOT NULL DEFAULT 0
) STRICT;

/* A call that was booked. What the calendar says of it is overwritten by what it says later; whose it is and what came
   of it is the history's. */
CREATE TABLE booking (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER REFERENCES lead (id),
  via INTEGER,
  /* NULL: put in by hand. */
  calendar_id INTEGER REFERENCES calendar (id),
  uid TEXT NOT NULL,
  /* Which one of a series, '' where it is none. */
  occurrence TEXT NOT NULL DEFAULT '',
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  zone TEXT,
  all_day INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  place TEXT,
  who_name TEXT,
  who_email TEXT,
  /* What they answered when they booked. */
  answers TEXT,
  state TEXT NOT NULL CHECK (state IN ('booked', 'cancelled', 'held', 'no-show')),
  /* When it was to be before it was moved; how often it was. */
  moved_from INTEGER NOT NULL DEFAULT 0,
  n_moved INTEGER NOT NULL DEFAULT 0,
  /* 'ref', 'email', 'handle', 'name', 'hand'; '' while nobody is found. */
  matched_by TEXT NOT NULL DEFAULT '',
  /* Row ids of leads that it may be of, with a space between; a person is asked. '-': it is of no lead. */
  candidates TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  /* When its brief opened by itself, once. */
  brief_opened_at INTEGER NOT NULL DEFAULT 0,
  /* The brief as it was when the call began, as JSON. */
  brief TEXT,
  brief_at INTEGER NOT NULL DEFAULT 0,
  /* Which version of it the calendar told last, and what it said of it, whatever a person says. */
  sequence INTEGER NOT NULL DEFAULT 0,
  says TEXT NOT NULL DEFAULT '' CHECK (says IN ('', 'cancelled', 'no-show', 'gone')),
  /* In how many whole looks in a row it was not there. */
  missing INTEGER NOT NULL DEFAULT 0,
  /* 0: put in by hand and taken back; or of somebody who was forgotten: then only that it is known stands here. */
  kept INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX booking_by_uid ON booking (coalesce (calendar_id, 0), uid, occurrence);
CREATE INDEX booking_by_lead ON booking (lead_id, start_at) WHERE lead_id IS NOT NULL;
CREATE INDEX booking_by_start ON booking (start_at) WHERE kept = 1;

/* What came of a call. */
CREATE TABLE call (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  booking_id INTEGER NOT NULL REFERENCES booking (id),
  lead_id INTEGER REFERENCES lead (id),
  via INTEGER,
  at INTEGER NOT NULL,
  party TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'won', 'lost', 'follow-up', 'not-a-fit', 'no-show')),
  /* Why, in the coach's words. */
  decision TEXT NOT NULL DEFAULT '',
  /* In the smallest unit of its currency. */
  amount INTEGER NOT NULL DEFAULT 0,
  currency TEXT,
  notes TEXT NOT NULL DEFAULT '',
  /* Was the handoff useful: '', 'useful', 'partly', 'useless'. */
  grade TEXT NOT NULL DEFAULT '',
  weak_fit INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX call_by_booking ON call (booking_id) WHERE kept = 1;
CREATE INDEX call_by_lead ON call (lead_id) WHERE kept = 1 AND lead_id IS NOT NULL;

/* What a card shows of these is kept in the lead's row. */
ALTER TABLE lead ADD COLUMN sla_risk INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lead ADD COLUMN sla_due INTEGER NOT NULL DEFAULT 0;
/* When the last agreement about it was broken, until somebody acts. */
ALTER TABLE lead ADD COLUMN sla_breached INTEGER NOT NULL DEFAULT 0;
/* 'none', 'link-sent', 'booked', 'held', 'no-show', 'cancelled' */
ALTER TABLE lead ADD COLUMN booking TEXT NOT NULL DEFAULT 'none';
/* When that is or was: the call, or the sending of the link. */
ALTER TABLE lead ADD COLUMN booking_at INTEGER NOT NULL DEFAULT 0;
/* The next step of this time was told on the desktop. */
ALTER TABLE lead ADD COLUMN told_due INTEGER NOT NULL DEFAULT 0;
/* Which touch in a row the open follow-up is; 0 where there is none. */
ALTER TABLE lead ADD COLUMN touch_n INTEGER NOT NULL DEFAULT 0;

CREATE INDEX lead_due ON lead (next_due, id) WHERE next_due > 0 AND next_action IS NOT NULL;
CREATE INDEX lead_sla ON lead (sla_due, id) WHERE sla_due > 0;
CREATE INDEX lead_sla_breached ON lead (sla_breached, id) WHERE sla_breached > 0;
CREATE INDEX lead_call ON lead (booking_at, id) WHERE booking = 'booked';
CREATE INDEX lead_heard ON lead (last_lead_at, id) WHERE owes_reply_since > 0 AND not_a_lead IS NULL;
CREATE INDEX lead_quiet ON lead (last_message_at, id)
  WHERE live = 1 AND owes_reply_since = 0 AND next_due = 0 AND not_a_lead IS NULL;
