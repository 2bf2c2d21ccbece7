#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-lead-card.h"

#include <glib/gi18n.h>

#include "app/board/ante-card-badges.h"
#include "app/shared/ante-label-chips.h"
#include "app/shared/ante-owner.h"
#include "app/shared/ante-window-mark.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

/* Characters of a message that the pointer rests on. */
#define LONGEST_HOVER 280

struct _AnteLeadCard {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *grip;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkImage *source;
  GtkWidget *pin;
  GtkImage *call;
  GtkImage *sla;
  GtkWidget *unread;
  GtkWidget *mark;
  GtkLabel *line;
  AnteLabelChips *labels;
  GtkImage *next_icon;
  GtkLabel *next;
  GtkLabel *owner;
  GtkWidget *stay;
  GtkImage *age;
  GtkLabel *since;
  GtkWidget *clock;
  GtkImage *window_icon;
  GtkLabel *window;

  AnteLeadItem *item;
  gulong lead_changed;
  gint64 now;
  gboolean human_agent;
  int stale_days;
  gboolean is_through; /* its stage is an end: nothing is to come */
};

G_DEFINE_FINAL_TYPE (AnteLeadCard, ante_lead_card, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The image would look for the same icon again. */
static void
set_icon (GtkImage *image, const char *name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (image), name) != 0)
    gtk_image_set_from_icon_name (image, name);
}

/* As the store has it: of the others nobody waits for a next step. */
static gboolean
is_live (AnteLeadCard *self, AnteLead *lead)
{
  return !self->is_through && !lead->is_client && lead->not_a_lead == NULL;
}

static char *
describe_step (AnteLeadCard *self, AnteLead *lead)
{
  g_autofree char *when = NULL;
  g_autofree char *what = NULL;
  g_autofree char *isolated = NULL;

  if (!ante_lead_has_next_step (lead))
    return g_strdup (is_live (self, lead) ? _ ("No next step") : "");
  what = ante_text_one_line (lead->next_action, 120);
  isolated = ante_text_isolate (what);
  if (lead->next_due == 0)
    return g_steal_pointer (&isolated);
  when = ante_words_until (lead->next_due, self->now);
  return g_strdup_printf ("%s · %s", when, isolated);
}

/* Until when nothing is to be done comes before what is. */
static char *
describe_next (AnteLeadCard *self, AnteLead *lead)
{
  g_autofree char *step = describe_step (self, lead);
  g_autofree char *snooze = NULL;

  if (lead->snoozed_until == 0)
    return g_steal_pointer (&step);
  snooze = ante_words_snooze (lead->snoozed_until, self->now);
  if (*step == '\0')
    return g_steal_pointer (&snooze);
  return g_strdup_printf ("%s · %s", snooze, step);
}

static const char *
find_next_icon (AnteLeadCard *self, AnteLead *lead)
{
  if (lead->snoozed_until > 0)
    return "weather-clear-night-symbolic";
  if (!ante_lead_has_next_step (lead))
    return "dialog-warning-symbolic";
  if (lead->next_due == 0)
    return "ante-due-undated-symbolic";
  if (lead->next_due < self->now)
    return "alarm-symbolic";
  return ante_words_is_same_day (lead->next_due, self->now) ? "ante-due-today-symbolic"
                                                            : "ante-due-later-symbolic";
}

static void
show_next (AnteLeadCard *self, AnteLead *lead)
{
  gboolean has_step = ante_lead_has_next_step (lead);
  gboolean missing = !has_step && is_live (self, lead);
  gboolean late = has_step && lead->next_due > 0 && lead->next_due < self->now;
  gboolean asleep = lead->snoozed_until > 0;
  g_autofree char *words = describe_next (self, lead);

  gtk_label_set_text (self->next, words);
  gtk_widget_set_visible (GTK_WIDGET (self->next_icon), *words != '\0');
  set_icon (self->next_icon, find_next_icon (self, lead));
  if (missing || (late && !asleep))
    gtk_widget_add_css_class (GTK_WIDGET (self), "attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "attention");
}

static void
show_window (AnteLeadCard *self, AnteLead *lead)
{
  AnteWindow window = ante_window_at (lead, self->human_agent, self->now);
  g_autofree char *words = ante_words_window_short (&window, self->now);

  gtk_label_set_text (self->window, words);
  set_icon (self->window_icon, ante_window_get_icon (&window, self->now));
  ante_window_mark (self->clock, &window, self->now);
}

typedef enum {
  FRESH,
  AGED,
  NEARLY_ROTTING,
  ROTTING,
} Age;

static const char *const age_icons[] = {
  [FRESH] = "document-open-recent-symbolic",
  [AGED] = "document-open-recent-symbolic",
  [NEARLY_ROTTING] = "ante-rotting-soon-symbolic",
  [ROTTING] = "ante-rotting-symbolic",
};

/* So long before, a card says that it will be; where a stage allows little time, for less. */
#define WARN_DAYS 3

static gint64
find_rot (AnteLeadCard *self, AnteLead *lead)
{
  return lead->stage_since + 2 * self->stale_days * ANTE_DAY_MS;
}

static Age
find_age (AnteLeadCard *self, AnteLead *lead)
{
  gint64 stay = self->now - lead->stage_since;
  gint64 limit = self->stale_days * ANTE_DAY_MS;

  if (limit == 0 || stay < limit)
    return FRESH;
  if (self->now >= find_rot (self, lead))
    return ROTTING;
  return find_rot (self, lead) - self->now <= MIN (WARN_DAYS * ANTE_DAY_MS, limit / 2)
           ? NEARLY_ROTTING
           : AGED;
}

/* (transfer full) */
static char *
describe_days (AnteLeadCard *self, AnteLead *lead)
{
  int n_days = (int) MAX ((self->now - lead->stage_since) / ANTE_DAY_MS, 0);

  if (n_days == 0)
    return g_strdup (_ ("today"));
  return g_strdup_printf (g_dngettext (NULL, "%d day", "%d days", (gulong) n_days), n_days);
}

/* (transfer full): the stay in words, and what it means. */
static char *
describe_stay (AnteLeadCard *self, AnteLead *lead)
{
  Age age = find_age (self, lead);
  g_autofree char *days = describe_days (self, lead);

  if (age == FRESH)
    return g_strdup_printf (_ ("In this stage: %s"), days);
  if (age == NEARLY_ROTTING) {
    int left = (int) ((find_rot (self, lead) - self->now + ANTE_DAY_MS - 1) / ANTE_DAY_MS);

    /* Translators: how many days a lead has been in a stage, and when it is there for twice as long
     * as it should. */
    return g_strdup_printf (g_dngettext (NULL, "Ageing: in this stage %s, rotting in %d day",
                                         "Ageing: in this stage %s, rotting in %d days",
                                         (gulong) left),
                            days, left);
  }
  /* Translators: how many days a lead has been in a stage, and after how many it ages there. */
  return g_strdup_printf (
    age == ROTTING
      ? g_dngettext (NULL, "Rotting: in this stage %s, twice its %d day or more",
                     "Rotting: in this stage %s, twice its %d days or more",
                     (gulong) self->stale_days)
      : g_dngettext (NULL, "Ageing: in this stage %s, its limit is %d day",
                     "Ageing: in this stage %s, its limit is %d days", (gulong) self->stale_days),
    days, self->stale_days);
}

static void
show_stay (AnteLeadCard *self, AnteLead *lead)
{
  g_autofree char *days = describe_days (self, lead);
  Age age = find_age (self, lead);

  gtk_label_set_text (self->since, days);
  gtk_widget_set_visible (GTK_WIDGET (self->age), age != FRESH);
  set_icon (self->age, age_icons[age]);
  set_css_class (GTK_WIDGET (self), "aged", age == AGED || age == NEARLY_ROTTING);
  set_css_class (GTK_WIDGET (self), "rotting", age == ROTTING);
}

/* (transfer full): without those that are %NULL or empty. */
static char *
join_sentences (const char *const *parts, guint n)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ". " : "", parts[i]);
  }
  return g_string_free (joined, FALSE);
}

static void
set_names (AnteLeadCard *self, AnteLead *lead, const char *line, const char *owner)
{
  AnteWindow window = ante_window_at (lead, self->human_agent, self->now);
  g_autofree char *clock = ante_words_window (&window, self->now);
  g_autofree char *stay = describe_stay (self, lead);
  g_autofree char *call = ante_words_booking (lead->booking, lead->booking_at, self->now);
  g_autofree char *agreed = ante_card_badges_describe_sla (lead, self->now);
  g_autofree char *labels = lead->labels != NULL ? g_strjoinv (", ", lead->labels) : NULL;
  /* All that the card shows, in the order of the eye. */
  const char *parts[] = {
    lead->pinned ? _ ("Pinned") : NULL,
    lead->unread > 0 ? _ ("Unread") : NULL,
    line,
    labels,
    gtk_label_get_text (self->next),
    owner,
    stay,
    clock,
    call,
    agreed,
  };
  g_autofree char *description = join_sentences (parts, G_N_ELEMENTS (parts));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ante_lead_get_title (lead), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
show (AnteLeadCard *self)
{
  AnteLead *lead = ante_lead_card_get_lead (self);
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  g_autofree char *owner = NULL;

  gtk_widget_set_visible (self->box, lead != NULL);
  if (lead == NULL)
    return;

  title = ante_text_isolate (ante_lead_get_title (lead));
  line = ante_words_last_line (lead);
  owner = ante_words_party (lead->owner);

  adw_avatar_set_text (self->avatar, ante_lead_get_title (lead));
  gtk_label_set_text (self->name, title);
  set_icon (self->source, ante_words_source_icon (lead->source));
  gtk_widget_set_visible (self->pin, lead->pinned);
  ante_card_badges_show (self->call, self->sla, lead, self->now);
  gtk_widget_set_visible (self->unread, lead->unread > 0);
  gtk_label_set_text (self->line, line);
  ante_label_chips_set (self->labels, lead->labels, lead->label_colours);
  gtk_label_set_text (self->owner, owner);
  ante_owner_mark (GTK_WIDGET (self->owner), lead->owner);
  show_stay (self, lead);
  show_next (self, lead);
  show_window (self, lead);
  set_names (self, lead, line, owner);
}

/* --- under the pointer ---------------------------------------------------------------------- */

static char *
describe_next_exact (AnteLead *lead)
{
  g_autofree char *what = NULL;
  g_autofree char *due = NULL;

  if (!ante_lead_has_next_step (lead))
    return NULL;
  what = ante_text_one_line (lead->next_action, LONGEST_HOVER);
  if (lead->next_due == 0)
    return g_steal_pointer (&what);
  due = ante_words_exact (lead->next_due);
  return g_strdup_printf ("%s\n%s", due, what);
}

static char *
describe_window (AnteLeadCard *self, AnteLead *lead)
{
  AnteWindow window = ante_window_at (lead, self->human_agent, self->now);
  g_autofree char *words = ante_words_window (&window, self->now);
  g_autofree char *exact = ante_words_window_exact (&window);

  return g_strdup_printf ("%s\n%s", words, exact);
}

/* (transfer full) (nullable): the last message, of which the card shows how it begins. */
static char *
describe_line (AnteLead *lead)
{
  if (lead->last_text == NULL || *lead->last_text == '\0')
    return NULL;
  return ante_text_one_line (lead->last_text, LONGEST_HOVER);
}

char *
ante_lead_card_describe_at (AnteLeadCard *self, double x, double y)
{
  AnteLead *lead = ante_lead_card_get_lead (self);
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (lead == NULL || at == NULL)
    return NULL;
  if (at == GTK_WIDGET (self->source))
    return ante_words_lead_source (lead);
  if (at == GTK_WIDGET (self->line))
    return describe_line (lead);
  if (at == GTK_WIDGET (self->next))
    return describe_next_exact (lead);
  if (at == self->stay || gtk_widget_is_ancestor (at, self->stay))
    return describe_stay (self, lead);
  if (at == self->clock || gtk_widget_is_ancestor (at, self->clock))
    return describe_window (self, lead);
  if (lead->labels != NULL && gtk_widget_is_ancestor (at, GTK_WIDGET (self->labels)))
    return g_strjoinv ("\n", lead->labels);
  return NULL;
}

/* Said when it is asked for: a tooltip that is set asks the display each time where the pointer is,
 * and cards change what they show while they scroll. */
static gboolean
query_tooltip_cb (AnteLeadCard *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = by_keyboard ? NULL : ante_lead_card_describe_at (self, x, y);

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

void
ante_lead_card_set_stage (AnteLeadCard *self, AnteStage *stage)
{
  gboolean is_through = ante_stage_is_end (stage);

  if (self->stale_days == stage->stale_days && self->is_through == is_through)
    return;
  self->stale_days = stage->stale_days;
  self->is_through = is_through;
  show (self);
}

void
ante_lead_card_set_now (AnteLeadCard *self, gint64 now, gboolean human_agent)
{
  if (self->now == now && self->human_agent == human_agent)
    return;
  self->now = now;
  self->human_agent = human_agent;
  show (self);
}

void
ante_lead_card_set_item (AnteLeadCard *self, AnteLeadItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->lead_changed, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->lead_changed = g_signal_connect_swapped (item, "notify::lead", G_CALLBACK (show), self);
  show (self);
}

void
ante_lead_card_set_selected (AnteLeadCard *self, gboolean selected)
{
  if (gtk_widget_get_visible (self->mark) == selected)
    return;
  gtk_widget_set_visible (self->mark, selected);
  set_css_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
ante_lead_card_set_held (AnteLeadCard *self, gboolean held)
{
  set_css_class (GTK_WIDGET (self), "ghost", held);
}

void
ante_lead_card_set_open (AnteLeadCard *self, gboolean open)
{
  set_css_class (GTK_WIDGET (self), "open", open);
}

AnteLeadItem *
ante_lead_card_get_item (AnteLeadCard *self)
{
  return self->item;
}

gint64
ante_lead_card_get_id (AnteLeadCard *self)
{
  return self->item != NULL ? ante_lead_item_get_id (self->item) : 0;
}

AnteLead *
ante_lead_card_get_lead (AnteLeadCard *self)
{
  return self->item != NULL ? ante_lead_item_get_lead (self->item) : NULL;
}

static void
ante_lead_card_dispose (GObject *object)
{
  AnteLeadCard *self = ANTE_LEAD_CARD (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->lead_changed, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->grip, gtk_widget_unparent);
  G_OBJECT_CLASS (ante_lead_card_parent_class)->dispose (object);
}

static void
ante_lead_card_class_init (AnteLeadCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_lead_card_dispose;
  g_type_ensure (ANTE_TYPE_LABEL_CHIPS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lead-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-lead-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, box);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, grip);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, name);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, source);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, pin);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, call);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, sla);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, unread);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, mark);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, line);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, labels);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, next_icon);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, next);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, owner);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, stay);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, age);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, since);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, clock);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, window_icon);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadCard, window);
}

static void
ante_lead_card_init (AnteLeadCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
ante_lead_card_new (void)
{
  return g_object_new (ANTE_TYPE_LEAD_CARD, NULL);
}

int
ante_lead_card_measure (GtkWidget *column)
{
  AnteLeadCard *card = ANTE_LEAD_CARD (ante_lead_card_new ());
  GtkLabel *lines[] = {
    card->name, card->line, card->next, card->owner, card->since, card->window
  };
  int height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    gtk_label_set_text (lines[i], "Ág");
  gtk_widget_set_parent (GTK_WIDGET (card), column);
  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_unparent (GTK_WIDGET (card));
  /* Letters and pictures of other fonts stand a little higher. */
  return MAX (height + height / 16, ANTE_LEAD_CARD_HEIGHT);
}
