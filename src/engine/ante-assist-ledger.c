#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assist-ledger.h"

#include "store/ante-ai-ledger.h"

/**
 * Book:
 * @rows: serial of a request that is under way to its #AnteAiCall
 */
typedef struct {
  AnteStore *store;
  AnteAiSettings *settings;
  char *line;
  GHashTable *rows;
} Book;

static void
book_clear (gpointer data)
{
  Book *book = data;

  g_object_unref (book->store);
  ante_ai_settings_free (book->settings);
  g_free (book->line);
  g_hash_table_unref (book->rows);
}

static void
book_unref (gpointer data)
{
  g_rc_box_release_full (data, book_clear);
}

gint64
ante_assist_ledger_month (gint64 now_ms)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autoptr (GDateTime) begin =
    g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now), 1, 0, 0, 0);

  return g_date_time_to_unix (begin) * 1000;
}

typedef struct {
  Book *book;
  GTask *permit;
  AnteAiCall *call;
  guint64 serial;
} Add;

/* (transfer full): as whoever asks is told it. */
static GError *
translate (GError *error)
{
  static const struct {
    AnteStoreError refusal;
    AnteAssistError code;
  } refusals[] = {
    { ANTE_STORE_ERROR_INVALID, ANTE_ASSIST_ERROR_WITHHELD },
    { ANTE_STORE_ERROR_CONFLICT, ANTE_ASSIST_ERROR_WITHHELD },
    { ANTE_STORE_ERROR_TOO_MANY, ANTE_ASSIST_ERROR_LIMIT },
    { ANTE_STORE_ERROR_NEEDED, ANTE_ASSIST_ERROR_PRICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    if (g_error_matches (error, ANTE_STORE_ERROR, (int) refusals[i].refusal)) {
      GError *told =
        g_error_new_literal (ANTE_ASSIST_ERROR, (int) refusals[i].code, error->message);

      g_error_free (error);
      return told;
    }
  }
  return error;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Add *add = user_data;
  GError *error = NULL;
  gint64 id = ante_ai_ledger_add_finish (ANTE_STORE (source), result, &error);

  if (error != NULL) {
    g_task_return_error (add->permit, translate (error));
    ante_ai_call_free (add->call);
  } else {
    add->call->id = id;
    g_hash_table_insert (add->book->rows, g_memdup2 (&add->serial, sizeof add->serial), add->call);
    g_task_return_boolean (add->permit, TRUE);
  }
  g_object_unref (add->permit);
  book_unref (add->book);
  g_free (add);
}

/* What for comes first, then what is in it. */
static char *
join_fields (const AnteLeaving *leaving)
{
  GString *fields = g_string_new ("for:");

  g_string_append (fields, leaving->purpose);
  if (!leaving->leaves)
    g_string_append (fields, " " ANTE_AI_CALL_STAYED);
  for (guint i = 0; leaving->fields[i] != NULL; i++)
    g_string_append_printf (fields, " %s", leaving->fields[i]);
  return g_string_free (fields, FALSE);
}

static void
leaving_cb (const AnteLeaving *leaving, GTask *task, gpointer user_data)
{
  Book *book = user_data;
  gint64 now = g_get_real_time () / 1000;
  AnteAiTerms terms = {
    .burst_at = leaving->subject_at,
    .since = ante_assist_ledger_month (now),
    .cap = leaving->subject != 0 ? book->settings->cap : 0,
    .is_priced = ante_ai_settings_is_priced (book->settings) || !leaving->leaves,
    .settings = book->line,
  };
  Add *add = g_new0 (Add, 1);

  add->book = g_rc_box_acquire (book);
  add->permit = task;
  add->serial = leaving->serial;
  add->call = ante_ai_call_new ();
  add->call->at = now;
  add->call->provider = g_strdup (leaving->provider);
  add->call->host = g_strdup (leaving->host);
  add->call->model = g_strdup (leaving->model != NULL ? leaving->model : "");
  add->call->lead_id = leaving->subject;
  add->call->fields = join_fields (leaving);
  add->call->bytes_out = (gint64) leaving->n_bytes;
  add->call->currency = g_strdup (book->settings->currency);
  ante_ai_ledger_add_async (book->store, add->call, &terms, NULL, added_cb, add);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_ai_ledger_end_finish (ANTE_STORE (source), result, &error))
    g_message ("how a request to an AI provider ended was not written down: %s", error->message);
}

/* What was only listed, or went no farther than this machine, costs nothing. */
static gint64
find_cost (const AnteLeaving *leaving, const AnteReturned *returned)
{
  if (g_str_equal (leaving->purpose, "models") || !leaving->leaves)
    return 0;
  return returned->cost_kind != ANTE_COST_UNKNOWN ? returned->cost : -1;
}

static void
returned_cb (const AnteLeaving *leaving, const AnteReturned *returned, gpointer user_data)
{
  Book *book = user_data;
  AnteAiCall *call = g_hash_table_lookup (book->rows, &leaving->serial);

  if (call == NULL)
    return;
  call->bytes_in = (gint64) returned->n_bytes;
  call->tokens_in = returned->usage.input + returned->usage.cache_read +
                    returned->usage.cache_write + returned->usage.cache_write_long;
  call->tokens_out = returned->usage.output;
  call->cost = find_cost (leaving, returned);
  call->outcome = g_strdup (returned->outcome);
  ante_ai_ledger_end_async (book->store, call, NULL, ended_cb, NULL);
  g_hash_table_remove (book->rows, &leaving->serial);
}

gpointer
ante_assist_ledger_make (AnteStore *store,
                         const AnteAiSettings *settings,
                         const char *line,
                         AnteLedger *ledger,
                         GDestroyNotify *destroy)
{
  Book *book = g_rc_box_new0 (Book);

  book->store = g_object_ref (store);
  book->settings = settings != NULL ? ante_ai_settings_copy (settings) : ante_ai_settings_new ();
  book->line = g_strdup (line);
  book->rows =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) ante_ai_call_free);
  *ledger = (AnteLedger){ leaving_cb, returned_cb };
  *destroy = book_unref;
  return book;
}

void
ante_assist_ledger_attach (AnteProvider *provider,
                           AnteStore *store,
                           const AnteAiSettings *settings,
                           const char *line)
{
  AnteLedger ledger = { NULL, NULL };
  GDestroyNotify destroy = NULL;
  gpointer book = ante_assist_ledger_make (store, settings, line, &ledger, &destroy);

  ante_provider_set_ledger (provider, &ledger, book, destroy);
}
