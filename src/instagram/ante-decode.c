#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-decode.h"

#include "instagram/ante-instagram-error.h"
#include "rules/ante-json.h"

#define MAX_NAME 200

static gpointer
bad_answer (GError **error, const char *what)
{
  g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
               "an answer holds no %s", what);
  return NULL;
}

/**
 * ante_decode_account:
 *
 * GET /me, bare or as the first of {"data":[…]}. "user_id" is the account's id; "id" is another
 * one and is never taken in its place.
 */
AnteAccount *
ante_decode_account (JsonObject *answer, GError **error)
{
  g_autoptr (AnteAccount) account = ante_account_new ();
  JsonArray *data = ante_json_list (answer, "data");

  if (ante_json_length (data) > 0)
    answer = ante_json_item (data, 0);

  account->user_id = ante_json_dup_id (answer, "user_id");
  account->username = ante_json_dup_name (answer, "username", MAX_NAME);
  account->name = ante_json_dup_name (answer, "name", MAX_NAME);
  account->account_type = ante_json_dup_name (answer, "account_type", MAX_NAME);
  if (account->user_id == NULL)
    return bad_answer (error, "account id");
  if (account->username == NULL)
    account->username = g_strdup ("");
  return g_steal_pointer (&account);
}

AnteProfile *
ante_decode_profile (JsonObject *answer, const char *igsid, GError **error)
{
  AnteProfile *profile = ante_profile_new ();

  profile->igsid = g_strdup (igsid);
  profile->username = ante_json_dup_name (answer, "username", MAX_NAME);
  profile->name = ante_json_dup_name (answer, "name", MAX_NAME);
  profile->picture_url = ante_json_dup_url (answer, "profile_pic");
  profile->followers = MAX (ante_json_int (answer, "follower_count", -1), -1);
  profile->follows_us = ante_json_yes_no (answer, "is_user_follow_business");
  profile->we_follow = ante_json_yes_no (answer, "is_business_follow_user");
  profile->verified = ante_json_yes_no (answer, "is_verified_user") == 1;
  profile->consent = TRUE;
  return profile;
}

/*
 * The cursor of the page after this one: only where there is such a page. "next" itself is an
 * address with the token in it and goes no further. A cursor that leads to where we are is kept: it
 * is not the end of the list, and whoever pages has to notice.
 */
static char *
dup_after (JsonObject *list)
{
  JsonObject *paging = ante_json_object (list, "paging");

  if (ante_json_string (paging, "next") == NULL ||
      ante_json_length (ante_json_list (list, "data")) == 0)
    return NULL;
  return ante_json_dup_id (ante_json_object (paging, "cursors"), "after");
}

/* The participant that is not us, and failing that, whoever there is: a thread with oneself. */
static JsonObject *
find_other (JsonArray *participants, const AnteDecodeHints *hints)
{
  JsonObject *by_name = NULL;
  JsonObject *any = NULL;

  for (guint i = 0; i < ante_json_length (participants); i++) {
    JsonObject *person = ante_json_item (participants, i);
    g_autofree char *id = ante_json_dup_id (person, "id");
    const char *username = ante_json_string (person, "username");

    if (id == NULL)
      continue;
    if (!g_str_equal (id, hints->user_id))
      return person;
    if (by_name == NULL && hints->username != NULL && username != NULL &&
        !g_str_equal (username, hints->username))
      by_name = person;
    if (any == NULL)
      any = person;
  }
  return by_name != NULL ? by_name : any;
}

/* Who the thread is with, where the list of participants does not tell: whoever wrote in it. */
static char *
dup_other_writer (JsonArray *messages, const AnteDecodeHints *hints)
{
  for (guint i = 0; i < ante_json_length (messages); i++) {
    JsonObject *message = ante_json_item (messages, i);
    g_autofree char *id = ante_json_dup_id (ante_json_object (message, "from"), "id");

    if (id != NULL && !g_str_equal (id, hints->user_id))
      return g_steal_pointer (&id);
  }
  return NULL;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AnteMessage *first = *(AnteMessage *const *) a;
  const AnteMessage *second = *(AnteMessage *const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

/*
 * Insertion, since qsort may change the order of equals, and messages of one second are in the
 * order of the answer; it is nearly always sorted already.
 */
static void
sort_newest_first (AnteThread *thread)
{
  gpointer *messages = thread->messages->pdata;

  for (guint i = 1; i < thread->messages->len; i++) {
    gpointer moved = messages[i];
    guint j = i;

    for (; j > 0 && compare_newest_first (&messages[j - 1], &moved) > 0; j--)
      messages[j] = messages[j - 1];
    messages[j] = moved;
    if (j < i)
      thread->in_order = FALSE;
  }
}

/* What is mended here cannot be seen any more by those who read the thread, so it is told. One that
 * has no time is as old as its neighbour: with the thread's own it would be its newest, and the
 * reply window would count from it. */
static void
decode_messages (AnteThread *thread, JsonArray *array, const AnteDecodeHints *hints)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 at = thread->updated_at;

  for (guint i = 0; i < ante_json_length (array); i++) {
    JsonObject *object = ante_json_item (array, i);
    g_autoptr (AnteMessage) message = ante_decode_message (object, hints, at);

    if (message != NULL) {
      at = message->at;
      message->at_guessed = ante_json_time (object, "created_time") == 0;
    }
    if (ante_json_time (object, "created_time") == 0)
      thread->in_order = FALSE;
    if (message != NULL && g_hash_table_add (seen, message->mid))
      g_ptr_array_add (thread->messages, g_steal_pointer (&message));
    else
      thread->in_order = FALSE;
  }
  sort_newest_first (thread);
}

/* Where the answer has no paging of its own, as many as were asked for may not be all. */
static gboolean
may_have_older (JsonObject *messages, guint n_messages, guint depth)
{
  JsonObject *paging = ante_json_object (messages, "paging");

  if (paging != NULL)
    return ante_json_string (paging, "next") != NULL;
  return depth > 0 && n_messages >= depth;
}

/* The answer's own word counts for more than whom we had asked for: ids of people can change. Only
 * where it names nobody but us is the one that was asked for the better guess. */
static char *
dup_igsid (JsonObject *other, JsonArray *messages, const AnteDecodeHints *hints)
{
  g_autofree char *id = ante_json_dup_id (other, "id");

  if (hints->igsid != NULL && (id == NULL || g_str_equal (id, hints->user_id)))
    return g_strdup (hints->igsid);
  return id != NULL ? g_steal_pointer (&id) : dup_other_writer (messages, hints);
}

/* NULL when it cannot be told which thread it is or whose. */
static AnteThread *
decode_row (JsonObject *row, const AnteDecodeHints *hints)
{
  g_autoptr (AnteThread) thread = ante_thread_new ();
  JsonArray *messages = ante_json_list (row, "messages");
  JsonObject *other = find_other (ante_json_list (row, "participants"), hints);

  thread->id = ante_json_dup_id (row, "id");
  if (thread->id == NULL)
    thread->id = g_strdup (hints->thread_id);
  thread->igsid = dup_igsid (other, messages, hints);
  if (thread->id == NULL || thread->igsid == NULL)
    return NULL;

  thread->username = ante_json_dup_name (other, "username", MAX_NAME);
  thread->updated_at = ante_json_time (row, "updated_time");
  thread->depth = hints->depth;
  thread->has_reactions = hints->has_reactions;
  thread->as_of = hints->as_of;
  decode_messages (thread, messages, hints);
  thread->has_older =
    may_have_older (ante_json_object (row, "messages"), ante_json_length (messages), hints->depth);
  return g_steal_pointer (&thread);
}

/* Every thread has an id: where none of the rows has one, something else than Instagram answered,
 * and the page must not be taken for the end of the list. */
static gboolean
has_any_thread (JsonArray *data)
{
  for (guint i = 0; i < ante_json_length (data); i++) {
    g_autofree char *id = ante_json_dup_id (ante_json_item (data, i), "id");

    if (id != NULL)
      return TRUE;
  }
  return ante_json_length (data) == 0;
}

/* Rows of which nothing can be told are left out; a thread that is there twice is kept once. */
AnteThreadPage *
ante_decode_thread_page (JsonObject *answer, const AnteDecodeHints *hints, GError **error)
{
  JsonArray *data = ante_json_list (answer, "data");
  AnteThreadPage *page = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (data == NULL || !has_any_thread (data))
    return bad_answer (error, "list of threads");

  page = ante_thread_page_new ();
  for (guint i = 0; i < ante_json_length (data); i++) {
    g_autoptr (AnteThread) thread = decode_row (ante_json_item (data, i), hints);

    if (thread != NULL && g_hash_table_add (seen, thread->id))
      g_ptr_array_add (page->threads, g_steal_pointer (&thread));
  }
  page->after = dup_after (answer);
  return page;
}

AnteThread *
ante_decode_thread (JsonObject *answer, const AnteDecodeHints *hints, GError **error)
{
  AnteThread *thread = NULL;

  if (ante_json_list (answer, "messages") == NULL && ante_json_string (answer, "id") == NULL)
    return bad_answer (error, "thread");

  thread = decode_row (answer, hints);
  return thread != NULL ? thread : bad_answer (error, "thread that can be told");
}

/* The list of conversations with one person: %ANTE_INSTAGRAM_ERROR_GONE when it is empty. */
AnteThread *
ante_decode_person_thread (JsonObject *answer, const AnteDecodeHints *hints, GError **error)
{
  JsonArray *data = ante_json_list (answer, "data");
  AnteThread *thread = NULL;

  if (data == NULL)
    return bad_answer (error, "list of threads");
  if (ante_json_length (data) == 0) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_GONE,
                         "there is no thread with this person");
    return NULL;
  }

  thread = decode_row (ante_json_item (data, 0), hints);
  return thread != NULL ? thread : bad_answer (error, "thread that can be told");
}

/**
 * ante_decode_message_ids:
 * @after: (out): cursor of the next page, %NULL after the last
 *
 * Returns: (transfer full) (element-type AnteMessage): with id and time alone
 */
GPtrArray *
ante_decode_message_ids (JsonObject *answer, char **after, GError **error)
{
  JsonArray *data = ante_json_list (answer, "data");
  GPtrArray *messages = NULL;

  if (data == NULL)
    return bad_answer (error, "list of messages");

  messages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ante_json_length (data); i++) {
    JsonObject *object = ante_json_item (data, i);
    g_autofree char *mid = ante_json_dup_id (object, "id");

    if (mid != NULL) {
      AnteMessage *message = ante_message_new ();

      message->mid = g_steal_pointer (&mid);
      message->at = ante_json_time (object, "created_time");
      g_ptr_array_add (messages, message);
    }
  }
  *after = dup_after (answer);
  return messages;
}

char *
ante_decode_uploaded (JsonObject *answer, GError **error)
{
  char *id = ante_json_dup_id (answer, "attachment_id");

  if (id == NULL)
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                         "an answer to an upload holds no attachment id");
  return id;
}

/* The id of what was sent; without it, it is not known whether it was. */
char *
ante_decode_sent (JsonObject *answer, GError **error)
{
  char *mid = ante_json_dup_id (answer, "message_id");

  if (mid == NULL)
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME,
                         "an answer to a send holds no message id");
  return mid;
}
