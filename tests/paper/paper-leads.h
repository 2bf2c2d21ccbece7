#pragma once

#include "rules/brief/ante-brief.h"

G_BEGIN_DECLS

/* 2026-11-20 09:00 UTC */
#define PAPER_NOW G_GINT64_CONSTANT (1795165200000)

/* The names of leads that are hard on paper; ends with NULL. */
extern const char *const paper_leads[];

/* (transfer full): of one of them. @messages: (out) (optional) (transfer full): the conversation */
AnteBrief *paper_lead_brief (const char *name, gboolean is_private, GPtrArray **messages);
AnteLead *paper_lead_new (const char *name);

G_END_DECLS
