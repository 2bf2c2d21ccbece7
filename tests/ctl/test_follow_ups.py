#!/usr/bin/env python3
"""test_follow_ups.py PROGRAM: who is written to again, what today asks for, and agreements that run."""

import sys

from harness import Ctl, Sandbox, expect, run_tests, wait_for

HOUR = 3600
DAY = 24 * HOUR


class World:
    """A shell, which hears what time Instagram has."""

    def __init__(self, program):
        self.sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "4")
        self.ctl = Ctl(program)
        self.ctl.connect(self.sandbox)
        self.shell = self.ctl.shell()
        self.ask("sync")
        self.who = self.ask("leads")["items"][0]["handle"]

    def ask(self, line):
        answer = self.shell.ask(line)
        expect("error" not in answer, f"{line}: {answer}")
        return answer

    def lead(self):
        return self.ask(f"lead {self.who}")

    def groups(self, options=""):
        return [row["group"] for row in self.ask(f"today {options}")["items"] if row["handle"] == self.who]

    def advance(self, seconds):
        """Instagram's clock is believed when two answers agree."""
        self.sandbox.control("clock", advance_seconds=seconds)
        for _ in range(3):
            self.ask("sync")

    def end(self):
        self.shell.end()
        self.sandbox.stop()
        self.ctl.remove()


def overdue_never_falls_off(program):
    world = World(program)
    world.ask(f'follow-up {world.who} "in 3 hours" --why "Her race is on Sunday"')
    lead = world.lead()
    expect(lead["next_action"] == "Her race is on Sunday" and lead["touch"] == 1, lead)
    expect("overdue" not in world.groups(), "overdue too early")
    world.advance(30 * DAY)
    overdue = [row for row in world.ask("today")["items"] if row["group"] == "overdue"]
    expect([row for row in overdue if row["why"] == "Her race is on Sunday"], overdue)
    world.ask(f"follow-up {world.who} done")
    expect("overdue" not in world.groups(), "still overdue")
    kept = world.ask(f"follow-up {world.who}")["items"]
    expect(kept[0]["state"] == "done" and kept[0]["late"], kept)
    world.ask("undo")
    expect("overdue" in world.groups(), "not back after undo")
    world.end()


def reason_and_date_are_asked_for(program):
    world = World(program)
    for line, word in ((f"follow-up {world.who} friday", "reason"),
                       (f"follow-up {world.who} someday --why Price", "someday"),
                       (f"follow-up {world.who} friday --why Price --led-by nobody", "nobody"),
                       (f"follow-up {world.who} done", "open")):
        said = world.shell.ask(line)
        expect(word in said.get("error", ""), (line, said))
    expect(world.ask(f"follow-up {world.who}")["items"] == [], "something was planned")
    world.end()


def setter_leads_what_the_coach_owns(program):
    world = World(program)
    world.ask(f'follow-up {world.who} "in 3 hours" --why Price --led-by setter:Mia')
    world.advance(4 * HOUR)
    expect("overdue" in world.groups("--owner setter:Mia"), "not under the setter")
    expect("overdue" in world.groups("--owner setter"), "not under all setters")
    expect("overdue" not in world.groups("--owner coach"), "under the coach")
    expect(world.lead()["owner"] == "coach", "the owner changed")
    world.end()


def answer_ends_it(program):
    world = World(program)
    world.ask(f'follow-up {world.who} "in 3 hours" --why Price')
    world.advance(60)
    world.sandbox.write_as(world.who, "I have thought about it")
    wait_for("the answer", lambda: world.ask("sync") and world.ask(f"follow-up {world.who}")["items"][0]
             ["state"] == "answered")
    expect(world.lead()["next_action"] is None, world.lead())
    world.end()


def handoff_lacks_nothing(program):
    world = World(program)
    for rest, word in (("setter:Mia --within 2h", "next action"), ("setter:Mia --next x", "window"),
                       ("setter:Mia --within soon --next x", "soon"), ("Mia --within 2h --next x", "Mia")):
        said = world.shell.ask(f"handoff {world.who} {rest}")
        expect(word in said.get("error", ""), (rest, said))
    expect(world.lead()["owner"] == "coach", "it was handed over")
    said = world.ask('hours "Mon-Sun 0:00-24:00" --zone Europe/Berlin')
    expect(said["zone"] == "Europe/Berlin", said)
    world.ask(f'handoff {world.who} setter:Mia --within 2h --next "Ask about money" --note "Knows the price"')
    (given,) = world.ask(f"handoff {world.who}")["items"]
    expect(given["state"] == "running" and given["note"] == "Knows the price", given)
    expect(world.lead()["next_action"] == "Ask about money", world.lead())
    world.end()


def broken_agreement_comes_back(program):
    world = World(program)
    world.ask(f'handoff {world.who} setter:Mia --within 1h --next "Ask about money"')
    expect(world.lead()["owner"] == "setter:Mia", world.lead())
    world.advance(2 * HOUR)
    wait_for("the lead to come back", lambda: world.lead()["owner"] == "coach")
    expect(world.lead()["sla_breached"] is not None, world.lead())
    expect("agreement" in world.groups(), "not on today's list")
    (given,) = world.ask(f"handoff {world.who}")["items"]
    expect(given["state"] == "breached", given)
    world.end()


def sequence_goes_on_by_itself(program):
    """Once we have written and they are silent, the playbook's next step is planned."""
    world = World(program)
    world.ask("playbook import --starter fitness")
    world.ask(f"move {world.who} qualifying --anyway --why test")
    world.sandbox.write_as(world.who, "Hi")
    world.ask("sync")
    world.ask(f'send {world.who} "How is it going?"')
    world.advance(60)
    planned = wait_for("a follow-up", lambda: world.ask("sync") and
                       [one for one in world.ask(f"follow-up {world.who}")["items"] if one["state"] == "open"])
    expect(planned[0]["sequence"] == "qualifying" and planned[0]["step"] == 1 and
           planned[0]["made_by"] == "system", planned)
    world.ask(f"follow-up {world.who} skip")
    world.ask("sync")
    expect(all(one["state"] != "open" for one in world.ask(f"follow-up {world.who}")["items"]),
           "what a person let pass was planned again")
    world.end()


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], [
        "overdue_never_falls_off", "reason_and_date_are_asked_for", "setter_leads_what_the_coach_owns",
        "answer_ends_it", "handoff_lacks_nothing", "broken_agreement_comes_back",
        "sequence_goes_on_by_itself"]))
