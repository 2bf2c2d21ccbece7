#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "engine/ante-brief-make.h"
#include "paper/ante-sheets.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-memory.h"

#define TIMES 15
#define REMEMBERED_AT_ONCE 50

typedef struct {
  GArray *made;
  GArray *painted;
  GArray *pdf;
} Brief;

/* What is known of them is read once, as it is long before a call. */
static gboolean
remember (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  int n = REMEMBERED_AT_ONCE;

  while (n == REMEMBERED_AT_ONCE) {
    g_autoptr (GAsyncResult) result = NULL;

    CTL_CALL (result, ante_store_remember_async, store, REMEMBERED_AT_ONCE,
              ante_workspace_now (ctl->workspace), NULL);
    n = ante_store_remember_finish (store, result, error);
  }
  return n >= 0;
}

/* The one with the longest conversation. */
static AnteLead *
find_longest (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  AnteLead *longest = NULL;

  CTL_CALL (result, ante_store_list_lead_ids_async, store, &filter, ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (store, result, error);
  if (ids == NULL)
    return NULL;
  CTL_CALL (result, ante_store_get_leads_async, store, (gint64 *) (void *) ids->data,
            MIN (ids->len, 500), NULL);
  leads = ante_store_get_leads_finish (store, result, error);
  for (guint i = 0; leads != NULL && i < leads->len; i++) {
    AnteLead *lead = leads->pdata[i];

    if (longest == NULL || lead->n_messages > longest->n_messages)
      longest = lead;
  }
  if (longest == NULL && leads != NULL)
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO,
                         "there is no lead; make some with: anteroomctl bench fill");
  return longest != NULL ? g_object_ref (longest) : NULL;
}

static void
add_ms (GArray *times, gint64 since)
{
  double ms = (double) (g_get_monotonic_time () - since) / 1000;

  g_array_append_val (times, ms);
}

/* As a screen shows it, dot by dot. */
static void
paint (AnteSheets *sheets, const AntePaper *paper)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) paper->width, (int) paper->height);
  cairo_t *cr = cairo_create (surface);

  ante_sheets_paginate (sheets, paper);
  ante_sheets_draw (sheets, cr, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
measure (Ctl *ctl, AnteLead *lead, Brief *times, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  AnteBriefAsk ask = { .now = ante_workspace_now (ctl->workspace) };
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  GPtrArray *briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteSheets) sheets = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gint64 start = g_get_monotonic_time ();
  AnteBrief *brief = NULL;

  CTL_CALL (result, ante_brief_make_async, store, lead->id, &ask, NULL);
  brief = ante_brief_make_finish (store, result, error);
  if (brief == NULL) {
    g_ptr_array_unref (briefs);
    return FALSE;
  }
  add_ms (times->made, start);
  g_ptr_array_add (briefs, brief);
  sheets = ante_sheets_new_briefs (briefs);
  paint (sheets, &paper);
  add_ms (times->painted, start);
  pdf = ante_sheets_to_pdf (sheets, &paper, error);
  add_ms (times->pdf, start);
  return pdf != NULL;
}

static int
compare_ms (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
tell (JsonObject *object, const char *name, GArray *ms)
{
  g_autofree char *worst = g_strconcat (name, "_worst_ms", NULL);
  g_autofree char *middle = g_strconcat (name, "_ms", NULL);

  g_array_sort (ms, compare_ms);
  json_object_set_double_member (object, middle, g_array_index (ms, double, ms->len / 2));
  json_object_set_double_member (object, worst, g_array_index (ms, double, ms->len - 1));
}

/* How long the brief of the longest conversation takes, from the question to what is seen of it. */
JsonNode *
ctl_bench_brief (Ctl *ctl, GError **error)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) painted = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pdf = g_array_new (FALSE, FALSE, sizeof (double));
  Brief times = { made, painted, pdf };
  g_autoptr (AnteLead) lead = NULL;
  JsonObject *object = NULL;

  if (!remember (ctl, error) || (lead = find_longest (ctl, error)) == NULL)
    return NULL;
  for (guint i = 0; i < TIMES; i++) {
    if (!measure (ctl, lead, &times, error))
      return NULL;
  }
  object = json_object_new ();
  json_object_set_int_member (object, "messages", lead->n_messages);
  tell (object, "made", made);
  tell (object, "painted", painted);
  tell (object, "pdf", pdf);
  return ctl_object (object);
}
