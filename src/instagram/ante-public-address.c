#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-public-address.h"

#include <string.h>

/* --- which are public ------------------------------------------------------------------------ */

/* Networks by their first bits that are no part of the open internet. */
static const struct {
  guint8 bytes[4];
  guint bits;
} inner[] = {
  { { 0, 0, 0, 0 }, 8 },      { { 10, 0, 0, 0 }, 8 },     { { 100, 64, 0, 0 }, 10 },
  { { 127, 0, 0, 0 }, 8 },    { { 169, 254, 0, 0 }, 16 }, { { 172, 16, 0, 0 }, 12 },
  { { 192, 0, 0, 0 }, 24 },   { { 192, 0, 2, 0 }, 24 },   { { 192, 88, 99, 0 }, 24 },
  { { 192, 168, 0, 0 }, 16 }, { { 198, 18, 0, 0 }, 15 },  { { 198, 51, 100, 0 }, 24 },
  { { 203, 0, 113, 0 }, 24 }, { { 224, 0, 0, 0 }, 3 },
};

static guint32
as_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
is_public_4 (const guint8 *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++) {
    if ((as_number (bytes) ^ as_number (inner[i].bytes)) >> (32 - inner[i].bits) == 0)
      return FALSE;
  }
  return TRUE;
}

/* Of IPv6 what is given out, 2000::/3, but for its parts that hold an IPv4 address or nothing; and
 * an IPv4 address behind a provider's translation, if it is public itself. */
static gboolean
is_public_6 (const guint8 *bytes)
{
  static const guint8 translated[12] = { 0x00, 0x64, 0xff, 0x9b };

  if (memcmp (bytes, translated, sizeof translated) == 0)
    return is_public_4 (bytes + 12);
  if ((bytes[0] & 0xe0) != 0x20 || (bytes[0] == 0x20 && bytes[1] == 0x02))
    return FALSE;
  return !(bytes[0] == 0x20 && bytes[1] == 0x01 &&
           ((bytes[2] & 0xfe) == 0 || (bytes[2] == 0x0d && bytes[3] == 0xb8)));
}

gboolean
ante_public_address_is_public (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  return g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4 ? is_public_4 (bytes)
                                                                     : is_public_6 (bytes);
}

/* --- an enumeration of these alone ----------------------------------------------------------- */

#define ANTE_TYPE_PUBLIC_ENUMERATOR (ante_public_enumerator_get_type ())
G_DECLARE_FINAL_TYPE (
  AntePublicEnumerator, ante_public_enumerator, ANTE, PUBLIC_ENUMERATOR, GSocketAddressEnumerator)

struct _AntePublicEnumerator {
  GSocketAddressEnumerator parent_instance;

  GSocketAddressEnumerator *all;
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (AntePublicEnumerator, ante_public_enumerator, G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

static gboolean
is_let_through (GSocketAddress *address)
{
  return G_IS_INET_SOCKET_ADDRESS (address) &&
         ante_public_address_is_public (
           g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

/* The end is an error where all that was there was left out, else nobody would know why. */
static void
set_end_error (AntePublicEnumerator *self, GError **error)
{
  if (self->refused)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE,
                         "the name leads to an address that is not public");
}

static GSocketAddress *
ante_public_enumerator_next (GSocketAddressEnumerator *enumerator,
                             GCancellable *cancellable,
                             GError **error)
{
  AntePublicEnumerator *self = ANTE_PUBLIC_ENUMERATOR (enumerator);
  GError *inner_error = NULL;
  GSocketAddress *address = NULL;

  while ((address = g_socket_address_enumerator_next (self->all, cancellable, &inner_error)) !=
         NULL) {
    if (is_let_through (address))
      return address;
    self->refused = TRUE;
    g_object_unref (address);
  }
  if (inner_error != NULL)
    g_propagate_error (error, inner_error);
  else
    set_end_error (self, error);
  return NULL;
}

static void
next_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AntePublicEnumerator *self = g_task_get_source_object (task);
  GError *error = NULL;
  GSocketAddress *address =
    g_socket_address_enumerator_next_finish (G_SOCKET_ADDRESS_ENUMERATOR (source), result, &error);

  if (address != NULL && !is_let_through (address)) {
    self->refused = TRUE;
    g_object_unref (address);
    g_socket_address_enumerator_next_async (self->all, g_task_get_cancellable (task), next_cb,
                                            g_object_ref (task));
    return;
  }
  if (address == NULL && error == NULL)
    set_end_error (self, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, address, g_object_unref);
}

static void
ante_public_enumerator_next_async (GSocketAddressEnumerator *enumerator,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  AntePublicEnumerator *self = ANTE_PUBLIC_ENUMERATOR (enumerator);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_socket_address_enumerator_next_async (self->all, cancellable, next_cb, task);
}

static GSocketAddress *
ante_public_enumerator_next_finish (GSocketAddressEnumerator *enumerator,
                                    GAsyncResult *result,
                                    GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ante_public_enumerator_finalize (GObject *object)
{
  g_clear_object (&ANTE_PUBLIC_ENUMERATOR (object)->all);
  G_OBJECT_CLASS (ante_public_enumerator_parent_class)->finalize (object);
}

static void
ante_public_enumerator_class_init (AntePublicEnumeratorClass *klass)
{
  GSocketAddressEnumeratorClass *enumerator_class = G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_public_enumerator_finalize;
  enumerator_class->next = ante_public_enumerator_next;
  enumerator_class->next_async = ante_public_enumerator_next_async;
  enumerator_class->next_finish = ante_public_enumerator_next_finish;
}

static void
ante_public_enumerator_init (AntePublicEnumerator *self)
{
}

/* --- the name -------------------------------------------------------------------------------- */

struct _AntePublicAddress {
  GNetworkAddress parent_instance;
};

static GSocketConnectableIface *parent_iface;

static GSocketAddressEnumerator *
ante_public_address_enumerate (GSocketConnectable *connectable)
{
  AntePublicEnumerator *self = g_object_new (ANTE_TYPE_PUBLIC_ENUMERATOR, NULL);

  self->all = parent_iface->enumerate (connectable);
  return G_SOCKET_ADDRESS_ENUMERATOR (self);
}

/* The proxy's own address may be anywhere; it is the person's choice, not the sender's. Where there
 * is none, the enumeration above is what it asks. */
static void
connectable_init (GSocketConnectableIface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->enumerate = ante_public_address_enumerate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AntePublicAddress,
                               ante_public_address,
                               G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE, connectable_init))

static void
ante_public_address_class_init (AntePublicAddressClass *klass)
{
}

static void
ante_public_address_init (AntePublicAddress *self)
{
}

GSocketConnectable *
ante_public_address_new (const char *host, guint16 port)
{
  return g_object_new (ANTE_TYPE_PUBLIC_ADDRESS, "hostname", host, "port", (guint) port, "scheme",
                       "https", NULL);
}
