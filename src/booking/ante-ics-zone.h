#pragma once

#include <glib.h>

#include "booking/ante-ics-line.h"

G_BEGIN_DECLS

/**
 * AnteIcsZone:
 *
 * A time zone: one that the system knows, or one that a calendar brings along. Times are seconds:
 * Unix time, or "wall", which is what a clock there shows, counted as though it were UTC.
 */
typedef struct _AnteIcsZone AnteIcsZone;

/* @name is kept for the zone's id. */
AnteIcsZone *ante_ics_zone_new (GTimeZone *zone, const char *name);
/* By what a calendar calls it: an Olson name, be it at the end of a longer one, or one of Windows;
 * NULL where nobody knows it. */
AnteIcsZone *ante_ics_zone_new_named (const char *name);
/* @lines: (element-type AnteIcsLine): what stands between BEGIN:VTIMEZONE and its end; NULL where
 * no offset can be found out from it. */
AnteIcsZone *ante_ics_zone_new_from_lines (GPtrArray *lines, const char *name);
AnteIcsZone *ante_ics_zone_ref (AnteIcsZone *self);
void ante_ics_zone_unref (AnteIcsZone *self);

const char *ante_ics_zone_get_name (const AnteIcsZone *self);

/* What stands on a clock there at @unix. */
gint64 ante_ics_zone_to_wall (const AnteIcsZone *self, gint64 unix_s);
/* When a clock there shows @wall: the first time of two; after a gap, by the offset before it. */
gint64 ante_ics_zone_to_unix (const AnteIcsZone *self, gint64 wall);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteIcsZone, ante_ics_zone_unref)

G_END_DECLS
