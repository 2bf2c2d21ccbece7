#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-instagram.h"

#include <string.h>

#include "instagram/ante-call.h"
#include "instagram/ante-instagram-private.h"

/* Half of what the Conversations API allows. */
#define READS_PER_SECOND 1.0
#define READS_BURST 2

/* A person's tool: far below what is allowed, and never two at once into one thread for long. */
#define SENDS_PER_SECOND 1.0
#define SENDS_BURST 5

/* What Instagram allows, and so what nobody can set for it. */
#define MOST_PER_SECOND 2.0
#define MOST_BURST 2

G_DEFINE_FINAL_TYPE (AnteInstagram, ante_instagram, G_TYPE_OBJECT)

static void
clear_secret (char **secret)
{
  if (*secret != NULL)
    explicit_bzero (*secret, strlen (*secret));
  g_clear_pointer (secret, g_free);
}

static void
ante_instagram_finalize (GObject *object)
{
  AnteInstagram *self = ANTE_INSTAGRAM (object);

  clear_secret (&self->token);
  g_free (self->api_url);
  g_free (self->user_id);
  g_free (self->username);
  g_clear_object (&self->transport);
  ante_budget_free (self->reads);
  ante_budget_free (self->sends);

  G_OBJECT_CLASS (ante_instagram_parent_class)->finalize (object);
}

static void
ante_instagram_class_init (AnteInstagramClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_instagram_finalize;
}

static void
ante_instagram_init (AnteInstagram *self)
{
  self->reads = ante_budget_new (READS_PER_SECOND, READS_BURST);
  self->sends = ante_budget_new (SENDS_PER_SECOND, SENDS_BURST);
  ante_call_init_tiers (self->tiers);
}

AnteInstagram *
ante_instagram_new (const char *api_url, const char *token, GError **error)
{
  gboolean is_loopback = FALSE;
  g_autofree char *checked = ante_transport_check_url (api_url, &is_loopback, error);
  AnteInstagram *self = NULL;

  if (checked == NULL)
    return NULL;

  self = g_object_new (ANTE_TYPE_INSTAGRAM, NULL);
  self->api_url = g_steal_pointer (&checked);
  self->is_loopback = is_loopback;
  self->transport = ante_transport_new (is_loopback);
  ante_instagram_set_token (self, token);
  return self;
}

/* What was pasted with white space around it is a token; with a line break or a letter of another
 * script in it, it could not even be put into a header. */
static char *
dup_token (const char *token)
{
  char *copy = g_strstrip (g_strdup (token != NULL ? token : ""));
  gboolean usable = *copy != '\0';

  for (const char *p = copy; *p != '\0'; p++)
    usable = usable && g_ascii_isgraph (*p);
  if (!usable)
    clear_secret (&copy);
  return copy;
}

/**
 * ante_instagram_set_token:
 * @token: (nullable): the token; with %NULL, or with what cannot be one, every call fails with
 * %ANTE_INSTAGRAM_ERROR_TOKEN before it leaves
 */
void
ante_instagram_set_token (AnteInstagram *self, const char *token)
{
  char *copy = dup_token (token);

  g_return_if_fail (ANTE_IS_INSTAGRAM (self));

  clear_secret (&self->token);
  self->token = copy;
}

void
ante_instagram_set_user_id (AnteInstagram *self, const char *user_id)
{
  char *copy = g_strdup (user_id);

  g_return_if_fail (ANTE_IS_INSTAGRAM (self));

  g_free (self->user_id);
  self->user_id = copy;
}

const char *
ante_instagram_get_api_url (AnteInstagram *self)
{
  g_return_val_if_fail (ANTE_IS_INSTAGRAM (self), NULL);

  return self->api_url;
}

/**
 * ante_instagram_set_budget:
 * @per_second: calls a second
 * @burst: how many at once after a pause
 *
 * For tests and benches on the sandbox, of reads and sends both. For Instagram itself it is held
 * to what the Conversations API allows.
 */
void
ante_instagram_set_budget (AnteInstagram *self, double per_second, guint burst)
{
  g_return_if_fail (ANTE_IS_INSTAGRAM (self));
  g_return_if_fail (per_second > 0 && burst > 0);

  if (!self->is_loopback) {
    per_second = MIN (per_second, MOST_PER_SECOND);
    burst = MIN (burst, MOST_BURST);
  }
  ante_budget_set (self->reads, per_second, burst);
  ante_budget_set (self->sends, per_second, burst);
}

gint64
ante_instagram_get_clock_skew (AnteInstagram *self)
{
  g_return_val_if_fail (ANTE_IS_INSTAGRAM (self), 0);

  return self->clock_skew;
}

guint64
ante_instagram_get_n_requests (AnteInstagram *self)
{
  g_return_val_if_fail (ANTE_IS_INSTAGRAM (self), 0);

  return self->n_requests;
}

guint
ante_instagram_get_usage (AnteInstagram *self)
{
  g_return_val_if_fail (ANTE_IS_INSTAGRAM (self), 0);

  return ante_throttle_usage (&self->throttle, ante_throttle_clock ());
}

gint64
ante_instagram_get_retry_at (AnteInstagram *self)
{
  gint64 left = 0;

  g_return_val_if_fail (ANTE_IS_INSTAGRAM (self), 0);

  left = ante_throttle_left (&self->throttle, ante_throttle_clock ());
  return left > 0 ? g_get_real_time () / 1000 + left : 0;
}

void
ante_token_free (AnteToken *self)
{
  if (self == NULL)
    return;

  clear_secret (&self->token);
  g_free (self);
}
