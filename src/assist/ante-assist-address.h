#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AntePlace:
 * @ANTE_PLACE_HERE: this machine
 * @ANTE_PLACE_NEAR: a private address or a .local name
 * @ANTE_PLACE_FAR: anywhere else
 */
typedef enum {
  ANTE_PLACE_HERE,
  ANTE_PLACE_NEAR,
  ANTE_PLACE_FAR,
} AntePlace;

char *ante_assist_address_check (const char *url, AntePlace *place, GError **error);
char *ante_assist_address_host (const char *url);
char *ante_assist_address_bare_host (const char *url);

G_END_DECLS
