#pragma once

#include "engine/ante-assistant.h"
#include "instagram/ante-instagram.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

#define ANTE_TYPE_DRAFTING (ante_drafting_get_type ())
G_DECLARE_FINAL_TYPE (AnteDrafting, ante_drafting, ANTE, DRAFTING, GObject)

/*
 * Drafts by itself: waits until a lead has finished writing, makes one draft a burst, and looks
 * over what waits when the world changes. Without a playbook it does nothing, and while all
 * automation is paused it makes none. While a model thinks, the others are drafted for.
 */
AnteDrafting *ante_drafting_new (AnteStore *store, const char *data_dir);
/* Who is asked, as a person has set it up. */
AnteAssistant *ante_drafting_get_assistant (AnteDrafting *self);
void
ante_drafting_set_client (AnteDrafting *self, AnteInstagram *client, const AnteAccount *account);
void ante_drafting_start (AnteDrafting *self);
/* Whatever a model is asked ends, too. */
void ante_drafting_stop (AnteDrafting *self);

/* One pass now, whether it runs or not, to the end of what models are asked; _finish: how many
 * drafts were filed, -1 on error. */
void ante_drafting_pass_async (AnteDrafting *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
int ante_drafting_pass_finish (AnteDrafting *self, GAsyncResult *result, GError **error);

G_END_DECLS
