#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-undone-texts.h"

#include <string.h>

#include "rules/ante-text.h"

/* The nearest to @item, @later or earlier, of what was taken back and still stands in @draft. */
static const char *
find (GPtrArray *undone, AnteOutboxItem *item, const char *draft, gboolean later)
{
  AnteOutboxItem *nearest = NULL;

  for (guint i = 0; i < undone->len; i++) {
    AnteOutboxItem *other = undone->pdata[i];

    if (other->lead_id != item->lead_id || (other->id > item->id) != later ||
        strstr (draft, other->text) == NULL)
      continue;
    if (nearest == NULL || (later ? other->id < nearest->id : other->id > nearest->id))
      nearest = other;
  }
  return nearest != NULL ? nearest->text : NULL;
}

char *
ante_undone_texts_put_back (GPtrArray *undone, AnteOutboxItem *item, const char *present)
{
  char *both = ante_text_put_back (present, item->text, find (undone, item, present, FALSE),
                                   find (undone, item, present, TRUE));

  g_ptr_array_add (undone, g_object_ref (item));
  return both;
}

void
ante_undone_texts_forget (GPtrArray *undone, gint64 lead_id)
{
  for (guint i = undone->len; i-- > 0;) {
    if (((AnteOutboxItem *) undone->pdata[i])->lead_id == lead_id)
      g_ptr_array_remove_index (undone, i);
  }
}
