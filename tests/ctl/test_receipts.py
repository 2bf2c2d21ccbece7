#!/usr/bin/env python3
"""test_receipts.py PROGRAM: whatever is to be sent is judged, and the judgement stays on record."""

import json
import os
import sqlite3
import sys

from harness import Ctl, Sandbox, expect, run_tests


def start(program, starter="fitness"):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "4")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "Hi there")
    ctl.one("sync")
    if starter:
        ctl.one("playbook", "import", "--starter", starter)
    return sandbox, ctl


def finish(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def record(ctl):
    checks = {check["name"]: check for check in ctl.one("doctor")["checks"]}
    return checks["record"]


def rules_of(sent):
    return [finding["rule"] for finding in sent["verdict"]["findings"]]


def person_is_warned_and_not_stopped(program):
    sandbox, ctl = start(program)
    sent = ctl.one("send", "zoe.kaya", "Reset is 250 euros, and it is guaranteed to work.")
    expect(sent["state"] == "sent", sent)
    expect({"price_mismatch", "guarantee"} <= set(rules_of(sent)), sent)
    expect([one["text"] for one in sandbox.sent()] ==
           ["Reset is 250 euros, and it is guaranteed to work."], sandbox.sent())
    row = ctl.rows("SELECT receipt.kind, automatic, playbook_id, body FROM outbox JOIN receipt"
                   " ON receipt.id = outbox.receipt_id")[0]
    expect((row["kind"], row["automatic"], row["playbook_id"]) == ("block", 0, 1), dict(row))
    expect(any(not rule["passed"] for rule in json.loads(row["body"])["rules"]), row["body"])
    kinds = [one["kind"] for one in ctl.rows("SELECT kind FROM record ORDER BY id")]
    expect(kinds == ["verdict", "send"], kinds)
    expect(record(ctl)["ok"], record(ctl))
    finish(sandbox, ctl)


def automaton_is_held_without_a_playbook(program):
    sandbox, ctl = start(program, starter=None)
    ctl.one("own", "zoe.kaya", "ai")
    sent = ctl.one("send", "zoe.kaya", "What brings you here?", "--as", "ai", code=1)
    expect(sent["outbox_id"] == 0 and "no_playbook" in rules_of(sent), sent)
    expect(ctl.one("send", "zoe.kaya", "What brings you here?")["state"] == "sent", "a person was stopped")
    finish(sandbox, ctl)


def automaton_needs_every_rule(program):
    sandbox, ctl = start(program)
    ctl.one("own", "zoe.kaya", "ai")
    refused = ctl.one("send", "zoe.kaya", "Reset is 250 euros.", "--as", "ai", code=1)
    expect(refused["outbox_id"] == 0 and "price_mismatch" in rules_of(refused), refused)
    expect(refused["receipt_id"] > 0, "the refusal has no receipt")
    sent = ctl.one("send", "zoe.kaya", "Hey, thanks for writing. What brings you here?", "--as", "ai")
    expect(sent["state"] == "sent", sent)
    receipts = ctl.rows("SELECT kind, automatic FROM receipt ORDER BY id")
    # Refused; let in; looked at once more before it left.
    expect([(one["kind"], one["automatic"]) for one in receipts] ==
           [("block", 1), ("allow", 1), ("allow", 1)], [dict(one) for one in receipts])
    expect(ctl.rows("SELECT receipt_id FROM outbox")[0]["receipt_id"] == 3, "the newest receipt")
    expect(ctl.one("playbook")["used"], "the version that judged is not marked")
    expect(record(ctl)["ok"], record(ctl))
    finish(sandbox, ctl)


def changed_past_is_found(program):
    sandbox, ctl = start(program)
    ctl.one("send", "zoe.kaya", "Hello")
    connection = sqlite3.connect(os.path.join(ctl.data, "anteroom.db"))
    connection.executescript("DROP TRIGGER receipt_never_changes;"
                             "UPDATE receipt SET body = replace (body, 'allow', 'block')")
    connection.close()
    done = ctl.run("doctor")
    expect(done.returncode == 1, done.stdout)
    expect("Row 1 of the record" in record_of(done), done.stdout)
    finish(sandbox, ctl)


def record_of(done):
    checks = json.loads(done.stdout)["checks"]
    return next(check["detail"] for check in checks if check["name"] == "record")


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], [
        "person_is_warned_and_not_stopped", "automaton_is_held_without_a_playbook",
        "automaton_needs_every_rule", "changed_past_is_found"]))
