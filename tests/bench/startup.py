"""How long a program takes from its start to its first and to its last painted pixel, and what it holds in memory then.

A virtual display that keeps its picture in a file is watched by reading that file: nothing is asked of the program or
of the X server, so that watching costs both sides the same. Programs are started in turns, each several times.
"""

import mmap
import os
import shutil
import signal
import statistics
import struct
import subprocess
import tempfile
import time
import zlib

SETTLE_S = 3.0
# On a machine that has other work to do.
LONGEST_S = 15.0
# Nothing that blinks may count as content.
SETTINGS = ('[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n'
            'gtk-cursor-blink=false\n')


class Screen:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='anteroom-screen-')
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writing), '-screen', '0', '1280x800x24', '-noreset', '-nolisten', 'tcp',
             '-fbdir', self.folder], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.name = ':' + pipe.readline().strip()
        self.file = open(os.path.join(self.folder, 'Xvfb_screen0'), 'rb')
        self.map = mmap.mmap(self.file.fileno(), 0, prot=mmap.PROT_READ)
        # An XWD file: big-endian words, among them the header's length, the line's and the number of colours.
        words = struct.unpack('>25I', self.map[:100])
        self.line, self.height = words[12], words[5]
        self.start = words[0] + words[19] * 12

    def look(self):
        """A sum over each sixth line of the picture."""
        total = 0
        for row in range(0, self.height, 6):
            at = self.start + row * self.line
            total = zlib.crc32(self.map[at:at + self.line], total)
        return total

    def is_rich(self):
        """Rows of words and pictures, not an empty page with something in its middle."""
        rows = [self.map[self.start + row * self.line:self.start + (row + 1) * self.line]
                for row in range(0, self.height, 6)]
        return len(set(rows)) > len(rows) // 2

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.map.close()
        self.file.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def read_memory(pid):
    """Memory that is the program's own, in MB; None where another user may not look."""
    try:
        with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as lines:
            held = [int(line.split()[1]) for line in lines if line.startswith(('Private_Clean', 'Private_Dirty'))]
    except OSError:
        return None
    return sum(held) / 1024


def read_cpu(pid):
    with open(f'/proc/{pid}/stat', encoding='utf-8') as stat:
        fields = stat.read().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf('SC_CLK_TCK')


def read_threads(pid):
    return len(os.listdir(f'/proc/{pid}/task'))


def watch(screen, argv, env, has_content):
    empty = screen.look()
    started = time.monotonic()
    process = subprocess.Popen(argv, env=dict(env, DISPLAY=screen.name), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    first = last = None
    picture = empty
    until = SETTLE_S
    while time.monotonic() - started < until:
        now_seen = screen.look()
        if now_seen != picture:
            picture = now_seen
            last = (time.monotonic() - started) * 1000
            first = first or last
        if process.poll() is not None:
            raise SystemExit(f'{argv[0]} ended with {process.returncode}')
        time.sleep(0.002)
        if time.monotonic() - started >= until and has_content and not screen.is_rich() and until < LONGEST_S:
            until += 1
    seen = {'first': first, 'last': last, 'cpu': read_cpu(process.pid), 'uss': read_memory(process.pid),
            'threads': read_threads(process.pid)}
    is_rich = screen.is_rich()
    process.send_signal(signal.SIGTERM)
    process.wait()
    if first is None or (has_content and not is_rich):
        raise SystemExit(f'{argv[0]} showed no content within {LONGEST_S} s')
    deadline = time.monotonic() + 5
    while screen.look() != empty and time.monotonic() < deadline:
        time.sleep(0.01)
    return seen


def median(runs, key):
    values = [run[key] for run in runs if run[key] is not None]
    return statistics.median(values) if values else None


def measure(programs, runs=5):
    """@programs: name -> (argv, env, whether it shows content); None in env takes a variable away.

    The first turn, which fills the caches, does not count. Gives name -> medians."""
    home = tempfile.mkdtemp(prefix='anteroom-bench-home-')
    os.makedirs(os.path.join(home, 'gtk-4.0'))
    with open(os.path.join(home, 'gtk-4.0', 'settings.ini'), 'w', encoding='ascii') as settings:
        settings.write(SETTINGS)
    surroundings = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=os.path.join(home, 'cache'),
                        GDK_BACKEND='x11', GTK_A11Y='none', GSETTINGS_BACKEND='memory', ADW_DISABLE_PORTAL='1')
    surroundings.pop('WAYLAND_DISPLAY', None)
    screen = Screen()
    seen = {name: [] for name in programs}
    try:
        for turn in range(runs + 1):
            for name, (argv, env, has_content) in programs.items():
                merged = {key: value for key, value in dict(surroundings, **env).items() if value is not None}
                run = watch(screen, argv, merged, has_content)
                if turn > 0:
                    seen[name].append(run)
    finally:
        screen.close()
        shutil.rmtree(home, ignore_errors=True)
    return {name: {key: median(found, key) for key in ('first', 'last', 'cpu', 'uss', 'threads')}
            for name, found in seen.items()}
