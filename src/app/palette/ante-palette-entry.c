#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/palette/ante-palette-entry.h"

#include "rules/ante-match.h"
#include "rules/ante-text.h"

G_DEFINE_FINAL_TYPE (AntePaletteEntry, ante_palette_entry, G_TYPE_OBJECT)

static void
ante_palette_entry_finalize (GObject *object)
{
  AntePaletteEntry *self = ANTE_PALETTE_ENTRY (object);

  g_free (self->section);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->key);
  g_clear_object (&self->lead);
  g_clear_object (&self->actions);
  g_clear_object (&self->from);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self->folded);
  G_OBJECT_CLASS (ante_palette_entry_parent_class)->finalize (object);
}

static void
ante_palette_entry_class_init (AntePaletteEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_palette_entry_finalize;
}

static void
ante_palette_entry_init (AntePaletteEntry *self)
{
}

AntePaletteEntry *
ante_palette_entry_new (
  const char *section, const char *title, const char *icon, const char *action, GVariant *target)
{
  AntePaletteEntry *self = g_object_new (ANTE_TYPE_PALETTE_ENTRY, NULL);

  self->section = g_strdup (section);
  self->title = g_strdup (title);
  self->icon = icon;
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  self->folded = ante_match_fold (title);
  return self;
}

AntePaletteEntry *
ante_palette_entry_new_for_lead (const char *section, AnteLead *lead)
{
  g_autofree char *title = ante_text_isolate (ante_lead_get_title (lead));
  AntePaletteEntry *self =
    ante_palette_entry_new (section, title, NULL, "win.open-card", g_variant_new_int64 (lead->id));

  self->lead = g_object_ref (lead);
  if (lead->handle != NULL && *lead->handle != '\0' &&
      g_strcmp0 (ante_lead_get_title (lead), lead->handle) != 0)
    self->detail = g_strconcat ("\u2068@", lead->handle, "\u2069", NULL);
  return self;
}

void
ante_palette_entry_run (AntePaletteEntry *self, GtkWidget *window)
{
  AnteLead *held = self->actions != NULL ? ante_lead_actions_get_lead (self->actions) : NULL;

  if (self->actions == NULL)
    gtk_widget_activate_action_variant (self->from != NULL ? self->from : window, self->action,
                                        self->target);
  else if (held != NULL && held->id == self->lead->id) /* and not whoever came in hand since */
    g_action_group_activate_action (ante_lead_actions_get_group (self->actions), self->action,
                                    self->target);
}
