#!/usr/bin/env python3
"""test_marks.py PROGRAM: labels, snoozes and who is no lead, from a shell."""

import datetime
import hashlib
import os
import sys

from harness import Ctl, Sandbox, expect, run_tests


def start(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "3", "--messages", "20")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "What does coaching cost?")
    ctl.one("sync")
    return sandbox, ctl


def finish(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def labels_are_one_change(program):
    sandbox, ctl = start(program)
    expect(ctl.one("label", "zoe.kaya", "+hot", "+Very Important")["labels"] == ["hot", "Very Important"], "labels")
    expect(ctl.one("label", "zoe.kaya", "-HOT", "+new")["labels"] == ["new", "Very Important"], "labels")
    expect(ctl.one("label", "zoe.kaya")["labels"] == ["new", "Very Important"], "reading changed something")
    expect([lead["handle"] for lead in ctl.ask("leads", "--label", "NEW")] == ["zoe.kaya"], "the list by label")
    expect(not ctl.ask("leads", "--label", "hot"), "the list by a label that nobody has")
    ctl.one("undo")
    expect(ctl.one("lead", "zoe.kaya")["labels"] == ["hot", "Very Important"], "undo")
    ctl.one("redo")
    expect(ctl.one("lead", "zoe.kaya")["labels"] == ["new", "Very Important"], "redo")
    expect("labels" in ctl.read("lead", "zoe.kaya"), "people are not told")
    finish(sandbox, ctl)


def labels_that_do_not_fit_are_refused_in_words(program):
    sandbox, ctl = start(program)
    for word in ("hot", "+", "+" + "x" * 31):
        refused = ctl.run("label", "zoe.kaya", word)
        expect(refused.returncode == 2 and "1 to 30 characters" in refused.stderr, refused.stderr)
    ctl.one("label", "zoe.kaya", *(f"+{n}" for n in range(10)))
    refused = ctl.run("label", "zoe.kaya", "+one more")
    expect(refused.returncode == 1 and "at most 10 labels" in refused.stderr, refused.stderr)
    expect(len(ctl.one("label", "zoe.kaya", "-3", "+one more")["labels"]) == 10, "no room was made")
    finish(sandbox, ctl)


def snoozed_until_a_time_or_a_reply(program):
    sandbox, ctl = start(program)
    until = ctl.one("snooze", "zoe.kaya", "in", "2", "weeks")["snoozed_until"]
    days = datetime.datetime.fromisoformat(until.replace("Z", "+00:00")) - datetime.datetime.now(datetime.timezone.utc)
    expect(12 <= days.days <= 14, until)
    expect(ctl.one("snooze", "zoe.kaya", "reply")["snoozed_until"] == "reply", "until they reply")
    sandbox.write_as("zoe.kaya", "Hello?")
    ctl.one("sync")
    lead = ctl.one("lead", "zoe.kaya")
    expect(lead["snoozed_until"] is None, lead["snoozed_until"])
    expect(lead["events"][0]["field"] == "snoozed-until" and lead["events"][0]["actor"] == "system", lead["events"][0])
    refused = ctl.run("snooze", "zoe.kaya", "whenever")
    expect(refused.returncode == 2 and "whenever is no time to come" in refused.stderr, refused.stderr)
    ctl.one("snooze", "zoe.kaya", "tomorrow")
    expect(ctl.one("snooze", "zoe.kaya", "off")["snoozed_until"] is None, "off")
    finish(sandbox, ctl)


def who_is_no_lead_is_in_no_list(program):
    sandbox, ctl = start(program)
    expect(ctl.one("not-a-lead", "zoe.kaya", "vendor")["not_a_lead"] == "vendor", "the kind")
    expect("zoe.kaya" not in [lead["handle"] for lead in ctl.ask("leads")], "still listed")
    ctl.one("not-a-lead", "zoe.kaya", "no")
    expect("zoe.kaya" in [lead["handle"] for lead in ctl.ask("leads")], "not back")
    refused = ctl.run("not-a-lead", "zoe.kaya", "nobody")
    expect(refused.returncode == 2 and "spam, friend, vendor or no" in refused.stderr, refused.stderr)
    finish(sandbox, ctl)


def who_is_forgotten_stays_so(program):
    sandbox, ctl = start(program)
    asked = ctl.run("forget", "zoe.kaya")
    expect(asked.returncode == 1 and "nothing was deleted" in asked.stderr and "forget zoe.kaya --yes" in asked.stderr,
           asked.stderr)
    expect(ctl.one("lead", "zoe.kaya")["handle"] == "zoe.kaya", "gone without a yes")
    face = os.path.join(ctl.data, "media", hashlib.sha256(b"a picture of theirs\n0\n0").hexdigest() + ".png")
    os.makedirs(os.path.dirname(face), mode=0o700, exist_ok=True)
    with open(face, "wb") as picture:
        picture.write(b"their face")
    told = ctl.one("forget", "zoe.kaya", "--yes")
    expect(not os.path.exists(face), "their picture is still there")
    expect(told["forgotten"] is True and told["traces"] is False, told)
    ctl.one("sync")
    expect(ctl.run("lead", "zoe.kaya").returncode == 1, "a sync brought them back")
    expect(ctl.run("undo").returncode == 1, "there was something to take back")
    sandbox.write_as("zoe.kaya", "It is me again")
    ctl.one("sync")
    expect([m["text"] for m in ctl.one("lead", "zoe.kaya")["messages"]] == ["It is me again"], "what was new")
    finish(sandbox, ctl)


def two_handles_are_one_person(program):
    sandbox, ctl = start(program)
    sandbox.write_as("zoe.runs", "This is my other account")
    ctl.one("sync")
    told = ctl.one("merge", "zoe.kaya", "zoe.runs")
    expect(told["handle"] == "zoe.kaya" and told["also"] == ["zoe.runs"], told)
    expect(ctl.one("lead", "zoe.runs")["handle"] == "zoe.kaya", "by the other handle")
    expect("zoe.runs" not in [lead["handle"] for lead in ctl.ask("leads")], "still listed")
    sent = ctl.one("send", "zoe.kaya", "To the one you wrote from")
    expect([item["handle"] for item in ctl.ask("outbox") if item["outbox_id"] == sent["outbox_id"]] == ["zoe.runs"], sent)
    again = ctl.run("merge", "zoe.runs", "zoe.kaya")
    expect(again.returncode == 1 and "one person already" in again.stderr, again.stderr)
    ctl.one("undo")
    expect(ctl.one("lead", "zoe.runs")["handle"] == "zoe.runs", "undo")
    finish(sandbox, ctl)


def what_is_known_is_noted_with_its_words(program):
    sandbox, ctl = start(program)
    said = [m for m in ctl.one("lead", "zoe.kaya")["messages"] if m["text"] == "What does coaching cost?"][0]
    expect(ctl.one("fact", "zoe.kaya", "budget", "about 200 a month")["act"] > 0, "no act")
    ctl.one("fact", "zoe.kaya", "problem", "coaching cost", "--message", said["id"])
    facts = {fact["kind"]: fact for fact in ctl.one("fact", "zoe.kaya")["facts"] if fact["origin"] == "person"}
    expect(facts["budget"]["text"] == "about 200 a month" and facts["budget"]["message_id"] is None, facts)
    expect(facts["problem"]["message_id"] == said["id"] and facts["problem"]["state"] == "confirmed", facts)
    for words, code, told in ((("problem", "never said", "--message", said["id"]), 2, "do not stand in that message"),
                              (("problem", "cost", "--message", "nobody"), 1, "no message with words"),
                              (("shoe-size", "41"), 2, "shoe-size is no field"), (("budget",), 2, "usage: fact")):
        refused = ctl.run("fact", "zoe.kaya", *words)
        expect(refused.returncode == code and told in refused.stderr, refused.stderr)
    ctl.one("undo")
    expect("problem" not in [fact["kind"] for fact in ctl.one("fact", "zoe.kaya")["facts"] if fact["state"] == "confirmed"], "undo")
    finish(sandbox, ctl)


def notes_and_pins_from_the_shell(program):
    sandbox, ctl = start(program)
    shell = ctl.shell()
    expect(shell.ask('note zoe.kaya "Met her at the fair"')["act"] > 0, "no act")
    expect(shell.ask("pin zoe.kaya")["pinned"] is True, "not pinned")
    expect(shell.ask("replies")["items"] == [], "there are replies")
    kept = shell.ask('reply add Booking "Hi {first_name}, book here: {booking_link}" --source referral')
    expect(kept["name"] == "Booking" and kept["source"] == "referral" and kept["act"] > 0, kept)
    shell.ask("quit")
    expect(shell.process.wait(20) == 0, "the shell did not end")
    shell.kill()
    lead = ctl.one("lead", "zoe.kaya")
    expect([note["text"] for note in lead["notes"]] == ["Met her at the fair"], lead["notes"])
    expect(lead["pinned"] is True and ctl.one("unpin", "zoe.kaya")["pinned"] is False, "the pin")
    finish(sandbox, ctl)


def replies_are_kept_and_removed(program):
    sandbox, ctl = start(program)
    ctl.one("reply", "add", "Price", "It is 200 a month")
    expect([(r["name"], r["source"]) for r in ctl.ask("replies")] == [("Price", "unknown")], ctl.ask("replies"))
    for words, code, told in ((("add", "PRICE", "again"), 1, "already"), (("add", "Hello", "Hi {nobody}"), 2, "{nobody}"),
                              (("remove", "Nothing"), 1, "no saved reply Nothing"), (("add", "Hello"), 2, "usage: reply add"),
                              (("add", "Hello", "Hi", "--source", "moon"), 2, "moon is no kind of source")):
        refused = ctl.run("reply", *words)
        expect(refused.returncode == code and told in refused.stderr, refused.stderr)
    expect(ctl.one("reply", "remove", "price")["text"] == "It is 200 a month", "what was removed")
    expect(not ctl.ask("replies"), "still there")
    ctl.one("undo")
    expect([r["name"] for r in ctl.ask("replies")] == ["Price"], "undo")
    finish(sandbox, ctl)


TESTS = [
    "what_is_known_is_noted_with_its_words",
    "notes_and_pins_from_the_shell",
    "replies_are_kept_and_removed",
    "labels_are_one_change",
    "labels_that_do_not_fit_are_refused_in_words",
    "snoozed_until_a_time_or_a_reply",
    "who_is_no_lead_is_in_no_list",
    "who_is_forgotten_stays_so",
    "two_handles_are_one_person",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
