#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-sense.h"

#include <string.h>

/* The words of a frame stand no farther apart than this. */
#define REACH 14
#define MOST_SENSES 256
#define MOST_NEEDS 5
#define MOST_BARS 6
#define LONGEST 4
#define PREFIX 3
#define N_BITS 4

typedef struct {
  guint64 bits[N_BITS];
} Senses;

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

/* All senses and frames; made once and never changed. */
typedef struct {
  GHashTable *names;    /* (element-type utf8 guint) */
  GHashTable *words;    /* (element-type utf8 Senses) */
  GHashTable *prefixes; /* (element-type utf8 Senses) */
  GArray *frames;       /* (element-type Frame) */
  guint longest_prefix;
  char *wrong;
} Table;

static void
file_word (GHashTable *table, const char *word, gsize length, guint sense)
{
  g_autofree char *key = g_strndup (word, length);
  Senses *senses = g_hash_table_lookup (table, key);

  if (senses == NULL) {
    senses = g_new0 (Senses, 1);
    g_hash_table_insert (table, g_steal_pointer (&key), senses);
  }
  senses->bits[sense / 64] |= G_GUINT64_CONSTANT (1) << (sense % 64);
}

static void
file_words (Table *table, const char *list, guint sense)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    gsize length = strlen (words[i]);
    const char *class = *words[i] == '@' ? ante_phrase_class (words[i] + 1, length - 1) : NULL;

    if (class != NULL) {
      file_words (table, class, sense);
    } else if (length > PREFIX && words[i][length - 1] == '*') {
      table->longest_prefix = MAX (table->longest_prefix, (guint) length - 1);
      file_word (table->prefixes, words[i], length - 1, sense);
    } else if (length > 0) {
      file_word (table->words, words[i], length, sense);
    }
  }
}

static void
add_senses (Table *table, const AnteSense *list)
{
  for (; list->name != NULL; list++) {
    gpointer known = g_hash_table_lookup (table->names, list->name);
    guint sense = known != NULL ? GPOINTER_TO_UINT (known) : g_hash_table_size (table->names) + 1;

    g_hash_table_insert (table->names, (gpointer) list->name, GUINT_TO_POINTER (sense));
    file_words (table, list->words, sense);
  }
}

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
    guint sense = GPOINTER_TO_UINT (g_hash_table_lookup (table->names, names[i] + (bar ? 1 : 0)));

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

  table->names = g_hash_table_new (g_str_hash, g_str_equal);
  table->words = g_hash_table_new (g_str_hash, g_str_equal);
  table->prefixes = g_hash_table_new (g_str_hash, g_str_equal);
  table->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  add_senses (table, ante_senses_lead);
  add_senses (table, ante_senses_draft);
  if (g_hash_table_size (table->names) + 1 >= MOST_SENSES)
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

static void
merge (Senses *into, const Senses *from)
{
  for (guint i = 0; from != NULL && i < N_BITS; i++)
    into->bits[i] |= from->bits[i];
}

static gboolean
has_sense (const Senses *senses, guint sense)
{
  return (senses->bits[sense / 64] >> (sense % 64) & 1) != 0;
}

/* A name of several words is filed at the last of them. */
static void
read_at (const Table *table, const AnteLine *line, guint at, Senses *senses)
{
  const AnteWord *word = ante_line_word (line, at);
  char key[LONGEST * (ANTE_TALK_MAX_LETTERS * 4 + 1) + 1];
  gsize length = MIN (strlen (word->text), (gsize) ANTE_TALK_MAX_LETTERS * 4);

  for (guint n = 0; n < LONGEST && n <= at; n++) {
    key[0] = '\0';
    if (ante_line_word (line, at - n)->sentence != word->sentence)
      break;
    for (guint i = at - n; i <= at; i++) {
      g_strlcat (key, ante_line_word (line, i)->text, sizeof key);
      if (i < at)
        g_strlcat (key, " ", sizeof key);
    }
    merge (&senses[at], g_hash_table_lookup (table->words, key));
  }
  if (g_ascii_isdigit (*word->text))
    merge (&senses[at], g_hash_table_lookup (table->words, "#"));
  g_strlcpy (key, word->text, sizeof key);
  for (gsize n = MIN (length, table->longest_prefix); n >= PREFIX; n--) {
    key[n] = '\0';
    merge (&senses[at], g_hash_table_lookup (table->prefixes, key));
  }
}

static gboolean
is_barred (const Frame *frame, const Senses *senses, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    for (guint b = 0; b < frame->n_bars; b++) {
      if (has_sense (&senses[i], frame->bars[b]))
        return TRUE;
    }
  }
  return FALSE;
}

/* The first place where all that the frame needs stands together. */
static gboolean
find_frame (
  const Frame *frame, const Senses *senses, guint start, guint end, guint *first, guint *after)
{
  guint since[MOST_NEEDS] = { 0 };

  for (guint i = start; i < end; i++) {
    gboolean all = TRUE;
    guint from = i;

    for (guint k = frame->n_needs; k-- > 0;) {
      if (!has_sense (&senses[i], frame->needs[k]))
        continue;
      if (!frame->ordered || k == 0)
        since[k] = i + 1;
      else if (since[k - 1] > 0)
        since[k] = since[k - 1];
    }
    if (frame->ordered) {
      all =
        since[frame->n_needs - 1] > 0 && has_sense (&senses[i], frame->needs[frame->n_needs - 1]);
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

/* What each word means; read once, since every rule asks. */
static const Senses *
get_senses (AnteGuardText *text)
{
  guint n = ante_guard_n_words (text);
  Senses *senses = text->senses;

  if (senses != NULL)
    return senses;
  text->senses = senses = g_new0 (Senses, n + 1);
  for (guint i = 0; i < n; i++)
    read_at (get_table (), text->line, i, senses);
  return senses;
}

static void
look_at (AnteGuard *guard, AnteGuardText *text, const Frame *frame)
{
  const Senses *senses = get_senses (text);
  gboolean draft = frame->side == ANTE_SIDE_DRAFT;
  guint n = ante_guard_n_words (text);

  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text->line, start);
    guint first = 0;
    guint after = 0;

    if (find_frame (frame, senses, start, end, &first, &after) &&
        !is_barred (frame, senses, start, end) && (!draft || !is_listed (guard, first, after)) &&
        (!draft || frame->firm || !ante_guard_is_denied (text, first, after)) &&
        (!draft || frame->asks || !ante_guard_is_question (text, first)))
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
