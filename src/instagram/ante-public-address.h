#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ANTE_TYPE_PUBLIC_ADDRESS (ante_public_address_get_type ())
G_DECLARE_FINAL_TYPE (AntePublicAddress, ante_public_address, ANTE, PUBLIC_ADDRESS, GNetworkAddress)

/*
 * A host name that leads nowhere but to the open internet: whatever the name service answers, an
 * address of this machine, of the network that it is in or of a provider's inside is left out, at
 * the moment of connecting and not before it.
 */
GSocketConnectable *ante_public_address_new (const char *host, guint16 port);

gboolean ante_public_address_is_public (GInetAddress *address);

G_END_DECLS
