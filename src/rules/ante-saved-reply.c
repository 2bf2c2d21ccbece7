#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-saved-reply.h"

#include <string.h>

/* One "{name}" or "{name|fallback}". */
typedef struct {
  const char *start;
  const char *end;
  char *name;
  char *fallback; /* NULL without one; it may be "" */
} Place;

static void
place_clear (Place *place)
{
  g_free (place->name);
  g_free (place->fallback);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
is_name (char c)
{
  return g_ascii_islower (c) || c == '_';
}

/* Whether one begins at @text, which is a brace. Braces of anything else are words like others. */
static gboolean
read_place (const char *text, Place *place)
{
  const char *name = text + 1;
  const char *p = name;

  while (is_name (*p))
    p++;
  if (p == name || (*p != '}' && *p != '|'))
    return FALSE;
  place->start = text;
  place->name = g_strndup (name, (gsize) (p - name));
  if (*p == '|') {
    const char *fallback = ++p;

    p += strcspn (p, "{}\n");
    if (*p == '}')
      place->fallback = g_strndup (fallback, (gsize) (p - fallback));
  }
  if (*p == '}') {
    place->end = p + 1;
    return TRUE;
  }
  g_clear_pointer (&place->name, g_free);
  return FALSE;
}

static gboolean
find_place (const char *text, Place *place)
{
  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{')) {
    if (read_place (p, place))
      return TRUE;
  }
  return FALSE;
}

/* (nullable): "" where it is not known; NULL for a name that stands for nothing. */
static const char *
find_word (const AnteReplyWords *words, const char *name)
{
  const struct {
    const char *name;
    const char *word;
  } all[] = {
    { "first_name", words->first_name },
    { "handle", words->handle },
    { "booking_link", words->booking_link },
    { "my_name", words->my_name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    if (g_str_equal (all[i].name, name))
      return all[i].word != NULL ? all[i].word : "";
  }
  return NULL;
}

/**
 * ante_saved_reply_fill:
 * @text: words of a saved reply
 * @words: what is known
 *
 * Puts what is known in its place, or else the words after the bar. What has neither stays as it
 * is: a gap.
 *
 * Returns: (transfer full): what stands in the message
 */
char *
ante_saved_reply_fill (const char *text, const AnteReplyWords *words)
{
  GString *filled = g_string_new (NULL);
  const char *rest = text;

  for (;;) {
    g_auto (Place) place = { 0 };
    const char *word = NULL;

    if (!find_place (rest, &place))
      break;
    word = find_word (words, place.name);
    g_string_append_len (filled, rest, place.start - rest);
    if (word != NULL && *word != '\0')
      g_string_append (filled, word);
    else if (place.fallback != NULL)
      g_string_append (filled, place.fallback);
    else
      g_string_append_printf (filled, "{%s}", place.name);
    rest = place.end;
  }
  g_string_append (filled, rest);
  return g_string_free (filled, FALSE);
}

/**
 * ante_saved_reply_find_gap:
 * @start: (out): where the first gap begins
 * @end: (out): what comes after it
 *
 * Returns: whether something in @text is still to be filled in
 */
gboolean
ante_saved_reply_find_gap (const char *text, const char **start, const char **end)
{
  g_auto (Place) place = { 0 };

  if (!find_place (text, &place))
    return FALSE;
  *start = place.start;
  *end = place.end;
  return TRUE;
}

/**
 * ante_saved_reply_find_unknown:
 *
 * Returns: (transfer full) (nullable): the first name in braces for which no words can come and
 * which has none of its own: most likely it is misspelt
 */
char *
ante_saved_reply_find_unknown (const char *text)
{
  const AnteReplyWords none = { 0 };
  const char *rest = text;

  for (;;) {
    g_auto (Place) place = { 0 };

    if (!find_place (rest, &place))
      return NULL;
    if (find_word (&none, place.name) == NULL && place.fallback == NULL)
      return g_steal_pointer (&place.name);
    rest = place.end;
  }
}

static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  }
  return FALSE;
}

/**
 * ante_saved_reply_first_name:
 * @name: (nullable): as Instagram has it: "✨ Maya Lind | Coach ✨"
 *
 * Returns: (transfer full) (nullable): what to call them; %NULL where no word of it has a letter
 */
char *
ante_saved_reply_first_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name != NULL ? name : "", " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (has_letter (words[i]))
      return g_strdup (words[i]);
  }
  return NULL;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static gboolean
holds (const char *text, const char *query)
{
  g_autofree char *folded_text = NULL;
  g_autofree char *folded_query = NULL;

  /* Words by their beginnings, accents or not; or the very letters, as where no spaces are. */
  if (g_str_match_string (query, text, TRUE))
    return TRUE;
  folded_text = fold (text);
  folded_query = fold (query);
  return strstr (folded_text, folded_query) != NULL;
}

/**
 * ante_saved_reply_rank:
 * @query: what was typed, "" for nothing
 * @source: what brought the lead
 *
 * Returns: how early @reply is offered, 0 first; -1 when it is not: it does not fit what was typed,
 * or nothing was and it is for leads of another source
 */
int
ante_saved_reply_rank (const AnteReply *reply, const char *query, AnteSourceKind source)
{
  gboolean fits = reply->source != ANTE_SOURCE_UNKNOWN && reply->source == source;
  gboolean other = reply->source != ANTE_SOURCE_UNKNOWN && !fits;
  int rank = fits ? 0 : other ? 2 : 1;

  if (*query == '\0')
    return other ? -1 : rank;
  if (holds (reply->name, query))
    return rank;
  return holds (reply->text, query) ? 3 + rank : -1;
}
