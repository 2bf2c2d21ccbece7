#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteHandoffState:
 * @ANTE_HANDOFF_RUNNING: its clock runs
 * @ANTE_HANDOFF_MET: the owner acted in time
 * @ANTE_HANDOFF_BREACHED: they did not, and the lead went back to the coach
 * @ANTE_HANDOFF_ENDED: somebody else has the lead, or there is nothing to do any more
 */
typedef enum {
  ANTE_HANDOFF_RUNNING,
  ANTE_HANDOFF_MET,
  ANTE_HANDOFF_BREACHED,
  ANTE_HANDOFF_ENDED,
} AnteHandoffState;

const char *ante_handoff_state_to_nick (AnteHandoffState state);
/* FALSE, and @state untouched, for an unknown nick. */
gboolean ante_handoff_state_from_nick (const char *nick, AnteHandoffState *state);

/**
 * AnteHandoff:
 * @id: row id; whatever changes makes another
 * @lead_id: row id of the lead
 * @at: when the lead was handed over, ms
 * @given_by: by whom: see ante-party.h
 * @owner: to whom
 * @minutes: the response window, in minutes of working time
 * @hours: (nullable): what working time was then, as JSON: see ante-working-hours.h; %NULL: always
 * @risk_at: when it is at risk, ms
 * @due_at: when it is broken, ms
 * @next_action: what they are to do; never empty
 * @note: (nullable): what they have to know besides
 * @state: what came of it
 * @closed_at: when, ms; 0 while it runs
 * @closed_why: (nullable): what ended it
 *
 * An agreement about a lead: owner, response window, context, next action.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  gint64 at;
  char *given_by;
  char *owner;
  guint minutes;
  char *hours;
  gint64 risk_at;
  gint64 due_at;
  char *next_action;
  char *note;
  AnteHandoffState state;
  gint64 closed_at;
  char *closed_why;
} AnteHandoff;

/* The longest next action, and note, in characters. */
#define ANTE_HANDOFF_MAX_ACTION 300
#define ANTE_HANDOFF_MAX_NOTE 2000
/* The longest response window: thirty days. */
#define ANTE_HANDOFF_MAX_MINUTES (30 * 24 * 60)

AnteHandoff *ante_handoff_new (const char *owner, guint minutes, const char *next_action);
AnteHandoff *ante_handoff_copy (const AnteHandoff *self);
void ante_handoff_free (AnteHandoff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteHandoff, ante_handoff_free)

G_END_DECLS
