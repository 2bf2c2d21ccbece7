#pragma once

#include <glib-object.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

#define ANTE_TYPE_STAGE (ante_stage_get_type ())
G_DECLARE_FINAL_TYPE (AnteStage, ante_stage, ANTE, STAGE, GObject)

/**
 * AnteStage:
 * @id: row id
 * @key: the word for it on the command line and in JSON; the role's nick for the ten first stages
 * @name: what the coach calls it
 * @role: what it means
 * @position: order on the board, from 0
 * @soft_limit: most leads that should be in it, 0 for none; a warning, never a refusal
 * @collapsed: shown as a strip
 * @hidden: not on the board
 * @stale_days: days in it after which a card ages, and twice that after which it rots; 0 for never
 * @requirements: (array zero-terminated=1): what a lead must have to come in: nicks of facts,
 * "next-step", "reason"
 * @manual_order: its cards were put in order by hand; else they are by next due
 * @n_leads: live leads in it when the snapshot was made
 * @oldest_since: when the one of them that has been in it for longest came, ms; 0 for none
 *
 * A snapshot: made once, never changed; a newer one replaces it. So are all objects of this folder,
 * and so any thread may read them.
 */
struct _AnteStage {
  GObject parent_instance;

  gint64 id;
  char *key;
  char *name;
  AnteStageRole role;
  int position;
  int soft_limit;
  gboolean collapsed;
  gboolean hidden;
  int stale_days;
  char **requirements;
  gboolean manual_order;
  guint n_leads;
  gint64 oldest_since;
};

AnteStage *ante_stage_new (void);

/* (nullable) (transfer none): of @stages (nullable) (element-type AnteStage). */
AnteStage *ante_stage_find (GPtrArray *stages, gint64 id);
AnteStage *ante_stage_find_key (GPtrArray *stages, const char *key);
/* Nobody works any more on whoever is in it. */
gboolean ante_stage_is_end (AnteStage *self);
/* @word: see @requirements. */
gboolean ante_stage_requires (AnteStage *self, const char *word);

G_END_DECLS
