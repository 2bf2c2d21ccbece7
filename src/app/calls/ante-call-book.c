#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/calls/ante-call-book.h"

#include <glib/gi18n.h>

#include "app/shared/ante-time-dialog.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "engine/ante-booking-commands.h"
#include "rules/ante-text.h"

/* How long a call is that is put in by hand. */
#define MINUTES 30
#define MINUTE_MS G_GINT64_CONSTANT (60000)

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  char *words;
} Book;

static void
book_free (gpointer data)
{
  Book *book = data;

  g_object_unref (book->from);
  g_object_unref (book->workspace);
  g_object_unref (book->lead);
  g_free (book->words);
  g_free (book);
}

static Book *
book_new (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  Book *book = g_new0 (Book, 1);

  book->from = g_object_ref (from);
  book->workspace = g_object_ref (workspace);
  book->lead = g_object_ref (lead);
  return book;
}

static void
booked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Book *book = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (error != NULL)
    ante_toast_error (book->from, error);
  else if (act > 0)
    ante_toast_act (book->from, ANTE_WORKSPACE (source), ANTE_ACT_CALL, act, &book->lead->id, 1,
                    book->words);
  book_free (book);
}

static void
picked_cb (gint64 at, gpointer data)
{
  Book *asked = data;
  Book *book = book_new (asked->from, asked->workspace, asked->lead);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (asked->lead));
  g_autofree char *when = ante_words_moment (at, ante_workspace_now (asked->workspace));
  g_autoptr (AnteBooking) booking = ante_booking_new (at, at + MINUTES * MINUTE_MS, _ ("Call"));

  /* Translators: whose call it is, and when. */
  book->words = g_strdup_printf (_ ("A call with %s is booked %s"), name, when);
  ante_command_book_async (asked->workspace, asked->lead->id, booking, booked_cb, book);
}

static void
book_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = ante_lead_actions_get_lead (actions);
  AnteWorkspace *workspace = ante_lead_actions_get_workspace (actions);
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  AnteTimeQuestion question = { _ ("Book a Call"), NULL, _ ("When"), _ ("_Book") };

  if (ante_lead_actions_get_n_leads (actions) != 1 || lead->stage_id == 0 || workspace == NULL)
    return;
  name = ante_text_isolate (ante_lead_get_title (lead));
  body = g_strdup_printf (_ ("When is the call with %s? It lasts half an hour."), name);
  question.body = body;
  ante_time_dialog_ask (ante_lead_actions_get_widget (actions), workspace, &question, picked_cb,
                        book_new (ante_lead_actions_get_widget (actions), workspace, lead),
                        book_free);
}

void
ante_call_book_install (AnteLeadActions *actions)
{
  static const GActionEntry entries[] = { { "book", book_cb, NULL, NULL, NULL } };

  g_action_map_add_action_entries (G_ACTION_MAP (ante_lead_actions_get_group (actions)), entries,
                                   G_N_ELEMENTS (entries), actions);
}
