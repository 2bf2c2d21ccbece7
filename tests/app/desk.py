"""A coach's desk for driven tests: a local Instagram, a data folder that is connected to it and read once, and the real
window on that folder."""

import contextlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'lib'), os.path.join(HERE, '..', 'ctl')]

from harness import Sandbox  # noqa: E402
from uidrive import Program  # noqa: E402


class SmallDisk:
    """A disk of its own over a folder, which can be filled and made read-only: even for root, as which CI runs and
    without which nobody may make one."""

    def __init__(self, folder, megabytes=8):
        self.folder = folder
        self.filler = os.path.join(folder, 'filler')
        os.makedirs(folder, exist_ok=True)
        self.is_there = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=%dm' % megabytes, 'tmpfs', folder],
                                       stderr=subprocess.DEVNULL, check=False).returncode == 0

    def fill(self):
        with open(self.filler, 'wb', buffering=0) as filler, contextlib.suppress(OSError):
            while filler.write(bytes(4096)):
                pass

    def make_room(self):
        os.unlink(self.filler)

    def set_read_only(self, read_only):
        subprocess.run(['mount', '-o', 'remount,' + ('ro' if read_only else 'rw'), self.folder], check=True)

    def close(self):
        if self.is_there:
            subprocess.run(['umount', '--lazy', self.folder], check=True)


class Desk:
    def __init__(self, build, folder, *sandbox_options, before_sync=None):
        self.ctl = os.path.join(build, 'src', 'ctl', 'anteroomctl')
        self.program = os.path.join(build, 'src', 'app', 'anteroom')
        self.data = os.path.join(folder, 'data')
        self.sandbox = Sandbox(self.ctl, '--rate', '0', *sandbox_options)
        # The folder's token lies in a file: no Secret Service runs in a test.
        self.env = dict(os.environ, ANTEROOM_SECRETS='file', ANTEROOM_DATA=self.data, ANTEROOM_API=self.sandbox.url)
        self.run('connect', '--token-stdin', '--api', self.sandbox.url, input=self.sandbox.token + '\n')
        if before_sync:
            before_sync(self.sandbox)
        self.run('sync')

    def run(self, *command, input=None):
        return subprocess.run([self.ctl, '--json', *command], env=self.env, input=input, text=True, check=True,
                              stdout=subprocess.PIPE).stdout

    def open(self, **more):
        env = dict(self.env, **more.pop('env', {}))
        return Program([self.program], env=env, **more)

    def close(self):
        self.sandbox.process.terminate()
        self.sandbox.process.wait()
