#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-call.h"

/* How many messages of a thread can be read. */
#define HORIZON 20

static void
add_path (AnteRequest *request, const char *first, const char *second)
{
  ante_request_add_segment (request, ANTE_INSTAGRAM_VERSION);
  ante_request_add_segment (request, first);
  if (second != NULL)
    ante_request_add_segment (request, second);
}

static char *
thread_fields (guint depth, const char *message_fields)
{
  static const char row[] = "id,updated_time,participants{id,username}";

  if (depth == 0)
    return g_strdup (row);
  return g_strdup_printf ("%s,messages.limit(%u){%s}", row, depth, message_fields);
}

static void
add_number (AnteRequest *request, const char *name, guint value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  ante_request_add_query (request, name, text);
}

/* The account. */

static void
build_me (const AnteCall *call, AnteRequest *request, const char *fields)
{
  add_path (request, "me", NULL);
  ante_request_add_query (request, "fields", fields);
}

static gpointer
decode_me (const AnteCall *call, JsonObject *answer, GError **error)
{
  AnteAccount *account = ante_decode_account (answer, error);

  if (account != NULL)
    account->api_url = g_strdup (call->api_url);
  return account;
}

static const AnteCallType me_call = {
  .method = "GET",
  .label = "me",
  .ask = ANTE_ASK_ACCOUNT,
  .tiers = ANTE_TIERS_ACCOUNT,
  .build = build_me,
  .decode = decode_me,
  .free_result = (GDestroyNotify) ante_account_free,
};

void
ante_instagram_get_me_async (AnteInstagram *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (ANTE_IS_INSTAGRAM (self));

  g_task_set_source_tag (task, ante_instagram_get_me_async);
  ante_call_start (self, ante_call_new (&me_call), task);
}

AnteAccount *
ante_instagram_get_me_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  AnteAccount *account = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  account = g_task_propagate_pointer (G_TASK (result), error);
  if (account != NULL) {
    ante_instagram_set_user_id (self, account->user_id);
    g_free (self->username);
    self->username = g_strdup (account->username);
  }
  return account;
}

/* The list of threads. */

static void
build_threads (const AnteCall *call, AnteRequest *request, const char *message_fields)
{
  g_autofree char *fields = thread_fields (call->depth, message_fields);

  add_path (request, "me", "conversations");
  ante_request_add_query (request, "platform", "instagram");
  ante_request_add_query (request, "fields", fields);
  add_number (request, "limit", call->limit);
  ante_request_add_query (request, "after", call->after);
}

static gpointer
decode_threads (const AnteCall *call, JsonObject *answer, GError **error)
{
  AnteDecodeHints hints = ante_call_hints (call);

  return ante_decode_thread_page (answer, &hints, error);
}

static const AnteCallType threads_call = {
  .method = "GET",
  .label = "conversations",
  .ask = ANTE_ASK_READ,
  .budget = ante_call_reads,
  .tiers = ANTE_TIERS_MESSAGE,
  .needs_user_id = TRUE,
  .build = build_threads,
  .decode = decode_threads,
  .free_result = (GDestroyNotify) ante_thread_page_free,
};

void
ante_instagram_list_threads_async (AnteInstagram *self,
                                   const char *after,
                                   guint limit,
                                   guint depth,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&threads_call);

  g_task_set_source_tag (task, ante_instagram_list_threads_async);
  call->after = g_strdup (after);
  call->limit = MAX (limit, 1);
  call->depth = MIN (depth, HORIZON);
  ante_call_start (self, call, task);
}

AnteThreadPage *
ante_instagram_list_threads_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* One thread. */

static void
build_thread (const AnteCall *call, AnteRequest *request, const char *message_fields)
{
  g_autofree char *fields = thread_fields (call->depth, message_fields);

  add_path (request, call->thread_id, NULL);
  ante_request_add_query (request, "fields", fields);
}

static gpointer
decode_thread (const AnteCall *call, JsonObject *answer, GError **error)
{
  AnteDecodeHints hints = ante_call_hints (call);

  return ante_decode_thread (answer, &hints, error);
}

static const AnteCallType thread_call = {
  .method = "GET",
  .label = "conversation",
  .ask = ANTE_ASK_READ,
  .budget = ante_call_reads,
  .tiers = ANTE_TIERS_MESSAGE,
  .needs_user_id = TRUE,
  .build = build_thread,
  .decode = decode_thread,
  .free_result = (GDestroyNotify) ante_thread_free,
};

void
ante_instagram_read_thread_async (AnteInstagram *self,
                                  const char *thread_id,
                                  const char *igsid,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&thread_call);

  g_task_set_source_tag (task, ante_instagram_read_thread_async);
  call->thread_id = g_strdup (thread_id);
  call->igsid = g_strdup (igsid);
  call->depth = HORIZON;
  ante_call_start (self, call, task);
}

static void
build_person_thread (const AnteCall *call, AnteRequest *request, const char *message_fields)
{
  g_autofree char *fields = thread_fields (call->depth, message_fields);

  add_path (request, "me", "conversations");
  ante_request_add_query (request, "platform", "instagram");
  ante_request_add_query (request, "user_id", call->igsid);
  ante_request_add_query (request, "fields", fields);
}

static gpointer
decode_person_thread (const AnteCall *call, JsonObject *answer, GError **error)
{
  AnteDecodeHints hints = ante_call_hints (call);

  return ante_decode_person_thread (answer, &hints, error);
}

static const AnteCallType person_thread_call = {
  .method = "GET",
  .label = "conversation with a person",
  .ask = ANTE_ASK_READ,
  .budget = ante_call_reads,
  .tiers = ANTE_TIERS_MESSAGE,
  .needs_user_id = TRUE,
  .build = build_person_thread,
  .decode = decode_person_thread,
  .free_result = (GDestroyNotify) ante_thread_free,
};

void
ante_instagram_read_person_thread_async (AnteInstagram *self,
                                         const char *igsid,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&person_thread_call);

  g_task_set_source_tag (task, ante_instagram_read_person_thread_async);
  call->igsid = g_strdup (igsid);
  call->depth = HORIZON;
  ante_call_start (self, call, task);
}

AnteThread *
ante_instagram_read_thread_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A person. */

static void
build_profile (const AnteCall *call, AnteRequest *request, const char *fields)
{
  add_path (request, call->igsid, NULL);
  ante_request_add_query (request, "fields", fields);
}

static gpointer
decode_profile (const AnteCall *call, JsonObject *answer, GError **error)
{
  return ante_decode_profile (answer, call->igsid, error);
}

static const AnteCallType profile_call = {
  .method = "GET",
  .label = "profile",
  .ask = ANTE_ASK_READ,
  .budget = ante_call_reads,
  .tiers = ANTE_TIERS_PROFILE,
  .build = build_profile,
  .decode = decode_profile,
  .free_result = (GDestroyNotify) ante_profile_free,
};

void
ante_instagram_get_profile_async (AnteInstagram *self,
                                  const char *igsid,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&profile_call);

  g_task_set_source_tag (task, ante_instagram_get_profile_async);
  call->igsid = g_strdup (igsid);
  ante_call_start (self, call, task);
}

AnteProfile *
ante_instagram_get_profile_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
