#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "engine/ante-booking-commands.h"
#include "model/ante-party.h"
#include "sandbox/sandbox-json.h"
#include "store/ante-store-bookings.h"
#include "store/ante-store-leads.h"

/* Calls that were booked, and what came of them. */

#define BOOKINGS_USAGE "bookings [HANDLE] [--past] [--asked]"
#define BOOK_USAGE "book HANDLE WHEN [--minutes N] [--title T] [--place P]"
#define BOOKING_USAGE                                                                              \
  "booking ID [held|no-show|cancelled|booked | lead HANDLE | nobody | at WHEN [--minutes N]]"
#define CALL_USAGE                                                                                 \
  "call ID won|lost|follow-up|not-a-fit|no-show|open [--why W] [--amount 1200.00 --currency EUR] " \
  "[--notes N] [--grade useful|partly|useless] [--weak-fit] [--client] [--again WHEN --for W]"

#define USUAL_MINUTES 30
#define MINUTE_MS 60000
#define MOST_WHOLE_AMOUNT 999999999

/* --- what is told ---------------------------------------------------------------------------- */

/* (transfer full): of those that a booking may be of, who are still there. */
static JsonArray *
list_candidates (Ctl *ctl, const AnteBooking *booking)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_auto (GStrv) words = g_strsplit (booking->candidates, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  JsonArray *array = json_array_new ();

  if (!ante_booking_is_doubtful (booking))
    return array;
  for (guint i = 0; words[i] != NULL; i++) {
    gint64 id = g_ascii_strtoll (words[i], NULL, 10);

    g_array_append_val (ids, id);
  }
  CTL_CALL (result, ante_store_get_leads_async, store, (const gint64 *) ids->data, ids->len, NULL);
  leads = ante_store_get_leads_finish (store, result, NULL);
  for (guint i = 0; leads != NULL && i < leads->len; i++)
    json_array_add_string_element (array, ((AnteLead *) leads->pdata[i])->handle);
  return array;
}

static void
set_call (JsonObject *object, const AnteCallRecord *call)
{
  g_autofree char *amount = call != NULL && call->amount > 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", call->amount / 100,
                                                 (int) (call->amount % 100))
                              : NULL;
  const char *outcome = call != NULL ? ante_call_outcome_to_nick (call->outcome) : "";
  const char *grade = call != NULL ? ante_call_grade_to_nick (call->grade) : "";

  ctl_set_text (object, "outcome", *outcome != '\0' ? outcome : NULL);
  ctl_set_text (object, "why", call != NULL && *call->decision != '\0' ? call->decision : NULL);
  ctl_set_text (object, "amount", amount);
  ctl_set_text (object, "currency", amount != NULL ? call->currency : NULL);
  ctl_set_text (object, "notes", call != NULL && *call->notes != '\0' ? call->notes : NULL);
  ctl_set_text (object, "grade", *grade != '\0' ? grade : NULL);
  json_object_set_boolean_member (object, "weak_fit", call != NULL && call->weak_fit);
  ctl_set_time (object, "told_at", call != NULL ? call->at : 0);
  ctl_set_text (object, "told_by", call != NULL ? call->party : NULL);
}

static JsonObject *
tell_booking (Ctl *ctl, const AnteBooking *booking)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "booking_id", booking->id);
  ctl_set_time (object, "start", booking->start_at);
  ctl_set_time (object, "end", booking->end_at);
  ctl_set_text (object, "zone", booking->zone);
  json_object_set_boolean_member (object, "all_day", booking->all_day);
  ctl_set_text (object, "title", booking->title);
  ctl_set_text (object, "place", booking->place);
  ctl_set_text (object, "state", ante_booking_state_to_nick (booking->state));
  ctl_set_text (object, "handle", booking->lead_handle);
  ctl_set_text (object, "by", *booking->matched_by != '\0' ? booking->matched_by : NULL);
  json_object_set_boolean_member (object, "asked", ante_booking_is_doubtful (booking));
  json_object_set_array_member (object, "candidates", list_candidates (ctl, booking));
  ctl_set_text (object, "who_name", booking->who_name);
  ctl_set_text (object, "who_email", booking->who_email);
  ctl_set_text (object, "answers", booking->answers);
  json_object_set_int_member (object, "moved", booking->n_moved);
  ctl_set_time (object, "moved_from", booking->moved_from);
  json_object_set_int_member (object, "calendar_id", booking->calendar_id);
  set_call (object, booking->call);
  return object;
}

static JsonNode *
tell_bookings (Ctl *ctl, const AnteBookingQuestion *question, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_bookings_async, store, question, NULL);
  if ((found = ante_store_list_bookings_finish (store, result, error)) == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (array, tell_booking (ctl, found->pdata[i]));
  return ctl_array (array);
}

JsonNode *
ctl_bookings (Ctl *ctl, GPtrArray *args, GError **error)
{
  gint64 now = ante_workspace_now (ctl->workspace);
  AnteBookingQuestion question = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  gboolean past = ctl_take_flag (args, "--past");

  question.asked = ctl_take_flag (args, "--asked");
  question.newest_first = past;
  if (past)
    question.to = now;
  else if (!question.asked)
    question.from = now;
  if (!ctl_check_args (args, 0, 1, BOOKINGS_USAGE, error) ||
      (args->len == 1 && (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL))
    return NULL;
  question.lead_id = lead != NULL ? lead->id : 0;
  return tell_bookings (ctl, &question, error);
}

static AnteBooking *
find_booking (Ctl *ctl, const char *text, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  AnteBooking *booking = NULL;
  gint64 id = 0;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no booking; say its number, which \"bookings\" tells", text);
    return NULL;
  }
  CTL_CALL (result, ante_store_get_booking_async, store, id, NULL);
  booking = ante_store_get_booking_finish (store, result, &cause);
  if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "there is no booking %s", text);
  else if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return booking;
}

/* As it is after an act, with the number of that. */
static JsonNode *
tell_act (Ctl *ctl, GAsyncResult *result, const char *id, GError **error)
{
  GError *act_error = NULL;
  gint64 act = ante_command_finish (ctl->workspace, result, &act_error);
  g_autoptr (AnteBooking) booking = NULL;
  JsonObject *object = NULL;

  if (act_error != NULL) {
    g_propagate_error (error, act_error);
    return NULL;
  }
  if ((booking = find_booking (ctl, id, error)) == NULL)
    return NULL;
  object = tell_booking (ctl, booking);
  json_object_set_int_member (object, "act", act);
  return ctl_object (object);
}

/* --- what is done ---------------------------------------------------------------------------- */

static gint64
read_when (Ctl *ctl, const char *text, GError **error)
{
  gint64 when = ctl_parse_when (text, ante_workspace_now (ctl->workspace));

  if (when == 0)
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no time; say for instance \"fri 4pm\" or 2026-12-01T16:00", text);
  return when;
}

/* @usual: without a word about it, ms. */
static gint64
read_length (const char *text, gint64 usual, GError **error)
{
  guint64 minutes = 0;

  if (text == NULL)
    return usual;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 24 * 60, &minutes, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "--minutes is a number from 1 to 1440");
    return 0;
  }
  return (gint64) minutes * MINUTE_MS;
}

JsonNode *
ctl_book (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *minutes = ctl_take_option (args, "--minutes");
  g_autofree char *title = ctl_take_option (args, "--title");
  g_autofree char *place = ctl_take_option (args, "--place");
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteBooking) booking = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 start = 0;
  gint64 length = 0;

  if (!ctl_check_args (args, 2, 2, BOOK_USAGE, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL ||
      (start = read_when (ctl, ctl_arg (args, 1), error)) == 0 ||
      (length = read_length (minutes, USUAL_MINUTES * MINUTE_MS, error)) == 0)
    return NULL;
  booking = ante_booking_new (start, start + length, title != NULL ? title : "Call");
  booking->place = g_strdup (place);
  CTL_CALL (result, ante_command_book_async, ctl->workspace, lead->id, booking);
  return ctl_tell_act (ctl, result, lead->id, error);
}

static JsonNode *
give (Ctl *ctl, const AnteBooking *booking, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (g_str_equal (ctl_arg (args, 1), "lead") &&
      (lead = ctl_find_lead (ctl, ctl_arg (args, 2), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_give_booking_async, ctl->workspace, booking,
            lead != NULL ? lead->id : 0);
  return tell_act (ctl, result, ctl_arg (args, 0), error);
}

static JsonNode *
move (Ctl *ctl, const AnteBooking *booking, GPtrArray *args, const char *minutes, GError **error)
{
  gint64 start = read_when (ctl, ctl_arg (args, 2), error);
  gint64 length = 0;
  g_autoptr (GAsyncResult) result = NULL;

  if (start == 0 ||
      (length = read_length (minutes, booking->end_at - booking->start_at, error)) == 0)
    return NULL;
  CTL_CALL (result, ante_command_move_booking_async, ctl->workspace, booking, start,
            start + length);
  return tell_act (ctl, result, ctl_arg (args, 0), error);
}

JsonNode *
ctl_booking (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *minutes = ctl_take_option (args, "--minutes");
  const char *what = ctl_arg (args, 1);
  AnteBookingState state = ANTE_BOOKING_STATE_BOOKED;
  g_autoptr (AnteBooking) booking = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gboolean takes_one = what != NULL && (g_str_equal (what, "lead") || g_str_equal (what, "at"));

  if (!ctl_check_args (args, takes_one ? 3 : 1, takes_one ? 3 : 2, BOOKING_USAGE, error) ||
      (booking = find_booking (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  if (what == NULL)
    return ctl_object (tell_booking (ctl, booking));
  if (g_str_equal (what, "lead") || g_str_equal (what, "nobody"))
    return give (ctl, booking, args, error);
  if (g_str_equal (what, "at"))
    return move (ctl, booking, args, minutes, error);
  if (!ante_booking_state_from_nick (what, &state)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is nothing that a booking can be; usage: %s", what, BOOKING_USAGE);
    return NULL;
  }
  CTL_CALL (result, ante_command_set_booking_state_async, ctl->workspace, booking, state);
  return tell_act (ctl, result, ctl_arg (args, 0), error);
}

/* --- what came of it ------------------------------------------------------------------------- */

/* "1200", "1200.5" or "1200.00". */
static gboolean
read_amount (const char *text, gint64 *amount, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 3);
  guint64 whole = 0;
  guint64 cents = 0;
  gsize n_cents = parts[0] != NULL && parts[1] != NULL ? strlen (parts[1]) : 0;

  if (!g_ascii_string_to_unsigned (parts[0] != NULL ? parts[0] : "", 10, 0, MOST_WHOLE_AMOUNT,
                                   &whole, NULL) ||
      n_cents > 2 || g_strv_length (parts) > 2 ||
      (n_cents > 0 && !g_ascii_string_to_unsigned (parts[1], 10, 0, 99, &cents, NULL))) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s is no amount; write it as 1200.00", text);
    return FALSE;
  }
  *amount = (gint64) (whole * 100 + (n_cents == 1 ? cents * 10 : cents));
  return TRUE;
}

typedef struct {
  char *why;
  char *amount;
  char *currency;
  char *notes;
  char *grade;
  char *again;
  char *reason;
  gboolean weak_fit;
  gboolean client;
} CallWords;

static void
call_words_clear (CallWords *words)
{
  g_free (words->why);
  g_free (words->amount);
  g_free (words->currency);
  g_free (words->notes);
  g_free (words->grade);
  g_free (words->again);
  g_free (words->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallWords, call_words_clear)

static void
take_words (CallWords *words, GPtrArray *args)
{
  words->why = ctl_take_option (args, "--why");
  words->amount = ctl_take_option (args, "--amount");
  words->currency = ctl_take_option (args, "--currency");
  words->notes = ctl_take_option (args, "--notes");
  words->grade = ctl_take_option (args, "--grade");
  words->again = ctl_take_option (args, "--again");
  words->reason = ctl_take_option (args, "--for");
  words->weak_fit = ctl_take_flag (args, "--weak-fit");
  words->client = ctl_take_flag (args, "--client");
}

/* (transfer full): NULL with @error. */
static AnteCallRecord *
read_call (const CallWords *words, const char *outcome, gint64 booking, GError **error)
{
  g_autoptr (AnteCallRecord) call = ante_call_record_new (booking);

  if (!ante_call_outcome_from_nick (g_str_equal (outcome, "open") ? "" : outcome, &call->outcome)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s comes of no call; usage: %s", outcome,
                 CALL_USAGE);
    return NULL;
  }
  if (words->grade != NULL && !ante_call_grade_from_nick (words->grade, &call->grade)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "a handoff was useful, partly or useless");
    return NULL;
  }
  if (words->amount != NULL && !read_amount (words->amount, &call->amount, error))
    return NULL;
  if (words->why != NULL) {
    g_free (call->decision);
    call->decision = g_strdup (words->why);
  }
  if (words->notes != NULL) {
    g_free (call->notes);
    call->notes = g_strdup (words->notes);
  }
  call->currency = words->currency != NULL ? g_ascii_strup (words->currency, -1) : NULL;
  call->weak_fit = words->weak_fit;
  return g_steal_pointer (&call);
}

static gboolean
read_again (Ctl *ctl, const CallWords *words, AnteFollowUp **follow_up, GError **error)
{
  gint64 due = 0;

  *follow_up = NULL;
  if (words->again == NULL)
    return TRUE;
  if (words->reason == NULL) {
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "a follow-up needs a reason; say it with --for");
    return FALSE;
  }
  if ((due = read_when (ctl, words->again, error)) == 0)
    return FALSE;
  *follow_up = ante_follow_up_new (words->reason, due, ANTE_PARTY_COACH);
  return TRUE;
}

JsonNode *
ctl_call (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_auto (CallWords) words = { 0 };
  g_autoptr (AnteBooking) booking = NULL;
  g_autoptr (AnteCallRecord) call = NULL;
  g_autoptr (AnteFollowUp) follow_up = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  AnteCallNext next = { 0 };

  take_words (&words, args);
  if (!ctl_check_args (args, 2, 2, CALL_USAGE, error) ||
      (booking = find_booking (ctl, ctl_arg (args, 0), error)) == NULL ||
      (call = read_call (&words, ctl_arg (args, 1), booking->id, error)) == NULL ||
      !read_again (ctl, &words, &follow_up, error))
    return NULL;
  next.as_client = words.client;
  next.follow_up = follow_up;
  CTL_CALL (result, ante_command_record_call_async, ctl->workspace, booking, call, &next);
  return tell_act (ctl, result, ctl_arg (args, 0), error);
}

/* --- for people ------------------------------------------------------------------------------ */

void
ctl_print_booking (JsonNode *node)
{
  static const char *const names[] = { "start",  "end",      "title",     "place",      "state",
                                       "handle", "who_name", "who_email", "moved_from", "outcome",
                                       "why",    "amount",   "currency",  "grade",      "notes" };
  JsonObject *object = json_node_get_object (node);

  printf ("%-12s %d\n", "booking", (int) json_object_get_int_member (object, "booking_id"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *text = sandbox_json_string (object, names[i]);

    if (text != NULL && *text != '\0')
      printf ("%-12s %s\n", names[i], text);
  }
}
