#pragma once

#include <glib.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/**
 * AnteReceipt:
 * @id: row id; 0 before it is kept
 * @lead_id: row id of the lead
 * @at: when it was judged, ms
 * @kind: allow, hold or block
 * @automatic: it was judged for something that leaves by itself, by all rules of that
 * @text: the words that were judged
 * @playbook_id: row id of the version of the playbook; 0 where there was none
 * @playbook_version: its number
 * @engine: version of the rules
 * @body: every rule that ran, as JSON: see rules/ante-receipt-json.h
 *
 * What was said of one text for one lead at one moment.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  gint64 at;
  AnteVerdictKind kind;
  gboolean automatic;
  char *text;
  gint64 playbook_id;
  gint64 playbook_version;
  char *engine;
  char *body;
} AnteReceipt;

AnteReceipt *ante_receipt_new (void);
AnteReceipt *ante_receipt_copy (const AnteReceipt *self);
void ante_receipt_free (AnteReceipt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteReceipt, ante_receipt_free)

/**
 * AntePlaybookVersion:
 * @id: row id
 * @version: its number
 * @document: the playbook as JSON
 * @sha256: of the document
 * @at: when it was kept, ms
 * @party: who kept it
 * @note: (nullable): what it was kept for
 * @used: a verdict was reached by it, so that it stays
 * @active: it is the one that holds
 */
typedef struct {
  gint64 id;
  gint64 version;
  char *document;
  char *sha256;
  gint64 at;
  char *party;
  char *note;
  gboolean used;
  gboolean active;
} AntePlaybookVersion;

AntePlaybookVersion *ante_playbook_version_new (void);
void ante_playbook_version_free (AntePlaybookVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePlaybookVersion, ante_playbook_version_free)

G_END_DECLS
