#pragma once

#include "ante-test.h"
#include "model/ante-lead.h"
#include "model/ante-receipt.h"
#include "model/ante-thread.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-search.h"
#include "store/ante-store-sync.h"

G_BEGIN_DECLS

/* 2026-03-04 18:22:07 UTC */
#define T0 G_GINT64_CONSTANT (1772648527000)
#define MINUTE 60000

typedef struct {
  char *dir;
  AnteStore *store;
  GAsyncResult *result;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);

AnteMessage *make_message (const char *mid, const char *author, gint64 at, const char *text);
/* Messages oldest first; the thread takes them. */
AnteThread *make_thread (const char *igsid, AnteMessage *first, ...) G_GNUC_NULL_TERMINATED;
AnteIngestResult fixture_ingest (Fixture *fixture, AnteThread *thread, gint64 now);
AnteLead *fixture_lead (Fixture *fixture, const char *igsid);
gint64 fixture_change (
  Fixture *fixture, gint64 lead, const char *field, const char *value, const char *detail);
gint64 fixture_change_why (
  Fixture *fixture, gint64 lead, const char *field, const char *value, const char *why);
AnteMessagePage *fixture_messages (Fixture *fixture, gint64 lead);
AnteSearchPage *fixture_search_page (Fixture *fixture, const char *query, const AnteSearchAsk *ask);
/* (transfer full): of something automatic. */
AnteReceipt *fixture_receipt (gint64 lead_id, const char *text, AnteVerdictKind kind);
GPtrArray *fixture_search (Fixture *fixture, const char *query);

G_END_DECLS
