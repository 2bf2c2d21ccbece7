#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-model.h"

#include "app/shared/ante-id-steps.h"
#include "store/ante-store-as-of.h"

#define LOAD_AT_ONCE 200
/* So many leads are there together with a new list: what one sees of it is never empty rows. */
#define LOAD_EARLY 24

struct _AnteLeadItem {
  GObject parent_instance;

  gint64 id;
  AnteLead *lead;
  AnteLeadModel *model; /* not owned; NULL: it is gone */
  gboolean wanted;
};

enum {
  ITEM_PROP_0,
  ITEM_PROP_LEAD,
  N_ITEM_PROPS,
};

static GParamSpec *item_props[N_ITEM_PROPS];

G_DEFINE_FINAL_TYPE (AnteLeadItem, ante_lead_item, G_TYPE_OBJECT)

static void
ante_lead_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == ITEM_PROP_LEAD)
    g_value_set_object (value, ANTE_LEAD_ITEM (object)->lead);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_lead_item_finalize (GObject *object)
{
  g_clear_object (&ANTE_LEAD_ITEM (object)->lead);
  G_OBJECT_CLASS (ante_lead_item_parent_class)->finalize (object);
}

static void
ante_lead_item_class_init (AnteLeadItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = ante_lead_item_get_property;
  G_OBJECT_CLASS (klass)->finalize = ante_lead_item_finalize;
  item_props[ITEM_PROP_LEAD] = g_param_spec_object ("lead", NULL, NULL, ANTE_TYPE_LEAD,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_ITEM_PROPS, item_props);
}

static void
ante_lead_item_init (AnteLeadItem *self)
{
}

gint64
ante_lead_item_get_id (AnteLeadItem *self)
{
  return self->id;
}

static void want (AnteLeadModel *self, AnteLeadItem *item);

AnteLead *
ante_lead_item_get_lead (AnteLeadItem *self)
{
  /* Who only passes an item on, as a list does for rows far from the view, has nothing read for it.
   */
  if (!self->wanted && self->model != NULL)
    want (self->model, self);
  return self->lead;
}

struct _AnteLeadModel {
  GObject parent_instance;

  AnteStore *store;
  AnteLeadFilter *filter;
  AnteLeadOrder order;
  GArray *ids;
  GHashTable
    *items; /* id -> AnteLeadItem, held weakly: an item lives as long as someone shows it */
  GArray *wanted;
  guint load_source;
  gboolean loading;
  gboolean list_again;
  gboolean listing;
  gboolean loaded;
  gint64 past_at;          /* when, of a list that is history; 0: it is of now */
  gboolean changed;        /* a lead, since the list was asked for */
  GHashTable *anticipated; /* id -> how many acts on it the store has not told of yet */
  GPtrArray *early;        /* the first of the list, as long as nothing has changed since */
  GCancellable *cancellable;
};

enum {
  PROP_0,
  PROP_LOADED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum {
  LISTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ante_lead_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnteLeadModel,
                               ante_lead_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ante_lead_model_list_init))

static void load_wanted (AnteLeadModel *self);

static void
take_lead (AnteLeadModel *self, AnteLead *lead)
{
  AnteLeadItem *item = g_hash_table_lookup (self->items, &lead->id);

  if (item == NULL)
    return;
  g_set_object (&item->lead, lead);
  g_object_notify_by_pspec (G_OBJECT (item), item_props[ITEM_PROP_LEAD]);
}

static void
leads_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadModel *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loading = FALSE;
  for (guint i = 0; leads != NULL && i < leads->len; i++)
    take_lead (self, leads->pdata[i]);
  if (self->wanted->len > 0)
    load_wanted (self);
}

static void
load_wanted (AnteLeadModel *self)
{
  guint n = MIN (self->wanted->len, LOAD_AT_ONCE);

  if (self->loading || n == 0)
    return;

  self->loading = TRUE;
  if (self->past_at != 0)
    ante_store_get_leads_as_of_async (self->store, &g_array_index (self->wanted, gint64, 0), n,
                                      self->past_at, self->cancellable, leads_cb, self);
  else
    ante_store_get_leads_async (self->store, &g_array_index (self->wanted, gint64, 0), n,
                                self->cancellable, leads_cb, self);
  g_array_remove_range (self->wanted, 0, n);
}

static gboolean
load_cb (gpointer data)
{
  AnteLeadModel *self = data;

  self->load_source = 0;
  load_wanted (self);
  return G_SOURCE_REMOVE;
}

/* Collected until the list has asked for all it shows: one read for a screenful. */
static void
want (AnteLeadModel *self, AnteLeadItem *item)
{
  item->wanted = TRUE;
  g_array_append_val (self->wanted, item->id);
  if (self->load_source == 0)
    self->load_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_cb, self, NULL);
}

/* @first: (transfer full) */
static void
take_list (AnteLeadModel *self, GArray *ids, GPtrArray *first)
{
  g_clear_pointer (&self->early, g_ptr_array_unref);
  self->early = first;
  /* After a change these may be old: then each row asks for its own. */
  if (self->changed)
    g_clear_pointer (&self->early, g_ptr_array_unref);
  ante_id_steps_take (G_LIST_MODEL (self), self->ids, ids);
}

guint
ante_lead_model_get_anticipated (AnteLeadModel *self, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->anticipated, &id));
}

static void list_ids (AnteLeadModel *self);

static void
list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadModel *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GArray) ids =
    ante_store_list_leads_finish (ANTE_STORE (source), result, &first, &error);
  gboolean is_true = FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->listing = FALSE;
  if (ids == NULL)
    g_message ("the list of leads could not be read: %s", error->message);
  if (self->list_again) {
    list_ids (self);
    return; /* what came is older than what was asked for since */
  }
  /* What is true by now has not been read: it would go back, and forth again. */
  is_true = ids != NULL && g_hash_table_size (self->anticipated) == 0;
  if (is_true)
    take_list (self, ids, g_steal_pointer (&first));
  if (!self->loaded) {
    self->loaded = TRUE;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
  }
  if (is_true)
    g_signal_emit (self, signals[LISTED], 0);
}

static void
list_ids (AnteLeadModel *self)
{
  if (self->listing) {
    self->list_again = TRUE;
    return;
  }
  self->list_again = FALSE;
  self->listing = TRUE;
  self->changed = FALSE;
  ante_store_list_leads_async (self->store, self->filter, self->order, LOAD_EARLY,
                               self->cancellable, list_cb, self);
}

static void
refresh_alive (AnteLeadModel *self, GArray *lead_ids)
{
  GHashTableIter iter;
  gpointer alive = NULL;

  if (lead_ids != NULL) {
    for (guint i = 0; i < lead_ids->len; i++) {
      AnteLeadItem *item = g_hash_table_lookup (self->items, &g_array_index (lead_ids, gint64, i));

      if (item != NULL && item->wanted)
        want (self, item);
    }
    return;
  }

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &alive)) {
    if (((AnteLeadItem *) alive)->wanted)
      want (self, alive);
  }
}

/* The store says by now what one more act has made of these. NULL: of all of them. */
static void
settle (AnteLeadModel *self, GArray *lead_ids)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer n_acts = NULL;

  g_hash_table_iter_init (&iter, self->anticipated);
  while (g_hash_table_iter_next (&iter, &id, &n_acts)) {
    if (lead_ids == NULL ||
        (ante_store_concerns (lead_ids, *(gint64 *) id) && GPOINTER_TO_UINT (n_acts) == 1))
      g_hash_table_iter_remove (&iter);
    else if (ante_store_concerns (lead_ids, *(gint64 *) id))
      g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (GPOINTER_TO_UINT (n_acts) - 1));
  }
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteLeadModel *self)
{
  if ((topics & (ANTE_STORE_LEADS | ANTE_STORE_ORDER)) == 0)
    return;
  self->changed = TRUE;
  g_clear_pointer (&self->early, g_ptr_array_unref);
  refresh_alive (self, lead_ids);
  /* What a filter looks at may change without a lead's place in all. */
  if (topics & ANTE_STORE_ORDER)
    settle (self, lead_ids);
  if ((topics & ANTE_STORE_ORDER) || !ante_filter_words_is_empty (self->filter->words))
    list_ids (self);
}

static void
item_gone_cb (gpointer data, GObject *item)
{
  AnteLeadModel *self = data;

  g_hash_table_remove (self->items, &((AnteLeadItem *) item)->id);
}

static GType
get_item_type (GListModel *model)
{
  return ANTE_TYPE_LEAD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ANTE_LEAD_MODEL (model)->ids->len;
}

static AnteLead *
find_early (AnteLeadModel *self, gint64 id)
{
  for (guint i = 0; self->early != NULL && i < self->early->len; i++) {
    AnteLead *lead = self->early->pdata[i];

    if (lead->id == id)
      return g_object_ref (lead);
  }
  return NULL;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AnteLeadModel *self = ANTE_LEAD_MODEL (model);
  AnteLeadItem *item = NULL;
  gint64 id = 0;

  if (position >= self->ids->len)
    return NULL;

  id = g_array_index (self->ids, gint64, position);
  item = g_hash_table_lookup (self->items, &id);
  if (item != NULL)
    return g_object_ref (item);

  item = g_object_new (ANTE_TYPE_LEAD_ITEM, NULL);
  item->id = id;
  item->model = self;
  item->lead = find_early (self, id);
  item->wanted = item->lead != NULL;
  g_hash_table_insert (self->items, &item->id, item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  return item;
}

static void
ante_lead_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

void
ante_lead_model_set_filter (AnteLeadModel *self, const AnteLeadFilter *filter)
{
  if (self->past_at != 0)
    return;
  g_hash_table_remove_all (self->anticipated);
  ante_lead_filter_free (self->filter);
  self->filter = ante_lead_filter_copy (filter);
  list_ids (self);
}

gboolean
ante_lead_model_get_loaded (AnteLeadModel *self)
{
  return self->loaded;
}

guint
ante_lead_model_find (AnteLeadModel *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++) {
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  }
  return G_MAXUINT;
}

gint64
ante_lead_model_get_id (AnteLeadModel *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

void
ante_lead_model_anticipate (AnteLeadModel *self, gint64 id, guint position, guint n_acts)
{
  g_autoptr (GArray) ids = g_array_copy (self->ids);
  guint old = ante_lead_model_find (self, id);

  g_hash_table_replace (self->anticipated, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (n_acts));
  if (old != G_MAXUINT) {
    g_array_remove_index (ids, old);
    if (position != G_MAXUINT && position > old)
      position--;
  }
  if (position != G_MAXUINT)
    g_array_insert_val (ids, MIN (position, ids->len), id);
  ante_id_steps_take (G_LIST_MODEL (self), self->ids, ids);
}

static void
forget_item (gpointer key, gpointer value, gpointer data)
{
  g_object_weak_unref (value, item_gone_cb, data);
  ((AnteLeadItem *) value)->model = NULL;
}

static void
ante_lead_model_dispose (GObject *object)
{
  AnteLeadModel *self = ANTE_LEAD_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->load_source, g_source_remove);
  g_hash_table_foreach (self->items, forget_item, self);
  g_hash_table_remove_all (self->items);
  G_OBJECT_CLASS (ante_lead_model_parent_class)->dispose (object);
}

static void
ante_lead_model_finalize (GObject *object)
{
  AnteLeadModel *self = ANTE_LEAD_MODEL (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->anticipated);
  g_array_unref (self->ids);
  g_array_unref (self->wanted);
  g_clear_pointer (&self->early, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  ante_lead_filter_free (self->filter);
  G_OBJECT_CLASS (ante_lead_model_parent_class)->finalize (object);
}

static void
ante_lead_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, ANTE_LEAD_MODEL (object)->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_lead_model_class_init (AnteLeadModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ante_lead_model_dispose;
  object_class->finalize = ante_lead_model_finalize;
  object_class->get_property = ante_lead_model_get_property;
  props[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[LISTED] = g_signal_new ("listed", ANTE_TYPE_LEAD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
ante_lead_model_init (AnteLeadModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->anticipated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

AnteLeadModel *
ante_lead_model_new (AnteStore *store, const AnteLeadFilter *filter, AnteLeadOrder order)
{
  AnteLeadModel *self = g_object_new (ANTE_TYPE_LEAD_MODEL, NULL);

  self->store = g_object_ref (store);
  self->order = order;
  self->filter = ante_lead_filter_copy (filter);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  list_ids (self);
  return self;
}

AnteLeadModel *
ante_lead_model_new_past (AnteStore *store, GArray *ids, gint64 at)
{
  AnteLeadModel *self = g_object_new (ANTE_TYPE_LEAD_MODEL, NULL);

  self->store = g_object_ref (store);
  self->past_at = at;
  self->loaded = TRUE;
  if (ids != NULL)
    g_array_append_vals (self->ids, ids->data, ids->len);
  return self;
}
