#pragma once

#include "rules/brief/ante-brief.h"
#include "rules/memory/ante-memory.h"

G_BEGIN_DECLS

/* What the sections of a brief share while it is made. Not for anyone else. */

/* The most characters of a quote, of the one that says why, and of anything else. */
#define ANTE_BRIEF_QUOTE_CHARS 140
#define ANTE_BRIEF_WHY_CHARS 220
#define ANTE_BRIEF_TEXT_CHARS 110
#define ANTE_BRIEF_NAME_CHARS 60

/* A line of this priority or more is never left out. */
#define ANTE_BRIEF_ALWAYS 70

/**
 * AnteBriefWork:
 * @messages: (element-type gint64 AnteMessage): by their row ids
 * @facts: (element-type AnteFact): that hold, be they only suggested; oldest first
 * @lines: (element-type AnteMessage): those of @talk
 * @memory: (nullable): what the playbook's criteria find in the conversation
 * @why: (nullable): the fact that the first line tells
 */
typedef struct {
  const AnteBriefInput *input;
  AnteBrief *brief;
  GHashTable *messages;
  GPtrArray *facts;
  GPtrArray *lines;
  AnteMemory *memory;
  const AnteFact *why;
} AnteBriefWork;

/* ante-brief-lines.c */
AnteBriefLine *ante_brief_add (
  AnteBriefWork *work, AnteBriefPart part, int priority, const char *label, const char *text);
/* With its source, its date and its marks; a quote where a message shows it. */
AnteBriefLine *ante_brief_add_fact (
  AnteBriefWork *work, AnteBriefPart part, int priority, const char *label, const AnteFact *fact);
void ante_brief_line_set_message (AnteBriefWork *work, AnteBriefLine *line, AnteMessage *message);
void ante_brief_line_set_at (AnteBriefWork *work, AnteBriefLine *line, gint64 at);
/* (transfer full): "12 Nov", with the year where it is another. */
char *ante_brief_dup_day (const AnteBriefInput *input, gint64 at);
void ante_brief_line_free (AnteBriefLine *line);

/* The newest that holds, one that a person stands behind before all others. @type: (nullable) */
const AnteFact *
ante_brief_find_fact (const AnteBriefWork *work, AnteFactKind kind, const char *type);
gboolean ante_brief_fact_is_sure (const AnteFact *fact);

/* A file each: the sections, in their order. */
void ante_brief_read_why (AnteBriefWork *work);
void ante_brief_read_who (AnteBriefWork *work);
void ante_brief_read_wants (AnteBriefWork *work);
void ante_brief_read_fit (AnteBriefWork *work);
void ante_brief_read_objections (AnteBriefWork *work);
void ante_brief_read_told (AnteBriefWork *work);
void ante_brief_read_last_call (AnteBriefWork *work);
void ante_brief_read_opening (AnteBriefWork *work);
void ante_brief_read_dates (AnteBriefWork *work);

/* ante-brief-private.c: all names and texts of @brief, without surname and handle. */
void ante_brief_hide_names (AnteBrief *brief, AnteLead *lead);

G_END_DECLS
