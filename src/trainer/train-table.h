#pragma once

#include "trainer/train-model.h"

G_BEGIN_DECLS

/* (transfer full): the model as C, to be compiled into the program. */
char *train_table_write (const TrainSet *set,
                         const TrainModel *model,
                         const TrainLimits *limits,
                         const char *task);

G_END_DECLS
