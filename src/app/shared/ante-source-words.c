#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-source-words.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-text.h"
#include "rules/ante-window.h"

static char *
describe_date (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (at / 1000);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / 1000);
  gboolean same_year = g_date_time_get_year (then) == g_date_time_get_year (today);

  return g_date_time_format (then, same_year ? "%-d %b" : "%-d %b %Y");
}

char *
ante_source_words_story (gint64 at, gint64 now)
{
  g_autofree char *date = describe_date (at, now);

  /* Translators: a date, "12 Nov". */
  return g_strdup_printf (now - at < ANTE_DAY_MS ? _ ("story of %s") : _ ("expired story, %s"),
                          date);
}

char *
ante_source_words_touch (AnteSourceKind kind, const char *detail, gint64 at, gint64 now)
{
  g_autofree char *touch = ante_words_touch (kind, detail);
  g_autofree char *story = NULL;

  if (kind != ANTE_SOURCE_STORY_REPLY || at <= 0)
    return g_steal_pointer (&touch);
  story = ante_source_words_story (at, now);
  return g_strdup_printf ("%s, %s", touch, story);
}

char *
ante_source_words_trust (AnteSourceKind kind, const char *detail, const char *referrer)
{
  const char *told = referrer != NULL ? referrer : detail;
  g_autofree char *isolated = told != NULL && *told != '\0' ? ante_text_isolate (told) : NULL;

  if (kind == ANTE_SOURCE_REFERRAL && isolated != NULL)
    return g_strdup_printf (_ ("Warm: sent by %s"), isolated);
  if (kind == ANTE_SOURCE_DM_AD && isolated != NULL)
    return g_strdup_printf (_ ("Cold: has seen the ad %s"), isolated);
  return g_strdup (ante_words_trust (kind));
}
