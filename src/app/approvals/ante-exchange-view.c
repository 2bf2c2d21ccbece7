#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-exchange-view.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-message-row.h"
#include "app/shared/ante-words.h"
#include "store/ante-store-messages.h"

#define FEW 5
#define MANY 60

struct _AnteExchangeView {
  AdwBin parent_instance;

  GtkWidget *box;
  AnteWorkspace *workspace;
  gint64 lead;
  guint limit;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteExchangeView, ante_exchange_view, ADW_TYPE_BIN)

static GtkWidget *
build_message (AnteExchangeView *self, AnteMessage *message)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean ours = g_strcmp0 (message->author, "lead") != 0;
  g_autofree char *who = ante_words_party (message->author);
  g_autofree char *when = ante_words_moment (message->at, ante_workspace_now (self->workspace));
  g_autofree char *said = ours ? g_strdup_printf ("%s · %s", who, when) : g_strdup (when);
  GtkWidget *about = gtk_label_new (said);

  gtk_widget_add_css_class (row, "message");
  gtk_widget_add_css_class (bubble, "bubble");
  gtk_widget_add_css_class (bubble, ours ? "ours" : "theirs");
  gtk_widget_set_halign (row, ours ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (bubble),
                  ante_message_row_build_text (message->text != NULL && *message->text != '\0'
                                                 ? message->text
                                                 : _ ("(no words)")));
  gtk_label_set_xalign (GTK_LABEL (about), ours ? 1 : 0);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_box_append (GTK_BOX (row), bubble);
  gtk_box_append (GTK_BOX (row), about);
  return row;
}

static void
empty (AnteExchangeView *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteExchangeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteMessagePage) page =
    ante_store_list_messages_finish (ANTE_STORE (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  empty (self);
  if (page == NULL) {
    gtk_box_append (GTK_BOX (self->box), gtk_label_new (error->message));
    return;
  }
  for (guint i = 0; i < page->messages->len; i++)
    gtk_box_append (GTK_BOX (self->box), build_message (self, page->messages->pdata[i]));
}

static void
read_messages (AnteExchangeView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->workspace != NULL && self->lead != 0)
    ante_store_list_messages_async (ante_workspace_get_store (self->workspace), self->lead, 0, 0,
                                    self->limit, self->cancellable, listed_cb, g_object_ref (self));
  else
    empty (self);
}

void
ante_exchange_view_show (AnteExchangeView *self, AnteWorkspace *workspace, gint64 lead)
{
  g_set_object (&self->workspace, workspace);
  if (lead != self->lead)
    self->limit = FEW;
  self->lead = lead;
  read_messages (self);
}

void
ante_exchange_view_toggle (AnteExchangeView *self)
{
  self->limit = self->limit == FEW ? MANY : FEW;
  read_messages (self);
}

static void
ante_exchange_view_dispose (GObject *object)
{
  AnteExchangeView *self = ANTE_EXCHANGE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_exchange_view_parent_class)->dispose (object);
}

static void
ante_exchange_view_finalize (GObject *object)
{
  g_object_unref (ANTE_EXCHANGE_VIEW (object)->cancellable);
  G_OBJECT_CLASS (ante_exchange_view_parent_class)->finalize (object);
}

static void
ante_exchange_view_class_init (AnteExchangeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_exchange_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_exchange_view_finalize;
}

static void
ante_exchange_view_init (AnteExchangeView *self)
{
  self->limit = FEW;
  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
ante_exchange_view_new (void)
{
  return g_object_new (ANTE_TYPE_EXCHANGE_VIEW, NULL);
}
