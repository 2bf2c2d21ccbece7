#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-net.h"

#include "rules/memory/ante-phrase.h"

#include <string.h>

#define LONGEST_GAP 4
#define PREFIX 3
/* The set that any word is in. */
#define ANY 0
/* The states in which a phrase begins: anywhere, or at the beginning of a part of a sentence. */
#define START 0
#define START_OF_PART 1
#define NO_ROW G_MAXUINT

typedef struct {
  guint from;
  guint set;
  guint to;
} Edge;

typedef struct {
  guint row;    /* of the phrase that ends here */
  gboolean end; /* but only at the end of a part of a sentence */
  guint edges;  /* the first of its edges */
} State;

struct _AnteGuardNet {
  GArray *rows;          /* (element-type AnteNetRow) */
  GArray *states;        /* (element-type State) */
  GArray *edges;         /* (element-type Edge): by state, once finished */
  GArray *begins;        /* (element-type Edge): out of the two first states, by set */
  guint *begin_of_set;   /* where those of a set begin in @begins */
  GHashTable *sets;      /* (element-type utf8 guint): sets of words by how they are written */
  GHashTable *by_word;   /* (element-type utf8 GArray of guint): the sets that a word is in */
  GHashTable *by_prefix; /* the same, for the beginnings of words */
  GArray *of_digits;
  guint n_sets;
  guint longest_prefix;
  char *wrong;
};

AnteGuardNet *
ante_guard_net_new (void)
{
  AnteGuardNet *self = g_new0 (AnteGuardNet, 1);
  State state = { NO_ROW, FALSE, 0 };

  self->rows = g_array_new (FALSE, FALSE, sizeof (AnteNetRow));
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->begins = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->sets = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_prefix = g_hash_table_new (g_str_hash, g_str_equal);
  self->of_digits = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_sets = ANY + 1;
  g_array_append_val (self->states, state);
  g_array_append_val (self->states, state);
  return self;
}

const char *
ante_guard_net_wrong (const AnteGuardNet *net)
{
  return net->wrong;
}

static void G_GNUC_PRINTF (2, 3) fail (AnteGuardNet *net, const char *format, ...)
{
  va_list args;

  if (net->wrong != NULL)
    return;
  va_start (args, format);
  net->wrong = g_strdup_vprintf (format, args);
  va_end (args);
}

static void
file_word (GHashTable *table, const char *word, gsize length, guint set)
{
  g_autofree char *key = g_strndup (word, length);
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (table, g_steal_pointer (&key), list);
  }
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != set)
    g_array_append_val (list, set);
}

static void
file_words (AnteGuardNet *net, const char *words, const char *end, guint set)
{
  while (words < end) {
    const char *bar = memchr (words, '|', (gsize) (end - words));
    const char *stop = bar != NULL ? bar : end;
    gsize length = (gsize) (stop - words);

    if (length == 1 && *words == '#') {
      const char *numbers = ante_phrase_class ("number", strlen ("number"));

      g_array_append_val (net->of_digits, set);
      file_words (net, numbers, numbers + strlen (numbers), set);
    } else if (*words == '@') {
      const char *class = ante_phrase_class (words + 1, length - 1);

      if (class != NULL)
        file_words (net, class, class + strlen (class), set);
      else
        fail (net, "no class %.*s", (int) length, words);
    } else if (length > 1 && words[length - 1] == '*') {
      if (length <= PREFIX)
        fail (net, "too short: %.*s", (int) length, words);
      net->longest_prefix = MAX (net->longest_prefix, (guint) length - 1);
      file_word (net->by_prefix, words, length - 1, set);
    } else if (length > 0) {
      file_word (net->by_word, words, length, set);
    }
    words = stop + 1;
  }
}

static guint
get_set (AnteGuardNet *net, const char *words, const char *end)
{
  g_autofree char *key = g_strndup (words, (gsize) (end - words));
  gpointer known = NULL;
  guint set = net->n_sets;

  if (g_str_equal (key, "_"))
    return ANY;
  if (g_hash_table_lookup_extended (net->sets, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  net->n_sets++;
  file_words (net, words, end, set);
  g_hash_table_insert (net->sets, g_steal_pointer (&key), GUINT_TO_POINTER (set));
  return set;
}

/* "$" is the end of a part, unless it stands in a list of currencies. */
static gboolean
is_end_sign (const char *p, const char *stop)
{
  return *p == '$' && stop - p == 1 && !g_str_has_prefix (stop, "|€");
}

/* From all states of @from by a word of @set to a new one, which alone is then in @to. */
static void
add_step (AnteGuardNet *net, const GArray *from, guint set, GArray *to)
{
  State state = { NO_ROW, FALSE, 0 };
  guint target = net->states->len;

  g_array_append_val (net->states, state);
  for (guint i = 0; i < from->len; i++) {
    Edge edge = { g_array_index (from, guint, i), set, target };

    g_array_append_val (edge.from <= START_OF_PART ? net->begins : net->edges, edge);
  }
  g_array_append_val (to, target);
}

static void
end_here (AnteGuardNet *net, const GArray *frontier, guint row, gboolean end)
{
  for (guint i = 0; i < frontier->len; i++) {
    State *state = &g_array_index (net->states, State, g_array_index (frontier, guint, i));

    if (g_array_index (frontier, guint, i) <= START_OF_PART)
      fail (net, "a phrase of nothing");
    state->row = row;
    state->end = end;
  }
}

static void
read_sequence (AnteGuardNet *net, const char *p, const char *end, guint row, GArray *frontier);

/* The choices of a group; those of one word each are one set. */
static void
read_group (AnteGuardNet *net, const char *p, const char *end, guint row, GArray *frontier)
{
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) singles = g_string_new (NULL);
  guint depth = 0;

  for (const char *start = p; start <= end;) {
    const char *stop = start;

    for (depth = 0; stop < end && (*stop != '|' || depth > 0); stop++)
      depth += *stop == '(' ? 1 : *stop == ')' ? (guint) -1 : 0;
    if (stop > start && memchr (start, ' ', (gsize) (stop - start)) == NULL &&
        strchr ("(?~^", *start) == NULL && !is_end_sign (start, stop)) {
      g_string_append_printf (singles, "%s%.*s", singles->len > 0 ? "|" : "", (int) (stop - start),
                              start);
    } else {
      g_autoptr (GArray) branch = g_array_copy (frontier);

      read_sequence (net, start, stop, row, branch);
      g_array_append_vals (after, branch->data, branch->len);
    }
    start = stop + 1;
  }
  if (singles->len > 0)
    add_step (net, frontier, get_set (net, singles->str, singles->str + singles->len), after);
  g_array_set_size (frontier, 0);
  g_array_append_vals (frontier, after->data, after->len);
}

static const char *
find_item_end (const char *p, const char *end)
{
  guint depth = 0;

  while (p < end && (*p != ' ' || depth > 0)) {
    depth += *p == '(' ? 1 : *p == ')' ? (guint) -1 : 0;
    p++;
  }
  return p;
}

static void
read_item (AnteGuardNet *net, const char *p, const char *stop, guint row, GArray *frontier)
{
  if (*p == '~') {
    for (guint i = 0; i < LONGEST_GAP; i++) {
      g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint));

      add_step (net, frontier, ANY, after);
      g_array_append_vals (frontier, after->data, after->len);
    }
  } else if (is_end_sign (p, stop)) {
    end_here (net, frontier, row, TRUE);
    g_array_set_size (frontier, 0);
  } else if (*p == '(') {
    if (stop[-1] != ')')
      fail (net, "half a group: %.*s", (int) (stop - p), p);
    else
      read_group (net, p + 1, stop - 1, row, frontier);
  } else {
    g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint));

    if (memchr (p, '(', (gsize) (stop - p)) != NULL || memchr (p, ')', (gsize) (stop - p)) != NULL)
      fail (net, "half a group: %.*s", (int) (stop - p), p);
    add_step (net, frontier, get_set (net, p, stop), after);
    g_array_set_size (frontier, 0);
    g_array_append_vals (frontier, after->data, after->len);
  }
}

static void
read_sequence (AnteGuardNet *net, const char *p, const char *end, guint row, GArray *frontier)
{
  while (p < end) {
    g_autoptr (GArray) before = NULL;
    const char *stop = NULL;
    gboolean maybe = FALSE;

    if (*p == ' ') {
      p++;
      continue;
    }
    if ((maybe = *p == '?'))
      p++;
    stop = find_item_end (p, end);
    if (maybe)
      before = g_array_copy (frontier);
    if (stop > p)
      read_item (net, p, stop, row, frontier);
    if (maybe)
      g_array_append_vals (frontier, before->data, before->len);
    p = stop;
  }
}

void
ante_guard_net_add (AnteGuardNet *net, const AnteNetRow *row, const char *phrase)
{
  g_autoptr (GArray) frontier = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = *phrase == '^' ? START_OF_PART : START;
  guint index = net->rows->len;

  g_array_append_val (net->rows, *row);
  g_array_append_val (frontier, start);
  phrase += *phrase == '^';
  read_sequence (net, phrase, phrase + strlen (phrase), index, frontier);
  if (frontier->len > 0 && g_array_index (frontier, guint, 0) <= START_OF_PART)
    fail (net, "every word may be missing: %s", phrase);
  end_here (net, frontier, index, FALSE);
}

static int
compare_from (gconstpointer a, gconstpointer b)
{
  guint left = ((const Edge *) a)->from;
  guint right = ((const Edge *) b)->from;

  return left < right ? -1 : left > right;
}

static int
compare_set (gconstpointer a, gconstpointer b)
{
  guint left = ((const Edge *) a)->set;
  guint right = ((const Edge *) b)->set;

  return left < right ? -1 : left > right;
}

void
ante_guard_net_finish (AnteGuardNet *net)
{
  Edge last = { net->states->len, ANY, 0 };
  guint at = 0;

  g_array_sort (net->edges, compare_from);
  g_array_append_val (net->edges, last);
  for (guint s = 0; s < net->states->len; s++) {
    while (g_array_index (net->edges, Edge, at).from < s)
      at++;
    g_array_index (net->states, State, s).edges = at;
  }
  g_array_sort (net->begins, compare_set);
  net->begin_of_set = g_new0 (guint, net->n_sets + 1);
  at = 0;
  for (guint set = 0; set <= net->n_sets; set++) {
    while (at < net->begins->len && g_array_index (net->begins, Edge, at).set < set)
      at++;
    net->begin_of_set[set] = at;
  }
}

/* A phrase on its way: where it began, and how far it has come. */
typedef struct {
  guint state;
  guint first;
} Walk;

typedef struct {
  const AnteGuardNet *net;
  const AnteLine *line;
  guint *seen; /* by set: the word, counted from 1, that was last found in it */
  GArray *now; /* (element-type Walk) */
  GArray *next;
  GArray *hits;
  GArray *exceptions;
} Walker;

static gboolean
is_part_end (const AnteLine *line, guint at)
{
  return at + 1 >= ante_line_n_words (line) || ante_line_word (line, at)->after != 0 ||
         ante_line_word (line, at + 1)->sentence != ante_line_word (line, at)->sentence;
}

static void
add_hit (Walker *walker, const State *state, guint first, guint at)
{
  const AnteNetRow *row = &g_array_index (walker->net->rows, AnteNetRow, state->row);
  GArray *into = row->excepts ? walker->exceptions : walker->hits;
  AnteHit hit = { row->cue, first, at + 1, row->firm };

  /* The same phrase, longer by words that may be missing. */
  for (guint i = into->len; i > 0 && i + 8 > into->len; i--) {
    AnteHit *other = &g_array_index (into, AnteHit, i - 1);

    if (other->cue == hit.cue && other->first == first) {
      other->after = hit.after;
      return;
    }
  }
  g_array_append_val (into, hit);
}

static void
reach (Walker *walker, guint target, guint first, guint at)
{
  const State *state = &g_array_index (walker->net->states, State, target);

  if (state->row != NO_ROW && (!state->end || is_part_end (walker->line, at)))
    add_hit (walker, state, first, at);
  if (g_array_index (walker->net->edges, Edge, state->edges).from == target) {
    Walk walk = { target, first };

    g_array_append_val (walker->next, walk);
  }
}

static void
begin_in_set (Walker *walker, guint set, guint at, gboolean part)
{
  const AnteGuardNet *net = walker->net;

  if (walker->seen[set] == at + 1)
    return;
  walker->seen[set] = at + 1;
  for (guint i = net->begin_of_set[set]; i < net->begin_of_set[set + 1]; i++) {
    const Edge *edge = &g_array_index (net->begins, Edge, i);

    if (edge->from == START || part)
      reach (walker, edge->to, at, at);
  }
}

static void
begin_in_sets (Walker *walker, const GArray *sets, guint at, gboolean part)
{
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    begin_in_set (walker, g_array_index (sets, guint, i), at, part);
}

/* Tells which sets the word is in, and begins the phrases that begin with it. */
static void
begin_at (Walker *walker, guint at)
{
  const AnteGuardNet *net = walker->net;
  const char *word = ante_line_word (walker->line, at)->text;
  char prefix[ANTE_TALK_MAX_LETTERS * 4 + 1];
  gsize length = MIN (strlen (word), sizeof prefix - 1);
  gboolean part = at == 0 || is_part_end (walker->line, at - 1);

  begin_in_set (walker, ANY, at, part);
  begin_in_sets (walker, g_hash_table_lookup (net->by_word, word), at, part);
  if (g_ascii_isdigit (*word))
    begin_in_sets (walker, net->of_digits, at, part);
  memcpy (prefix, word, length);
  for (gsize n = MIN (length, net->longest_prefix); n >= PREFIX; n--) {
    prefix[n] = '\0';
    begin_in_sets (walker, g_hash_table_lookup (net->by_prefix, prefix), at, part);
  }
}

static void
step (Walker *walker, guint at)
{
  const AnteGuardNet *net = walker->net;

  for (guint i = 0; i < walker->now->len; i++) {
    const Walk *walk = &g_array_index (walker->now, Walk, i);

    for (guint e = g_array_index (net->states, State, walk->state).edges;
         g_array_index (net->edges, Edge, e).from == walk->state; e++) {
      const Edge *edge = &g_array_index (net->edges, Edge, e);

      if (walker->seen[edge->set] == at + 1)
        reach (walker, edge->to, walk->first, at);
    }
  }
}

void
ante_guard_net_walk (const AnteGuardNet *net,
                     const AnteLine *line,
                     GArray *hits,
                     GArray *exceptions)
{
  g_autofree guint *seen = g_new0 (guint, net->n_sets);
  g_autoptr (GArray) now = g_array_sized_new (FALSE, FALSE, sizeof (Walk), 256);
  g_autoptr (GArray) next = g_array_sized_new (FALSE, FALSE, sizeof (Walk), 256);
  Walker walker = { net, line, seen, now, next, hits, exceptions };

  for (guint at = 0; at < ante_line_n_words (line); at++) {
    GArray *last = walker.next;

    if (at > 0 && ante_line_word (line, at)->sentence != ante_line_word (line, at - 1)->sentence)
      g_array_set_size (walker.now, 0);
    g_array_set_size (walker.next, 0);
    begin_at (&walker, at);
    step (&walker, at);
    walker.next = walker.now;
    walker.now = last;
  }
}
