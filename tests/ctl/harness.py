"""The real programs, driven from outside: a local Instagram, the command line, the database on disk."""

import json
import os
import queue
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.request


class Failure(Exception):
    pass


def expect(condition, what):
    if not condition:
        raise Failure(what)


def wait_for(what, probe, seconds=20):
    """Asks until the answer is true; a test waits for a condition, never for a time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = probe()
        if answer:
            return answer
        time.sleep(0.02)
    raise Failure(f"timed out waiting for {what}")


class Sandbox:
    def __init__(self, program, *options):
        self.process = subprocess.Popen(
            [program, "sandbox", "--die-with-parent", *options],
            stdout=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        expect(first.startswith("{"), "the sandbox did not say where it is")
        addresses = json.loads(first)
        self.url = addresses["url"]
        self.token = addresses["token"]
        self.control_url = addresses["control"]

    def control(self, command, **arguments):
        request = urllib.request.Request(
            f"{self.control_url}/{command}", data=json.dumps(arguments).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=10) as answer:
            result = json.load(answer)
        expect("error" not in result, f"control {command}: {result}")
        return result

    def write_as(self, handle, text, **more):
        return self.control("message", **{"from": handle, "text": text, **more})

    def sent(self):
        return self.control("sent")["sent"]

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()


class Shell:
    """`anteroomctl shell`: one line in, one line out."""

    def __init__(self, ctl):
        self.process = subprocess.Popen(
            [ctl.program, "--data", ctl.data, "shell"], env=ctl.env, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def write(self, line):
        """FALSE when it is dead already."""
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except (BrokenPipeError, ValueError):
            return False
        return True

    def read(self, seconds=40):
        line = self.lines.get(timeout=seconds)
        if line is None:
            raise Failure("the shell ended: " + self.process.stderr.read())
        return json.loads(line)

    def ask(self, line, seconds=40):
        expect(self.write(line), "the shell is gone")
        return self.read(seconds)

    def kill(self):
        """As power loss would: no farewell. Gives the whole lines that it still said."""
        self.process.kill()
        self.process.wait(10)
        answers = []
        while (line := self.lines.get(timeout=10)) is not None:
            if line.endswith("\n"):
                answers.append(json.loads(line))
        self._close()
        return answers

    def _close(self):
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                pass

    def end(self):
        self.process.stdin.close()
        code = self.process.wait(20)
        self._close()
        return code


class Ctl:
    def __init__(self, program, data=None):
        self.program = program
        self.home = tempfile.mkdtemp(prefix="anteroom-test-")
        self.data = data or os.path.join(self.home, "data")
        # Leaks are looked for in the tests of the parts: here it would be done anew at the end of each command.
        self.env = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0",
                        ANTEROOM_SECRETS="file", ANTEROOM_TEST_FAST="1",
                        SOUP_FORCE_HTTP1="1", HOME=self.home, XDG_DATA_HOME=self.home,
                        XDG_CACHE_HOME=self.home, G_DEBUG="fatal-criticals")

    def run(self, *words, text=None):
        return subprocess.run([self.program, "--data", self.data, "--json", *words], text=True,
                              input=text, capture_output=True, env=self.env, timeout=60)

    def read(self, *words, code=0):
        """What a person sees, without --json."""
        done = subprocess.run([self.program, "--data", self.data, *words], text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, env=self.env, timeout=60)
        expect(done.returncode == code,
               f"{words}: exit {done.returncode} instead of {code}: {done.stderr}{done.stdout}")
        return done.stdout

    def ask(self, *words, text=None, code=0):
        """What it prints, as a list of objects; fails on another exit code."""
        done = self.run(*words, text=text)
        expect(done.returncode == code,
               f"{words}: exit {done.returncode} instead of {code}: {done.stderr}{done.stdout}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def one(self, *words, text=None, code=0):
        answers = self.ask(*words, text=text, code=code)
        expect(len(answers) == 1, f"{words}: {len(answers)} lines instead of one")
        return answers[0]

    def connect(self, sandbox):
        return self.one("connect", "--token-stdin", "--api", sandbox.url, text=sandbox.token + "\n")

    def shell(self):
        return Shell(self)

    def database(self):
        connection = sqlite3.connect(f"file:{self.data}/anteroom.db?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        return connection

    def rows(self, sql, *values):
        connection = self.database()
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)


def run_tests(module, program, names):
    """TAP: each test gets a sandbox and a folder of its own."""
    print(f"1..{len(names)}", flush=True)
    failed = 0
    for number, name in enumerate(names, 1):
        try:
            getattr(module, name)(program)
            print(f"ok {number} {name}", flush=True)
        except Exception as error:  # a test that breaks has failed
            failed += 1
            print(f"not ok {number} {name}: {type(error).__name__}: {error}".replace("\n", " "), flush=True)
    return 1 if failed else 0
