#!/usr/bin/env python3
"""test_search.py PROGRAM: the words that a search takes, from a shell."""

import sys

from harness import Ctl, Sandbox, expect, run_tests


def start(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "10")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "What does the zeppelin cost? 🔥")
    sandbox.write_as("olga.i", "un café zeppelin, https://x.test/a")
    ctl.one("sync")
    return sandbox, ctl


def finish(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def handles(rows):
    return [row["handle"] for row in rows]


def operators_narrow(program):
    sandbox, ctl = start(program)
    row = ctl.one("search", "zeppelin cost")
    expect({"message_id", "handle", "at", "author", "snippet"} <= set(row), row)
    expect(row["snippet"] == "What does the zeppelin cost? 🔥" and row["author"] == "lead", row)
    expect(handles(ctl.ask("search", "zepp has:link")) == ["olga.i"], "has:")
    expect(handles(ctl.ask("search", "zepp", "-cost")) == ["olga.i"], "a word left out")
    expect(handles(ctl.ask("search", "zepp from:zoe")) == ["zoe.kaya"], "from: a lead")
    expect(not ctl.ask("search", "zepp from:us"), "from: us")
    expect(handles(ctl.ask("search", "cafe")) == ["olga.i"], "accents")
    expect(handles(ctl.ask("search", "🔥 zepp")) == ["zoe.kaya"], "emoji")
    expect(not ctl.ask("search", '"cost zeppelin"'), "a phrase the other way round")
    expect(len(ctl.ask("search", "zepp stage:new after:yesterday")) == 2, "stage and day")
    expect(not ctl.ask("search", "zepp before:2020"), "before:")
    finish(sandbox, ctl)


def what_is_left_aside_is_told(program):
    sandbox, ctl = start(program)
    odd = ctl.run("search", "zepp has:sock cost")
    expect(odd.returncode == 0 and len(odd.stdout.splitlines()) == 1, odd.stdout)
    expect("has:sock is left aside: has: takes link, picture" in odd.stderr, odd.stderr)
    close = ctl.run("search", "zepelin")
    expect(len(close.stdout.splitlines()) == 2 and "close" in close.stderr, close.stderr)
    for words in ('"', "*", "a OR (", "from: to:", "NEAR(", "x" * 10000, "-"):
        expect(ctl.run("search", words).returncode == 0, words[:20])
    finish(sandbox, ctl)


TESTS = ["operators_narrow", "what_is_left_aside_is_told"]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
