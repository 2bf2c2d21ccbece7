#pragma once

#include <glib.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/* The type of a sign of fit that speaks against working together. */
#define ANTE_FACT_TYPE_AGAINST "against"

/* The most characters that one fact has. */
#define ANTE_FACT_MAX_CHARS 500

/**
 * AnteFact:
 * @id: row id; a newer fact has a higher one
 * @lead_id: row id of the lead
 * @kind: what it tells
 * @type: (nullable): which objection, sign of fit, promise or state of a booking it is
 * @text: in words, 1 to %ANTE_FACT_MAX_CHARS characters of clean text
 * @message_id: row id of the message that proves it; 0 for what a person typed
 * @mid: (nullable): Instagram's id of that message
 * @said_at: when that message was sent, ms; 0 without one
 * @is_gone: that message was taken back since
 * @span_start: the words in it that prove it, from this character of its text
 * @span_end: to before this one
 * @origin: what found it
 * @party: (nullable): who typed it or said yes to it: see ante-party.h
 * @confidence: of a rule or AI, 0 to 1
 * @state: whether it holds
 * @at: when it was written down, ms
 * @handled_at: when an objection was answered, ms; 0: it stands open
 *
 * One thing that is known about a lead. Of most kinds one holds at a time: a newer one supersedes
 * it, and what was is kept.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  AnteFactKind kind;
  char *type;
  char *text;
  gint64 message_id;
  char *mid;
  gint64 said_at;
  gboolean is_gone;
  guint span_start;
  guint span_end;
  AnteFactOrigin origin;
  char *party;
  double confidence;
  AnteFactState state;
  gint64 at;
  gint64 handled_at;
} AnteFact;

AnteFact *ante_fact_new (void);
void ante_fact_free (AnteFact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteFact, ante_fact_free)

/* Whether several of the kind may hold at once: signs of fit, objections, what they were told. */
gboolean ante_fact_kind_is_several (AnteFactKind kind);

G_END_DECLS
