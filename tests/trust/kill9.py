#!/usr/bin/env python3
"""kill9.py PROGRAM CYCLES [SEED]: the program dies in the middle of everything, again and again.

Each cycle starts `anteroomctl shell` against a sandbox that misbehaves, lets leads write and the
coach answer, and kills it without warning. In the end the sandbox's ledger and the database are
compared: nothing that came in is lost or doubled, nothing that was accepted is lost, nothing went
out twice, and no state claims what is not so. Only where a slow machine never lived long enough to
read a thread before twenty newer messages stood in it, which is where Instagram's memory ends, may
there be a hole: the database has to know of it.
"""

import collections
import hashlib
import json
import os
import random
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ctl"))

from harness import Ctl, Failure, Sandbox, expect, wait_for  # noqa: E402

FAULTS = ("drop-after=0.12@sends,drop-after=0.1@uploads,drop-before=0.08@sends,e500=0.05@sends,noid=0.05@sends,"
          "e429=0.02@sends,drop-before=0.03@reads,truncate=0.03@reads,reorder=0.1@reads,"
          "dup-page=0.1@reads")
LEADS = 40
LONGEST = 0.4
HORIZON = 20


def what_left(sent):
    return sent.get("name") or sent["text"]


class Cycles:
    def __init__(self, program, seed):
        self.random = random.Random(seed)
        self.sandbox = Sandbox(program, "--leads", "60", "--messages", "400", "--rate", "0",
                               "--seed", str(seed))
        self.ctl = Ctl(program)
        self.inbound = {}
        self.accepted = {}
        self.asked = set()
        self.number = 0

    def handle(self):
        return f"lead.{self.random.randrange(LEADS)}"

    def prepare(self):
        self.ctl.connect(self.sandbox)
        for i in range(LEADS):
            self.receive(f"lead.{i}")
        self.ctl.one("sync")
        self.sandbox.control("faults", spec=FAULTS)

    def receive(self, handle):
        text = f"in {len(self.inbound)}"
        mid = self.sandbox.write_as(handle, text)["message_id"]
        self.inbound[mid] = (handle, time.time() * 1000)

    def send(self, shell):
        """Now and then a file, which is told by its name."""
        self.number += 1
        text = f"out {self.number}"
        what = f"'{text}'"
        if self.random.random() < 0.25:
            text += ".pdf"
            what = f"--file '{os.path.join(self.ctl.home, text)}'"
            with open(os.path.join(self.ctl.home, text), "w", encoding="ascii") as file:
                file.write(f"%PDF-1.4 {text}")
        if shell.write(f"send {self.handle()} {what}"):
            self.asked.add(text)
        return text

    def cycle(self):
        shell = self.ctl.shell()
        end = time.monotonic() + self.random.uniform(0, LONGEST)
        waiting = []
        while time.monotonic() < end:
            if self.random.random() < 0.5:
                self.receive(self.handle())
            else:
                waiting.append(self.send(shell))
            time.sleep(max(0, min(self.random.uniform(0, 0.15), end - time.monotonic())))
        # Answers come in the order of the commands: as many as came are promises.
        for text, answer in zip(waiting, shell.kill()):
            expect("error" not in answer, f"{text}: {answer}")
            self.accepted[text] = answer["outbox_id"]

    def decide(self, shell, item):
        """The coach looks into Instagram, and says what is there. The program may have missed it only where no
        reading back could find it: behind the newest messages that Instagram gives of a thread."""
        text = item.get("file") or item["text"]
        there = any(what_left(sent) == text for sent in self.sandbox.sent())
        newer = self.ctl.rows("SELECT count(*) FROM message JOIN outbox USING (lead_id)"
                              " WHERE outbox.id = ? AND at > started_at", item["outbox_id"])[0][0]
        expect(not there or newer >= HORIZON,
               f"{text} was sent, but not found in the thread behind {newer} newer messages")
        shell.ask(f"outbox settle {item['outbox_id']} {'sent' if there else 'drop'}")

    def is_settled(self, shell):
        items = shell.ask("outbox --open")["items"]
        for item in items:
            if item["state"] == "uncertain" and item["error"] == "unconfirmed":
                self.decide(shell, item)
        return not items

    def settle(self):
        self.sandbox.control("faults", spec="")
        shell = self.ctl.shell()
        wait_for("a whole pass", lambda: "error" not in shell.ask("sync"), 60)
        wait_for("the outbox to settle", lambda: self.is_settled(shell), 120)
        wait_for("a whole pass", lambda: "error" not in shell.ask("sync"), 60)
        expect(shell.end() == 0, "the shell did not end cleanly")

    def is_in_known_hole(self, mid):
        handle, at = self.inbound[mid]
        return self.ctl.rows("SELECT 1 FROM gap JOIN lead ON lead.id = gap.lead_id WHERE lead.handle = ?"
                             " AND after_at <= ? + 2000 AND before_at >= ? - 2000", handle, at, at)

    def compare_inbound(self):
        stored = collections.Counter(
            row["mid"] for row in self.ctl.rows("SELECT mid FROM message"))
        lost = [mid for mid in self.inbound if stored[mid] == 0 and not self.is_in_known_hole(mid)]
        doubled = [mid for mid, n in stored.items() if n > 1]
        twice = self.ctl.rows("SELECT text FROM message WHERE author = 'lead' AND text LIKE 'in %'"
                              " GROUP BY text HAVING count(*) > 1")
        expect(not lost, f"{len(lost)} of {len(self.inbound)} inbound lost: {lost[:3]}")
        expect(not doubled and not twice, f"inbound doubled: {doubled[:3]}")

    def compare_outbound(self):
        ledger = collections.Counter(what_left(sent) for sent in self.sandbox.sent())
        items = {row["what"]: row for row in self.ctl.rows("SELECT outbox.*, coalesce (name, text) AS what FROM outbox"
                                                            " LEFT JOIN outbox_file ON outbox_id = outbox.id")}
        states = collections.Counter(row["state"] for row in items.values())

        twice = [text for text, n in ledger.items() if n > 1]
        expect(not twice, f"sent twice: {twice[:5]}")
        lost = [text for text in self.accepted if text not in items]
        expect(not lost, f"accepted and lost: {lost[:5]}")
        foreign = [text for text in ledger if text not in items]
        expect(not foreign, f"sent without a row: {foreign[:5]}")
        for text, item in items.items():
            if item["state"] == "sent":
                expect(ledger[text] == 1, f"{text} is called sent and was not")
            else:
                expect(ledger[text] == 0, f"{text} was sent and is called {item['state']}")
        return states

    def compare_copies(self):
        """Each copy of a file belongs to something that was not sent yet; and nothing that was sent has other bytes."""
        folder = os.path.join(self.ctl.data, "outgoing")
        copies = os.listdir(folder) if os.path.isdir(folder) else []
        expect(not copies, f"copies were left: {copies[:3]}")
        for sent in self.sandbox.sent():
            if "name" in sent:
                wanted = hashlib.sha256(f"%PDF-1.4 {sent['name']}".encode()).hexdigest()
                expect(sent["sha256"] == wanted, f"{sent['name']} has other bytes")

    def compare(self):
        self.compare_inbound()
        self.compare_copies()
        states = self.compare_outbound()
        check = self.ctl.rows("PRAGMA quick_check")[0][0]
        expect(check == "ok", f"the database is damaged: {check}")
        return states


def main():
    program, cycles = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(1 << 31)
    print(f"1..1\n# seed {seed}", flush=True)
    run = Cycles(program, seed)
    started = time.monotonic()
    try:
        run.prepare()
        for _ in range(cycles):
            run.cycle()
        run.settle()
        states = run.compare()
        expect(states["sent"] > cycles // 10, f"too little was sent to prove anything: {states}")
        print(f"# {len(run.inbound)} in, {len(run.accepted)} accepted of {len(run.asked)} asked,"
              f" {json.dumps(states)}, {time.monotonic() - started:.1f} s")
        print(f"ok 1 {cycles} kills lose and double nothing")
    except Exception as error:
        print(f"not ok 1 {cycles} kills lose and double nothing: {error}")
        print(f"# the folder is left: {run.ctl.home}")
        return 1
    finally:
        run.sandbox.stop()
    run.ctl.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
