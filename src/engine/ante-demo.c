#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-demo.h"

#include "model/ante-party.h"
#include "store/ante-store-past.h"

#define PAST "demo"

/* More than any demo has: what comes over a socket is not trusted for its size. */
#define MAX_ACTS 20000

struct _AnteDemo {
  GObject parent_instance;

  AnteWorkspace *workspace;
  AnteSimulator *simulator;
  gboolean asked;
  GCancellable *cancellable;
};

static guint ended_signal;

G_DEFINE_FINAL_TYPE (AnteDemo, ante_demo, G_TYPE_OBJECT)

static const char *
get_string (GVariant *entry, const char *key)
{
  const char *value = NULL;

  return g_variant_lookup (entry, key, "&s", &value) ? value : NULL;
}

static void
add_next_step (AntePastAct *act, const char *step, GVariant *entry)
{
  gint64 due = 0;
  g_autofree char *text = NULL;

  if (step != NULL)
    g_variant_lookup (entry, "due", "x", &due);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, due);
  ante_past_act_add (act, ANTE_FIELD_NEXT_ACTION, step, NULL);
  ante_past_act_add (act, ANTE_FIELD_NEXT_DUE, text, NULL);
}

/* FALSE for a word that is not known. */
static gboolean
add_changes (AntePastAct *act, const char *what, GVariant *entry)
{
  const char *value = get_string (entry, "value");

  if (what == NULL)
    return TRUE;
  if (g_str_equal (what, "next")) {
    add_next_step (act, value, entry);
    return TRUE;
  }
  if (g_str_equal (what, "read") || g_str_equal (what, "done")) {
    ante_past_act_add (act, ANTE_FIELD_UNREAD, "0", NULL);
    if (g_str_equal (what, "done"))
      ante_past_act_add (act, ANTE_FIELD_OWES_REPLY, "0", NULL);
    return TRUE;
  }

  if (value == NULL)
    return FALSE;
  if (g_str_equal (what, "stage"))
    ante_past_act_add (act, ANTE_FIELD_STAGE, value, NULL);
  else if (g_str_equal (what, "owner"))
    ante_past_act_add (act, ANTE_FIELD_OWNER, value, NULL);
  else if (g_str_equal (what, "not-a-lead"))
    ante_past_act_add (act, ANTE_FIELD_NOT_A_LEAD, value, NULL);
  else if (g_str_equal (what, "touch"))
    ante_past_act_add (act, ANTE_FIELD_TOUCH, value, get_string (entry, "detail"));
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_actor (const char *actor)
{
  return g_strcmp0 (actor, ANTE_PARTY_COACH) == 0 ||
         (actor != NULL && ante_party_is_setter (actor));
}

/* NULL for one that was not understood. */
static AntePastAct *
read_act (GVariant *entry, gint64 now)
{
  const char *igsid = get_string (entry, "igsid");
  const char *actor = get_string (entry, "actor");
  const char *what = get_string (entry, "what");
  g_autoptr (AntePastAct) act = NULL;
  gint64 at = 0;

  /* What is told of lies in the past. */
  if (!g_variant_lookup (entry, "at", "x", &at) || at <= 0 || at > now || igsid == NULL ||
      !is_actor (actor))
    return NULL;
  act = ante_past_act_new (igsid, at, actor,
                           g_strcmp0 (what, "touch") != 0 ? get_string (entry, "detail") : NULL);
  return add_changes (act, what, entry) ? g_steal_pointer (&act) : NULL;
}

/* NULL unless all of it was understood: half a past would be a wrong one. */
static GPtrArray *
read_acts (GVariant *answer, gint64 now)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (answer, "standing", G_VARIANT_TYPE ("av"));
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_past_act_free);
  gsize n = list != NULL ? g_variant_n_children (list) : 0;

  if (list == NULL || n > MAX_ACTS)
    return NULL;
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
    g_autoptr (GVariant) entry = g_variant_get_variant (boxed);
    AntePastAct *act =
      g_variant_is_of_type (entry, G_VARIANT_TYPE_VARDICT) ? read_act (entry, now) : NULL;

    if (act == NULL)
      return NULL;
    g_ptr_array_add (acts, act);
  }
  return g_steal_pointer (&acts);
}

static void
end (AnteDemo *self, const char *why)
{
  if (why != NULL)
    g_message ("the demo's leads stay in their first stage: %s", why);
  g_signal_emit (self, ended_signal, 0);
}

static GWeakRef *
weak_ref_new (AnteDemo *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static void
weak_ref_free (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

/* Cancelled does not tell that it is gone: a write that has begun ends well all the same. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteDemo) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;

  weak_ref_free (user_data);
  ante_store_write_past_finish (ANTE_STORE (source), result, &error);
  if (self != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end (self, error != NULL ? error->message : NULL);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteDemo *self = user_data; /* gone when it was cancelled */
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    ante_simulator_call_finish (ANTE_SIMULATOR (source), result, &error);
  g_autoptr (GPtrArray) acts = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    acts = read_acts (answer, ante_workspace_now (self->workspace));
  if (acts == NULL)
    end (self, error != NULL ? error->message : "what the sandbox said was not understood");
  else
    ante_store_write_past_async (ante_workspace_get_store (self->workspace), PAST, acts,
                                 self->cancellable, written_cb, weak_ref_new (self));
}

static void
passed_cb (AnteSync *sync, AnteDemo *self)
{
  if (self->asked || !ante_sync_is_first_done (sync))
    return;

  self->asked = TRUE;
  ante_simulator_call_async (self->simulator, "standing", NULL, self->cancellable, told_cb, self);
}

static void
ante_demo_dispose (GObject *object)
{
  AnteDemo *self = ANTE_DEMO (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->simulator);
  G_OBJECT_CLASS (ante_demo_parent_class)->dispose (object);
}

static void
ante_demo_finalize (GObject *object)
{
  g_clear_object (&ANTE_DEMO (object)->cancellable);
  G_OBJECT_CLASS (ante_demo_parent_class)->finalize (object);
}

static void
ante_demo_class_init (AnteDemoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ante_demo_dispose;
  object_class->finalize = ante_demo_finalize;
  ended_signal =
    g_signal_new ("ended", ANTE_TYPE_DEMO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_demo_init (AnteDemo *self)
{
  self->cancellable = g_cancellable_new ();
}

AnteDemo *
ante_demo_new (AnteWorkspace *workspace, AnteSimulator *simulator)
{
  AnteDemo *self = g_object_new (ANTE_TYPE_DEMO, NULL);

  self->workspace = g_object_ref (workspace);
  self->simulator = g_object_ref (simulator);
  g_signal_connect_object (ante_workspace_get_sync (workspace), "passed", G_CALLBACK (passed_cb),
                           self, 0);
  return self;
}
