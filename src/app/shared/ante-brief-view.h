#pragma once

#include <adwaita.h>

#include "rules/brief/ante-brief.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BRIEF_VIEW (ante_brief_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteBriefView, ante_brief_view, ANTE, BRIEF_VIEW, AdwBin)

/*
 * A brief to be read on the screen: the lines that are on paper, and the others when they are asked
 * for.
 *
 * Signal "open-message" (AnteBriefView *, gint64 message_id, const char *mid, gint64 at): the line
 * was clicked that rests on that message: its row id, Instagram's id, and when it was sent, ms.
 */
GtkWidget *ante_brief_view_new (void);
/* @brief: (nullable) (transfer full): %NULL shows nothing. */
void ante_brief_view_take_brief (AnteBriefView *self, AnteBrief *brief);
/* (nullable) (transfer none) */
const AnteBrief *ante_brief_view_get_brief (AnteBriefView *self);

G_END_DECLS
