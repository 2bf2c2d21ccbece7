#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-no-provider.h"

struct _AnteNoProvider {
  AnteProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (AnteNoProvider, ante_no_provider, ANTE_TYPE_PROVIDER)

static void
ante_no_provider_list_models (AnteProvider *self, GTask *task)
{
  g_task_return_new_error (task, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_OFF, "AI is off");
}

static void
ante_no_provider_complete (AnteProvider *self,
                           const AntePrompt *prompt,
                           const AnteCompleteOptions *options,
                           GTask *task)
{
  g_task_return_new_error (task, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_OFF, "AI is off");
}

static void
ante_no_provider_class_init (AnteNoProviderClass *klass)
{
  AnteProviderClass *provider_class = ANTE_PROVIDER_CLASS (klass);

  provider_class->nick = "off";
  provider_class->list_models = ante_no_provider_list_models;
  provider_class->complete = ante_no_provider_complete;
}

static void
ante_no_provider_init (AnteNoProvider *self)
{
}

AnteProvider *
ante_no_provider_new (void)
{
  return g_object_new (ANTE_TYPE_NO_PROVIDER, NULL);
}
