#include "config.h"

#include "rules/ante-web-address.h"

static void
assert_opens (const char *words, const char *wanted, const char *wanted_host)
{
  g_autofree char *host = NULL;
  g_autofree char *address = ante_web_address_read (words, &host);

  g_test_message ("%s", words);
  g_assert_cmpstr (address, ==, wanted);
  g_assert_cmpstr (host, ==, wanted_host);
}

static void
test_https_alone_is_opened (void)
{
  assert_opens ("https://cal.example/vera?m=1", "https://cal.example/vera?m=1", "cal.example");
  assert_opens ("cal.example/vera", "https://cal.example/vera", "cal.example");
  assert_opens ("http://cal.example/vera", NULL, NULL);
  assert_opens ("javascript://cal.example/%0aalert(1)", NULL, NULL);
  assert_opens ("file:///etc/passwd", NULL, NULL);
}

/* Where it leads is what is said, and what could look like another place is left alone. */
static void
test_no_other_place_is_shown (void)
{
  assert_opens ("https://instagram.com@evil.example/", NULL, NULL);
  assert_opens ("https://127.0.0.1/x", NULL, NULL);
  assert_opens ("https://[::1]/x", NULL, NULL);
  assert_opens ("https://localhost/x", NULL, NULL);
  assert_opens ("https://cal.example:8443/x", NULL, NULL);
  assert_opens ("https://p\xd0\xb0ypal.com/x", "https://xn--pypal-4ve.com/x", "xn--pypal-4ve.com");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web-address/https-alone", test_https_alone_is_opened);
  g_test_add_func ("/web-address/no-other-place", test_no_other_place_is_shown);
  return g_test_run ();
}
