#!/usr/bin/env python3
"""test_brief.py PROGRAM: the brief of a lead as a script and a person get it, and as a page."""

import json
import os
import subprocess
import sys

from harness import Ctl, Sandbox, expect, run_tests

# The seventy-first message of the demo is the newest; Instagram gives twenty of them.
LEAD = "bea.ferreira"


def begin(program):
    sandbox = Sandbox(program)
    ctl = Ctl(program)
    ctl.connect(sandbox)
    ctl.one("sync")
    return sandbox, ctl


def end(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def lines(brief):
    return [line for section in brief["sections"] for line in section["lines"]]


def test_a_script_gets_sections_and_message_ids(program):
    sandbox, ctl = begin(program)
    brief = ctl.one("brief", LEAD)
    messages = {message["id"]: message for message in ctl.one("lead", LEAD)["messages"]}

    order = ["why", "who", "wants", "fit", "objections", "told", "last-call", "opening", "dates"]
    names = [section["section"] for section in brief["sections"]]
    expect(names == [name for name in order if name in names] and names[0] == "why", names)
    first = brief["sections"][0]["lines"][0]
    expect(first["quote"] and first["text"] in messages[first["message_id"]]["text"], first)
    expect(first["at"] == messages[first["message_id"]]["at"], first)
    expect(first["mark"] == "unconfirmed", "nobody has said yes to it")
    for line in lines(brief):
        if line["source"] == "message":
            expect(line["message_id"] in messages, line)
    expect(brief["words"] < 350, brief["words"])
    known = brief["completeness"]
    expect(known["of"] == 7 and known["known"] + len(known["missing"]) == 7, known)
    end(sandbox, ctl)


def test_what_is_typed_and_moved_stands_there(program):
    sandbox, ctl = begin(program)
    before = ctl.one("brief", LEAD)["completeness"]
    expect("bottleneck" in before["missing"], before)
    ctl.one("fact", LEAD, "bottleneck", "Cannot say no")
    ctl.one("move", LEAD, "qualified", "--anyway", "--why", "test")
    ctl.one("move", LEAD, "booked", "--anyway", "--why", "test")
    brief = ctl.one("brief", LEAD)
    typed = [line for line in lines(brief) if line["text"] == "Cannot say no"][0]
    expect(typed["source"] == "person" and typed["by"] == "coach" and typed["mark"] is None, typed)
    expect(typed["label"] == "Bottleneck" and typed["fact_id"], typed)
    expect(brief["completeness"]["known"] == before["known"] + 1, brief["completeness"])
    dates = [line["text"] for line in brief["sections"][-1]["lines"]]
    expect("Booked" in dates, dates)
    end(sandbox, ctl)


def test_a_person_reads_it_and_prints_it(program):
    sandbox, ctl = begin(program)
    path = os.path.join(ctl.home, "brief.pdf")
    text = ctl.read("brief", LEAD, "--pdf", path, "--paper", "letter")
    expect("Why they booked" in text and "Ask first: " in text and path in text, text)
    page = subprocess.run(["pdftotext", "-layout", path, "-"], text=True, capture_output=True, check=True).stdout
    expect(page.count("\f") == 1 and "Outcome" in page and "@bea.ferreira" in page, page)
    size = subprocess.run(["pdfinfo", path], text=True, capture_output=True, check=True).stdout
    expect("612 x 792" in size, size)
    end(sandbox, ctl)


def test_surname_and_handle_can_be_left_out(program):
    sandbox, ctl = begin(program)
    path = os.path.join(ctl.home, "brief.pdf")
    brief = ctl.one("brief", LEAD, "--private", "--pdf", path)
    page = subprocess.run(["pdftotext", path, "-"], text=True, capture_output=True, check=True).stdout
    expect("ferreira" not in json.dumps(brief).lower().replace(path.lower(), ""), brief)
    expect("ferreira" not in page.lower(), page)
    end(sandbox, ctl)


def test_what_cannot_be_is_said(program):
    sandbox, ctl = begin(program)
    expect("no paper" in ctl.run("brief", LEAD, "--paper", "napkin").stderr, "paper")
    done = ctl.run("brief", LEAD, "--pdf", os.path.join(ctl.home, "not", "there.pdf"))
    expect(done.returncode == 3 and "not written" in done.stderr and done.stdout == "", done.stderr)
    expect(ctl.run("brief", "nobody.at.all").returncode == 1, "nobody")
    expect(ctl.run("brief").returncode == 2, "usage")
    end(sandbox, ctl)


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1],
                       [name for name in list(globals()) if name.startswith("test_")]))
