#include "rules/ante-media-url.h"

#define SANDBOX "http://127.0.0.1:4100"

static void
test_instagrams_own_addresses_are_good (void)
{
  static const char *const good[] = {
    "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=Abc-_%2B",
    "https://scontent.cdninstagram.com/v/t51.2885-15/1_n.jpg?_nc_ht=x&oe=6543210F&oh=00_Af",
    "https://scontent-fra5-1.cdninstagram.com/o1/v/t2/f2/a.mp4?efg=e30",
    "https://scontent.xx.fbcdn.net/v/1.jpg",
    "https://instagram.fbud4-1.fna.fbcdn.net/v/1.jpg",
    "https://LOOKASIDE.fbsbx.com/x",
    "https://lookaside.instagram.com/seo?q=1",
    "https://scontent.cdninstagram.com:443/v/1.jpg",
    "https://scontent.cdninstagram.com",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_test_message ("%u", i);
    g_assert_true (ante_media_url_is_good (good[i], NULL));
    /* In the sandbox nothing leaves this machine. */
    g_assert_false (ante_media_url_is_good (good[i], SANDBOX));
  }
}

/* Each stands for one way to lead a client somewhere else. */
static const char *const hostile[] = {
  /* other schemes */
  "http://scontent.cdninstagram.com/a.jpg",
  "HTTPS://scontent.cdninstagram.com/a.jpg",
  "ftp://scontent.cdninstagram.com/a.jpg",
  "file:///etc/passwd",
  "file://scontent.cdninstagram.com/etc/passwd",
  "data:image/png;base64,iVBORw0KGgo=",
  "javascript:alert(1)",
  "gopher://scontent.cdninstagram.com/",
  "smb://scontent.cdninstagram.com/a",
  "//scontent.cdninstagram.com/a.jpg",
  "scontent.cdninstagram.com/a.jpg",
  "https:scontent.cdninstagram.com/a.jpg",
  "https:/scontent.cdninstagram.com/a.jpg",
  "https:///scontent.cdninstagram.com/a.jpg",
  "https:\\\\scontent.cdninstagram.com\\a.jpg",
  /* users */
  "https://scontent.cdninstagram.com@evil.example/a.jpg",
  "https://user@scontent.cdninstagram.com/a.jpg",
  "https://user:pass@scontent.cdninstagram.com/a.jpg",
  "https://scontent.cdninstagram.com:443@evil.example/a.jpg",
  "https://scontent.cdninstagram.com%40evil.example/a.jpg",
  "https://evil.example\\@scontent.cdninstagram.com/a.jpg",
  /* ports */
  "https://scontent.cdninstagram.com:80/a.jpg",
  "https://scontent.cdninstagram.com:22/a.jpg",
  "https://scontent.cdninstagram.com:4433/a.jpg",
  "https://scontent.cdninstagram.com:0443/a.jpg",
  "https://scontent.cdninstagram.com:/a.jpg",
  "https://scontent.cdninstagram.com:443:443/a.jpg",
  /* hosts that only look like one */
  "https://evil.example/a.jpg",
  "https://cdninstagram.com.evil.example/a.jpg",
  "https://evilcdninstagram.com/a.jpg",
  "https://evil-cdninstagram.com/a.jpg",
  "https://scontent.cdninstagram.com.evil.example/a.jpg",
  "https://xfbcdn.net/a.jpg",
  "https://fbcdn.net.evil.example/a.jpg",
  "https://fbsbx.com/a.jpg",
  "https://evil.fbsbx.com/a.jpg",
  "https://lookaside.fbsbx.com.evil.example/a.jpg",
  "https://xlookaside.fbsbx.com/a.jpg",
  "https://instagram.com/a.jpg",
  "https://www.instagram.com/a.jpg",
  "https://graph.instagram.com/me",
  "https://graph.facebook.com/me",
  "https://evil.example/scontent.cdninstagram.com/a.jpg",
  "https://evil.example?scontent.cdninstagram.com/a.jpg",
  "https://evil.example?.cdninstagram.com",
  "https://evil.example#.cdninstagram.com",
  "https://evil.example/.cdninstagram.com",
  "https://scontent.cdninstagram.com./a.jpg",
  "https://scontent..cdninstagram.com/a.jpg",
  "https://.cdninstagram.com/a.jpg",
  "https://-.cdninstagram.com/a.jpg",
  "https://a-.cdninstagram.com/a.jpg",
  "https://a_b.cdninstagram.com/a.jpg",
  "https://*.cdninstagram.com/a.jpg",
  "https://scontent.cdninstagr\xc3\xa1m.com/a.jpg",
  "https://scontent.cdninstagram\xe3\x80\x82"
  "com/a.jpg",
  "https://scontent.cdninst\xd0\xb0gram.com/a.jpg",
  "https://scontent%2ecdninstagram.com/a.jpg",
  /* this machine and what is near it */
  "https://localhost/a.jpg",
  "https://localhost.cdninstagram.com:8080/a.jpg",
  "https://127.0.0.1/a.jpg",
  "https://127.1/a.jpg",
  "https://2130706433/a.jpg",
  "https://0x7f000001/a.jpg",
  "https://0177.0.0.1/a.jpg",
  "https://0/a.jpg",
  "https://10.0.0.1/a.jpg",
  "https://169.254.169.254/latest/meta-data/",
  "https://192.168.1.1/a.jpg",
  "https://[::1]/a.jpg",
  "https://[::ffff:127.0.0.1]/a.jpg",
  "https://[fe80::1%25eth0]/a.jpg",
  "https://[fc00::1].cdninstagram.com/a.jpg",
  "https://1.2.3.4.cdninstagram.com.5/a.jpg",
  "http://127.0.0.1:4100/media/a.png",
  /* what would say more than an address */
  "https://scontent.cdninstagram.com/a.jpg\r\nHost: evil.example",
  "https://scontent.cdninstagram.com\r\n.evil.example/a.jpg",
  "https://scontent.cdninstagram.com/a b.jpg",
  "https://scontent.cdninstagram.com/a\tb.jpg",
  " https://scontent.cdninstagram.com/a.jpg",
  "https://scontent.cdninstagram.com/a.jpg ",
  "https://scontent.cdninstagram.com/a.jpg#x",
  "https://scontent.cdninstagram.com/\x01.jpg",
  "https://scontent.cdninstagram.com/\x7f.jpg",
  "https://scontent.cdninstagram.com/<svg>",
  "https://scontent.cdninstagram.com/\xff.jpg",
  "https://",
  "https://?",
  "https",
  "",
};

static void
test_hostile_addresses_are_refused (void)
{
  g_autofree char *endless = g_strnfill (100000, 'a');
  g_autofree char *long_path = g_strconcat ("https://scontent.cdninstagram.com/", endless, NULL);
  g_autofree char *long_host = g_strconcat ("https://", endless, ".cdninstagram.com/", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_test_message ("%u", i);
    g_assert_false (ante_media_url_is_good (hostile[i], NULL));
  }
  g_assert_false (ante_media_url_is_good (NULL, NULL));
  g_assert_false (ante_media_url_is_good (long_path, NULL));
  g_assert_false (ante_media_url_is_good (long_host, NULL));
}

static void
test_the_sandbox_has_one_origin (void)
{
  static const char *const others[] = {
    "http://127.0.0.1:41000/media/a.png",
    "http://127.0.0.1:4100@evil.example/a.png",
    "http://127.0.0.1:4100.evil.example/a",
    "http://127.0.0.1/media/a.png",
    "https://127.0.0.1:4100/media/a.png",
    "http://127.0.0.1:4100",
    "http://127.0.0.1:4100?x",
    "http://localhost:4100/media/a.png",
    "http://127.0.0.1:4100/a\r\nX: y",
  };
  g_autofree char *origin = ante_media_url_find_local_origin (SANDBOX);
  g_autofree char *with_path = ante_media_url_find_local_origin (SANDBOX "/v25.0");
  g_autofree char *secure = ante_media_url_find_local_origin ("https://[::1]:8443");

  g_assert_cmpstr (origin, ==, SANDBOX);
  g_assert_cmpstr (with_path, ==, SANDBOX);
  g_assert_cmpstr (secure, ==, "https://[::1]:8443");
  g_assert_true (ante_media_url_is_good (SANDBOX "/media/a.png?oe=1", origin));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_test_message ("%u", i);
    g_assert_false (ante_media_url_is_good (others[i], origin));
  }
  g_assert_null (ante_media_url_find_local_origin ("https://graph.instagram.com"));
  g_assert_null (ante_media_url_find_local_origin ("https://127.0.0.1.evil.example"));
  g_assert_null (ante_media_url_find_local_origin ("https://localhost.evil.example"));
  g_assert_null (ante_media_url_find_local_origin ("http://127.0.0.1:1@evil.example"));
  g_assert_null (ante_media_url_find_local_origin (NULL));
}

static void
test_address_says_how_long_it_is_good (void)
{
  g_assert_cmpint (ante_media_url_get_expiry ("https://x.fbcdn.net/a.jpg?oh=1&oe=65432100"), ==,
                   G_GINT64_CONSTANT (0x65432100) * 1000);
  g_assert_cmpint (ante_media_url_get_expiry ("http://127.0.0.1:1/a.png?oe=65432100"), ==,
                   G_GINT64_CONSTANT (0x65432100) * 1000);
  g_assert_cmpint (ante_media_url_get_expiry ("https://x.fbcdn.net/a.jpg?foe=65432100"), ==, 0);
  g_assert_cmpint (ante_media_url_get_expiry ("https://x.fbcdn.net/a.jpg?oe="), ==, 0);
  g_assert_cmpint (ante_media_url_get_expiry ("https://x.fbcdn.net/a.jpg?oe=zz"), ==, 0);
  g_assert_cmpint (ante_media_url_get_expiry ("https://x.fbcdn.net/a.jpg?oe=ffffffffffff"), ==, 0);
  g_assert_cmpint (ante_media_url_get_expiry ("https://x.fbcdn.net/oe=65432100"), ==, 0);
  g_assert_cmpint (ante_media_url_get_expiry (NULL), ==, 0);
}

static void
test_redirect_is_made_whole (void)
{
  g_autofree char *path = ante_media_url_resolve ("https://a.fbcdn.net/x/y.jpg?1", "/z.jpg");
  g_autofree char *host = ante_media_url_resolve ("https://a.fbcdn.net/x", "//evil.example/z");

  g_assert_cmpstr (path, ==, "https://a.fbcdn.net/z.jpg");
  g_assert_cmpstr (host, ==, "https://evil.example/z");
  g_assert_null (ante_media_url_resolve ("https://a.fbcdn.net/x", NULL));
  g_assert_null (ante_media_url_resolve ("https://a.fbcdn.net/x", "/a\r\nb"));
}

static void
test_only_web_pages_are_links (void)
{
  static const char *const not_links[] = {
    "http://www.instagram.com/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://user@instagram.com/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://[::1]/",
    "https://a.example:8/",
    "https://a.example/\n",
  };
  g_autofree char *brief =
    ante_media_url_dup_short ("https://www.instagram.com/reel/Exmpl/?igsh=x", 30);
  g_autofree char *cut = ante_media_url_dup_short ("https://a.example/abcdefghijkl", 12);

  g_assert_true (ante_media_url_is_link ("https://www.instagram.com/reel/Exmpl/"));
  g_assert_true (ante_media_url_is_link ("https://a.example/page#part"));
  for (guint i = 0; i < G_N_ELEMENTS (not_links); i++) {
    g_test_message ("%u", i);
    g_assert_false (ante_media_url_is_link (not_links[i]));
  }
  g_assert_false (ante_media_url_is_link (NULL));
  g_assert_cmpstr (brief, ==, "instagram.com/reel/Exmpl");
  g_assert_cmpstr (cut, ==, "a.example/a…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-url/instagrams-own", test_instagrams_own_addresses_are_good);
  g_test_add_func ("/media-url/hostile", test_hostile_addresses_are_refused);
  g_test_add_func ("/media-url/sandbox", test_the_sandbox_has_one_origin);
  g_test_add_func ("/media-url/expiry", test_address_says_how_long_it_is_good);
  g_test_add_func ("/media-url/redirect", test_redirect_is_made_whole);
  g_test_add_func ("/media-url/links", test_only_web_pages_are_links);
  return g_test_run ();
}
