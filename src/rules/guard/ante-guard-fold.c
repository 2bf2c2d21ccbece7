#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-text.h"

/* Letters of other scripts that are drawn like one of ours, as pairs. */
static const struct {
  const char *theirs;
  const char *ours;
} look_alikes[] = {
  /* Cyrillic */
  { "авеёкмнорстухѕіїјԁԛԝһӏьгпиʋ", "abeekmhopctyxsiijdqwhlbrnnv" },
  { "АВЕЁЗКМНОРСТУХЅІЇЈԌӀЬЅԚԜ", "ABEE3KMHOPCTYXSIIJGIbSQW" },
  { "ɡґғҝқҡһҺԀΙ", "grfkkkhHdI" },
  /* Greek */
  { "αβγεηικνορτυχωςσϲϳ", "abyenikvoptuxwcocj" },
  { "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC" },
  /* Armenian, Cherokee, Lisu, Latin letters that are none of ours */
  { "օոսհցզքւյԼՕՍ", "onuhgqpijLOU" },
  { "ᎠᎡᎢᎪᎬᎫᏞᎷᎻᏀᏃᏚᏟᏢᏦᏴᎥᏙᏎᏔᎳ", "DRTAEJLMHGZSCPKBiV4WW" },
  { "ꓐꓑꓓꓔꓖꓗꓜꓝꓡꓢꓣꓤꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKLFLSRRVHWXYAEIOU" },
  { "ɑɩıɪɡʀɴʟʙɢʜʏꜱꜰᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ", "aiiigrnlbghysfacdejkmoptuvwz" },
  { "ǀǃ∣ℓ℮", "l!lle" },
};

typedef struct {
  gunichar c;
  gunichar ours;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  gunichar left = ((const Pair *) a)->c;
  gunichar right = ((const Pair *) b)->c;

  return left < right ? -1 : left > right;
}

static gpointer
make_pairs (gpointer data)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < G_N_ELEMENTS (look_alikes); i++) {
    const char *theirs = look_alikes[i].theirs;

    for (const char *ours = look_alikes[i].ours; *ours != '\0' && *theirs != '\0'; ours++) {
      Pair pair = { g_utf8_get_char (theirs), (gunichar) *ours };

      g_array_append_val (pairs, pair);
      theirs = g_utf8_next_char (theirs);
    }
  }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* The plain letter that @c is drawn like; @c itself where there is none. */
gunichar
ante_guard_fold_look_alike (gunichar c)
{
  static GOnce once = G_ONCE_INIT;
  GArray *pairs = g_once (&once, make_pairs, NULL);
  Pair wanted = { c, 0 };
  guint at = 0;

  if (c < 0x80 || !g_array_binary_search (pairs, &wanted, compare_pairs, &at))
    return c;
  return g_array_index (pairs, Pair, at).ours;
}

static gboolean
is_plain (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

/* Characters that are another form of a letter or digit of ours: full-width, mathematical, circled,
 * squared, raised; 0 where @c is none. */
gunichar
ante_guard_fold_styled (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 0;

  if (c < 0xB2)
    return 0;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';
  if (c == 0xFFE0 || c == 0xFFE1 || c == 0xFF04)
    return c == 0xFFE1 ? 0xA3 : '$';
  if (c >= 0x1F150 && c <= 0x1F169)
    return c - 0x1F150 + 'A';
  if (c >= 0x1F170 && c <= 0x1F189)
    return c - 0x1F170 + 'A';
  if (c >= 0x1D400 && c <= 0x1D7FF) {
    n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
    return n == 1 ? ante_guard_fold_look_alike (parts[0]) : 0;
  }
  if (c >= 0x2776 && c <= 0x277E)
    return c - 0x2776 + '1';
  if (c >= 0x2780 && c <= 0x2788)
    return c - 0x2780 + '1';
  if (!((c >= 0x2B0 && c <= 0x2B8) || (c >= 0x1D2C && c <= 0x1D6A) ||
        (c >= 0x2070 && c <= 0x209C) ||
        (c >= 0x2100 && c <= 0x2149 && c != 0x2116 && c != 0x2122 && c != 0x2120) ||
        (c >= 0x2460 && c <= 0x24FF) || (c >= 0x1F100 && c <= 0x1F149) ||
        (c >= 0x2160 && c <= 0x217F)))
    return 0;
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  if (n == 3 && parts[0] == '(')
    return parts[1];
  return n == 1 && parts[0] != c && is_plain (parts[0]) ? parts[0] : 0;
}

/* Not drawn, or turning the direction of what is. */
gboolean
ante_guard_is_invisible (gunichar c)
{
  if (c < 0xAD)
    return c == 0x7F || (c < 0x20 && c != '\n' && c != '\r' && c != '\t');
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x17B4 ||
         c == 0x17B5 || (c >= 0x180B && c <= 0x180E) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x2800 ||
         c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0x1BCA0 && c <= 0x1BCA3) ||
         (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

gboolean
ante_guard_is_emoji (gunichar c)
{
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) ||
         (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2300 && c <= 0x23FF) ||
         (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2B00 && c <= 0x2BFF) || c == 0x3030 ||
         c == 0x303D || c == 0x3297 || c == 0x3299 || c == 0xA9 || c == 0xAE || c == 0x203C ||
         c == 0x2049 || c == 0x2122 || c == 0x2139;
}
