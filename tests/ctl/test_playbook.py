#!/usr/bin/env python3
"""test_playbook.py PROGRAM PLAYBOOKS: the playbook goes out and in as one document, each version kept."""

import json
import os
import sys

from harness import Ctl, Sandbox, expect, run_tests

PLAYBOOKS = sys.argv[2]


def path_of(name):
    return os.path.join(PLAYBOOKS, name + ".json")


def write(ctl, name, document):
    path = os.path.join(ctl.home, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    return path


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def begun(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "4")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    return sandbox, ctl


def starters_can_be_used_and_are_locked(program):
    """What comes with the program is well-formed, is guarded, and lets nothing leave by itself."""
    ctl = Ctl(program)
    names = [starter["name"] for starter in ctl.ask("playbook", "starters")]
    expect(names == ["business", "fitness"], names)
    for name in names:
        told = ctl.one("playbook", "check", path_of(name))
        expect(told["ok"] and not told["problems"] and not told["notes"], told)
        expect([gap["section"] for gap in told["gaps"]] == ["offers"], told["gaps"])
    expect(not os.path.exists(ctl.data), "it began a data folder")
    ctl.remove()


def check_names_each_wrong_member(program):
    ctl = Ctl(program)
    document = read(path_of("fitness"))
    document["offers"][0]["prices"][0]["amount"] = "five hundred"
    document["permissions"]["intents"]["prise"] = "auto"
    document["colour"] = "green"
    told = ctl.one("playbook", "check", write(ctl, "wrong.json", document), code=1)
    paths = [problem["path"] for problem in told["problems"]]
    expect(paths == ["offers[0].prices[0].amount", "permissions.intents.prise"], told)
    expect([note["path"] for note in told["notes"]] == ["colour"], told)
    done = ctl.run("playbook", "check", os.path.join(ctl.home, "none.json"))
    expect(done.returncode == 3 and len(done.stderr.splitlines()) == 1, done.stderr)
    ctl.remove()


def versions_go_in_and_out(program):
    sandbox, ctl = begun(program)
    done = ctl.run("playbook")
    expect(done.returncode == 1 and "starters" in done.stderr, done.stderr)
    first = ctl.one("playbook", "import", "--starter", "fitness")
    expect((first["version"], first["active"], first["changed"]) == (1, True, True), first)

    exported = os.path.join(ctl.home, "mine.json")
    ctl.one("playbook", "export", exported)
    document = read(exported)
    document["offers"][0]["prices"][0]["amount"] = 600
    document["house_rule"] = {"kept": True}
    changed = write(ctl, "changed.json", document)
    lines = [line["text"] for line in ctl.ask("playbook", "diff", changed)]
    expect("Offer Reset: price 500 € → 600 €" in lines, lines)

    second = ctl.one("playbook", "import", changed, "--note", "dearer")
    expect((second["version"], second["note"]) == (2, "dearer"), second)
    expect(ctl.one("playbook", "import", changed)["changed"] is False, "the same made a version")
    expect([(v["version"], v["active"]) for v in ctl.ask("playbook", "versions")] ==
           [(2, True), (1, False)], "versions")
    again = os.path.join(ctl.home, "again.json")
    ctl.one("playbook", "export", again)
    expect(read(again)["house_rule"] == {"kept": True}, "what is not known was lost")
    old = os.path.join(ctl.home, "old.json")
    ctl.one("playbook", "export", old, "--version", "1")
    expect(read(old)["offers"][0]["prices"][0]["amount"] == 500, "the old version has changed")
    expect(ctl.run("playbook", "export", old).returncode == 1, "it wrote over a file")

    ctl.one("undo")
    expect(ctl.one("playbook")["version"] == 1, "undo")
    ctl.one("redo")
    expect(ctl.one("playbook")["version"] == 2, "redo")

    document["currency"] = "euro"
    done = ctl.run("playbook", "import", write(ctl, "bad.json", document))
    expect(done.returncode == 1 and "currency: is no currency" in done.stderr, done.stderr)
    expect(ctl.one("playbook")["version"] == 2, "a broken one took its place")
    sandbox.stop()
    ctl.remove()


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], [
        "starters_can_be_used_and_are_locked", "check_names_each_wrong_member", "versions_go_in_and_out"]))
