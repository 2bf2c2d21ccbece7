#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-series.h"

#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
#define WATCH_BACK (14 * DAY)
#define WATCH_AHEAD (60 * DAY)

/* All instances of one calendar together. */
#define MOST_INSTANCES 50000
#define MOST_WORDS (64 * 1024 * 1024)

/* Together, for all repetitions of one calendar: a safety valve for what no bound foresees. */
#define RULES_MAY_TAKE (5 * G_USEC_PER_SEC)

/**
 * Instance:
 * @original: when it was first meant to be, Unix time
 * @start: when it is
 * @end: when it ends
 * @draft: (unowned): whose words it has
 *
 * One instance of what repeats.
 */
typedef struct {
  gint64 original;
  gint64 start;
  gint64 end;
  const AnteIcsDraft *draft;
} Instance;

/**
 * Building:
 * @rules_took: so far, µs
 * @n_words: bytes that the instances hold
 *
 * What is needed while the events of one calendar are made.
 */
typedef struct {
  const AnteIcsRange *range;
  AnteIcs *ics;
  gint64 rules_took;
  gsize n_words;
} Building;

/* --- zones --------------------------------------------------------------------------------- */

static AnteIcsZone *
find_zone (AnteIcsStamp *stamp,
           GHashTable *zones,
           GHashTable *unknown,
           AnteIcsZone *given,
           GPtrArray *damage)
{
  AnteIcsZone *zone = g_hash_table_lookup (zones, stamp->tzid);

  if (zone != NULL)
    return ante_ics_zone_ref (zone);
  if (!g_hash_table_contains (unknown, stamp->tzid)) {
    if ((zone = ante_ics_zone_new_named (stamp->tzid)) != NULL) {
      g_hash_table_insert (zones, g_strdup (stamp->tzid), zone);
      return ante_ics_zone_ref (zone);
    }
    g_hash_table_add (unknown, g_strdup (stamp->tzid));
    ante_ics_damage_add (damage, ANTE_ICS_ZONE, stamp->line, stamp->tzid);
  }
  return ante_ics_zone_ref (given);
}

static void
set_unix (AnteIcsStamp *stamp)
{
  stamp->unix_s =
    stamp->time.is_utc ? stamp->time.wall : ante_ics_zone_to_unix (stamp->zone, stamp->time.wall);
}

/* A whole day is the coach's day, whatever the calendar says; what floats is the calendar's. */
static void
resolve (AnteIcsStamp *stamp,
         GHashTable *zones,
         GHashTable *unknown,
         AnteIcsZone *own,
         AnteIcsZone *given,
         GPtrArray *damage)
{
  if (stamp == NULL)
    return;
  if (stamp->time.is_date)
    stamp->zone = ante_ics_zone_ref (given);
  else if (stamp->tzid != NULL && !stamp->time.is_utc)
    stamp->zone = find_zone (stamp, zones, unknown, given, damage);
  else
    stamp->zone = ante_ics_zone_ref (own);
  set_unix (stamp);
}

/* --- one event ----------------------------------------------------------------------------- */

static gint64
add_duration (const AnteIcsZone *zone, gint64 unix_s, const AnteIcsDuration *duration)
{
  gint64 wall = ante_ics_zone_to_wall (zone, unix_s) + duration->days * DAY;

  return (duration->days != 0 ? ante_ics_zone_to_unix (zone, wall) : unix_s) + duration->seconds;
}

/* When it ends if it begins at @start. */
static gint64
end_of (const AnteIcsDraft *draft, gint64 start)
{
  AnteIcsDuration duration = { draft->start->time.is_date ? 1 : 0, 0 };

  if (draft->end == NULL)
    return add_duration (draft->start->zone, start,
                         draft->has_duration ? &draft->duration : &duration);
  if (!draft->start->time.is_date || !draft->end->time.is_date)
    return start + draft->end->unix_s - draft->start->unix_s;
  duration.days = (draft->end->time.wall - draft->start->time.wall) / DAY;
  return add_duration (draft->start->zone, start, &duration);
}

void
ante_ics_series_resolve (AnteIcsDraft *draft,
                         GHashTable *zones,
                         GHashTable *unknown,
                         AnteIcsZone *own,
                         AnteIcsZone *given,
                         GPtrArray *damage)
{
  AnteCalendarEvent *event = draft->event;

  resolve (draft->start, zones, unknown, own, given, damage);
  resolve (draft->end, zones, unknown, own, given, damage);
  resolve (draft->id, zones, unknown, own, given, damage);
  for (guint i = 0; i < draft->dates->len; i++)
    resolve (draft->dates->pdata[i], zones, unknown, own, given, damage);
  for (guint i = 0; i < draft->not_dates->len; i++)
    resolve (draft->not_dates->pdata[i], zones, unknown, own, given, damage);

  event->all_day = draft->start->time.is_date;
  event->floating =
    !draft->start->time.is_utc && !draft->start->time.is_date && draft->start->tzid == NULL;
  event->zone =
    g_strdup (draft->start->time.is_utc ? "UTC" : ante_ics_zone_get_name (draft->start->zone));
  if (end_of (draft, draft->start->unix_s) < draft->start->unix_s) {
    guint line = draft->end != NULL ? draft->end->line : draft->line;

    ante_ics_damage_add (damage, ANTE_ICS_END_FIRST, line, NULL);
    g_clear_pointer (&draft->end, ante_ics_stamp_free);
    draft->has_duration = FALSE;
  }
}

static void
emit (Building *building, const Instance *instance, gboolean repeats)
{
  AnteIcs *ics = building->ics;
  AnteCalendarEvent *event = NULL;

  if (instance->start * 1000 < building->range->from ||
      instance->start * 1000 >= building->range->to)
    return;
  event = ante_calendar_event_copy (instance->draft->event);
  event->start = instance->start * 1000;
  event->end = MAX (instance->end, instance->start) * 1000;
  event->recurrence_id = repeats ? instance->original * 1000 : 0;
  if (instance->draft->is_notice)
    event->status = ANTE_CALENDAR_CANCELLED;
  building->n_words += 500 + (event->description != NULL ? strlen (event->description) : 0);
  g_ptr_array_add (ics->events, event);
}

/* --- repetitions --------------------------------------------------------------------------- */

static gint64
to_wall (gconstpointer zone, gint64 unix_s)
{
  return ante_ics_zone_to_wall (zone, unix_s);
}

/* What never ends is followed around now, wherever the range ends. */
static void
span_of (const AnteIcsRange *range, const AnteIcsDraft *draft, gboolean ends, AnteIcsSpan *span)
{
  gint64 from = range->from / 1000;
  gint64 to = range->to / 1000;
  gint64 now = range->now / 1000;
  gboolean is_open = range->from == G_MININT64;

  if (!ends && is_open)
    from = now - WATCH_BACK;
  if (!ends && range->to == G_MAXINT64)
    to = MAX (now, is_open ? now : from) + WATCH_AHEAD;
  /* Walls are at most a day away, and one that was moved into the range may begin outside of it. */
  *span = (AnteIcsSpan){
    .start = draft->start->time,
    .from = from - 2 * DAY,
    .to = to + 2 * DAY,
    .most = ANTE_ICS_MAX_INSTANCES,
    .to_wall = to_wall,
    .zone = draft->start->zone,
  };
  if (is_open && ends)
    span->from = G_MININT64 / 4;
  if (range->to == G_MAXINT64 && ends)
    span->to = G_MAXINT64 / 4;
}

static void
add_walls (const AnteIcsDraft *draft, GArray *walls, GArray *starts)
{
  for (guint i = 0; i < walls->len; i++) {
    gint64 wall = g_array_index (walls, gint64, i);
    gint64 start =
      draft->start->time.is_utc ? wall : ante_ics_zone_to_unix (draft->start->zone, wall);

    g_array_append_val (starts, start);
  }
}

static void
follow (Building *building, const AnteIcsDraft *draft, const AnteIcsRuleText *rule, GArray *starts)
{
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 began_at = g_get_monotonic_time ();
  gboolean is_cut = FALSE;
  AnteIcsSpan span;
  gboolean followed = building->rules_took < RULES_MAY_TAKE;

  span_of (building->range, draft, ante_ics_rule_kind (rule->text) == ANTE_ICS_RULE_ENDS, &span);
  followed = followed && ante_ics_rule_expand (rule->text, &span, walls, &is_cut);
  building->rules_took += g_get_monotonic_time () - began_at;
  if (!followed)
    ante_ics_damage_add (building->ics->damage, ANTE_ICS_RULE_HARD, rule->line, NULL);
  else if (is_cut)
    ante_ics_damage_add (building->ics->damage, ANTE_ICS_OFTEN, rule->line, NULL);
  if (followed)
    add_walls (draft, walls, starts);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static gint64
day_of (gint64 wall)
{
  return wall >= 0 ? wall / DAY : (wall - DAY + 1) / DAY;
}

/* What is named may be named in another zone, or by its day alone. */
static gboolean
names (const AnteIcsStamp *stamp, const AnteIcsDraft *master, gint64 start)
{
  if (stamp->unix_s == start)
    return TRUE;
  return (stamp->time.is_date || master->start->time.is_date) &&
         day_of (stamp->time.wall) == day_of (ante_ics_zone_to_wall (master->start->zone, start));
}

static gboolean
is_excepted (const AnteIcsDraft *draft, gint64 start, GArray *excluded)
{
  for (guint i = 0; i < draft->not_dates->len; i++) {
    if (names (draft->not_dates->pdata[i], draft, start))
      return TRUE;
  }
  for (guint i = 0; i < excluded->len; i++) {
    if (g_array_index (excluded, gint64, i) == start)
      return TRUE;
  }
  return FALSE;
}

static gint64
seconds_of_date (const AnteIcsDraft *draft, gint64 start)
{
  for (guint i = 0; i < draft->dates->len; i++) {
    const AnteIcsStamp *stamp = draft->dates->pdata[i];

    if (stamp->unix_s == start && stamp->seconds >= 0)
      return stamp->seconds;
  }
  return -1;
}

/* Before which nothing is wanted of it. */
static gint64
earliest_of (const AnteIcsRange *range, const AnteIcsDraft *draft)
{
  for (guint i = 0; i < draft->rules->len && range->from == G_MININT64; i++) {
    const AnteIcsRuleText *rule = draft->rules->pdata[i];

    if (ante_ics_rule_kind (rule->text) == ANTE_ICS_RULE_ENDLESS)
      return range->now / 1000 - WATCH_BACK;
  }
  return G_MININT64;
}

static void
expand (Building *building, const AnteIcsDraft *draft, GArray *instances)
{
  gint64 earliest = earliest_of (building->range, draft);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* The first one counts, whatever the rule says of it. */
  g_array_append_val (starts, draft->start->unix_s);
  for (guint i = 0; i < draft->rules->len; i++)
    follow (building, draft, draft->rules->pdata[i], starts);
  for (guint i = 0; i < draft->not_rules->len; i++)
    follow (building, draft, draft->not_rules->pdata[i], excluded);
  for (guint i = 0; i < draft->dates->len; i++)
    g_array_append_val (starts, ((AnteIcsStamp *) draft->dates->pdata[i])->unix_s);
  g_array_sort (starts, compare_times);

  for (guint i = 0; i < starts->len; i++) {
    gint64 start = g_array_index (starts, gint64, i);
    gint64 seconds = seconds_of_date (draft, start);
    Instance instance = { start, start, seconds >= 0 ? start + seconds : end_of (draft, start),
                          draft };

    if ((i > 0 && start == g_array_index (starts, gint64, i - 1)) || start < earliest ||
        is_excepted (draft, start, excluded))
      continue;
    g_array_append_val (instances, instance);
  }
}

/* --- versions ------------------------------------------------------------------------------ */

/* Above 0: @a is newer than @b. */
static int
compare_versions (const AnteIcsDraft *a, const AnteIcsDraft *b)
{
  if (a->event->sequence != b->event->sequence)
    return a->event->sequence > b->event->sequence ? 1 : -1;
  if (a->stamped != b->stamped && a->stamped != 0 && b->stamped != 0)
    return a->stamped > b->stamped ? 1 : -1;
  if (a->event->last_modified != b->event->last_modified)
    return a->event->last_modified > b->event->last_modified ? 1 : -1;
  if (a->is_notice != b->is_notice)
    return a->is_notice ? 1 : -1;
  return a->order > b->order ? 1 : -1;
}

/*
 * Some give one name to different events. They are versions of one if either is marked as newer, or
 * they agree in when or in what.
 */
static gboolean
is_same_event (const AnteIcsDraft *a, const AnteIcsDraft *b)
{
  if (a->id != NULL || b->id != NULL)
    return FALSE;
  return a->event->sequence != b->event->sequence || a->stamped != b->stamped ||
         a->event->last_modified != b->event->last_modified || a->is_notice != b->is_notice ||
         a->start->unix_s == b->start->unix_s ||
         g_strcmp0 (a->event->summary, b->event->summary) == 0;
}

/* Into @kept, in place of an older version that is there, or not at all. @at: (element-type gint64
 * guint): where the change of an instance stands there. */
static void
keep (GPtrArray *kept, GHashTable *at, AnteIcsDraft *draft)
{
  gpointer place = NULL;
  guint i = 0;

  if (draft->id != NULL) {
    if (g_hash_table_lookup_extended (at, &draft->id->unix_s, NULL, &place))
      i = GPOINTER_TO_UINT (place);
    else
      i = kept->len;
  } else {
    while (i < kept->len && !is_same_event (kept->pdata[i], draft))
      i++;
  }
  if (i == kept->len)
    g_ptr_array_add (kept, draft);
  else if (compare_versions (draft, kept->pdata[i]) > 0)
    kept->pdata[i] = draft;
  if (draft->id != NULL)
    g_hash_table_replace (at, &draft->id->unix_s, GUINT_TO_POINTER (i));
}

/* --- series -------------------------------------------------------------------------------- */

/* What is called off is often told without its words. */
static void
borrow_words (AnteCalendarEvent *event, const AnteCalendarEvent *from)
{
  if (event->summary == NULL)
    event->summary = g_strdup (from->summary);
  if (event->description == NULL)
    event->description = g_strdup (from->description);
  if (event->organizer == NULL)
    event->organizer = ante_calendar_person_copy (from->organizer);
  for (guint i = 0; event->attendees->len < from->attendees->len; i++)
    g_ptr_array_add (event->attendees, ante_calendar_person_copy (from->attendees->pdata[i]));
}

static void
put_in_place (Instance *instance, const AnteIcsDraft *change, gint64 shift)
{
  instance->start = instance->original + shift;
  instance->end = end_of (change, instance->start);
  instance->draft = change;
}

/* @change takes the place of the instance that it names, and with RANGE of all after it. */
static void
apply (GArray *instances, const AnteIcsDraft *master, AnteIcsDraft *change)
{
  gint64 original = change->id->unix_s;
  gint64 moved_to = change->start->unix_s;
  gboolean found = FALSE;

  if (master != NULL && (change->is_notice || change->event->status == ANTE_CALENDAR_CANCELLED))
    borrow_words (change->event, master->event);
  for (guint i = 0; i < instances->len; i++) {
    Instance *instance = &g_array_index (instances, Instance, i);
    gboolean is_it = instance->original == original ||
                     (master != NULL && names (change->id, master, instance->original));

    if (is_it)
      put_in_place (instance, change, moved_to - instance->original);
    else if (change->is_future && instance->original > original)
      put_in_place (instance, change, moved_to - original);
    found = found || is_it;
  }
  if (!found) {
    Instance alone = { original, moved_to, end_of (change, moved_to), change };

    g_array_append_val (instances, alone);
  }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const AnteIcsDraft *one = *(const AnteIcsDraft *const *) a;
  const AnteIcsDraft *other = *(const AnteIcsDraft *const *) b;

  /* Those that go on come first, so that single ones hold against them. */
  if (one->is_future != other->is_future)
    return one->is_future ? -1 : 1;
  return one->id->unix_s < other->id->unix_s ? -1 : one->id->unix_s > other->id->unix_s;
}

static void
build_series (Building *building, AnteIcsDraft *master, GPtrArray *changes)
{
  g_autoptr (GArray) instances = g_array_new (FALSE, FALSE, sizeof (Instance));
  gboolean repeats = changes->len > 0 || master->rules->len > 0 || master->dates->len > 0;

  if (master != NULL)
    expand (building, master, instances);
  g_ptr_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len; i++)
    apply (instances, master, changes->pdata[i]);
  for (guint i = 0; i < instances->len; i++) {
    if (building->ics->events->len >= MOST_INSTANCES || building->n_words > MOST_WORDS) {
      ante_ics_damage_add (building->ics->damage, ANTE_ICS_TOO_MANY,
                           master != NULL ? master->line : 0, NULL);
      break;
    }
    emit (building, &g_array_index (instances, Instance, i), repeats);
  }
}

/* Different events of one name get names of their own; the first keeps what it has. */
static void
rename (AnteIcsDraft *draft, guint number)
{
  g_autofree char *old = draft->event->uid;

  draft->event->uid = number == 0
                        ? g_strdup (old)
                        : g_strdup_printf ("%s#%" G_GINT64_FORMAT, old, draft->start->unix_s);
}

static void
build_group (Building *building, GPtrArray *drafts)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GHashTable) at = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_masters = 0;

  for (guint i = 0; i < drafts->len; i++)
    keep (kept, at, drafts->pdata[i]);
  for (guint i = 0; i < kept->len; i++) {
    if (((AnteIcsDraft *) kept->pdata[i])->id != NULL)
      g_ptr_array_add (changes, kept->pdata[i]);
  }
  for (guint i = 0; i < kept->len; i++) {
    AnteIcsDraft *draft = kept->pdata[i];

    if (draft->id != NULL)
      continue;
    rename (draft, n_masters);
    build_series (building, draft, n_masters == 0 ? changes : none);
    n_masters++;
  }
  if (n_masters == 0)
    build_series (building, NULL, changes);
  building->ics->n_events += MAX (n_masters, 1);
}

static gboolean
tells_nothing (const AnteCalendarEvent *event)
{
  static const char *const words[] = { "busy", "tentative", "free", "away", "working elsewhere" };

  if (event->description != NULL || event->location != NULL || event->attendees->len > 0)
    return FALSE;
  for (guint i = 0; event->summary != NULL && i < G_N_ELEMENTS (words); i++) {
    if (g_ascii_strcasecmp (event->summary, words[i]) == 0)
      return TRUE;
  }
  return event->summary == NULL;
}

void
ante_ics_series_build (GPtrArray *drafts, const AnteIcsRange *range, AnteIcs *ics)
{
  g_autoptr (GHashTable) groups =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Building building = { range, ics, 0, 0 };

  ics->is_busy_only = drafts->len > 0;
  for (guint i = 0; i < drafts->len; i++) {
    AnteIcsDraft *draft = drafts->pdata[i];
    GPtrArray *group = g_hash_table_lookup (groups, draft->event->uid);

    if (group == NULL) {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, draft->event->uid, group);
      g_ptr_array_add (order, group);
    }
    g_ptr_array_add (group, draft);
    ics->is_busy_only = ics->is_busy_only && tells_nothing (draft->event);
  }
  for (guint i = 0; i < order->len; i++)
    build_group (&building, order->pdata[i]);
  g_ptr_array_sort (ics->events, ante_calendar_event_compare);
}
