#pragma once

#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/*
 * Whether a lead may come into the stage that @change moves it to. What it lacks is added to
 * @missing (element-type AnteMissing); where it is moved anyway, the history is told instead.
 * FALSE with @error set. Private to the store.
 */
gboolean ante_gates_check (
  AnteDb *db, const AnteAct *act, const AnteChange *change, GPtrArray *missing, GError **error);

G_END_DECLS
