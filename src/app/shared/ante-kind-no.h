#pragma once

#include <adwaita.h>

#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_KIND_NO (ante_kind_no_get_type ())
G_DECLARE_FINAL_TYPE (AnteKindNo, ante_kind_no, ANTE, KIND_NO, AdwBin)

/**
 * ante_kind_no_new:
 * @draft: what stands in the lead's answer box; "" for nothing
 *
 * Offers to begin an answer to a lead who is not a fit, and shows its words. Where another one is
 * begun it says so, and offers nothing.
 */
GtkWidget *ante_kind_no_new (AnteLead *lead, const char *draft);
/* (transfer full) (nullable): the answer that is wanted; NULL for none. */
char *ante_kind_no_dup_text (AnteKindNo *self);

G_END_DECLS
