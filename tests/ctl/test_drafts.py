#!/usr/bin/env python3
"""test_drafts.py PROGRAM: one draft a burst, judged and filed; a person decides, and can take it back."""

import json
import os
import sys
import time

from harness import Ctl, Sandbox, expect, run_tests, wait_for

MINUTE = 60 * 1000


def now():
    return int(time.time() * 1000)


def filled_in(document):
    """A starter whose offers are the coach's own by now."""
    for offer in document["offers"]:
        offer.pop("example", None)
    document["price_disclosure"] = "allowed"
    document["quiet_hours"] = None
    return document


class World:
    def __init__(self, program, **changes):
        self.sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "4")
        self.ctl = Ctl(program)
        self.ctl.connect(self.sandbox)
        self.ctl.one("playbook", "import", "--starter", "fitness")
        path = os.path.join(self.ctl.home, "starter.json")
        self.ctl.one("playbook", "export", path)
        with open(path, encoding="utf-8") as file:
            self.document = filled_in(json.load(file))
        self.keep(**changes)

    def keep(self, **changes):
        self.document.update(changes)
        path = os.path.join(self.ctl.home, "playbook.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(self.document, file)
        self.ctl.one("playbook", "import", path)

    def hear(self, who, *texts, ago=2 * MINUTE):
        for number, text in enumerate(texts):
            self.sandbox.write_as(who, text, at=now() - ago + number * 1000)
        self.ctl.one("sync")

    def make(self):
        return self.ctl.one("drafts", "make")["filed"]

    def drafts(self, *options):
        return self.ctl.ask("drafts", *options)

    def only(self, who):
        found = [draft for draft in self.drafts() if draft["handle"] == who]
        expect(len(found) == 1, f"{who}: {len(found)} drafts")
        return found[0]

    def end(self):
        record = {check["name"]: check for check in self.ctl.one("doctor")["checks"]}["record"]
        expect(record["ok"], record)
        self.sandbox.stop()
        self.ctl.remove()


def no_playbook_no_drafts(program):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "2", "--messages", "4")
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "Hi there!", at=now() - 2 * MINUTE)
    ctl.one("sync")
    expect(ctl.one("drafts", "make")["filed"] == 0 and not ctl.ask("drafts"), "it drafted")
    sandbox.stop()
    ctl.remove()


def one_draft_a_burst(program):
    world = World(program)
    world.hear("zoe.kaya", "Hey!", "so", "how much is it?")
    expect(world.make() == 1, "not one draft")
    draft = world.only("zoe.kaya")
    expect(draft["text"] == "Reset is 500 € at once, or 3 monthly payments of 180 €.", draft)
    expect((draft["intent"], draft["verdict"], draft["state"]) == ("price", "allow", "waiting"), draft)
    expect(draft["basis"] == ["offer reset"] and draft["playbook"] == 2, draft)
    expect(world.make() == 0 and len(world.drafts()) == 1, "a second one for the same burst")
    expect(not world.sandbox.sent(), "something left by itself")
    # Who is still writing is waited for.
    world.hear("mia.k", "Hello", ago=1000)
    expect(world.make() == 0, "it did not wait")
    world.end()


def person_decides(program):
    world = World(program)
    for who in ("ann.c", "bob.d", "cat.e", "dan.f"):
        world.hear(who, "How much is it?")
    expect(world.make() == 4, "drafts")
    ctl = world.ctl
    ids = {draft["handle"]: draft["draft_id"] for draft in world.drafts()}

    sent = ctl.one("drafts", "approve", str(ids["ann.c"]))
    expect(sent["state"] == "approved" and sent["outbox_id"] > 0, sent)
    row = ctl.rows("SELECT author, draft_id, receipt_id FROM outbox")[0]
    expect((row["author"], row["draft_id"]) == ("coach", ids["ann.c"]) and row["receipt_id"], dict(row))
    ctl.one("undo")
    expect(world.only("ann.c")["state"] == "waiting", "undo of an approval")
    expect([item["state"] for item in ctl.ask("outbox")] == ["cancelled"], "it still leaves")

    done = ctl.run("drafts", "edit", str(ids["bob.d"]), "Reset is 90 €, hun.")
    expect(done.returncode == 1 and "price_mismatch" in done.stderr, done.stderr)
    edited = ctl.one("drafts", "edit", str(ids["bob.d"]), "It is 500 € at once. Does that fit?")
    expect(edited["state"] == "edited" and edited["made"].startswith("Reset"), edited)

    rejected = ctl.one("drafts", "reject", str(ids["cat.e"]), "wrong-moment", "they are on holiday")
    expect((rejected["state"], rejected["reason"]) == ("rejected", "wrong-moment"), rejected)
    done = ctl.run("drafts", "approve", str(ids["cat.e"]))
    expect(done.returncode == 1 and "rejected already" in done.stderr, done.stderr)
    ctl.one("undo")
    expect(world.only("cat.e")["state"] == "waiting", "undo of a rejection")
    held = ctl.one("drafts", "hold", str(ids["cat.e"]))
    expect(held["state"] == "held" and held["held_until"], held)

    ctl.one("own", "dan.f", "ai")
    taken = ctl.one("drafts", "take", str(ids["dan.f"]))
    expect(taken["state"] == "withdrawn" and ctl.one("lead", "dan.f")["owner"] == "coach", taken)
    ctl.one("undo")
    expect(ctl.one("lead", "dan.f")["owner"] == "ai" and world.only("dan.f"), "undo of taking over")

    shell = ctl.shell()
    wait_for("the edited one", lambda: [one["text"] for one in world.sandbox.sent()] ==
             ["It is 500 € at once. Does that fit?"])
    wait_for("the draft to be sent", lambda: [draft for draft in shell.ask("drafts --all")["items"]
                                              if draft["draft_id"] == ids["bob.d"]][0]["state"] == "sent")
    shell.end()
    decisions = [row["content"].split("\n")[0] for row in
                 ctl.rows("SELECT content FROM record WHERE kind = 'decision' ORDER BY id")]
    expect(decisions[:2] == ["decision approved", "decision undone"], decisions)
    world.end()


def all_green_ones_at_once(program):
    world = World(program)
    for who in ("ann.c", "bob.d", "cat.e"):
        world.hear(who, "How much is it?")
    world.make()
    # These turn red: their price is not the one that holds any more.
    offers = world.document["offers"]
    world.hear("dan.f", "Hi", ago=3 * MINUTE)
    world.make()
    offers[0]["prices"][0]["amount"] = 600
    world.keep(offers=offers)
    world.make()
    kinds = {draft["handle"]: draft["verdict"] for draft in world.drafts()}
    expect(kinds["dan.f"] == "allow" and kinds["ann.c"] == "block", kinds)
    everything = [str(draft["draft_id"]) for draft in world.drafts()]
    done = world.ctl.one("drafts", "approve", *everything)
    expect(done["decided"] == 1, done)
    expect(len(world.drafts()) == len(everything) - 1, "more than the green one left")
    world.ctl.one("undo")
    expect(len(world.drafts()) == len(everything), "one undo for all")
    world.end()


def new_message_makes_it_stale(program):
    world = World(program)
    world.hear("zoe.kaya", "How much is it?", ago=5 * MINUTE)
    world.make()
    draft = world.only("zoe.kaya")
    world.hear("zoe.kaya", "Is it online?", ago=2 * MINUTE)
    expect(world.only("zoe.kaya")["stale"], "it is not marked")
    done = world.ctl.run("drafts", "approve", str(draft["draft_id"]))
    expect(done.returncode == 1 and "stale" in done.stderr, done.stderr)
    world.make()
    again = world.only("zoe.kaya")
    expect(again["draft_id"] != draft["draft_id"], "it was not made anew")
    states = {one["draft_id"]: (one["state"], one["reason"]) for one in world.drafts("--all")}
    expect(states[draft["draft_id"]] == ("expired", "new-message"), states)
    # An answer of ours ends it.
    world.ctl.one("send", "zoe.kaya", "All online, and 500 € at once.")
    states = {one["draft_id"]: (one["state"], one["reason"]) for one in world.drafts("--all")}
    expect(states[again["draft_id"]] == ("withdrawn", "answered"), states)
    world.end()


def changed_offer_flags_what_waits(program):
    world = World(program)
    world.hear("zoe.kaya", "How much is it?")
    world.make()
    offers = world.document["offers"]
    offers[0]["prices"][0]["amount"] = 600
    offers[0]["price_words"] = None
    world.keep(offers=offers)
    world.make()
    draft = world.only("zoe.kaya")
    expect(draft["verdict"] == "block" and draft["playbook"] == 2, draft)
    expect("price_mismatch" in [finding["rule"] for finding in draft["findings"]], draft)
    done = world.ctl.run("drafts", "approve", str(draft["draft_id"]), "--anyway")
    expect(done.returncode == 1 and "must not go out" in done.stderr, done.stderr)
    world.end()


def judgment_calls_the_coach(program):
    world = World(program)
    world.ctl.one("sync")
    world.hear("tom.b", "I want a refund, I paid you last month")
    world.ctl.one("own", "tom.b", "ai")
    world.hear("ann.c", "Hello")
    world.make()
    lead = world.ctl.one("lead", "tom.b")
    expect((lead["stage"], lead["owner"]) == ("coach-review", "coach"), lead)
    why = [event["why"] for event in lead["events"] if event["field"] == "stage"]
    expect(why and "refund_request" in why[-1], lead["events"])
    expect([draft["handle"] for draft in world.drafts()] == ["ann.c"], world.drafts())
    # It stays with the coach.
    world.hear("tom.b", "Hello? How much is it?", ago=MINUTE)
    world.make()
    expect([draft["handle"] for draft in world.drafts()] == ["ann.c"], world.drafts())
    kinds = [row["kind"] for row in world.ctl.rows("SELECT kind FROM ai_silence ORDER BY id")]
    expect(kinds == ["judgment", "off"], kinds)
    world.end()


def auto(**more):
    permissions = {"otherwise": "draft", "intents": {"price": "auto", **more}, "narrow": []}
    return {"permissions": permissions,
            "caps": {"automatic_in_a_row": 2, "hold_minutes": 5, "wait_seconds": 45}}


def auto_leaves_after_its_hold(program):
    world = World(program, **auto())
    world.hear("zoe.kaya", "How much is it?", ago=30 * MINUTE)
    world.hear("mia.k", "How much is it?", ago=30 * MINUTE)
    world.ctl.one("own", "zoe.kaya", "ai")
    expect(world.make() == 2, "drafts")
    # A person owns the other one.
    other = world.only("mia.k")
    expect("a person owns" in other["why"], other)
    item = world.ctl.one("outbox")
    expect((item["handle"], item["state"]) == ("zoe.kaya", "queued"), item)
    row = world.ctl.rows("SELECT author, undo_until - created_at AS hold FROM outbox")[0]
    expect((row["author"], row["hold"]) == ("ai", 5 * MINUTE), dict(row))

    # Retracted, it waits for a person.
    world.ctl.one("outbox", "cancel", str(item["outbox_id"]))
    expect(world.only("zoe.kaya")["state"] == "waiting", "a retracted one is lost")

    world.hear("bob.d", "How much is it?", ago=30 * MINUTE)
    world.ctl.one("own", "bob.d", "ai")
    world.make()
    shell = world.ctl.shell()
    world.sandbox.control("clock", advance_seconds=301)
    wait_for("the automatic answer", lambda: [one["text"] for one in world.sandbox.sent()] ==
             ["Reset is 500 € at once, or 3 monthly payments of 180 €."])
    wait_for("the draft", lambda: [draft["state"] for draft in shell.ask("drafts --all")["items"]
                                   if draft["handle"] == "bob.d"] == ["sent"])
    shell.end()
    world.end()


def auto_is_locked_until_filled_in(program):
    world = World(program, **auto())
    world.keep(voice={"hashtags": False})
    world.hear("zoe.kaya", "How much is it?")
    world.ctl.one("own", "zoe.kaya", "ai")
    world.make()
    draft = world.only("zoe.kaya")
    expect("voice" in draft["why"] and not world.ctl.ask("outbox"), draft)
    world.end()


def pause_holds_everything(program):
    world = World(program, **auto())
    world.hear("zoe.kaya", "How much is it?", ago=30 * MINUTE)
    world.ctl.one("own", "zoe.kaya", "ai")
    world.make()
    world.ctl.one("pause")
    world.hear("mia.k", "How much is it?")
    expect(world.make() == 0, "it drafted while everything was paused")
    shell = world.ctl.shell()
    world.sandbox.control("clock", advance_seconds=301)
    shell.ask("sync")
    wait_for("the pause to be seen", lambda: shell.ask("outbox")["items"][0]["error"] == "paused")
    expect(not world.sandbox.sent(), "it left")
    shell.end()
    world.end()


def person_beats_the_draft(program):
    """A lead who writes again, or somebody of ours who answers, ends what was about to leave."""
    world = World(program, **auto())
    for who in ("zoe.kaya", "mia.k"):
        world.hear(who, "How much is it?", ago=30 * MINUTE)
        world.ctl.one("own", who, "ai")
    world.make()
    world.hear("zoe.kaya", "thank you!", ago=10 * MINUTE)
    world.ctl.one("send", "mia.k", "500 € at once.")
    world.make()
    items = [(item["handle"], item["state"], item["error"]) for item in world.ctl.ask("outbox")
             if item["author"] == "ai"]
    # What she asks with both messages is answered anew, by one message.
    expect(items == [("zoe.kaya", "cancelled", "stale"), ("mia.k", "cancelled", "answered"),
                     ("zoe.kaya", "queued", None)], items)
    states = {draft["handle"]: draft["state"] for draft in world.drafts("--all")}
    expect(states["mia.k"] == "withdrawn", states)
    world.end()


if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], [
        "no_playbook_no_drafts", "one_draft_a_burst", "person_decides", "all_green_ones_at_once",
        "new_message_makes_it_stale", "changed_offer_flags_what_waits", "judgment_calls_the_coach",
        "auto_leaves_after_its_hold", "auto_is_locked_until_filled_in", "pause_holds_everything",
        "person_beats_the_draft"]))
