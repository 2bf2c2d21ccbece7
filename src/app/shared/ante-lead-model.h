#pragma once

#include "model/ante-lead.h"
#include "store/ante-store-leads.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LEAD_ITEM (ante_lead_item_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadItem, ante_lead_item, ANTE, LEAD_ITEM, GObject)

/* A place in a list: it knows the lead's row id at once and the lead a moment later. Property
 * "lead". */
gint64 ante_lead_item_get_id (AnteLeadItem *self);
/* (nullable) (transfer none): %NULL until it is read. */
AnteLead *ante_lead_item_get_lead (AnteLeadItem *self);

#define ANTE_TYPE_LEAD_MODEL (ante_lead_model_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadModel, ante_lead_model, ANTE, LEAD_MODEL, GObject)

/*
 * A list of leads of any length: it holds their row ids, eight bytes each, and reads the leads that
 * someone looks at. It follows the store: a change of a lead refreshes its item, a change of order
 * is the smallest change of the list. Property "loaded": the ids were read once. Signal "listed"
 * (AnteLeadModel *): each lead stands where the store has it.
 */
AnteLeadModel *
ante_lead_model_new (AnteStore *store, const AnteLeadFilter *filter, AnteLeadOrder order);
/* @ids (nullable) (element-type gint64) as they were at @at, ms: it follows nothing. */
AnteLeadModel *ante_lead_model_new_past (AnteStore *store, GArray *ids, gint64 at);
void ante_lead_model_set_filter (AnteLeadModel *self, const AnteLeadFilter *filter);
gboolean ante_lead_model_get_loaded (AnteLeadModel *self);
/* Position of a lead, G_MAXUINT when it is not in the list. */
guint ante_lead_model_find (AnteLeadModel *self, gint64 id);
gint64 ante_lead_model_get_id (AnteLeadModel *self, guint position);
/* Puts a lead elsewhere (or takes it out, or in) before the store has said so. @position G_MAXUINT:
 * out. So it stands until the store has told @n_acts times that its place may have changed, or
 * set_filter() asks what is true. */
void ante_lead_model_anticipate (AnteLeadModel *self, gint64 id, guint position, guint n_acts);
/* How many changes of this lead's place are still waited for. */
guint ante_lead_model_get_anticipated (AnteLeadModel *self, gint64 id);

G_END_DECLS
