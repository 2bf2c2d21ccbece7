#include "config.h"

#include "page-fixture.h"

#include "store/ante-store-leads.h"

void
page_fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = test_make_dir ();
  fixture->sandbox = sandbox_server_new (&(SandboxOptions){ .seed = 1 }, &error);
  g_assert_no_error (error);
  g_assert_true (sandbox_server_start (fixture->sandbox, &error));
  fixture->workspace = ante_workspace_new (fixture->dir, ANTE_STORE_OWNER);
  TEST_CALL (fixture->result, ante_workspace_open_async, fixture->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (fixture->workspace, fixture->result, &error));
  TEST_CALL (fixture->result, ante_workspace_connect_async, fixture->workspace,
             sandbox_server_get_url (fixture->sandbox), sandbox_server_get_token (fixture->sandbox),
             ANTE_TOKEN_IN_MEMORY, NULL);
  ante_workspace_connect_finish (fixture->workspace, fixture->result, &error);
  g_assert_no_error (error);
  TEST_CALL (fixture->result, ante_sync_pass_async, ante_workspace_get_sync (fixture->workspace),
             NULL);
  ante_sync_pass_finish (ante_workspace_get_sync (fixture->workspace), fixture->result, NULL,
                         &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 1280, 800);
}

void
page_fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  ante_workspace_close (fixture->workspace);
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->workspace);
  g_clear_object (&fixture->sandbox);
  test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

void
page_keep_picture (Fixture *fixture, const char *name)
{
  const char *dir = g_getenv ("ANTEROOM_TEST_SHOTS");
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  for (guint i = 0; dir != NULL && i < 40; i++)
    test_iterate ();
  if (dir != NULL) {
    g_autofree char *file = g_build_filename (dir, name, NULL);
    g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
    GtkSnapshot *snapshot = gtk_snapshot_new ();
    g_autoptr (GskRenderNode) node = NULL;
    g_autoptr (GdkTexture) texture = NULL;

    gdk_paintable_snapshot (paintable, snapshot, width, height);
    node = gtk_snapshot_free_to_node (snapshot);
    texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
    gdk_texture_save_to_png (texture, file);
  }
}

AnteLead *
page_first_lead (Fixture *fixture)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) leads = NULL;

  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, store, &filter,
             ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (store, fixture->result, NULL);
  TEST_CALL (fixture->result, ante_store_get_leads_async, store, &g_array_index (ids, gint64, 0), 1,
             NULL);
  leads = ante_store_get_leads_finish (store, fixture->result, NULL);
  return g_object_ref (leads->pdata[0]);
}
