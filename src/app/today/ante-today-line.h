#pragma once

#include <gtk/gtk.h>

#include "model/ante-stage.h"
#include "store/ante-store-today.h"

G_BEGIN_DECLS

/* A row of today's list: who, why, when, stage and touch number, led by. @stage: (nullable). */
GtkWidget *ante_today_line_new (AnteTodayGroup group,
                                const AnteTodayRow *row,
                                AnteStage *stage,
                                gboolean human_agent,
                                gint64 now);
AnteLead *ante_today_line_get_lead (GtkWidget *line);
AnteTodayGroup ante_today_line_get_group (GtkWidget *line);

/* What a group of the list is called. */
const char *ante_today_words_group (AnteTodayGroup group);
const char *ante_today_words_icon (AnteTodayGroup group);
/* (nullable): a style that warns, for those that cannot wait. */
const char *ante_today_words_style (AnteTodayGroup group);

G_END_DECLS
