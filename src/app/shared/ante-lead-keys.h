#pragma once

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

/**
 * AnteLeadKey:
 * @action: without "lead."; %NULL ends the table
 * @title: marked with N_(); where there is a choice, what it is about
 * @key: (nullable): the single key that does it, or opens its choice, where no text is being
 * written; with Alt the choices open there too
 */
typedef struct {
  const char *action;
  const char *title;
  const char *icon;
  const char *key;
} AnteLeadKey;

extern const AnteLeadKey ante_lead_keys[];

/* Does what a key does to the leads in hand, the same in each view. Menus point at @at. FALSE: it
 * is none of them, or a text is being written. */
gboolean ante_lead_keys_handle (AnteLeadActions *actions,
                                GtkWidget *at,
                                guint keyval,
                                GdkModifierType state);
/* Whether it opens something, for which there must be room. */
gboolean ante_lead_keys_opens (guint keyval, GdkModifierType state);

/* Whether letters are text: the keyboard is where one writes, in the window of @widget. */
gboolean ante_lead_keys_is_writing (GtkWidget *widget);

G_END_DECLS
