#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-advice.h"

#include <glib/gi18n.h>

#include "engine/ante-assist-advice.h"
#include "engine/ante-booking-advice.h"
#include "engine/ante-draft-commands.h"
#include "engine/ante-outgoing.h"
#include "instagram/ante-instagram-error.h"
#include "store/ante-store.h"

typedef struct {
  const char *nick;
  AnteAdvice advice;
} Entry;

static const Entry by_nick[] = {
  { "offline",
    { N_ ("Instagram cannot be reached"), N_ ("Nothing is lost: what you write waits here and "
                                              "leaves by itself when the connection is back.") } },
  { "no-network",
    { N_ ("No connection to the internet"),
      N_ ("Nothing is lost: what you write waits here and "
          "leaves by itself when the connection is back.") } },
  { "unknown-outcome",
    { N_ ("Instagram did not answer"),
      N_ ("The answer may or may not have left. Anteroom is looking for it in the thread and never "
          "sends it twice.") } },
  { "interrupted",
    { N_ ("Anteroom was interrupted while sending"),
      N_ ("The answer may or may not have left. Anteroom is looking for it in the thread and never "
          "sends it twice.") } },
  { "restored",
    { N_ ("This answer comes from a backup"),
      N_ (
        "It may have left after the backup was made. Anteroom is looking for it in the thread and "
        "never sends it by itself.") } },
  { "unconfirmed",
    { N_ ("It is not known whether this was sent"),
      N_ ("It was not found in the thread. Look in Instagram, then say whether it was sent, should "
          "be sent again, or dropped.") } },
  { "busy",
    { N_ ("Instagram is having trouble"),
      N_ ("It answered with an error of its own, not to the end, or not at all. Nothing is lost: "
          "what you write waits, and Anteroom tries again by itself.") } },
  { "throttled",
    { N_ ("Instagram asks us to slow down"),
      N_ ("Too much was asked in a short time. It goes on by itself in a while.") } },
  { "token",
    { N_ ("Sign in again"),
      N_ ("Instagram no longer accepts the access token: it has expired, or the password was "
          "changed. Your data is all here; what waits leaves after you sign in.") } },
  { "no-token",
    { N_ ("Not connected on this computer"),
      N_ ("The keyring holds no access token for this account: it is locked, was emptied, or the "
          "data came from another computer. Your data is all here; what waits leaves once you have "
          "connected again.") } },
  { "new-token",
    { N_ ("Instagram does not accept this token"),
      N_ ("Copy it once more, whole, from the app dashboard, or generate another. It begins with "
          "IGAA; one that begins with EAA belongs to Facebook.") } },
  { "permission",
    { N_ ("A permission is missing"), N_ ("The token may not read or send messages. Make a new one "
                                          "with instagram_business_manage_messages ticked.") } },
  { "role",
    { N_ ("The account has no role on the app"),
      N_ ("Add it as an Instagram tester in the app dashboard, then accept the invitation in "
          "Instagram under Settings, Website permissions, Tester invites.") } },
  { "access-off",
    { N_ ("Message access is switched off"),
      N_ ("In the Instagram app: Settings, Messages and story replies, Message controls, Connected "
          "tools: switch on Allow access to messages.") } },
  { "not-eligible",
    { N_ ("This account cannot use messaging yet"),
      N_ ("Instagram lets only professional accounts in good standing use it. Check the account "
          "type under Settings, Account type and tools.") } },
  { "window-closed",
    { N_ ("The reply window is closed"),
      N_ ("Instagram takes answers for 24 hours after this person's last message. Copy the text "
          "and go on in Instagram itself.") } },
  { "answered",
    { N_ ("Withdrawn: someone answered first"),
      N_ ("A person wrote in this thread, so the automatic answer did not leave.") } },
  { "stale",
    { N_ ("They have written again"),
      N_ ("The draft answered what they had said before. It was not sent; a new one is made.") } },
  { "paused", { N_ ("All automation is paused"), N_ ("It waits until you let it go on.") } },
  { "quiet-hours", { N_ ("Quiet hours"), N_ ("It leaves by itself when they are over.") } },
  { "unchecked",
    { N_ ("It was never checked"),
      N_ ("An automatic message of before had no receipt, and did not leave.") } },
  { "typing",
    { N_ ("Somebody is writing to them"),
      N_ ("What was about to leave by itself waits among the drafts.") } },
  { "escalated",
    { N_ ("A person has to look at this thread"),
      N_ ("What was about to leave by itself was withdrawn. Answer it yourself.") } },
  { "held",
    { N_ ("Held back"), N_ ("What happened since it was written forbids an automatic answer. Look "
                            "at the thread and answer yourself.") } },
  { "overtaken",
    { N_ ("They wrote first"), N_ ("What was to leave at its time was written before that. Read "
                                   "their message, then send it, or write another.") } },
  { "missed",
    { N_ ("Its time has passed"),
      N_ ("Anteroom was not running, or had no connection, when this was to leave. Send it now if "
          "it still fits.") } },
  { "tag-refused",
    { N_ ("The app may not use the human-agent tag"),
      N_ ("After 24 hours it is needed, and this app was not granted it. Copy the text and go on "
          "in Instagram; your sign-in is fine.") } },
  { "cannot-receive",
    { N_ ("This person cannot receive messages"),
      N_ ("They may have blocked the account or closed theirs. Nothing more is sent to them.") } },
  { "restricted",
    { N_ ("Instagram has restricted sending"),
      N_ ("All sending is held. Look in Instagram for a notice, and go on only when it is "
          "settled.") } },
  { "other-app",
    { N_ ("Another app holds this thread"),
      N_ ("Answer there, or let it hand the thread over.") } },
  { "no-consent",
    { N_ ("No profile yet"),
      N_ ("Instagram shows a profile only after the person has written.") } },
  { "gone",
    { N_ ("No longer there"),
      N_ ("Instagram says that it was deleted, or is too old to be read.") } },
  { "comment-used",
    { N_ ("No private reply is possible"),
      N_ ("A comment can be answered in private once, within seven days.") } },
  { "rejected",
    { N_ ("Instagram refused this"), N_ ("It was not sent. Change the text and try again.") } },
  { "file-refused",
    { N_ ("Instagram refused this file"),
      N_ (
        "It was not sent. Pictures may be PNG or JPEG of up to 8 MB; videos, sounds and PDFs have "
        "up to 25 MB. Save it in another form and try again, or send it in Instagram.") } },
  { "upload-refused",
    { N_ ("Instagram takes no files from here"),
      N_ (
        "It refused the upload for this account, and nothing was sent. Copy the file and go on in "
        "Instagram; Anteroom notes it when it comes back.") } },
  { "upload-failed",
    { N_ ("The file could not be uploaded"),
      N_ ("It was tried several times, and nothing was sent. Try again later, or copy the file and "
          "go on in Instagram.") } },
  { "file-gone",
    { N_ ("The file is not there any more"),
      N_ (
        "Anteroom's own copy of it was removed, and nothing was sent. Drop this one and attach the "
        "file again.") } },
  { "bad-answer",
    { N_ ("Instagram's answer could not be read"),
      N_ ("A captive network page or a fault on the way may have answered instead. Anteroom tries "
          "again by itself.") } },
  { "address",
    { N_ ("This address is not allowed"), N_ ("Anteroom speaks to Instagram over https alone.") } },
  { "denied",
    { N_ ("Access was refused in the browser"),
      N_ ("Nothing was connected. Open the browser again, sign in as the account that you want "
          "here, and allow what your app asks for.") } },
  { "no-answer",
    { N_ ("This is not the whole address"),
      N_ ("After you have allowed access, copy all of what stands in the browser's address bar. It "
          "begins with your redirect address and holds both “code=” and “state=”.") } },
  { "other-sign-in",
    { N_ ("This address belongs to another sign-in"),
      N_ ("It does not answer the page that was opened last. Open the browser again, and paste the "
          "address that you land on then.") } },
  { "code-ended",
    { N_ ("The code in this address has ended"),
      N_ ("It works once, and for an hour. Open the browser again, and paste the new address.") } },
  { "app-refused",
    { N_ ("Instagram does not know this app id and secret"),
      N_ ("Take the Instagram app id and the Instagram app secret from API setup with Instagram "
          "login; those at the top of the dashboard belong to Facebook. Then open the browser "
          "again.") } },
  { "redirect",
    { N_ ("The redirect address does not fit"),
      N_ ("It must begin with https:// and be written exactly as it is registered in the app's "
          "dashboard under Business login settings, to the last slash.") } },
  { "no-sign-in",
    { N_ ("Instagram refused the sign-in"),
      N_ ("It did not say why. Check app id, secret and redirect address against the dashboard, "
          "then open the browser again.") } },
};

static const AnteAdvice unknown = {
  N_ ("Something went wrong"),
  N_ ("Nothing was lost. Try again; if it stays so, anteroomctl doctor tells more."),
};

AnteAdvice
ante_advice_for_nick (const char *nick)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (by_nick); i++) {
    if (g_str_equal (by_nick[i].nick, nick))
      return by_nick[i].advice;
  }
  return unknown;
}

static AnteAdvice
for_store_error (int code)
{
  static const AnteAdvice advice[] = {
    [ANTE_STORE_ERROR_LOCKED] = { N_ ("Anteroom is open already"),
                                  N_ ("Another program holds the data folder. Use it, or close it "
                                      "first.") },
    [ANTE_STORE_ERROR_FUTURE] = { N_ ("This data is from a later Anteroom"),
                                  N_ ("Update Anteroom to open it. Nothing was changed.") },
    [ANTE_STORE_ERROR_DAMAGED] = { N_ ("The database is damaged"),
                                   N_ ("It was left as it is. Put one of the copies under backups "
                                       "in its place with: anteroomctl restore FILE. The damaged "
                                       "file is kept.") },
    [ANTE_STORE_ERROR_NO_SPACE] = { N_ ("The disk is full"),
                                    N_ ("Make room on it. Until then nothing new is kept and "
                                        "nothing is sent; after that reading goes on by itself.") },
    [ANTE_STORE_ERROR_READ_ONLY] = { N_ ("The data folder cannot be written"),
                                     N_ ("Check its permissions and whether the disk is mounted "
                                         "read-only. Nothing is sent meanwhile.") },
    [ANTE_STORE_ERROR_CONFLICT] = { N_ ("It was changed meanwhile"),
                                    N_ ("Someone or something was faster. Nothing was done; look "
                                        "again.") },
    [ANTE_STORE_ERROR_NOT_FOUND] = { N_ ("It is not there"),
                                     N_ ("It may have been removed meanwhile.") },
    [ANTE_STORE_ERROR_INVALID] = { N_ ("That is not possible"),
                                   N_ ("The values do not fit. Nothing was changed.") },
    [ANTE_STORE_ERROR_EXISTS] = { N_ ("This name is taken"),
                                  N_ ("Choose another one. Nothing was written.") },
    [ANTE_STORE_ERROR_NEEDED] = { N_ ("The board needs this stage"),
                                  N_ ("New leads, leads that do not fit and clients each need a "
                                      "stage in sight, and this is the last of its kind. Add "
                                      "another one after it first. Nothing was changed.") },
    [ANTE_STORE_ERROR_TOO_MANY] = { N_ ("The board has no room for another stage"),
                                    N_ ("It takes 30. Merge two that mean the same, then add this "
                                        "one. Nothing was changed.") },
    [ANTE_STORE_ERROR_TARGET] = { N_ ("The copy could not be written"),
                                  N_ ("Check that its folder exists and that you may write there, "
                                      "or choose another place. The data itself was not "
                                      "touched.") },
    [ANTE_STORE_ERROR_INCOMPLETE] = { N_ ("Something is missing"),
                                      N_ ("This stage asks for more before a lead comes in. "
                                          "Nothing was changed.") },
    [ANTE_STORE_ERROR_FAILED] = { N_ ("The database could not be used"),
                                  N_ (
                                    "The disk reported an error. anteroomctl doctor tells more.") },
  };

  return (guint) code < G_N_ELEMENTS (advice) ? advice[code] : unknown;
}

/* Without a network it is not Instagram that does not answer. */
static gboolean
is_of_network (const GError *error)
{
  return g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_OFFLINE) ||
         g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY);
}

static AnteAdvice
for_draft_error (int code)
{
  static const AnteAdvice advice[] = {
    [ANTE_DRAFT_ERROR_BLOCKED] = { N_ ("These words must not go out"),
                                   N_ ("The receipt says which rule forbids them, and on which "
                                       "words. Change them; they are looked at while you type.") },
    [ANTE_DRAFT_ERROR_UNSURE] = { N_ ("A person has to look first"),
                                  N_ ("Read what the receipt says. If it is fine, approve it all "
                                      "the same.") },
    [ANTE_DRAFT_ERROR_NONE_SAFE] = { N_ ("None of these is all green"),
                                     N_ ("Go through them one by one.") },
  };

  return (guint) code < G_N_ELEMENTS (advice) ? advice[code] : unknown;
}

static AnteAdvice
for_outgoing_error (int code)
{
  static const AnteAdvice advice[] = {
    [ANTE_OUTGOING_ERROR_TYPE] = { N_ ("Instagram does not take this kind of file"),
                                   N_ ("It takes pictures as PNG or JPEG, videos as MP4, MOV, AVI, "
                                       "OGG or WebM, sounds as AAC, M4A or WAV, and PDFs. Save it "
                                       "as one of these, then attach it again.") },
    [ANTE_OUTGOING_ERROR_TOO_LARGE_PICTURE] = { N_ ("This picture is too large"),
                                                N_ ("Instagram takes pictures of up to 8 MB. Save "
                                                    "it smaller, then attach it again.") },
    [ANTE_OUTGOING_ERROR_TOO_LARGE] = { N_ ("This file is too large"),
                                        N_ ("Instagram takes files of up to 25 MB, and pictures of "
                                            "up to 8 MB. Make it smaller, or send a link to "
                                            "it.") },
    [ANTE_OUTGOING_ERROR_EMPTY] = { N_ ("This file is empty"),
                                    N_ ("There is nothing in it to send.") },
    [ANTE_OUTGOING_ERROR_FOLDER] = { N_ ("This is a folder"),
                                     N_ ("Attach the files in it one by one.") },
    [ANTE_OUTGOING_ERROR_NOT_A_FILE] = { N_ ("This is not a file"),
                                         N_ ("Only files can be sent, not devices or pipes.") },
    [ANTE_OUTGOING_ERROR_UNREADABLE] = { N_ ("This file cannot be read"),
                                         N_ ("Check its permissions, or copy it into a folder of "
                                             "your own first.") },
    [ANTE_OUTGOING_ERROR_GONE] = { N_ ("The file is not there any more"),
                                   N_ ("It was moved or deleted. Attach it again; nothing was "
                                       "sent.") },
    [ANTE_OUTGOING_ERROR_NOT_KEPT] = { N_ ("The file could not be copied"),
                                       N_ ("The disk may be full. Make room on it, then attach the "
                                           "file again; nothing was sent.") },
  };

  return (guint) code < G_N_ELEMENTS (advice) ? advice[code] : unknown;
}

AnteAdvice
ante_advice_for_error (const GError *error)
{
  return ante_advice_for_error_on (error, TRUE);
}

AnteAdvice
ante_advice_for_error_on (const GError *error, gboolean has_network)
{
  if (error == NULL)
    return unknown;
  if (!has_network && is_of_network (error))
    return ante_advice_for_nick ("no-network");
  if (error->domain == ANTE_INSTAGRAM_ERROR)
    return ante_advice_for_nick (ante_instagram_error_to_nick ((AnteInstagramError) error->code));
  if (error->domain == ANTE_ASSIST_ERROR)
    return ante_assist_advice_for ((AnteAssistError) error->code);
  if (error->domain == ANTE_BOOKING_ERROR)
    return ante_booking_advice_for ((AnteBookingError) error->code);
  if (error->domain == ANTE_STORE_ERROR)
    return for_store_error (error->code);
  if (error->domain == ANTE_DRAFT_ERROR)
    return for_draft_error (error->code);
  if (error->domain == ANTE_OUTGOING_ERROR)
    return for_outgoing_error (error->code);
  return unknown;
}

AnteAdvice
ante_advice_for_empty_list (void)
{
  return (AnteAdvice){
    N_ ("Instagram gave no conversations"),
    N_ ("If there are some, check three things: the app's mode and access level, that the account "
        "accepted its tester "
        "invitation, and that Allow access to messages is on under Message controls, Connected "
        "tools."),
  };
}
