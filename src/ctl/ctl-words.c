#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>

#include "engine/ante-advice.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

/*
 * The answers that hold more than one thing, in words. They are made of the same JSON that --json
 * prints, so that people and scripts hear the same.
 */

typedef struct {
  const char *rule;
  const char *what_to_do;
} RuleHelp;

static const RuleHelp rule_helps[] = {
  { "window_closed",
    "Copy the text and go on in Instagram itself; once they write again you can answer here." },
  { "window_human_only", "Look at it and send it yourself: without --as ai." },
  { "cannot_receive", "Nothing more is sent to them; look in Instagram." },
  { "too_long", "Make it shorter, or send it in two parts." },
  { "template_artifact", "Give the text in quotes after the handle." },
  { "invalid_text", "Set your terminal to UTF-8 and type it again." },
  { "automation_paused",
    "Let automation go on with: anteroomctl resume. Or send it without --as ai." },
};

/* NULL for what is not there, and for null. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* NULL for an empty one, too: what is not there has no heading. */
static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
             json_array_get_length (json_node_get_array (node)) > 0
           ? json_node_get_array (node)
           : NULL;
}

/* Foreign text on one line, with nothing in it that moves the terminal's cursor. */
static char *
clean (const char *text)
{
  return ante_text_clean_name (text != NULL ? text : "", 0);
}

/* The clock on the reader's wall. */
static char *
tell_time (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static void
print_line (const char *name, const char *text)
{
  g_autofree char *shown = clean (text);

  printf ("%-14s %s\n", name, *shown != '\0' ? shown : "-");
}

static void
print_findings (JsonObject *verdict, gboolean refused)
{
  JsonArray *findings = get_array (verdict, "findings");

  for (guint i = 0; findings != NULL && i < json_array_get_length (findings); i++) {
    JsonObject *finding = json_array_get_object_element (findings, i);
    const char *rule = get_text (finding, "rule");

    printf ("%s: %s.\n", refused ? "Not sent" : "Note", get_text (finding, "why"));
    for (guint k = 0; refused && k < G_N_ELEMENTS (rule_helps); k++) {
      if (g_strcmp0 (rule, rule_helps[k].rule) == 0)
        puts (rule_helps[k].what_to_do);
    }
  }
}

void
ctl_print_sent (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  JsonObject *verdict = json_object_get_object_member (object, "verdict");
  int id = (int) json_object_get_int_member (object, "outbox_id");
  const char *state = get_text (object, "state");
  const char *problem =
    json_object_has_member (object, "error") ? get_text (object, "error") : NULL;

  print_findings (verdict, id == 0);
  if (id == 0)
    return;

  if (g_strcmp0 (state, "sent") == 0)
    printf ("Sent. In the outbox it is number %d.\n", id);
  else
    printf ("Number %d in the outbox: %s.\n", id, state);
  if (problem != NULL) {
    AnteAdvice advice = ante_advice_for_nick (problem);

    printf ("%s. %s\n", advice.title, advice.body);
  }
  if (g_strcmp0 (state, "uncertain") == 0)
    printf ("Then: anteroomctl outbox settle %d sent|again|drop\n", id);
  else if (g_strcmp0 (state, "failed") == 0)
    printf ("To try again: anteroomctl outbox retry %d\n", id);
}

void
ctl_print_doctor (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  JsonArray *checks = get_array (object, "checks");
  guint problems = 0;

  for (guint i = 0; checks != NULL && i < json_array_get_length (checks); i++) {
    JsonObject *check = json_array_get_object_element (checks, i);
    gboolean ok = json_object_get_boolean_member (check, "ok");
    g_autofree char *detail = clean (get_text (check, "detail"));

    printf ("%-8s %-13s %s\n", ok ? "ok" : "problem", get_text (check, "name"), detail);
    problems += ok ? 0 : 1;
  }
  if (problems == 0)
    puts ("All is in order.");
  else
    printf ("%u of these need you.\n", problems);
}

static char *
tell_window (JsonObject *window)
{
  const char *state = get_text (window, "state");
  g_autofree char *automation = tell_time (get_text (window, "automation_until"));
  g_autofree char *human = tell_time (get_text (window, "human_until"));

  if (g_strcmp0 (state, "open") == 0)
    return g_str_equal (automation, human)
             ? g_strdup_printf ("open until %s", human)
             : g_strdup_printf ("open until %s, for a person until %s", automation, human);
  if (g_strcmp0 (state, "human") == 0)
    return g_strdup_printf ("open for a person alone, until %s", human);
  if (g_strcmp0 (state, "closed") == 0)
    return g_strdup_printf ("closed since %s; go on in Instagram itself", human);
  return g_strdup ("they have not written yet, and Instagram lets nobody write first");
}

static const char *
name_of (const char *author, const char *lead)
{
  if (g_strcmp0 (author, ANTE_PARTY_LEAD) == 0)
    return lead;
  if (g_strcmp0 (author, ANTE_PARTY_ELSEWHERE) == 0)
    return "(in Instagram)";
  if (g_strcmp0 (author, ANTE_PARTY_AI) == 0)
    return "AI";
  return ante_party_is_setter (author) ? ante_party_get_setter_name (author) : author;
}

static void
print_messages (JsonArray *messages, const char *lead)
{
  puts ("\nMessages");
  for (guint i = 0; i < json_array_get_length (messages); i++) {
    JsonObject *message = json_array_get_object_element (messages, i);
    const char *kind = get_text (message, "kind");
    g_autofree char *at = tell_time (get_text (message, "at"));
    g_autofree char *who = clean (name_of (get_text (message, "author"), lead));
    g_autofree char *text = clean (get_text (message, "text"));
    gboolean unsent = g_strcmp0 (get_text (message, "state"), "unsent") == 0;

    printf ("  %s  %s: ", at, who);
    if (unsent || g_strcmp0 (kind, "text") != 0)
      printf ("[%s]%s", unsent ? "taken back" : kind, *text != '\0' ? " " : "");
    puts (text);
  }
}

static void
print_facts (JsonArray *facts)
{
  puts ("\nWhat is known");
  for (guint i = 0; i < json_array_get_length (facts); i++) {
    JsonObject *fact = json_array_get_object_element (facts, i);
    const char *state = get_text (fact, "state");
    g_autofree char *text = clean (get_text (fact, "text"));

    printf ("  %s: %s", get_text (fact, "kind"), text);
    if (g_strcmp0 (state, "confirmed") != 0)
      printf (" (%s)", state);
    putchar ('\n');
  }
}

static void
print_touches (JsonArray *touches)
{
  puts ("\nWhere they came from");
  for (guint i = 0; i < json_array_get_length (touches); i++) {
    JsonObject *touch = json_array_get_object_element (touches, i);
    g_autofree char *at = tell_time (get_text (touch, "at"));
    g_autofree char *detail = clean (get_text (touch, "detail"));

    printf ("  %s  %s%s%s\n", at, get_text (touch, "kind"), *detail != '\0' ? ": " : "", detail);
  }
}

static void
print_events (JsonArray *events)
{
  puts ("\nWhat was changed");
  for (guint i = 0; i < json_array_get_length (events); i++) {
    JsonObject *event = json_array_get_object_element (events, i);
    g_autofree char *at = tell_time (get_text (event, "at"));
    g_autofree char *from = clean (get_text (event, "from"));
    g_autofree char *to = clean (get_text (event, "to"));
    g_autofree char *why = clean (get_text (event, "why"));

    printf ("  %s  %s: %s, from %s to %s%s%s%s\n", at, get_text (event, "actor"),
            get_text (event, "field"), *from != '\0' ? from : "-", *to != '\0' ? to : "-",
            *why != '\0' ? ": " : "", why,
            json_object_get_boolean_member (event, "undone") ? " (undone)" : "");
  }
}

/* NULL for none. */
static char *
join_texts (JsonArray *array)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? ", " : "",
                            json_array_get_string_element (array, i));
  return g_string_free (texts, texts->len == 0);
}

static char *
tell_snooze (const char *until)
{
  if (until == NULL)
    return NULL;
  return g_str_equal (until, "reply") ? g_strdup ("they reply") : tell_time (until);
}

void
ctl_print_lead (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  const char *handle = get_text (object, "handle");
  const char *next = get_text (object, "next_action");
  g_autofree char *due = tell_time (get_text (object, "next_due"));
  g_autofree char *step =
    next == NULL ? g_strdup ("none yet") : g_strdup_printf ("%s %s", next, due);
  g_autofree char *window = tell_window (json_object_get_object_member (object, "window"));
  g_autofree char *source = g_strdup_printf (
    "%s %s", get_text (object, "source"),
    get_text (object, "source_detail") != NULL ? get_text (object, "source_detail") : "");
  g_autofree char *last = tell_time (get_text (object, "last_message_at"));
  g_autofree char *labels = join_texts (get_array (object, "labels"));
  g_autofree char *snoozed = tell_snooze (get_text (object, "snoozed_until"));

  print_line ("handle", handle);
  print_line ("name", get_text (object, "name"));
  print_line ("stage", get_text (object, "stage"));
  print_line ("owner", get_text (object, "owner"));
  print_line ("source", source);
  print_line ("reply window", window);
  print_line ("next step", step);
  if (labels != NULL)
    print_line ("labels", labels);
  if (snoozed != NULL)
    print_line ("snoozed until", snoozed);
  if (get_text (object, "not_a_lead") != NULL)
    print_line ("not a lead", get_text (object, "not_a_lead"));
  print_line ("last message", last);
  print_line ("reply owed", json_object_get_boolean_member (object, "owes_reply") ? "yes" : "no");
  if (json_object_get_boolean_member (object, "has_gap"))
    print_line ("gap", "some messages of this thread are missing; Instagram no longer gives them");

  if (get_array (object, "facts") != NULL)
    print_facts (get_array (object, "facts"));
  if (get_array (object, "touches") != NULL)
    print_touches (get_array (object, "touches"));
  if (get_array (object, "messages") != NULL)
    print_messages (get_array (object, "messages"), handle != NULL ? handle : "the lead");
  if (get_array (object, "events") != NULL)
    print_events (get_array (object, "events"));
}
