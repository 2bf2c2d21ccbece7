#!/usr/bin/env python3
"""test_stages.py PROGRAM: the stages of the board, shaped by commands: each is one act, and undone like any other."""

import sys

from harness import Ctl, Sandbox, expect, run_tests
from test_words import says

FIELDS = ["id", "key", "name", "role", "position", "limit", "stale_days", "requirements", "hidden", "collapsed", "leads"]


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


def stage(ctl, key):
    return next((stage for stage in ctl.ask("stages") if stage["key"] == key), None)


def stages_are_listed(program):
    sandbox, ctl = start(program)
    stages = ctl.ask("stages")
    expect([stage["key"] for stage in stages][:3] == ["new-inbound", "active", "qualifying"], stages)
    expect(stages[-1]["key"] == "client" and stages[-1]["collapsed"], stages[-1])
    expect([stage["position"] for stage in stages] == list(range(10)), stages)
    expect(all(field in stage for field in FIELDS for stage in stages), stages[0])
    expect(sum(stage["leads"] for stage in stages) == len(ctl.ask("leads")), "the counts")
    expect(stages[5]["requirements"] == ["next-step"], stages[5])
    table = ctl.read("stages")
    expect(table.splitlines()[0].split()[:3] == ["key", "name", "role"] and "No-show risk" in table, table)
    finish(sandbox, ctl)


def each_change_is_told_and_undone(program):
    sandbox, ctl = start(program)
    before = ctl.ask("stages")
    for words, field, value in ((["rename", "qualified", "Warm leads"], "name", "Warm leads"),
                                (["limit", "qualified", "5"], "limit", 5),
                                (["age", "qualified", "12"], "stale_days", 12),
                                (["requirements", "qualified", "budget", "goal"], "requirements", ["goal", "budget"]),
                                (["requirements", "booked"], "requirements", []),
                                (["place", "qualified", "1"], "position", 1),
                                (["hide", "qualified"], "hidden", True),
                                (["add", "qualified", "Proposal sent"], "name", "Proposal sent")):
        told = ctl.one("stages", *words)
        expect(told[field] == value and told["act"] > 0, told)
        expect(stage(ctl, told["key"])[field] == value, f"{words} is told and not kept")
        expect(ctl.one("undo")["leads"] == 0, "a stage is no lead")
        expect(ctl.ask("stages") == before, f"{words} is not undone")
    expect(not ctl.one("stages", "show", "qualified")["hidden"], "show")
    finish(sandbox, ctl)


def new_stage_is_used_by_its_key_and_its_name(program):
    sandbox, ctl = start(program)
    added = ctl.one("stages", "add", "qualified", "Proposal sent")
    expect((added["key"], added["role"], added["position"]) == ("stage-1", "qualified", 5), added)
    expect(ctl.one("move", "zoe.kaya", "proposal SENT")["stage"] == "stage-1", "by its name")
    ctl.one("stages", "rename", "stage-1", "no-show-risk")
    expect(ctl.one("move", "zoe.kaya", "no-show-risk")["stage"] == "no-show-risk", "a key comes first")
    ctl.one("move", "zoe.kaya", "stage-1")

    merged = ctl.one("stages", "merge", "stage-1", "nurture")
    expect(merged["key"] == "nurture" and merged["leads"] == 1, merged)
    expect(ctl.one("lead", "zoe.kaya")["stage"] == "nurture" and stage(ctl, "stage-1") is None, "the merge")
    undone = ctl.one("undo")
    expect(undone["leads"] == 1, undone)
    expect(ctl.one("lead", "zoe.kaya")["stage"] == "stage-1" and stage(ctl, "stage-1")["leads"] == 1, "its undo")
    finish(sandbox, ctl)


def refusals_say_why(program):
    sandbox, ctl = start(program)
    before = ctl.ask("stages")
    for words, code, *why in ((["rename", "qualified", "BOOKED"], 1, "This name is taken"),
                              (["rename", "qualified", " "], 2, "1 to 40 characters"),
                              (["rename", "qualified", "x" * 41], 2, "1 to 40 characters"),
                              (["rename", "qualified", "two\nlines"], 2, "line breaks"),
                              (["rename", "nowhere", "x"], 2, "there is no stage nowhere", "no-show-risk"),
                              (["rename", "qualified"], 2, "usage: stages rename KEY NAME"),
                              (["limit", "qualified", "many"], 2, "“many” is no number"),
                              (["limit", "qualified", "1000"], 2, "from 0 to 999"),
                              (["requirements", "qualified", "money"], 2, "money", "next-step"),
                              (["hide", "client"], 1, "The board needs this stage", "Add another one"),
                              (["merge", "new-inbound", "active"], 1, "The board needs this stage"),
                              (["merge", "active", "active"], 2, "into itself"),
                              (["merge", "active", "nowhere"], 2, "there is no stage nowhere"),
                              (["paint", "active"], 2, "paint", "stages --help")):
        says(ctl.run("stages", *words), code, *why)
    expect(ctl.ask("stages") == before, "something was changed")
    for number in range(20):
        ctl.one("stages", "add", "active", f"Number {number}")
    says(ctl.run("stages", "add", "active", "One more"), 1, "no room for another stage", "30")
    finish(sandbox, ctl)


TESTS = [
    "stages_are_listed",
    "each_change_is_told_and_undone",
    "new_stage_is_used_by_its_key_and_its_name",
    "refusals_say_why",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
