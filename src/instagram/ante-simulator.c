#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-simulator.h"

#include "instagram/ante-instagram-error.h"
#include "instagram/ante-transport.h"
#include "rules/ante-json.h"

#define MAX_WHY 200

struct _AnteSimulator {
  GObject parent_instance;

  char *url;
  AnteTransport *transport;
};

G_DEFINE_FINAL_TYPE (AnteSimulator, ante_simulator, G_TYPE_OBJECT)

static void
ante_simulator_finalize (GObject *object)
{
  AnteSimulator *self = ANTE_SIMULATOR (object);

  g_free (self->url);
  g_clear_object (&self->transport);

  G_OBJECT_CLASS (ante_simulator_parent_class)->finalize (object);
}

static void
ante_simulator_class_init (AnteSimulatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_simulator_finalize;
}

static void
ante_simulator_init (AnteSimulator *self)
{
  self->transport = ante_transport_new (TRUE);
}

/**
 * ante_simulator_new:
 * @control_url: the sandbox's control address; with one that is not on loopback every call fails
 * with %ANTE_INSTAGRAM_ERROR_ADDRESS
 */
AnteSimulator *
ante_simulator_new (const char *control_url)
{
  AnteSimulator *self = g_object_new (ANTE_TYPE_SIMULATOR, NULL);
  gboolean is_loopback = FALSE;

  self->url = ante_transport_check_url (control_url, &is_loopback, NULL);
  if (!is_loopback)
    g_clear_pointer (&self->url, g_free);
  return self;
}

/* The sandbox says what it did not understand in its answer; the words are our own. */
static gboolean
is_refusal (JsonNode *root, const char *command, GError **error)
{
  g_autofree char *why = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  why = ante_json_dup_name (json_node_get_object (root), "error", MAX_WHY);
  if (why != NULL)
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED, "simulator %s: %s",
                 command, why);
  return why != NULL;
}

/* A list becomes {"items":[…]}, so that every answer is a dictionary. */
static GVariant *
read_answer (const AnteAnswer *answer, const char *command, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  GVariant *dictionary = NULL;

  if (answer->status != 200) {
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED,
                 "simulator %s: HTTP %u", command, answer->status);
    return NULL;
  }

  root = ante_json_parse (answer->body, NULL);
  if (root == NULL) {
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                 "simulator %s: the answer is no JSON", command);
    return NULL;
  }
  if (is_refusal (root, command, error))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (root)) {
    JsonObject *object = json_object_new ();

    json_object_set_member (object, "items", g_steal_pointer (&root));
    root = json_node_init_object (json_node_alloc (), object);
    json_object_unref (object);
  }

  dictionary = json_gvariant_deserialize (root, "a{sv}", NULL);
  if (dictionary == NULL)
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                 "simulator %s: the answer is no dictionary", command);
  return dictionary != NULL ? g_variant_ref_sink (dictionary) : NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AnteAnswer) answer =
    ante_transport_send_finish (ANTE_TRANSPORT (source), result, &error);
  GVariant *dictionary =
    answer != NULL ? read_answer (answer, g_task_get_task_data (task), &error) : NULL;

  if (dictionary != NULL)
    g_task_return_pointer (task, dictionary, (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

void
ante_simulator_call_async (AnteSimulator *self,
                           const char *command,
                           GVariant *arguments,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GVariant) sunk = arguments != NULL ? g_variant_ref_sink (arguments) : NULL;
  AnteRequest *request = NULL;

  g_return_if_fail (ANTE_IS_SIMULATOR (self));
  g_return_if_fail (sunk == NULL || g_variant_is_of_type (sunk, G_VARIANT_TYPE_VARDICT));

  g_task_set_source_tag (task, ante_simulator_call_async);
  g_task_set_task_data (task, g_strdup (command), g_free);
  if (self->url == NULL) {
    g_task_return_new_error (task, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS,
                             "the control address is not on this machine");
    return;
  }

  request = ante_request_new ("POST", "simulator", self->url);
  ante_request_add_segment (request, command);
  ante_request_take_body (request, "application/json",
                          sunk != NULL ? json_gvariant_serialize_data (sunk, NULL)
                                       : g_strdup ("{}"));
  ante_transport_send_async (self->transport, request, NULL, cancellable, answered_cb,
                             g_object_ref (task));
}

GVariant *
ante_simulator_call_finish (AnteSimulator *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
