#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The feeds are about the autumn in which this is: 2026-11-20 12:00 UTC. */
#define FEEDS_NOW G_GINT64_CONSTANT (1795176000000)

/**
 * Feed:
 * @shape: whose feeds look like this
 * @text: the feed
 * @length: its bytes
 * @expected: (element-type utf8): "uid start end summary email", with a "-" before those that are
 *   called off, sorted
 * @n_events: what repeats counted as one
 *
 * A feed that was made up, with what is in it. Its times were worked out apart from the reader, by
 * GDateTime.
 */
typedef struct {
  const char *shape;
  char *text;
  gsize length;
  GPtrArray *expected;
  guint n_events;
} Feed;

guint feeds_count_shapes (void);
Feed *feeds_make (guint shape, guint32 seed);
void feed_free (Feed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Feed, feed_free)

G_END_DECLS
