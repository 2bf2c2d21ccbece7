#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-told-bar.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-words.h"
#include "rules/memory/ante-told.h"
#include "store/ante-store-facts.h"

/* Once the hand rests: the words are taken apart each time. */
#define LOOK_AFTER_MS 300

struct _AnteToldBar {
  AdwBin parent_instance;

  GtkLabel *words;
  GtkWidget *show;

  GtkTextBuffer *buffer;
  AnteWorkspace *workspace;
  GSignalGroup *store;
  GCancellable *reading;
  GPtrArray *facts; /* NULL: not read yet */
  gint64 lead_id;
  guint look;
};

enum {
  PROP_0,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AnteToldBar, ante_told_bar, ADW_TYPE_BIN)

static void
show_fact (AnteToldBar *self, const AnteFact *fact)
{
  const char *type = ante_fact_words_type (fact->kind, fact->type);
  gint64 at = fact->said_at > 0 ? fact->said_at : fact->at;
  g_autofree char *when = ante_words_ago (at, ante_workspace_now (self->workspace));
  /* Translators: "a price", "a link" or "a promise", and when, "9 Nov": what the lead was told
   * before. */
  g_autofree char *words = g_strdup_printf (_ ("Already told: %s, %s"), type, when);

  gtk_label_set_text (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), fact->text);
  gtk_widget_set_visible (self->show, fact->mid != NULL);
  if (fact->mid == NULL)
    return;
  /* Where there is an action, its target has to be there before it. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "(sxuu)", fact->mid, fact->said_at,
                                    fact->span_start, fact->span_end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show), "thread.show-message");
}

static void
look (AnteToldBar *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };
  g_autofree char *text = NULL;
  const AnteFact *fact = NULL;

  g_clear_handle_id (&self->look, g_source_remove);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (self->facts != NULL && *text != '\0')
    fact = ante_told_find (text, self->facts);
  if (fact != NULL)
    show_fact (self, fact);
  gtk_widget_set_visible (GTK_WIDGET (self), fact != NULL);
}

static gboolean
look_cb (gpointer data)
{
  AnteToldBar *self = data;

  self->look = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* What is gone goes at once: sent, or another lead's. */
static void
changed_cb (AnteToldBar *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    self->look = g_timeout_add (LOOK_AFTER_MS, look_cb, self);
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteToldBar *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *facts = ante_store_list_facts_finish (ANTE_STORE (source), result, &error);

  if (facts == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_message ("what a lead was told could not be read: %s", error->message);
    return;
  }
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  self->facts = facts;
  look (self);
}

static void
read_facts (AnteToldBar *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->workspace == NULL || self->lead_id == 0)
    return;
  self->reading = g_cancellable_new ();
  ante_store_list_facts_async (ante_workspace_get_store (self->workspace), self->lead_id,
                               self->reading, facts_cb, self);
}

static void
store_changed_cb (AnteToldBar *self, guint topics, GArray *lead_ids)
{
  if ((topics & ANTE_STORE_LEADS) && ante_store_concerns (lead_ids, self->lead_id))
    read_facts (self);
}

void
ante_told_bar_set_workspace (AnteToldBar *self, AnteWorkspace *workspace)
{
  ante_told_bar_set_lead (self, 0);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->store,
                             workspace != NULL ? ante_workspace_get_store (workspace) : NULL);
}

void
ante_told_bar_set_lead (AnteToldBar *self, gint64 lead_id)
{
  if (self->lead_id == lead_id)
    return;
  self->lead_id = lead_id;
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  read_facts (self);
}

static void
ante_told_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnteToldBar *self = ANTE_TOLD_BAR (object);
  GtkTextView *view = g_value_get_object (value);

  g_set_object (&self->buffer, gtk_text_view_get_buffer (view));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ante_told_bar_dispose (GObject *object)
{
  AnteToldBar *self = ANTE_TOLD_BAR (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
  g_clear_object (&self->workspace);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_func (self->buffer, changed_cb, self);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_told_bar_parent_class)->dispose (object);
}

static void
ante_told_bar_class_init (AnteToldBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ante_told_bar_set_property;
  object_class->dispose = ante_told_bar_dispose;
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_TEXT_VIEW,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-told-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteToldBar, words);
  gtk_widget_class_bind_template_child (widget_class, AnteToldBar, show);
}

static void
ante_told_bar_init (AnteToldBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_signal_group_new (ANTE_TYPE_STORE);
  g_signal_group_connect_swapped (self->store, "changed", G_CALLBACK (store_changed_cb), self);
}
