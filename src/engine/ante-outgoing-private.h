#pragma once

#include "engine/ante-outgoing.h"

G_BEGIN_DECLS

/* Shared by the files of AnteOutgoing alone. @held: stems of copies that no row names yet. */
struct _AnteOutgoing {
  GObject parent_instance;

  AnteStore *store;
  GHashTable *held;
};

/* (transfer full) (nullable): NULL while the store is not open. */
char *ante_outgoing_dup_dir (AnteOutgoing *self);

G_END_DECLS
