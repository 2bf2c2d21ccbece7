#include "sandbox/sandbox-wire.h"

/* What is sent along with a code; the first row that fits counts. */
static const struct {
  int code;
  int subcode; /* 0: any */
  guint status;
  const char *type;
  gboolean is_transient;
  const char *text;
} kinds[] = {
  { 1, 0, 500, "OAuthException", TRUE, "An unknown error has occurred." },
  { 2, 0, 500, "OAuthException", TRUE, "Service temporarily unavailable" },
  { -1, 0, 500, "OAuthException", TRUE, "An unknown error has occurred." },
  { -2, 0, 500, "OAuthException", TRUE, "The request took too long. Ask for less." },
  { 3, 0, 400, "OAuthException", FALSE, "(#3) Application does not have the capability" },
  { 4, 0, 429, "OAuthException", TRUE, "(#4) Application request limit reached" },
  { 17, 0, 400, "OAuthException", TRUE, "(#17) User request limit reached" },
  { 32, 0, 400, "OAuthException", TRUE, "(#32) Page request limit reached" },
  { 10, 2534022, 403, "IGApiException", FALSE,
    "Diese Nachricht wird außerhalb des zulässigen Zeitfensters gesendet." },
  { 10, 1893063, 403, "IGApiException", FALSE, "(#10) The account is restricted for now" },
  { 10, 2018108, 403, "OAuthException", FALSE, "(#10) This person is not receiving messages" },
  { 10, 0, 403, "OAuthException", FALSE,
    "(#10) Application does not have permission for this action" },
  { 100, 33, 400, "IGApiException", FALSE,
    "Unsupported request. Object does not exist or there is no permission" },
  { 100, 2018014, 400, "OAuthException", FALSE,
    "(#100) A message and a sender action cannot stand in one request" },
  { 100, 2018047, 400, "OAuthException", FALSE, "(#100) Upload attachment failure" },
  { 100, 2018109, 400, "OAuthException", FALSE, "(#100) Attachment size exceeds allowable limit" },
  { 100, 2534014, 400, "IGApiException", FALSE, "(#100) The requested user cannot be found" },
  { 100, 2534015, 400, "IGApiException", FALSE, "(#100) Invalid message data" },
  { 100, 2534025, 400, "IGApiException", FALSE,
    "(#100) The comment is not valid for a private reply" },
  { 100, 2534029, 400, "IGApiException", FALSE, "(#100) The business cannot use messaging" },
  { 100, 2534037, 400, "IGApiException", FALSE, "(#100) Another app controls this thread now" },
  { 100, 0, 400, "OAuthException", FALSE, "(#100) Invalid parameter" },
  { 102, 0, 401, "OAuthException", FALSE, "Session key invalid or no longer valid" },
  { 190, 463, 401, "OAuthException", FALSE, "Error validating access token: Session has expired" },
  { 190, 460, 401, "OAuthException", FALSE,
    "Error validating access token: the session was ended by a new password" },
  { 190, 458, 401, "OAuthException", FALSE,
    "Error validating access token: the user has not authorized the application" },
  { 190, 459, 401, "OAuthException", FALSE,
    "Error validating access token: the user is at a checkpoint" },
  { 190, 464, 401, "OAuthException", FALSE,
    "Error validating access token: the user is not confirmed" },
  { 190, 0, 401, "OAuthException", FALSE,
    "Invalid OAuth access token - Cannot parse access token" },
  { 200, 2534041, 403, "IGApiException", FALSE, "The owner has turned off access to messages" },
  { 200, 0, 403, "OAuthException", FALSE, "(#200) Permissions error" },
  { 230, 0, 400, "OAuthException", FALSE,
    "(#230) User consent is required to access user profile" },
  { 341, 0, 400, "OAuthException", TRUE, "(#341) Application limit reached" },
  { 368, 0, 400, "OAuthException", FALSE,
    "(#368) The action was found to be abusive and is blocked for now" },
  { 551, 0, 400, "OAuthException", FALSE, "(#551) This person isn't available right now" },
  { 613, 2018338, 400, "IGApiException", FALSE, "(#613) Tags are sent too often" },
  { 613, 0, 400, "IGApiException", TRUE, "(#613) Calls to this api have exceeded the rate limit" },
  { 80002, 0, 400, "OAuthException", TRUE, "(#80002) Too many calls to this Instagram account" },
  { 80006, 0, 400, "OAuthException", TRUE, "(#80006) Too many calls to this Messenger account" },
  { 2500, 0, 400, "OAuthException", FALSE, "Syntax error in the field expansion" },
  { 9000001, 0, 400, "OAuthException", FALSE, "This message has been deleted" },
  { 36103, 0, 400, "IGApiException", FALSE, "The account is not eligible yet" },
};

static guint
find_kind (int code, int subcode)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].code == code && (kinds[i].subcode == 0 || kinds[i].subcode == subcode))
      return i;
  }
  return 0;
}

/**
 * sandbox_call_fail:
 * @subcode: 0 for none
 * @text: (nullable): %NULL for what is usual with the code
 *
 * Makes the answer that error's envelope.
 */
void
sandbox_call_fail (SandboxCall *call, int code, int subcode, const char *text)
{
  JsonObject *error = json_object_new ();
  guint kind = find_kind (code, subcode);
  gboolean is_known = kinds[kind].code == code;
  g_autofree char *trace =
    g_strdup_printf ("Asandbox%06u", call->state != NULL ? call->state->requests->len : 0);

  if (text == NULL)
    text = is_known ? kinds[kind].text : "The request failed";
  json_object_set_string_member (error, "message", text);
  json_object_set_string_member (error, "type", is_known ? kinds[kind].type : "IGApiException");
  json_object_set_int_member (error, "code", code);
  if (subcode != 0)
    json_object_set_int_member (error, "error_subcode", subcode);
  if (is_known && kinds[kind].is_transient)
    json_object_set_boolean_member (error, "is_transient", TRUE);
  if (subcode == 2534041) {
    json_object_set_string_member (error, "error_user_title", "Messages are not shared");
    json_object_set_string_member (error, "error_user_msg",
                                   "Allow access to messages in Instagram's settings.");
  }
  json_object_set_string_member (error, "fbtrace_id", trace);

  call->status = is_known ? kinds[kind].status : 400;
  g_clear_pointer (&call->answer, json_object_unref);
  call->answer = json_object_new ();
  json_object_set_object_member (call->answer, "error", error);
}
