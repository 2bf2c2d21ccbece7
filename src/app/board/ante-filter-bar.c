#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-filter-bar.h"

#include "app/board/ante-filter-chip.h"
#include "app/board/ante-filter-views.h"
#include "app/shared/ante-wrap-layout.h"
#include "engine/ante-view-commands.h"
#include "model/ante-party.h"
#include "store/ante-store-facets.h"

/* What can be asked for is looked up again so long after something changed. */
#define REFRESH_MS 1000
/* So long after the last change, what is asked for is kept for the next time. */
#define KEEP_MS 1000

struct _AnteFilterBar {
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkWidget *clear;
  AnteFilterViews *views;
  AnteFilterChip *chips[ANTE_FILTER_N_KINDS]; /* but for that of the text */

  AnteWorkspace *workspace;
  GSignalGroup *store;
  AnteFilterWords *chosen; /* by chips: no text */
  AnteFilterWords *asked;  /* with what is typed */
  AnteFacets *facets;      /* (nullable): of all leads */
  AnteFilterKind opened;   /* whose choices are being counted */
  GCancellable *cancellable;
  GCancellable *counting;
  guint refresh_source;
  gboolean is_old; /* what can be asked for, since nobody looked */
  guint keep_source;
};

enum {
  CHANGED,
  LEFT,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteFilterBar, ante_filter_bar, GTK_TYPE_WIDGET)

/* --- what is asked for ---------------------------------------------------------------------- */

static const char *
get_text (AnteFilterBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* The values that some lead has, and the owners that there always are. */
static GStrv
get_known (AnteFilterBar *self, AnteFilterKind kind)
{
  static const char *const owners[] = { ANTE_PARTY_COACH, ANTE_PARTY_AI, ANTE_PARTY_NONE,
                                        ANTE_PARTY_SETTER_PREFIX };
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  GPtrArray *facets = self->facets != NULL ? self->facets->kinds[kind] : NULL;

  for (guint i = 0; kind == ANTE_FILTER_OWNER && i < G_N_ELEMENTS (owners); i++)
    g_strv_builder_add (known, owners[i]);
  for (guint i = 0; facets != NULL && i < facets->len; i++)
    g_strv_builder_add (known, ((AnteFacet *) facets->pdata[i])->value);
  return g_strv_builder_end (known);
}

static AnteFilterWords *
parse_typed (AnteFilterBar *self)
{
  static const AnteFilterKind open[] = { ANTE_FILTER_OWNER, ANTE_FILTER_LABEL, ANTE_FILTER_OFFER };
  AnteFilterWords *words = ante_filter_words_parse (get_text (self));

  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_auto (GStrv) known = get_known (self, open[i]);

    ante_filter_words_resolve (words, open[i], (const char *const *) known);
  }
  return words;
}

static void
keep (AnteFilterBar *self)
{
  if (self->keep_source == 0)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  ante_command_keep_filter (self->workspace, self->asked);
}

static gboolean
keep_cb (gpointer data)
{
  keep (data);
  return G_SOURCE_REMOVE;
}

static void
keep_soon (AnteFilterBar *self)
{
  if (self->workspace == NULL)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_MS, keep_cb, self);
}

static void
show (AnteFilterBar *self)
{
  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++)
    ante_filter_chip_set_words (self->chips[kind], self->asked);
  gtk_widget_set_visible (self->clear, !ante_filter_words_is_empty (self->asked));
  ante_filter_views_set_words (self->views, self->asked);
}

static void
update (AnteFilterBar *self)
{
  g_autoptr (AnteFilterWords) asked = parse_typed (self);

  ante_filter_words_merge (asked, self->chosen);
  if (ante_filter_words_equal (asked, self->asked))
    return;
  ante_filter_words_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  show (self);
  keep_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_text (AnteFilterBar *self, const AnteFilterWords *words)
{
  g_autofree char *text = ante_filter_words_format (words);

  if (g_str_equal (text, get_text (self)))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* Puts @words in place of all that is asked for: their text is typed, the rest is chosen. */
static void
set_words (AnteFilterBar *self, const AnteFilterWords *words)
{
  g_autoptr (AnteFilterWords) text = ante_filter_words_copy (words);

  ante_filter_words_free (self->chosen);
  self->chosen = ante_filter_words_copy (words);
  ante_filter_words_clear (self->chosen, ANTE_FILTER_TEXT);
  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++)
    ante_filter_words_clear (text, kind);
  set_text (self, text);
  update (self);
}

/* Who touches a chip takes over what was typed for it: from now on it is the chip that tells. */
static void
take_over (AnteFilterBar *self, AnteFilterKind kind)
{
  g_autoptr (AnteFilterWords) typed = ante_filter_words_parse (get_text (self));

  if (!ante_filter_words_has (typed, kind))
    return;
  for (guint i = 0; self->asked->values[kind] != NULL && self->asked->values[kind][i] != NULL; i++)
    ante_filter_words_add (self->chosen, kind, self->asked->values[kind][i]);
  ante_filter_words_clear (typed, kind);
  set_text (self, typed);
}

static void
toggled_cb (AnteFilterChip *chip, const char *value, gboolean on, AnteFilterBar *self)
{
  AnteFilterKind kind = ante_filter_chip_get_kind (chip);
  g_autofree char *kept = g_strdup (value);

  take_over (self, kind);
  if (on)
    ante_filter_words_add (self->chosen, kind, kept);
  else
    ante_filter_words_remove (self->chosen, kind, kept);
  update (self);
}

static void
cleared_cb (AnteFilterChip *chip, AnteFilterBar *self)
{
  AnteFilterKind kind = ante_filter_chip_get_kind (chip);

  take_over (self, kind);
  ante_filter_words_clear (self->chosen, kind);
  update (self);
}

static void
chosen_cb (AnteFilterBar *self, const char *filter)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (filter);

  set_words (self, words);
}

static void
typed_cb (AnteFilterBar *self)
{
  update (self);
}

static void
entered_cb (AnteFilterBar *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
left_cb (AnteFilterBar *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
clear_cb (AnteFilterBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  ante_filter_bar_clear (self);
}

/* --- what can be asked for ------------------------------------------------------------------ */

static void
set_moment (AnteFilterBar *self, AnteLeadFilter *filter)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  filter->moment = ante_moment_at (ante_workspace_now (self->workspace), zone,
                                   account != NULL && account->human_agent);
}

static void
facets_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteFilterBar *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  AnteFacets *facets = ante_store_count_facets_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (facets == NULL) {
    g_message ("what can be filtered by could not be read: %s", error->message);
    return;
  }
  ante_facets_free (self->facets);
  self->facets = facets;
  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++)
    ante_filter_chip_set_choices (self->chips[kind], facets->kinds[kind]);
  update (self); /* half a name may mean somebody now */
}

static void
refresh (AnteFilterBar *self)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->is_old = FALSE;
  if (self->workspace == NULL)
    return;
  set_moment (self, &filter);
  ante_store_count_facets_async (ante_workspace_get_store (self->workspace), &filter,
                                 self->cancellable, facets_cb, self);
}

static gboolean
refresh_cb (gpointer data)
{
  AnteFilterBar *self = data;

  self->refresh_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_old = TRUE;
  return G_SOURCE_REMOVE;
}

/* While messages stream in, once in a while is enough; while nobody looks, when somebody does. */
static void
changed_cb (AnteFilterBar *self, guint topics)
{
  if ((topics & (ANTE_STORE_LEADS | ANTE_STORE_EVENTS)) == 0 || self->refresh_source != 0)
    return;
  self->refresh_source = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteFilterBar *self = user_data;
  g_autoptr (AnteFacets) facets =
    ante_store_count_facets_finish (ANTE_STORE (source), result, NULL);

  if (facets != NULL)
    ante_filter_chip_set_counts (self->chips[self->opened], facets->kinds[self->opened]);
}

/* How many of the leads that all other kinds let through have each of its values. */
static void
opened_cb (AnteFilterChip *chip, AnteFilterBar *self)
{
  g_autoptr (AnteFilterWords) others = ante_filter_words_copy (self->asked);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->workspace == NULL)
    return;
  self->opened = ante_filter_chip_get_kind (chip);
  self->counting = g_cancellable_new ();
  ante_filter_words_clear (others, self->opened);
  filter.words = others;
  set_moment (self, &filter);
  ante_store_count_facets_async (ante_workspace_get_store (self->workspace), &filter,
                                 self->counting, counted_cb, self);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteFilterBar *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteFilterWords) words =
    ante_command_get_kept_filter_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_message ("the board's last filter could not be read: %s", error->message);
  /* Who has begun to type in the meantime wants that. */
  if (words == NULL || !ante_filter_words_is_empty (self->asked) || *get_text (self) != '\0')
    return;
  set_words (self, words);
  g_clear_handle_id (&self->keep_source, g_source_remove); /* it is kept */
}

/* --- the bar -------------------------------------------------------------------------------- */

static void
stop (AnteFilterBar *self)
{
  keep (self);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

void
ante_filter_bar_set_workspace (AnteFilterBar *self, AnteWorkspace *workspace)
{
  stop (self);
  g_set_object (&self->workspace, NULL); /* nothing is to be kept of what follows */
  ante_filter_bar_clear (self);
  g_clear_pointer (&self->facets, ante_facets_free);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->store,
                             workspace != NULL ? ante_workspace_get_store (workspace) : NULL);
  ante_filter_views_set_workspace (self->views, workspace);
  if (workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ante_command_get_kept_filter_async (workspace, self->cancellable, kept_cb, self);
  refresh (self);
}

const AnteFilterWords *
ante_filter_bar_get_words (AnteFilterBar *self)
{
  return self->asked;
}

void
ante_filter_bar_fill (AnteFilterBar *self, AnteLeadFilter *filter)
{
  filter->words = self->asked;
  if (self->workspace != NULL)
    set_moment (self, filter);
}

gboolean
ante_filter_bar_clear_text (AnteFilterBar *self)
{
  gboolean had_any = *get_text (self) != '\0';

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update (self);
  return had_any;
}

gboolean
ante_filter_bar_clear (AnteFilterBar *self)
{
  gboolean had_any = !ante_filter_words_is_empty (self->asked);

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++)
    ante_filter_words_clear (self->chosen, kind);
  return ante_filter_bar_clear_text (self) || had_any;
}

void
ante_filter_bar_add_views (AnteFilterBar *self, GMenu *menu, const char *action)
{
  ante_filter_views_add (self->views, menu, action);
}

void
ante_filter_bar_choose_view (AnteFilterBar *self, gint64 view)
{
  gtk_widget_activate_action (GTK_WIDGET (self->views), "views.choose", "x", view);
}

static gboolean
ante_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ANTE_FILTER_BAR (widget)->entry));
}

static void
ante_filter_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ante_filter_bar_parent_class)->map (widget);
  if (ANTE_FILTER_BAR (widget)->is_old)
    refresh (ANTE_FILTER_BAR (widget));
}

static void
ante_filter_bar_dispose (GObject *object)
{
  AnteFilterBar *self = ANTE_FILTER_BAR (object);
  GtkWidget *child = NULL;

  if (self->workspace != NULL)
    stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ante_filter_bar_parent_class)->dispose (object);
}

static void
ante_filter_bar_finalize (GObject *object)
{
  AnteFilterBar *self = ANTE_FILTER_BAR (object);

  ante_filter_words_free (self->chosen);
  ante_filter_words_free (self->asked);
  ante_facets_free (self->facets);
  G_OBJECT_CLASS (ante_filter_bar_parent_class)->finalize (object);
}

static void
ante_filter_bar_class_init (AnteFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_filter_bar_finalize;
  widget_class->map = ante_filter_bar_map;
  widget_class->grab_focus = ante_filter_bar_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", ANTE_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", ANTE_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ANTE_TYPE_FILTER_VIEWS);
  gtk_widget_class_set_layout_manager_type (widget_class, ANTE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterBar, views);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ante_filter_bar_init (AnteFilterBar *self)
{
  self->chosen = ante_filter_words_new ();
  self->asked = ante_filter_words_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++) {
    GtkWidget *chip = ante_filter_chip_new (kind);

    self->chips[kind] = ANTE_FILTER_CHIP (chip);
    gtk_widget_insert_before (chip, GTK_WIDGET (self), self->clear);
    g_signal_connect_object (chip, "opened", G_CALLBACK (opened_cb), self, 0);
    g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, 0);
    g_signal_connect_object (chip, "cleared", G_CALLBACK (cleared_cb), self, 0);
  }
  self->store = g_signal_group_new (ANTE_TYPE_STORE);
  g_signal_group_connect_swapped (self->store, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
ante_filter_bar_new (void)
{
  return g_object_new (ANTE_TYPE_FILTER_BAR, NULL);
}
