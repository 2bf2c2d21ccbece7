#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-history.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "model/ante-stage.h"
#include "rules/ante-text.h"
#include "store/ante-store-changes.h"

static const char *
field_words (const char *field)
{
  static const struct {
    const char *field;
    const char *words;
  } words[] = {
    { "stage", N_ ("Stage") },
    { "owner", N_ ("Owner") },
    { "next-action", N_ ("Next step") },
    { ANTE_FIELD_TOUCH, N_ ("Source") },
    { "sent", N_ ("Answer sent") },
    { "owes-reply", N_ ("Reply owed") },
    { "not-a-lead", N_ ("Not a lead") },
    { "client", N_ ("Client") },
    { "no-automation", N_ ("Automation") },
    { ANTE_FIELD_NEVER_AI, N_ ("Never sent to AI") },
    { ANTE_FIELD_FACT, N_ ("Known") },
    { ANTE_FIELD_NOTE, N_ ("Note") },
    { ANTE_FIELD_FOLLOW_UP, N_ ("Follow-up") },
    { ANTE_FIELD_HANDOFF, N_ ("Handoff") },
    { ANTE_FIELD_BOOKING, N_ ("Call") },
    { ANTE_FIELD_BOOKING_TIME, N_ ("Call") },
    { ANTE_FIELD_BOOKING_LEAD, N_ ("Call") },
    { ANTE_FIELD_BOOKING_STATE, N_ ("Call") },
    { ANTE_FIELD_CALL, N_ ("Call") },
    { ANTE_FIELD_FACT_STATE, N_ ("Known") },
    { ANTE_FIELD_HANDLED, N_ ("Objection") },
    { ANTE_FIELD_ANYWAY, N_ ("Moved anyway") },
    { ANTE_FIELD_MERGE, N_ ("Merged with another person") },
    { "labels", N_ ("Labels") },
    { "snoozed-until", N_ ("Snoozed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (words[i].field, field))
      return _ (words[i].words);
  }
  return NULL;
}

static const char *
stage_name (const AnteHistory *history, const char *key)
{
  GPtrArray *stages = history->stages;
  AnteStage *stage = key != NULL ? ante_stage_find_key (stages, key) : NULL;

  return stage != NULL ? stage->name : key;
}

/* "KIND: WORDS", as the store tells it. */
static char *
describe_fact (const AnteEvent *event)
{
  const char *told = event->to != NULL ? event->to : event->from;
  g_auto (GStrv) parts = g_strsplit (told != NULL ? told : "", ": ", 2);

  if (parts[0] == NULL || parts[1] == NULL)
    return g_strdup (_ ("Known"));
  return g_strdup_printf ("%s: %s", ante_fact_words_need (parts[0]), parts[1]);
}

/* "STATE: KIND: WORDS": somebody's yes or no to it. */
static char *
describe_answer (const AnteEvent *event)
{
  g_auto (GStrv) parts = g_strsplit (event->to != NULL ? event->to : "", ": ", 3);

  if (g_strv_length (parts) < 3)
    return g_strdup (_ ("Known"));
  if (g_str_equal (parts[0], "confirmed"))
    return g_strdup_printf (_ ("%s is so: %s"), ante_fact_words_need (parts[1]), parts[2]);
  if (g_str_equal (parts[0], "rejected"))
    return g_strdup_printf (_ ("%s is not so: %s"), ante_fact_words_need (parts[1]), parts[2]);
  return g_strdup_printf ("%s: %s", ante_fact_words_need (parts[1]), parts[2]);
}

static char *
describe_lacking (const AnteEvent *event)
{
  const char *told = event->to != NULL ? event->to : event->from;
  g_auto (GStrv) words = g_strsplit (told != NULL ? told : "", " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  if (words[0] == NULL)
    return g_strdup (_ ("Moved anyway"));
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ante_fact_words_need (words[i]));
  /* Translators: a lead was moved without what its new stage asks for. */
  return g_strdup_printf (_ ("Moved anyway, without: %s"), names->str);
}

/* A touch is told of by its number; one that was taken back is not known any more. */
static char *
describe_touch (const AnteHistory *history, const AnteEvent *event)
{
  gint64 id = event->to != NULL ? g_ascii_strtoll (event->to, NULL, 10) : 0;

  for (guint i = 0; history->touches != NULL && i < history->touches->len; i++) {
    const AnteTouch *touch = history->touches->pdata[i];

    if (touch->id == id) {
      g_autofree char *source = ante_words_touch (touch->kind, touch->detail);

      return g_strdup_printf (_ ("Source: %s"), source);
    }
  }
  return g_strdup (field_words (event->field));
}

static char *
describe_move (const AnteHistory *history, const AnteEvent *event)
{
  g_autofree char *move =
    g_strdup_printf ("%s: %s → %s", field_words (event->field), stage_name (history, event->from),
                     stage_name (history, event->to));

  return event->why != NULL ? g_strdup_printf ("%s (%s)", move, event->why)
                            : g_steal_pointer (&move);
}

static char *
describe_snooze (const AnteHistory *history, const AnteEvent *event)
{
  gint64 until = event->to != NULL ? g_ascii_strtoll (event->to, NULL, 10) : 0;

  if (until > 0)
    return ante_words_snooze (until, history->now);
  if (g_strcmp0 (event->why, ANTE_WHY_WROTE) == 0)
    return g_strdup (_ ("Awake again: they wrote"));
  if (g_strcmp0 (event->actor, ANTE_PARTY_SYSTEM) == 0)
    return g_strdup (_ ("Awake again: the time had come"));
  return g_strdup (_ ("Awake again"));
}

/* What came and what went, each with its sign. */
static void
list_difference (GString *words, char **from, char **to, const char *sign)
{
  for (guint i = 0; from[i] != NULL; i++) {
    g_autofree char *name = ante_text_isolate (from[i]);

    if (!g_strv_contains ((const char *const *) to, from[i]) && *from[i] != '\0')
      g_string_append_printf (words, " %s%s", sign, name);
  }
}

static char *
describe_labels (const AnteEvent *event)
{
  g_auto (GStrv) from = g_strsplit (event->from != NULL ? event->from : "", "\n", -1);
  g_auto (GStrv) to = g_strsplit (event->to != NULL ? event->to : "", "\n", -1);
  GString *words = g_string_new (_ ("Labels:"));

  list_difference (words, to, from, "+");
  list_difference (words, from, to, "−");
  return g_string_free (words, FALSE);
}

/* What became of it stands in the list of follow-ups. */
static char *
describe_follow_up (const AnteEvent *event)
{
  if (event->to == NULL)
    return g_strdup (_ ("Follow-up taken back"));
  if (event->from == NULL)
    return g_strdup (g_strcmp0 (event->why, ANTE_WHY_SEQUENCE) == 0
                       ? _ ("Follow-up planned, as the playbook says")
                       : _ ("Follow-up planned"));
  if (g_strcmp0 (event->why, ANTE_WHY_WROTE) == 0)
    return g_strdup (_ ("Follow-up ended: they wrote"));
  return g_strdup (g_strcmp0 (event->actor, ANTE_PARTY_SYSTEM) == 0 ? _ ("Followed up")
                                                                    : _ ("Follow-up changed"));
}

static char *
describe_handoff (const AnteEvent *event)
{
  if (event->to == NULL)
    return g_strdup (_ ("Handoff taken back"));
  if (event->from == NULL)
    return g_strdup (_ ("Handed over"));
  if (g_strcmp0 (event->why, ANTE_WHY_BREACHED) == 0)
    return g_strdup (_ ("Handoff broken: nobody acted in time"));
  return g_strdup (g_strcmp0 (event->actor, ANTE_PARTY_SYSTEM) == 0 ? _ ("Handoff met")
                                                                    : _ ("Handoff ended"));
}

/* "ID:STATE" */
static char *
describe_call_state (const char *told)
{
  const char *nick = told != NULL ? strchr (told, ':') : NULL;
  AnteBookingState state = ANTE_BOOKING_STATE_BOOKED;

  if (nick != NULL)
    ante_booking_state_from_nick (nick + 1, &state);
  switch (state) {
  case ANTE_BOOKING_STATE_CANCELLED:
    return g_strdup (_ ("Call cancelled"));
  case ANTE_BOOKING_STATE_HELD:
    return g_strdup (_ ("Call held"));
  case ANTE_BOOKING_STATE_NO_SHOW:
    return g_strdup (_ ("They did not come to the call"));
  case ANTE_BOOKING_STATE_BOOKED:
  default:
    return g_strdup (_ ("Call is to be held"));
  }
}

static gboolean
is_of_a_call (const char *field)
{
  static const char *const fields[] = { ANTE_FIELD_BOOKING,      ANTE_FIELD_BOOKING_TIME,
                                        ANTE_FIELD_BOOKING_LEAD, ANTE_FIELD_BOOKING_STATE,
                                        ANTE_FIELD_CALL,         NULL };

  return g_strv_contains (fields, field);
}

/* What the store tells of calls stands in ante-store-changes.h. */
static char *
describe_call (const AnteEvent *event)
{
  g_auto (GStrv) parts = g_strsplit (event->to != NULL ? event->to : "", ":", 4);
  gint64 number = g_strv_length (parts) > 1 ? g_ascii_strtoll (parts[1], NULL, 10) : 0;
  g_autofree char *when = NULL;

  if (g_str_equal (event->field, ANTE_FIELD_BOOKING_STATE))
    return describe_call_state (event->to);
  if (g_str_equal (event->field, ANTE_FIELD_CALL))
    return g_strdup (event->to != NULL ? _ ("Told what came of the call")
                                       : _ ("What came of the call taken back"));
  if (g_str_equal (event->field, ANTE_FIELD_BOOKING))
    return g_strdup (event->to != NULL ? _ ("Call booked") : _ ("Call taken back"));
  if (g_str_equal (event->field, ANTE_FIELD_BOOKING_LEAD))
    return g_strdup (number != event->lead_id                           ? _ ("Call is not theirs")
                     : g_strcmp0 (event->actor, ANTE_PARTY_SYSTEM) == 0 ? _ ("Call booked")
                                                                        : _ ("Call is theirs"));
  when = ante_words_moment (number, event->at);
  /* Translators: a day and a time. */
  return g_strdup_printf (_ ("Call moved to %s"), when);
}

/* By name, as the store tells it. */
static char *
describe_merge (const AnteEvent *event)
{
  g_autofree char *name = ante_text_isolate (event->to != NULL ? event->to : event->from);

  return g_strdup_printf (event->to != NULL ? _ ("Merged with %s") : _ ("Not merged with %s"),
                          name);
}

char *
ante_history_describe (const AnteHistory *history, const AnteEvent *event)
{
  const char *words = field_words (event->field);

  if (words == NULL)
    return NULL;
  if (g_str_equal (event->field, "stage"))
    return describe_move (history, event);
  if (g_str_equal (event->field, ANTE_FIELD_TOUCH))
    return describe_touch (history, event);
  if (g_str_equal (event->field, ANTE_FIELD_FACT))
    return describe_fact (event);
  if (g_str_equal (event->field, ANTE_FIELD_FACT_STATE))
    return describe_answer (event);
  if (g_str_equal (event->field, ANTE_FIELD_FOLLOW_UP))
    return describe_follow_up (event);
  if (g_str_equal (event->field, ANTE_FIELD_HANDOFF))
    return describe_handoff (event);
  if (is_of_a_call (event->field))
    return describe_call (event);
  if (g_str_equal (event->field, ANTE_FIELD_HANDLED))
    return g_strdup (g_str_has_suffix (event->to != NULL ? event->to : "", ":0")
                       ? _ ("Objection stands open again")
                       : _ ("Objection answered"));
  if (g_str_equal (event->field, ANTE_FIELD_ANYWAY))
    return describe_lacking (event);
  if (g_str_equal (event->field, "owner")) {
    g_autofree char *from = ante_words_party (event->from);
    g_autofree char *to = ante_words_party (event->to);

    return g_strdup_printf ("%s: %s → %s", words, from, to);
  }
  if (g_str_equal (event->field, "snoozed-until"))
    return describe_snooze (history, event);
  if (g_str_equal (event->field, ANTE_FIELD_MERGE))
    return describe_merge (event);
  if (g_str_equal (event->field, "labels"))
    return describe_labels (event);
  /* Their own history says it from the other side. */
  if (g_str_equal (event->field, "not-a-lead") &&
      (g_strcmp0 (event->to, ANTE_NOT_A_LEAD_MERGED) == 0 ||
       g_strcmp0 (event->from, ANTE_NOT_A_LEAD_MERGED) == 0))
    return NULL;
  if (g_str_equal (event->field, "not-a-lead"))
    return event->to != NULL ? g_strdup_printf ("%s: %s", words, ante_words_not_a_lead (event->to))
                             : g_strdup (_ ("Is a lead after all"));
  if (g_str_equal (event->field, ANTE_FIELD_NEVER_AI))
    return g_strdup (g_strcmp0 (event->to, "1") == 0 ? _ ("Never sent to AI")
                                                     : _ ("May be sent to AI again"));
  if (g_str_equal (event->field, "owes-reply") && g_strcmp0 (event->to, "0") == 0)
    return g_strdup (_ ("No reply needed"));
  if (g_str_equal (event->field, "next-action") && event->to != NULL)
    return g_strdup_printf ("%s: %s", words, event->to);
  /* No message is known to be it: its words stand here alone. */
  if (g_str_equal (event->field, "sent") && event->why != NULL)
    return g_strdup_printf ("%s: %s", words, event->why);
  return g_strdup (words);
}
