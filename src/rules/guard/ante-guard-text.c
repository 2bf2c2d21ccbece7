#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-text.h"

#include <string.h>

/* Cells as UTF-8, each byte with the place of the original that it stands for. */
static void
write_plain (AnteGuardText *self, GArray *cells)
{
  gsize room = cells->len * 6 + 1;
  gsize n = 0;

  self->plain = g_malloc (room);
  self->from = g_new (guint32, room);
  self->to = g_new (guint32, room);
  for (guint i = 0; i < cells->len; i++) {
    const AnteCell *cell = &g_array_index (cells, AnteCell, i);
    int bytes = g_unichar_to_utf8 (cell->c, self->plain + n);

    for (int k = 0; k < bytes; k++) {
      self->from[n + (gsize) k] = cell->start;
      self->to[n + (gsize) k] = cell->end;
    }
    n += (gsize) bytes;
  }
  self->plain[n] = '\0';
  self->from[n] = self->to[n] = n > 0 ? self->to[n - 1] : 0;
}

static AnteGuardText *
text_new (const char *original, AnteSide side)
{
  AnteGuardText *self = g_new0 (AnteGuardText, 1);
  g_autoptr (GArray) cells = NULL;

  self->original = original;
  self->tricks = g_array_new (FALSE, FALSE, sizeof (AnteTrickSpan));
  cells = ante_guard_cells_read (original, self->tricks);
  ante_guard_cells_fold_look_alikes (cells, self->tricks);
  ante_guard_cells_join_spaced (cells, self->tricks);
  ante_guard_cells_fold_leet (cells, self->tricks);
  write_plain (self, cells);
  self->talk = ante_talk_new ();
  ante_talk_add (self->talk, TRUE, self->plain);
  self->line = ante_talk_line (self->talk, 0);
  self->hits = ante_guard_cues_find (self->line, side);
  self->side = side;
  return self;
}

/**
 * ante_guard_text_new:
 * @original: valid UTF-8, of %ANTE_GUARD_MAX_BYTES at most; it must outlive the text
 *
 * Returns: (transfer full): the text as it reads, in words, with all that the tables find in it
 */
AnteGuardText *
ante_guard_text_new (const char *original, AnteSide side)
{
  return text_new (original, side);
}

AnteGuardText *
ante_guard_text_new_decoded (const char *decoded, AnteSide side, guint start, guint end)
{
  AnteGuardText *self = text_new (decoded, side);

  for (gsize i = 0; i <= strlen (self->plain); i++) {
    self->from[i] = start;
    self->to[i] = end;
  }
  self->original = NULL;
  g_array_set_size (self->tricks, 0);
  return self;
}

void
ante_guard_text_free (AnteGuardText *self)
{
  if (self == NULL)
    return;

  g_free (self->plain);
  g_free (self->from);
  g_free (self->to);
  ante_talk_free (self->talk);
  g_array_unref (self->hits);
  g_array_unref (self->tricks);
  g_free (self->meanings);
  g_clear_pointer (&self->learned, g_array_unref);
  g_free (self);
}

/* Read once, since every rule asks. */
const AnteMeanings *
ante_guard_text_meanings (AnteGuardText *self)
{
  if (self->meanings == NULL)
    self->meanings = ante_meanings_read (self->line);
  return self->meanings;
}

void
ante_guard_text_map (const AnteGuardText *self, guint from, guint to, guint *start, guint *end)
{
  *start = self->from[from];
  *end = self->to[to > from ? to - 1 : from];
  for (guint i = from; i < to; i++) {
    *start = MIN (*start, self->from[i]);
    *end = MAX (*end, self->to[i]);
  }
}

void
ante_guard_text_map_words (
  const AnteGuardText *self, guint first, guint after, guint *start, guint *end)
{
  guint n = ante_line_n_words (self->line);

  if (n == 0 || first >= n) {
    *start = 0;
    *end = 0;
    return;
  }
  after = CLAMP (after, first + 1, n);
  ante_guard_text_map (self, ante_line_word (self->line, first)->start,
                       ante_line_word (self->line, after - 1)->end, start, end);
}
