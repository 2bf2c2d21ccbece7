#!/usr/bin/env python3
"""Files by upload: what leaves is what was chosen, once, whatever breaks; and no copy stays that is not needed."""

import hashlib
import os
import stat
import struct
import sys
import zlib

from harness import Ctl, Sandbox, expect, run_tests, wait_for

WHO = "zoe.kaya"


def png(width=40, height=30):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes((x * 6 % 256, 120, 200)) * width for x in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Case:
    def __init__(self, program):
        self.sandbox = Sandbox(program, "--rate", "0", "--leads", "3", "--messages", "20")
        self.ctl = Ctl(program)
        self.ctl.connect(self.sandbox)
        self.sandbox.write_as(WHO, "Can you send me the plan?")
        self.ctl.one("sync")

    def write(self, name, data):
        path = os.path.join(self.ctl.home, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def folder(self, name):
        path = os.path.join(self.ctl.data, name)
        return [os.path.join(path, file) for file in sorted(os.listdir(path))] if os.path.isdir(path) else []

    def asked(self, ending):
        return [r for r in self.sandbox.control("requests")["requests"] if r["path"].endswith(ending)]

    def settle(self):
        """Another start; ends when nothing is under way, without a person."""
        shell = self.ctl.shell()

        def is_quiet():
            items = shell.ask("outbox --open")["items"]
            return all(item["state"] == "failed" or item["error"] == "unconfirmed" for item in items)

        wait_for("the outbox to settle", is_quiet, 60)
        expect(shell.end() == 0, "the shell did not end cleanly")

    def expect_sent_once(self, what):
        self.ctl.one("sync")
        sent = self.sandbox.sent()
        item = self.ctl.one("outbox")
        rows = self.ctl.rows("SELECT mid, author, kind FROM message WHERE author <> 'lead' AND mid = ?", item["message_id"])
        expect(len(sent) == 1, f"{what}: it left {len(sent)} times")
        expect(item["state"] == "sent" and item["message_id"] == sent[0]["message_id"], f"{what}: {item}")
        expect([tuple(row)[1:] for row in rows] == [("coach", sent[0]["kind"])], f"{what}: {[tuple(r) for r in rows]}")
        # A program that ends at once leaves the sweeping to the next one.
        shell = self.ctl.shell()
        wait_for(f"the copy to go: {what}", lambda: not self.folder("outgoing"), 20)
        expect(shell.end() == 0, "the shell did not end cleanly")

    def end(self):
        self.ctl.remove()
        self.sandbox.stop()


def picture_leaves_as_it_is_and_is_shown_from_our_copy(program):
    case = Case(program)
    data = png()
    path = case.write("plan for Zoë.png", data)
    answer = case.ctl.one("send", WHO, "--file", path)
    expect(answer["state"] == "sent", f"{answer}")
    sent = case.sandbox.sent()[0]
    expect(sent["sha256"] == hashlib.sha256(data).hexdigest(), "other bytes came")
    expect((sent["kind"], sent["mime"], sent["name"]) == ("image", "image/png", "plan for Zoë.png"), f"{sent}")
    expect(case.ctl.one("outbox")["file"] == "plan for Zoë.png", "the outbox does not name it")

    kept = case.folder("media")
    expect(len(kept) == 1 and open(kept[0], "rb").read() == data, f"{kept}")
    expect(stat.S_IMODE(os.stat(kept[0]).st_mode) == 0o600, "others can read it")
    size = case.ctl.rows("SELECT width, height FROM attachment JOIN message ON message.id = message_id"
                         " WHERE mid = ?", answer["message_id"])
    expect([tuple(row) for row in size] == [(40, 30)], f"{[tuple(row) for row in size]}")
    case.expect_sent_once("a picture")
    expect(os.path.exists(path), "the file itself is gone")
    case.end()


def text_and_file_keep_their_order(program):
    case = Case(program)
    shell = case.ctl.shell()
    path = case.write("plan.pdf", b"%PDF-1.4 the plan")
    for line in ("'before'", f"--file '{path}'", "'after'"):
        expect("error" not in shell.ask(f"send {WHO} {line}"), line)
    wait_for("all to be sent", lambda: len(case.sandbox.sent()) == 3)
    expect([(s["kind"], s["text"]) for s in case.sandbox.sent()] ==
           [("text", "before"), ("file", ""), ("text", "after")], f"{case.sandbox.sent()}")
    shell.end()
    case.end()


def what_cannot_be_sent_is_told_before(program):
    case = Case(program)
    folder = os.path.join(case.ctl.home, "folder")
    pipe = os.path.join(case.ctl.home, "pipe")
    os.mkdir(folder)
    os.mkfifo(pipe)
    locked = case.write("locked.png", png())
    os.chmod(locked, 0)
    refused = {
        folder: "This is a folder",
        pipe: "This is not a file",
        os.path.join(case.ctl.home, "nothing.png"): "The file is not there any more",
        case.write("empty.png", b""): "This file is empty",
        case.write("words.png", b"no picture at all"): "does not take this kind of file",
        case.write("moves.gif", b"GIF89a" + bytes(100)): "does not take this kind of file",
        case.write("large.png", png() + bytes(8 << 20)): "This picture is too large",
        case.write("large.pdf", b"%PDF-" + bytes(25 << 20)): "This file is too large",
    }
    if os.geteuid() != 0:
        refused[locked] = "This file cannot be read"
    for path, words in refused.items():
        done = case.ctl.run("send", WHO, "--file", path)
        expect(done.returncode == 3 and words in done.stderr and len(done.stderr.splitlines()) == 1,
               f"{path}: exit {done.returncode}: {done.stderr}")
        expect(case.ctl.home not in done.stderr, f"where it is stands in the log: {done.stderr}")
    done = case.ctl.run("send", WHO, "--file", case.write("good.png", png()), "--as", "ai")
    expect(done.returncode == 1 and "automatic_file" in done.stdout, f"{done.returncode} {done.stdout}{done.stderr}")
    expect(case.ctl.run("send", WHO, "words", "--file", folder).returncode == 2, "words and a file at once")
    expect(not case.folder("outgoing"), f"{case.folder('outgoing')}")
    expect(not case.ctl.ask("outbox") and not case.asked("message_attachments"), "something left")
    case.end()


def account_that_takes_no_files_is_asked_once(program):
    case = Case(program)
    case.sandbox.control("account", takes_files=False)
    path = case.write("plan.png", png())
    answer = case.ctl.one("send", WHO, "--file", path, code=1)
    expect((answer["state"], answer["error"]) == ("failed", "upload-refused"), f"{answer}")
    again = case.ctl.one("send", WHO, "--file", path, code=1)
    expect(again["outbox_id"] == 0 and again["verdict"]["rules"][0]["id"] == "upload_refused"
           if "rules" in again["verdict"] else "upload_refused" in str(again), f"{again}")
    expect(len(case.asked("message_attachments")) == 1, "it was asked twice")
    expect(len(case.folder("outgoing")) == 1, "the copy of the one that waits for a person alone stays")

    case.sandbox.control("account", takes_files=True)
    case.ctl.one("outbox", "retry", str(answer["outbox_id"]))
    case.settle()
    case.expect_sent_once("tried again by a person")
    case.end()


def upload_is_tried_again_and_the_message_is_not_doubled(program):
    for fault in ("drop-after@uploadsx2", "e500@uploadsx1", "noid@uploadsx1"):
        case = Case(program)
        case.sandbox.control("faults", spec=fault)
        case.ctl.run("send", WHO, "--file", case.write("plan.png", png()))
        case.settle()
        case.expect_sent_once(fault)
        case.end()


def upload_that_never_works_ends(program):
    case = Case(program)
    case.sandbox.control("faults", spec="e500@uploads")
    case.ctl.run("send", WHO, "--file", case.write("plan.png", png()))
    case.settle()
    item = case.ctl.one("outbox")
    expect((item["state"], item["error"]) == ("failed", "upload-failed"), f"{item}")
    expect(not case.sandbox.sent(), "it left")
    case.end()


def cut_send_is_looked_for_and_never_sent_twice(program):
    for fault, went in (("drop-after", True), ("noid", True), ("drop-before", False)):
        case = Case(program)
        case.sandbox.control("faults", spec=f"{fault}@sendsx1")
        case.ctl.run("send", WHO, "--file", case.write("plan.png", png()))
        case.settle()
        if went:
            case.expect_sent_once(fault)
        else:
            item = case.ctl.one("outbox")
            expect((item["state"], item["error"]) == ("uncertain", "unconfirmed"), f"{item}")
            expect(not case.sandbox.sent() and len(case.folder("outgoing")) == 1, fault)
            case.ctl.one("outbox", "settle", str(item["outbox_id"]), "again")
            case.settle()
            case.expect_sent_once("sent again by a person")
        case.end()


def killed_while_it_leaves(program):
    for fault, went in (("timeout-before@uploads", None), ("timeout-before@sends", False), ("timeout-after@sends", True)):
        case = Case(program)
        shell = case.ctl.shell()
        case.sandbox.control("faults", spec=fault)
        path = case.write("plan.png", png())
        expect("error" not in shell.ask(f"send {WHO} --file '{path}'"), "not taken")
        wait_for("it to leave", lambda: case.asked("message_attachments" if went is None else "messages"))
        shell.kill()
        os.unlink(path)  # ours is on the disk
        case.sandbox.control("faults", spec="")
        case.settle()
        if went is False:
            item = case.ctl.one("outbox")
            expect((item["state"], item["error"]) == ("uncertain", "unconfirmed"), f"{fault}: {item}")
            expect(not case.sandbox.sent(), f"{fault}: it was sent by itself")
        else:
            case.expect_sent_once(fault)
        case.end()


def lost_copy_is_told(program):
    case = Case(program)
    shell = case.ctl.shell()
    case.sandbox.control("faults", spec="e500@uploads")
    shell.ask(f"send {WHO} --file '{case.write('plan.png', png())}'")
    wait_for("it to be tried", lambda: case.asked("message_attachments"))
    os.unlink(case.folder("outgoing")[0])
    wait_for("it to fail", lambda: shell.ask("outbox")["items"][0]["state"] == "failed")
    expect(shell.ask("outbox")["items"][0]["error"] == "file-gone", f"{shell.ask('outbox')}")
    shell.end()
    case.end()


def what_was_taken_back_or_forgotten_leaves_no_copy(program):
    case = Case(program)
    case.sandbox.control("faults", spec="e500@uploads")
    case.ctl.run("send", WHO, "--file", case.write("plan.png", png()))
    item = case.ctl.one("outbox")
    expect(item["state"] == "queued", f"{item}")
    case.ctl.one("outbox", "cancel", str(item["outbox_id"]))
    expect(len(case.folder("outgoing")) == 1, "what was taken back stands with what is being written")
    expect(case.ctl.rows("SELECT name FROM draft_file")[0][0] == "plan.png", "it does not")
    open(os.path.join(case.ctl.data, "outgoing", "0123.part"), "wb").close()  # of a copy that a crash cut off
    case.ctl.one("forget", WHO, "--yes")
    expect(not case.folder("outgoing"), f"{case.folder('outgoing')}")
    expect(not case.ctl.rows("SELECT 1 FROM draft_file UNION ALL SELECT 1 FROM outbox_file"), "a row is left")
    case.end()


NAMES = ["picture_leaves_as_it_is_and_is_shown_from_our_copy", "text_and_file_keep_their_order",
         "what_cannot_be_sent_is_told_before", "account_that_takes_no_files_is_asked_once",
         "upload_is_tried_again_and_the_message_is_not_doubled", "upload_that_never_works_ends",
         "cut_send_is_looked_for_and_never_sent_twice", "killed_while_it_leaves", "lost_copy_is_told",
         "what_was_taken_back_or_forgotten_leaves_no_copy"]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], sys.argv[2:] or NAMES))
