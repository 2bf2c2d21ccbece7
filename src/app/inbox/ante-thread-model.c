#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-thread-model.h"

#include "model/ante-party.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-notes.h"
#include "store/ante-store-outbox.h"

/* Messages: read at first and in one move, and most at a time. To lay out a message takes a
 * millisecond or two: more in one move would be seen. */
#define STEP 16
#define MOST 128
#define MOST_ITEMS 100

struct _AnteThreadModel {
  GObject parent_instance;

  AnteStore *store;
  gint64 lead_id;
  /* The message the stretch begins with; 0, 0 until the newest ones are read. */
  gint64 from_at;
  gint64 from_id;
  guint span; /* how many it has at most, unless it is to stay at the end */

  AnteLead *lead;
  AnteMessagePage *page;
  GPtrArray *items;
  GPtrArray *notes;
  /* What the reading under way has found so far. */
  AnteMessagePage *next_page;
  GPtrArray *next_items;
  GPtrArray *next_notes;
  gboolean moving;
  gboolean widened; /* to show all that is unread */
  gboolean at_end;  /* the stretch reaches to the newest message, and is to stay there */
  GCancellable *cancellable;
};

enum {
  CHANGED,
  GONE,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteThreadModel, ante_thread_model, G_TYPE_OBJECT)

static void
begin_with (AnteThreadModel *self, const AnteMessagePage *page, guint position)
{
  const AnteMessage *message = NULL;

  if (position >= page->messages->len)
    return;
  message = page->messages->pdata[position];
  self->from_at = message->at;
  self->from_id = message->id;
}

/* Takes @error. After it was cancelled the model may be gone. */
static void
fail (AnteThreadModel *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    self->moving = FALSE;
    g_signal_emit (self, signals[FAILED], 0, error);
  }
  g_error_free (error);
}

static void read_newest (AnteThreadModel *self, guint n);

/* Whether more is unread than the first reading has: one wants to begin where one has stopped. */
static gboolean
must_widen (AnteThreadModel *self, const AnteLead *lead)
{
  guint heard = 0;

  if (self->page != NULL || self->widened || !self->at_end || !self->next_page->more_before)
    return FALSE;
  for (guint i = 0; i < self->next_page->messages->len; i++)
    heard += !ante_party_is_us (((AnteMessage *) self->next_page->messages->pdata[i])->author);
  return lead->unread >= heard;
}

static void
lead_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteThreadModel *self = user_data; /* alive unless cancelled: dispose cancels */
  GError *error = NULL;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, &error);

  if (leads == NULL) {
    fail (self, error);
    return;
  }
  self->moving = FALSE;
  if (leads->len == 0) {
    g_signal_emit (self, signals[GONE], 0);
    return;
  }
  if (must_widen (self, leads->pdata[0])) {
    self->widened = TRUE;
    read_newest (self, MIN (((AnteLead *) leads->pdata[0])->unread + STEP, MOST - STEP));
    return;
  }

  g_set_object (&self->lead, leads->pdata[0]);
  g_clear_pointer (&self->page, ante_message_page_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->page = g_steal_pointer (&self->next_page);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->items = g_steal_pointer (&self->next_items);
  self->notes = g_steal_pointer (&self->next_notes);
  self->at_end = !self->page->more_after;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
notes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteThreadModel *self = user_data;
  GError *error = NULL;
  GPtrArray *notes = ante_store_list_notes_finish (ANTE_STORE (source), result, &error);

  if (notes == NULL) {
    fail (self, error);
    return;
  }
  g_clear_pointer (&self->next_notes, g_ptr_array_unref);
  self->next_notes = notes;
  ante_store_get_leads_async (self->store, &self->lead_id, 1, self->cancellable, lead_cb, self);
}

static void
items_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteThreadModel *self = user_data;
  GError *error = NULL;
  GPtrArray *items = ante_store_outbox_list_finish (ANTE_STORE (source), result, &error);

  if (items == NULL) {
    fail (self, error);
    return;
  }
  g_clear_pointer (&self->next_items, g_ptr_array_unref);
  self->next_items = items;
  ante_store_list_notes_async (self->store, self->lead_id, self->cancellable, notes_cb, self);
}

/* NULL: it was not read, which has been told. */
static AnteMessagePage *
finish_page (AnteThreadModel *self, GObject *source, GAsyncResult *result)
{
  GError *error = NULL;
  AnteMessagePage *page = ante_store_list_messages_finish (ANTE_STORE (source), result, &error);

  if (page == NULL)
    fail (self, error);
  return page;
}

static void
restart (AnteThreadModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void stretch_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
read_newest (AnteThreadModel *self, guint n)
{
  restart (self);
  self->from_at = self->from_id = 0;
  self->at_end = TRUE;
  ante_store_list_messages_async (self->store, self->lead_id, 0, 0, n, self->cancellable,
                                  stretch_cb, self);
}

static void
read_stretch (AnteThreadModel *self)
{
  if (self->from_at == 0) {
    read_newest (self, STEP);
    return;
  }
  restart (self);
  ante_store_list_messages_from_async (self->store, self->lead_id, self->from_at, self->from_id,
                                       self->at_end ? MOST : self->span, self->cancellable,
                                       stretch_cb, self);
}

static void
stretch_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteThreadModel *self = user_data;
  g_autoptr (AnteMessagePage) page = finish_page (self, source, result);

  if (page == NULL)
    return;
  /* So much was written that the end went out of reach: the oldest are let go instead. */
  if (self->at_end && page->more_after) {
    read_newest (self, MOST - STEP);
    return;
  }
  if (self->from_at == 0)
    begin_with (self, page, 0);
  g_clear_pointer (&self->next_page, ante_message_page_free);
  self->next_page = g_steal_pointer (&page);
  ante_store_outbox_list_async (self->store, self->lead_id, TRUE, MOST_ITEMS, self->cancellable,
                                items_cb, self);
}

static void
older_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteThreadModel *self = user_data;
  g_autoptr (AnteMessagePage) page = finish_page (self, source, result);

  if (page == NULL)
    return;
  self->at_end = FALSE;
  begin_with (self, page, 0);
  read_stretch (self);
}

void
ante_thread_model_read_older (AnteThreadModel *self)
{
  if (self->moving || self->page == NULL || !self->page->more_before)
    return;
  self->moving = TRUE;
  self->span = MIN (self->page->messages->len + STEP, MOST);
  restart (self);
  ante_store_list_messages_async (self->store, self->lead_id, self->from_at, self->from_id, STEP,
                                  self->cancellable, older_cb, self);
}

void
ante_thread_model_read_newer (AnteThreadModel *self)
{
  if (self->moving || self->page == NULL || !self->page->more_after)
    return;
  self->moving = TRUE;
  if (self->page->messages->len + STEP > MOST)
    begin_with (self, self->page, STEP);
  self->span = MIN (self->page->messages->len + STEP, MOST);
  read_stretch (self);
}

static void
around_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteThreadModel *self = user_data;
  g_autoptr (AnteMessagePage) page = finish_page (self, source, result);

  if (page == NULL)
    return;
  begin_with (self, page, 0); /* nothing came before: it begins with the message itself */
  read_stretch (self);
}

void
ante_thread_model_read_around (AnteThreadModel *self, gint64 at)
{
  self->moving = TRUE;
  restart (self);
  self->at_end = FALSE;
  self->from_at = at;
  self->from_id = 0;
  self->span = 2 * STEP;
  ante_store_list_messages_async (self->store, self->lead_id, at, 0, STEP, self->cancellable,
                                  around_cb, self);
}

void
ante_thread_model_read_newest (AnteThreadModel *self)
{
  self->moving = TRUE;
  read_newest (self, STEP);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteThreadModel *self)
{
  if ((topics & (ANTE_STORE_LEADS | ANTE_STORE_MESSAGES | ANTE_STORE_OUTBOX)) == 0 ||
      !ante_store_concerns (lead_ids, self->lead_id))
    return;
  /* A move that was under way may be lost; who still wants it asks again after "changed". */
  self->moving = FALSE;
  read_stretch (self);
}

AnteLead *
ante_thread_model_get_lead (AnteThreadModel *self)
{
  return self->lead;
}

const AnteMessagePage *
ante_thread_model_get_page (AnteThreadModel *self)
{
  return self->page;
}

GPtrArray *
ante_thread_model_get_items (AnteThreadModel *self)
{
  return self->items;
}

GPtrArray *
ante_thread_model_get_notes (AnteThreadModel *self)
{
  return self->notes;
}

static void
ante_thread_model_dispose (GObject *object)
{
  AnteThreadModel *self = ANTE_THREAD_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->lead);
  g_clear_object (&self->store);
  g_clear_pointer (&self->page, ante_message_page_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->next_page, ante_message_page_free);
  g_clear_pointer (&self->next_items, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->next_notes, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_thread_model_parent_class)->dispose (object);
}

static void
ante_thread_model_class_init (AnteThreadModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_thread_model_dispose;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_THREAD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
    g_signal_new ("failed", ANTE_TYPE_THREAD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[GONE] = g_signal_new ("gone", ANTE_TYPE_THREAD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
ante_thread_model_init (AnteThreadModel *self)
{
}

AnteThreadModel *
ante_thread_model_new (AnteStore *store, gint64 lead)
{
  AnteThreadModel *self = g_object_new (ANTE_TYPE_THREAD_MODEL, NULL);

  self->store = g_object_ref (store);
  self->lead_id = lead;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, 0);
  read_stretch (self);
  return self;
}
