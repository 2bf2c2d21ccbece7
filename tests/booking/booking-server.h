#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BookingRequest:
 * @line: path and query
 * @headers: "Name: value" a line
 */
typedef struct {
  char *line;
  char *headers;
} BookingRequest;

/**
 * BookingServer:
 *
 * A service on loopback that says what it is told to, in order; the last for ever.
 */
typedef struct _BookingServer BookingServer;

BookingServer *booking_server_new (void);
void booking_server_free (BookingServer *self);
const char *booking_server_get_url (BookingServer *self);

/* @headers: (nullable): "Name: value" a line. */
void booking_server_say (BookingServer *self, guint status, const char *headers, const char *body);
/* Begins an answer and says no more; the other side must let go. */
void booking_server_hold (BookingServer *self);
/* What was said is forgotten, and so are the requests. */
void booking_server_forget (BookingServer *self);

guint booking_server_count (BookingServer *self);
const BookingRequest *booking_server_get (BookingServer *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BookingServer, booking_server_free)

G_END_DECLS
