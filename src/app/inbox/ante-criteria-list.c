#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-criteria-list.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-criterion-row.h"
#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-commands.h"
#include "rules/ante-criteria.h"
#include "rules/ante-text.h"
#include "store/ante-store-facts.h"

struct _AnteCriteriaList {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkListBox *list;

  AnteWorkspace *workspace;
  AnteLead *lead; /* NULL while nothing is asked */
  GStrv words;
  GCancellable *cancellable; /* of what is being read; NULL while nothing is */
  gboolean is_stale;         /* to be read again when it is seen */
};

G_DEFINE_FINAL_TYPE (AnteCriteriaList, ante_criteria_list, ADW_TYPE_BIN)

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteCriteriaList *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = ante_store_list_facts_finish (ANTE_STORE (source), result, &error);
  GtkListBoxRow *row = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nor is the list there any more, maybe */
  g_clear_object (&self->cancellable);
  if (facts == NULL) {
    g_message ("what is known of a lead could not be read: %s", error->message);
    return;
  }
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    ante_criterion_row_show (ANTE_CRITERION_ROW (row), facts);
}

static void
stop_reading (AnteCriteriaList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Nobody sees it while it is not mapped: then it is read when it is. */
static void
read_facts (AnteCriteriaList *self)
{
  stop_reading (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale || self->lead == NULL || self->workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ante_store_list_facts_async (ante_workspace_get_store (self->workspace), self->lead->id,
                               self->cancellable, facts_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteCriteriaList *self)
{
  if (self->lead != NULL && (topics & (ANTE_STORE_LEADS | ANTE_STORE_EVENTS)) &&
      ante_store_concerns (lead_ids, self->lead->id))
    read_facts (self);
}

typedef struct {
  AnteCriteriaList *list;
  AnteCriterionRow *row;
  gint64 lead;
  char *words;
} Saying;

static void
saying_free (Saying *self)
{
  g_object_unref (self->list);
  g_object_unref (self->row);
  g_free (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saying, saying_free)

static void
said_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saying) saying = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (saying->list->workspace == NULL)
    return; /* it was closed meanwhile */
  if (error != NULL) {
    ante_toast_error (GTK_WIDGET (saying->list), error); /* what was written still stands there */
    return;
  }
  if (act > 0)
    ante_toast_act (GTK_WIDGET (saying->list), ANTE_WORKSPACE (source), ANTE_ACT_FACT, act,
                    &saying->lead, 1, saying->words);
  ante_criterion_row_end (saying->row, act > 0);
  /* The store has told of it before; what it told of is read by now at the most. */
  if (act > 0 && saying->list->cancellable == NULL)
    read_facts (saying->list);
}

static void
row_said_cb (AnteCriteriaList *self, const char *text, AnteCriterionRow *row)
{
  AnteFactKind kind = ante_criterion_row_get_kind (row);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (self->lead));
  Saying *saying = g_new0 (Saying, 1);

  saying->list = g_object_ref (self);
  saying->row = g_object_ref (row);
  saying->lead = self->lead->id;
  /* Translators: a kind of fact and a lead: "Budget of Ana is noted"; it may have been another. */
  saying->words = g_strdup_printf (_ ("%s of %s is noted"), ante_fact_words_kind (kind), name);
  ante_command_say_fact_async (self->workspace, self->lead->id, kind, text, said_cb, saying);
}

static void
row_activated_cb (AnteCriteriaList *self, GtkListBoxRow *row)
{
  ante_criterion_row_open (ANTE_CRITERION_ROW (row));
}

static void
build_rows (AnteCriteriaList *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++) {
    AnteFactKind kind = ANTE_FACT_FREE;
    GtkWidget *row = NULL;

    if (!ante_fact_kind_from_nick (self->words[i], &kind)) {
      g_message ("a stage asks for an unknown kind of fact: %s", self->words[i]);
      continue;
    }
    row = ante_criterion_row_new (kind);
    g_signal_connect_object (row, "said", G_CALLBACK (row_said_cb), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->list, row);
  }
}

static gboolean
is_same (GStrv a, GStrv b)
{
  return a != NULL && b != NULL && g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static void
name_stage (AnteCriteriaList *self, AnteStage *next)
{
  g_autofree char *title =
    /* Translators: the name of a stage. */
    next != NULL ? g_strdup_printf (_ ("Before %s"), next->name) : g_strdup (_ ("To find out"));

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

void
ante_criteria_list_set_lead (AnteCriteriaList *self, AnteLead *lead, GPtrArray *stages)
{
  AnteStage *next = NULL;
  g_auto (GStrv) words =
    lead != NULL && stages != NULL ? ante_criteria_find (stages, lead->stage_id, &next) : NULL;
  AnteLead *asked = words != NULL ? lead : NULL;
  gboolean is_other = words == NULL || self->lead == NULL || lead->id != self->lead->id;

  g_set_object (&self->lead, asked);
  /* A line in which someone writes stays while the lead does; what is new of it the store tells. */
  if (is_other || !is_same (words, self->words)) {
    stop_reading (self);
    g_strfreev (self->words);
    self->words = g_steal_pointer (&words);
    build_rows (self);
    read_facts (self);
  }
  if (self->lead != NULL)
    name_stage (self, next);
  gtk_widget_set_visible (GTK_WIDGET (self), asked != NULL);
}

void
ante_criteria_list_set_workspace (AnteCriteriaList *self, AnteWorkspace *workspace)
{
  ante_criteria_list_set_lead (self, NULL, NULL);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (ante_workspace_get_store (workspace), "changed",
                             G_CALLBACK (changed_cb), self, 0);
}

static void
ante_criteria_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ante_criteria_list_parent_class)->map (widget);
  if (ANTE_CRITERIA_LIST (widget)->is_stale)
    read_facts (ANTE_CRITERIA_LIST (widget));
}

static void
ante_criteria_list_dispose (GObject *object)
{
  AnteCriteriaList *self = ANTE_CRITERIA_LIST (object);

  stop_reading (self);
  g_clear_object (&self->lead);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (ante_criteria_list_parent_class)->dispose (object);
}

static void
ante_criteria_list_class_init (AnteCriteriaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_criteria_list_dispose;
  widget_class->map = ante_criteria_list_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-criteria-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteCriteriaList, title);
  gtk_widget_class_bind_template_child (widget_class, AnteCriteriaList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ante_criteria_list_init (AnteCriteriaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
