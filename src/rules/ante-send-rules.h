#pragma once

#include "model/ante-lead.h"
#include "model/ante-verdict.h"

G_BEGIN_DECLS

/* Automation never writes more often than this in a row before the lead answers. */
#define ANTE_SEND_MAX_AUTOMATIC_IN_A_ROW 3

/**
 * AnteSendContext:
 * @lead: whom it is for
 * @author: who says it: see ante-party.h
 * @human_agent: the account's app has the Human Agent feature
 * @paused: a person holds all automation
 * @automatic_in_a_row: automatic messages since the lead's last one, waiting ones included
 * @answered_since: someone of ours has answered since the lead's last message, or an answer is on
 * its way
 * @has_file: it is a file, without words
 * @now: the time by Instagram's clock, ms
 */
typedef struct {
  AnteLead *lead;
  const char *author;
  gboolean human_agent;
  gboolean paused;
  guint automatic_in_a_row;
  gboolean answered_since;
  gboolean has_file;
  gint64 now;
} AnteSendContext;

AnteVerdict *ante_send_rules_check (const AnteSendContext *context, const char *text);

G_END_DECLS
