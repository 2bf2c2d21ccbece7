#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-ai-page.h"

#include <glib/gi18n.h>

#include "app/preferences/ante-ai-ledger-rows.h"
#include "app/preferences/ante-ai-words.h"
#include "app/shared/ante-problem.h"
#include "engine/ante-assist-commands.h"
#include "engine/ante-assist-ledger.h"
#include "store/ante-ai-ledger.h"

/* In the order of the rows of "provider". */
static const char *const providers[] = { NULL, "openai", "anthropic", "ollama", "echo" };

/**
 * AnteAiPage:
 * @kept: the settings as they were last read or kept, as a line
 * @listed: (nullable) (element-type AnteAiModel): in the order of the rows of "models"
 * @rows: of the ledger
 * @filling: what changes is not a person's doing
 */
struct _AnteAiPage {
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *provider_group;
  AnteProblem *problem;
  AdwComboRow *provider;
  AdwEntryRow *address;
  AdwPasswordEntryRow *key;
  AdwEntryRow *model;
  GtkButton *list;
  AdwComboRow *models;
  GtkStringList *model_names;
  AdwActionRow *test;
  GtkButton *test_button;
  GtkSwitch *always;
  GtkSwitch *local_only;
  GtkSwitch *names;
  GtkSwitch *phones;
  GtkSwitch *emails;
  AdwPreferencesGroup *spending;
  AdwEntryRow *cap;
  AdwEntryRow *input_price;
  AdwEntryRow *output_price;
  AdwPreferencesGroup *ledger;

  AnteWorkspace *workspace;
  GCancellable *cancellable;
  char *kept;
  char *currency;
  GPtrArray *listed;
  GPtrArray *rows;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AnteAiPage, ante_ai_page, ADW_TYPE_PREFERENCES_PAGE)

static void
tell_error (AnteAiPage *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  ante_problem_show (self->problem, &advice);
}

static AnteStore *
get_store (AnteAiPage *self)
{
  return ante_workspace_get_store (self->workspace);
}

/* --- what stands on the page ---------------------------------------------------------------- */

static char *
take_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* FALSE where it is no amount; empty is @none. */
static gboolean
take_amount (AdwEntryRow *row, gint64 none, gint64 *amount)
{
  g_autofree char *text = take_text (row);
  gboolean ok = TRUE;

  *amount = none;
  if (text != NULL)
    ok = ante_ai_settings_parse_amount (text, amount);
  if (ok)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return ok;
}

static gboolean
take_money (AnteAiPage *self, AnteAiSettings *settings)
{
  gboolean ok = take_amount (self->cap, 0, &settings->cap);

  ok = take_amount (self->input_price, -1, &settings->input_price) && ok;
  return take_amount (self->output_price, -1, &settings->output_price) && ok;
}

static const char *
get_provider (AnteAiPage *self)
{
  return providers[MIN (adw_combo_row_get_selected (self->provider), G_N_ELEMENTS (providers) - 1)];
}

static AnteAiSettings *
take_settings (AnteAiPage *self)
{
  AnteAiSettings *settings = ante_ai_settings_new ();

  settings->provider = g_strdup (get_provider (self));
  settings->api_url = take_text (self->address);
  settings->model = take_text (self->model);
  settings->always = gtk_switch_get_active (self->always);
  settings->local_only = gtk_switch_get_active (self->local_only);
  settings->redact = (gtk_switch_get_active (self->names) ? ANTE_REDACT_NAMES : 0) |
                     (gtk_switch_get_active (self->phones) ? ANTE_REDACT_PHONES : 0) |
                     (gtk_switch_get_active (self->emails) ? ANTE_REDACT_EMAILS : 0);
  g_free (settings->currency);
  settings->currency = g_strdup (self->currency);
  return settings;
}

static void
show_amount (AdwEntryRow *row, gint64 amount, gboolean is_told)
{
  g_autofree char *text = is_told ? ante_ai_settings_write_amount (amount, NULL) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* What only matters for some of them is out of the way for the others. */
static void
show_rows (AnteAiPage *self)
{
  const char *provider = get_provider (self);
  const char *url = ante_assist_setup_default_url (provider);
  gboolean is_remote = url != NULL;
  /* Translators: an address. */
  g_autofree char *title = g_strdup_printf (_ ("Address (empty: %s)"), is_remote ? url : "");

  gtk_widget_set_visible (GTK_WIDGET (self->address), is_remote);
  gtk_widget_set_visible (GTK_WIDGET (self->key), is_remote);
  gtk_widget_set_visible (GTK_WIDGET (self->model), is_remote);
  gtk_widget_set_visible (GTK_WIDGET (self->models), is_remote && self->listed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->test), provider != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spending), is_remote);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address), title);
}

static void
tell_settings (AnteAiPage *self, const AnteAiSettings *settings)
{
  g_autofree char *words = ante_ai_words_settings (settings);

  adw_preferences_group_set_description (self->provider_group, words);
}

static void
fill (AnteAiPage *self, const AnteAiSettings *settings)
{
  guint selected = 0;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++) {
    if (g_strcmp0 (providers[i], settings->provider) == 0)
      selected = i;
  }
  adw_combo_row_set_selected (self->provider, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->address),
                         settings->api_url != NULL ? settings->api_url : "");
  gtk_editable_set_text (GTK_EDITABLE (self->model),
                         settings->model != NULL ? settings->model : "");
  gtk_switch_set_active (self->always, settings->always);
  gtk_switch_set_active (self->local_only, settings->local_only);
  gtk_switch_set_active (self->names, (settings->redact & ANTE_REDACT_NAMES) != 0);
  gtk_switch_set_active (self->phones, (settings->redact & ANTE_REDACT_PHONES) != 0);
  gtk_switch_set_active (self->emails, (settings->redact & ANTE_REDACT_EMAILS) != 0);
  show_amount (self->cap, settings->cap, settings->cap > 0);
  show_amount (self->input_price, settings->input_price, settings->input_price >= 0);
  show_amount (self->output_price, settings->output_price, settings->output_price >= 0);
  g_free (self->currency);
  self->currency = g_strdup (settings->currency);
  show_rows (self);
  tell_settings (self, settings);
  self->filling = FALSE;
}

/* --- keeping -------------------------------------------------------------------------------- */

/* What is being written does not hold the page. */
static GWeakRef *
watch_self (AnteAiPage *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static AnteAiPage *
unwatch_self (gpointer user_data)
{
  GWeakRef *ref = user_data;
  AnteAiPage *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  return self;
}

static void write_settings (AnteAiPage *self, const AnteAiSettings *settings);

/* What cannot be so is not kept; but what held before is not what the page says, either. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAiPage) self = unwatch_self (user_data);
  g_autoptr (AnteAiSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  if (ante_command_set_ai_finish (ANTE_WORKSPACE (source), result, &error) >= 0 || self == NULL)
    return;
  tell_error (self, error);
  if (error->domain != ANTE_ASSIST_ERROR)
    return;
  settings = ante_ai_settings_from_text (self->kept);
  g_clear_pointer (&settings->provider, g_free);
  write_settings (self, settings);
}

static void
write_settings (AnteAiPage *self, const AnteAiSettings *settings)
{
  g_free (self->kept);
  self->kept = ante_ai_settings_to_text (settings);
  tell_settings (self, settings);
  ante_command_set_ai_async (self->workspace, settings, kept_cb, watch_self (self));
}

static void
keep (AnteAiPage *self)
{
  g_autoptr (AnteAiSettings) settings = take_settings (self);
  gboolean lacks_model =
    settings->model == NULL && ante_assist_setup_default_url (settings->provider) != NULL;

  if (self->filling || !take_money (self, settings))
    return;
  ante_problem_hide (self->problem);
  /* Until all is there, the one of before is not asked, either. */
  if (lacks_model)
    g_clear_pointer (&settings->provider, g_free);
  write_settings (self, settings);
  if (lacks_model)
    adw_preferences_group_set_description (
      self->provider_group, _ ("AI is off until a model is chosen. List them, or type its name."));
}

/* Another provider has other models, prices and addresses. */
static void
provider_cb (AnteAiPage *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->address), "");
  gtk_editable_set_text (GTK_EDITABLE (self->model), "");
  show_amount (self->input_price, 0, FALSE);
  show_amount (self->output_price, 0, FALSE);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  adw_action_row_set_subtitle (self->test, "");
  self->filling = FALSE;
  show_rows (self);
  keep (self);
}

static void
key_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAiPage) self = unwatch_self (user_data);
  g_autoptr (GError) error = NULL;
  AnteAdvice advice = { N_ ("The key could not be kept"),
                        N_ ("The keyring of this computer did not take it, so it was not kept "
                            "anywhere. Unlock or start the keyring, then try again.") };
  gboolean kept = ante_command_keep_ai_key_finish (ANTE_WORKSPACE (source), result, &error);

  if (self == NULL)
    return;
  if (!kept) {
    ante_problem_show (self->problem, &advice);
    return;
  }
  gtk_editable_set_text (GTK_EDITABLE (self->key), "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key),
                                 _ ("Key (kept in the keyring; type another to replace it)"));
}

static void
key_cb (AnteAiPage *self)
{
  g_autoptr (AnteAiSettings) settings = take_settings (self);
  const char *key = gtk_editable_get_text (GTK_EDITABLE (self->key));

  ante_problem_hide (self->problem);
  if (settings->provider != NULL && *key != '\0')
    ante_command_keep_ai_key_async (self->workspace, settings, key, key_kept_cb, watch_self (self));
}

/* --- trying it out -------------------------------------------------------------------------- */

/* (nullable): typed and not kept yet. */
static const char *
get_typed_key (AnteAiPage *self)
{
  const char *key = gtk_editable_get_text (GTK_EDITABLE (self->key));

  return *key != '\0' ? key : NULL;
}

static void
models_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAiPage *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *models = ante_command_list_ai_models_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  if (models == NULL) {
    tell_error (self, error);
    return;
  }
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  self->listed = models;
  self->filling = TRUE;
  gtk_string_list_splice (self->model_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->model_names)), NULL);
  gtk_string_list_append (self->model_names, _ ("Choose one"));
  for (guint i = 0; i < models->len; i++) {
    const AnteAiModel *model = models->pdata[i];

    gtk_string_list_append (self->model_names, model->id);
  }
  adw_combo_row_set_selected (self->models, 0);
  self->filling = FALSE;
  show_rows (self);
}

static void
list_cb (AnteAiPage *self)
{
  g_autoptr (AnteAiSettings) settings = take_settings (self);

  ante_problem_hide (self->problem);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  ante_command_list_ai_models_async (self->workspace, settings, get_typed_key (self),
                                     self->cancellable, models_cb, self);
}

/* What it costs is told by some. */
static void
chosen_cb (AnteAiPage *self)
{
  guint selected = adw_combo_row_get_selected (self->models);
  const AnteAiModel *model = NULL;

  if (self->filling || self->listed == NULL || selected == 0 || selected > self->listed->len)
    return;
  model = self->listed->pdata[selected - 1];
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->model), model->id);
  show_amount (self->input_price, model->input_price, model->input_price >= 0);
  show_amount (self->output_price, model->output_price, model->output_price >= 0);
  self->filling = FALSE;
  keep (self);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAiPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteAssistReport) report =
    ante_command_test_ai_finish (ANTE_WORKSPACE (source), result, &error);
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->test_button), TRUE);
  if (report == NULL) {
    adw_action_row_set_subtitle (self->test, "");
    tell_error (self, error);
    return;
  }
  words = ante_ai_words_report (report);
  markup = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (self->test, markup);
}

static void
test_cb (AnteAiPage *self)
{
  g_autoptr (AnteAiSettings) settings = take_settings (self);

  ante_problem_hide (self->problem);
  gtk_widget_set_sensitive (GTK_WIDGET (self->test_button), FALSE);
  adw_action_row_set_subtitle (self->test, _ ("Being tried…"));
  ante_command_test_ai_async (self->workspace, settings, get_typed_key (self), self->cancellable,
                              tested_cb, self);
}

/* --- what holds, and what left -------------------------------------------------------------- */

static void
spending_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAiPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree AnteAiSpending *spending =
    ante_ai_ledger_spending_finish (ANTE_STORE (source), result, &error);
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  if (spending == NULL)
    return;
  amount = ante_ai_settings_write_amount (spending->spent, self->currency);
  words = spending->n_unknown > 0
            ? g_strdup_printf (g_dngettext (NULL,
                                            "Spent this month: %s, and %u call of unknown cost. A "
                                            "limit needs the model's prices.",
                                            "Spent this month: %s, and %u calls of unknown cost. "
                                            "A limit needs the model's prices.",
                                            spending->n_unknown),
                               amount, spending->n_unknown)
            : g_strdup_printf (_ ("Spent this month: %s. At the limit nothing is asked any more."),
                               amount);
  adw_preferences_group_set_description (self->spending, words);
}

static void
load_ledger (AnteAiPage *self)
{
  gint64 month = ante_assist_ledger_month (g_get_real_time () / 1000);

  ante_ai_ledger_rows_fill (self->ledger, self->rows, get_store (self), self->cancellable);
  ante_ai_ledger_spending_async (get_store (self), month, self->cancellable, spending_cb, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAiPage) self = unwatch_self (user_data);
  AnteAssistant *assistant = ANTE_ASSISTANT (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  if (!ante_assistant_load_finish (assistant, result, &error) || self == NULL)
    return;
  line = ante_ai_settings_to_text (ante_assistant_get_settings (assistant));
  if (g_strcmp0 (line, self->kept) == 0)
    return;
  g_free (self->kept);
  self->kept = g_steal_pointer (&line);
  fill (self, ante_assistant_get_settings (assistant));
}

static void
load_settings (AnteAiPage *self)
{
  ante_assistant_load_async (
    ante_drafting_get_assistant (ante_workspace_get_drafting (self->workspace)), NULL, loaded_cb,
    watch_self (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteAiPage *self)
{
  if ((topics & ANTE_STORE_LEDGER) != 0)
    load_ledger (self);
  if ((topics & ANTE_STORE_AI) != 0)
    load_settings (self);
}

static void
ante_ai_page_dispose (GObject *object)
{
  AnteAiPage *self = ANTE_AI_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->currency, g_free);
  G_OBJECT_CLASS (ante_ai_page_parent_class)->dispose (object);
}

static void
ante_ai_page_class_init (AnteAiPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_ai_page_dispose;
  g_type_ensure (ANTE_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/preferences/ante-ai-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, provider_group);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, provider);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, address);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, key);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, model);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, list);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, models);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, model_names);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, test);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, test_button);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, always);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, local_only);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, names);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, phones);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, emails);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, spending);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, cap);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, input_price);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, output_price);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPage, ledger);
  gtk_widget_class_bind_template_callback (widget_class, provider_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
}

static void
ante_ai_page_init (AnteAiPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ante_ai_page_set_workspace (AnteAiPage *self, AnteWorkspace *workspace)
{
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (changed_cb), self, 0);
  load_settings (self);
  load_ledger (self);
}
