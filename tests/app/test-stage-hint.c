#include "config.h"

#include <adwaita.h>

#include "app/inbox/ante-stage-hint.h"
#include "rules/ante-window.h"
#include "widgets.h"

#define NOW (20000 * ANTE_DAY_MS)
#define BOOKED 2
#define MINUTE (ANTE_HOUR_MS / 60)
#define STEP "“\u2068Send the prep form\u2069”"

typedef struct {
  GtkWindow *window;
  AnteStageHint *hint;
  GPtrArray *stages;
  AnteLead *lead;
  char *moved_to;
} Desk;

static void
add_stage (Desk *desk, const char *key, const char *name, AnteStageRole role)
{
  AnteStage *stage = ante_stage_new ();

  stage->id = desk->stages->len + 1;
  stage->key = g_strdup (key);
  stage->name = g_strdup (name);
  stage->role = role;
  g_ptr_array_add (desk->stages, stage);
}

static void
move_cb (GSimpleAction *action, GVariant *key, gpointer user_data)
{
  Desk *desk = user_data;

  g_free (desk->moved_to);
  desk->moved_to = g_variant_dup_string (key, NULL);
}

/* The action is the view's. */
static void
add_move (Desk *desk)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) move = g_simple_action_new ("move", G_VARIANT_TYPE_STRING);

  g_signal_connect (move, "activate", G_CALLBACK (move_cb), desk);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (move));
  gtk_widget_insert_action_group (GTK_WIDGET (desk->hint), "lead", G_ACTION_GROUP (group));
}

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->window = GTK_WINDOW (gtk_window_new ());
  desk->hint = ANTE_STAGE_HINT (ante_stage_hint_new ());
  gtk_window_set_child (desk->window, GTK_WIDGET (desk->hint));
  add_move (desk);
  gtk_window_present (desk->window);

  desk->stages = g_ptr_array_new_with_free_func (g_object_unref);
  add_stage (desk, "active", "Talking", ANTE_STAGE_ACTIVE);
  add_stage (desk, "booked", "Booked", ANTE_STAGE_BOOKED);
  add_stage (desk, "no-show-risk", "May not come", ANTE_STAGE_NO_SHOW_RISK);
  add_stage (desk, "new-inbound", "New", ANTE_STAGE_NEW_INBOUND);
  desk->lead = ante_lead_new ();
  desk->lead->id = 7;
  desk->lead->stage_id = BOOKED;
  desk->lead->last_author = g_strdup ("coach");
  desk->lead->next_action = g_strdup ("Send the prep form");
  desk->lead->next_due = NOW + 20 * ANTE_HOUR_MS + 40 * MINUTE;
  desk->lead->last_lead_at = NOW - 3 * ANTE_DAY_MS - ANTE_HOUR_MS;
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (desk->window);
  g_ptr_array_unref (desk->stages);
  g_object_unref (desk->lead);
  g_free (desk->moved_to);
}

/* @words: NULL for no hint. */
static void
assert_says (Desk *desk, gint64 now, const char *words)
{
  GtkWidget *revealer = test_find_widget (GTK_WIDGET (desk->hint), "GtkRevealer");
  GtkLabel *label = GTK_LABEL (test_find_widget (GTK_WIDGET (desk->hint), "GtkLabel"));
  gboolean says = FALSE;

  ante_stage_hint_set_lead (desk->hint, desk->lead, desk->stages, now);
  says = gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
  g_assert_cmpstr (says ? gtk_label_get_text (label) : NULL, ==, words);
}

static void
wave_off (Desk *desk)
{
  GtkWidget *move = test_find_widget (GTK_WIDGET (desk->hint), "GtkButton");

  g_signal_emit_by_name (gtk_widget_get_next_sibling (move), "clicked");
}

static void
test_silence_before_a_call_is_told_with_its_numbers (Desk *desk, gconstpointer data)
{
  assert_says (desk, NOW,
               "No word for 3 days, and " STEP " is due in 20 hours. Move to May not come?");
  assert_says (desk, desk->lead->next_due - ANTE_HOUR_MS - 1,
               "No word for 3 days, and " STEP " is due in 1 hour. Move to May not come?");
  assert_says (desk, desk->lead->next_due - ANTE_HOUR_MS + MINUTE,
               "No word for 3 days, and " STEP " is due within the hour. Move to May not come?");
  assert_says (desk, desk->lead->next_due - 1,
               "No word for 3 days, and " STEP " is due within the hour. Move to May not come?");
  assert_says (desk, desk->lead->next_due, NULL);
  desk->lead->last_lead_at = NOW - 2 * ANTE_DAY_MS;
  desk->lead->next_due = NOW + ANTE_DAY_MS;
  assert_says (desk, NOW,
               "No word for 2 days, and " STEP " is due in 24 hours. Move to May not come?");
  assert_says (desk, NOW - 1, NULL);
}

static void
test_one_act_moves_who_may_not_come (Desk *desk, gconstpointer data)
{
  assert_says (desk, NOW,
               "No word for 3 days, and " STEP " is due in 20 hours. Move to May not come?");
  g_assert_true (ante_stage_hint_accept (desk->hint));
  g_assert_cmpstr (desk->moved_to, ==, "no-show-risk");
}

static void
test_who_waved_off_one_hint_is_told_the_other (Desk *desk, gconstpointer data)
{
  desk->lead->stage_id = 4;
  assert_says (desk, NOW, "Answered. Move to Talking?");
  wave_off (desk);
  assert_says (desk, NOW, NULL);
  g_assert_false (ante_stage_hint_accept (desk->hint));

  desk->lead->stage_id = BOOKED;
  assert_says (desk, NOW,
               "No word for 3 days, and " STEP " is due in 20 hours. Move to May not come?");
  wave_off (desk);
  assert_says (desk, NOW, NULL);
}

static void
test_silence_before_another_date_is_told_anew (Desk *desk, gconstpointer data)
{
  assert_says (desk, NOW,
               "No word for 3 days, and " STEP " is due in 20 hours. Move to May not come?");
  wave_off (desk);
  assert_says (desk, NOW + ANTE_HOUR_MS, NULL);
  desk->lead->next_due += ANTE_HOUR_MS;
  assert_says (desk, NOW,
               "No word for 3 days, and " STEP " is due in 21 hours. Move to May not come?");
}

/* The date of what comes next has nothing to do with an answer. */
static void
test_answer_is_told_once_whatever_comes_next (Desk *desk, gconstpointer data)
{
  desk->lead->stage_id = 4;
  assert_says (desk, NOW, "Answered. Move to Talking?");
  wave_off (desk);
  desk->lead->next_due += ANTE_HOUR_MS;
  assert_says (desk, NOW, NULL);
}

static void
test_long_step_is_cut_and_stays_among_its_own (Desk *desk, gconstpointer data)
{
  g_free (desk->lead->next_action);
  desk->lead->next_action =
    g_strdup ("לשלוח את הטופס\n and then ask once more about the sleep diary");
  assert_says (desk, NOW,
               "No word for 3 days, and “\u2068לשלוח את הטופס and then ask once more a…\u2069” is "
               "due in 20 hours. Move to May not come?");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_words_that_stand_are_not_said_again_each_minute (Desk *desk, gconstpointer data)
{
  GtkWidget *label = test_find_widget (GTK_WIDGET (desk->hint), "GtkLabel");
  guint n = 0;

  ante_stage_hint_set_lead (desk->hint, desk->lead, desk->stages, NOW);
  g_signal_connect_swapped (label, "notify::label", G_CALLBACK (count_cb), &n);
  for (int i = 1; i <= 40; i++)
    ante_stage_hint_set_lead (desk->hint, desk->lead, desk->stages, NOW + i * MINUTE);
  g_assert_cmpuint (n, ==, 0);
  for (int i = 1; i < 60; i++)
    ante_stage_hint_set_lead (desk->hint, desk->lead, desk->stages,
                              desk->lead->next_due - ANTE_HOUR_MS + i * MINUTE);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_stage_that_is_hidden_is_not_advised (Desk *desk, gconstpointer data)
{
  ((AnteStage *) desk->stages->pdata[2])->hidden = TRUE;
  assert_says (desk, NOW, NULL);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/stage-hint/silence", test_silence_before_a_call_is_told_with_its_numbers);
  ADD ("/stage-hint/accept", test_one_act_moves_who_may_not_come);
  ADD ("/stage-hint/wave-off", test_who_waved_off_one_hint_is_told_the_other);
  ADD ("/stage-hint/another-date", test_silence_before_another_date_is_told_anew);
  ADD ("/stage-hint/answered-once", test_answer_is_told_once_whatever_comes_next);
  ADD ("/stage-hint/long-step", test_long_step_is_cut_and_stays_among_its_own);
  ADD ("/stage-hint/by-the-minute", test_words_that_stand_are_not_said_again_each_minute);
  ADD ("/stage-hint/hidden", test_stage_that_is_hidden_is_not_advised);
  return g_test_run ();
}
