#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-undo.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "engine/ante-commands.h"
#include "rules/ante-text.h"
#include "store/ante-store-stages.h"

/* (nullable): what an act was about, in a word. */
static const char *
name_field (const char *field)
{
  static const struct {
    const char *field;
    const char *name;
  } names[] = {
    { ANTE_FIELD_STAGE, N_ ("Stage") },
    { ANTE_FIELD_OWNER, N_ ("Owner") },
    { ANTE_FIELD_NEXT_ACTION, N_ ("Next step") },
    { ANTE_FIELD_NEXT_DUE, N_ ("Next step") },
    { ANTE_FIELD_NEXT_OWNER, N_ ("Next step") },
    { ANTE_FIELD_BOARD_RANK, N_ ("Place in its column") },
    { ANTE_FIELD_NOT_A_LEAD, N_ ("Lead or not") },
    { ANTE_FIELD_OWES_REPLY, N_ ("Reply owed") },
    { ANTE_FIELD_UNREAD, N_ ("Unread") },
    { ANTE_FIELD_LABELS, N_ ("Labels") },
    { ANTE_FIELD_SNOOZED, N_ ("Snooze") },
    { ANTE_FIELD_PINNED, N_ ("Pin") },
    { ANTE_FIELD_NEVER_AI, N_ ("Never sent to AI") },
    { ANTE_FIELD_AI, N_ ("How AI is set up") },
    { ANTE_FIELD_MERGE, N_ ("Merge of two people") },
    { ANTE_FIELD_TOUCH, N_ ("Source") },
    { ANTE_FIELD_AD_FIRST, N_ ("Source") },
    { ANTE_FIELD_FACT, N_ ("What is known") },
    { ANTE_FIELD_FACT_STATE, N_ ("What is known") },
    { ANTE_FIELD_HANDLED, N_ ("Objection") },
    { ANTE_FIELD_NOTE, N_ ("Note") },
    { ANTE_FIELD_FOLLOW_UP, N_ ("Follow-up") },
    { ANTE_FIELD_HANDOFF, N_ ("Handoff") },
    { ANTE_FIELD_REPLY, N_ ("Saved reply") },
    { ANTE_FIELD_BOOKING, N_ ("Call that was put in") },
    { ANTE_FIELD_BOOKING_TIME, N_ ("Time of a call") },
    { ANTE_FIELD_BOOKING_LEAD, N_ ("Whose a call is") },
    { ANTE_FIELD_BOOKING_STATE, N_ ("What became of a call") },
    { ANTE_FIELD_CALL, N_ ("What came of a call") },
    { ANTE_FIELD_BOOKING_LINK, N_ ("Booking link") },
    { ANTE_FIELD_MY_NAME, N_ ("Your name in replies") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i].field, field))
      return _ (names[i].name);
  }
  return g_str_has_prefix (field, "stage:") ? _ ("Stages of the board") : NULL;
}

/* (transfer full): "Taken back: Owner · Anna". */
static char *
describe (const char *done, const AnteUndone *undone)
{
  const char *field = name_field (undone->field);
  g_autofree char *who =
    undone->n_leads > 1
      ? g_strdup_printf (g_dngettext (NULL, "%u lead", "%u leads", undone->n_leads),
                         undone->n_leads)
    : undone->title != NULL ? ante_text_isolate (undone->title)
                            : NULL;

  if (field == NULL)
    return g_strdup (done);
  if (who == NULL)
    return g_strdup_printf ("%s: %s", done, field);
  /* Translators: taken back or done again; which of a lead's fields; a lead, or how many. */
  return g_strdup_printf (_ ("%s: %s · %s"), done, field, who);
}

/* Takes @toasts. */
static void
finish (GtkWidget *toasts, GObject *source, GAsyncResult *result, const char *done)
{
  g_autoptr (GtkWidget) overlay = toasts;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone =
    ante_command_undo_finish (ANTE_WORKSPACE (source), result, &error);
  g_autofree char *words = undone != NULL ? describe (done, undone) : NULL;

  if (undone != NULL)
    ante_toast (overlay, words);
  else if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    ante_toast (overlay, _ ("There is nothing to take back"));
  else
    ante_toast_error (overlay, error);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  finish (user_data, source, result, _ ("Taken back"));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  finish (user_data, source, result, _ ("Done again"));
}

static gboolean
is_undone_in_text (GtkWindow *window, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (focus))
    return GTK_IS_TEXT_VIEW (focus) && gtk_widget_activate_action (focus, action, NULL);
  /* One in which nothing was written takes it too, and does nothing. */
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  return gtk_widget_activate_action (focus, action, NULL) &&
         !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

void
ante_undo (GtkWindow *window, GtkWidget *toasts, AnteWorkspace *workspace)
{
  if (workspace != NULL && !is_undone_in_text (window, "text.undo"))
    ante_command_undo_async (workspace, 0, undone_cb, g_object_ref (toasts));
}

void
ante_redo (GtkWindow *window, GtkWidget *toasts, AnteWorkspace *workspace)
{
  if (workspace != NULL && !is_undone_in_text (window, "text.redo"))
    ante_command_redo_async (workspace, redone_cb, g_object_ref (toasts));
}

typedef struct {
  GtkWidget *toasts;
  guint n;
} Acts;

static void
acts_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Acts *acts = user_data;
  g_autoptr (GtkWidget) overlay = acts->toasts;
  g_autoptr (GError) error = NULL;
  int done = ante_command_undo_acts_finish (ANTE_WORKSPACE (source), result, &error);
  g_autofree char *some = NULL;

  if (error != NULL) {
    ante_toast_error (overlay, error);
    return;
  }
  /* Translators: of so many changes so many were undone. */
  some = g_strdup_printf (_ ("%d of %u were taken back; the others have been changed again since"),
                          done, acts->n);
  ante_toast (overlay, done == (int) acts->n ? _ ("Taken back") : some);
}

void
ante_undo_acts (
  GtkWidget *toasts, AnteWorkspace *workspace, const gint64 *acts, guint n_acts, const char *dir)
{
  Acts undo = { toasts, n_acts };

  if (workspace == NULL ||
      !g_str_equal (dir, ante_store_get_data_dir (ante_workspace_get_store (workspace)))) {
    ante_toast (toasts, _ ("There is nothing to take back"));
    return;
  }
  g_object_ref (toasts);
  ante_command_undo_acts_async (workspace, acts, n_acts, acts_undone_cb,
                                g_memdup2 (&undo, sizeof undo));
}
