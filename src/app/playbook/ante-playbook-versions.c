#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-playbook-versions.h"

#include <glib/gi18n.h>

#include "app/playbook/ante-playbook-review.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "rules/playbook/ante-playbook-doc.h"
#include "store/ante-store-playbook.h"

struct _AntePlaybookVersions {
  AdwBin parent_instance;

  GCancellable *cancellable;
};

enum {
  TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AntePlaybookVersions, ante_playbook_versions, ADW_TYPE_BIN)

static void
take_cb (GtkButton *button, AntePlaybookVersions *self)
{
  g_signal_emit (self, signals[TAKEN], 0, g_object_get_data (G_OBJECT (button), "ante-document"));
}

static GtkWidget *
build_take (AntePlaybookVersions *self, const AntePlaybookVersion *version)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Go Back to This"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "small");
  g_object_set_data_full (G_OBJECT (button), "ante-document", g_strdup (version->document), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (take_cb), self);
  return button;
}

/* What was new in it against the one before it. */
static GtkWidget *
build_news (const char *document, const char *before)
{
  g_autoptr (AntePlaybookDoc) after = ante_playbook_doc_parse (document, -1, NULL);
  g_autoptr (AntePlaybookDoc) earlier =
    before != NULL ? ante_playbook_doc_parse (before, -1, NULL) : ante_playbook_doc_new ();
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = NULL;

  if (after == NULL || earlier == NULL || before == NULL) {
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The first version"));
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), gtk_label_new (_ ("The first version")));
    return row;
  }
  lines = ante_playbook_doc_diff (earlier, after);
  box = ante_playbook_review_build_lines (lines);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* Found out when it is asked for: there may be hundreds of versions. */
static void
opened_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer data)
{
  if (!adw_expander_row_get_expanded (row) ||
      g_object_get_data (G_OBJECT (row), "ante-news") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "ante-news", row);
  adw_expander_row_add_row (row, build_news (g_object_get_data (G_OBJECT (row), "ante-document"),
                                             g_object_get_data (G_OBJECT (row), "ante-before")));
}

static GtkWidget *
build_version (AntePlaybookVersions *self,
               const AntePlaybookVersion *version,
               const AntePlaybookVersion *before)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf (
    version->active ? _ ("Version %d, holds now") : _ ("Version %d"), (int) version->version);
  g_autofree char *when = ante_words_exact (version->at);
  g_autofree char *note = version->note != NULL ? g_markup_escape_text (version->note, -1) : NULL;
  g_autofree char *subtitle =
    note != NULL ? g_strdup_printf ("%s · %s", when, note) : g_strdup (when);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  if (!version->active)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), build_take (self, version));
  g_object_set_data_full (G_OBJECT (row), "ante-document", g_strdup (version->document), g_free);
  if (before != NULL)
    g_object_set_data_full (G_OBJECT (row), "ante-before", g_strdup (before->document), g_free);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (opened_cb), NULL);
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePlaybookVersions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions =
    ante_store_list_playbooks_finish (ANTE_STORE (source), result, &error);
  GtkWidget *group = adw_preferences_group_new ();

  if (g_cancellable_is_cancelled (self->cancellable)) {
    g_object_ref_sink (group);
    g_object_unref (group);
    return;
  }
  if (versions == NULL)
    ante_toast_error (GTK_WIDGET (self), error);
  for (guint i = 0; versions != NULL && i < versions->len; i++) {
    const AntePlaybookVersion *before = i + 1 < versions->len ? versions->pdata[i + 1] : NULL;

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               build_version (self, versions->pdata[i], before));
  }
  adw_bin_set_child (ADW_BIN (self), group);
}

void
ante_playbook_versions_show (AntePlaybookVersions *self, AnteWorkspace *workspace)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (workspace != NULL)
    ante_store_list_playbooks_async (ante_workspace_get_store (workspace), self->cancellable,
                                     listed_cb, g_object_ref (self));
}

static void
ante_playbook_versions_dispose (GObject *object)
{
  AntePlaybookVersions *self = ANTE_PLAYBOOK_VERSIONS (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ante_playbook_versions_parent_class)->dispose (object);
}

static void
ante_playbook_versions_finalize (GObject *object)
{
  g_object_unref (ANTE_PLAYBOOK_VERSIONS (object)->cancellable);
  G_OBJECT_CLASS (ante_playbook_versions_parent_class)->finalize (object);
}

static void
ante_playbook_versions_class_init (AntePlaybookVersionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_playbook_versions_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_playbook_versions_finalize;
  signals[TAKEN] = g_signal_new ("taken", ANTE_TYPE_PLAYBOOK_VERSIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ante_playbook_versions_init (AntePlaybookVersions *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
ante_playbook_versions_new (void)
{
  return g_object_new (ANTE_TYPE_PLAYBOOK_VERSIONS, NULL);
}
