#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-playbook-editing.h"

#include "engine/ante-playbook-commands.h"
#include "store/ante-store-account.h"

/* The document that is being made, while it differs from the one that holds. */
#define SETTING_EDITED "playbook-edited"
#define SAVE_AFTER_MS 600

struct _AntePlaybookEditing {
  GObject parent_instance;

  AnteWorkspace *workspace;
  GCancellable *cancellable;
  AntePlaybookVersion *version;
  AntePlaybookDoc *held;
  AntePlaybookDoc *doc;
  gboolean read;
  guint save;
};

enum {
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AntePlaybookEditing, ante_playbook_editing, G_TYPE_OBJECT)

static AnteStore *
get_store (AntePlaybookEditing *self)
{
  return ante_workspace_get_store (self->workspace);
}

/* --- what is being made --------------------------------------------------------------------- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    g_message ("a playbook that is being edited could not be saved: %s", error->message);
}

static void
save_edited (AntePlaybookEditing *self)
{
  g_autofree char *edited = self->doc != NULL ? ante_playbook_doc_write (self->doc) : NULL;
  g_autofree char *held = self->held != NULL ? ante_playbook_doc_write (self->held) : NULL;

  g_clear_handle_id (&self->save, g_source_remove);
  ante_store_set_setting_async (get_store (self), SETTING_EDITED,
                                g_strcmp0 (edited, held) != 0 ? edited : NULL, NULL, kept_cb, NULL);
}

static gboolean
save_cb (gpointer data)
{
  AntePlaybookEditing *self = data;

  self->save = 0;
  save_edited (self);
  return G_SOURCE_REMOVE;
}

void
ante_playbook_editing_touch (AntePlaybookEditing *self)
{
  g_clear_handle_id (&self->save, g_source_remove);
  self->save = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
set_doc (AntePlaybookEditing *self, AntePlaybookDoc *doc)
{
  AntePlaybookDoc *before = self->doc;

  self->doc = doc;
  g_signal_emit (self, signals[CHANGED], 0);
  g_clear_pointer (&before, ante_playbook_doc_free);
}

void
ante_playbook_editing_discard (AntePlaybookEditing *self)
{
  set_doc (self, self->held != NULL ? ante_playbook_doc_copy (self->held) : NULL);
  save_edited (self);
}

gboolean
ante_playbook_editing_take (AntePlaybookEditing *self, const char *json, GError **error)
{
  AntePlaybookDoc *doc = ante_playbook_doc_parse (json, -1, error);

  if (doc == NULL)
    return FALSE;
  set_doc (self, doc);
  save_edited (self);
  return TRUE;
}

/* --- reading -------------------------------------------------------------------------------- */

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePlaybookEditing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *edited = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);
  AntePlaybookDoc *doc = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  /* What was typed is not taken for nothing, nor replaced by what was saved before it. */
  if (error != NULL) {
    g_signal_emit (self, signals[FAILED], 0, error);
    return;
  }
  if (self->save != 0)
    return;
  doc = edited != NULL ? ante_playbook_doc_parse (edited, -1, NULL) : NULL;
  if (doc == NULL && self->held != NULL)
    doc = ante_playbook_doc_copy (self->held);
  self->read = TRUE;
  set_doc (self, doc);
}

static void
version_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePlaybookEditing) self = user_data;
  g_autoptr (GError) error = NULL;
  AntePlaybookVersion *version =
    ante_store_get_playbook_finish (ANTE_STORE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable)) {
    g_clear_pointer (&version, ante_playbook_version_free);
    return;
  }
  if (error != NULL) {
    g_signal_emit (self, signals[FAILED], 0, error);
    return;
  }
  g_clear_pointer (&self->version, ante_playbook_version_free);
  g_clear_pointer (&self->held, ante_playbook_doc_free);
  self->version = version;
  if (version != NULL)
    self->held = ante_playbook_doc_parse (version->document, -1, NULL);
  ante_store_get_setting_async (ANTE_STORE (source), SETTING_EDITED, self->cancellable, edited_cb,
                                g_object_ref (self));
}

static void
read_version (AntePlaybookEditing *self)
{
  ante_store_get_playbook_async (get_store (self), 0, self->cancellable, version_cb,
                                 g_object_ref (self));
}

static void
store_changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AntePlaybookEditing *self)
{
  if ((topics & ANTE_STORE_PLAYBOOK) == 0)
    return;
  /* What was typed last is to be found where it is read from. */
  if (self->save != 0)
    save_edited (self);
  read_version (self);
}

AntePlaybookDoc *
ante_playbook_editing_get_doc (AntePlaybookEditing *self)
{
  return self->doc;
}

const AntePlaybookVersion *
ante_playbook_editing_get_version (AntePlaybookEditing *self)
{
  return self->version;
}

gboolean
ante_playbook_editing_is_read (AntePlaybookEditing *self)
{
  return self->read;
}

GPtrArray *
ante_playbook_editing_diff (AntePlaybookEditing *self)
{
  g_autoptr (AntePlaybookDoc) none = ante_playbook_doc_new ();

  return ante_playbook_doc_diff (self->held != NULL ? self->held : none,
                                 self->doc != NULL ? self->doc : none);
}

/* --- keeping -------------------------------------------------------------------------------- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AntePlaybookEditing *self = g_task_get_source_object (task);
  GError *error = NULL;
  gint64 act = ante_command_keep_playbook_finish (ANTE_WORKSPACE (source), result, &error);

  if (act < 0) {
    g_task_return_error (task, error);
    return;
  }
  ante_store_set_setting_async (get_store (self), SETTING_EDITED, NULL, NULL, kept_cb, NULL);
  read_version (self);
  g_task_return_int (task, act);
}

void
ante_playbook_editing_keep_async (AntePlaybookEditing *self,
                                  const char *note,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *document = ante_playbook_doc_write (self->doc);

  save_edited (self);
  ante_command_keep_playbook_async (self->workspace, document, note, FALSE, made_cb, task);
}

gint64
ante_playbook_editing_keep_finish (AntePlaybookEditing *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
ante_playbook_editing_dispose (GObject *object)
{
  AntePlaybookEditing *self = ANTE_PLAYBOOK_EDITING (object);

  if (self->save != 0)
    save_edited (self);
  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ante_playbook_editing_parent_class)->dispose (object);
}

static void
ante_playbook_editing_finalize (GObject *object)
{
  AntePlaybookEditing *self = ANTE_PLAYBOOK_EDITING (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->workspace);
  g_clear_pointer (&self->version, ante_playbook_version_free);
  g_clear_pointer (&self->held, ante_playbook_doc_free);
  g_clear_pointer (&self->doc, ante_playbook_doc_free);
  G_OBJECT_CLASS (ante_playbook_editing_parent_class)->finalize (object);
}

static void
ante_playbook_editing_class_init (AntePlaybookEditingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_playbook_editing_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_playbook_editing_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_PLAYBOOK_EDITING, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", ANTE_TYPE_PLAYBOOK_EDITING, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ante_playbook_editing_init (AntePlaybookEditing *self)
{
  self->cancellable = g_cancellable_new ();
}

AntePlaybookEditing *
ante_playbook_editing_new (AnteWorkspace *workspace)
{
  AntePlaybookEditing *self = g_object_new (ANTE_TYPE_PLAYBOOK_EDITING, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, 0);
  read_version (self);
  return self;
}
