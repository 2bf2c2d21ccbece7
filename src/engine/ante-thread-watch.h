#pragma once

#include "instagram/ante-instagram.h"
#include "store/ante-store-sync.h"

G_BEGIN_DECLS

/*
 * The thread that a person looks at, read whole every few seconds: reactions, edits and messages
 * that were taken back need not show in the list. Private to AnteSync, which owns it.
 */
#define ANTE_TYPE_THREAD_WATCH (ante_thread_watch_get_type ())
G_DECLARE_FINAL_TYPE (AnteThreadWatch, ante_thread_watch, ANTE, THREAD_WATCH, GObject)

/* Whether now is a time to ask. */
typedef gboolean (*AnteThreadWatchMay) (gpointer data);

/* @may is called while it runs, so its owner stops it before @data ends. */
AnteThreadWatch *ante_thread_watch_new (AnteStore *store, AnteThreadWatchMay may, gpointer data);

/* @client: (nullable): none when signed out */
void ante_thread_watch_set_client (AnteThreadWatch *self, AnteInstagram *client);
/* @thread_id: (nullable): none when no thread is to be seen */
void ante_thread_watch_set_thread (AnteThreadWatch *self, const char *thread_id, const char *igsid);

void ante_thread_watch_start (AnteThreadWatch *self);
void ante_thread_watch_stop (AnteThreadWatch *self);
/* Ends a reading that is under way, and goes on. */
void ante_thread_watch_cancel (AnteThreadWatch *self);

G_END_DECLS
