#pragma once

#include "engine/ante-sync.h"

G_BEGIN_DECLS

/*
 * Asks again whenever a time has come: by Instagram's clock, on time, after the machine was
 * suspended, when a clock was moved, and after every act. Private to the engine, of the main
 * thread.
 */
typedef struct _AnteAlarm AnteAlarm;

/* Begins to look what is due, which ends with ante_alarm_answer(). */
typedef void (*AnteAlarmAsk) (gpointer data);

/* @topics: after which changes it asks; @what: what cannot be done after an error, for the log. */
AnteAlarm *ante_alarm_new (AnteStore *store,
                           AnteSync *sync,
                           guint topics,
                           const char *what,
                           AnteAlarmAsk ask,
                           gpointer data);
void ante_alarm_free (AnteAlarm *self);
/* @client: (nullable): has heard what time it is. */
void ante_alarm_set_client (AnteAlarm *self, AnteInstagram *client);
void ante_alarm_start (AnteAlarm *self);
/* Nothing is asked any more; what is asked already may still answer. */
void ante_alarm_stop (AnteAlarm *self);
gint64 ante_alarm_now (AnteAlarm *self);
/* @next: when the next one is due, ms; 0: none. @error: (nullable): it is tried again. FALSE where
 * it was stopped meanwhile. */
gboolean ante_alarm_answer (AnteAlarm *self, gint64 next, const GError *error);

G_END_DECLS
