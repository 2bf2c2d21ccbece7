#include "config.h"

#include "rules/ante-catch-up.h"

#include <string.h>

#include "model/ante-party.h"

static gboolean
is_new (const AnteMessage *message, gint64 since, gint64 until)
{
  return message->at > since && message->at <= until && !message->unsent &&
         !ante_party_is_us (message->author);
}

static gboolean
has_words (const AnteMessage *message)
{
  return message->text != NULL && *message->text != '\0';
}

/* In whatever script: ? Arabic, Greek, full-width, Spanish at the front. */
static gboolean
asks (const AnteMessage *message)
{
  static const gunichar marks[] = { '?', 0x061f, 0x037e, 0xff1f, 0x00bf };

  for (const char *p = has_words (message) ? message->text : ""; *p != '\0';
       p = g_utf8_next_char (p)) {
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
      if (g_utf8_get_char (p) == marks[i])
        return TRUE;
    }
  }
  return FALSE;
}

/* (nullable): what it tells of them; what we told them is no news. */
static const AnteFact *
find_fact (GPtrArray *facts, const AnteMessage *message)
{
  for (guint i = facts != NULL ? facts->len : 0; i-- > 0;) {
    const AnteFact *fact = facts->pdata[i];

    if (g_strcmp0 (fact->mid, message->mid) == 0 && fact->kind != ANTE_FACT_ALREADY_KNOWS &&
        (fact->state == ANTE_FACT_CONFIRMED || fact->state == ANTE_FACT_SUGGESTED))
      return fact;
  }
  return NULL;
}

static gboolean
is_told (GArray *lines, const AnteMessage *message)
{
  for (guint i = 0; i < lines->len; i++) {
    if (g_array_index (lines, AnteCatchUpLine, i).message == message)
      return TRUE;
  }
  return FALSE;
}

typedef enum {
  FACTS,
  QUESTIONS,
  REST,
} Pass;

/* Of what has no words one line says how many: three times "Picture" says no more than once. */
static gboolean
is_counted (GArray *lines, const AnteMessage *message)
{
  for (guint i = 0; !has_words (message) && i < lines->len; i++) {
    AnteCatchUpLine *line = &g_array_index (lines, AnteCatchUpLine, i);

    if (line->fact == NULL && line->text == NULL && line->message->kind == message->kind) {
      line->message = message;
      line->n++;
      return TRUE;
    }
  }
  return FALSE;
}

/* The newest first, so that of many the oldest are left out. */
static void
add_lines (
  GArray *lines, GPtrArray *messages, GPtrArray *facts, gint64 since, gint64 until, Pass pass)
{
  for (guint i = messages->len; i-- > 0;) {
    const AnteMessage *message = messages->pdata[i];
    AnteCatchUpLine line = { NULL, FALSE, message, has_words (message) ? message->text : NULL, 1 };

    if (!is_new (message, since, until) || is_told (lines, message) ||
        (pass == REST && is_counted (lines, message)) || lines->len >= ANTE_CATCH_UP_LINES)
      continue;
    line.fact = find_fact (facts, message);
    line.asks = asks (message);
    if (pass == REST || (pass == FACTS && line.fact != NULL) || (pass == QUESTIONS && line.asks))
      g_array_append_val (lines, line);
  }
}

static int
compare_said (gconstpointer a, gconstpointer b)
{
  const AnteMessage *left = ((const AnteCatchUpLine *) a)->message;
  const AnteMessage *right = ((const AnteCatchUpLine *) b)->message;

  return left->at != right->at ? (left->at > right->at) - (left->at < right->at)
                               : (left->id > right->id) - (left->id < right->id);
}

GArray *
ante_catch_up_read (GPtrArray *messages, GPtrArray *facts, gint64 since, gint64 until, guint *n_new)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AnteCatchUpLine));

  *n_new = 0;
  for (guint i = 0; i < messages->len; i++)
    *n_new += is_new (messages->pdata[i], since, until);
  if (*n_new < ANTE_CATCH_UP_MESSAGES)
    return lines;
  for (Pass pass = FACTS; pass <= REST; pass++)
    add_lines (lines, messages, facts, since, until, pass);
  g_array_sort (lines, compare_said);
  return lines;
}
