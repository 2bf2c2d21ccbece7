#pragma once

#include "model/ante-lead.h"
#include "store/ante-store-messages.h"

G_BEGIN_DECLS

#define ANTE_TYPE_THREAD_MODEL (ante_thread_model_get_type ())
G_DECLARE_FINAL_TYPE (AnteThreadModel, ante_thread_model, ANTE, THREAD_MODEL, GObject)

/*
 * A stretch of one lead's thread, what is on its way to it, what is noted of the lead, and the
 * lead: read together, so that nothing is seen twice or missing, and again whenever the store says
 * that they changed. The stretch begins as the newest messages and moves: it is never longer than
 * what a list can show with ease, however long the thread is.
 *
 * Signal "changed": a new reading; the getters tell it. "gone": there is no such lead. "failed"
 * (const GError *): it could not be read.
 */
AnteThreadModel *ante_thread_model_new (AnteStore *store, gint64 lead);
/* (transfer none): %NULL before the first "changed". */
AnteLead *ante_thread_model_get_lead (AnteThreadModel *self);
const AnteMessagePage *ante_thread_model_get_page (AnteThreadModel *self);
/* (transfer none) (element-type AnteOutboxItem) */
GPtrArray *ante_thread_model_get_items (AnteThreadModel *self);
/* (transfer none) (element-type AnteNote): all of the lead, oldest first. */
GPtrArray *ante_thread_model_get_notes (AnteThreadModel *self);
/* Move the stretch; one move at a time, others meanwhile are passed over. */
void ante_thread_model_read_older (AnteThreadModel *self);
void ante_thread_model_read_newer (AnteThreadModel *self);
/* The stretch around a message of that time, ms. */
void ante_thread_model_read_around (AnteThreadModel *self, gint64 at);
void ante_thread_model_read_newest (AnteThreadModel *self);

G_END_DECLS
