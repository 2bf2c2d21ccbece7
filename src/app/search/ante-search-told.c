#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-told.h"

#include <glib/gi18n.h>

#include "rules/ante-text.h"

static char *
describe_unknown (const AnteSearchNote *note)
{
  g_autofree char *name = g_strconcat (note->name, ":", NULL);

  /* Translators: "form:" is not a search word; did you mean from:? */
  return g_strdup_printf (_ ("“%s” is not a search word; did you mean %s:?"), name,
                          ante_search_operator_get_name (note->near));
}

static char *
describe_note (const AnteSearchNote *note)
{
  const char *name = NULL;
  const char *takes = NULL;
  g_autofree char *short_value = ante_text_one_line (note->value, 40);
  g_autofree char *value = ante_text_isolate (short_value);

  if (note->op == ANTE_SEARCH_N_OPERATORS)
    return describe_unknown (note);
  name = ante_search_operator_get_name (note->op);
  takes = _ (ante_search_operator_get_takes (note->op));
  if (note->is_out)
    return g_strdup_printf (_ ("-%s: is left aside. Only words can be left out."), name);
  if (*note->value == '\0')
    return g_strdup_printf ("%s: %s.", name, takes);
  /* Translators: has:sock is left aside. has: takes link, picture, … */
  return g_strdup_printf (_ ("%s:%s is left aside. %s: %s."), name, value, name, takes);
}

char *
ante_search_told_notes (const AnteSearchWords *words, gboolean is_close)
{
  GString *text = g_string_new (NULL);

  if (is_close)
    g_string_append (text, _ ("No exact match. These are close."));
  for (guint i = 0; i < words->notes->len; i++) {
    g_autofree char *line = describe_note (words->notes->pdata[i]);

    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  }
  return g_string_free (text, FALSE);
}

char *
ante_search_told_count (guint n_hits, guint n_leads, gboolean is_more)
{
  g_autofree char *hits = NULL;
  g_autofree char *leads = g_strdup_printf (ngettext ("%u lead", "%u leads", n_leads), n_leads);

  if (n_hits == 0)
    return g_steal_pointer (&leads);
  hits = is_more
           ? g_strdup_printf (ngettext ("%u message so far", "%u messages so far", n_hits), n_hits)
           : g_strdup_printf (ngettext ("%u message", "%u messages", n_hits), n_hits);
  return g_strdup_printf ("%s · %s", hits, leads);
}

/* (nullable) */
static const AnteSearchNote *
find_unknown (const AnteSearchWords *words)
{
  for (guint i = 0; i < words->notes->len; i++) {
    const AnteSearchNote *note = words->notes->pdata[i];

    if (note->op == ANTE_SEARCH_N_OPERATORS)
      return note;
  }
  return NULL;
}

/* Who wrote what is no operator has not been answered by "nothing". */
gboolean
ante_search_told_nothing (AdwStatusPage *page, const AnteSearchWords *words)
{
  const AnteSearchNote *unknown = find_unknown (words);
  g_autofree char *title = NULL;
  g_autofree char *meant = NULL;

  if (unknown == NULL) {
    adw_status_page_set_title (page, _ ("Nothing Found"));
    adw_status_page_set_description (
      page, _ ("No message has all of this. Try fewer words, or only how they begin."));
    return FALSE;
  }
  title = g_strdup_printf (_ ("“%s:” is not a search word"), unknown->name);
  meant = g_strdup_printf (_ ("Did you mean %s:?"), ante_search_operator_get_name (unknown->near));
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, meant);
  return words->notes->len == 1;
}

char *
ante_search_told_page (const AnteSearchPage *page)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < page->leads->len; i++)
    g_string_append_printf (ids, "%" G_GINT64_FORMAT " ",
                            ((AnteSearchHit *) page->leads->pdata[i])->lead_id);
  for (guint i = 0; i < page->hits->len; i++)
    g_string_append_printf (ids, "%s ", ((AnteSearchHit *) page->hits->pdata[i])->mid);
  return g_string_free (ids, FALSE);
}
