#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "engine/ante-brief-day.h"
#include "paper/ante-sheets.h"
#include "rules/ante-moment.h"
#include "rules/ante-text.h"

/* The brief of a lead: as JSON, in words, and on paper. */

/* --- as JSON -------------------------------------------------------------------------------- */

static const char *
mark_of (const AnteBriefLine *line)
{
  if ((line->marks & ANTE_BRIEF_BY_AI) != 0)
    return (line->marks & ANTE_BRIEF_UNCONFIRMED) != 0 ? "ai-unconfirmed" : "ai";
  return (line->marks & ANTE_BRIEF_UNCONFIRMED) != 0 ? "unconfirmed" : NULL;
}

static JsonObject *
json_line (const AnteBriefLine *line)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "label", line->label);
  ctl_set_text (object, "text", line->text);
  json_object_set_boolean_member (object, "quote", line->is_quote);
  ctl_set_text (object, "source", ante_brief_source_to_nick (line->source));
  ctl_set_text (object, "message_id", line->mid);
  if (line->fact_id != 0)
    json_object_set_int_member (object, "fact_id", line->fact_id);
  else
    json_object_set_null_member (object, "fact_id");
  ctl_set_text (object, "by", line->party);
  ctl_set_time (object, "at", line->at);
  ctl_set_text (object, "mark", mark_of (line));
  return object;
}

static JsonArray *
json_sections (const AnteBrief *brief)
{
  JsonArray *sections = json_array_new ();
  JsonArray *lines = NULL;
  int part = -1;

  for (guint i = 0; i < brief->lines->len; i++) {
    const AnteBriefLine *line = brief->lines->pdata[i];

    if (!ante_brief_line_is_shown (line, brief->shown))
      continue;
    if ((int) line->part != part) {
      JsonObject *section = json_object_new ();

      lines = json_array_new ();
      ctl_set_text (section, "section", ante_brief_part_to_nick (line->part));
      ctl_set_text (section, "title", ante_brief_get_title (brief, line->part));
      json_object_set_array_member (section, "lines", lines);
      json_array_add_object_element (sections, section);
    }
    part = (int) line->part;
    json_array_add_object_element (lines, json_line (line));
  }
  return sections;
}

static JsonObject *
json_completeness (const AnteBrief *brief)
{
  JsonObject *object = json_object_new ();
  JsonArray *missing = json_array_new ();

  json_object_set_int_member (object, "known", brief->n_known);
  json_object_set_int_member (object, "of", brief->n_wanted);
  for (guint i = 0; i < brief->missing->len; i++)
    json_array_add_string_element (
      missing, ante_fact_kind_to_nick (g_array_index (brief->missing, AnteFactKind, i)));
  json_object_set_array_member (object, "missing", missing);
  ctl_set_text (object, "words", brief->completeness);
  return object;
}

static JsonObject *
json_brief (const AnteBrief *brief)
{
  g_autofree char *rest = ante_brief_dup_rest (brief, brief->shown);
  g_autofree char *legend = ante_brief_dup_legend (brief, brief->shown);
  g_autofree char *reading = ante_brief_dup_reading_time (brief, brief->shown);
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "name", brief->name);
  ctl_set_text (object, "handle", brief->handle);
  ctl_set_text (object, "call", brief->call);
  ctl_set_text (object, "call_link", brief->call_link);
  json_object_set_object_member (object, "completeness", json_completeness (brief));
  json_object_set_int_member (object, "words", ante_brief_count_words (brief, brief->shown));
  json_object_set_int_member (object, "reading_seconds",
                              ante_brief_get_reading_seconds (brief, brief->shown));
  ctl_set_text (object, "reading_time", reading);
  json_object_set_array_member (object, "sections", json_sections (brief));
  json_object_set_int_member (object, "left_out", brief->lines->len - brief->shown);
  ctl_set_text (object, "rest", rest);
  ctl_set_text (object, "legend", legend);
  return object;
}

/* --- the command ---------------------------------------------------------------------------- */

static AnteBrief *
make_brief (Ctl *ctl, AnteLead *lead, gboolean is_private, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  AnteBriefAsk ask = { .is_private = is_private, .now = ante_workspace_now (ctl->workspace) };
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_brief_make_async, store, lead->id, &ask, NULL);
  return ante_brief_make_finish (store, result, error);
}

/* What lies in the printers of who gives no other: Letter where the locale measures in inches. */
static AntePaperKind
usual_paper (void)
{
  const char *locale = g_getenv ("LC_ALL");

  if (locale == NULL || *locale == '\0')
    locale = g_getenv ("LC_PAPER");
  if (locale == NULL || *locale == '\0')
    locale = g_getenv ("LANG");
  return locale != NULL && (strstr (locale, "_US") != NULL || strstr (locale, "_CA") != NULL)
           ? ANTE_PAPER_LETTER
           : ANTE_PAPER_A4;
}

static gboolean
read_paper (const char *nick, AntePaperKind *kind, GError **error)
{
  *kind = usual_paper ();
  if (nick == NULL || ante_paper_kind_from_nick (nick, kind))
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s is no paper; say a4 or letter", nick);
  return FALSE;
}

/* Takes @briefs. */
static gboolean
write_pdf (GPtrArray *briefs, const char *path, AntePaperKind kind, GError **error)
{
  g_autoptr (AnteSheets) sheets = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  AntePaper paper = ante_paper_new (kind);
  gsize size = 0;
  const char *data = NULL;

  sheets = ante_sheets_new_briefs (briefs);
  bytes = ante_sheets_to_pdf (sheets, &paper, &cause);
  if (bytes != NULL) {
    data = g_bytes_get_data (bytes, &size);
    if (g_file_set_contents (path, data, (gssize) size, &cause))
      return TRUE;
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
               "the brief was made, but not written to %s: %s. Give another file, or make room",
               path, cause->message);
  return FALSE;
}

/* All that are booked for today, a page each. */
static JsonNode *
write_today (Ctl *ctl, const char *path, AntePaperKind kind, gboolean is_private, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  gint64 now = ante_workspace_now (ctl->workspace);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AnteMoment moment = ante_moment_at (now, zone, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *briefs = NULL;
  JsonObject *object = NULL;
  guint n = 0;

  if (path == NULL) {
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "say --pdf FILE: the briefs of today go onto paper");
    return NULL;
  }
  CTL_CALL (result, ante_brief_day_async, store, moment.day_start, moment.day_end, is_private, now,
            NULL);
  briefs = ante_brief_day_finish (store, result, error);
  if (briefs == NULL)
    return NULL;
  n = briefs->len;
  if (n == 0) {
    g_ptr_array_unref (briefs);
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO,
                         "no call is booked for today; nothing was written");
    return NULL;
  }
  if (!write_pdf (briefs, path, kind, error))
    return NULL;
  object = json_object_new ();
  json_object_set_int_member (object, "briefs", n);
  ctl_set_text (object, "pdf", path);
  return ctl_object (object);
}

JsonNode *
ctl_brief (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean is_private = ctl_take_flag (args, "--private");
  gboolean today = ctl_take_flag (args, "--today");
  g_autofree char *nick = ctl_take_option (args, "--paper");
  g_autofree char *path = ctl_take_option (args, "--pdf");
  AntePaperKind kind = ANTE_PAPER_A4;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteBrief) brief = NULL;
  g_autoptr (JsonNode) node = NULL;
  GPtrArray *briefs = NULL;

  if (!ctl_check_args (args, today ? 0 : 1, today ? 0 : 1, CTL_BRIEF_USAGE, error) ||
      !read_paper (nick, &kind, error))
    return NULL;
  if (today)
    return write_today (ctl, path, kind, is_private, error);
  if ((lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL ||
      (brief = make_brief (ctl, lead, is_private, error)) == NULL)
    return NULL;
  node = ctl_object (json_brief (brief));
  if (path != NULL) {
    briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);
    g_ptr_array_add (briefs, g_steal_pointer (&brief));
    if (!write_pdf (briefs, path, kind, error))
      return NULL;
  }
  ctl_set_text (json_node_get_object (node), "pdf", path);
  return g_steal_pointer (&node);
}

/* --- in words ------------------------------------------------------------------------------- */

/* NULL for null. */
static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_null_member (object, name) ? NULL
                                                    : json_object_get_string_member (object, name);
}

/* Foreign text moves no cursor. */
static char *
clean (const char *text)
{
  return ante_text_clean_name (text != NULL ? text : "", 0);
}

static void
print_line (JsonObject *line)
{
  const char *label = get_text (line, "label");
  const char *mark = get_text (line, "mark");
  const char *at = get_text (line, "at");
  gboolean is_quote = json_object_get_boolean_member (line, "quote");
  g_autofree char *text = clean (get_text (line, "text"));

  printf ("  %s%s%s%s%s", label != NULL ? label : "", label != NULL ? ": " : "",
          is_quote ? "“" : "", text, is_quote ? "”" : "");
  if (at != NULL)
    printf (" (%.10s)", at);
  if (mark != NULL)
    printf (" [%s]", mark);
  putchar ('\n');
}

static void
print_heads (JsonObject *brief)
{
  g_autofree char *name = clean (get_text (brief, "name"));
  g_autofree char *handle = clean (get_text (brief, "handle"));
  g_autofree char *call = clean (get_text (brief, "call"));

  printf ("%s  %s\n", name, handle);
  if (*call != '\0')
    printf ("%s\n", call);
  printf ("%s; %s\n", get_text (json_object_get_object_member (brief, "completeness"), "words"),
          get_text (brief, "reading_time"));
}

void
ctl_print_brief (JsonNode *node)
{
  JsonObject *brief = json_node_get_object (node);
  JsonArray *sections = json_object_has_member (brief, "sections")
                          ? json_object_get_array_member (brief, "sections")
                          : NULL;
  const char *rest = sections != NULL ? get_text (brief, "rest") : NULL;
  const char *pdf = get_text (brief, "pdf");

  if (sections == NULL) {
    printf ("%d written to %s\n", (int) json_object_get_int_member (brief, "briefs"), pdf);
    return;
  }
  print_heads (brief);
  for (guint i = 0; i < json_array_get_length (sections); i++) {
    JsonObject *section = json_array_get_object_element (sections, i);
    JsonArray *lines = json_object_get_array_member (section, "lines");

    printf ("\n%s\n", get_text (section, "title"));
    for (guint k = 0; k < json_array_get_length (lines); k++)
      print_line (json_array_get_object_element (lines, k));
  }
  if (rest != NULL)
    printf ("\n%s\n", rest);
  if (pdf != NULL)
    printf ("\nWritten to %s\n", pdf);
}
