#!/usr/bin/env python3
"""test_bookings.py PROGRAM: booked calls from a shell: out of calendars, by hand, and what comes of them."""

import datetime
import http.server
import os
import sqlite3
import subprocess
import sys
import threading

from harness import Ctl, Sandbox, expect, run_tests
from test_words import says

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
NOW = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)


def stamp(time):
    return time.strftime("%Y%m%dT%H%M%SZ")


def iso(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def event(uid, start, *lines, length=HOUR):
    return ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:{stamp(start)}", f"DTEND:{stamp(start + length)}", *lines,
            "END:VEVENT"]


def calendar(*events):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *[line for lines in events for line in lines],
                        "END:VCALENDAR", ""])


class Feed:
    """A calendar on loopback, which may change."""

    def __init__(self, body=""):
        feed = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = feed.body.encode()
                self.send_response(feed.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.body = body
        self.status = 200
        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/private-hush/basic.ics"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class World:
    """Two leads, whose names are known."""

    def __init__(self, program):
        self.sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "4")
        self.ctl = Ctl(program)
        self.ctl.connect(self.sandbox)
        self.sandbox.write_as("zoe.kaya", "hi")
        self.sandbox.write_as("olga.i", "hello")
        self.one("sync")
        with sqlite3.connect(os.path.join(self.ctl.data, "anteroom.db")) as database:
            database.execute("UPDATE lead SET name = 'Olga Ivanova' WHERE handle = 'olga.i'")
        database.close()

    def one(self, *words, text=None):
        return self.ctl.one(*words, text=text)

    def list(self, *words):
        return self.ctl.ask("bookings", *words)

    def lead(self, handle="zoe.kaya"):
        return self.one("lead", handle)

    def import_file(self, *events, name="calls.ics"):
        path = os.path.join(self.ctl.home, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(calendar(*events))
        return self.one("import", "calendar", path)["kept"]

    def fields(self, handle="zoe.kaya"):
        return [event["field"] for event in self.lead(handle)["events"] if not event.get("undone")]

    def end(self):
        self.sandbox.stop()
        self.ctl.remove()


def the_same_file_twice_changes_nothing(program):
    world = World(program)
    events = [event("1", NOW + DAY, "SUMMARY:Call", "DESCRIPTION:Instagram: @zoe.kaya"),
              event("2", NOW + 2 * DAY, "SUMMARY:Call", "ATTENDEE;CN=\"olga IVANOVA\":mailto:someone@example.org"),
              event("3", NOW + 3 * DAY, "SUMMARY:Dentist")]
    kept = world.import_file(*events)
    expect((kept["new"], kept["matched"], kept["asked"]) == (2, 1, 1), kept)
    lead = world.lead()
    expect(lead["booking"] == "booked" and lead["booking_at"] == iso(NOW + DAY), lead)
    expect(lead["stage"] == "booked", "who has a call ahead is in that stage")
    before = world.ctl.rows("SELECT max(id) FROM event")
    again = world.import_file(*events)
    expect(not any(again.values()), again)
    expect(world.ctl.rows("SELECT max(id) FROM event") == before, "no event")
    expect([row["title"] for row in world.list()] == ["Call", "Call"], world.list())
    # From another name, too.
    expect(not any(world.import_file(*events, name="calls-1.ics").values()), "the same events")
    expect(len(world.ctl.ask("calendars")) == 2, "files are told")
    world.end()


def doubt_is_asked_given_and_taken_back(program):
    world = World(program)
    world.import_file(event("1", NOW + DAY, "SUMMARY:Call",
                            "ATTENDEE;CN=\"olga IVANOVA\":mailto:someone@example.org"))
    asked = world.list("--asked")
    expect(len(asked) == 1 and asked[0]["candidates"] == ["olga.i"] and asked[0]["handle"] is None, asked)
    expect(world.lead("olga.i")["booking"] == "none", "nothing is guessed")
    number = str(asked[0]["booking_id"])
    given = world.one("booking", number, "lead", "olga.i")
    expect(given["handle"] == "olga.i" and given["by"] == "hand" and given["act"] > 0, given)
    expect(world.lead("olga.i")["booking"] == "booked" and world.list("--asked") == [], "given")
    world.one("booking", number, "lead", "zoe.kaya")
    expect((world.lead("olga.i")["booking"], world.lead()["booking"]) == ("none", "booked"), "from one to the other")
    world.one("undo")
    expect((world.lead("olga.i")["booking"], world.lead()["booking"]) == ("booked", "none"), "and back")
    world.one("undo")
    expect(len(world.list("--asked")) == 1, "asked again")
    world.one("booking", number, "nobody")
    expect(world.list("--asked") == [] and world.list() == [], "it is of no lead")
    world.one("undo")
    expect(len(world.list("--asked")) == 1, "asked once more")
    world.end()


def feed_world(program):
    os.environ["ANTEROOM_SECRETS"] = "file"
    world = World(program)
    feed = Feed(calendar(event("1", NOW + DAY, "SUMMARY:Call with @zoe.kaya"),
                         event("2", NOW + 5 * DAY, "SUMMARY:Call with @olga.i")))
    added = world.one("calendars", "add", "feed", "--url-stdin", text=feed.url + "\n")
    expect(added["kind"] == "feed" and added["next_at"] and added["error"] is None, added)
    return world, feed


def rescheduled_is_no_no_show_and_cancelled_neither(program):
    world, feed = feed_world(program)
    expect("private-hush" not in str(world.ctl.rows("SELECT * FROM calendar")), "the address is a secret")
    feed.body = calendar(event("1", NOW + 3 * DAY, "SUMMARY:Call with @zoe.kaya", "SEQUENCE:1"),
                         event("2", NOW + 5 * DAY, "SUMMARY:Call with @olga.i", "STATUS:CANCELLED"))
    polled = world.ctl.ask("calendars", "poll")
    expect((polled[0]["moved"], polled[0]["cancelled"], polled[0]["new"]) == (1, 1, 0), polled)
    rows = {row["handle"]: row for row in world.list()}
    expect(rows["zoe.kaya"]["moved"] == 1 and rows["zoe.kaya"]["moved_from"] == iso(NOW + DAY), rows)
    expect(rows["zoe.kaya"]["start"] == iso(NOW + 3 * DAY) and rows["zoe.kaya"]["state"] == "booked", rows)
    expect(rows["olga.i"]["state"] == "cancelled" and rows["olga.i"]["outcome"] is None, rows)
    expect(world.lead("olga.i")["booking"] == "cancelled" and world.lead("olga.i")["next_action"] is None, "no recovery")
    expect("booking-time" in world.fields(), "the history tells")
    expect(not any(world.ctl.ask("calendars", "poll")[0][word] for word in ("new", "moved", "cancelled")), "once")
    # What a person says stands against the calendar.
    number = str(rows["olga.i"]["booking_id"])
    world.one("booking", number, "booked")
    world.ctl.ask("calendars", "poll")
    expect(world.one("booking", number)["state"] == "booked", "a person's word")
    says(world.ctl.run("booking", number, "at", iso(NOW + 6 * DAY)), 2, "move it there")
    feed.close()
    world.end()


def what_vanishes_is_cancelled_the_second_time(program):
    world, feed = feed_world(program)
    feed.body = calendar(event("2", NOW + 5 * DAY, "SUMMARY:Call with @olga.i"))
    world.ctl.ask("calendars", "poll")
    expect(world.lead()["booking"] == "booked", "once may be an accident")
    world.ctl.ask("calendars", "poll")
    expect(world.lead()["booking"] == "cancelled", "twice is none")
    feed.body = calendar(event("2", NOW + 5 * DAY, "SUMMARY:Call with @olga.i"),
                         event("1", NOW + DAY, "SUMMARY:Call with @zoe.kaya"))
    world.ctl.ask("calendars", "poll")
    expect(world.lead()["booking"] == "booked", "it is back")
    feed.body = "<!doctype html><title>Sign in</title>"
    polled = world.ctl.ask("calendars", "poll")
    expect(polled[0]["error"] == "What came is no calendar" and polled[0]["failures"] == 1, polled)
    expect(world.lead()["booking"] == "booked", "nothing is cancelled for that")
    number = str(polled[0]["calendar_id"])
    expect(world.ctl.ask("calendars", "remove", number) == [], "removed")
    expect(os.listdir(os.path.join(world.ctl.data, "secrets")) is not None and len(world.list()) == 2, "bookings stay")
    says(world.ctl.run("calendars", "add", "feed", "--url-stdin", text=feed.url + "\n"), 3, "What came is no calendar")
    expect(world.ctl.ask("calendars") == [], "what does not answer is not added")
    feed.close()
    world.end()


def emptied_calendars_are_asked_about(program):
    world, feed = feed_world(program)
    feed.body = calendar(*[event(str(n), NOW + n * DAY, "SUMMARY:Call with @zoe.kaya") for n in range(1, 7)])
    world.ctl.ask("calendars", "poll")
    feed.body = calendar()
    world.ctl.ask("calendars", "poll")
    polled = world.ctl.ask("calendars", "poll")
    expect("Nothing was cancelled" in polled[0]["error"], polled)
    expect({row["state"] for row in world.list()} == {"booked"}, world.list())
    feed.close()
    world.end()


def a_no_show_is_written_to_today(program):
    world = World(program)
    lead = world.one("book", "zoe.kaya", iso(NOW - 3 * HOUR), "--minutes", "30", "--title", "Discovery", "--place", "Zoom")
    expect(lead["booking"] == "booked" and lead["stage"] != "booked", "a call that is over moves nobody")
    row = world.list("--past")[0]
    expect((row["title"], row["place"], row["end"]) == ("Discovery", "Zoom", iso(NOW - 2.5 * HOUR)), row)
    number = str(row["booking_id"])
    said = world.one("call", number, "no-show", "--notes", "Called twice")
    expect((said["state"], said["outcome"], said["notes"]) == ("no-show", "no-show", "Called twice"), said)
    lead = world.lead()
    expect(lead["booking"] == "no-show" and lead["next_action"] == "no-show", lead)
    plan = world.ctl.ask("follow-up", "zoe.kaya")
    expect(plan[0]["state"] == "open" and plan[0]["led_by"] == "coach", plan)
    world.one("undo")
    lead = world.lead()
    expect(lead["booking"] == "booked" and lead["next_action"] is None, "one undo takes all of it back")
    expect(world.one("booking", number)["outcome"] is None, "and what was said")
    world.one("redo")
    expect(world.lead()["next_action"] == "no-show", "again")
    world.end()


def what_came_of_a_call_has_a_reason(program):
    world = World(program)
    world.one("book", "zoe.kaya", iso(NOW - 3 * HOUR))
    number = str(world.list("--past")[0]["booking_id"])
    says(world.ctl.run("call", number, "won"), 2, "say why")
    says(world.ctl.run("call", number, "won", "--why", "x", "--amount", "12.345", "--currency", "EUR"), 2, "no amount")
    says(world.ctl.run("call", number, "won", "--why", "x", "--amount", "12"), 2, "needs a currency")
    says(world.ctl.run("call", number, "maybe"), 2, "comes of no call")
    expect(world.lead()["booking"] == "booked", "nothing was done")
    said = world.one("call", number, "lost", "--why", "Too dear", "--again", "in 3 weeks", "--for", "Her bonus comes")
    expect(said["state"] == "held" and said["why"] == "Too dear", said)
    expect(world.lead()["next_action"] == "Her bonus comes" and world.lead()["stage"] != "client", world.lead())
    said = world.one("call", number, "won", "--why", "She decided", "--amount", "1200.5", "--currency", "eur", "--grade",
                     "partly", "--weak-fit", "--client")
    expect((said["amount"], said["currency"], said["grade"], said["weak_fit"]) == ("1200.50", "EUR", "partly", True),
           said)
    expect(world.lead()["stage"] == "client", world.lead())
    world.one("undo")
    expect(world.lead()["stage"] != "client" and world.one("booking", number)["outcome"] == "lost", "as before")
    says(world.ctl.run("booking", "99"), 1, "no booking 99")
    world.end()


def who_was_forgotten_does_not_come_back(program):
    world, feed = feed_world(program)
    world.one("forget", "zoe.kaya", "--yes")
    feed.body = calendar(event("1", NOW + 2 * DAY, "SUMMARY:Long call with @zoe.kaya", "SEQUENCE:1"),
                         event("2", NOW + 5 * DAY, "SUMMARY:Call with @olga.i"))
    polled = world.ctl.ask("calendars", "poll")
    expect((polled[0]["new"], polled[0]["asked"]) == (0, 0), polled)
    expect([row["handle"] for row in world.list()] == ["olga.i"], world.list())
    with open(os.path.join(world.ctl.data, "anteroom.db"), "rb") as file:
        expect(b"Long call with" not in file.read(), "nor do the calendar's words")
    row = tuple(world.ctl.rows("SELECT title, candidates, kept FROM booking WHERE uid = '1'")[0])
    expect(row == ("", "-", 0), f"no more than its name is kept: {row}")
    feed.close()
    world.end()


def todays_calls_go_onto_paper(program):
    world = World(program)
    file = os.path.join(world.ctl.home, "today.pdf")
    expect("no call" in world.ctl.run("brief", "--today", "--pdf", file).stderr and not os.path.exists(file), "written")
    noon = datetime.datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    for who, hour in (("olga.i", 1), ("zoe.kaya", 0)):
        world.one("book", who, iso((noon + hour * HOUR).astimezone(datetime.timezone.utc)))
    said = world.one("brief", "--today", "--pdf", file)
    expect(said["briefs"] == 2, said)
    told = subprocess.run(["pdfinfo", file], text=True, capture_output=True, check=True).stdout
    expect("Pages:           2" in told, told)
    world.end()


TESTS = ["the_same_file_twice_changes_nothing", "doubt_is_asked_given_and_taken_back",
         "rescheduled_is_no_no_show_and_cancelled_neither", "what_vanishes_is_cancelled_the_second_time",
         "emptied_calendars_are_asked_about", "a_no_show_is_written_to_today", "what_came_of_a_call_has_a_reason",
         "who_was_forgotten_does_not_come_back", "todays_calls_go_onto_paper"]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
