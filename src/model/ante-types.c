#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-types.h"

static const char *const stage_role_nicks[] = {
  "new-inbound", "active",       "qualifying", "coach-review", "qualified",
  "booked",      "no-show-risk", "nurture",    "not-a-fit",    "client",
};

static const char *const source_kind_nicks[] = {
  "unknown",  "story-reply", "comment",      "dm-ad", "keyword",
  "outbound", "referral",    "reactivation", "email", "organic",
};

static const char *const message_kind_nicks[] = {
  "text",    "image", "video",       "voice",         "file",
  "sticker", "share", "story-reply", "story-mention", "unsupported",
};

static const char *const outbox_state_nicks[] = {
  "queued", "sending", "sent", "uncertain", "failed", "cancelled",
};

static const char *const window_state_nicks[] = { "none", "open", "human", "closed" };

static const char *const verdict_kind_nicks[] = { "allow", "hold", "block" };

static const char *const fact_kind_nicks[] = {
  "goal",  "problem", "bottleneck", "fit",           "objection", "next-step",
  "offer", "budget",  "timeline",   "already-knows", "booking",   "free",
};

static const char *const fact_state_nicks[] = {
  "suggested", "confirmed", "rejected", "superseded", "withdrawn",
};

static const char *const fact_origin_nicks[] = { "rule", "ai", "person" };

static const char *const booking_mark_nicks[] = {
  "none", "link-sent", "booked", "held", "no-show", "cancelled",
};

static int
find_nick (const char *const *nicks, guint n_nicks, const char *nick)
{
  for (guint i = 0; nick != NULL && i < n_nicks; i++) {
    if (g_str_equal (nicks[i], nick))
      return (int) i;
  }
  return -1;
}

#define ANTE_DEFINE_NICKS(Type, type)                                                              \
  const char *ante_##type##_to_nick (Type value)                                                   \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (type##_nicks), type##_nicks[0]);           \
    return type##_nicks[value];                                                                    \
  }                                                                                                \
                                                                                                   \
  gboolean ante_##type##_from_nick (const char *nick, Type *value)                                 \
  {                                                                                                \
    int found = find_nick (type##_nicks, G_N_ELEMENTS (type##_nicks), nick);                       \
                                                                                                   \
    if (found >= 0)                                                                                \
      *value = (Type) found;                                                                       \
    return found >= 0;                                                                             \
  }

ANTE_DEFINE_NICKS (AnteStageRole, stage_role)
ANTE_DEFINE_NICKS (AnteSourceKind, source_kind)
ANTE_DEFINE_NICKS (AnteMessageKind, message_kind)
ANTE_DEFINE_NICKS (AnteOutboxState, outbox_state)
ANTE_DEFINE_NICKS (AnteWindowState, window_state)
ANTE_DEFINE_NICKS (AnteVerdictKind, verdict_kind)
ANTE_DEFINE_NICKS (AnteFactKind, fact_kind)
ANTE_DEFINE_NICKS (AnteFactState, fact_state)
ANTE_DEFINE_NICKS (AnteFactOrigin, fact_origin)
ANTE_DEFINE_NICKS (AnteBookingMark, booking_mark)
