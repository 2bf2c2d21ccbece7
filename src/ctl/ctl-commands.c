#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl-commands.h"

const CtlCommand ctl_commands[] = {
  { "sandbox", NULL, CTL_NEEDS_NOTHING, NULL, NULL, "sandbox [OPTIONS]",
    "a local Instagram; sandbox --help tells more" },
  { "shell", NULL, CTL_NEEDS_NOTHING, NULL, NULL, "shell",
    "syncs and sends while it reads commands, one a line; help lists them, quit ends it" },
  { "connect", ctl_connect, CTL_NEEDS_OWNING, NULL, NULL, "connect --token-stdin [--api URL]",
    "keeps the token that comes on standard input, and reads the account" },
  { "sync", ctl_sync, CTL_NEEDS_OWNING, NULL, NULL, "sync [--watch]",
    "reads what is new: one pass, or until stopped" },
  { "leads", ctl_leads, CTL_NEEDS_READING,
    "handle,name,stage,owner,source,owes_reply,last_message_at", NULL,
    "leads [--stage S] [--owner O] [--source K] [--label L] [--query Q]", "lists leads" },
  { "lead", ctl_lead, CTL_NEEDS_READING, NULL, ctl_print_lead, "lead HANDLE",
    "everything about one lead" },
  { "brief", ctl_brief, CTL_NEEDS_READING, NULL, ctl_print_brief, CTL_BRIEF_USAGE,
    "what to know of a lead before a call, on one page; --private hides surname and handle" },
  { "move", ctl_move, CTL_NEEDS_OWNING, NULL, ctl_print_lead,
    "move HANDLE STAGE [--why W] [--anyway] [--next-step TEXT] [--due WHEN] [--goal TEXT] "
    "[--problem TEXT] [--bottleneck TEXT] [--fit TEXT] [--objection TEXT] [--offer TEXT] "
    "[--budget TEXT] [--timeline TEXT]",
    "moves a lead to another stage, with what that stage asks for; --anyway without it, and then "
    "--why is kept" },
  { "own", ctl_own, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "own HANDLE coach|ai|setter:NAME|none",
    "says who is responsible for a lead" },
  { "label", ctl_label, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "label HANDLE [+NAME|-NAME]...",
    "puts labels on a lead (+) and takes them off (-), as one change" },
  { "snooze", ctl_snooze, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "snooze HANDLE WHEN|reply|off",
    "puts a lead off until a time (\"fri 4pm\", \"in 2 weeks\"), or until they reply" },
  { "not-a-lead", ctl_not_a_lead, CTL_NEEDS_OWNING, NULL, ctl_print_lead,
    "not-a-lead HANDLE spam|friend|vendor|no", "takes somebody off all lists, or back onto them" },
  { "fact", ctl_fact, CTL_NEEDS_OWNING, NULL, ctl_print_lead,
    "fact HANDLE [FIELD VALUE] [--message ID]",
    "notes what is known of a lead (goal, problem, bottleneck, fit, against, objection, next-step, "
    "offer, budget, timeline, booking, free), with the message whose words it is; reads it all" },
  { "note", ctl_note, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "note HANDLE TEXT",
    "writes a note about a lead, which is never sent" },
  { "pin", ctl_pin, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "pin HANDLE",
    "keeps a lead on top of the inbox" },
  { "unpin", ctl_unpin, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "unpin HANDLE",
    "lets it go from there" },
  { "replies", ctl_replies, CTL_NEEDS_READING, "reply_id,name,source,text", NULL, "replies",
    "lists the saved replies" },
  { "reply", ctl_reply, CTL_NEEDS_OWNING, NULL, NULL,
    "reply add NAME TEXT [--source KIND] | reply remove NAME",
    "keeps an answer under a name, offered first to leads of a source; or keeps it no more" },
  { "merge", ctl_merge, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "merge HANDLE OTHER",
    "two handles of one person: all of the other comes under the first, and both conversations go "
    "on" },
  { "forget", ctl_forget, CTL_NEEDS_OWNING, NULL, NULL, "forget HANDLE --yes",
    "deletes all that is known of a person; there is no way back, and backups of before still hold "
    "them" },
  { "today", ctl_today, CTL_NEEDS_READING, "group,handle,why,at,stage,led_by,touch", NULL,
    "today [--owner coach|ai|setter:NAME|setter] [--limit N]",
    "what cannot wait, first things first" },
  { "follow-up", ctl_follow_up, CTL_NEEDS_OWNING, "state,due,why,led_by,touch,closed_by,closed_why",
    ctl_print_lead,
    "follow-up HANDLE [WHEN --why W [--led-by coach|setter:NAME|ai] [--keep] | done | skip]",
    "plans to write to a lead again, or lists what was planned" },
  { "handoff", ctl_handoff, CTL_NEEDS_OWNING, "state,owner,due,next_action,note", ctl_print_lead,
    "handoff HANDLE [OWNER --within TIME --next TEXT [--note TEXT]]",
    "gives a lead to somebody, by when and for what; or lists the handoffs of one" },
  { "bookings", ctl_bookings, CTL_NEEDS_READING, "booking_id,start,title,handle,state,outcome",
    NULL, "bookings [HANDLE] [--past] [--asked]",
    "calls to come, or past, or those of which you are asked whose they are" },
  { "book", ctl_book, CTL_NEEDS_OWNING, NULL, ctl_print_lead,
    "book HANDLE WHEN [--minutes N] [--title T] [--place P]", "puts in a call by hand" },
  { "booking", ctl_booking, CTL_NEEDS_OWNING, NULL, ctl_print_booking,
    "booking ID [held|no-show|cancelled|booked | lead HANDLE | nobody | at WHEN [--minutes N]]",
    "says what became of a booking, whose it is, or when; a no-show is followed up today" },
  { "call", ctl_call, CTL_NEEDS_OWNING, NULL, ctl_print_booking,
    "call ID won|lost|follow-up|not-a-fit|no-show|open [--why W] [--amount 1200.00 --currency EUR] "
    "[--notes N] [--grade useful|partly|useless] [--weak-fit] [--client] [--again WHEN --for W]",
    "what came of a call, why, and what is next; --client makes them one" },
  { "calendars", ctl_calendars, CTL_NEEDS_OWNING, "calendar_id,kind,name,host,polled_at,error",
    NULL,
    "calendars [add feed --url-stdin | add calendly|cal.com --token-stdin [--api URL] | remove ID "
    "| poll]",
    "where bookings come from; addresses and tokens are kept in the keyring" },
  { "hours", ctl_hours, CTL_NEEDS_OWNING, NULL, NULL, "hours [WEEK|always] [--zone ZONE]",
    "when you work, by which response windows are counted" },
  { "source", ctl_source, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "source HANDLE [KIND [DETAIL]]",
    "reads or adds where a lead came from" },
  { "stages", ctl_stages, CTL_NEEDS_OWNING,
    "key,name,role,leads,limit,stale_days,requirements,hidden", NULL,
    "stages | stages rename KEY NAME | stages limit KEY N | stages age KEY DAYS | stages "
    "requirements KEY [WORD…] | stages place KEY POSITION | stages by-due KEY | stages add AFTER "
    "NAME | stages merge KEY INTO | stages hide|show KEY",
    "lists the stages of the board, or changes one of them" },
  { "undo", ctl_undo, CTL_NEEDS_OWNING, NULL, NULL, "undo", "takes back the last change" },
  { "redo", ctl_redo, CTL_NEEDS_OWNING, NULL, NULL, "redo", "does it again" },
  { "send", ctl_send, CTL_NEEDS_OWNING, NULL, ctl_print_sent,
    "send HANDLE TEXT [--as coach|setter:NAME|ai] [--at WHEN] | send HANDLE --file PATH [--as "
    "coach|setter:NAME] [--at WHEN]",
    "answers a lead, where the rules let it" },
  { "outbox", ctl_outbox, CTL_NEEDS_OWNING, "outbox_id,handle,state,attempts,error,text,file", NULL,
    "outbox [--open] | outbox retry|cancel|now ID | outbox settle ID sent|again|drop | outbox "
    "resume",
    "lists what was written, or decides about one of it" },
  { "search", ctl_search, CTL_NEEDS_READING, "at,handle,author,snippet", NULL, "search QUERY",
    "finds messages by their words" },
  { "account", ctl_account, CTL_NEEDS_OWNING, NULL, NULL, "account [--human-agent on|off]",
    "the account, and what its app may do" },
  { "pause", ctl_pause_automation, CTL_NEEDS_OWNING, NULL, NULL, "pause", "holds all automation" },
  { "resume", ctl_resume_automation, CTL_NEEDS_OWNING, NULL, NULL, "resume", "lets it go on" },
  { "backup", ctl_backup, CTL_NEEDS_OWNING, NULL, NULL, "backup FILE",
    "makes a verified copy of the database; overwrites nothing" },
  { "restore", ctl_restore, CTL_NEEDS_NOTHING, NULL, NULL, "restore FILE",
    "puts a backup in place; the present database is kept" },
  { "doctor", ctl_doctor, CTL_NEEDS_NOTHING, NULL, ctl_print_doctor, "doctor",
    "looks the data folder over" },
  { "drafts", ctl_drafts, CTL_NEEDS_OWNING, NULL, ctl_print_drafts,
    "drafts [--all] | drafts show ID | drafts approve ID... [--anyway] | drafts edit ID TEXT | "
    "drafts "
    "reject ID REASON [WORDS] | drafts hold ID [MINUTES] | drafts take ID | drafts make [HANDLE]",
    "what the machine proposes, and what you decide about it; several IDs approve those that are "
    "all "
    "green" },
  { "playbook", ctl_playbook, CTL_NEEDS_OWNING, NULL, ctl_print_playbook,
    "playbook [export FILE [--version N] | import FILE|--starter NAME [--note W] [--replace] | "
    "check "
    "FILE | versions | diff FILE [OTHER] | starters]",
    "what is sold, said and allowed, as one JSON document: out, in, looked over, compared" },
  { "import", ctl_import, CTL_NEEDS_OWNING, NULL, ctl_print_import,
    "import calendar FILE.ics|URL|--url-stdin [--from DAY] [--to DAY] [--dry-run]",
    "takes bookings out of an iCalendar file or feed, once; --dry-run tells what would come of it, "
    "and changes nothing" },
  { "guard", ctl_guard, CTL_NEEDS_NOTHING, NULL, ctl_print_guard,
    "guard --profiles FILE --cases FILE", "what the guard says of drafts, one verdict a line" },
  { "memory", ctl_memory, CTL_NEEDS_NOTHING, NULL, ctl_print_memory,
    "memory --cases FILE [--criteria FILE]",
    "what the embedded extractor reads out of conversations, one JSON object a line; the criteria "
    "are those in criteria.json beside them unless others are named" },
  { "assist", ctl_assist, CTL_NEEDS_NOTHING, NULL, ctl_print_assist,
    "assist models|test|forget-key --provider openai|anthropic|ollama|echo [--api URL] [--model M] "
    "[--key-stdin [--keep]] [--local-only] | assist use openai|anthropic|ollama|echo [--model M] "
    "[--api URL] [--local-only] [--always] [--redact names,phones,emails|nothing] [--cap "
    "AMOUNT|none] [--prices IN,OUT] [--currency C] [--key-stdin] | assist off|settings|ledger | "
    "assist prompt HANDLE",
    "asks an AI provider for its models, or tries one out; the key is taken from standard input, "
    "or "
    "from the keyring where --keep put it. use says which one drafts where the playbook has no "
    "words (--always: everywhere), off that none does; ledger lists all that ever left; prompt "
    "prints what would be sent for a lead, and sends nothing" },
  { "never-ai", ctl_never_ai, CTL_NEEDS_OWNING, NULL, ctl_print_lead, "never-ai HANDLE on|off",
    "says that nothing of a lead is ever sent to an AI provider, or that it may be again" },
  { "bench", ctl_bench, CTL_NEEDS_NOTHING, NULL, NULL,
    "bench ingest|fill|search|brief|json [OPTIONS]", "measures without a display" },
  { NULL },
};
