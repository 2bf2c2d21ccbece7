#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-capability.h"

#include <stddef.h>
#include <string.h>

static const char *const shapes[] = { "schema", "tool", "json", "words", NULL };

static const struct {
  const char *word;
  gsize offset;
} flags[] = {
  { "other-length", offsetof (AnteCapability, other_length) },
  { "no-stream-options", offsetof (AnteCapability, no_stream_options) },
  { "no-extras", offsetof (AnteCapability, no_extras) },
  { "no-temperature", offsetof (AnteCapability, no_temperature) },
  { "no-stream", offsetof (AnteCapability, no_stream) },
};

const char *
ante_shape_to_nick (AnteShape shape)
{
  return shapes[shape];
}

/* The form in which it is kept: "schema other-length 1795428000000". */
char *
ante_capability_to_text (const AnteCapability *self)
{
  GString *text = g_string_new (shapes[self->shape]);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    if (G_STRUCT_MEMBER (gboolean, self, flags[i].offset))
      g_string_append_printf (text, " %s", flags[i].word);
  }
  g_string_append_printf (text, " %" G_GINT64_FORMAT, self->learnt_at);
  return g_string_free (text, FALSE);
}

static gboolean
take_word (AnteCapability *self, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    if (g_str_equal (word, flags[i].word)) {
      G_STRUCT_MEMBER (gboolean, self, flags[i].offset) = TRUE;
      return TRUE;
    }
  }
  for (guint i = 0; shapes[i] != NULL; i++) {
    if (g_str_equal (word, shapes[i])) {
      self->shape = (AnteShape) i;
      return TRUE;
    }
  }
  return g_ascii_string_to_signed (word, 10, 0, G_MAXINT64, &self->learnt_at, NULL);
}

/**
 * ante_capability_from_text:
 * @text: (nullable): what ante_capability_to_text() gave
 *
 * Returns: whether it could be read and is not too old; else @self is as nothing were known
 */
gboolean
ante_capability_from_text (AnteCapability *self, const char *text, gint64 now_ms)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  gboolean ok = words[0] != NULL;

  memset (self, 0, sizeof *self);
  for (guint i = 0; ok && words[i] != NULL; i++)
    ok = take_word (self, words[i]);
  ok = ok && self->learnt_at > 0 && self->learnt_at <= now_ms &&
       now_ms - self->learnt_at < ANTE_CAPABILITY_LASTS_MS;
  if (!ok)
    memset (self, 0, sizeof *self);
  return ok;
}

gboolean
ante_capability_drop (gboolean *flag, gboolean is_named)
{
  gboolean changed = is_named && !*flag;

  *flag = *flag || is_named;
  return changed;
}
