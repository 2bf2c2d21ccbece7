#!/usr/bin/env python3
"""test_guard.py PROGRAM: the guard on cases from a file: the shape of its verdicts, its refusals, and that none of the
practice cases comes out otherwise than it should."""

import json
import os
import sys
import tempfile

from harness import Ctl, expect, run_tests
from test_words import says

FOLDER = os.path.join(os.path.dirname(__file__), "..", "fixtures", "guard")
PROFILES = os.path.join(FOLDER, "profiles.json")


def load(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judge(program, cases, profiles=PROFILES):
    ctl = Ctl(program)
    answers = ctl.ask("guard", "--profiles", profiles, "--cases", cases)
    expect(not os.path.exists(ctl.data), "it has no use for a data folder")
    ctl.remove()
    return {answer["id"]: answer for answer in answers}


def write(lines, suffix=".jsonl"):
    handle, path = tempfile.mkstemp(suffix=suffix)
    with os.fdopen(handle, "w") as file:
        for line in lines:
            file.write(json.dumps(line) + "\n")
    return path


def practice_cases_come_out_right(program):
    for name in sorted(os.listdir(FOLDER)):
        if not name.endswith(".jsonl"):
            continue
        answers = judge(program, os.path.join(FOLDER, name))
        wrong = []
        for case in load(name):
            answer = answers[case["id"]]
            missing = set(case["expected_categories"]) - set(answer["categories"])
            if answer["verdict"] != case["expected"] or missing:
                wrong.append(f"{case['id']}: {case['draft'][:50]!r} is {answer['verdict']}, misses {sorted(missing)}")
        expect(not wrong, "\n".join(wrong))


def findings_point_to_bytes_of_the_original(program):
    answers = judge(program, os.path.join(FOLDER, "cases.jsonl"))
    seen = 0
    for case in load("cases.jsonl"):
        for finding in answers[case["id"]]["findings"]:
            expect({"category", "rule", "source", "detail"} <= set(finding), finding)
            if finding["source"] == "state":
                continue
            text = case["draft"] if finding["source"] == "draft" else case["lead_messages"][finding["message"]]
            expect(text.encode()[finding["start"]:finding["end"]].decode() == finding["excerpt"], finding)
            seen += 1
    expect(seen > 150, f"only {seen} findings")


def a_profile_that_is_broken_holds(program):
    case = load("cases.jsonl")[0]
    profiles = write([{"profiles": {case["offer_rules"]: {"version": 1}}}], ".json")
    cases = write([case])
    answer = judge(program, cases, profiles)[case["id"]]
    expect(answer["verdict"] == "hold" and answer["categories"] == ["guard_unable"], answer)
    for path in (profiles, cases):
        os.remove(path)


def refusals_say_why(program):
    ctl = Ctl(program)
    odd = write([{"id": "a"}])
    stranger = write([dict(load("cases.jsonl")[0], offer_rules="nobody")])
    says(ctl.run("guard"), 2, "which profiles, which cases?", "usage: guard --profiles FILE --cases FILE")
    says(ctl.run("guard", "--profiles", PROFILES, "--cases", "/nowhere/x"), 3, "/nowhere/x cannot be read")
    says(ctl.run("guard", "--profiles", odd, "--cases", odd), 3, "profiles: is missing")
    says(ctl.run("guard", "--profiles", PROFILES, "--cases", odd), 3, "line 1 of", "is no case")
    says(ctl.run("guard", "--profiles", PROFILES, "--cases", stranger), 3, "the profile nobody")
    ctl.remove()
    for path in (odd, stranger):
        os.remove(path)


TESTS = [
    "practice_cases_come_out_right",
    "findings_point_to_bytes_of_the_original",
    "a_profile_that_is_broken_holds",
    "refusals_say_why",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
