#!/usr/bin/env python3
"""test_import.py PROGRAM: calendars from a shell: what would come of a file or a feed, and whose the bookings would be."""

import http.server
import os
import sqlite3
import sys
import threading

from harness import Ctl, Sandbox, expect, run_tests
from test_words import says

MIXED = os.path.join(os.path.dirname(__file__), "..", "fixtures", "calendar", "mixed.ics")
COUNTS = {"events": 3, "occurrences": 3, "matched": 0, "unmatched": 3, "cancelled": 1, "unreadable": 1}


def counts_of(answer):
    return {name: answer[name] for name in COUNTS}


def event(uid, *lines):
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTART:20261201T100000Z", *lines, "END:VEVENT"]


def write(ctl, *events, name="calls.ics"):
    os.makedirs(ctl.home, exist_ok=True)
    path = os.path.join(ctl.home, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\r\n".join(["BEGIN:VCALENDAR", *[line for lines in events for line in lines], "END:VCALENDAR", ""]))
    return path


def refuses(ctl, code, word, *words):
    says(ctl.run(*words), code, word)


class Feed:
    """A calendar on loopback."""

    def __init__(self, status, body):
        feed = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                feed.paths.append(self.path)
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.paths = []
        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/private-secret/basic.ics"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def a_file_is_counted_without_a_folder(program):
    ctl = Ctl(program)
    done = ctl.run("import", "calendar", MIXED, "--dry-run")
    expect(done.returncode == 0, done.stderr)
    answer = ctl.one("import", "calendar", MIXED, "--dry-run")
    expect(counts_of(answer) == COUNTS, answer)
    expect([item["start"] for item in answer["items"]] ==
           ["2026-12-01T10:00:00Z", "2026-12-02T14:00:00Z", "2026-12-03T10:00:00Z", "2026-12-16T14:00:00Z"], answer)
    expect("line 32: DTSTART is no time that can be read" in done.stderr, done.stderr)
    expect("line 30: an event has no time" in done.stderr, done.stderr)
    expect(not os.path.exists(ctl.data), "it has no use for a folder")
    text = ctl.read("import", "calendar", MIXED, "--dry-run")
    expect("2026-12-03 10:00  Off  (called off)" in text and "Nothing was changed." in text, text)
    ctl.remove()


def a_range_narrows(program):
    ctl = Ctl(program)
    answer = ctl.one("import", "calendar", MIXED, "--dry-run", "--from", "2026-12-02", "--to", "2026-12-03")
    expect(counts_of(answer) == {**COUNTS, "occurrences": 1, "unmatched": 1}, answer)
    answer = ctl.one("import", "calendar", MIXED, "--dry-run", "--to", "2026-12-01")
    expect(answer["occurrences"] == 1 and answer["cancelled"] == 0, answer)
    # A range may lie where an endless repetition is long since, or far ahead.
    path = write(ctl, event("1", "RRULE:FREQ=WEEKLY"))
    answer = ctl.one("import", "calendar", path, "--dry-run", "--from", "2030-01-01", "--to", "2030-01-31")
    expect(answer["occurrences"] == 5, answer)
    ctl.remove()


def bookings_find_their_leads(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "10")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "hi")
    sandbox.write_as("olga.i", "hello")
    ctl.one("sync")
    # Only the window asks for profiles.
    with sqlite3.connect(os.path.join(ctl.data, "anteroom.db")) as database:
        database.execute("UPDATE lead SET name = 'Olga Ivanova 🎯' WHERE handle = 'olga.i'")
    database.close()
    path = write(ctl,
                 event("1", "SUMMARY:Call", "DESCRIPTION:Instagram: @zoe.kaya"),
                 event("2", "SUMMARY:Call", "ATTENDEE;CN=\"olga IVANOVA\":mailto:someone@example.org"),
                 event("3", "SUMMARY:Dentist"),
                 event("4", "SUMMARY:@zoe.kaya and @olga.i"),
                 event("5", "SUMMARY:@olga.i", "STATUS:CANCELLED"))
    before = ctl.rows("SELECT count(*) FROM event")[0][0]
    answer = ctl.one("import", "calendar", path, "--dry-run")
    expect(counts_of(answer) == {"events": 5, "occurrences": 4, "matched": 1, "unmatched": 3, "cancelled": 1,
                                 "unreadable": 0}, answer)
    expect(answer["doubtful"] == 2, answer)
    items = {item["uid"]: (item["handle"], item["by"], item["sure"]) for item in answer["items"]}
    expect(items == {"1": ("zoe.kaya", "handle", True), "2": ("olga.i", "name", False), "3": (None, None, False),
                     "4": (None, "handle", False), "5": ("olga.i", "handle", True)}, items)
    expect(ctl.rows("SELECT count(*) FROM event")[0][0] == before, "a dry run changes nothing")
    text = ctl.read("import", "calendar", path, "--dry-run")
    expect("@zoe.kaya, by handle\n" in text and "@olga.i, by name?" in text and "of several, by handle?" in text, text)
    shell = ctl.shell()
    expect(counts_of(shell.ask(f"import calendar {path} --dry-run"))["matched"] == 1, "in the shell, too")
    shell.end()
    sandbox.stop()
    ctl.remove()


def a_feed_is_fetched(program):
    ctl = Ctl(program)
    with open(MIXED, "rb") as file:
        feed = Feed(200, file.read())
    expect(counts_of(ctl.one("import", "calendar", feed.url, "--dry-run")) == COUNTS, "by its address")
    # Where no other program sees the address.
    answer = ctl.one("import", "calendar", "--url-stdin", "--dry-run", text=feed.url + "\n")
    expect(counts_of(answer) == COUNTS and feed.paths == ["/private-secret/basic.ics"] * 2, feed.paths)
    feed.close()
    ctl.remove()


def what_is_wrong_is_told(program):
    ctl = Ctl(program)
    page = Feed(200, b"<!doctype html><title>Sign in</title>")
    gone = Feed(404, b"")
    cut = os.path.join(ctl.home, "cut.ics")
    with open(MIXED, "rb") as file, open(cut, "wb") as out:
        out.write(file.read()[:300])
    busy = write(ctl, event("1", "SUMMARY:Busy"), name="busy.ics")
    empty = write(ctl, name="empty.ics")
    no_calendar = os.path.join(ctl.home, "x.txt")
    with open(no_calendar, "w", encoding="utf-8") as file:
        file.write("hello")

    refuses(ctl, 2, "say --dry-run", "import", "calendar", MIXED)
    refuses(ctl, 2, "csv cannot be imported", "import", "csv", MIXED, "--dry-run")
    refuses(ctl, 2, "usage: import calendar", "import", "calendar", "--dry-run")
    refuses(ctl, 2, "\"soon\" is no day", "import", "calendar", MIXED, "--dry-run", "--from", "soon")
    refuses(ctl, 2, "\"2026-02-30\" is no day", "import", "calendar", MIXED, "--dry-run", "--to", "2026-02-30")
    refuses(ctl, 2, "--to is before --from", "import", "calendar", MIXED, "--dry-run", "--from", "2026-12-02", "--to",
         "2026-12-01")
    refuses(ctl, 2, "no address of a calendar", "import", "calendar", "http://example.com/a.ics", "--dry-run")
    refuses(ctl, 3, "cannot be read: ", "import", "calendar", os.path.join(ctl.home, "none.ics"), "--dry-run")
    refuses(ctl, 3, "is no calendar: it has no BEGIN:VCALENDAR", "import", "calendar", no_calendar, "--dry-run")
    refuses(ctl, 3, "What came is no calendar", "import", "calendar", page.url, "--dry-run")
    refuses(ctl, 3, "no calendar at this address any more", "import", "calendar", gone.url, "--dry-run")
    for feed in (page, gone):
        done = ctl.run("import", "calendar", feed.url, "--dry-run")
        expect("private-secret" not in done.stderr + done.stdout, "the address is a secret")
        feed.close()
    done = ctl.run("import", "calendar", cut, "--dry-run")
    expect(done.returncode == 0 and "its end is missing" in done.stderr, done.stderr)
    done = ctl.run("import", "calendar", busy, "--dry-run")
    expect(done.returncode == 0 and "publish it with all details" in done.stderr, done.stderr)
    expect(ctl.one("import", "calendar", empty, "--dry-run")["events"] == 0, "a calendar without events is one")
    ctl.remove()


TESTS = ["a_file_is_counted_without_a_folder", "a_range_narrows", "bookings_find_their_leads", "a_feed_is_fetched",
         "what_is_wrong_is_told"]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
