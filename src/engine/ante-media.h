#pragma once

#include "engine/ante-picture.h"
#include "instagram/ante-instagram.h"
#include "model/ante-message.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteMediaError:
 * @ANTE_MEDIA_ERROR_GONE: Instagram does not give it any more, and it was never kept
 * @ANTE_MEDIA_ERROR_REFUSED: its address is not one of Instagram's
 * @ANTE_MEDIA_ERROR_OFFLINE: Instagram could not be reached, or did not answer in time
 * @ANTE_MEDIA_ERROR_LARGE: more than is fetched unasked; it is, when somebody asks
 * @ANTE_MEDIA_ERROR_TOO_LARGE: more than is ever fetched
 * @ANTE_MEDIA_ERROR_WRONG_TYPE: it is something else than the message says
 * @ANTE_MEDIA_ERROR_TOO_MANY_PIXELS: decoding it would take too much
 * @ANTE_MEDIA_ERROR_DAMAGED: it is not whole
 * @ANTE_MEDIA_ERROR_NO_DECODER: it cannot be decoded on this machine
 * @ANTE_MEDIA_ERROR_NOT_KEPT: the disk did not take it
 */
typedef enum {
  ANTE_MEDIA_ERROR_GONE,
  ANTE_MEDIA_ERROR_REFUSED,
  ANTE_MEDIA_ERROR_OFFLINE,
  ANTE_MEDIA_ERROR_LARGE,
  ANTE_MEDIA_ERROR_TOO_LARGE,
  ANTE_MEDIA_ERROR_WRONG_TYPE,
  ANTE_MEDIA_ERROR_TOO_MANY_PIXELS,
  ANTE_MEDIA_ERROR_DAMAGED,
  ANTE_MEDIA_ERROR_NO_DECODER,
  ANTE_MEDIA_ERROR_NOT_KEPT,
} AnteMediaError;

#define ANTE_MEDIA_ERROR (ante_media_error_quark ())
GQuark ante_media_error_quark (void);

/**
 * AnteMediaAsk:
 * @ANTE_MEDIA_SEEN: it came into view: what is small is fetched
 * @ANTE_MEDIA_ASKED: a person asks for it, perhaps again
 */
typedef enum {
  ANTE_MEDIA_SEEN,
  ANTE_MEDIA_ASKED,
} AnteMediaAsk;

#define ANTE_TYPE_MEDIA (ante_media_get_type ())
G_DECLARE_FINAL_TYPE (AnteMedia, ante_media, ANTE, MEDIA, GObject)

/*
 * What came with messages: fetched when it is asked for and not before, a few at a time with the
 * newest wish first, kept in the data folder, and decoded outside this process. An address that has
 * run out is asked for anew by the message's id, once. A wish that is cancelled leaves the queue.
 * The pictures that were shown last are held, up to a bound.
 */
AnteMedia *ante_media_new (AnteStore *store, const char *data_dir);
/* @client: (nullable): none when signed out; then only what is kept can be shown. */
void ante_media_set_client (AnteMedia *self, AnteInstagram *client);

/* The attachment at @position of @message as a picture with no side longer than @edge; of a video
 * the picture that stands for it. Errors are ANTE_MEDIA_ERROR. _finish: (transfer full). */
void ante_media_load_picture_async (AnteMedia *self,
                                    AnteMessage *message,
                                    guint position,
                                    int edge,
                                    AnteMediaAsk ask,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AntePicture *ante_media_load_picture_finish (AnteMedia *self, GAsyncResult *result, GError **error);

/* (transfer full) (nullable): the same if it is at hand, so that a row that is made anew does not
 * flicker. */
AntePicture *
ante_media_peek_picture (AnteMedia *self, AnteMessage *message, guint position, int edge);

/* The attachment as a file, for what plays or opens it; it is asked for. _finish: (transfer full):
 * its path. */
void ante_media_load_file_async (AnteMedia *self,
                                 AnteMessage *message,
                                 guint position,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
char *ante_media_load_file_finish (AnteMedia *self, GAsyncResult *result, GError **error);

/* Deletes what belongs to no message any more: what was taken back, and who was forgotten. */
void ante_media_sweep (AnteMedia *self);
/* The same; @callback hears when that was done. */
void ante_media_sweep_async (AnteMedia *self, GAsyncReadyCallback callback, gpointer user_data);
/* Nothing is fetched after this. */
void ante_media_close (AnteMedia *self);

G_END_DECLS
