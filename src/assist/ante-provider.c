#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-provider.h"

typedef struct {
  AnteLedger ledger;
  gpointer ledger_data;
  GDestroyNotify ledger_destroy;
} AnteProviderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AnteProvider, ante_provider, G_TYPE_OBJECT)

AnteAiModel *
ante_ai_model_new (const char *id, const char *name)
{
  AnteAiModel *self = g_new0 (AnteAiModel, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->structured = -1;
  self->input_price = -1;
  self->output_price = -1;
  return self;
}

void
ante_ai_model_free (AnteAiModel *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

AnteCompletion *
ante_completion_new (void)
{
  return g_new0 (AnteCompletion, 1);
}

void
ante_completion_free (AnteCompletion *self)
{
  if (self == NULL)
    return;

  ante_proposal_free (self->proposal);
  g_free (self->text);
  g_free (self->model);
  g_free (self);
}

static void
ante_provider_finalize (GObject *object)
{
  ante_provider_set_ledger (ANTE_PROVIDER (object), NULL, NULL, NULL);

  G_OBJECT_CLASS (ante_provider_parent_class)->finalize (object);
}

static void
ante_provider_class_init (AnteProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_provider_finalize;
}

static void
ante_provider_init (AnteProvider *self)
{
}

const char *
ante_provider_get_nick (AnteProvider *self)
{
  g_return_val_if_fail (ANTE_IS_PROVIDER (self), NULL);

  return ANTE_PROVIDER_GET_CLASS (self)->nick;
}

/**
 * ante_provider_set_ledger:
 * @ledger: (nullable): without one, nothing leaves
 */
void
ante_provider_set_ledger (AnteProvider *self,
                          const AnteLedger *ledger,
                          gpointer user_data,
                          GDestroyNotify destroy)
{
  AnteProviderPrivate *priv = ante_provider_get_instance_private (self);

  if (priv->ledger_destroy != NULL)
    priv->ledger_destroy (priv->ledger_data);
  priv->ledger = ledger != NULL ? *ledger : (AnteLedger){ NULL, NULL };
  priv->ledger_data = user_data;
  priv->ledger_destroy = destroy;
}

const AnteLedger *
ante_provider_get_ledger (AnteProvider *self, gpointer *user_data)
{
  AnteProviderPrivate *priv = ante_provider_get_instance_private (self);

  *user_data = priv->ledger_data;
  return &priv->ledger;
}

void
ante_provider_list_models_async (AnteProvider *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (ANTE_IS_PROVIDER (self));

  g_task_set_source_tag (task, ante_provider_list_models_async);
  ANTE_PROVIDER_GET_CLASS (self)->list_models (self, task);
}

/* Returns: (element-type AnteAiModel): in the provider's order. */
GPtrArray *
ante_provider_list_models_finish (AnteProvider *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ante_provider_complete_async:
 * @prompt: what to ask
 * @options: (nullable): copied
 *
 * Ends with a whole and readable answer, or with an #AnteAssistError or %G_IO_ERROR_CANCELLED: what
 * was truncated, declined or cut is no answer.
 */
void
ante_provider_complete_async (AnteProvider *self,
                              const AntePrompt *prompt,
                              const AnteCompleteOptions *options,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  static const AnteCompleteOptions usual = { .temperature = -1 };
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (ANTE_IS_PROVIDER (self));

  g_task_set_source_tag (task, ante_provider_complete_async);
  ANTE_PROVIDER_GET_CLASS (self)->complete (self, prompt, options != NULL ? options : &usual, task);
}

AnteCompletion *
ante_provider_complete_finish (AnteProvider *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
