#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdlib.h>
#include <string.h>

#include "model/ante-party.h"
#include "sandbox/sandbox-generator.h"
#include "store/ante-store-account.h"
#include "store/ante-store-sync.h"

/* Leads whose threads are stored in one transaction, as a page of the list is. */
#define LEADS_A_PAGE 25
#define MESSAGES_A_PAGE 2000

typedef struct {
  AnteThread *thread;
  guint lead;
  guint line;
  gint64 bytes;
} Filling;

static void
line_cb (const SandboxLine *line, gpointer data)
{
  static const AnteMessageKind kinds[] = { ANTE_MESSAGE_TEXT,          ANTE_MESSAGE_IMAGE,
                                           ANTE_MESSAGE_VIDEO,         ANTE_MESSAGE_VOICE,
                                           ANTE_MESSAGE_SHARE,         ANTE_MESSAGE_STORY_REPLY,
                                           ANTE_MESSAGE_STORY_MENTION, ANTE_MESSAGE_UNSUPPORTED };
  Filling *filling = data;
  AnteMessage *message = ante_message_new ();

  message->mid = g_strdup_printf ("aWdfZAG1faXRlbToxOk%08u%06uZD", filling->lead, filling->line++);
  message->at = line->at;
  message->author = g_strdup (line->from_us ? ANTE_PARTY_ELSEWHERE : ANTE_PARTY_LEAD);
  message->kind = kinds[MIN (line->kind, G_N_ELEMENTS (kinds) - 1)];
  message->text = g_strdup (line->text);
  filling->bytes += line->text != NULL ? (gint64) strlen (line->text) : 0;
  g_ptr_array_add (filling->thread->messages, message);
}

/* The thread's messages, newest first as the wire has them. */
static AnteThread *
make_thread (SandboxGenerator *generator, guint lead, gint64 now, gint64 *bytes)
{
  SandboxLead person = { 0 };
  Filling filling = { ante_thread_new (), lead, 0, 0 };
  AnteThread *thread = filling.thread;
  GPtrArray *messages = thread->messages;

  thread->igsid = g_strdup_printf ("10203040%08u", lead);
  thread->id = g_strdup_printf ("aWdfZAG1fc3RocmVhZA%08uZD", lead);
  sandbox_generator_get_lead (generator, lead, &person);
  thread->username = g_strdup (person.handle);
  sandbox_lead_clear (&person);
  sandbox_generator_foreach (generator, lead, now, line_cb, &filling);
  for (guint i = 0; i < messages->len / 2; i++) {
    gpointer kept = messages->pdata[i];

    messages->pdata[i] = messages->pdata[messages->len - 1 - i];
    messages->pdata[messages->len - 1 - i] = kept;
  }
  thread->updated_at = messages->len > 0 ? ((AnteMessage *) messages->pdata[0])->at : now;
  *bytes += filling.bytes;
  return thread;
}

typedef struct {
  guint leads;
  guint messages;
  guint32 seed;
  gint64 rows;
  gint64 bytes;
  double seconds;
} Fill;

static gboolean
store_page (Ctl *ctl, GPtrArray *threads, gint64 now, Fill *fill, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  AnteIngest ingest = { .threads = threads, .now = now };
  AnteIngestResult counts = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  gint64 started = g_get_monotonic_time ();
  gboolean ok = FALSE;

  CTL_CALL (result, ante_store_ingest_async, store, &ingest, NULL);
  ok = ante_store_ingest_finish (store, result, &counts, error);
  fill->seconds += (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC;
  fill->rows += counts.messages_new;
  return ok;
}

/* Only the time in the store is counted: making the data is not what is measured. */
static gboolean
fill_store (Ctl *ctl, Fill *fill, GError **error)
{
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  g_autoptr (SandboxGenerator) generator =
    sandbox_generator_new (fill->seed, fill->leads, fill->messages);
  gint64 now = g_get_real_time () / 1000;
  guint waiting = 0;

  for (guint i = 0; i < fill->leads; i++) {
    g_ptr_array_add (threads, make_thread (generator, i, now, &fill->bytes));
    waiting += sandbox_generator_get_n_messages (generator, i);
    if (threads->len < LEADS_A_PAGE && waiting < MESSAGES_A_PAGE && i + 1 < fill->leads)
      continue;
    if (!store_page (ctl, threads, now, fill, error))
      return FALSE;
    g_ptr_array_set_size (threads, 0);
    waiting = 0;
  }
  return TRUE;
}

/* A fifth of the leads stay open on the board; the rest is spread over the stages where leads end.
 */
static gboolean
spread (Ctl *ctl, Fill *fill, GError **error)
{
  static const char *const stages[] = { "not-a-fit", "client", "nurture", "not-a-fit", "active" };

  for (guint start = 0; start < fill->leads; start += 500) {
    g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
    g_autoptr (GAsyncResult) result = NULL;
    AnteStore *store = ante_workspace_get_store (ctl->workspace);
    GError *failed = NULL;

    for (guint i = start; i < MIN (start + 500, fill->leads); i++) {
      AnteChange *change = NULL;

      if (i % 9 == 0)
        continue;
      change = ante_change_new (i + 1, ANTE_FIELD_STAGE, stages[i % G_N_ELEMENTS (stages)], NULL);
      change->anyway = TRUE; /* nobody has told a reason or a next step */
      g_ptr_array_add (changes, change);
    }
    CTL_CALL (result, ante_store_apply_async, store, changes, ANTE_PARTY_SYSTEM, "spread",
              g_get_real_time () / 1000, NULL);
    ante_store_apply_finish (store, result, &failed);
    if (failed != NULL) {
      g_propagate_error (error, failed);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
write_account (Ctl *ctl, GError **error)
{
  AnteAccount account = { .user_id = (char *) "17841400000000123",
                          .username = (char *) "vera.coaches",
                          .api_url = (char *) "http://127.0.0.1:9" };
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_store_set_account_async, store, &account, NULL);
  return ante_store_set_account_finish (store, result, error);
}

/**
 * ctl_bench:
 *
 * "ingest": how many messages a second are stored with all that hangs on them. "fill": the same,
 * and the data folder is made one that a coach could have. "search": how long it takes to find what
 * is there, as one types. "brief": how long the brief of the longest conversation there takes.
 */
JsonNode *
ctl_bench (Ctl *ctl, GPtrArray *args, GError **error)
{
  static const char usage[] =
    "bench ingest|fill|search|brief [--leads N] [--messages N] [--seed N]";
  g_autofree char *leads = ctl_take_option (args, "--leads");
  g_autofree char *messages = ctl_take_option (args, "--messages");
  g_autofree char *seed = ctl_take_option (args, "--seed");
  Fill fill = { leads != NULL ? (guint) atoi (leads) : 1000,
                messages != NULL ? (guint) atoi (messages) : 20000,
                seed != NULL ? (guint32) atoi (seed) : 1,
                0,
                0,
                0 };
  g_autoptr (GAsyncResult) result = NULL;
  JsonObject *object = NULL;
  gboolean is_fill = FALSE;
  gboolean is_search = FALSE;
  gboolean is_brief = FALSE;

  if (!ctl_check_args (args, 1, 1, usage, error))
    return NULL;
  is_fill = g_str_equal (ctl_arg (args, 0), "fill");
  is_search = g_str_equal (ctl_arg (args, 0), "search");
  is_brief = g_str_equal (ctl_arg (args, 0), "brief");
  if ((!is_fill && !is_search && !is_brief && !g_str_equal (ctl_arg (args, 0), "ingest")) ||
      fill.leads == 0) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", usage);
    return NULL;
  }

  ctl->workspace = ante_workspace_new (ctl->data_dir, ANTE_STORE_OWNER);
  CTL_CALL (result, ante_workspace_open_async, ctl->workspace, FALSE, NULL);
  if (!ante_workspace_open_finish (ctl->workspace, result, error)) {
    g_clear_object (&ctl->workspace);
    return NULL;
  }
  if (is_search)
    return ctl_bench_search (ctl, error);
  if (is_brief)
    return ctl_bench_brief (ctl, error);
  if (!fill_store (ctl, &fill, error) ||
      (is_fill && (!spread (ctl, &fill, error) || !write_account (ctl, error))))
    return NULL;

  object = json_object_new ();
  json_object_set_int_member (object, "leads", fill.leads);
  json_object_set_int_member (object, "rows", fill.rows);
  json_object_set_int_member (object, "text_bytes", fill.bytes);
  json_object_set_double_member (object, "seconds", fill.seconds);
  json_object_set_double_member (object, "rows_per_s",
                                 (double) fill.rows / MAX (fill.seconds, 1e-9));
  return ctl_object (object);
}
