#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/palette/ante-palette-model.h"

#include <glib/gi18n.h>

#include "rules/ante-match.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-views.h"

struct _AntePaletteModel {
  GObject parent_instance;

  GListStore *entries;
  GPtrArray *commands;
  GPtrArray *leads; /* of AntePaletteEntry */
  AnteStore *store;
  char *query;
  GCancellable *finding; /* NULL: the store has answered */
  GCancellable *listing; /* of the kept searches; the same */
  gboolean cut;
  GError *error;
  gboolean was_searching;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AntePaletteModel, ante_palette_model, G_TYPE_OBJECT)

/* --- commands --- */

typedef struct {
  AntePaletteEntry *entry;
  AnteMatch match;
  guint place;
} Find;

static int
compare_finds (gconstpointer a, gconstpointer b)
{
  const Find *one = a;
  const Find *other = b;

  if (one->match != other->match)
    return (int) other->match - (int) one->match;
  return one->place < other->place ? -1 : 1;
}

/* Signs alone are nobody's words. */
static void
find_commands (AntePaletteModel *self, GPtrArray *found)
{
  g_autoptr (GArray) finds = g_array_new (FALSE, FALSE, sizeof (Find));
  g_autofree char *query = ante_match_fold (self->query);
  gboolean unspoken = *query == '\0' && *self->query != '\0';

  for (guint i = 0; !unspoken && i < self->commands->len; i++) {
    AntePaletteEntry *entry = self->commands->pdata[i];
    Find find = { entry, ante_match (entry->folded, query), i };

    if (find.match != ANTE_MATCH_NONE)
      g_array_append_val (finds, find);
  }
  g_array_sort (finds, compare_finds);
  for (guint i = 0; i < finds->len; i++)
    g_ptr_array_add (found, g_array_index (finds, Find, i).entry);
}

static guint
count_same (GListModel *entries, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++) {
    g_autoptr (AntePaletteEntry) entry = g_list_model_get_item (entries, i);

    if (entry != found->pdata[i])
      return i;
  }
  return found->len;
}

/* What stands at the top stays when leads come below it, and so does what is chosen there. With the
 * first letter all is new: it has other headings. */
static void
show (AntePaletteModel *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GListModel *entries = G_LIST_MODEL (self->entries);
  gboolean searching = *self->query != '\0';
  guint same = 0;

  find_commands (self, found);
  for (guint i = 0; i < self->leads->len; i++)
    g_ptr_array_add (found, self->leads->pdata[i]);
  if (searching == self->was_searching)
    same = count_same (entries, found);
  self->was_searching = searching;
  g_list_store_splice (self->entries, same, g_list_model_get_n_items (entries) - same,
                       found->pdata + same, found->len - same);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- leads --- */

static void
stop (AntePaletteModel *self)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_error (&self->error);
  self->cut = FALSE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePaletteModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (GArray) ids =
    ante_store_list_leads_finish (ANTE_STORE (source), result, &leads, &error);

  /* Other words stand there by now, or nobody asks any more. */
  if (self->finding == NULL || self->finding != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->finding);
  g_ptr_array_set_size (self->leads, 0);
  for (guint i = 0; leads != NULL && i < leads->len; i++)
    g_ptr_array_add (self->leads, ante_palette_entry_new_for_lead (_ ("Leads"), leads->pdata[i]));
  self->cut = ids != NULL && ids->len >= ANTE_PALETTE_MAX_LEADS;
  self->error = g_steal_pointer (&error);
  show (self);
}

/* Those that are there already stay while the store is asked, if they are what is asked for. */
static void
keep_leads (AntePaletteModel *self)
{
  g_autofree char *query = ante_match_fold (self->query);

  for (guint i = self->leads->len; i-- > 0;) {
    AntePaletteEntry *entry = self->leads->pdata[i];
    g_autofree char *handle = ante_match_fold (entry->lead->handle);

    if (*query == '\0' || (ante_match (entry->folded, query) == ANTE_MATCH_NONE &&
                           ante_match (handle, query) == ANTE_MATCH_NONE))
      g_ptr_array_remove_index (self->leads, i);
  }
}

static void
find_leads (AntePaletteModel *self)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  stop (self);
  keep_leads (self);
  if (self->store == NULL || *self->query == '\0')
    return;
  filter.query = *self->query == '@' ? self->query + 1 : self->query;
  filter.names = TRUE;
  filter.at_most = ANTE_PALETTE_MAX_LEADS;
  self->finding = g_cancellable_new ();
  ante_store_list_leads_async (self->store, &filter, ANTE_LEAD_ORDER_NEWEST, ANTE_PALETTE_MAX_LEADS,
                               self->finding, found_cb, g_object_ref (self));
}

/* --- kept searches --- */

static void
searches_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePaletteModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = ante_store_list_views_finish (ANTE_STORE (source), result, &error);

  /* It was begun anew meanwhile. */
  if (self->listing == NULL || self->listing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->listing);
  if (views == NULL) {
    g_message ("the kept searches could not be read: %s", error->message);
    return;
  }
  for (guint i = 0; i < views->len; i++) {
    const AnteView *view = views->pdata[i];
    g_autofree char *title = ante_text_isolate (view->name);
    AntePaletteEntry *entry =
      ante_palette_entry_new (_ ("Saved Searches"), title, "system-search-symbolic",
                              "win.search-for", g_variant_new_string (view->filter));

    entry->detail = ante_text_isolate (view->filter);
    g_ptr_array_add (self->commands, entry);
  }
  if (views->len > 0)
    show (self);
}

static void
list_searches (AntePaletteModel *self)
{
  if (self->store == NULL)
    return;
  self->listing = g_cancellable_new ();
  ante_store_list_views_async (self->store, ANTE_VIEW_SEARCH, self->listing, searches_cb,
                               g_object_ref (self));
}

void
ante_palette_model_begin (AntePaletteModel *self, GPtrArray *commands, AnteStore *store)
{
  stop (self);
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_set_object (&self->store, store);
  g_ptr_array_unref (self->commands);
  self->commands = commands;
  g_ptr_array_set_size (self->leads, 0);
  g_free (self->query);
  self->query = g_strdup ("");
  show (self);
  list_searches (self);
}

void
ante_palette_model_set_query (AntePaletteModel *self, const char *query)
{
  g_autofree char *words = g_strstrip (g_strdup (query));

  if (g_str_equal (words, self->query))
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&words);
  find_leads (self);
  show (self);
}

GListModel *
ante_palette_model_get_entries (AntePaletteModel *self)
{
  return G_LIST_MODEL (self->entries);
}

const char *
ante_palette_model_get_heading (AntePaletteModel *self, AntePaletteEntry *entry)
{
  gboolean is_lead = entry->lead != NULL && entry->actions == NULL;

  return *self->query == '\0' || is_lead ? entry->section : _ ("Commands");
}

gboolean
ante_palette_model_is_searching (AntePaletteModel *self)
{
  return *self->query != '\0';
}

gboolean
ante_palette_model_is_pending (AntePaletteModel *self)
{
  return self->finding != NULL;
}

gboolean
ante_palette_model_is_cut (AntePaletteModel *self)
{
  return self->cut;
}

const GError *
ante_palette_model_get_error (AntePaletteModel *self)
{
  return self->error;
}

static void
ante_palette_model_dispose (GObject *object)
{
  AntePaletteModel *self = ANTE_PALETTE_MODEL (object);

  stop (self);
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ante_palette_model_parent_class)->dispose (object);
}

static void
ante_palette_model_finalize (GObject *object)
{
  AntePaletteModel *self = ANTE_PALETTE_MODEL (object);

  g_object_unref (self->entries);
  g_ptr_array_unref (self->commands);
  g_ptr_array_unref (self->leads);
  g_free (self->query);
  G_OBJECT_CLASS (ante_palette_model_parent_class)->finalize (object);
}

static void
ante_palette_model_class_init (AntePaletteModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_palette_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_palette_model_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_PALETTE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_palette_model_init (AntePaletteModel *self)
{
  self->entries = g_list_store_new (ANTE_TYPE_PALETTE_ENTRY);
  self->commands = g_ptr_array_new_with_free_func (g_object_unref);
  self->leads = g_ptr_array_new_with_free_func (g_object_unref);
  self->query = g_strdup ("");
}

AntePaletteModel *
ante_palette_model_new (void)
{
  return g_object_new (ANTE_TYPE_PALETTE_MODEL, NULL);
}
