#!/usr/bin/env python3
"""test_memory.py PROGRAM: the extractor on conversations from a file: the shape of its answers, its refusals, and how
much it finds of what people read out of them."""

import json
import os
import subprocess
import sys
import tempfile
import unicodedata

from harness import Ctl, expect, run_tests
from test_words import says

CASES = os.path.join(os.path.dirname(__file__), "..", "fixtures", "cases")
TEXTS = ("goal", "problem", "bottleneck", "timeline")
FIELDS = {*TEXTS, "budget", "objections", "fit_signals", "already_told", "source", "booking_status", "next_step",
          "offer_interest", "qualification"}

# What it found when this was written, less a little; it may only grow.
FLOORS = {"value": 90, "evidence": 90, "nothing": 95, "objections found": 85, "objections right": 75, "source": 98,
          "booking": 98, "verdict": 88}


def fold(text):
    text = unicodedata.normalize("NFKD", str(text).casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def load(name):
    with open(os.path.join(CASES, name), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read(program, name):
    ctl = Ctl(program)
    answers = ctl.ask("memory", "--cases", os.path.join(CASES, name))
    expect(not os.path.exists(ctl.data), "it has no use for a data folder")
    ctl.remove()
    return {answer["id"]: answer["facts"] for answer in answers}


def write(lines):
    handle, path = tempfile.mkstemp(suffix=".jsonl")
    with os.fdopen(handle, "wb") as file:
        for line in lines:
            file.write((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n")
    return path


def facts_of(answer):
    for name in (*TEXTS, "budget"):
        if answer[name]:
            yield answer[name]
    for name in ("objections", "fit_signals", "already_told"):
        yield from answer[name]


class Count:
    def __init__(self):
        self.rows = {}

    def add(self, name, right):
        row = self.rows.setdefault(name, [0, 0])
        row[0] += bool(right)
        row[1] += 1

    def check(self):
        told = ", ".join(f"{name} {a}/{b}" for name, (a, b) in self.rows.items())
        print("#", told, flush=True)
        for name, floor in FLOORS.items():
            right, of = self.rows[name]
            expect(100 * right >= floor * of, f"{name} fell under {floor} %: {told}")


def count_case(count, want, have):
    for name in (*TEXTS, "budget"):
        if name in want["unscored"]:
            continue
        fact, right = have[name], want[name]
        if right is None:
            count.add("nothing", fact is None)
            continue
        if name == "budget":
            count.add("value", fact and right["amount"] in (None, fact["amount"]) and
                      right["currency"] in (None, fact["currency"]))
        else:
            count.add("value", fact and any(fold(word) in fold(fact["value"]) for word in right["accept"]))
        count.add("evidence", fact and fact["evidence"] in right["evidence"])
    asked = {one["type"] for one in want["objections"]}
    found = {one["type"] for one in have["objections"]}
    for one in asked:
        count.add("objections found", one in found)
    for one in found:
        count.add("objections right", one in asked)
    count.add("source", have["source"]["value"] == want["source"]["value"])
    count.add("booking", have["booking_status"]["value"] == want["booking_status"]["value"])
    count.add("verdict", have["qualification"]["verdict"] == want["qualification"]["verdict"])


def much_of_what_people_read_is_found(program):
    count = Count()
    for name in ("memory.jsonl", "memory-more.jsonl"):
        answers = read(program, name)
        for case in load(name):
            count_case(count, case["expected"], answers[case["id"]])
    count.check()


def every_fact_is_proven_by_words_of_a_message(program):
    seen = 0
    for name in ("memory.jsonl", "memory-more.jsonl"):
        answers = read(program, name)
        for case in load(name):
            expect(set(answers[case["id"]]) == FIELDS, answers[case["id"]])
            for fact in facts_of(answers[case["id"]]):
                message = case["messages"][fact["evidence"]]
                words = message["text"][fact["start"]:fact["end"]]
                expect(" ".join(words.split()) == fact["value"], f"{case['id']}: {fact} is not in {message}")
                expect(message["from"] == ("us" if fact in answers[case["id"]]["already_told"] else "lead"), fact)
                seen += 1
    expect(seen > 300, f"only {seen} facts")


def hostile_conversations_are_read(program):
    word = "a" * 10240
    lines = [
        {"id": "empty", "messages": []},
        {"id": "long", "messages": [{"i": 0, "from": "us", "text": "what would you want?"},
                                    {"i": 1, "from": "lead", "text": word + " " + word}]},
        {"id": "bidi", "messages": [{"i": 0, "from": "us", "text": "your budget?"},
                                    {"i": 1, "from": "lead", "text": "\u202e200 a month\u202c"}]},
        {"id": "control", "messages": [{"i": 0, "from": "lead", "text": "I want \x07\x1b[31m to sleep <b>%s%n"}]},
        {"id": "odd", "messages": [{"text": None}, {"from": 7, "text": ["x"]}, {}], "criteria": None},
        b'{"id": "bytes", "messages": [{"i": 0, "from": "lead", "text": "I want to \xff\xfe sleep"}]}',
        b'{"id": "half", "messages": [{"i": 0, "from": "lead", "text": "I want to sleep \\ud83d\\ud83d"}]}',
        {"id": "many", "messages": [{"i": i, "from": "lead", "text": "I want to sleep"} for i in range(3000)]},
        {"id": "big", "messages": [{"i": 0, "from": "lead", "text": "I can't sleep, " * 70000}]},
    ]
    path = write(lines)
    ctl = Ctl(program)
    answers = {answer["id"]: answer["facts"] for answer in ctl.ask("memory", "--cases", path)}
    expect(len(answers) == len(lines), answers.keys())
    expect(answers["empty"]["source"] == {"value": "unknown", "evidence": None}, answers["empty"])
    expect(answers["bidi"]["budget"]["amount"] == 200, answers["bidi"])
    expect(answers["half"]["goal"]["value"].startswith("I want to sleep"), answers["half"])
    expect("\x1b" not in answers["control"]["goal"]["value"], answers["control"])
    expect("\x1b" not in ctl.read("memory", "--cases", path), "a terminal is moved")
    ctl.remove()
    os.remove(path)


def people_read_a_fact_a_line(program):
    ctl = Ctl(program)
    path = write([{"id": "a", "messages": [{"i": 4, "from": "us", "text": "what would you want?"},
                                           {"i": 5, "from": "lead", "text": "to sleep. my sister snores"}]}])
    told = ctl.read("memory", "--cases", path)
    expect("  goal             to sleep. my sister snores  (message 5)" in told.splitlines(), told)
    help_text = ctl.read("memory", "--help")
    expect("memory --cases FILE [--criteria FILE]" in help_text and "one JSON object a line" in help_text, help_text)
    ctl.remove()
    os.remove(path)


def criteria_are_beside_or_named(program):
    folder = tempfile.mkdtemp()
    cases = os.path.join(folder, "c.jsonl")
    named = os.path.join(folder, "other.json")
    beside = os.path.join(folder, "criteria.json")
    with open(cases, "w") as file:
        file.write(json.dumps({"id": "a", "criteria": "x", "messages": [
            {"i": 0, "from": "us", "text": "your budget?"}, {"i": 1, "from": "lead", "text": "100 a month"}]}) + "\n")
    with open(named, "w") as file:
        json.dump({"criteria": {"x": {"required": [{"id": "pays", "field": "budget", "comparison": "at-least",
                                                    "value": 150}]}}}, file)
    ctl = Ctl(program)
    verdict = lambda *more: ctl.ask("memory", "--cases", cases, *more)[0]["facts"]["qualification"]
    expect(verdict()["criteria_missing"] == [], "there are none")
    expect(verdict("--criteria", named)["criteria_missing"] == ["pays"], "its form is not read")
    with open(beside, "w") as file:
        json.dump({"criteria": {"x": {"required": [{"id": "p", "rule": "budget of 80 or more"}]}}}, file)
    expect(verdict()["verdict"] == "qualified" and verdict()["criteria_met"] == ["p"], verdict())
    for wrong, *why in (({"criteria": {}}, "criteria x", "line 1"), ([], "holds no criteria"),
                        ({"criteria": {"x": {"required": [{"rule": "y"}]}}}, "no id"),
                        ({"criteria": {"x": {"required": [{"id": "y", "field": "shoes"}]}}}, "shoes")):
        with open(beside, "w") as file:
            json.dump(wrong, file)
        says(ctl.run("memory", "--cases", cases), 3, *why)
    ctl.remove()
    subprocess.run(["rm", "-r", folder], check=True)


def refusals_say_why(program):
    ctl = Ctl(program)
    deep = write([b"[" * 100000])
    says(ctl.run("memory"), 2, "which conversations?", "usage: memory --cases FILE")
    says(ctl.run("memory", "--cases", "/nowhere/x.jsonl"), 3, "/nowhere/x.jsonl cannot be read")
    says(ctl.run("memory", "--cases", deep, "more"), 2, "usage: memory --cases FILE")
    says(ctl.run("memory", "--cases", deep), 3, "line 1 of", "is no conversation")
    ctl.remove()
    os.remove(deep)


TESTS = [
    "much_of_what_people_read_is_found",
    "every_fact_is_proven_by_words_of_a_message",
    "hostile_conversations_are_read",
    "people_read_a_fact_a_line",
    "criteria_are_beside_or_named",
    "refusals_say_why",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
