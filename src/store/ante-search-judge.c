#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-search-judge.h"

#include "model/ante-party.h"
#include "rules/ante-match.h"
#include "rules/memory/ante-link.h"
#include "store/ante-search-leads.h"

static const char *
get_text (sqlite3_stmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

static gboolean
is_setter_named (AnteSearchJudge *self, const char *author)
{
  const char *name = ante_party_get_setter_name (author);
  g_autofree char *folded = NULL;

  if (name == NULL || self->from_setters->len == 0)
    return FALSE;
  folded = ante_match_fold (name);
  for (guint i = 0; i < self->from_setters->len; i++) {
    if (ante_match (folded, self->from_setters->pdata[i]) >= ANTE_MATCH_WORDS)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_from (AnteSearchJudge *self, const char *author, gint64 lead)
{
  guint from = self->words->from;
  gboolean is_lead = g_str_equal (author, ANTE_PARTY_LEAD);

  if (self->words->said && !is_lead)
    return FALSE;
  if (from == 0 && self->words->from_names->len == 0)
    return TRUE;
  if (is_lead)
    return (from & ANTE_SEARCH_LEAD) != 0 ||
           (self->from != NULL && ante_lead_set_has (self->from, lead));
  return (from & ANTE_SEARCH_US) != 0 ||
         ((from & ANTE_SEARCH_COACH) != 0 && g_str_equal (author, ANTE_PARTY_COACH)) ||
         ((from & ANTE_SEARCH_AI) != 0 && g_str_equal (author, ANTE_PARTY_AI)) ||
         ((from & ANTE_SEARCH_ELSEWHERE) != 0 && g_str_equal (author, ANTE_PARTY_ELSEWHERE)) ||
         ((from & ANTE_SEARCH_SETTER) != 0 && ante_party_is_setter (author)) ||
         is_setter_named (self, author);
}

static gboolean
is_to (AnteSearchJudge *self, const char *author, gint64 lead)
{
  guint to = self->words->to;

  if (to == 0 && self->words->to_names->len == 0)
    return TRUE;
  if (!ante_party_is_us (author))
    return (to & ANTE_SEARCH_US) != 0;
  return (to & ANTE_SEARCH_LEAD) != 0 || (self->to != NULL && ante_lead_set_has (self->to, lead));
}

static guint
get_things (sqlite3_stmt *stmt)
{
  const char *kind = get_text (stmt, ANTE_SEARCH_COLUMN_KIND);
  guint things =
    sqlite3_column_int (stmt, ANTE_SEARCH_COLUMN_REACTIONS) != 0 ? ANTE_SEARCH_REACTION : 0;

  if (g_str_equal (kind, "image") || g_str_equal (kind, "sticker"))
    things |= ANTE_SEARCH_PICTURE;
  else if (g_str_equal (kind, "video"))
    things |= ANTE_SEARCH_VIDEO;
  else if (g_str_equal (kind, "voice"))
    things |= ANTE_SEARCH_VOICE;
  else if (g_str_equal (kind, "share"))
    things |= ANTE_SEARCH_SHARE;
  else if (g_str_has_prefix (kind, "story-"))
    things |= ANTE_SEARCH_STORY;
  return things;
}

static gboolean
has_things (AnteSearchJudge *self, sqlite3_stmt *stmt)
{
  guint things = self->words->has->len > 0 ? get_things (stmt) : 0;

  for (guint i = 0; i < self->words->has->len; i++) {
    guint wanted = g_array_index (self->words->has, guint, i);

    if ((wanted & things) == 0 &&
        !((wanted & ANTE_SEARCH_LINK) != 0 &&
          ante_link_find (get_text (stmt, ANTE_SEARCH_COLUMN_TEXT), 0, NULL, NULL)))
      return FALSE;
  }
  return TRUE;
}

/* While sampling each part is counted, so all are looked for. */
static gboolean
has_terms (AnteSearchJudge *self, const char *text)
{
  gboolean fits = TRUE;
  gboolean is_read = FALSE;

  for (guint i = 0; i < self->parts->len && (fits || self->is_sampling); i++) {
    if (self->settled[i])
      continue;
    if (!is_read)
      ante_search_match_read (self->match, text);
    is_read = TRUE;
    if (!ante_search_match_has (self->match, i))
      fits = FALSE;
    else if (self->is_sampling)
      self->seen[i]++;
  }
  return fits;
}

gboolean
ante_search_judge_fits (AnteSearchJudge *self, sqlite3_stmt *stmt)
{
  gint64 lead = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_LEAD);
  gint64 at = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_AT);
  const char *author = get_text (stmt, ANTE_SEARCH_COLUMN_AUTHOR);
  gboolean terms = !self->is_sampling || has_terms (self, get_text (stmt, ANTE_SEARCH_COLUMN_TEXT));

  return terms && (self->words->after == 0 || at >= self->words->after) &&
         (self->words->before == 0 || at < self->words->before) &&
         (self->asked == NULL || ante_lead_set_has (self->asked, lead)) &&
         is_from (self, author, lead) && is_to (self, author, lead) && has_things (self, stmt) &&
         (self->is_sampling || has_terms (self, get_text (stmt, ANTE_SEARCH_COLUMN_TEXT)));
}

void
ante_search_judge_init (AnteSearchJudge *self, const AnteSearchWords *words)
{
  self->words = words;
  self->match = ante_search_match_new (words);
  self->parts = ante_search_match_get_parts (self->match);
  self->seen = g_new0 (guint, self->parts->len + 1);
  self->settled = g_new0 (gboolean, self->parts->len + 1);
  self->from_setters = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < words->from_names->len; i++)
    g_ptr_array_add (self->from_setters, ante_match_fold (words->from_names->pdata[i]));
}

gboolean
ante_search_judge_find_leads (AnteSearchJudge *self, AnteDb *db, GError **error)
{
  return ante_search_leads_asked (db, self->words, &self->asked, error) &&
         ante_search_leads_named (db, self->words->from_names, &self->from, error) &&
         ante_search_leads_named (db, self->words->to_names, &self->to, error);
}

void
ante_search_judge_clear (AnteSearchJudge *self)
{
  ante_search_match_free (self->match);
  g_free (self->seen);
  g_free (self->settled);
  g_ptr_array_unref (self->from_setters);
  g_clear_pointer (&self->asked, g_byte_array_unref);
  g_clear_pointer (&self->from, g_byte_array_unref);
  g_clear_pointer (&self->to, g_byte_array_unref);
}
