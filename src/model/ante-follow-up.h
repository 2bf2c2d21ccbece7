#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteFollowUpState:
 * @ANTE_FOLLOW_UP_OPEN: it is to be done
 * @ANTE_FOLLOW_UP_DONE: it was
 * @ANTE_FOLLOW_UP_SKIPPED: a person let it pass
 * @ANTE_FOLLOW_UP_ANSWERED: the lead wrote before
 * @ANTE_FOLLOW_UP_CANCELLED: another took its place, or there is no lead to follow up any more
 */
typedef enum {
  ANTE_FOLLOW_UP_OPEN,
  ANTE_FOLLOW_UP_DONE,
  ANTE_FOLLOW_UP_SKIPPED,
  ANTE_FOLLOW_UP_ANSWERED,
  ANTE_FOLLOW_UP_CANCELLED,
} AnteFollowUpState;

const char *ante_follow_up_state_to_nick (AnteFollowUpState state);
/* FALSE, and @state untouched, for an unknown nick. */
gboolean ante_follow_up_state_from_nick (const char *nick, AnteFollowUpState *state);

/**
 * AnteFollowUp:
 * @id: row id; whatever changes makes another
 * @lead_id: row id of the lead
 * @made_at: when it was planned, ms
 * @made_by: who planned it: see ante-party.h
 * @reason: why the lead is followed up; never empty
 * @message_id: row id of the message whose words the reason is; 0 for none
 * @due_at: when, ms
 * @led_by: who does it: an owner of ante-party.h
 * @sequence: (nullable): nick of the stage's role whose sequence of the playbook it is of
 * @step: which step of that, from 1; 0 for none
 * @touch: which one in a row that the lead has not answered, from 1
 * @stage_id: the stage that the lead was in
 * @keeps: it stays when the lead writes
 * @state: what came of it
 * @closed_at: when, ms; 0 while it is open
 * @closed_by: (nullable): who did it or ended it
 * @closed_why: (nullable): the words that were sent, or why it ended
 *
 * That a lead is to be written to again: who, why, when, led by whom. While it is open it is the
 * lead's next step.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  gint64 made_at;
  char *made_by;
  char *reason;
  gint64 message_id;
  gint64 due_at;
  char *led_by;
  char *sequence;
  guint step;
  guint touch;
  gint64 stage_id;
  gboolean keeps;
  AnteFollowUpState state;
  gint64 closed_at;
  char *closed_by;
  char *closed_why;
} AnteFollowUp;

/* The longest reason, in characters. */
#define ANTE_FOLLOW_UP_MAX_CHARS 300

/* All words copied. */
AnteFollowUp *ante_follow_up_new (const char *reason, gint64 due_at, const char *led_by);
AnteFollowUp *ante_follow_up_copy (const AnteFollowUp *self);
void ante_follow_up_free (AnteFollowUp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteFollowUp, ante_follow_up_free)

/* It was done, but only after the day on which it was due. */
gboolean ante_follow_up_was_late (const AnteFollowUp *self);

G_END_DECLS
