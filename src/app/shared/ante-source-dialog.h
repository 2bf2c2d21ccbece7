#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

/* Asks over @from how @lead came, and by what exactly: a keyword, a post, who sent them.
 * @message: row id of the one that says so, 0 for none; @words: (nullable): what it says. */
void ante_source_dialog_ask (
  GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead, gint64 message, const char *words);

G_END_DECLS
