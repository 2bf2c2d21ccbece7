#pragma once

#include "booking/ante-ics-draft.h"
#include "booking/ante-ics.h"

G_BEGIN_DECLS

/*
 * From the drafts of a calendar to its events: of several versions of one the newest, repetitions
 * followed, moved and cancelled instances put in the place of what they move or cancel.
 */

/* Works out the times of @draft. @zones: (element-type utf8 AnteIcsZone): those that the calendar
 * brings along; unknown ones are added to @unknown with a damage, once. @own: the calendar's; its
 * wall is what floats. */
void ante_ics_series_resolve (AnteIcsDraft *draft,
                              GHashTable *zones,
                              GHashTable *unknown,
                              AnteIcsZone *own,
                              AnteIcsZone *given,
                              GPtrArray *damage);
/* @drafts: (element-type AnteIcsDraft): all resolved; fills @ics. */
void ante_ics_series_build (GPtrArray *drafts, const AnteIcsRange *range, AnteIcs *ics);

G_END_DECLS
