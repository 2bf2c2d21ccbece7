#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/**
 * AnteActKind:
 *
 * What was done to leads. What is done again while its toast is up is told of together.
 */
typedef enum {
  ANTE_ACT_MOVE,
  ANTE_ACT_OWN,
  ANTE_ACT_NEXT_STEP,
  ANTE_ACT_FOLLOW_UP,
  ANTE_ACT_HAND_OFF,
  ANTE_ACT_CALL,
  ANTE_ACT_DONE,
  ANTE_ACT_UNREAD,
  ANTE_ACT_LABEL,
  ANTE_ACT_SNOOZE,
  ANTE_ACT_WAKE,
  ANTE_ACT_NOT_A_LEAD,
  ANTE_ACT_IS_A_LEAD,
  ANTE_ACT_SOURCE,
  ANTE_ACT_FACT,
  ANTE_ACT_NOTE,
  ANTE_ACT_PIN,
  ANTE_ACT_UNPIN,
  ANTE_ACT_NEVER_AI,
  ANTE_ACT_MAY_AI,
  ANTE_ACT_BOOKING_LINK,
  ANTE_ACT_MERGE,
  ANTE_ACT_STAGE, /* about no lead: told by itself each time */
} AnteActKind;

/* One line over the window that @from is in. @text is plain: foreign words in it are safe. */
void ante_toast (GtkWidget *from, const char *text);

/**
 * ante_toast_act:
 * @from: over the window that it is in
 * @act: what Undo takes back: of @workspace and of no other, should another be open by then
 * @leads: (array length=n_leads): row ids of those it was done to
 * @text: plain
 *
 * Says what was done, with Undo. Acts of one kind on different leads, each while the one before is
 * still told of, become one line, "5 leads moved", whose Undo takes all of them back.
 */
void ante_toast_act (GtkWidget *from,
                     AnteWorkspace *workspace,
                     AnteActKind kind,
                     gint64 act,
                     const gint64 *leads,
                     guint n_leads,
                     const char *text);

/* The same of an act that is about no lead. */
void ante_toast_undo (GtkWidget *from, const char *text, AnteWorkspace *workspace, gint64 act);

/* What went wrong and what to do, in words for a person. */
void ante_toast_error (GtkWidget *from, const GError *error);

/* Whether the keyboard is in what is said over the window that @from is in. */
gboolean ante_toasts_have_focus (GtkWidget *from);

G_END_DECLS
