#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-sense.h"

#include "rules/guard/ante-meanings.h"

#include <string.h>

/* The words of a frame stand no farther apart than this. */
#define REACH 14
#define MOST_NEEDS 5
#define MOST_BARS 6

typedef struct {
  const char *category;
  AnteSide side;
  guint8 needs[MOST_NEEDS];
  guint8 bars[MOST_BARS];
  guint n_needs;
  guint n_bars;
  gboolean ordered;
  gboolean asks;
  gboolean firm;
} Frame;

/* All frames; made once and never changed. */
typedef struct {
  GArray *frames; /* (element-type Frame) */
  char *wrong;
} Table;

static void
add_frame (Table *table, const AnteFrame *from)
{
  const char *p = from->senses;
  Frame frame = { .category = from->category, .side = from->side };
  g_auto (GStrv) names = NULL;

  for (; *p == '>' || *p == '?' || *p == '+'; p++) {
    frame.ordered = frame.ordered || *p == '>';
    frame.asks = frame.asks || *p == '?';
    frame.firm = frame.firm || *p == '+';
  }
  names = g_strsplit (p, " ", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    gboolean bar = *names[i] == '!';
    guint sense = ante_meanings_find (names[i] + (bar ? 1 : 0));

    if (sense == 0 || (bar ? frame.n_bars >= MOST_BARS : frame.n_needs >= MOST_NEEDS)) {
      if (table->wrong == NULL)
        table->wrong = g_strdup_printf ("%s: %s", from->senses, names[i]);
      return;
    }
    if (bar)
      frame.bars[frame.n_bars++] = (guint8) sense;
    else
      frame.needs[frame.n_needs++] = (guint8) sense;
  }
  g_array_append_val (table->frames, frame);
}

static gpointer
make_table (gpointer data G_GNUC_UNUSED)
{
  Table *table = g_new0 (Table, 1);

  table->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  if (ante_meanings_are_too_many ())
    table->wrong = g_strdup ("too many senses");
  for (const AnteFrame *frame = ante_frames_lead; frame->category != NULL; frame++)
    add_frame (table, frame);
  for (const AnteFrame *frame = ante_frames_draft; frame->category != NULL; frame++)
    add_frame (table, frame);
  return table;
}

static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}

char *
ante_guard_sense_check (void)
{
  return g_strdup (get_table ()->wrong);
}

static gboolean
is_barred (const Frame *frame, const AnteMeanings *senses, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    for (guint b = 0; b < frame->n_bars; b++) {
      if (ante_meanings_have (&senses[i], frame->bars[b]))
        return TRUE;
    }
  }
  return FALSE;
}

/* The first place where all that the frame needs stands together. */
static gboolean
find_frame (const Frame *frame,
            const AnteMeanings *senses,
            guint start,
            guint end,
            guint *first,
            guint *after)
{
  guint since[MOST_NEEDS] = { 0 };

  for (guint i = start; i < end; i++) {
    gboolean all = TRUE;
    guint from = i;

    for (guint k = frame->n_needs; k-- > 0;) {
      if (!ante_meanings_have (&senses[i], frame->needs[k]))
        continue;
      if (!frame->ordered || k == 0)
        since[k] = i + 1;
      else if (since[k - 1] > 0)
        since[k] = since[k - 1];
    }
    if (frame->ordered) {
      all = since[frame->n_needs - 1] > 0 &&
            ante_meanings_have (&senses[i], frame->needs[frame->n_needs - 1]);
      from = all ? since[frame->n_needs - 1] - 1 : i;
    }
    for (guint k = 0; !frame->ordered && k < frame->n_needs; k++) {
      all = all && since[k] > 0;
      from = since[k] > 0 ? MIN (from, since[k] - 1) : from;
    }
    if (!all || i - from > REACH)
      continue;
    *first = from;
    *after = i + 1;
    return TRUE;
  }
  return FALSE;
}

/* Whether the playbook itself says what the frame has found. */
static gboolean
is_listed (const AnteGuard *guard, guint first, guint after)
{
  const char *category = guard->rule->category;
  AnteHit hit = { .first = first, .after = after };

  if (g_str_equal (category, "refund_promise"))
    return ante_guard_says_policy (guard, first);
  if (g_str_equal (category, "guarantee"))
    return ante_guard_is_listed_guarantee (guard, first);
  if (g_str_equal (category, "unverified_claim"))
    return ante_guard_is_approved (guard, &hit);
  if (g_str_equal (category, "price_disclosure"))
    return guard->playbook->disclosure != ANTE_DISCLOSE_NEVER_IN_DM;
  if (g_str_equal (category, "payment_instruction"))
    return guard->playbook->payment_in_dm;
  return FALSE;
}

static void
look_at (AnteGuard *guard, AnteGuardText *text, const Frame *frame)
{
  const AnteMeanings *senses = ante_guard_text_meanings (text);
  gboolean draft = frame->side == ANTE_SIDE_DRAFT;
  guint n = ante_guard_n_words (text);

  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text->line, start);
    guint first = 0;
    guint after = 0;

    if (find_frame (frame, senses, start, end, &first, &after) &&
        !is_barred (frame, senses, start, end) && (!draft || !is_listed (guard, first, after)) &&
        (!draft || frame->firm || !ante_guard_is_denied (text, first, after)) &&
        (!draft || frame->asks || !ante_guard_is_question (text, first)) &&
        (!g_str_equal (frame->category, "medical_red_flag") ||
         !ante_guard_is_relatives (text, first, after)))
      ante_guard_find_words (guard, text, first, after, "%s together",
                             draft ? "what is said" : "the lead's words");
    start = MAX (end, start + 1);
  }
}

/* Words of a kind that mean something only side by side: who, what, when. */
void
ante_guard_sense (AnteGuard *guard)
{
  const GArray *frames = get_table ()->frames;

  for (guint f = 0; f < frames->len; f++) {
    const Frame *frame = &g_array_index (frames, Frame, f);

    if (!g_str_equal (frame->category, guard->rule->category))
      continue;
    if (frame->side == ANTE_SIDE_DRAFT)
      look_at (guard, guard->draft, frame);
    for (guint i = 0; frame->side == ANTE_SIDE_LEAD && i < guard->leads->len; i++)
      look_at (guard, guard->leads->pdata[i], frame);
  }
}
