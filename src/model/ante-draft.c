#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-draft.h"

const char *const ante_intent_nicks[] = {
  "greeting", "info",   "price",     "question",  "objection", "booking",
  "answer",   "thanks", "follow-up", "complaint", "judgment",  NULL,
};
const char *const ante_autonomy_nicks[] = { "off", "draft", "auto", NULL };
static const char *const draft_state_nicks[] = {
  "waiting", "held", "approved", "edited", "rejected", "expired", "withdrawn", "sent", NULL,
};
static const char *const reject_reason_nicks[] = {
  "wrong-fact", "off-voice", "wrong-moment", "not-qualified", "needs-me", "other", NULL,
};

static int
find_nick (const char *const *nicks, const char *nick)
{
  for (int i = 0; nick != NULL && nicks[i] != NULL; i++) {
    if (g_str_equal (nicks[i], nick))
      return i;
  }
  return -1;
}

#define ANTE_DEFINE_NICKS(Type, type, nicks)                                                       \
  const char *ante_##type##_to_nick (Type value)                                                   \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (nicks) - 1, nicks[0]);                     \
    return nicks[value];                                                                           \
  }                                                                                                \
                                                                                                   \
  gboolean ante_##type##_from_nick (const char *nick, Type *value)                                 \
  {                                                                                                \
    int found = find_nick (nicks, nick);                                                           \
                                                                                                   \
    if (found >= 0)                                                                                \
      *value = (Type) found;                                                                       \
    return found >= 0;                                                                             \
  }

ANTE_DEFINE_NICKS (AnteIntent, intent, ante_intent_nicks)
ANTE_DEFINE_NICKS (AnteAutonomy, autonomy, ante_autonomy_nicks)
ANTE_DEFINE_NICKS (AnteDraftState, draft_state, draft_state_nicks)
ANTE_DEFINE_NICKS (AnteRejectReason, reject_reason, reject_reason_nicks)

G_DEFINE_FINAL_TYPE (AnteDraft, ante_draft, G_TYPE_OBJECT)

static void
ante_draft_finalize (GObject *object)
{
  AnteDraft *self = ANTE_DRAFT (object);

  g_free (self->handle);
  g_free (self->title);
  g_free (self->text);
  g_free (self->origin);
  g_free (self->provider);
  g_free (self->model);
  g_free (self->basis);
  g_free (self->receipt);
  g_free (self->why);
  g_free (self->decided_by);
  g_free (self->reason);
  g_free (self->edited_text);
  G_OBJECT_CLASS (ante_draft_parent_class)->finalize (object);
}

static void
ante_draft_class_init (AnteDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_draft_finalize;
}

static void
ante_draft_init (AnteDraft *self)
{
}

/**
 * ante_draft_new:
 *
 * Returns: (transfer full): an empty draft, to be filled by its maker before anyone else sees it
 */
AnteDraft *
ante_draft_new (void)
{
  return g_object_new (ANTE_TYPE_DRAFT, NULL);
}

/**
 * ante_draft_is_open:
 *
 * Returns: whether a person is still to decide
 */
gboolean
ante_draft_is_open (AnteDraft *self)
{
  g_return_val_if_fail (ANTE_IS_DRAFT (self), FALSE);

  return self->state == ANTE_DRAFT_WAITING || self->state == ANTE_DRAFT_HELD;
}

const char *
ante_draft_get_words (AnteDraft *self)
{
  g_return_val_if_fail (ANTE_IS_DRAFT (self), NULL);

  return self->edited_text != NULL ? self->edited_text : self->text;
}
