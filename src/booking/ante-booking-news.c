#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-news.h"

/**
 * Comparing:
 * @by_key: (element-type utf8 AnteBookingKnown): by name and instance
 * @by_uid: (element-type utf8 AnteBookingKnown): by name, where it did not repeat
 * @met: (element-type AnteBookingKnown): those of which something was seen
 * @moved_from: (element-type utf8): names of bookings that others took the place of
 */
typedef struct {
  GHashTable *by_key;
  GHashTable *by_uid;
  GHashTable *met;
  GHashTable *moved_from;
  GArray *changes;
} Comparing;

static const char *const nicks[] = { "same", "new",     "moved",   "changed", "cancelled",
                                     "back", "no-show", "missing", "gone" };

const char *
ante_booking_news_to_nick (AnteBookingNews news)
{
  g_return_val_if_fail ((guint) news < G_N_ELEMENTS (nicks), NULL);

  return nicks[news];
}

static char *
make_key (const char *uid, gint64 recurrence_id)
{
  return g_strdup_printf ("%s\n%" G_GINT64_FORMAT, uid, recurrence_id);
}

static void
begin (Comparing *self, GPtrArray *known, GPtrArray *seen)
{
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->met = g_hash_table_new (NULL, NULL);
  self->moved_from = g_hash_table_new (g_str_hash, g_str_equal);
  self->changes = g_array_new (FALSE, FALSE, sizeof (AnteBookingChange));
  for (guint i = 0; i < known->len; i++) {
    AnteBookingKnown *booking = known->pdata[i];

    g_hash_table_insert (self->by_key, make_key (booking->uid, booking->recurrence_id), booking);
    if (booking->recurrence_id == 0)
      g_hash_table_insert (self->by_uid, (char *) booking->uid, booking);
  }
  for (guint i = 0; i < seen->len; i++) {
    const AnteCalendarEvent *event = seen->pdata[i];

    if (event->previous != NULL)
      g_hash_table_add (self->moved_from, event->previous);
  }
}

static void
end (Comparing *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->met);
  g_hash_table_unref (self->moved_from);
}

/* The same booking; or one that did not repeat when it was seen, and now does; or the one in whose
 * place it came. */
static AnteBookingKnown *
find_known (Comparing *self, const AnteCalendarEvent *event, gboolean *was_replaced)
{
  g_autofree char *key = make_key (event->uid, event->recurrence_id);
  AnteBookingKnown *known = g_hash_table_lookup (self->by_key, key);
  AnteBookingKnown *once = g_hash_table_lookup (self->by_uid, event->uid);

  *was_replaced = FALSE;
  if (known != NULL)
    return known;
  if (once != NULL && event->recurrence_id == once->start)
    return once;
  if (event->previous != NULL && event->status != ANTE_CALENDAR_CANCELLED) {
    known = g_hash_table_lookup (self->by_uid, event->previous);
    *was_replaced = known != NULL;
  }
  return known;
}

static AnteBookingNews
compare (const AnteBookingKnown *known, const AnteCalendarEvent *event)
{
  gboolean was_off = known->status == ANTE_CALENDAR_CANCELLED;
  gboolean is_off = event->status == ANTE_CALENDAR_CANCELLED;

  /* A copy from before what is known already. */
  if (event->sequence < known->sequence)
    return ANTE_BOOKING_NEWS_SAME;
  if (is_off)
    return was_off ? ANTE_BOOKING_NEWS_SAME : ANTE_BOOKING_NEWS_CANCELLED;
  if (was_off)
    return ANTE_BOOKING_NEWS_BACK;
  if (event->start != known->start)
    return ANTE_BOOKING_NEWS_MOVED;
  if (event->no_show && !known->no_show)
    return ANTE_BOOKING_NEWS_NO_SHOW;
  if (event->end != known->end || event->status != known->status ||
      event->no_show != known->no_show || g_strcmp0 (event->summary, known->summary) != 0 ||
      g_strcmp0 (event->location, known->location) != 0)
    return ANTE_BOOKING_NEWS_CHANGED;
  return ANTE_BOOKING_NEWS_SAME;
}

static void
add (Comparing *self,
     AnteBookingNews news,
     const AnteBookingKnown *known,
     const AnteCalendarEvent *seen)
{
  AnteBookingChange change = { news, known, seen };

  g_array_append_val (self->changes, change);
}

static void
take_seen (Comparing *self, const AnteCalendarEvent *event)
{
  gboolean was_replaced = FALSE;
  AnteBookingKnown *known = find_known (self, event, &was_replaced);

  if (known != NULL)
    g_hash_table_add (self->met, known);
  /* What another took the place of was not called off: it is told with that other. */
  if (event->status == ANTE_CALENDAR_CANCELLED &&
      g_hash_table_contains (self->moved_from, event->uid))
    return;
  if (known == NULL)
    add (self,
         event->status == ANTE_CALENDAR_CANCELLED ? ANTE_BOOKING_NEWS_CANCELLED
                                                  : ANTE_BOOKING_NEWS_NEW,
         NULL, event);
  else if (was_replaced)
    add (self, ANTE_BOOKING_NEWS_MOVED, known, event);
  else
    add (self, compare (known, event), known, event);
}

/* Past ones fall out of a feed by themselves. */
static guint
take_missing (Comparing *self, const AnteBookingKnown *known, const AnteBookingLook *look)
{
  gboolean is_gone = known->missing > 0 && known->start > look->now;

  if (g_hash_table_contains (self->met, known) || known->status == ANTE_CALENDAR_CANCELLED ||
      known->start < look->from || known->start >= look->to)
    return 0;
  add (self, is_gone ? ANTE_BOOKING_NEWS_GONE : ANTE_BOOKING_NEWS_MISSING, known, NULL);
  return is_gone ? 1 : 0;
}

GArray *
ante_booking_compare (GPtrArray *known,
                      GPtrArray *seen,
                      const AnteBookingLook *look,
                      gboolean *must_ask)
{
  Comparing comparing = { 0 };
  guint n_gone = 0;

  begin (&comparing, known, seen);
  for (guint i = 0; i < seen->len; i++)
    take_seen (&comparing, seen->pdata[i]);
  for (guint i = 0; look->is_whole && i < known->len; i++)
    n_gone += take_missing (&comparing, known->pdata[i], look);
  end (&comparing);
  *must_ask = n_gone > ANTE_BOOKING_MAY_VANISH;
  return comparing.changes;
}
