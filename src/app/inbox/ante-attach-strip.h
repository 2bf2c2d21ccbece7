#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/* So many files are put to one answer at most. */
#define ANTE_ATTACH_MAX_FILES 10

#define ANTE_TYPE_ATTACH_STRIP (ante_attach_strip_get_type ())
G_DECLARE_FINAL_TYPE (AnteAttachStrip, ante_attach_strip, ANTE, ATTACH_STRIP, AdwBin)

/*
 * The files that are put to what is being written, over the words; hidden where there are none.
 * They are kept for each lead, over restarts too. What cannot be sent is told as soon as it is
 * chosen. Where no file can leave from here, it offers the way by Instagram itself. Signal
 * "changed": there are more or fewer.
 */
GtkWidget *ante_attach_strip_new (void);
void ante_attach_strip_set_workspace (AnteAttachStrip *self, AnteWorkspace *workspace);
/* Which lead is written to, by its row; 0 for none. */
void ante_attach_strip_set_lead (AnteAttachStrip *self, gint64 lead_id);
/* Nothing can be sent to the lead from here: the reply window is closed. */
void ante_attach_strip_set_closed (AnteAttachStrip *self, gboolean closed);
guint ante_attach_strip_get_n_files (AnteAttachStrip *self);

/* Lets a person choose. */
void ante_attach_strip_choose (AnteAttachStrip *self);
/* Each of @files (element-type GFile), in order. */
void ante_attach_strip_add_files (AnteAttachStrip *self, GSList *files);
/* What is dropped on @widget, or pasted into @view and is no text, is put to it. */
void ante_attach_strip_take_drops (AnteAttachStrip *self, GtkWidget *widget);
void ante_attach_strip_take_pastes (AnteAttachStrip *self, GtkTextView *view);
/* Puts them on the clipboard and opens Instagram. */
void ante_attach_strip_copy (AnteAttachStrip *self);

/* All of them, one after the other, each as a message of its own. @reply_to: (nullable): what the
 * first one answers. @undo_ms: how long they can be taken back. _finish: whether all got in; those
 * that did not stand here still, and why was told. */
void ante_attach_strip_send_async (AnteAttachStrip *self,
                                   const char *author,
                                   const char *reply_to,
                                   gint64 undo_ms,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_attach_strip_send_finish (AnteAttachStrip *self, GAsyncResult *result);

G_END_DECLS
