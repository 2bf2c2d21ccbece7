#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-menus.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-when.h"
#include "store/ante-store-leads.h"

/* An entry of a menu. */
typedef struct {
  char *label;
  const char *action;
  char *target; /* NULL: it takes none */
  gunichar letter;
  gboolean heads_section;
  gboolean goes; /* where there is nothing to do by it */
} Choice;

struct _AnteLeadMenus {
  GObject parent_instance;

  AnteWorkspace *workspace;
  GPtrArray *stages;
  GStrv setters;
  GPtrArray *choices[ANTE_LEAD_N_MENUS];
  GMenu *menus[ANTE_LEAD_N_MENUS];
  char *said[ANTE_LEAD_N_MENUS]; /* what they say now */
  GMenu *all;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteLeadMenus, ante_lead_menus, G_TYPE_OBJECT)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->label);
  g_free (choice->target);
  g_free (choice);
}

static GPtrArray *
choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

static gboolean
is_taken (GPtrArray *choices, gunichar letter)
{
  for (guint i = 0; i < choices->len; i++) {
    if (((Choice *) choices->pdata[i])->letter == letter)
      return TRUE;
  }
  return FALSE;
}

/* The first of its own that no entry above has. */
static gunichar
find_letter (GPtrArray *choices, const char *label)
{
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_unichar_tolower (g_utf8_get_char (p));

    if (g_unichar_isalpha (c) && !is_taken (choices, c))
      return c;
  }
  return 0;
}

static Choice *
add (GPtrArray *choices, const char *label, const char *action, const char *target)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->label = g_strdup (label);
  choice->action = action;
  choice->target = g_strdup (target);
  choice->letter = find_letter (choices, label);
  g_ptr_array_add (choices, choice);
  return choice;
}

/* Foreign words keep their own underscores. */
static char *
underline (const Choice *choice)
{
  GString *text = g_string_new (NULL);
  gboolean done = choice->letter == 0;

  for (const char *p = choice->label; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!done && g_unichar_tolower (c) == choice->letter) {
      g_string_append_c (text, '_');
      done = TRUE;
    }
    if (c == '_')
      g_string_append_c (text, '_');
    g_string_append_unichar (text, c);
  }
  return g_string_free (text, FALSE);
}

/* A choice with a target is ticked when that is the action's state. */
static void
append (GMenu *menu, const Choice *choice, guint number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *label = underline (choice);
  g_autofree char *key = g_strdup_printf ("%u", number % 10);

  g_menu_item_set_label (item, label);
  if (choice->target != NULL)
    g_menu_item_set_action_and_target (item, choice->action, "s", choice->target);
  else
    g_menu_item_set_detailed_action (item, choice->action);
  if (number <= 10)
    g_menu_item_set_attribute (item, "accel", "s", key);
  if (choice->goes)
    g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static char *
describe (GPtrArray *choices)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++) {
    const Choice *choice = choices->pdata[i];

    g_string_append_printf (words, "%s\n%s\n", choice->label,
                            choice->target != NULL ? choice->target : choice->action);
  }
  return g_string_free (words, FALSE);
}

/* Takes @choices. A menu that is open loses its focus when it is made anew: only for something
 * else. */
static void
fill (AnteLeadMenus *self, AnteLeadMenu which, GPtrArray *choices)
{
  g_autofree char *words = describe (choices);
  g_autoptr (GMenu) section = NULL;

  g_clear_pointer (&self->choices[which], g_ptr_array_unref);
  self->choices[which] = choices;
  if (g_strcmp0 (words, self->said[which]) == 0)
    return;
  g_free (self->said[which]);
  self->said[which] = g_steal_pointer (&words);

  g_menu_remove_all (self->menus[which]);
  for (guint i = 0; i < choices->len; i++) {
    const Choice *choice = choices->pdata[i];

    if (section == NULL || choice->heads_section) {
      g_clear_object (&section);
      section = g_menu_new ();
      g_menu_append_section (self->menus[which], NULL, G_MENU_MODEL (section));
    }
    append (section, choice, i + 1);
  }
}

static void
fill_stages (AnteLeadMenus *self)
{
  GPtrArray *choices = choices_new ();

  for (guint i = 0; self->stages != NULL && i < self->stages->len; i++) {
    AnteStage *stage = self->stages->pdata[i];
    /* Translators: a stage that is not on the board. */
    g_autofree char *hidden =
      stage->hidden ? g_strdup_printf (_ ("%s (hidden)"), stage->name) : NULL;

    add (choices, hidden != NULL ? hidden : stage->name, "lead.move", stage->key);
  }
  fill (self, ANTE_LEAD_MENU_STAGE, choices);
}

static void
fill_owners (AnteLeadMenus *self)
{
  GPtrArray *choices = choices_new ();

  add (choices, _ ("Coach"), "lead.own", ANTE_PARTY_COACH);
  for (guint i = 0; self->setters != NULL && self->setters[i] != NULL; i++) {
    g_autofree char *name = ante_words_party (self->setters[i]);

    add (choices, name, "lead.own", self->setters[i]);
  }
  add (choices, _ ("New Setter…"), "lead.new-setter", NULL)->heads_section = TRUE;
  add (choices, _ ("No Owner"), "lead.own", ANTE_PARTY_NONE);
  fill (self, ANTE_LEAD_MENU_OWNER, choices);
}

static void
fill_snooze (AnteLeadMenus *self)
{
  gint64 now =
    self->workspace != NULL ? ante_workspace_now (self->workspace) : g_get_real_time () / 1000;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GPtrArray *choices = choices_new ();

  for (guint i = 0; i < ANTE_WHEN_N_CHOICES; i++) {
    gint64 at = ante_when_choose ((AnteWhen) i, now, zone);
    /* Which day the first ones are is said by their names. */
    g_autofree char *when = at == 0                 ? NULL
                            : i <= ANTE_WHEN_MONDAY ? ante_words_clock (at)
                                                    : ante_words_moment (at, now);
    /* Translators: Monday, and when that is: 09:00. */
    g_autofree char *label =
      at > 0 ? g_strdup_printf (_ ("%s (%s)"), ante_words_when ((AnteWhen) i), when) : NULL;

    if (label != NULL)
      add (choices, label, "lead.snooze", ante_when_to_nick ((AnteWhen) i));
  }
  add (choices, _ ("Until They Reply"), "lead.snooze", "reply");
  add (choices, _ ("Pick a Date…"), "lead.snooze-pick", NULL)->heads_section = TRUE;
  add (choices, _ ("Wake Up Now"), "lead.wake", NULL)->goes = TRUE;
  fill (self, ANTE_LEAD_MENU_SNOOZE, choices);
}

static void
fill_not_a_lead (AnteLeadMenus *self)
{
  static const char *const kinds[] = { "spam", "friend", "vendor" };
  GPtrArray *choices = choices_new ();
  Choice *back = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add (choices, ante_words_not_a_lead (kinds[i]), "lead.not-a-lead", kinds[i]);
  back = add (choices, _ ("Is a Lead After All"), "lead.is-a-lead", NULL);
  back->heads_section = TRUE;
  back->goes = TRUE;
  fill (self, ANTE_LEAD_MENU_NOT_A_LEAD, choices);
}

static void
fill_source (AnteLeadMenus *self)
{
  GPtrArray *choices = choices_new ();

  for (int i = ANTE_SOURCE_UNKNOWN + 1; i <= ANTE_SOURCE_ORGANIC; i++)
    add (choices, ante_words_source ((AnteSourceKind) i), "lead.source",
         ante_source_kind_to_nick ((AnteSourceKind) i));
  add (choices, _ ("With a Detail…"), "lead.source-detail", NULL)->heads_section = TRUE;
  fill (self, ANTE_LEAD_MENU_SOURCE, choices);
}

static void
append_action (GMenu *menu, const char *label, const char *action, const char *hidden_when)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (hidden_when != NULL)
    g_menu_item_set_attribute (item, "hidden-when", "s", hidden_when);
  g_menu_append_item (menu, item);
}

static void
build_all (AnteLeadMenus *self)
{
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  g_autoptr (GMenu) ai = g_menu_new ();
  g_autoptr (GMenu) off = g_menu_new ();

  self->all = g_menu_new ();
  g_menu_append_submenu (self->all, _ ("Move to"),
                         G_MENU_MODEL (self->menus[ANTE_LEAD_MENU_STAGE]));
  g_menu_append_submenu (self->all, _ ("Owner"), G_MENU_MODEL (self->menus[ANTE_LEAD_MENU_OWNER]));
  g_menu_append_submenu (self->all, _ ("Snooze"),
                         G_MENU_MODEL (self->menus[ANTE_LEAD_MENU_SNOOZE]));
  g_menu_append_submenu (self->all, _ ("Source"),
                         G_MENU_MODEL (self->menus[ANTE_LEAD_MENU_SOURCE]));
  append_action (more, _ ("Labels…"), "lead.labels", NULL);
  append_action (more, _ ("Follow Up…"), "lead.follow-up", NULL);
  append_action (more, _ ("Next Step…"), "lead.next-step", NULL);
  append_action (more, _ ("Hand Over…"), "lead.hand-off", NULL);
  append_action (more, _ ("Book a Call…"), "lead.book", NULL);
  append_action (more, _ ("Done, No Reply Needed"), "lead.done", NULL);
  append_action (more, _ ("Mark Unread"), "lead.unread", NULL);
  append_action (more, _ ("Write a Note…"), "lead.note", NULL);
  append_action (more, _ ("Pin on Top of the Inbox"), "lead.pin", "action-disabled");
  append_action (more, _ ("Unpin"), "lead.unpin", "action-disabled");
  append_action (more, _ ("Booking Link…"), "lead.booking-link", NULL);
  append_action (more, _ ("Open in Instagram"), "lead.instagram", NULL);
  append_action (ai, _ ("Show What AI Would Be Sent…"), "lead.show-ai", NULL);
  append_action (ai, _ ("Never Send to AI"), "lead.never-ai", "action-disabled");
  append_action (ai, _ ("May Be Sent to AI Again"), "lead.may-ai", "action-disabled");
  g_menu_append_section (self->all, NULL, G_MENU_MODEL (more));
  append_action (paper, _ ("Brief"), "lead.brief", NULL);
  append_action (paper, _ ("Print Brief…"), "lead.print-brief", NULL);
  append_action (paper, _ ("Save Brief as PDF…"), "lead.save-brief", NULL);
  append_action (paper, _ ("Print Thread…"), "lead.print-thread", NULL);
  g_menu_append_section (self->all, NULL, G_MENU_MODEL (paper));
  g_menu_append_section (self->all, NULL, G_MENU_MODEL (ai));
  g_menu_append_submenu (off, _ ("Not a Lead"),
                         G_MENU_MODEL (self->menus[ANTE_LEAD_MENU_NOT_A_LEAD]));
  append_action (off, _ ("Is a Lead After All"), "lead.is-a-lead", "action-disabled");
  append_action (off, _ ("Merge with Another Person…"), "lead.merge", NULL);
  append_action (off, _ ("Forget This Person…"), "lead.forget", NULL);
  g_menu_append_section (self->all, NULL, G_MENU_MODEL (off));
}

/* --- what they follow ----------------------------------------------------------------------- */

static void
stages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteLeadMenus) self = user_data;
  GPtrArray *stages = ante_store_list_stages_finish (ANTE_STORE (source), result, NULL);

  if (stages == NULL)
    return;
  if (!ante_workspace_has_store (self->workspace, source)) {
    g_ptr_array_unref (stages);
    return;
  }
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  fill_stages (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
setters_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteLeadMenus) self = user_data;
  GStrv setters = ante_store_list_setters_finish (ANTE_STORE (source), result, NULL);

  if (setters == NULL)
    return;
  if (!ante_workspace_has_store (self->workspace, source)) {
    g_strfreev (setters);
    return;
  }
  g_clear_pointer (&self->setters, g_strfreev);
  self->setters = setters;
  fill_owners (self);
}

static void
load (AnteLeadMenus *self)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);

  ante_store_list_stages_async (store, NULL, stages_cb, g_object_ref (self));
  ante_store_list_setters_async (store, NULL, setters_cb, g_object_ref (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteLeadMenus *self)
{
  if (topics & (ANTE_STORE_STAGES | ANTE_STORE_EVENTS))
    load (self);
}

void
ante_lead_menus_set_workspace (AnteLeadMenus *self, AnteWorkspace *workspace)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  load (self);
}

GMenuModel *
ante_lead_menus_get (AnteLeadMenus *self, AnteLeadMenu menu)
{
  return G_MENU_MODEL (self->menus[menu]);
}

GMenuModel *
ante_lead_menus_get_all (AnteLeadMenus *self)
{
  return G_MENU_MODEL (self->all);
}

void
ante_lead_menus_refresh (AnteLeadMenus *self)
{
  fill_snooze (self);
}

static char *
name_action (const Choice *choice)
{
  g_autoptr (GVariant) target = NULL;

  if (choice->target == NULL)
    return g_strdup (choice->action);
  target = g_variant_ref_sink (g_variant_new_string (choice->target));
  return g_action_print_detailed_name (choice->action, target);
}

char *
ante_lead_menus_find_key (AnteLeadMenus *self, AnteLeadMenu menu, gunichar key)
{
  GPtrArray *choices = self->choices[menu];
  gunichar letter = g_unichar_tolower (key);
  int number = g_unichar_digit_value (key);

  for (guint i = 0; choices != NULL && i < choices->len; i++) {
    const Choice *choice = choices->pdata[i];

    if ((number >= 0 && i < 10 && (i + 1) % 10 == (guint) number) ||
        (number < 0 && choice->letter != 0 && choice->letter == letter))
      return name_action (choice);
  }
  return NULL;
}

const char *const *
ante_lead_menus_get_setters (AnteLeadMenus *self)
{
  return (const char *const *) self->setters;
}

GPtrArray *
ante_lead_menus_get_stages (AnteLeadMenus *self)
{
  return self->stages;
}

static void
ante_lead_menus_finalize (GObject *object)
{
  AnteLeadMenus *self = ANTE_LEAD_MENUS (object);

  for (guint i = 0; i < ANTE_LEAD_N_MENUS; i++) {
    g_clear_pointer (&self->choices[i], g_ptr_array_unref);
    g_clear_object (&self->menus[i]);
    g_free (self->said[i]);
  }
  g_clear_object (&self->all);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->setters, g_strfreev);
  G_OBJECT_CLASS (ante_lead_menus_parent_class)->finalize (object);
}

static void
ante_lead_menus_class_init (AnteLeadMenusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_lead_menus_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_LEAD_MENUS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_lead_menus_init (AnteLeadMenus *self)
{
  for (guint i = 0; i < ANTE_LEAD_N_MENUS; i++)
    self->menus[i] = g_menu_new ();
  fill_owners (self);
  fill_snooze (self);
  fill_not_a_lead (self);
  fill_source (self);
  build_all (self);
}

AnteLeadMenus *
ante_lead_menus_new (void)
{
  return g_object_new (ANTE_TYPE_LEAD_MENUS, NULL);
}
