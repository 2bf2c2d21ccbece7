#include "booking/ante-ics.h"

#include <string.h>

#include "feeds.h"

/* With the shapes that there are, more than two hundred feeds. */
#define SEEDS 12

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
tell (const AnteIcs *ics)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ics->events->len; i++) {
    const AnteCalendarEvent *event = ics->events->pdata[i];
    const AnteCalendarPerson *lead = NULL;

    g_assert_cmpuint (event->attendees->len, ==, 1);
    lead = event->attendees->pdata[0];
    g_ptr_array_add (lines, g_strdup_printf ("%s%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s",
                                             event->status == ANTE_CALENDAR_CANCELLED ? "-" : "",
                                             event->uid, event->start / 1000, event->end / 1000,
                                             event->summary, lead->email));
    g_assert_nonnull (event->description);
    g_assert_true (g_utf8_validate (event->description, -1, NULL));
    g_assert_null (strstr (event->description, "<br>"));
  }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static void
check_feed (const Feed *feed)
{
  AnteIcsRange range = ante_ics_range_all (FEEDS_NOW);
  g_autoptr (GBytes) bytes = g_bytes_new (feed->text, feed->length);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (AnteIcs) ics = ante_ics_read (bytes, &range, zone);
  g_autoptr (GPtrArray) told = tell (ics);

  for (guint i = 0; i < ics->damage->len; i++) {
    g_autofree char *words = ante_ics_damage_to_text (ics->damage->pdata[i]);

    g_error ("%s: %s", feed->shape, words);
  }
  for (guint i = 0; i < MIN (told->len, feed->expected->len); i++)
    g_assert_cmpstr (told->pdata[i], ==, feed->expected->pdata[i]);
  g_assert_cmpuint (told->len, ==, feed->expected->len);
  g_assert_cmpuint (ics->n_events, ==, feed->n_events);
  g_assert_true (ics->is_whole && ics->is_calendar);
}

static void
test_shape (gconstpointer data)
{
  for (guint32 seed = 1; seed <= SEEDS; seed++) {
    g_autoptr (Feed) feed = feeds_make (GPOINTER_TO_UINT (data), seed);

    check_feed (feed);
  }
}

/* Bad bytes between two events cost neither of them. */
static void
test_spoilt_neighbours (void)
{
  static const char *const bad[] = {
    "BEGIN:VEVENT\r\nDTSTART:x\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nUID\r\n",
    "END:VEVENT\r\n",
    "\xFF\xFE\x01\x02 nonsense\r\n",
    "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nTRIGGER\r\n",
    "BEGIN:VTODO\r\nSUMMARY:to do\r\n",
    "BEGIN:VEVENT\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n",
    "BEGIN:VFREEBUSY\r\nFREEBUSY:20261001T000000Z/PT1H\r\nEND:VFREEBUSY\r\n",
  };

  for (guint shape = 0; shape < feeds_count_shapes (); shape++) {
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
      AnteIcsRange range = ante_ics_range_all (FEEDS_NOW);
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
      g_autoptr (Feed) feed = feeds_make (shape, 99 + i);
      const char *at = g_strstr_len (feed->text, (gssize) feed->length, "BEGIN:VEVENT");
      g_autoptr (GByteArray) spoilt = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AnteIcs) ics = NULL;
      g_autoptr (GPtrArray) told = NULL;

      g_byte_array_append (spoilt, (const guint8 *) feed->text, (guint) (at - feed->text));
      g_byte_array_append (spoilt, (const guint8 *) bad[i], (guint) strlen (bad[i]));
      g_byte_array_append (spoilt, (const guint8 *) at,
                           (guint) (feed->length - (gsize) (at - feed->text)));
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&spoilt));
      ics = ante_ics_read (bytes, &range, zone);
      told = tell (ics);
      g_assert_cmpuint (told->len, ==, feed->expected->len);
      for (guint k = 0; k < told->len; k++)
        g_assert_cmpstr (told->pdata[k], ==, feed->expected->pdata[k]);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < feeds_count_shapes (); i++) {
    g_autoptr (Feed) feed = feeds_make (i, 0);
    g_autofree char *path = g_strdup_printf ("/ics-feeds/%s", feed->shape);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shape);
  }
  g_assert_cmpuint (feeds_count_shapes () * SEEDS, >=, 200);
  g_test_add_func ("/ics-feeds/spoilt-neighbours", test_spoilt_neighbours);
  return g_test_run ();
}
