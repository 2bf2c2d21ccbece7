#!/usr/bin/env python3
"""test_train.py TRAINER EXAMPLES: the same examples give the same table to the byte, one more changes it, and a line that
cannot be read is named."""
import os
import subprocess
import sys
import tempfile

TRAINER, EXAMPLES = sys.argv[1:]


def train(folder, name, lines):
    path = os.path.join(folder, name + ".tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(lines)
    out = os.path.join(folder, name + ".c")
    done = subprocess.run([TRAINER, "--task", "lead", "--out", out, path], capture_output=True, text=True)
    if done.returncode != 0:
        return done.stderr
    with open(out, encoding="utf-8") as file:
        return file.read()


def main():
    with open(EXAMPLES, encoding="utf-8") as file:
        lines = file.readlines()[::7]
    with tempfile.TemporaryDirectory() as folder:
        first = train(folder, "first", lines)
        assert "ante_learned_lead" in first, first
        assert first == train(folder, "again", lines), "two tables from the same lines"
        assert first != train(folder, "more", lines + lines[:1] * 3), "an example that teaches nothing"
        wrong = train(folder, "wrong", lines[:3] + ["crisis en no tabs here\n"])
        assert "line 4" in wrong, wrong


main()
