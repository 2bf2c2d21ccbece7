#pragma once

#include "engine/ante-picture.h"
#include "model/ante-outgoing-file.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteOutgoingError:
 * @ANTE_OUTGOING_ERROR_TYPE: Instagram does not take this type
 * @ANTE_OUTGOING_ERROR_TOO_LARGE_PICTURE: more than it takes of a picture
 * @ANTE_OUTGOING_ERROR_TOO_LARGE: more than it takes of anything
 * @ANTE_OUTGOING_ERROR_EMPTY: there is nothing in it
 * @ANTE_OUTGOING_ERROR_FOLDER: it is a folder
 * @ANTE_OUTGOING_ERROR_NOT_A_FILE: it is a device or something else that has no end
 * @ANTE_OUTGOING_ERROR_UNREADABLE: it may not be read
 * @ANTE_OUTGOING_ERROR_GONE: it is not there, or not any more
 * @ANTE_OUTGOING_ERROR_NOT_KEPT: the disk did not take our copy
 */
typedef enum {
  ANTE_OUTGOING_ERROR_TYPE,
  ANTE_OUTGOING_ERROR_TOO_LARGE_PICTURE,
  ANTE_OUTGOING_ERROR_TOO_LARGE,
  ANTE_OUTGOING_ERROR_EMPTY,
  ANTE_OUTGOING_ERROR_FOLDER,
  ANTE_OUTGOING_ERROR_NOT_A_FILE,
  ANTE_OUTGOING_ERROR_UNREADABLE,
  ANTE_OUTGOING_ERROR_GONE,
  ANTE_OUTGOING_ERROR_NOT_KEPT,
} AnteOutgoingError;

#define ANTE_OUTGOING_ERROR (ante_outgoing_error_quark ())
GQuark ante_outgoing_error_quark (void);

#define ANTE_TYPE_OUTGOING (ante_outgoing_get_type ())
G_DECLARE_FINAL_TYPE (AnteOutgoing, ante_outgoing, ANTE, OUTGOING, GObject)

/*
 * Files that are sent. Of each a copy is made in the folder "outgoing" as soon as it is chosen, so
 * that what becomes of the one that was chosen does not matter any more; it is deleted when no row
 * of the store names it. Errors are ANTE_OUTGOING_ERROR, and those of the store.
 */
AnteOutgoing *ante_outgoing_new (AnteStore *store);

/* Checks @file and copies it. The copy stays until ante_outgoing_let_go(), by when a row has to
 * name it. _finish: (transfer full). */
void ante_outgoing_copy_async (AnteOutgoing *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* The same of what @stream gives, as from the clipboard. @name: what to call it, without an ending.
 */
void ante_outgoing_copy_stream_async (AnteOutgoing *self,
                                      GInputStream *stream,
                                      const char *name,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
AnteOutgoingFile *
ante_outgoing_copy_finish (AnteOutgoing *self, GAsyncResult *result, GError **error);
void ante_outgoing_let_go (AnteOutgoing *self, const AnteOutgoingFile *file);
/* The copy stays again, whether a row names it or not. */
void ante_outgoing_hold (AnteOutgoing *self, const AnteOutgoingFile *file);

/* Copies @file, or what @stream gives (one of both), and puts it to what is being written to the
 * lead. */
void ante_outgoing_attach_async (AnteOutgoing *self,
                                 gint64 lead_id,
                                 GFile *file,
                                 GInputStream *stream,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ante_outgoing_attach_finish (AnteOutgoing *self, GAsyncResult *result, GError **error);

/* (transfer full): where the copy is. */
char *ante_outgoing_dup_path (AnteOutgoing *self, const AnteOutgoingFile *file);
/* Whether the copy is there, as it was; GONE when it is not. */
void ante_outgoing_check_async (AnteOutgoing *self,
                                const AnteOutgoingFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ante_outgoing_check_finish (AnteOutgoing *self, GAsyncResult *result, GError **error);
/* The copy as a picture with no side longer than @edge; errors are ANTE_MEDIA_ERROR. */
void ante_outgoing_load_picture_async (AnteOutgoing *self,
                                       const AnteOutgoingFile *file,
                                       int edge,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AntePicture *
ante_outgoing_load_picture_finish (AnteOutgoing *self, GAsyncResult *result, GError **error);

/* Deletes every copy that no row names. */
void ante_outgoing_sweep (AnteOutgoing *self);
/* The same; @callback hears when that was done. */
void
ante_outgoing_sweep_async (AnteOutgoing *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean ante_outgoing_sweep_finish (AnteOutgoing *self, GAsyncResult *result, GError **error);

G_END_DECLS
