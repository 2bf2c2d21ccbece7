#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-throttle.h"

#include <libsoup/soup.h>
#include <time.h>

#include "rules/ante-json.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define MINUTE (60 * SECOND)

#define FIRST_WAIT MINUTE
#define LONGEST_WAIT (15 * MINUTE)

/* No header makes us wait longer than the longest window that Instagram counts in. */
#define LONGEST_TOLD (24 * 60 * MINUTE)

/* What a header said is not news for longer than this. */
#define USAGE_LASTS (5 * MINUTE)

#define MAX_USAGE 1000

/* The longest usage header: 32 objects of some 200 bytes. */
#define MAX_HEADER 16384

#define TIME_LEFT "estimated_time_to_regain_access"

/**
 * ante_throttle_clock:
 *
 * Returns: ms of a clock that nobody sets and that goes on while the machine sleeps
 */
gint64
ante_throttle_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

typedef struct {
  guint usage;
  gint64 wait;
} Told;

static void
add_numbers (Told *told, JsonObject *object)
{
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *name = names; name != NULL; name = name->next) {
    gint64 value = ante_json_int (object, name->data, 0);

    if (g_str_equal (name->data, TIME_LEFT))
      told->wait = MAX (told->wait, CLAMP (value, 0, LONGEST_TOLD / MINUTE) * MINUTE);
    else
      told->usage = MAX (told->usage, (guint) CLAMP (value, 0, MAX_USAGE));
  }
}

static JsonObject *
parse_header (const char *header, JsonNode **root)
{
  g_autoptr (GBytes) bytes = NULL;

  if (header == NULL || strlen (header) > MAX_HEADER)
    return NULL;
  bytes = g_bytes_new_static (header, strlen (header));
  return ante_json_parse_object (bytes, root, NULL);
}

static void
read_app_usage (Told *told, const char *header)
{
  g_autoptr (JsonNode) root = NULL;

  add_numbers (told, parse_header (header, &root));
}

static void
read_business_usage (Told *told, const char *header)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse_header (header, &root);
  g_autoptr (GList) accounts = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *account = accounts; account != NULL; account = account->next) {
    JsonArray *array = ante_json_list (object, account->data);

    for (guint i = 0; i < ante_json_length (array); i++)
      add_numbers (told, ante_json_item (array, i));
  }
}

/* Seconds, or a date. */
static gint64
read_retry_after (const AnteAnswer *answer)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds = 0;

  if (answer->retry_after == NULL)
    return 0;
  if (g_ascii_string_to_signed (answer->retry_after, 10, 0, LONGEST_TOLD / SECOND, &seconds, NULL))
    return seconds * SECOND;

  date = soup_date_time_new_from_http_string (answer->retry_after);
  if (date == NULL || answer->date == 0)
    return 0;
  return CLAMP (g_date_time_to_unix (date) * SECOND - answer->date, 0, LONGEST_TOLD);
}

static gint64
back_off (guint refusals, double jitter)
{
  gint64 wait = FIRST_WAIT << MIN (refusals, 4);

  return (gint64) ((double) MIN (wait, LONGEST_WAIT) * jitter);
}

/**
 * ante_throttle_note:
 * @answer: an answer, whatever it was
 * @refused: it said that we ask too much
 * @now: ms of ante_throttle_clock()
 * @jitter: factor of a wait that nobody told us, 0.8 to 1.2, so that clients do not return together
 */
void
ante_throttle_note (
  AnteThrottle *self, const AnteAnswer *answer, gboolean refused, gint64 now, double jitter)
{
  Told told = { 0 };
  gint64 wait = 0;

  read_app_usage (&told, answer->app_usage);
  read_business_usage (&told, answer->business_usage);
  if (answer->app_usage != NULL || answer->business_usage != NULL) {
    self->usage = told.usage;
    self->usage_at = now;
  }

  if (refused) {
    wait = told.wait > 0 ? told.wait : read_retry_after (answer);
    if (wait == 0)
      wait = back_off (self->refusals, jitter);
    self->refusals++;
  } else {
    self->refusals = 0;
    wait = told.usage >= 100 ? told.wait : 0;
  }
  if (wait > 0)
    self->until = MAX (self->until, now + wait);
}

/* How much longer nothing may leave, ms; 0 when free. */
gint64
ante_throttle_left (const AnteThrottle *self, gint64 now)
{
  return MAX (self->until - now, 0);
}

guint
ante_throttle_usage (const AnteThrottle *self, gint64 now)
{
  return now - self->usage_at < USAGE_LASTS ? self->usage : 0;
}
