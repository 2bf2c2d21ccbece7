#include "sandbox/sandbox-generator.h"

#include <math.h>
#include <string.h>

#include "sandbox/sandbox-state.h"
#include "sandbox/sandbox-vocabulary.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)
#define LONGEST_THREAD 50000
/* A talk is so many messages close together; then there is a pause. */
#define TALK 4
#define TALK_STEP (90 * 1000)
#define TALK_PAUSE (26 * HOUR_MS)

struct _SandboxGenerator {
  guint64 seed;
  guint leads;
  guint *lengths;
  guint stride;
  GString *text;
};

/* One step of a well-mixing 64-bit generator: the state is a counter, so any place can be begun at.
 */
static guint64
next (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

static guint64
begin (SandboxGenerator *self, guint lead, guint64 salt)
{
  guint64 state = self->seed;

  state = next (&state) ^ ((guint64) lead << 32 | (lead * 2654435761u));
  state = next (&state) ^ salt * G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  next (&state);
  return state;
}

static guint
below (guint64 *state, guint n)
{
  return (guint) ((next (state) >> 32) * n >> 32);
}

static double
unit (guint64 *state)
{
  return (double) (next (state) >> 11) / 9007199254740992.0;
}

/* Small numbers often, large ones seldom, as words and names are spread in any language. */
static guint
zipf (guint64 *state, guint n)
{
  return MIN ((guint) (pow ((double) n + 1, unit (state)) - 1), n - 1);
}

static const char *
pick (guint64 *state, const char *const *list)
{
  return list[zipf (state, g_strv_length ((char **) list))];
}

static const SandboxLanguage *
language_of (SandboxGenerator *self, guint lead)
{
  guint64 state = begin (self, lead, 1);
  guint left = below (&state, 1000);

  for (guint i = 0; i < sandbox_n_languages; i++) {
    if (left < sandbox_languages[i].weight)
      return &sandbox_languages[i];
    left -= sandbox_languages[i].weight;
  }
  return &sandbox_languages[0];
}

/* Long threads must not stand side by side in the list: ranks are dealt by a stride that meets each
 * once. */
static guint
rank_of (SandboxGenerator *self, guint lead)
{
  return lead == 0 ? 0 : 1 + (guint) ((guint64) (lead - 1) * self->stride % (self->leads - 1));
}

static guint
divisor (guint a, guint b)
{
  return b == 0 ? a : divisor (b, a % b);
}

static guint
find_stride (guint n)
{
  guint stride = n * 5 / 8 | 1;

  while (n > 1 && divisor (stride, n) != 1)
    stride += 2;
  return stride;
}

/* The tail: the share of rank r falls as 1/r^0.7. */
static void
spread (guint *lengths, guint first, guint n, guint64 total)
{
  double sum = 0;
  guint64 given = 0;

  for (guint r = 0; r < n; r++)
    sum += pow (r + 1, -0.7);
  for (guint r = 0; r < n; r++) {
    guint share = (guint) ((double) (total - MIN (n, total)) * pow (r + 1, -0.7) / sum);

    lengths[first + r] = MIN (1 + share, LONGEST_THREAD);
    given += lengths[first + r];
  }
  for (guint r = 0; given < total && r < n; r = (r + 1) % n) {
    lengths[first + r]++;
    given++;
  }
}

static void
put_longest_first (guint *lengths, guint n)
{
  guint longest = 0;
  guint first = lengths[0];

  for (guint r = 1; r < n; r++)
    longest = lengths[r] > lengths[longest] ? r : longest;
  lengths[0] = lengths[longest];
  lengths[longest] = first;
}

static void
deal (SandboxGenerator *self, guint *by_rank, guint64 messages)
{
  guint longest = self->leads > 1 ? (guint) CLAMP (messages / 40, 1, LONGEST_THREAD)
                                  : (guint) MIN (messages, LONGEST_THREAD);
  guint n_long = MIN (self->leads / 500, self->leads - 1);
  guint64 used = longest;

  by_rank[0] = longest;
  for (guint r = 1; r <= n_long; r++) {
    by_rank[r] = (guint) CLAMP (messages / 2 / n_long, 1, MIN (5000, longest));
    used += by_rank[r];
  }
  if (self->leads > n_long + 1)
    spread (by_rank, n_long + 1, self->leads - n_long - 1, messages > used ? messages - used : 0);
  put_longest_first (by_rank, self->leads);
}

SandboxGenerator *
sandbox_generator_new (guint64 seed, guint leads, guint messages)
{
  SandboxGenerator *self = g_new0 (SandboxGenerator, 1);
  g_autofree guint *by_rank = g_new0 (guint, MAX (leads, 1));

  self->seed = seed;
  self->leads = leads;
  self->lengths = g_new0 (guint, MAX (leads, 1));
  self->stride = leads > 1 ? find_stride (leads - 1) : 1;
  self->text = g_string_new (NULL);
  if (leads > 0)
    deal (self, by_rank, MAX (messages, leads));
  for (guint i = 0; i < leads; i++)
    self->lengths[i] = by_rank[rank_of (self, i)];
  return self;
}

void
sandbox_generator_free (SandboxGenerator *self)
{
  if (self == NULL)
    return;

  g_free (self->lengths);
  g_string_free (self->text, TRUE);
  g_free (self);
}

guint
sandbox_generator_get_n_leads (SandboxGenerator *self)
{
  return self->leads;
}

guint
sandbox_generator_get_n_messages (SandboxGenerator *self, guint lead)
{
  return self->lengths[lead];
}

void
sandbox_lead_clear (SandboxLead *lead)
{
  g_clear_pointer (&lead->handle, g_free);
  g_clear_pointer (&lead->name, g_free);
}

/* Handles are ASCII whatever the script of the name. */
static char *
make_handle (guint64 *state, guint lead)
{
  const SandboxLanguage *english = &sandbox_languages[0];
  g_autofree char *first = g_ascii_strdown (pick (state, english->firsts), -1);
  g_autofree char *last = g_ascii_strdown (pick (state, english->lasts), -1);
  static const char *const joints[] = { ".", "_", "", ".x." };

  return g_strdup_printf ("%s%s%s%u", first, joints[below (state, G_N_ELEMENTS (joints))], last,
                          lead);
}

static char *
make_name (guint64 *state, const SandboxLanguage *language)
{
  const char *first = pick (state, language->firsts);
  const char *last = pick (state, language->lasts);

  switch (below (state, 40)) {
  case 0:
    return g_strdup_printf ("✨ %s ✨", first);
  case 1:
    return g_strdup_printf ("%s | mindset · body · business | %s", first, last);
  case 2:
    return g_strdup (first);
  default:
    return g_str_equal (language->code, "ja") ? g_strconcat (last, first, NULL)
                                              : g_strconcat (first, " ", last, NULL);
  }
}

void
sandbox_generator_get_lead (SandboxGenerator *self, guint lead, SandboxLead *out)
{
  const SandboxLanguage *language = language_of (self, lead);
  guint64 state = begin (self, lead, 2);
  double age = unit (&state);

  out->handle = make_handle (&state, lead);
  out->name = make_name (&state, language);
  out->language = language->code;
  out->messages = self->lengths[lead];
  out->newest_age = MINUTE_MS + (gint64) (age * age * age * 300 * DAY_MS);
  out->follows = below (&state, 3) > 0;
}

static void
add_phrase (SandboxGenerator *self, guint64 *state, const SandboxLanguage *language, gboolean ours)
{
  const char *phrase = ours                    ? pick (state, language->answers)
                       : below (state, 10) < 3 ? pick (state, language->asks)
                                               : pick (state, language->tells);
  const char *gap = strchr (phrase, '%');

  if (self->text->len > 0)
    g_string_append_c (self->text, below (state, 4) == 0 ? '\n' : ' ');
  if (gap == NULL) {
    g_string_append (self->text, phrase);
    return;
  }
  g_string_append_len (self->text, phrase, gap - phrase);
  g_string_append (self->text, pick (state, language->topics));
  g_string_append (self->text, gap + 1);
}

static void
write_text (SandboxGenerator *self, guint64 *state, guint lead, gboolean ours)
{
  const SandboxLanguage *language = language_of (self, lead);
  guint n = 1 + zipf (state, 5);

  g_string_truncate (self->text, 0);
  if (!ours && below (state, 100) == 0) {
    guint k = below (state, g_strv_length ((char **) sandbox_hostile));

    g_string_append (self->text, sandbox_hostile[k]);
    return;
  }
  for (guint i = 0; i < n; i++)
    add_phrase (self, state, language, ours);
}

/* How long before the newest of its thread: talks of a few messages with pauses between them. */
static gint64
age_in_thread (SandboxGenerator *self, guint lead, guint from_end)
{
  guint64 state = begin (self, lead, 3);
  guint64 talk = begin (self, lead, G_GUINT64_CONSTANT (1) << 40 | from_end / TALK);
  guint64 line = begin (self, lead, G_GUINT64_CONSTANT (1) << 41 | from_end);
  gint64 longest = MAX (HOUR_MS / 2, 1000 * DAY_MS / (self->lengths[lead] / TALK + 1));
  gint64 pause = MIN (HOUR_MS + (gint64) (unit (&state) * TALK_PAUSE), longest);

  if (from_end == 0)
    return 0;
  if (from_end < TALK)
    return (gint64) from_end * TALK_STEP + below (&line, TALK_STEP);
  return (gint64) (from_end / TALK) * pause + (gint64) (unit (&talk) * (double) (pause / 4)) +
         (gint64) (from_end % TALK) * TALK_STEP + below (&line, TALK_STEP);
}

static guint
draw_kind (guint64 *state, gboolean ours, gboolean is_first)
{
  guint n = below (state, 1000);

  if (!ours && is_first && n < 250)
    return SANDBOX_STORY_REPLY;
  if (n >= 100)
    return SANDBOX_TEXT;
  if (ours)
    return n < 50 ? SANDBOX_IMAGE : SANDBOX_VOICE;
  return n < 50   ? SANDBOX_IMAGE
         : n < 65 ? SANDBOX_VOICE
         : n < 75 ? SANDBOX_VIDEO
         : n < 88 ? SANDBOX_SHARE
         : n < 94 ? SANDBOX_STORY_REPLY
         : n < 97 ? SANDBOX_STORY_MENTION
                  : SANDBOX_UNSUPPORTED;
}

void
sandbox_generator_get_line (
  SandboxGenerator *self, guint lead, guint place, gint64 now, SandboxLine *out)
{
  guint64 person = begin (self, lead, 2);
  guint64 state = begin (self, lead, G_GUINT64_CONSTANT (1) << 42 | place);
  double age = unit (&person);

  out->at = now - MINUTE_MS - (gint64) (age * age * age * 300 * DAY_MS) -
            age_in_thread (self, lead, self->lengths[lead] - 1 - place);
  out->from_us = place > 0 && below (&state, 5) < 2;
  out->kind = draw_kind (&state, out->from_us, place == 0);
  out->text = NULL;
  if (out->kind == SANDBOX_TEXT || out->kind == SANDBOX_STORY_REPLY) {
    write_text (self, &state, lead, out->from_us);
    out->text = self->text->str;
  }
}

void
sandbox_generator_foreach (
  SandboxGenerator *self, guint lead, gint64 now, SandboxLineFunc func, gpointer data)
{
  for (guint i = 0; i < self->lengths[lead]; i++) {
    SandboxLine line = { 0 };

    sandbox_generator_get_line (self, lead, i, now, &line);
    func (&line, data);
  }
}
