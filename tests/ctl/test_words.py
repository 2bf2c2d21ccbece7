#!/usr/bin/env python3
"""test_words.py PROGRAM: what a person reads who types commands: true words, and the exit code that goes with them."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import termios

from harness import Ctl, Sandbox, expect, run_tests


class DeafBus:
    """A session bus, and so a keyring, that takes a call and never answers."""

    def __init__(self, ctl):
        path = os.path.join(ctl.home, "bus")
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(path)
        self.socket.listen(8)
        ctl.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={path}"

    def close(self):
        self.socket.close()


def start(program, *options):
    sandbox = Sandbox(program, "--rate", "0", "--leads", "3", "--messages", "20", *options)
    return sandbox, Ctl(program)


def finish(sandbox, ctl):
    sandbox.stop()
    ctl.remove()


def says(done, code, *words):
    """Exactly one line on stderr, with these words and no raw log line."""
    expect(done.returncode == code, f"exit {done.returncode} instead of {code}: {done.stderr}{done.stdout}")
    expect(len(done.stderr.splitlines()) == 1, f"not one line: {done.stderr}")
    for word in words:
        expect(word in done.stderr, f"{word!r} is not in: {done.stderr}")


def token_that_cannot_be_kept_is_no_success(program):
    sandbox, ctl = start(program)
    ctl.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"
    del ctl.env["ANTEROOM_SECRETS"]
    refused = ctl.run("connect", "--token-stdin", "--api", sandbox.url, text=sandbox.token + "\n")
    says(refused, 3, "nothing was kept", "Unlock", "ANTEROOM_SECRETS=file")
    expect(sandbox.token not in refused.stderr, "the token is told")
    expect(not ctl.rows("SELECT * FROM account"), "an account was kept")
    ctl.env["ANTEROOM_SECRETS"] = "file"
    ctl.connect(sandbox)
    ctl.one("sync")
    finish(sandbox, ctl)


def read_terminal(fd, words, seconds=20):
    """What came, once it holds @words, or all that came in time."""
    came = ""
    while words not in came and select.select([fd], [], [], seconds)[0]:
        came += os.read(fd, 4096).decode()
    return came


def token_is_asked_for_and_not_shown(program):
    sandbox, ctl = start(program)
    for typed, code in ((sandbox.token + "\n", 0), ("\x03", 3)):
        terminal, end = pty.openpty()
        asking = subprocess.Popen([program, "--data", ctl.data, "connect", "--token-stdin", "--api", sandbox.url],
                                  env=ctl.env, stdin=end, stdout=end, stderr=end, start_new_session=True,
                                  preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        asked = read_terminal(terminal, "press Enter")
        os.write(terminal, typed.encode())
        try:
            expect(asking.wait(10) == code, f"{typed[0]!r}: exit {asking.returncode}")
        finally:
            asking.kill()
        expect("Paste the token and press Enter" in asked, f"it waits without a word: {asked}")
        expect(sandbox.token not in read_terminal(terminal, sandbox.token, 0.1), "the token is on the screen")
        expect(termios.tcgetattr(end)[3] & termios.ECHO, "the terminal stays mute")
        os.close(end)
        os.close(terminal)
    finish(sandbox, ctl)


def wait_for_the_keyring_is_told_and_can_be_ended(program):
    sandbox, ctl = start(program)
    bus = DeafBus(ctl)
    del ctl.env["ANTEROOM_SECRETS"]
    waiting = subprocess.Popen([program, "--data", ctl.data, "connect", "--token-stdin", "--api", sandbox.url],
                               env=ctl.env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    waiting.stdin.write(sandbox.token + "\n")
    waiting.stdin.close()
    told = select.select([waiting.stderr], [], [], 20)[0]
    first = waiting.stderr.readline() if told else "nothing was told"
    if not told:
        waiting.kill()
    expect("waiting for the keyring" in first, first)
    waiting.send_signal(signal.SIGINT)
    expect(waiting.wait(20) == 3, f"exit {waiting.returncode}")
    last = waiting.stderr.read()
    expect("stopped" in last and len(last.splitlines()) == 1, last)
    waiting.stdout.close()
    waiting.stderr.close()
    bus.close()
    expect(not ctl.rows("SELECT * FROM account"), "an account was kept")
    finish(sandbox, ctl)


def answers_are_sentences_for_people(program):
    sandbox, ctl = start(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "What does coaching cost?\nI am \x1b[31mcurious")
    ctl.one("sync")

    lead = ctl.read("lead", "zoe.kaya")
    expect("{" not in lead and "…" not in lead and "\x1b" not in lead, lead)
    expect(re.search(r"^reply window +open until \d{4}-\d\d-\d\d \d\d:\d\d", lead, re.M), lead)
    expect(re.search(r"^  \d{4}-\d\d-\d\d \d\d:\d\d  zoe.kaya: What does coaching cost\? I am .*curious$", lead, re.M), lead)
    expect("{" not in ctl.read("move", "zoe.kaya", "qualifying"), "a moved lead is not told in words")

    expect(ctl.read("send", "zoe.kaya", "It depends").startswith("Sent."), "it is not said that it was sent")
    refused = ctl.read("send", "zoe.kaya", "x" * 1200, code=1)
    expect("Not sent: Instagram takes no more than 1000 bytes in one message." in refused, refused)
    expect("shorter" in refused and "{" not in refused, refused)

    doctor = ctl.read("doctor")
    expect(re.search(r"^ok +database +Its pages check out\.$", doctor, re.M) and "{" not in doctor, doctor)
    expect(re.search(r"^ok +lock +", doctor, re.M), doctor)
    os.chmod(ctl.data, 0o755)
    expect(re.search(r"^problem +permissions +Other users could", ctl.read("doctor", code=1), re.M), "no problem")
    finish(sandbox, ctl)


def words_are_true(program):
    sandbox, ctl = start(program)
    wrong = ctl.run("connect", "--token-stdin", "--api", sandbox.url, text="IGAAwrong\n")
    says(wrong, 3, "anteroomctl connect: Instagram does not accept this token. Copy it once more", "code 190/")
    expect(wrong.stderr.index("code 190/") > wrong.stderr.index("IGAA;"), f"the trace is not the last: {wrong.stderr}")
    expect("your data" not in wrong.stderr.lower(), wrong.stderr)
    says(ctl.run("sync"), 3, "no account is connected yet", "connect --token-stdin")
    says(ctl.run("sync", "--watch"), 3, "no account is connected yet")
    ctl.connect(sandbox)
    ctl.one("sync")

    says(ctl.run("lead", "bob"), 1, "no lead has the handle or id bob")
    says(ctl.run("undo"), 1, "there is nothing to undo")
    says(ctl.run("redo"), 1, "there is nothing to do again")
    for verb in (["retry", "abc"], ["cancel", "12x"], ["settle", "", "drop"]):
        says(ctl.run("outbox", *verb), 2, f"{verb[1]!r}".replace("'", "\""), "number")
    says(ctl.run("outbox", "retry", "99"), 1, "there is no number 99 in the outbox")

    junk = os.path.join(ctl.home, "junk")
    with open(junk, "w") as file:
        file.write("root:x:0:0\n" * 500)
    says(ctl.run("restore", junk), 3, "is no backup of Anteroom", "nothing was changed")
    says(ctl.run("restore", junk + "s"), 1, "there is no file", "nothing was changed")
    with open(junk, "rb+") as file:
        file.truncate(0)
    says(ctl.run("restore", junk), 3, "is no backup of Anteroom")
    expect(ctl.ask("leads"), "the data is gone")

    # Its token is gone, not refused.
    shutil.rmtree(os.path.join(ctl.data, "secrets"))
    says(ctl.run("sync"), 3, "Not connected on this computer")

    bare = subprocess.run([program, "--data"], text=True, capture_output=True, env=ctl.env)
    says(bare, 2, "--data needs a folder")
    bare = subprocess.run([program, "--data", "--json", "leads"], text=True, capture_output=True, env=ctl.env)
    says(bare, 2, "--data needs a folder")
    says(subprocess.run([program, "--dta", junk, "leads"], text=True, capture_output=True, env=ctl.env),
         2, "there is no option --dta")
    ctl.data = junk
    says(ctl.run("leads"), 2, "is a file", "--data takes a folder")
    says(ctl.run("doctor"), 2, "is a file")
    finish(sandbox, ctl)


def only_a_beginning_makes_a_folder(program):
    sandbox, ctl = start(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "Hi")
    ctl.one("sync")
    own = ctl.data
    ctl.data = os.path.join(ctl.home, "dta")
    commands = ["leads", "lead zoe.kaya", "move zoe.kaya nurture", "own zoe.kaya ai", "source zoe.kaya", "sync",
                "sync --watch", "search Hi", "outbox", "outbox retry 1", "send zoe.kaya Hi", "undo", "redo", "pause",
                "resume", "account", f"backup {ctl.home}/copy.db", "doctor", "shell"]
    for command in commands:
        says(ctl.run(*command.split(), text=""), 3, f"there is no Anteroom data in {ctl.data}", "connect --token-stdin")
        expect(not os.path.exists(ctl.data), f"{command} made a folder")
    os.mkdir(ctl.data)
    for command in commands:
        says(ctl.run(*command.split(), text=""), 3, "there is no Anteroom data")
        expect(not os.listdir(ctl.data), f"{command} left {os.listdir(ctl.data)}")

    # A database that is gone is not begun anew where it can be had back.
    ctl.data = own
    mine = os.path.join(ctl.home, "mine.db")
    ctl.one("backup", mine)
    os.makedirs(os.path.join(own, "backups"), exist_ok=True)
    shutil.copy(mine, os.path.join(own, "backups"))
    for name in ("anteroom.db", "anteroom.db-wal", "anteroom.db-shm"):
        if os.path.exists(os.path.join(own, name)):
            os.remove(os.path.join(own, name))
    says(ctl.run("leads"), 3, "restore FILE")
    ctl.one("restore", mine)
    expect(ctl.ask("leads"), "the data did not come back")
    finish(sandbox, ctl)


def help_is_given_and_nothing_done(program):
    ctl = Ctl(program)
    overview = ctl.read("help")
    expect(ctl.read("-h") == overview == ctl.read("--help"), "help has three faces")
    names = re.findall(r"^  ([a-z][a-z-]*)", overview, re.M)
    expect(len(names) > 20 and len(set(names)) == len(names), names)
    for name in names:
        told = ctl.read(name, "--help")
        expect(ctl.read(name, "-h") == told, f"{name} -h tells something else")
        expect(" ".join(told.split()).startswith(f"Usage: anteroomctl {name}"), f"{name}: {told}")
        expect(len(told.splitlines()) > 1, f"{name} does not say what it does")
    expect("move HANDLE STAGE" in ctl.read("help", "move"), "help move")
    expect("setter:NAME" in ctl.read("own", "zoe", "--help"), "own zoe --help")
    says(subprocess.run([program, "help", "mvoe"], text=True, capture_output=True, env=ctl.env), 2, "no command mvoe")
    expect(not os.path.exists(ctl.data), "it made a folder")
    ctl.remove()


def shell_knows_help_and_can_be_left(program):
    sandbox, ctl = start(program)
    ctl.connect(sandbox)
    for word in ("quit", "exit"):
        shell = ctl.shell()
        items = shell.ask("help")["items"]
        expect(any(item["usage"].startswith("send HANDLE") and item["help"] for item in items), items)
        expect(any(item["usage"] == "quit" for item in items), items)
        expect(not any(item["usage"].startswith(("bench", "restore")) for item in items), "what is not known here is told")
        expect(shell.ask("search --help")["usage"] == "search QUERY", "it searched for help")
        expect("error" not in shell.ask(word), f"{word} is not known")
        expect(shell.process.wait(20) == 0, f"{word} did not end it")
        shell.kill()
    finish(sandbox, ctl)


def setters_are_named_as_such(program):
    sandbox, ctl = start(program)
    ctl.connect(sandbox)
    sandbox.write_as("zoe.kaya", "What does coaching cost?")
    ctl.one("sync")
    for word in ("bob", "Coach Vera", "setter:", "setter: ", "coahc", "", "setter:a:b"):
        says(ctl.run("own", "zoe.kaya", word), 2, "coach, ai, setter:NAME or none")
        says(ctl.run("send", "zoe.kaya", "It depends", "--as", word), 2, "coach, ai or setter:NAME")
        says(ctl.run("leads", "--owner", word), 2, "coach, ai, setter:NAME or none")
    says(ctl.run("send", "zoe.kaya", "It depends", "--as", "none"), 2, "coach, ai or setter:NAME")
    says(ctl.run("send", "zoe.kaya", "It depends", "--as"), 2, "usage")
    says(ctl.run("send", "zoe.kaya", "It depends", "--at", "yesterday"), 2, "no time from a minute on")
    waiting = ctl.one("send", "zoe.kaya", "It depends", "--at", "in 2 hours")
    expect(waiting["state"] == "queued", "what was put off left at once")
    expect(ctl.one("outbox", "cancel", str(waiting["outbox_id"]))["state"] == "cancelled", "it could not be taken back")
    expect(not sandbox.sent() and ctl.one("lead", "zoe.kaya")["owner"] == "coach", "a typo was taken")

    for word in ("ai", "none", "setter:Mia", "coach", "Setter:Mia"):
        expect(ctl.one("own", "zoe.kaya", word)["owner"].lower() == word.lower(), f"{word} was not taken")
    expect(ctl.one("own", "zoe.kaya", "setter:Mia")["owner"] == "setter:Mia", "the setter")
    expect([lead["handle"] for lead in ctl.ask("leads", "--owner", "setter:Mia")] == ["zoe.kaya"], "the setter's leads")
    expect(ctl.one("send", "zoe.kaya", "It depends", "--as", "setter:Mia")["state"] == "sent", "the setter's answer")
    finish(sandbox, ctl)


TESTS = [
    "setters_are_named_as_such",
    "help_is_given_and_nothing_done",
    "shell_knows_help_and_can_be_left",
    "only_a_beginning_makes_a_folder",
    "words_are_true",
    "answers_are_sentences_for_people",
    "token_that_cannot_be_kept_is_no_success",
    "token_is_asked_for_and_not_shown",
    "wait_for_the_keyring_is_told_and_can_be_ended",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
