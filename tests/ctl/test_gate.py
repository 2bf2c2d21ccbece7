#!/usr/bin/env python3
"""test_gate.py PROGRAM: a lead comes into a stage with what the stage asks for, or with a reason."""

import datetime
import os
import sqlite3
import sys

from harness import Ctl, Sandbox, expect, run_tests


def start(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "3", "--messages", "10")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "What does coaching cost?")
    ctl.one("sync")
    return sandbox, ctl


def finish(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def require(ctl, stage, words):
    """While no program holds the folder."""
    connection = sqlite3.connect(os.path.join(ctl.data, "anteroom.db"))
    connection.execute("UPDATE stage SET requirements = ? WHERE key = ?", (words, stage))
    connection.commit()
    connection.close()


def refused(ctl, *words, code=1):
    done = ctl.run("move", "zoe.kaya", *words)
    expect(done.returncode == code, f"{words}: exit {done.returncode}: {done.stderr}")
    expect(len(done.stderr.splitlines()) == 1 and not done.stdout, done.stderr + done.stdout)
    expect(ctl.one("lead", "zoe.kaya")["stage"] == "new-inbound", "it was moved all the same")
    return done.stderr.strip()


def what_is_missing_is_told_with_how_to_give_it(program):
    sandbox, ctl = start(program)
    told = refused(ctl, "booked")
    expect(told == "anteroomctl move: zoe.kaya cannot go to “booked” yet: a next step with a date to come is missing; "
           "give it with --next-step … --due …, or --anyway --why …", told)
    expect("a next step with a date to come is missing" in refused(ctl, "nurture"), refused(ctl, "nurture"))
    over = refused(ctl, "nurture", "--next-step", "Write again", "--due", "2021-03-12")
    expect("a next step with a date to come is missing" in over, over)
    expect(refused(ctl, "not-a-fit").endswith("a reason is missing; give it with --why …"), refused(ctl, "not-a-fit"))
    require(ctl, "qualified", "reason budget goal")
    expect(refused(ctl, "qualified", "--goal", "Sleep again").endswith(
        "a budget, a reason are missing; give them with --budget … --why …, or --anyway --why …"),
        refused(ctl, "qualified", "--goal", "Sleep again"))
    expect(ctl.one("lead", "zoe.kaya")["facts"] == [], "a refused move left a fact")
    finish(sandbox, ctl)


def move_with_what_is_asked_is_one_act(program):
    sandbox, ctl = start(program)
    require(ctl, "booked", "budget next-step")
    moved = ctl.one("move", "zoe.kaya", "booked", "--budget", "about 200", "--next-step", "Call her", "--due",
                    "2031-03-12 15:00")
    expect((moved["stage"], moved["next_action"], moved["next_due"]) ==
           ("booked", "Call her", "2031-03-12T15:00:00Z"), moved)
    lead = ctl.one("lead", "zoe.kaya")
    expect([(f["kind"], f["text"], f["state"], f["origin"], f["message_id"]) for f in lead["facts"]] ==
           [("budget", "about 200", "confirmed", "person", None)], lead["facts"])
    expect(lead["facts"][0]["at"], "it is not said when")
    expect("budget: about 200" in ctl.read("lead", "zoe.kaya"), "people are not told")

    expect(ctl.one("undo")["field"] == "stage", "the undo tells of something else")
    lead = ctl.one("lead", "zoe.kaya")
    expect((lead["stage"], lead["facts"], lead["next_action"]) == ("new-inbound", [], None), lead)
    ctl.one("redo")
    expect(ctl.one("lead", "zoe.kaya")["stage"] == "booked", "it was not done again")
    finish(sandbox, ctl)


def anyway_needs_a_reason_that_is_kept(program):
    sandbox, ctl = start(program)
    expect("--why" in refused(ctl, "booked", "--anyway", code=2), "no way is told")
    refused(ctl, "booked", "--anyway", "--why", "  ", code=2)
    refused(ctl, "booked", "--why", "A reason alone is no next step")
    ctl.one("move", "zoe.kaya", "booked", "--anyway", "--why", "She is my sister")
    events = ctl.one("lead", "zoe.kaya")["events"]
    kept = [(e["field"], e["to"], e["why"]) for e in events if e["field"] in ("anyway", "stage")]
    expect(sorted(kept) == [("anyway", "next-step", "She is my sister"), ("stage", "booked", "She is my sister")], kept)
    finish(sandbox, ctl)


def new_step_has_not_the_date_of_the_old_one(program):
    sandbox, ctl = start(program)
    ctl.one("move", "zoe.kaya", "active", "--next-step", "Call her", "--due", "2031-03-12")
    done = ctl.run("move", "zoe.kaya", "booked", "--next-step", "Send the plan")
    expect(done.returncode == 1 and "next step with a date" in done.stderr, done.stderr + done.stdout)
    lead = ctl.one("lead", "zoe.kaya")
    expect((lead["next_action"], lead["next_due"]) == ("Call her", "2031-03-12T10:00:00Z"), lead)
    moved = ctl.one("move", "zoe.kaya", "qualified", "--next-step", "Send the plan")
    expect((moved["next_action"], moved["next_due"]) == ("Send the plan", None), moved)
    finish(sandbox, ctl)


def words_that_do_not_fit_are_bad_use(program):
    sandbox, ctl = start(program)
    expect("2026-03-12" in refused(ctl, "booked", "--next-step", "Call", "--due", "someday", code=2), "no form is told")
    expect("--next-step" in refused(ctl, "booked", "--due", "2031-03-12", code=2), "no way is told")
    refused(ctl, "booked", "--shoe-size", "43", code=2)
    refused(ctl, "active", "--budget", " ", code=2)
    moved = ctl.one("move", "zoe.kaya", "booked", "--next-step", "Call", "--due", "2031-03-12")
    expect(moved["next_due"] == "2031-03-12T10:00:00Z", moved)
    moved = ctl.one("move", "zoe.kaya", "booked", "--due", "in 2 weeks")
    days = datetime.datetime.fromisoformat(moved["next_due"].replace("Z", "+00:00")) \
        - datetime.datetime.now(datetime.timezone.utc)
    expect(12 <= days.days <= 14, moved)
    finish(sandbox, ctl)


TESTS = [
    "what_is_missing_is_told_with_how_to_give_it",
    "move_with_what_is_asked_is_one_act",
    "anyway_needs_a_reason_that_is_kept",
    "new_step_has_not_the_date_of_the_old_one",
    "words_that_do_not_fit_are_bad_use",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
