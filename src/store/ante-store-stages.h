#pragma once

#include "model/ante-stage.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Characters of a stage's name, and stages of a board, at most. */
#define ANTE_STAGE_MAX_NAME 40
#define ANTE_STAGE_MAX_STAGES 30
/* Of its soft limit and of the days after which its cards age. */
#define ANTE_STAGE_MAX_LIMIT 999
#define ANTE_STAGE_MAX_DAYS 365

/* Stages in board order with their counts, hidden ones too: (element-type AnteStage). */
void ante_store_list_stages_async (AnteStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *ante_store_list_stages_finish (AnteStore *self, GAsyncResult *result, GError **error);

#define ANTE_STAGE_FIELD_NAME "stage:name"
#define ANTE_STAGE_FIELD_POSITION "stage:position" /* value: its place among all, from 0 */
#define ANTE_STAGE_FIELD_LIMIT "stage:limit"
#define ANTE_STAGE_FIELD_STALE_DAYS "stage:stale-days"
#define ANTE_STAGE_FIELD_REQUIREMENTS "stage:requirements" /* value: words of ante-gate.h */
#define ANTE_STAGE_FIELD_HIDDEN "stage:hidden"             /* value: "0" or "1" */
#define ANTE_STAGE_FIELD_ORDER                                                                     \
  "stage:order" /* value: NULL, its cards are in order by due again                                \
                 */
/* In the history alone: it came ("1" to "0") or went. */
#define ANTE_STAGE_FIELD_GONE "stage:gone"

#define ANTE_STAGE_ADD "stage:add"     /* after this one, whose role it takes; value: its name */
#define ANTE_STAGE_MERGE "stage:merge" /* value: key of the stage that takes its leads */

/**
 * AnteStageChange:
 * @key: which stage
 * @field: one of the words above
 * @value: (nullable): what it is to be
 */
typedef struct {
  char *key;
  char *field;
  char *value;
} AnteStageChange;

AnteStageChange *ante_stage_change_new (const char *key, const char *field, const char *value);
void ante_stage_change_free (AnteStageChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteStageChange, ante_stage_change_free)

/*
 * Applies @changes (element-type AnteStageChange) in one transaction as one act of @actor at @now,
 * to be undone like any other. Fails as a whole with INVALID (a value that is not allowed),
 * NOT_FOUND (no such stage), EXISTS (a name that is taken), NEEDED (the last stage in sight of a
 * role without which leads have no place) or TOO_MANY. _finish gives the group id of the act, 0
 * when nothing had to change, -1 on error.
 */
void ante_store_change_stages_async (AnteStore *self,
                                     GPtrArray *changes,
                                     const char *actor,
                                     gint64 now,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gint64 ante_store_change_stages_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* A view of the stage, which is kept but is no act: whether it is shown as a strip. */
void ante_store_collapse_stage_async (AnteStore *self,
                                      const char *key,
                                      gboolean collapsed,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean ante_store_collapse_stage_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
