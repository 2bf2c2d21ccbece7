#!/usr/bin/env python3
"""test_assist.py PROGRAM: AI providers from a shell, against servers that imitate their wires."""

import http.server
import json
import os
import sys
import threading

from harness import Ctl, expect, run_tests
from test_drafts import World
from test_words import says

KEY = "sk-example-KEY-0123456789"
GOOD = json.dumps({"reply": "Hello!", "intent": "info", "needs_human": False, "reasons": [], "memory": []})


def openai(path, body):
    if path.endswith("/models"):
        return 200, {"data": [{"id": "small-1", "context_length": 8192}, {"id": "large-1"}]}
    text = GOOD if "response_format" in body else "OK"
    return 200, {"model": "small-1", "choices": [{"finish_reason": "stop", "message": {"content": text}}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 10, "cost": 0.0005}}


def anthropic(path, body):
    if "/models" in path:
        return 200, {"data": [{"id": "small-1", "display_name": "Small"}], "has_more": False}
    if "output_config" in body:
        return 400, {"type": "error", "error": {"type": "invalid_request_error",
                                                "message": "output_config: not supported"}}
    if "tools" in body:
        return 200, {"content": [{"type": "tool_use", "name": "proposal", "input": json.loads(GOOD)}],
                     "stop_reason": "tool_use", "usage": {"input_tokens": 100, "output_tokens": 10}}
    return 200, {"content": [{"type": "text", "text": "OK"}], "stop_reason": "end_turn"}


def ollama(path, body):
    if path == "/api/tags":
        return 200, {"models": [{"name": "small-1"}, {"name": "large:cloud"}]}
    return 200, {"message": {"content": GOOD if "format" in body else "OK"}, "done": True, "done_reason": "stop"}


def refuses(path, body):
    return 401, {"error": {"message": f"Incorrect API key provided: {KEY}", "code": "invalid_api_key"}}


class Imitation:
    """A provider on loopback; keeps what it was asked."""

    def __init__(self, answer):
        seen = self.seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def respond(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else {}
                seen.append((self.path, dict(self.headers), body))
                status, answered = answer(self.path, body)
                data = json.dumps(answered).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = respond

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def on(provider, imitation, *more):
    return ["--provider", provider, "--api", imitation.url, *more]


def models_are_listed(program):
    ctl = Ctl(program)
    for provider, answer, ids in (("openai", openai, ["small-1", "large-1"]), ("anthropic", anthropic, ["small-1"]),
                                  ("ollama", ollama, ["small-1", "large:cloud"])):
        imitation = Imitation(answer)
        models = ctl.ask("assist", "models", *on(provider, imitation, "--key-stdin"), text=KEY + "\n")
        expect([model["id"] for model in models] == ids, models)
        expect([model["leaves"] for model in models] == [model["id"] == "large:cloud" for model in models], models)
        header = imitation.seen[0][1]
        expect(header.get("Authorization") == f"Bearer {KEY}" or header.get("x-api-key") == KEY, header)
        imitation.stop()
    expect(ctl.ask("assist", "models", "--provider", "echo")[0]["id"] == "echo", "echo is not there")
    expect(not os.path.exists(ctl.data), "it has no use for a data folder")
    ctl.remove()


def a_test_tells_its_steps_and_all_that_left(program):
    ctl = Ctl(program)
    for provider, answer, shape, n in (("openai", openai, "schema", 3), ("anthropic", anthropic, "tool", 4),
                                       ("ollama", ollama, "schema", 3)):
        imitation = Imitation(answer)
        words = on(provider, imitation, "--model", "small-1", "--key-stdin")
        done = ctl.run("assist", "test", *words, text=KEY + "\n")
        expect(done.returncode == 0 and KEY not in done.stdout + done.stderr, done)
        report = json.loads(done.stdout)
        expect(report["ok"] and report["shape"] == shape and report["model_listed"], report)
        expect([(step["name"], step["ok"]) for step in report["steps"]] ==
               [("models", True), ("answer", True), ("shape", True)], report)
        expect(len(report["left"]) == len(imitation.seen) == n, report)
        for left, (path, header, body) in zip(report["left"], imitation.seen):
            expect(left["host"] == imitation.url[7:] and not left["leaves"], left)
            expect(left["bytes"] == int(header.get("Content-Length") or 0), (left, header))
        expect(report["left"][-1]["fields"] == "instructions,playbook:1,messages:1", report)
        expect(report["cost_kind"] == ("reported" if provider == "openai" else "free"), report)
        imitation.stop()
    ctl.remove()


def people_read_it_in_words(program):
    ctl = Ctl(program)
    imitation = Imitation(ollama)
    told = ctl.read("assist", "test", *on("ollama", imitation, "--model", "small-1"))
    expect("shape    good schema" in told and "What left this program, or tried to:" in told, told)
    expect("draft, " in told and "instructions,playbook:1,messages:1: ok" in told, told)
    told = ctl.read("assist", "test", "--provider", "echo")
    expect("Nothing left this program." in told, told)
    imitation.stop()
    ctl.remove()


def a_key_is_kept_by_choice_and_forgotten(program):
    ctl = Ctl(program)
    imitation = Imitation(openai)
    words = on("openai", imitation, "--model", "small-1")
    ctl.ask("assist", "test", *words, "--key-stdin", text=KEY + "\n")
    ctl.ask("assist", "test", *words)
    expect("Authorization" not in imitation.seen[-1][1], "it was kept unasked")
    ctl.ask("assist", "test", *words, "--key-stdin", "--keep", text=KEY + "\n")
    ctl.ask("assist", "test", *words)
    expect(imitation.seen[-1][1].get("Authorization") == f"Bearer {KEY}", "it was not kept")
    folder = os.path.join(ctl.data, "secrets")
    expect(os.listdir(ctl.data) == ["secrets"] and os.stat(folder).st_mode & 0o077 == 0, os.listdir(ctl.data))
    ctl.ask("assist", "forget-key", *on("openai", imitation))
    expect(os.listdir(folder) == [], "it is still there")
    ctl.ask("assist", "test", *words)
    expect("Authorization" not in imitation.seen[-1][1], "it was not forgotten")
    imitation.stop()
    ctl.remove()


def a_key_is_not_in_the_log(program):
    ctl = Ctl(program)
    ctl.env["G_MESSAGES_DEBUG"] = "all"
    for answer in (openai, refuses):
        imitation = Imitation(answer)
        done = ctl.run("assist", "test", *on("openai", imitation, "--model", "small-1", "--key-stdin"), text=KEY + "\n")
        expect("DEBUG" in done.stderr + done.stdout, "nothing is logged, so this proves nothing")
        expect(KEY not in done.stderr + done.stdout, "the key is in the log")
        imitation.stop()
    ctl.remove()


def refusals_say_what_to_do_and_not_the_key(program):
    ctl = Ctl(program)
    imitation = Imitation(refuses)
    words = on("openai", imitation, "--model", "small-1", "--key-stdin", "--keep")
    done = ctl.run("assist", "test", *words, text=KEY + "\n")
    expect(done.returncode == 1 and KEY not in done.stdout + done.stderr, done)
    report = json.loads(done.stdout)
    expect(not report["ok"] and report["steps"][0]["error"] == "key", report)
    expect("does not accept the key. No draft came. Make a new key" in report["steps"][0]["detail"], report)
    expect(not os.path.exists(ctl.data), "a key that does not work was kept")
    done = ctl.run("assist", "models", *on("openai", imitation, "--key-stdin"), text=KEY + "\n")
    says(done, 3, "The AI provider does not accept the key", "HTTP 401, invalid_api_key")
    expect(KEY not in done.stderr, "the key is told")
    imitation.stop()

    far = ctl.one("assist", "test", "--provider", "anthropic", "--model", "m", "--local-only", code=1)
    expect(far["steps"][0]["error"] == "not-local" and far["left"] == [], far)
    says(ctl.run("assist"), 2, "usage: assist models|test")
    says(ctl.run("assist", "models"), 2, "which provider?")
    says(ctl.run("assist", "models", "--provider", "nobody"), 2, "there is no such provider")
    says(ctl.run("assist", "test", "--provider", "ollama"), 2, "which model?")
    says(ctl.run("assist", "models", "--provider", "openai", "--api", "http://example.com"), 3,
         "This is not the provider's address", "with https")
    says(ctl.run("assist", "models", "--provider", "ollama", "--api", imitation.url), 3, "cannot be reached")
    ctl.remove()


QUESTION = "Do you also teach how to bake sourdough?"


def one_is_asked_where_the_playbook_has_no_words(program):
    world, imitation = World(program), Imitation(openai)
    ctl = world.ctl
    world.hear("zoe.kaya", QUESTION)
    expect(ctl.ask("assist", "ledger") == [], "something has left")
    expect("Nothing has left" in ctl.read("assist", "ledger"), "no words for an empty ledger")
    used = ctl.one("assist", "use", "openai", "--api", imitation.url + "/v1", "--model", "small-1", "--redact",
                   "names,emails", "--cap", "5", "--key-stdin", text=KEY + "\n")
    expect((used["on"], used["redact"], used["cap"]) == (True, ["names", "emails"], 5.0), used)

    shown = ctl.one("assist", "prompt", "zoe.kaya")
    expect(QUESTION in shown["text"] and "Reset" in shown["text"] and shown["on"], shown)
    expect("| " + QUESTION in ctl.read("assist", "prompt", "zoe.kaya"), "what would be sent")
    expect(imitation.seen == [], "it was sent to be shown")
    expect(world.make() == 1, "no draft")
    draft = world.only("zoe.kaya")
    expect((draft["origin"], draft["provider"], draft["model"]) == ("ai", "openai", "small-1"), draft)
    path, header, body = imitation.seen[-1]
    expect(header["Authorization"] == f"Bearer {KEY}", header)
    # Word by word what was shown.
    message = "== Message ==\n" + [one for one in body["messages"] if one["role"] == "user"][0]["content"]
    expect(message.split("It is now")[0] in shown["text"], (message, shown["text"]))
    call, = ctl.ask("assist", "ledger")
    expect((call["handle"], call["outcome"], call["host"]) == ("zoe.kaya", "ok", imitation.url[7:]), call)
    expect(call["bytes_out"] == int(header["Content-Length"]), (call, header))

    ctl.one("never-ai", "zoe.kaya", "on")
    expect(ctl.one("lead", "zoe.kaya")["never_ai"], "it is not told")
    says(ctl.run("assist", "prompt", "zoe.kaya"), 3, "Nothing of this lead is sent to AI")
    world.hear("zoe.kaya", QUESTION, ago=60 * 1000)
    world.make()
    expect(len(imitation.seen) == 1, "it was sent all the same")
    ctl.one("undo")
    expect(not ctl.one("lead", "zoe.kaya")["never_ai"], "undo")

    expect(not ctl.one("assist", "off")["on"], "it is on")
    world.hear("mia.k", QUESTION)
    world.make()
    expect(len(imitation.seen) == len(ctl.ask("assist", "ledger")) == 1, "with AI off something left")
    imitation.stop()
    world.end()


def what_cannot_be_is_refused_in_words(program):
    world = World(program)
    says(world.ctl.run("assist", "use", "openai"), 3, "There is no such model")
    says(world.ctl.run("assist", "use", "openai", "--model", "m", "--local-only"), 3, "would leave your computer")
    says(world.ctl.run("assist", "use", "nobody", "--model", "m"), 2, "no such provider")
    says(world.ctl.run("assist", "use", "openai", "--model", "m", "--cap", "much"), 2, "no amount")
    says(world.ctl.run("assist", "use", "openai", "--model", "m", "--redact", "shoes"), 2, "is not covered")
    says(world.ctl.run("never-ai", "nobody", "on"), 1, "nobody")
    expect(not world.ctl.one("assist", "settings")["on"], "it was kept")
    world.end()


TESTS = [
    "one_is_asked_where_the_playbook_has_no_words",
    "what_cannot_be_is_refused_in_words",
    "models_are_listed",
    "a_test_tells_its_steps_and_all_that_left",
    "people_read_it_in_words",
    "a_key_is_kept_by_choice_and_forgotten",
    "a_key_is_not_in_the_log",
    "refusals_say_what_to_do_and_not_the_key",
]

if __name__ == "__main__":
    sys.exit(run_tests(sys.modules[__name__], sys.argv[1], TESTS))
