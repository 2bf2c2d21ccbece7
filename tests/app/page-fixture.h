#pragma once

#include <adwaita.h>

#include "ante-test.h"
#include "engine/ante-workspace.h"
#include "model/ante-lead.h"
#include "sandbox/sandbox-server.h"
#include "widgets.h"

G_BEGIN_DECLS

/* The sandbox's people in a workspace, read once, and a window to show a page in. */
typedef struct {
  char *dir;
  SandboxServer *sandbox;
  AnteWorkspace *workspace;
  GAsyncResult *result;
  GtkWindow *window;
} Fixture;

void page_fixture_set_up (Fixture *fixture, gconstpointer data);
void page_fixture_tear_down (Fixture *fixture, gconstpointer data);
/* For eyes: a picture of the window where ANTEROOM_TEST_SHOTS names a folder. */
void page_keep_picture (Fixture *fixture, const char *name);
/* (transfer full): the top of the inbox. */
AnteLead *page_first_lead (Fixture *fixture);

G_END_DECLS
