#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-window.h"

#include <glib/gi18n.h>

#include "app/ante-notices.h"
#include "app/ante-places.h"
#include "app/ante-shortcuts.h"
#include "app/ante-sidebar.h"
#include "app/ante-undo.h"
#include "app/ante-window-state.h"
#include "app/board/ante-stages-window.h"
#include "app/first-run/ante-first-run.h"
#include "app/palette/ante-palette.h"
#include "app/preferences/ante-preferences-window.h"
#include "app/replies/ante-replies-window.h"
#include "app/search/ante-search-window.h"
#include "app/shared/ante-toast-area.h"
#include "app/shared/ante-toasts.h"
#include "app/simulator/ante-simulator-window.h"
#include "engine/ante-advice.h"
#include "store/ante-store-account.h"

struct _AnteWindow {
  AdwApplicationWindow parent_instance;

  GtkWidget *toasts;
  GtkStack *stack;
  AdwFlap *flap;
  AnteSidebar *sidebar;
  GtkStack *pages;
  AdwStatusPage *failure;
  GtkLabel *failure_folder;
  GtkWidget *leave_sandbox;
  AnteFirstRun *first_run; /* NULL: nobody needed it yet */
  GtkRevealer *sandbox_notice;

  AnteNotices *notices;
  AdwWindowTitle *page_title;
  GtkWidget *simulator;   /* weak */
  GtkWidget *search;      /* weak */
  GtkWidget *preferences; /* weak */
  GtkWidget *stages;      /* weak */
  GtkWidget *replies;     /* weak */
  AntePalette *palette;   /* NULL: nobody asked for it yet */

  AnteSession *session;
  guint patience; /* how long the first picture may wait */
  guint preparing;
};

G_DEFINE_FINAL_TYPE (AnteWindow, ante_window, ADW_TYPE_APPLICATION_WINDOW)

static AnteWorkspace *
get_workspace (AnteWindow *self)
{
  return self->session != NULL ? ante_session_get_workspace (self->session) : NULL;
}

/* --- places --------------------------------------------------------------------------------- */

/* NULL: it has not been shown yet. */
static GtkWidget *
find_page (AnteWindow *self, const AntePlace *place)
{
  return gtk_stack_get_child_by_name (self->pages, place->name);
}

/* A page is made when it is first shown: the others would only make the start longer. */
static GtkWidget *
get_page (AnteWindow *self, const AntePlace *place)
{
  GtkWidget *page = find_page (self, place);

  if (page != NULL)
    return page;
  page = place->make ();
  gtk_stack_add_titled (self->pages, page, place->name, _ (place->title));
  place->set_workspace (page, get_workspace (self));
  return page;
}

/* ... but for one that takes longer than a click should, where nobody waits for it. */
static gboolean
prepare_cb (gpointer data)
{
  AnteWindow *self = data;

  self->preparing = 0;
  for (const AntePlace *place = ante_places; place->name != NULL; place++) {
    if (place->is_prepared && get_workspace (self) != NULL)
      get_page (self, place);
  }
  return G_SOURCE_REMOVE;
}

/* NULL: something else than the places is shown. */
static const AntePlace *
get_place (AnteWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "main") != 0)
    return NULL;
  return ante_place_find (gtk_stack_get_visible_child_name (self->pages));
}

static void
show_place (AnteWindow *self, const AntePlace *place)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  /* Else the stack hands the keyboard to whatever comes first there, which is a text to filter by.
   */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->pages, get_page (self, place));
  adw_window_title_set_title (self->page_title, _ (place->title));
  ante_sidebar_select (self->sidebar, place->name);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  if (place->focus != NULL)
    place->focus (get_page (self, place));
}

static void
show_place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AntePlace *place = ante_place_find (g_variant_get_string (parameter, NULL));
  AnteWindow *self = ANTE_WINDOW (widget);

  if (place != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), place->name) != 0)
    show_place (self, place);
}

static void
open_lead_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *inbox = ante_place_find ("inbox");

  if (inbox == NULL || inbox->open_lead == NULL || get_workspace (self) == NULL)
    return;
  show_place (self, inbox);
  inbox->open_lead (get_page (self, inbox), g_variant_get_int64 (parameter));
}

static void
open_message_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *inbox = ante_place_find ("inbox");
  const char *mid = NULL;
  gint64 lead = 0;
  gint64 at = 0;

  if (inbox == NULL || inbox->open_message == NULL || get_workspace (self) == NULL)
    return;
  g_variant_get (parameter, "(x&sx)", &lead, &mid, &at);
  show_place (self, inbox);
  inbox->open_message (get_page (self, inbox), lead, mid, at);
}

/* Where one is, if it can be shown there. */
static void
open_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *place = get_place (self);

  if (place == NULL || place->open_card == NULL ||
      !place->open_card (get_page (self, place), g_variant_get_int64 (parameter)))
    open_lead_action (widget, name, parameter);
}

static void
show_lacking_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *inbox = ante_place_find ("inbox");

  show_place (self, inbox);
  inbox->show_lacking (get_page (self, inbox), g_variant_get_string (parameter, NULL));
}

static void
pause_ai_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_ai_pause_toggle (ante_sidebar_get_pause (ANTE_WINDOW (widget)->sidebar));
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* A place without a panel of its own still has the one of the places beside it. */
static void
toggle_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *place = get_place (self);

  if (place != NULL && place->toggle_panel != NULL)
    place->toggle_panel (get_page (self, place));
  else
    toggle_sidebar_action (widget, name, NULL);
}

/* Folded, it lies over the page and is away as a rule; F9 may have taken it away too. */
static gboolean
needs_sidebar_button (GObject *object, gboolean folded, gboolean revealed)
{
  return folded || !revealed;
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  ante_sidebar_popup_menu (self->sidebar);
}

static void
sync_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  if (get_workspace (self) != NULL)
    ante_sync_poke (ante_workspace_get_sync (get_workspace (self)));
}

static void
played_cb (AnteWindow *self)
{
  if (get_workspace (self) == NULL)
    return;
  ante_workspace_check_token (get_workspace (self)); /* the clock may have been moved */
  ante_sync_poke (ante_workspace_get_sync (get_workspace (self)));
}

static void
simulator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  AnteSimulator *simulator = ante_session_get_simulator (self->session);

  if (simulator == NULL)
    return;
  if (self->simulator == NULL) {
    g_set_weak_pointer (&self->simulator, ante_simulator_window_new (GTK_WINDOW (self), simulator));
    g_signal_connect_object (self->simulator, "played", G_CALLBACK (played_cb), self,
                             G_CONNECT_SWAPPED);
  }
  gtk_window_present (GTK_WINDOW (self->simulator));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  if (get_workspace (self) == NULL)
    return;
  if (self->search == NULL)
    g_set_weak_pointer (&self->search,
                        ante_search_window_new (GTK_WINDOW (self), get_workspace (self)));
  ante_search_window_begin (ANTE_SEARCH_WINDOW (self->search));
}

static void
search_for_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  search_action (widget, name, NULL);
  if (self->search != NULL)
    ante_search_window_ask (ANTE_SEARCH_WINDOW (self->search),
                            g_variant_get_string (parameter, NULL));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *place = get_place (self);

  if (place != NULL && place->find != NULL && get_workspace (self) != NULL)
    place->find (get_page (self, place));
  else
    search_action (widget, name, NULL);
}

/* One of the windows about the data that is open, made when it is first wanted. */
static void
present_helper (AnteWindow *self,
                GtkWidget **helper,
                GtkWidget *(*make) (GtkWindow *parent, AnteWorkspace *workspace))
{
  if (get_workspace (self) == NULL)
    return;
  if (*helper == NULL)
    g_set_weak_pointer (helper, make (GTK_WINDOW (self), get_workspace (self)));
  gtk_window_present (GTK_WINDOW (*helper));
}

static void
helper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  if (g_str_equal (name, "win.preferences"))
    present_helper (self, &self->preferences, ante_preferences_window_new);
  else if (g_str_equal (name, "win.stages"))
    present_helper (self, &self->stages, ante_stages_window_new);
  else
    present_helper (self, &self->replies, ante_replies_window_new);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_shortcuts_present (GTK_APPLICATION_WINDOW (widget));
}

static void
palette_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  const AntePlace *place = get_place (self);
  AnteWorkspace *workspace = place != NULL ? get_workspace (self) : NULL;
  AnteLeadActions *lead = workspace != NULL && place->get_lead_actions != NULL
                            ? place->get_lead_actions (get_page (self, place))
                            : NULL;

  if (self->palette == NULL)
    self->palette = ante_palette_new (GTK_WINDOW (self));
  ante_palette_begin (self->palette, place, place != NULL ? get_page (self, place) : NULL, lead,
                      workspace != NULL ? ante_workspace_get_store (workspace) : NULL);
}

/* Windows that belong to the data that is open. Quitting may have destroyed them before. */
static void
close_helpers (AnteWindow *self)
{
  if (self->palette != NULL)
    ante_palette_close (self->palette);
  if (self->simulator != NULL)
    gtk_window_destroy (GTK_WINDOW (self->simulator));
  if (self->search != NULL)
    gtk_window_destroy (GTK_WINDOW (self->search));
  if (self->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preferences));
  if (self->stages != NULL)
    gtk_window_destroy (GTK_WINDOW (self->stages));
  if (self->replies != NULL)
    gtk_window_destroy (GTK_WINDOW (self->replies));
  g_clear_weak_pointer (&self->simulator);
  g_clear_weak_pointer (&self->search);
  g_clear_weak_pointer (&self->preferences);
  g_clear_weak_pointer (&self->stages);
  g_clear_weak_pointer (&self->replies);
}

/* How closely someone looks sets how often Instagram is asked. */
static void
attention_cb (AnteWindow *self)
{
  AnteSyncAttention attention = gtk_window_is_active (GTK_WINDOW (self))    ? ANTE_SYNC_FOCUSED
                                : gtk_widget_get_mapped (GTK_WIDGET (self)) ? ANTE_SYNC_VISIBLE
                                                                            : ANTE_SYNC_BACKGROUND;

  if (get_workspace (self) != NULL)
    ante_sync_set_attention (ante_workspace_get_sync (get_workspace (self)), attention);
}

/* --- undo ----------------------------------------------------------------------------------- */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  ante_undo (GTK_WINDOW (self), self->toasts, get_workspace (self));
}

static void
undo_acts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);
  g_autoptr (GVariant) acts = g_variant_get_child_value (parameter, 0);
  g_autoptr (GVariant) dir = g_variant_get_child_value (parameter, 1);
  gsize n = 0;
  const gint64 *ids = g_variant_get_fixed_array (acts, &n, sizeof (gint64));

  ante_undo_acts (self->toasts, get_workspace (self), ids, (guint) n,
                  g_variant_get_string (dir, NULL));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  ante_redo (GTK_WINDOW (self), self->toasts, get_workspace (self));
}

/* --- what is open --------------------------------------------------------------------------- */

/* Opening data takes less than this as a rule; then the first picture is that of the data. */
#define PATIENCE_MS 250
/* The first picture and what follows it are done by then. */
#define PREPARE_MS 800

/* What cannot be done now is neither offered nor done. */
static void
update_actions (AnteWindow *self)
{
  static const char *const of_places[] = {
    "win.show-place",
    "win.pause-ai",
    "win.show-lacking",
    "win.toggle-panel",
    "win.toggle-sidebar",
    "win.menu",
    "win.undo",
    "win.redo",
    "win.find",
    "win.search",
    NULL,
  };
  AnteWorkspace *workspace = get_workspace (self);
  gboolean is_sandbox = self->session != NULL && ante_session_is_sandbox (self->session);
  gboolean is_connected = workspace != NULL && ante_workspace_get_account (workspace) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; of_places[i] != NULL; i++)
    gtk_widget_action_set_enabled (widget, of_places[i],
                                   workspace != NULL && get_place (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.preferences", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.sync", is_connected);
  gtk_widget_action_set_enabled (widget, "win.simulator",
                                 self->session != NULL &&
                                   ante_session_get_simulator (self->session) != NULL);
  /* A real token never meets the sandbox's data. */
  gtk_widget_action_set_enabled (widget, "win.connect", workspace != NULL && !is_sandbox);
}

static void
present_cb (AnteWindow *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static void
show_view (AnteWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  if (self->patience != 0)
    present_cb (self);
  g_clear_handle_id (&self->preparing, g_source_remove);
  if (g_str_equal (name, "main"))
    self->preparing = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MS, prepare_cb, self, NULL);
}

static void
start_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    g_info ("the first run is shown again next time: %s", error->message);
}

static void
first_run_done_cb (AnteWindow *self)
{
  AnteWorkspace *workspace = get_workspace (self);

  if (workspace == NULL)
    return;
  ante_store_set_setting_async (ante_workspace_get_store (workspace), "started", "1", NULL,
                                start_written_cb, NULL);
  show_view (self, "main");
}

static void
show_first_run (AnteWindow *self)
{
  if (self->first_run == NULL) {
    self->first_run = g_object_new (ANTE_TYPE_FIRST_RUN, NULL);
    g_signal_connect_swapped (self->first_run, "done", G_CALLBACK (first_run_done_cb), self);
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->first_run), "first-run");
  }
  ante_first_run_set_workspace (self->first_run, get_workspace (self));
  show_view (self, "first-run");
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *started = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);
  AnteWorkspace *workspace = get_workspace (self);

  if (workspace == NULL || ante_workspace_get_store (workspace) != ANTE_STORE (source))
    return; /* other data is open by now */
  if (started != NULL)
    show_view (self, "main");
  else
    show_first_run (self);
}

static void
choose_view (AnteWindow *self)
{
  AnteWorkspace *workspace = get_workspace (self);

  if (workspace == NULL)
    gtk_stack_set_visible_child_name (self->stack, "opening");
  else if (ante_workspace_get_account (workspace) != NULL)
    show_view (self, "main");
  else
    ante_store_get_setting_async (ante_workspace_get_store (workspace), "started", NULL, started_cb,
                                  g_object_ref (self));
}

static void
connect_account_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteWindow *self = ANTE_WINDOW (widget);

  show_first_run (self);
  ante_first_run_begin_connect (self->first_run);
}

static void
workspace_cb (AnteWindow *self)
{
  AnteWorkspace *workspace = get_workspace (self);

  for (const AntePlace *place = ante_places; place->name != NULL; place++) {
    GtkWidget *page = find_page (self, place);

    if (page != NULL)
      place->set_workspace (page, workspace);
  }
  ante_sidebar_set_workspace (self->sidebar, workspace);
  if (self->first_run != NULL)
    ante_first_run_set_workspace (self->first_run, workspace);
  ante_notices_set_workspace (self->notices, workspace);
  close_helpers (self);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify::account", G_CALLBACK (update_actions), self,
                             G_CONNECT_SWAPPED);
  attention_cb (self);
  gtk_revealer_set_reveal_child (self->sandbox_notice, ante_session_is_sandbox (self->session));
  choose_view (self);
  update_actions (self);
}

static void
failed_cb (AnteWindow *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);
  g_autofree char *name = g_filename_display_name (ante_session_get_folder (self->session));
  g_autofree char *folder = g_strdup_printf (_ ("Data folder: %s"), name);

  adw_status_page_set_title (self->failure, _ (advice.title));
  adw_status_page_set_description (self->failure, _ (advice.body));
  gtk_label_set_text (self->failure_folder, folder);
  gtk_widget_set_visible (self->leave_sandbox, ante_session_is_sandbox (self->session));
  show_view (self, "failed");
}

static void
retry_cb (AnteWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "opening");
  ante_session_open (self->session, ante_session_is_sandbox (self->session));
}

static void
ante_window_dispose (GObject *object)
{
  AnteWindow *self = ANTE_WINDOW (object);

  if (self->session != NULL)
    ante_window_state_save (GTK_WINDOW (self), gtk_stack_get_visible_child_name (self->pages));
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->preparing, g_source_remove);
  close_helpers (self);
  if (self->palette != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->palette));
  self->palette = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ante_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_action);
  gtk_widget_class_install_action (widget_class, "win.pause-ai", NULL, pause_ai_action);
  gtk_widget_class_install_action (widget_class, "win.open-lead", "x", open_lead_action);
  gtk_widget_class_install_action (widget_class, "win.open-message", "(xsx)", open_message_action);
  gtk_widget_class_install_action (widget_class, "win.open-card", "x", open_card_action);
  gtk_widget_class_install_action (widget_class, "win.show-lacking", "s", show_lacking_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-panel", NULL, toggle_panel_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.sync", NULL, sync_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-acts", "(axs)", undo_acts_action);
  gtk_widget_class_install_action (widget_class, "win.connect", NULL, connect_account_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_for_action);
  gtk_widget_class_install_action (widget_class, "win.palette", NULL, palette_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, helper_action);
  gtk_widget_class_install_action (widget_class, "win.stages", NULL, helper_action);
  gtk_widget_class_install_action (widget_class, "win.replies", NULL, helper_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "win.shortcuts", NULL);
  gtk_widget_class_install_action (widget_class, "win.simulator", NULL, simulator_action);
}

static void
ante_window_class_init (AnteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_window_dispose;
  g_type_ensure (ANTE_TYPE_TOAST_AREA);
  g_type_ensure (ANTE_TYPE_SIDEBAR);
  g_type_ensure (ANTE_TYPE_NOTICES);
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH "/ui/ante-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, failure_folder);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, leave_sandbox);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, sandbox_notice);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, AnteWindow, page_title);
  gtk_widget_class_bind_template_callback (widget_class, needs_sidebar_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  install_actions (widget_class);
}

static void
ante_window_init (AnteWindow *self)
{
  g_autofree char *name = NULL;
  const AntePlace *place = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  name = ante_window_state_restore (GTK_WINDOW (self));
  place = name != NULL ? ante_place_find (name) : NULL;
  show_place (self, place != NULL ? place : ante_place_find ("inbox"));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (attention_cb), NULL);
}

AnteWindow *
ante_window_new (GtkApplication *application, AnteSession *session)
{
  AnteWindow *self = g_object_new (ANTE_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::workspace", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
ante_window_present_soon (AnteWindow *self)
{
  if (self->patience == 0)
    self->patience =
      g_timeout_add_once (PATIENCE_MS, (GSourceOnceFunc) (void (*) (void)) present_cb, self);
}
