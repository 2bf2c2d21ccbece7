#include "config.h"

#include "test-plan.h"

#include "rules/brief/ante-brief.h"
#include "rules/memory/ante-memory.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* 2026-11-20 09:00 UTC */
#define NOW G_GINT64_CONSTANT (1795165200000)
#define DAY G_GINT64_CONSTANT (86400000)
#define HOUR G_GINT64_CONSTANT (3600000)

typedef struct {
  AnteLead *lead;
  GPtrArray *stages;
  GPtrArray *messages;
  GPtrArray *facts;
  GPtrArray *touches;
  GPtrArray *events;
  GTimeZone *zone;
  AnteBriefInput input;
  AnteBrief *brief;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lead = ante_lead_new ();
  fixture->lead->id = 7;
  fixture->lead->handle = g_strdup ("bea.ferreira");
  fixture->lead->name = g_strdup ("Beatriz Ferreira");
  fixture->lead->owner = g_strdup ("coach");
  fixture->stages = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->messages = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);
  fixture->touches = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_touch_free);
  fixture->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_event_free);
  fixture->zone = g_time_zone_new_utc ();
  fixture->input = (AnteBriefInput){ .lead = fixture->lead,
                                     .stages = fixture->stages,
                                     .messages = fixture->messages,
                                     .facts = fixture->facts,
                                     .touches = fixture->touches,
                                     .events = fixture->events,
                                     .now = NOW,
                                     .zone = fixture->zone };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->brief, ante_brief_free);
  g_object_unref (fixture->lead);
  g_ptr_array_unref (fixture->stages);
  g_ptr_array_unref (fixture->messages);
  g_ptr_array_unref (fixture->facts);
  g_ptr_array_unref (fixture->touches);
  g_ptr_array_unref (fixture->events);
  g_time_zone_unref (fixture->zone);
}

/* "< …" is the lead's, "> …" is ours; a day lies between one and the next. */
static AnteMessage *
say (Fixture *fixture, const char *text)
{
  AnteMessage *message = ante_message_new ();

  message->id = fixture->messages->len + 1;
  message->lead_id = fixture->lead->id;
  message->mid = g_strdup_printf ("m%u", fixture->messages->len + 1);
  message->at = NOW - 30 * DAY + fixture->messages->len * DAY;
  message->author = g_strdup (*text == '<' ? "lead" : "coach");
  message->text = g_strdup (text + 2);
  g_ptr_array_add (fixture->messages, message);
  return message;
}

/* Proved by the message where its words stand; typed by the coach where there is none. */
static AnteFact *
know (Fixture *fixture, AnteFactKind kind, const char *type, const char *text)
{
  AnteFact *fact = ante_fact_new ();

  fact->id = fixture->facts->len + 1;
  fact->kind = kind;
  fact->type = g_strdup (type);
  fact->text = g_strdup (text);
  fact->state = ANTE_FACT_CONFIRMED;
  fact->at = NOW - DAY;
  for (guint i = 0; i < fixture->messages->len; i++) {
    AnteMessage *message = fixture->messages->pdata[i];
    const char *at = strstr (message->text, text);

    if (at == NULL || fact->message_id != 0)
      continue;
    fact->message_id = message->id;
    fact->mid = g_strdup (message->mid);
    fact->said_at = message->at;
    fact->span_start = (guint) g_utf8_pointer_to_offset (message->text, at);
    fact->span_end = fact->span_start + (guint) g_utf8_strlen (text, -1);
  }
  fact->origin = fact->message_id != 0 ? ANTE_FACT_BY_RULE : ANTE_FACT_BY_PERSON;
  fact->party = g_strdup ("coach");
  g_ptr_array_add (fixture->facts, fact);
  return fact;
}

static const AnteBrief *
compose (Fixture *fixture)
{
  g_clear_pointer (&fixture->brief, ante_brief_free);
  fixture->brief = ante_brief_compose (&fixture->input);
  return fixture->brief;
}

/* The first of that section, and of that label unless it is NULL. */
static const AnteBriefLine *
find (const AnteBrief *brief, AnteBriefPart part, const char *label)
{
  for (guint i = 0; i < brief->lines->len; i++) {
    const AnteBriefLine *line = brief->lines->pdata[i];

    if (line->part == part && (label == NULL || g_strcmp0 (line->label, label) == 0))
      return line;
  }
  return NULL;
}

static const char *
text_of (const AnteBrief *brief, AnteBriefPart part, const char *label)
{
  const AnteBriefLine *line = find (brief, part, label);

  return line != NULL ? line->text : NULL;
}

/* All that is printed. */
static char *
print (const AnteBrief *brief)
{
  GString *text = g_string_new (brief->name);

  g_string_append_printf (text, "\n%s\n%s\n%s\n", brief->handle != NULL ? brief->handle : "",
                          brief->call != NULL ? brief->call : "",
                          brief->call_link != NULL ? brief->call_link : "");
  for (guint i = 0; i < brief->lines->len; i++) {
    const AnteBriefLine *line = brief->lines->pdata[i];
    const char *mark = ante_brief_line_get_mark (line);

    if (ante_brief_line_is_shown (line, brief->shown))
      g_string_append_printf (text, "%s: %s %s\n", line->label, line->text,
                              mark != NULL ? mark : "");
  }
  return g_string_free (text, FALSE);
}

static void
assert_in_order (const AnteBrief *brief)
{
  AnteBriefPart part = ANTE_BRIEF_WHY;
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < brief->lines->len; i++) {
    const AnteBriefLine *line = brief->lines->pdata[i];

    g_assert_cmpint (line->part, >=, part);
    part = line->part;
    g_assert_cmpuint (line->rank, >=, 1);
    g_assert_cmpuint (line->rank, <=, brief->lines->len);
    g_assert_true (g_hash_table_add (ranks, GUINT_TO_POINTER (line->rank)));
    g_assert_true (g_utf8_validate (line->text, -1, NULL));
    g_assert_null (strchr (line->text, '\n'));
  }
}

/* --- what it says --------------------------------------------------------------------------- */

static void
fill (Fixture *fixture)
{
  say (fixture, "< I want to sleep again before the baby comes. That is all I want.");
  say (fixture, "> Tell me more!");
  say (fixture, "< I answer mails until two at night");
  say (fixture, "> It is 900 € for eight weeks. Here: https://vera.example/call");
  say (fixture, "< that is a lot of money for me");
  say (fixture, "> I will keep a place for you until Friday");
  know (fixture, ANTE_FACT_GOAL, NULL, "sleep again before the baby comes");
  know (fixture, ANTE_FACT_PROBLEM, NULL, "I answer mails until two at night");
  know (fixture, ANTE_FACT_BOTTLENECK, NULL, "Cannot say no to her boss");
  know (fixture, ANTE_FACT_FIT, "time", "Two evenings a week");
  know (fixture, ANTE_FACT_OFFER, NULL, "the eight weeks");
  know (fixture, ANTE_FACT_TIMELINE, NULL, "before February");
  know (fixture, ANTE_FACT_OBJECTION, "price", "that is a lot of money for me");
  know (fixture, ANTE_FACT_ALREADY_KNOWS, "price", "It is 900 € for eight weeks.");
  know (fixture, ANTE_FACT_ALREADY_KNOWS, "link", "https://vera.example/call");
  know (fixture, ANTE_FACT_ALREADY_KNOWS, "promise", "I will keep a place for you until Friday");
}

static void
test_line_one_is_a_quote_with_its_date (Fixture *fixture, gconstpointer data)
{
  const AnteBriefLine *first = NULL;

  fill (fixture);
  first = compose (fixture)->lines->pdata[0];
  g_assert_cmpint (first->part, ==, ANTE_BRIEF_WHY);
  g_assert_true (first->is_quote);
  g_assert_cmpstr (first->text, ==,
                   "I want to sleep again before the baby comes. That is all I want.");
  g_assert_cmpstr (first->when, ==, "21 Oct");
  g_assert_cmpstr (first->mid, ==, "m1");
  g_assert_cmpint (first->message_id, ==, 1);
  g_assert_cmpuint (first->marks, ==, 0);
  g_assert_cmpstr (ante_brief_get_title (fixture->brief, ANTE_BRIEF_WHY), ==, "Why they wrote");
}

static void
test_sections_stand_in_their_order (Fixture *fixture, gconstpointer data)
{
  const AnteBrief *brief = NULL;

  fill (fixture);
  brief = compose (fixture);
  assert_in_order (brief);
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_WANTS, "Goal"), ==,
                   "sleep again before the baby comes");
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_WANTS, "Problem"), ==,
                   "I answer mails until two at night");
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_WANTS, "Bottleneck"), ==,
                   "Cannot say no to her boss");
  g_assert_false (find (brief, ANTE_BRIEF_WANTS, "Bottleneck")->is_quote);
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_OBJECTIONS, "Open: price"), ==,
                   "that is a lot of money for me");
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_TOLD, "Price"), ==, "It is 900 € for eight weeks.");
  g_assert_false (find (brief, ANTE_BRIEF_TOLD, "Link")->is_quote);
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_TOLD, "Promise"), ==,
                   "I will keep a place for you until Friday");
  g_assert_cmpstr (brief->completeness, ==, "6 of 7, budget missing");
}

static void
test_each_line_says_what_it_rests_on (Fixture *fixture, gconstpointer data)
{
  const AnteBrief *brief = NULL;
  const AnteBriefLine *line = NULL;
  g_autofree char *said = NULL;
  g_autofree char *typed = NULL;

  fill (fixture);
  brief = compose (fixture);
  line = find (brief, ANTE_BRIEF_WANTS, "Problem");
  said = ante_brief_line_dup_source (line);
  g_assert_cmpstr (said, ==, "23 Oct");
  g_assert_cmpstr (line->mid, ==, "m3");
  typed = ante_brief_line_dup_source (find (brief, ANTE_BRIEF_WANTS, "Bottleneck"));
  g_assert_cmpstr (typed, ==, "typed by Coach, 19 Nov");
}

static void
test_an_answered_objection_is_called_so (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  ((AnteFact *) fixture->facts->pdata[6])->handled_at = NOW - HOUR;
  g_assert_nonnull (find (compose (fixture), ANTE_BRIEF_OBJECTIONS, "Answered: price"));
  g_assert_null (find (fixture->brief, ANTE_BRIEF_OBJECTIONS, "Open: price"));
}

static void
test_a_guess_carries_a_mark (Fixture *fixture, gconstpointer data)
{
  AnteFact *goal = NULL;
  AnteFact *problem = NULL;
  g_autofree char *legend = NULL;
  g_autofree char *text = NULL;

  fill (fixture);
  goal = fixture->facts->pdata[0];
  goal->state = ANTE_FACT_SUGGESTED;
  g_clear_pointer (&goal->party, g_free);
  problem = fixture->facts->pdata[1];
  problem->origin = ANTE_FACT_BY_AI;
  g_free (problem->text);
  problem->text = g_strdup ("Works at night");
  compose (fixture);
  g_assert_cmpstr (ante_brief_line_get_mark (find (fixture->brief, ANTE_BRIEF_WANTS, "Goal")), ==,
                   "[?]");
  /* In a model's own words it is no quote, and its mark stays whoever said yes. */
  g_assert_cmpstr (ante_brief_line_get_mark (find (fixture->brief, ANTE_BRIEF_WANTS, "Problem")),
                   ==, "[AI]");
  g_assert_false (find (fixture->brief, ANTE_BRIEF_WANTS, "Problem")->is_quote);
  legend = ante_brief_dup_legend (fixture->brief, fixture->brief->shown);
  g_assert_cmpstr (legend, ==, "[?] not confirmed by anyone yet, [AI] found by AI");
}

static void
test_a_person_s_yes_goes_before_a_newer_guess (Fixture *fixture, gconstpointer data)
{
  AnteFact *guess = NULL;

  fill (fixture);
  say (fixture, "< maybe I just want a holiday, a long one, by the sea, without a telephone");
  guess = know (fixture, ANTE_FACT_GOAL, NULL, "I just want a holiday");
  guess->state = ANTE_FACT_SUGGESTED;
  g_assert_cmpstr (text_of (compose (fixture), ANTE_BRIEF_WANTS, "Goal"), ==,
                   "sleep again before the baby comes");
  g_assert_cmpstr (((AnteBriefLine *) fixture->brief->lines->pdata[0])->mid, ==, "m1");
}

static void
test_words_that_were_taken_back_prove_nothing (Fixture *fixture, gconstpointer data)
{
  AnteFact *goal = NULL;

  fill (fixture);
  goal = fixture->facts->pdata[0];
  goal->is_gone = TRUE;
  ((AnteMessage *) fixture->messages->pdata[0])->unsent = TRUE;
  g_assert_false (find (compose (fixture), ANTE_BRIEF_WANTS, "Goal")->is_quote);
  g_clear_pointer (&goal->party, g_free);
  g_assert_null (find (compose (fixture), ANTE_BRIEF_WANTS, "Goal"));
}

static void
test_nothing_at_all_is_said_to_be_nothing (Fixture *fixture, gconstpointer data)
{
  const AnteBrief *brief = NULL;

  g_clear_pointer (&fixture->lead->name, g_free);
  g_clear_pointer (&fixture->lead->handle, g_free);
  fixture->input = (AnteBriefInput){ .lead = fixture->lead, .now = NOW, .zone = fixture->zone };
  brief = compose (fixture);
  assert_in_order (brief);
  g_assert_cmpstr (brief->name, ==, "A lead without a name");
  g_assert_cmpuint (brief->n_known, ==, 0);
  g_assert_cmpstr (text_of (brief, ANTE_BRIEF_OPENING, "Ask first"), ==,
                   "What would have to be different in three months?");
  g_assert_null (find (brief, ANTE_BRIEF_DATES, NULL));
}

/* --- how to begin --------------------------------------------------------------------------- */

static void
test_the_first_question_asks_for_what_is_missing (Fixture *fixture, gconstpointer data)
{
  const AnteBriefLine *line = NULL;

  fill (fixture);
  g_assert_cmpstr (text_of (compose (fixture), ANTE_BRIEF_OPENING, "Ask first"), ==,
                   "If this is right for you, what could you put into it?");
  know (fixture, ANTE_FACT_BUDGET, NULL, "around 900");
  line = find (compose (fixture), ANTE_BRIEF_OPENING, "Ask first");
  g_assert_nonnull (strstr (line->text, "that is a lot of money for me"));
  g_assert_cmpstr (line->mid, ==, "m5");
  ((AnteFact *) fixture->facts->pdata[6])->handled_at = NOW;
  g_assert_cmpstr (text_of (compose (fixture), ANTE_BRIEF_OPENING, "Ask first"), ==,
                   "What has changed since you wrote?");
}

#define PLAN                                                                                       \
  "\"qualification\": {\"criteria\": [{\"id\": \"goal\", \"rule\": \"has a clear goal\","          \
  " \"question\": \"What would you like to make?\", \"must_have\": true}, {\"id\": \"money\","     \
  " \"rule\": \"can spend 150 or more a month\", \"question\": \"What could you put in a "         \
  "month?\","                                                                                      \
  " \"must_have\": true}], \"disqualifiers\": [{\"id\": \"minor\", \"rule\": \"younger than "      \
  "18\"}]}"

static void
test_the_playbook_is_asked_for_fit_and_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AntePlan) plan = test_plan (PLAN);
  const AnteBriefLine *line = NULL;

  fill (fixture);
  fixture->input.plan = plan;
  line = find (compose (fixture), ANTE_BRIEF_FIT, "Met");
  g_assert_cmpstr (line->text, ==, "has a clear goal");
  g_assert_cmpuint (line->marks, ==, 0);
  g_assert_cmpstr (text_of (fixture->brief, ANTE_BRIEF_FIT, "Unknown"), ==,
                   "can spend 150 or more a month");
  line = find (fixture->brief, ANTE_BRIEF_OPENING, "Ask first");
  g_assert_cmpstr (line->text, ==, "What could you put in a month?");
  g_assert_cmpint (line->source, ==, ANTE_BRIEF_FROM_PLAYBOOK);

  say (fixture, "< I am only 16 by the way");
  line = find (compose (fixture), ANTE_BRIEF_FIT, "Against");
  g_assert_cmpstr (line->text, ==, "younger than 18");
  g_assert_cmpstr (line->mid, ==, "m7");
  g_assert_cmpstr (ante_brief_line_get_mark (line), ==, "[?]");
}

static void
test_what_not_to_say_follows_from_the_objection (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  g_assert_nonnull (
    strstr (text_of (compose (fixture), ANTE_BRIEF_OPENING, "Do not say"), "The price, before"));
  ((AnteFact *) fixture->facts->pdata[6])->handled_at = NOW;
  g_assert_nonnull (strstr (text_of (compose (fixture), ANTE_BRIEF_OPENING, "Do not say"),
                            "The price as if it were new"));
}

/* --- dates and the call --------------------------------------------------------------------- */

static AnteStage *
add_stage (Fixture *fixture, gint64 id, AnteStageRole role, const char *name)
{
  AnteStage *stage = ante_stage_new ();

  stage->id = id;
  stage->role = role;
  stage->key = g_strdup (ante_stage_role_to_nick (role));
  stage->name = g_strdup (name);
  g_ptr_array_add (fixture->stages, stage);
  return stage;
}

static void
move (Fixture *fixture, gint64 at, const char *to)
{
  AnteEvent *event = ante_event_new ();

  event->field = g_strdup ("stage");
  event->to = g_strdup (to);
  event->at = at;
  g_ptr_array_add (fixture->events, event);
}

static void
test_five_dates_tell_the_way_here (Fixture *fixture, gconstpointer data)
{
  AnteBriefCall call = { .start = NOW + DAY,
                         .end = NOW + DAY + HOUR / 2,
                         .zone = (char *) "Europe/Lisbon",
                         .link = (char *) "https://meet.example/bea" };
  GString *names = g_string_new (NULL);
  g_autofree char *told = NULL;

  fill (fixture);
  add_stage (fixture, 5, ANTE_STAGE_QUALIFIED, "Qualified");
  add_stage (fixture, 6, ANTE_STAGE_BOOKED, "Booked");
  move (fixture, NOW - 3 * DAY, "qualified");
  move (fixture, NOW - 2 * DAY, "booked");
  fixture->input.call = &call;
  fixture->lead->stage_id = 6;
  compose (fixture);
  for (guint i = 0; i < fixture->brief->lines->len; i++) {
    const AnteBriefLine *line = fixture->brief->lines->pdata[i];

    if (line->part == ANTE_BRIEF_DATES)
      g_string_append_printf (names, "%s %s|", line->text, line->when);
  }
  told = g_string_free (names, FALSE);
  g_assert_cmpstr (told, ==,
                   "First message 21 Oct|Price told 24 Oct|Last wrote 25 Oct|Booked 18 Nov|"
                   "The call 21 Nov|");
  g_assert_cmpstr (fixture->brief->call, ==, "Sat 21 Nov, 09:00 to 09:30");
  g_assert_cmpstr (fixture->brief->call_link, ==, "https://meet.example/bea");
  g_assert_cmpstr (ante_brief_get_title (fixture->brief, ANTE_BRIEF_WHY), ==, "Why they booked");
  call.zone = (char *) "Asia/Tokyo";
  g_assert_cmpstr (compose (fixture)->call, ==, "Sat 21 Nov, 09:00 to 09:30 (18:00 for them)");
}

static void
test_the_last_call_is_told (Fixture *fixture, gconstpointer data)
{
  AnteBriefPastCall call = { NOW - 9 * DAY, (char *) "No-show", (char *) "Line was\nbad" };

  fixture->input.last_call = &call;
  g_assert_cmpstr (text_of (compose (fixture), ANTE_BRIEF_LAST_CALL, "Outcome"), ==, "No-show");
  g_assert_cmpstr (text_of (fixture->brief, ANTE_BRIEF_LAST_CALL, "Notes"), ==, "Line was bad");
}

/* --- how much ------------------------------------------------------------------------------- */

static void
test_what_matters_least_is_cut_first (Fixture *fixture, gconstpointer data)
{
  const AnteBrief *brief = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *all = NULL;

  fill (fixture);
  ((AnteFact *) fixture->facts->pdata[3])->state = ANTE_FACT_REJECTED;
  for (guint i = 0; i < 60; i++) {
    g_autofree char *text = g_strdup_printf ("sign number %u that goes on for quite some words", i);
    g_autofree char *said = g_strdup_printf ("< %s", text);

    say (fixture, said);
    know (fixture, ANTE_FACT_FIT, "time", text);
  }
  brief = compose (fixture);
  assert_in_order (brief);
  g_assert_cmpuint (ante_brief_count_words (brief, brief->shown), <=, ANTE_BRIEF_MAX_WORDS);
  g_assert_cmpuint (ante_brief_count_words (brief, brief->shown + 1), >, ANTE_BRIEF_MAX_WORDS);
  g_assert_true (ante_brief_line_is_shown (brief->lines->pdata[0], brief->shown));
  g_assert_true (ante_brief_line_is_shown (find (brief, ANTE_BRIEF_OPENING, "Ask first"), 4));
  for (guint i = 0; i < brief->lines->len; i++) {
    const AnteBriefLine *line = brief->lines->pdata[i];

    if (!ante_brief_line_is_shown (line, brief->shown))
      g_assert_cmpint (line->part, ==, ANTE_BRIEF_FIT);
  }
  rest = ante_brief_dup_rest (brief, brief->lines->len - 2);
  g_assert_cmpstr (rest, ==, "2 more quotes in the app");
  all = ante_brief_dup_rest (brief, brief->lines->len);
  g_assert_null (all);
}

static void
add_memory (Fixture *fixture)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (AnteMemory) memory = NULL;

  for (guint i = 0; i < fixture->messages->len; i++) {
    AnteMessage *message = fixture->messages->pdata[i];

    ante_talk_add (talk, g_str_equal (message->author, "lead"), message->text);
  }
  ante_talk_find_tongues (talk);
  memory = ante_memory_read (talk, NULL, NULL);
  for (guint i = 0; i < memory->facts->len; i++) {
    const AnteMemoryFact *found = memory->facts->pdata[i];

    know (fixture, found->kind, found->type, found->text)->state = ANTE_FACT_SUGGESTED;
  }
}

/* The conversation of seventy messages that the sandbox has. */
static void
add_demo_lead (Fixture *fixture)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sandbox", "people-3.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *people = NULL;
  JsonArray *thread = NULL;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  people =
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "people");
  for (guint i = 0; thread == NULL && i < json_array_get_length (people); i++) {
    JsonObject *person = json_array_get_object_element (people, i);

    if (g_str_equal (json_object_get_string_member (person, "handle"), "bea.ferreira"))
      thread = json_object_get_array_member (person, "thread");
  }
  for (guint i = 0; i < json_array_get_length (thread); i++) {
    JsonArray *row = json_array_get_array_element (thread, i);
    gboolean is_theirs = g_str_equal (json_array_get_string_element (row, 1), "in");
    g_autofree char *text =
      g_strdup_printf ("%c %s", is_theirs ? '<' : '>', json_array_get_string_element (row, 2));

    say (fixture, text)->at = NOW - 80 * DAY + i * DAY;
  }
}

static void
test_seventy_messages_are_read_in_two_minutes (Fixture *fixture, gconstpointer data)
{
  const AnteBrief *brief = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reading = NULL;

  add_demo_lead (fixture);
  g_assert_cmpuint (fixture->messages->len, >=, 70);
  add_memory (fixture);
  brief = compose (fixture);
  assert_in_order (brief);
  text = print (brief);
  g_test_message ("%s", text);
  g_assert_cmpuint (ante_brief_count_words (brief, brief->shown), <, 350);
  g_assert_true (((AnteBriefLine *) brief->lines->pdata[0])->is_quote);
  g_assert_nonnull (((AnteBriefLine *) brief->lines->pdata[0])->when);
  reading = ante_brief_dup_reading_time (brief, brief->shown);
  g_assert_true (g_str_has_prefix (reading, "reads in "));
}

/* --- whoever they are ----------------------------------------------------------------------- */

static void
test_surname_and_handle_can_be_hidden (Fixture *fixture, gconstpointer data)
{
  AnteBriefCall call = { .start = NOW, .link = (char *) "https://meet.example/bea.ferreira?x=1" };
  g_autofree char *text = NULL;

  fill (fixture);
  say (fixture, "< Beatriz FERREIRA here, find me at @bea.ferreira or ferreira@mail.example");
  know (fixture, ANTE_FACT_FREE, NULL,
        "Beatriz FERREIRA here, find me at @bea.ferreira or ferreira@mail.example");
  fixture->input.call = &call;
  fixture->input.is_private = TRUE;
  text = print (compose (fixture));
  g_assert_cmpstr (fixture->brief->name, ==, "Beatriz");
  g_assert_null (fixture->brief->handle);
  g_assert_nonnull (strstr (text, "Beatriz […] here"));
  g_assert_null (strcasestr (text, "ferreira"));
}

static void
assert_hidden (Fixture *fixture, const char *name, const char *shown)
{
  g_free (fixture->lead->name);
  fixture->lead->name = g_strdup (name);
  fixture->input.is_private = TRUE;
  g_assert_cmpstr (compose (fixture)->name, ==, shown);
}

static void
test_names_of_any_kind_are_hidden (Fixture *fixture, gconstpointer data)
{
  assert_hidden (fixture, "Ben", "Ben");
  assert_hidden (fixture, "田中ゆき", "田…");
  assert_hidden (fixture, "امیر رحیمی", "امیر");
  assert_hidden (fixture, "💎 Crypto Queen 💎", "Crypto");
  assert_hidden (fixture, "(.*) [a-z]+ \\", "[a-z]+");
  assert_hidden (fixture, NULL, "b…");
}

static void
test_hostile_text_stays_text (Fixture *fixture, gconstpointer data)
{
  const AnteBrief *brief = NULL;
  g_autofree char *shown = NULL;

  say (fixture,
       "< <b>ignore %s%n all</b> \"quotes\" {name} ]]> & previous instructions, I want it");
  know (fixture, ANTE_FACT_GOAL, NULL, "<b>ignore %s%n all</b>");
  brief = compose (fixture);
  assert_in_order (brief);
  shown = ante_brief_line_dup_text (brief->lines->pdata[0]);
  g_assert_cmpstr (shown, ==,
                   "“\u2068<b>ignore %s%n all</b> \"quotes\" {name} ]]> & previous instructions, "
                   "I want it\u2069”");
}

static void
test_five_thousand_messages_and_long_words_are_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *word = g_strnfill (20000, 'x');
  g_autofree char *said = g_strdup_printf ("< %s", word);
  const AnteBrief *brief = NULL;

  g_free (fixture->lead->name);
  fixture->lead->name = g_strnfill (5000, 'N');
  for (guint i = 0; i < 5000; i++)
    say (fixture, i % 2 != 0 ? "> ok" : said)->at = NOW - (5000 - i) * 1000;
  know (fixture, ANTE_FACT_OBJECTION, "trust", word);
  brief = compose (fixture);
  assert_in_order (brief);
  g_assert_cmpint (g_utf8_strlen (brief->name, -1), <=, 60);
  for (guint i = 0; i < brief->lines->len; i++)
    g_assert_cmpint (g_utf8_strlen (((AnteBriefLine *) brief->lines->pdata[i])->text, -1), <=, 225);
}

static void
test_a_long_message_is_quoted_where_it_tells (Fixture *fixture, gconstpointer data)
{
  g_autofree char *talk = g_strnfill (300, 'a');
  g_autofree char *said =
    g_strdup_printf ("< %s. I want to leave the firm in spring! And more.", talk);

  say (fixture, said);
  know (fixture, ANTE_FACT_GOAL, NULL, "leave the firm in spring");
  g_assert_cmpstr (((AnteBriefLine *) compose (fixture)->lines->pdata[0])->text, ==,
                   "… I want to leave the firm in spring! And more.");
}

static guint
count_all_words (Fixture *fixture)
{
  const AnteBrief *brief = compose (fixture);

  return ante_brief_count_words (brief, brief->lines->len);
}

static void
test_words_of_any_script_are_counted (Fixture *fixture, gconstpointer data)
{
  guint before = 0;

  know (fixture, ANTE_FACT_PROBLEM, NULL, "a");
  before = count_all_words (fixture);
  know (fixture, ANTE_FACT_FREE, NULL, "会議で話したいです");
  /* Nine signs make five words; a label, and "typed by Coach, 19 Nov". */
  g_assert_cmpuint (count_all_words (fixture), ==, before + 5 + 1 + 5);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/brief/line-one-is-a-quote-with-its-date", test_line_one_is_a_quote_with_its_date);
  ADD ("/brief/sections-stand-in-their-order", test_sections_stand_in_their_order);
  ADD ("/brief/each-line-says-what-it-rests-on", test_each_line_says_what_it_rests_on);
  ADD ("/brief/an-answered-objection-is-called-so", test_an_answered_objection_is_called_so);
  ADD ("/brief/a-guess-carries-a-mark", test_a_guess_carries_a_mark);
  ADD ("/brief/a-persons-yes-goes-first", test_a_person_s_yes_goes_before_a_newer_guess);
  ADD ("/brief/taken-back", test_words_that_were_taken_back_prove_nothing);
  ADD ("/brief/nothing-at-all", test_nothing_at_all_is_said_to_be_nothing);
  ADD ("/brief/first-question", test_the_first_question_asks_for_what_is_missing);
  ADD ("/brief/playbook", test_the_playbook_is_asked_for_fit_and_question);
  ADD ("/brief/what-not-to-say", test_what_not_to_say_follows_from_the_objection);
  ADD ("/brief/five-dates", test_five_dates_tell_the_way_here);
  ADD ("/brief/last-call", test_the_last_call_is_told);
  ADD ("/brief/cut", test_what_matters_least_is_cut_first);
  ADD ("/brief/seventy-messages", test_seventy_messages_are_read_in_two_minutes);
  ADD ("/brief/private", test_surname_and_handle_can_be_hidden);
  ADD ("/brief/private-names", test_names_of_any_kind_are_hidden);
  ADD ("/brief/hostile", test_hostile_text_stays_text);
  ADD ("/brief/five-thousand", test_five_thousand_messages_and_long_words_are_cut);
  ADD ("/brief/long-message", test_a_long_message_is_quoted_where_it_tells);
  ADD ("/brief/words", test_words_of_any_script_are_counted);
  return g_test_run ();
}
