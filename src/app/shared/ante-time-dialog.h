#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/**
 * AnteTimeQuestion:
 * @heading: what it is about
 * @body: what will come of it
 * @label: what is asked, for who only hears the entry: "Until when"
 * @verb: what the button does, with a mnemonic
 */
typedef struct {
  const char *heading;
  const char *body;
  const char *label;
  const char *verb;
} AnteTimeQuestion;

typedef void (*AnteTimePickedFunc) (gint64 at, gpointer data);

/*
 * Asks for a time to come: by words, or by a day of the calendar. @picked is called with it, ms, at
 * most once, before @data goes by @free_data.
 */
void ante_time_dialog_ask (GtkWidget *from,
                           AnteWorkspace *workspace,
                           const AnteTimeQuestion *question,
                           AnteTimePickedFunc picked,
                           gpointer data,
                           GDestroyNotify free_data);

G_END_DECLS
