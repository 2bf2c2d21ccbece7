#!/usr/bin/env python3
"""test_faults.py PROGRAM: everything that Instagram and the way to it may do to us. Each fault is told in a clear word,
and when it is over nothing is lost and nothing went out twice."""

import sys

from harness import Ctl, Sandbox, expect, run_tests, wait_for

BUSY = "Instagram is having trouble. "
UNREADABLE = "Instagram's answer could not be read"

# What a pass says when each of its requests ends so.
READS = {
    "drop-before": BUSY,
    "drop-after": BUSY,
    "reset": BUSY,
    "e429": "Instagram asks us to slow down",
    "e613": "Instagram asks us to slow down",
    "e500": BUSY,
    "code2": BUSY,
    "e190": "Sign in again",
    "c10": "A permission is missing",
    "truncate": UNREADABLE,
    "huge": UNREADABLE,
    "deep": UNREADABLE,
    "html200": UNREADABLE,
    "wrongjson": UNREADABLE,
    "badutf8": UNREADABLE,
}

# Where an answer stands after its first try, and why. What had its effect is found in the thread, and is sent.
SENDS = {
    "drop-before": ("uncertain", "unconfirmed"),
    "drop-after": ("sent", None),
    "reset": ("uncertain", "unconfirmed"),
    "e429": ("queued", "throttled"),
    "e613": ("queued", "throttled"),
    "e500": ("uncertain", "unconfirmed"),
    "code2": ("uncertain", "unconfirmed"),
    "e190": ("queued", "token"),
    "c10": ("failed", "permission"),
    "c368": ("queued", "restricted"),
    "truncate": ("sent", None),
    "huge": ("sent", None),
    "deep": ("sent", None),
    "html200": ("sent", None),
    "wrongjson": ("sent", None),
    "badutf8": ("sent", None),
    "noid": ("sent", None),
}

# A script must not take for sent what is not.
EXITS = {"sent": 0, "queued": 0, "failed": 1, "uncertain": 3}


def mids(ctl):
    return [row["mid"] for row in ctl.rows("SELECT mid FROM message ORDER BY mid")]


def fails_clearly(ctl, fault, words):
    refused = ctl.run("sync")
    expect(refused.returncode == 3, f"{fault}: exit {refused.returncode}: {refused.stdout}")
    expect(len(refused.stderr.splitlines()) == 1 and words in refused.stderr, f"{fault}: {refused.stderr}")


def is_quiet(shell):
    return all(item["state"] != "sending" for item in shell.ask("outbox --open")["items"])


def spoilt_reads_are_told_and_lose_nothing(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "30", "--messages", "200")
    whole = Ctl(program)
    whole.connect(sandbox)
    for fault, words in READS.items():
        ctl = Ctl(program)
        ctl.connect(sandbox)
        sandbox.control("faults", spec=f"{fault}@reads")
        fails_clearly(ctl, fault, words)
        expect(not mids(ctl), f"{fault}: something was stored")

        sandbox.control("faults", spec=f"{fault}@reads#2")
        ctl.run("sync")  # the first page comes, the second is spoilt
        sandbox.control("faults", spec="")
        ctl.one("sync")
        whole.one("sync")
        expect(mids(ctl) == mids(whole), f"{fault}: {len(mids(ctl))} of {len(mids(whole))} messages came")

        news = sandbox.write_as("zoe.kaya", f"after {fault}")["message_id"]
        sandbox.control("faults", spec=f"{fault}@reads")
        fails_clearly(ctl, fault, words)
        sandbox.control("faults", spec="")
        ctl.one("sync")
        expect(mids(ctl).count(news) == 1, f"{fault}: news did not come")
        ctl.remove()
    whole.remove()
    sandbox.stop()


def spoilt_sends_go_out_at_most_once(program):
    for fault, (state, error) in SENDS.items():
        sandbox = Sandbox(program, "--rate", "0", "--leads", "3", "--messages", "20")
        ctl = Ctl(program)
        ctl.connect(sandbox)
        sandbox.write_as("zoe.kaya", "What does coaching cost?")
        ctl.one("sync")
        sandbox.control("faults", spec=f"{fault}@sendsx1")
        answer = ctl.one("send", "zoe.kaya", "It depends", code=EXITS[state])
        expect((answer["state"], answer["error"]) == (state, error), f"{fault}: {answer}")
        expect(len(sandbox.sent()) == (state == "sent"), f"{fault}: {sandbox.sent()}")

        # A whole pass and another program later, too.
        ctl.one("sync")
        shell = ctl.shell()
        shell.ask("sync")
        wait_for(f"what {fault} began to end", lambda: is_quiet(shell))
        expect(shell.end() == 0, f"{fault}: the shell did not end cleanly")
        item = ctl.one("outbox")
        went = [sent["message_id"] for sent in sandbox.sent()]
        stored = ctl.rows("SELECT mid FROM message WHERE text = 'It depends'")
        expect(len(went) <= 1, f"{fault}: it went out twice")
        expect(item["text"] == "It depends", f"{fault}: the words are lost")
        expect((item["state"] == "sent") == bool(went), f"{fault}: {item} and {went}")
        expect([row["mid"] for row in stored] == went, f"{fault}: {len(stored)} in the thread, {len(went)} went out")
        ctl.remove()
        sandbox.stop()


def hostile_words_come_in_harmless_and_whole(program):
    """Names and texts that turn the line around, that stack marks or are markup, SQL, formulas or shell words."""
    sandbox = Sandbox(program, "--rate", "0", "--leads", "3", "--messages", "20")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    texts = {
        "\u202egnp.exe": "gnp.exe",
        "a\u2066b\u2069c": "abc",
        "<b>bold</b> & <a href='x'>": "<b>bold</b> & <a href='x'>",
        "'); DROP TABLE message; --": "'); DROP TABLE message; --",
        "=HYPERLINK(\"http://x\")": "=HYPERLINK(\"http://x\")",
        "$(touch /tmp/owned) `id` %s %n": "$(touch /tmp/owned) `id` %s %n",
        "e\u0301" + "\u0301" * 60: None,
        "x" * 900: "x" * 900,
    }
    came = {sandbox.write_as("zoe.kaya", text)["message_id"]: shown for text, shown in texts.items()}
    ctl.one("sync")
    stored = {row["mid"]: row["text"] for row in ctl.rows("SELECT mid, text FROM message")}
    for mid, shown in came.items():
        expect(mid in stored, f"{shown!r} did not come")
        expect(shown is None or stored[mid] == shown, f"{stored[mid]!r} instead of {shown!r}")
    expect(max(len(text or "") for text in stored.values()) <= 900, "stacked marks are not bounded")
    ctl.remove()
    sandbox.stop()


TESTS = [
    "spoilt_reads_are_told_and_lose_nothing",
    "spoilt_sends_go_out_at_most_once",
    "hostile_words_come_in_harmless_and_whole",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
