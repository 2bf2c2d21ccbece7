#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-stage-menu.h"

#include <glib/gi18n.h>

static int
find_place (AnteStage *stage, GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++) {
    if (((AnteStage *) stages->pdata[i])->id == stage->id)
      return (int) i;
  }
  return -1;
}

int
ante_stage_menu_find_neighbour (AnteStage *stage, GPtrArray *stages, int by)
{
  int place = find_place (stage, stages);

  for (int i = place + by; place >= 0 && i >= 0 && i < (int) stages->len; i += by) {
    if (!((AnteStage *) stages->pdata[i])->hidden)
      return i;
  }
  return -1;
}

/* A name is shown as it is: "_" marks a key in a menu. */
static void
append_name (GMenu *menu, const char *name, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
ante_stage_menu_new (AnteStage *stage, GPtrArray *stages)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) into = g_menu_new ();

  g_menu_append (own, _ ("Stage _Settings…"), "stage.settings");
  if (stage->manual_order)
    g_menu_append (own, _ ("_Order by Due"), "stage.order-by-due");
  append_section (menu, own);

  g_menu_append (place, _ ("Move _Left"), "stage.move-left");
  g_menu_append (place, _ ("Move _Right"), "stage.move-right");
  g_menu_append (place, _ ("_Collapse"), "stage.collapse");
  append_section (menu, place);

  for (guint i = 0; i < stages->len; i++) {
    AnteStage *other = stages->pdata[i];

    if (other->id != stage->id && !other->hidden)
      append_name (into, other->name, "stage.merge", other->key);
  }
  g_menu_append (others, _ ("_Add Stage After…"), "stage.add");
  g_menu_append_submenu (others, _ ("_Merge Into"), G_MENU_MODEL (into));
  g_menu_append (others, _ ("_Hide"), "stage.hide");
  append_section (menu, others);

  g_menu_append (all, _ ("All S_tages…"), "win.stages");
  append_section (menu, all);
  return G_MENU_MODEL (menu);
}
