#pragma once

#include "engine/ante-commands.h"

G_BEGIN_DECLS

/* (element-type AnteChange), to be filled and handed to ante_commands_apply(). */
GPtrArray *ante_commands_new_changes (void);
/* Takes @changes; ends with ante_command_finish(). */
void ante_commands_apply (AnteWorkspace *workspace,
                          GPtrArray *changes,
                          const char *why,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

G_END_DECLS
