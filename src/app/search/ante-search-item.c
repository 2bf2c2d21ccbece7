#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-item.h"

struct _AnteSearchItem {
  GObject parent_instance;

  AnteSearchItemKind kind;
  AnteSearchHit *hit;
  gboolean is_named;
  guint n;
};

G_DEFINE_FINAL_TYPE (AnteSearchItem, ante_search_item, G_TYPE_OBJECT)

AnteSearchItemKind
ante_search_item_get_kind (AnteSearchItem *self)
{
  return self->kind;
}

const AnteSearchHit *
ante_search_item_get_hit (AnteSearchItem *self)
{
  return self->hit;
}

gboolean
ante_search_item_is_named (AnteSearchItem *self)
{
  return self->is_named;
}

guint
ante_search_item_get_n (AnteSearchItem *self)
{
  return self->n;
}

gboolean
ante_search_item_is_stop (AnteSearchItem *self)
{
  return self->kind != ANTE_SEARCH_ITEM_LEAD || self->is_named;
}

static void
ante_search_item_finalize (GObject *object)
{
  ante_search_hit_free (ANTE_SEARCH_ITEM (object)->hit);
  G_OBJECT_CLASS (ante_search_item_parent_class)->finalize (object);
}

static void
ante_search_item_class_init (AnteSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_search_item_finalize;
}

static void
ante_search_item_init (AnteSearchItem *self)
{
}

AnteSearchItem *
ante_search_item_new (AnteSearchItemKind kind, AnteSearchHit *hit, gboolean is_named, guint n)
{
  AnteSearchItem *self = g_object_new (ANTE_TYPE_SEARCH_ITEM, NULL);

  self->kind = kind;
  self->hit = hit;
  self->is_named = is_named;
  self->n = n;
  return self;
}
