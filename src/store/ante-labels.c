#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-labels.h"

#include <string.h>

#include "rules/ante-label.h"
#include "store/ante-rows.h"

/* As it is written where it was first used: TRUE with NULL when there is none of that name. */
static gboolean
find_label (AnteDb *db, const char *name, char **found, GError **error)
{
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, "SELECT name FROM label", "");

  *found = NULL;
  while (stmt != NULL && *found == NULL && ante_db_next (db, stmt, &read_error)) {
    if (ante_label_is_same ((const char *) sqlite3_column_text (stmt, 0), name))
      *found = ante_stmt_dup_text (stmt, 0);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
begin_label (AnteDb *db, const char *name, GError **error)
{
  gint64 n = 0;

  return ante_db_get_int (db, error, &n, "SELECT count(*) FROM label", "") &&
         ante_db_run (db, error, "INSERT INTO label (name, colour) VALUES (?1, ?2)", "ss", name,
                      ante_label_colours[(guint) n % ante_label_n_colours ()]);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;
  g_autofree char *folded_left = g_utf8_casefold (left, -1);
  g_autofree char *folded_right = g_utf8_casefold (right, -1);

  return strcmp (folded_left, folded_right);
}

/* In the order of the alphabet, which is the same in each language: it is compared. */
static char *
join (GPtrArray *names)
{
  GString *labels = g_string_new (names->len > 0 ? "\n" : "");

  g_ptr_array_sort (names, compare);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (labels, "%s\n", (const char *) names->pdata[i]);
  return g_string_free (labels, FALSE);
}

/* Takes those of @labels that are not in @names, which lends its own. */
static void
add_names (GPtrArray *names, char **labels)
{
  for (guint i = 0; labels[i] != NULL; i++) {
    gboolean known = FALSE;

    for (guint k = 0; k < names->len && !known; k++)
      known = ante_label_is_same (names->pdata[k], labels[i]);
    if (!known)
      g_ptr_array_add (names, labels[i]);
  }
}

char *
ante_labels_unite (const char *labels, const char *others)
{
  g_auto (GStrv) own = ante_rows_split_labels (labels);
  g_auto (GStrv) more = ante_rows_split_labels (others);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  add_names (names, own);
  add_names (names, more);
  return join (names);
}

gboolean
ante_labels_change (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gboolean adds = g_strcmp0 (change->detail, "add") == 0;
  g_autofree char *name = ante_label_clean (change->value);
  g_autofree char *known = NULL;
  g_autofree char *old = NULL;
  g_autofree char *labels = NULL;
  g_auto (GStrv) has = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (name == NULL || (!adds && g_strcmp0 (change->detail, "remove") != 0))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a label's name has 1 to 30 characters");
  if (!find_label (db, name, &known, error) ||
      !ante_fields_get (db, change->lead_id, ANTE_FIELD_LABELS, &old, error) ||
      (known == NULL && adds && !begin_label (db, name, error)))
    return FALSE;

  has = ante_rows_split_labels (old);
  for (guint i = 0; has[i] != NULL; i++) {
    if (!ante_label_is_same (has[i], name))
      g_ptr_array_add (names, has[i]);
    else if (adds)
      return TRUE;
  }
  if (adds && names->len >= ANTE_LABEL_MAX_OF_LEAD)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a lead has at most 10 labels");
  if (adds)
    g_ptr_array_add (names, known != NULL ? known : name);
  labels = join (names);
  return ante_fields_set (db, act, change->lead_id, ANTE_FIELD_LABELS, labels, error);
}
