#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-records.h"

AnteAccount *
ante_account_new (void)
{
  return g_new0 (AnteAccount, 1);
}

AnteAccount *
ante_account_copy (const AnteAccount *self)
{
  AnteAccount *copy = g_memdup2 (self, sizeof *self);

  copy->user_id = g_strdup (self->user_id);
  copy->username = g_strdup (self->username);
  copy->name = g_strdup (self->name);
  copy->account_type = g_strdup (self->account_type);
  copy->api_url = g_strdup (self->api_url);
  copy->cursor = g_strdup (self->cursor);
  return copy;
}

void
ante_account_free (AnteAccount *self)
{
  if (self == NULL)
    return;

  g_free (self->user_id);
  g_free (self->username);
  g_free (self->name);
  g_free (self->account_type);
  g_free (self->api_url);
  g_free (self->cursor);
  g_free (self);
}

AnteTouch *
ante_touch_new (void)
{
  return g_new0 (AnteTouch, 1);
}

void
ante_touch_free (AnteTouch *self)
{
  if (self == NULL)
    return;

  g_free (self->detail);
  g_free (self->evidence);
  g_free (self->origin);
  g_free (self);
}

AnteReply *
ante_reply_new (gint64 id, const char *name, const char *text, AnteSourceKind source)
{
  AnteReply *self = g_new0 (AnteReply, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->source = source;
  return self;
}

AnteReply *
ante_reply_copy (const AnteReply *self)
{
  return ante_reply_new (self->id, self->name, self->text, self->source);
}

void
ante_reply_free (AnteReply *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

AnteNote *
ante_note_new (void)
{
  return g_new0 (AnteNote, 1);
}

AnteNote *
ante_note_copy (const AnteNote *self)
{
  AnteNote *copy = g_memdup2 (self, sizeof *self);

  copy->author = g_strdup (self->author);
  copy->text = g_strdup (self->text);
  return copy;
}

void
ante_note_free (AnteNote *self)
{
  if (self == NULL)
    return;

  g_free (self->author);
  g_free (self->text);
  g_free (self);
}

AnteEvent *
ante_event_new (void)
{
  return g_new0 (AnteEvent, 1);
}

void
ante_event_free (AnteEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->actor);
  g_free (self->field);
  g_free (self->from);
  g_free (self->to);
  g_free (self->why);
  g_free (self);
}

AnteProfile *
ante_profile_new (void)
{
  AnteProfile *self = g_new0 (AnteProfile, 1);

  self->followers = -1;
  self->follows_us = -1;
  self->we_follow = -1;
  self->consent = TRUE;
  return self;
}

AnteProfile *
ante_profile_copy (const AnteProfile *self)
{
  AnteProfile *copy = g_memdup2 (self, sizeof *self);

  copy->igsid = g_strdup (self->igsid);
  copy->username = g_strdup (self->username);
  copy->name = g_strdup (self->name);
  copy->picture_url = g_strdup (self->picture_url);
  return copy;
}

void
ante_profile_free (AnteProfile *self)
{
  if (self == NULL)
    return;

  g_free (self->igsid);
  g_free (self->username);
  g_free (self->name);
  g_free (self->picture_url);
  g_free (self);
}

AnteLabel *
ante_label_new (const char *name, const char *colour)
{
  AnteLabel *self = g_new0 (AnteLabel, 1);

  self->name = g_strdup (name);
  self->colour = g_strdup (colour);
  return self;
}

void
ante_label_free (AnteLabel *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->colour);
  g_free (self);
}

AnteSearchHit *
ante_search_hit_new (void)
{
  return g_new0 (AnteSearchHit, 1);
}

void
ante_search_hit_free (AnteSearchHit *self)
{
  if (self == NULL)
    return;

  g_free (self->mid);
  g_free (self->handle);
  g_free (self->name);
  g_free (self->author);
  g_free (self->snippet);
  g_free (self);
}
