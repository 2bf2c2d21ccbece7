#define G_LOG_DOMAIN "ante-paper"

#include "config.h"

#include "paper/ante-sheets-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/ante-message.h"
#include "model/ante-party.h"
#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"

/* A conversation, on as many pages as it takes. */

#define HEAD_SPACE 12.0
#define FOOT_SPACE 6.0
#define BLOCK_SPACE 5.0
#define DAY_SPACE 8.0
/* Instagram lets nobody write more; who did all the same is cut. */
#define MOST_CHARS 4000

typedef enum {
  BLOCK_DAY,
  BLOCK_GAP,
  BLOCK_MESSAGE,
} BlockKind;

/**
 * Block:
 * @message: which one, or the one that it stands before
 *
 * A paragraph of the page.
 */
typedef struct {
  BlockKind kind;
  guint message;
} Block;

/* Where a page begins: that line of that block. */
typedef struct {
  guint block;
  int line;
} Start;

typedef struct {
  char *name;
  char *handle;
  char *who; /* the lead in a line of theirs */
  GPtrArray *messages;
  GTimeZone *zone;
  GArray *blocks;
  GArray *starts;
} Thread;

/* --- what it is made of --------------------------------------------------------------------- */

static GDateTime *
time_of (const Thread *self, const AnteMessage *message)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (message->at / 1000);

  return utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
}

static char *
format_time (const Thread *self, guint message, const char *format)
{
  g_autoptr (GDateTime) time = time_of (self, self->messages->pdata[message]);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

static gboolean
is_new_day (const Thread *self, guint message)
{
  g_autofree char *day = format_time (self, message, "%F");
  g_autofree char *before = message > 0 ? format_time (self, message - 1, "%F") : NULL;

  return g_strcmp0 (day, before) != 0;
}

static gboolean
has_gap_before (GArray *gaps, const AnteMessage *message)
{
  for (guint i = 0; gaps != NULL && i < gaps->len; i++) {
    if (g_array_index (gaps, gint64, i) == message->at)
      return TRUE;
  }
  return FALSE;
}

static void
add_block (Thread *self, BlockKind kind, guint message)
{
  Block block = { kind, message };

  g_array_append_val (self->blocks, block);
}

static void
collect_blocks (Thread *self, GArray *gaps)
{
  for (guint i = 0; i < self->messages->len; i++) {
    if (has_gap_before (gaps, self->messages->pdata[i]))
      add_block (self, BLOCK_GAP, i);
    if (is_new_day (self, i))
      add_block (self, BLOCK_DAY, i);
    add_block (self, BLOCK_MESSAGE, i);
  }
}

/* --- a block -------------------------------------------------------------------------------- */

/* (transfer full): what a message says, or what it is. */
static char *
dup_body (const AnteMessage *message)
{
  g_autofree char *text =
    message->text != NULL ? ante_text_clean (message->text, -1, MOST_CHARS) : NULL;

  if (message->unsent)
    return g_strdup (_ ("[message taken back]"));
  if (message->kind == ANTE_MESSAGE_TEXT && text != NULL)
    return g_steal_pointer (&text);
  if (text == NULL || *text == '\0')
    return g_strdup_printf ("[%s]", ante_plain_words_message (message->kind));
  return g_strdup_printf ("[%s] %s", ante_plain_words_message (message->kind), text);
}

static char *
dup_author (const Thread *self, const AnteMessage *message)
{
  return ante_party_is_us (message->author) ? ante_plain_words_party (message->author)
                                            : g_strdup (self->who);
}

static PangoLayout *
set_message (const Thread *self, const AntePen *pen, guint i)
{
  const AnteMessage *message = self->messages->pdata[i];
  g_autofree char *hour = format_time (self, i, "%H:%M");
  g_autofree char *author = dup_author (self, message);
  g_autofree char *body = dup_body (message);
  /* Who it was stands where the sheet begins, however they write. */
  const char *direction = pen->paper->from_right ? "\u200f" : "\u200e";
  g_autofree char *head = g_strdup_printf ("%s%s  \u2068%s\u2069", direction, hour, author);
  g_autofree char *text = g_strdup_printf ("%s\n%s", head, body);
  PangoLayout *layout = ante_pen_set_type (pen, text, ANTE_PAPER_BODY, PANGO_WEIGHT_NORMAL,
                                           ante_paper_get_inner_width (pen->paper));
  PangoAttrList *attrs = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  pango_layout_set_auto_dir (layout, TRUE);
  bold->end_index = (guint) strlen (head);
  pango_attr_list_insert (attrs, bold);
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
  return layout;
}

static PangoLayout *
set_block (const Thread *self, const AntePen *pen, const Block *block)
{
  double width = ante_paper_get_inner_width (pen->paper);
  g_autofree char *day = NULL;

  if (block->kind == BLOCK_MESSAGE)
    return set_message (self, pen, block->message);
  if (block->kind == BLOCK_GAP)
    return ante_pen_set_type (pen, _ ("[Messages are missing here that Instagram no longer gives]"),
                              ANTE_PAPER_BODY, PANGO_WEIGHT_NORMAL, width);
  day = format_time (self, block->message, "%A, %x");
  return ante_pen_set_type (pen, day, ANTE_PAPER_BODY + 1, PANGO_WEIGHT_BOLD, width);
}

static double
space_before (const Block *block)
{
  return block->kind == BLOCK_DAY ? DAY_SPACE : BLOCK_SPACE;
}

/* --- the pages ------------------------------------------------------------------------------ */

static PangoLayout *
set_foot (const Thread *self, const AntePen *pen, guint page)
{
  /* Translators: name, page, of how many: "Bea Ferreira, page 2 of 9". */
  g_autofree char *text =
    g_strdup_printf (_ ("%s, page %u of %u"), self->name, page + 1, self->starts->len);

  return ante_pen_set_type (pen, text, ANTE_PAPER_SMALL, PANGO_WEIGHT_NORMAL,
                            ante_paper_get_inner_width (pen->paper));
}

static double
find_bottom (const AntePen *pen)
{
  return pen->paper->height - pen->paper->bottom - ANTE_PAPER_SMALL * 1.6 - FOOT_SPACE;
}

/* The head of the first page moves the pen below it. */
static void
set_head (const Thread *self, AntePen *pen, gboolean draw)
{
  double width = ante_paper_get_inner_width (pen->paper);
  g_autoptr (PangoLayout) name =
    ante_pen_set_type (pen, self->name, ANTE_PAPER_TITLE, PANGO_WEIGHT_BOLD, width);
  g_autofree char *count = g_strdup_printf (
    g_dngettext (NULL, "%u message", "%u messages", self->messages->len), self->messages->len);
  g_autofree char *text = self->handle != NULL
                            ? g_strdup_printf ("\u2068%s\u2069 · %s", self->handle, count)
                            : g_strdup (count);
  g_autoptr (PangoLayout) about =
    ante_pen_set_type (pen, text, ANTE_PAPER_BODY, PANGO_WEIGHT_NORMAL, width);

  if (draw) {
    ante_pen_draw (pen, name, 0, width, pen->y);
    ante_pen_draw (pen, about, 0, width, pen->y + ante_pen_measure (name));
  }
  pen->y += ante_pen_measure (name) + ante_pen_measure (about) + HEAD_SPACE;
}

static void
begin_page (Thread *self, AntePen *pen, guint block, int line)
{
  Start start = { block, line };

  g_array_append_val (self->starts, start);
  pen->y = pen->paper->top;
  if (self->starts->len == 1)
    set_head (self, pen, FALSE);
}

/* As many lines as the page has room for, then those of the next. */
static void
lay_out (Thread *self, AntePen *pen, guint i)
{
  const Block *block = &g_array_index (self->blocks, Block, i);
  g_autoptr (PangoLayout) layout = set_block (self, pen, block);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double room = block->kind == BLOCK_DAY ? 3 * ANTE_PAPER_BODY * 1.5 : 0;
  int line = 0;

  pen->y += space_before (block);
  do {
    PangoRectangle logical = { 0 };
    double height = 0;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    height = (double) logical.height / PANGO_SCALE;
    /* A day does not stand alone at the foot of a page, nor does a name. */
    if (block->kind == BLOCK_MESSAGE && line == 0)
      room = height;
    if (pen->y + height + room > find_bottom (pen))
      begin_page (self, pen, i, line);
    room = 0;
    pen->y += height;
    line++;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static guint
paginate (gpointer data, const AntePaper *paper)
{
  Thread *self = data;
  cairo_t *cr = ante_sheets_dup_blind (paper);
  g_auto (AntePen) pen = { 0 };

  ante_pen_init (&pen, cr, paper);
  cairo_destroy (cr);
  g_array_set_size (self->starts, 0);
  begin_page (self, &pen, 0, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    lay_out (self, &pen, i);
  return self->starts->len;
}

/* Lines from @first on, to before @after (-1: all of them). */
static void
draw_block (const Thread *self, AntePen *pen, guint i, int first, int after)
{
  const Block *block = &g_array_index (self->blocks, Block, i);
  g_autoptr (PangoLayout) layout = set_block (self, pen, block);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0;

  if (first == 0 && pen->y > pen->paper->top)
    pen->y += space_before (block);
  do {
    PangoRectangle logical = { 0 };

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    if (line >= first && (after < 0 || line < after)) {
      double baseline = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;

      cairo_move_to (pen->cr, pen->paper->left + (double) logical.x / PANGO_SCALE,
                     pen->y + baseline);
      pango_cairo_show_layout_line (pen->cr, pango_layout_iter_get_line_readonly (iter));
      pen->y += (double) logical.height / PANGO_SCALE;
    }
    line++;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw (gpointer data, AntePen *pen, guint page)
{
  Thread *self = data;
  const Start *start = &g_array_index (self->starts, Start, page);
  const Start *next =
    page + 1 < self->starts->len ? &g_array_index (self->starts, Start, page + 1) : NULL;
  g_autoptr (PangoLayout) foot = set_foot (self, pen, page);
  double width = ante_paper_get_inner_width (pen->paper);

  if (page == 0)
    set_head (self, pen, TRUE);
  for (guint i = start->block; i < self->blocks->len; i++) {
    int first = i == start->block ? start->line : 0;

    if (next != NULL && (i > next->block || (i == next->block && next->line == 0)))
      break;
    draw_block (self, pen, i, first, next != NULL && i == next->block ? next->line : -1);
  }
  ante_pen_draw (pen, foot, 0, width,
                 pen->paper->height - pen->paper->bottom - ante_pen_measure (foot));
}

static void
thread_free (gpointer data)
{
  Thread *self = data;

  g_free (self->name);
  g_free (self->handle);
  g_free (self->who);
  g_ptr_array_unref (self->messages);
  g_time_zone_unref (self->zone);
  g_array_unref (self->blocks);
  g_array_unref (self->starts);
  g_free (self);
}

AnteSheets *
ante_sheets_new_thread (AnteLead *lead, GPtrArray *messages, GArray *gaps, GTimeZone *zone)
{
  static const AnteSheetsFuncs funcs = { paginate, draw, thread_free };
  Thread *self = g_new0 (Thread, 1);

  self->name = ante_text_one_line (ante_lead_get_title (lead), 60);
  self->handle =
    lead->handle != NULL && *lead->handle != '\0' ? g_strconcat ("@", lead->handle, NULL) : NULL;
  self->who = ante_text_one_line (ante_lead_get_title (lead), 40);
  self->messages = g_ptr_array_ref (messages);
  self->zone = g_time_zone_ref (zone);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
  collect_blocks (self, gaps);
  /* Translators: the name of a print job: "Conversation with Bea Ferreira". */
  return ante_sheets_new (&funcs, self, g_strdup_printf (_ ("Conversation with %s"), self->name));
}
