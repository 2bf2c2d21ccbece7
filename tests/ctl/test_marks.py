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


TESTS = [
    "labels_are_one_change",
    "labels_that_do_not_fit_are_refused_in_words",
    "snoozed_until_a_time_or_a_reply",
    "who_is_no_lead_is_in_no_list",
    "who_is_forgotten_stays_so",
    "two_handles_are_one_person",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
