#!/usr/bin/env python3
"""test_whole_way.py PROGRAM: from a shell, from an empty folder to an answer that Instagram has."""

import json
import os
import sqlite3
import subprocess
import sys

from harness import Ctl, Sandbox, expect, run_tests, wait_for


def start(program, *options):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "30", "--messages", "200", *options)
    ctl = Ctl(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "What does coaching cost?")
    ctl.one("sync")
    return sandbox, ctl


def finish(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def ledger_database_and_outbox_agree(program):
    sandbox, ctl = start(program)
    answer = ctl.one("send", "zoe.kaya", "Hi Zoe, it depends on the plan")
    expect(answer["state"] == "sent", answer)
    item = ctl.one("outbox")
    sent = sandbox.sent()
    stored = ctl.rows("SELECT author FROM message WHERE mid = ?", answer["message_id"])
    expect(len(sent) == 1 and sent[0]["text"] == item["text"], sent)
    expect(sent[0]["message_id"] == item["message_id"] == answer["message_id"], item)
    expect([row["author"] for row in stored] == ["coach"], "the thread does not show it")
    ctl.one("sync")
    expect(ctl.rows("SELECT count(*) FROM message WHERE text = ?", item["text"])[0][0] == 1,
           "reading it back doubled it")
    expect(not ctl.one("lead", "zoe.kaya")["owes_reply"], "a reply is still owed")
    finish(sandbox, ctl)


def idle_pass_is_one_request(program):
    sandbox, ctl = start(program)
    ctl.one("sync")
    expect(ctl.one("sync")["requests"] == 1, "an idle pass asks more than once")
    finish(sandbox, ctl)


def dropped_after_the_effect_is_found_and_not_repeated(program):
    sandbox, ctl = start(program)
    sandbox.control("faults", spec="drop-after@sendsx1")
    answer = ctl.one("send", "zoe.kaya", "Only once")
    expect(answer["state"] == "sent" and answer["message_id"], answer)
    expect(len(sandbox.sent()) == 1, "it went out twice")
    finish(sandbox, ctl)


def dropped_before_the_effect_waits_for_a_person(program):
    sandbox, ctl = start(program)
    sandbox.control("faults", spec="drop-before@sendsx1")
    answer = ctl.one("send", "zoe.kaya", "Perhaps", code=3)
    expect(answer["state"] == "uncertain" and answer["error"] == "unconfirmed", answer)
    expect(not sandbox.sent(), "it was sent again by itself")
    ctl.one("outbox", "settle", str(answer["outbox_id"]), "again")
    shell = ctl.shell()
    wait_for("the second try", lambda: [sent["text"] for sent in sandbox.sent()] == ["Perhaps"])
    wait_for("the item to be sent", lambda: not shell.ask("outbox --open")["items"])
    expect(shell.end() == 0, "the shell did not end cleanly")
    finish(sandbox, ctl)


def refused_token_waits_and_goes_on_after_sign_in(program):
    sandbox, ctl = start(program)
    sandbox.control("faults", spec="e190@sendsx1")
    answer = ctl.one("send", "zoe.kaya", "After the sign-in")
    expect(answer["state"] == "queued" and answer["error"] == "token", answer)
    sandbox.control("faults", spec="")
    ctl.connect(sandbox)
    shell = ctl.shell()
    wait_for("the waiting answer", lambda: len(sandbox.sent()) == 1)
    shell.end()
    finish(sandbox, ctl)


def refusal_that_is_still_to_be_written_is_waited_for(program):
    """The sender knows of it before the outbox does, where another program holds the database for a moment."""
    sandbox, ctl = start(program)
    sandbox.control("faults", spec="slow=1@sends")
    sandbox.control("account", token_state="expired")
    sending = subprocess.Popen([program, "--data", ctl.data, "--json", "send", "zoe.kaya", "Hi Zoe"], env=ctl.env,
                               text=True, stdout=subprocess.PIPE)
    wait_for("it to be sent", lambda: ctl.rows("SELECT 1 FROM outbox WHERE state = 'sending'"))
    other = sqlite3.connect(os.path.join(ctl.data, "anteroom.db"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        sending.wait(3)  # the refusal comes after one
    except subprocess.TimeoutExpired:
        pass
    other.execute("ROLLBACK")
    other.close()
    answer = json.loads(sending.communicate(timeout=30)[0])
    expect((answer["state"], answer["error"]) == ("queued", "token"), answer)
    finish(sandbox, ctl)


def closed_window_is_a_no(program):
    sandbox, ctl = start(program)
    sandbox.control("clock", advance_seconds=8 * 86400)
    shell = ctl.shell()
    for _ in range(2):
        shell.ask("sync")  # Instagram's clock is believed when two answers agree
    answer = shell.ask("send zoe.kaya 'Too late'")
    expect(answer["outbox_id"] == 0, answer)
    expect(answer["verdict"]["findings"][0]["rule"] == "window_closed", answer)
    expect(not sandbox.sent(), "it left all the same")
    shell.end()
    finish(sandbox, ctl)


def second_program_may_read_and_not_write(program):
    sandbox, ctl = start(program)
    shell = ctl.shell()
    expect("items" in shell.ask("leads"), "the owner does not answer")
    expect(ctl.ask("leads", "--query", "zoe"), "a reader gets nothing")
    expect(isinstance(ctl.ask("outbox"), list), "the outbox cannot be looked at")
    refused = ctl.run("move", "zoe.kaya", "qualifying")
    expect(refused.returncode == 3 and len(refused.stderr.splitlines()) == 1, refused.stderr)
    shell.end()
    finish(sandbox, ctl)


def shell_answers_garbage_with_one_line_each(program):
    sandbox, ctl = start(program)
    shell = ctl.shell()
    for line in ("nonsense", "send", "'unclosed", "move zoe.kaya nowhere", "lead nobody", "\x01\x02"):
        expect("error" in shell.ask(line), f"{line[:20]} was taken")
    answer = shell.ask("send zoe.kaya " + "x" * 5000)
    expect(answer["outbox_id"] == 0 and answer["verdict"]["kind"] == "block", answer)
    expect(shell.ask("lead zoe.kaya")["handle"] == "zoe.kaya", "the answers are out of step")
    expect(shell.end() == 0, "the shell did not end cleanly")
    finish(sandbox, ctl)


def damaged_file_is_refused_and_left_as_it_is(program):
    ctl = Ctl(program)
    os.makedirs(ctl.data)
    path = os.path.join(ctl.data, "anteroom.db")
    damaged = b"not a database " * 400
    with open(path, "wb") as file:
        file.write(damaged)
    refused = ctl.run("leads")
    with open(path, "rb") as file:
        expect(file.read() == damaged, "the file was touched")
    expect(refused.returncode == 3 and "damaged" in refused.stderr, refused.stderr)
    expect(len(refused.stderr.splitlines()) == 1, refused.stderr)
    ctl.remove()


def later_version_is_refused_and_left_as_it_is(program):
    sandbox, ctl = start(program)
    path = os.path.join(ctl.data, "anteroom.db")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with open(path, "rb") as file:
        before = file.read()
    refused = ctl.run("leads")
    with open(path, "rb") as file:
        expect(file.read() == before, "the file was touched")
    expect(refused.returncode == 3 and "later" in refused.stderr, refused.stderr)
    finish(sandbox, ctl)


def restored_answer_is_not_sent_twice(program):
    """It waited when the backup was made, and left after that."""
    sandbox, ctl = start(program)
    backup = os.path.join(ctl.home, "backup.db")
    sandbox.control("faults", spec="e190@sendsx1")
    ctl.one("send", "zoe.kaya", "Only once")
    ctl.one("backup", backup)
    ctl.connect(sandbox)
    shell = ctl.shell()
    wait_for("the waiting answer", lambda: len(sandbox.sent()) == 1)
    shell.end()

    ctl.one("restore", backup)
    item = ctl.one("outbox")
    expect((item["state"], item["error"]) == ("uncertain", "restored"), item)
    shell = ctl.shell()
    wait_for("it to be found", lambda: shell.ask("outbox")["items"][0]["state"] == "sent")
    shell.end()
    expect([sent["text"] for sent in sandbox.sent()] == ["Only once"], sandbox.sent())
    finish(sandbox, ctl)


def person_beats_the_machine(program):
    sandbox, ctl = start(program)
    ctl.one("own", "zoe.kaya", "ai")
    ctl.one("playbook", "import", "--starter", "fitness")
    sandbox.control("faults", spec="e190@sendsx1")
    machine = ctl.one("send", "zoe.kaya", "from the machine", "--as", "ai")
    expect((machine["state"], machine["error"]) == ("queued", "token"), machine)
    coach = ctl.one("send", "zoe.kaya", "from the coach")
    expect(coach["outbox_id"] != 0, coach)
    ctl.connect(sandbox)
    shell = ctl.shell()
    wait_for("the coach's answer", lambda: not shell.ask("outbox --open")["items"])
    first = shell.ask("outbox")["items"][0]
    expect((first["state"], first["error"]) == ("cancelled", "answered"), first)
    shell.end()
    expect([sent["text"] for sent in sandbox.sent()] == ["from the coach"], sandbox.sent())
    finish(sandbox, ctl)


def restriction_holds_until_a_person_says_so(program):
    """Over a restart and a new sign-in too."""
    sandbox, ctl = start(program)
    sandbox.control("faults", spec="c368@sendsx1")
    first = ctl.one("send", "zoe.kaya", "one")
    expect((first["state"], first["error"]) == ("queued", "restricted"), first)
    ctl.connect(sandbox)
    second = ctl.one("send", "zoe.kaya", "two")
    expect(not sandbox.sent(), "it left by itself")
    expect((second["state"], second["frozen"]) == ("queued", "restricted"), second)

    shell = ctl.shell()
    expect(shell.ask("outbox resume")["frozen"] is None, "it does not go on")
    wait_for("what waited", lambda: [sent["text"] for sent in sandbox.sent()] == ["one", "two"])
    shell.end()
    finish(sandbox, ctl)


def outcome_that_is_refused_stalls_nothing_else(program):
    """One row that the database does not take as sent is asked about; the others leave."""
    sandbox, ctl = start(program)
    sandbox.write_as("otto.weber", "Me too")
    ctl.one("sync")
    with sqlite3.connect(os.path.join(ctl.data, "anteroom.db")) as database:
        database.execute("CREATE TRIGGER odd BEFORE UPDATE ON outbox WHEN new.id = 1 AND new.state = 'sent'"
                         " BEGIN SELECT raise (ABORT, 'odd'); END")
    database.close()
    shell = ctl.shell()
    shell.ask("send zoe.kaya 'An odd one'")
    shell.ask("send otto.weber 'Hi Otto'")
    wait_for("the next one", lambda: [sent["text"] for sent in sandbox.sent()] == ["An odd one", "Hi Otto"])
    wait_for("the odd one to be asked about",
             lambda: [item["error"] for item in shell.ask("outbox --open")["items"]] == ["unconfirmed"])
    shell.end()
    finish(sandbox, ctl)


def who_writes_again_can_be_answered_again(program):
    sandbox, ctl = start(program)
    sandbox.control("faults", spec="c10/2018108@sendsx1")
    refused = ctl.one("send", "zoe.kaya", "Hi Zoe", code=1)
    expect((refused["state"], refused["error"]) == ("failed", "cannot-receive"), refused)
    ctl.one("sync")
    blocked = ctl.run("send", "zoe.kaya", "Hello?")
    expect(blocked.returncode == 1 and "cannot_receive" in blocked.stdout, blocked.stdout)

    sandbox.write_as("zoe.kaya", "I am back, sorry!")
    ctl.one("sync")
    answer = ctl.one("send", "zoe.kaya", "Welcome back")
    expect(answer["state"] == "sent", answer)
    finish(sandbox, ctl)


def backup_overwrites_nothing(program):
    """Neither the data folder's own files, by whatever name of the folder, nor any other file."""
    sandbox, ctl = start(program)
    own = ["anteroom.db", "anteroom.db-wal", "anteroom.db-shm", "anteroom.lock"]
    alias = os.path.join(ctl.home, "alias")
    os.symlink(ctl.data, alias)
    other = os.path.join(ctl.home, "letter.txt")
    with open(other, "w") as file:
        file.write("Dear Zoe")
    dangling = os.path.join(ctl.home, "dangling")
    os.symlink(os.path.join(ctl.data, "nothing"), dangling)

    targets = [os.path.join(folder, name) for folder in (ctl.data, alias) for name in own]
    for target in targets + [other, dangling, ctl.home]:
        refused = ctl.run("backup", target)
        expect(refused.returncode == 1 and "This name is taken" in refused.stderr,
               f"{target}: exit {refused.returncode}: {refused.stderr}{refused.stdout}")
    shell = ctl.shell()
    expect("error" in shell.ask(f"backup {ctl.data}/anteroom.db"), "it was overwritten while open")
    shell.ask("own zoe.kaya setter:Mia")
    expect(shell.end() == 0, "the shell did not end cleanly")

    with open(other) as file:
        expect(file.read() == "Dear Zoe", "the letter is lost")
    expect(os.path.islink(dangling), "the link is lost")
    expect(ctl.one("lead", "zoe.kaya")["owner"] == "setter:Mia", "a change is lost")
    ctl.one("backup", os.path.join(ctl.home, "copy.db"))
    nowhere = ctl.run("backup", os.path.join(ctl.home, "no-such-folder", "copy.db"))
    expect(nowhere.returncode == 3 and "The copy could not be written" in nowhere.stderr, nowhere.stderr)
    expect("sent" not in nowhere.stderr, nowhere.stderr)
    finish(sandbox, ctl)


TESTS = [
    "ledger_database_and_outbox_agree",
    "idle_pass_is_one_request",
    "dropped_after_the_effect_is_found_and_not_repeated",
    "dropped_before_the_effect_waits_for_a_person",
    "refused_token_waits_and_goes_on_after_sign_in",
    "refusal_that_is_still_to_be_written_is_waited_for",
    "closed_window_is_a_no",
    "second_program_may_read_and_not_write",
    "shell_answers_garbage_with_one_line_each",
    "damaged_file_is_refused_and_left_as_it_is",
    "later_version_is_refused_and_left_as_it_is",
    "restored_answer_is_not_sent_twice",
    "person_beats_the_machine",
    "restriction_holds_until_a_person_says_so",
    "outcome_that_is_refused_stalls_nothing_else",
    "who_writes_again_can_be_answered_again",
    "backup_overwrites_nothing",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
