"""A coach's desk for driven tests: a local Instagram, a data folder that is connected to it and read once, and the real
window on that folder."""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'lib'), os.path.join(HERE, '..', 'ctl')]

from harness import Sandbox  # noqa: E402
from uidrive import Program  # noqa: E402


class Desk:
    def __init__(self, build, folder, *sandbox_options):
        self.ctl = os.path.join(build, 'src', 'ctl', 'anteroomctl')
        self.program = os.path.join(build, 'src', 'app', 'anteroom')
        self.data = os.path.join(folder, 'data')
        self.sandbox = Sandbox(self.ctl, '--rate', '0', *sandbox_options)
        # The folder's token lies in a file: no Secret Service runs in a test.
        self.env = dict(os.environ, ANTEROOM_SECRETS='file', ANTEROOM_DATA=self.data)
        self.run('connect', '--token-stdin', '--api', self.sandbox.url, input=self.sandbox.token + '\n')
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
