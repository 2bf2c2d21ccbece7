#!/usr/bin/python3
"""Measures Anteroom beside the least that the same work can cost on this machine, in the same run.

    bench.py BUILD RESULT.json [--large] [--only PART]...

PART is ingest, requests, decode, guard, startup, software or board. Exit 1 when a budget is missed, 3 when something could not be
measured.
"""

import argparse
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'ctl')]

import startup  # noqa: E402
from harness import Ctl, Sandbox  # noqa: E402

MIGRATIONS = os.path.join(HERE, '..', '..', 'src', 'store', 'migrations')
SIZES = [(1000, 20000), (10000, 200000)]
LARGE = (100000, 2000000)
# What a poll asks for, with twenty messages of each thread.
POLL = ('id,updated_time,participants{id,username},messages.limit(20){id,created_time,from,to,message,attachments,'
        'shares,story,reply_to,reactions,is_unsupported}')
HOSTILE = {'word': '1 MB without a space', 'marks': '5,000 letters with three marks each', 'lines': '100,000 lines',
           'turned': '5,000 turns of the direction'}
PARTS = ['ingest', 'search', 'brief', 'requests', 'decode', 'guard', 'startup', 'software', 'board', 'threads']


class Bench:
    def __init__(self, build, folder, large):
        self.ctl = os.path.join(build, 'src', 'ctl', 'anteroomctl')
        self.app = os.path.join(build, 'src', 'app', 'anteroom')
        self.tools = os.path.join(build, 'tests', 'bench')
        self.folder = folder
        self.large = large
        self.rows = []

    def tell(self, what, ours, floor=None, budget=None, data='', unit='', better='less', ratio=None):
        """@budget: (kind, limit), kind being "ratio" or "ours"; @better says on which side of it is good."""
        if ratio is None and floor:
            ratio = ours / floor
        held = None
        if budget is not None:
            value = ratio if budget[0] == 'ratio' else ours
            held = value is not None and (value <= budget[1] if better == 'less' else value >= budget[1])
        self.rows.append({'what': what, 'ours': ours, 'floor': floor, 'unit': unit, 'ratio': ratio, 'data': data,
                          'budget': budget and {'of': budget[0], 'limit': budget[1], 'better': better}, 'held': held})

    def place(self, name):
        path = os.path.join(self.folder, name)
        shutil.rmtree(path, ignore_errors=True)
        return path

    def run(self, *argv):
        done = subprocess.run(argv, stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout)

    # --- what is stored ------------------------------------------------------------------------------------

    def ingest_once(self, leads, messages, seed):
        data = self.place('ours')
        ours = self.run(self.ctl, '--data', data, '--json', 'bench', 'ingest', '--leads', str(leads), '--messages',
                        str(messages), '--seed', str(seed))
        raw = self.place('raw')
        os.makedirs(raw)
        schema = os.path.join(raw, 'schema.sql')
        with open(schema, 'w', encoding='utf-8') as whole:
            for name in sorted(os.listdir(MIGRATIONS)):
                with open(os.path.join(MIGRATIONS, name), encoding='utf-8') as part:
                    whole.write(part.read())
        floor = self.run(os.path.join(self.tools, 'raw-ingest'), schema, os.path.join(raw, 'raw.db'), str(leads),
                         str(messages), str(seed))
        if ours['rows'] != floor['rows']:
            raise SystemExit(f'not the same work: {ours["rows"]} and {floor["rows"]} rows')
        shutil.rmtree(data)
        shutil.rmtree(raw)
        return ours['rows'] / ours['seconds'], floor['rows'] / floor['seconds']

    def ingest(self):
        leads, messages = 5000, 100000
        pairs = [self.ingest_once(leads, messages, seed) for seed in (1, 2, 3)]
        ours = statistics.median(pair[0] for pair in pairs)
        floor = statistics.median(pair[1] for pair in pairs)
        self.tell('P11 ingest', ours, floor, ('ratio', 0.6), f'{leads} leads, {messages} messages', 'rows/s', 'more')

    # --- what is found -------------------------------------------------------------------------------------

    def search(self):
        for leads, messages in [SIZES[1]] + ([LARGE] if self.large else []):
            data = self.place('search')
            self.run(self.ctl, '--data', data, '--json', 'bench', 'fill', '--leads', str(leads), '--messages',
                     str(messages))
            seen = self.run(self.ctl, '--data', data, '--json', 'bench', 'search')
            shutil.rmtree(data)
            size = f'{messages} messages, {seen["queries"]} prefixes of their words'
            self.tell('P10 search as one types, p50', seen['p50_ms'], None, ('ours', 6), size, 'ms')
            self.tell('P10 search as one types, p99', seen['p99_ms'], None, ('ours', 30), size, 'ms')
            self.tell('P10 search as one types, worst', seen['worst_ms'], None, ('ours', 80), size, 'ms')

    # --- what is read before a call ------------------------------------------------------------------------

    def brief(self):
        data = self.place('brief')
        self.run(self.ctl, '--data', data, '--json', 'bench', 'fill', '--leads', '1', '--messages', '5000')
        self.run(self.ctl, '--data', data, '--json', 'playbook', 'import', '--starter', 'business')
        seen = self.run(self.ctl, '--data', data, '--json', 'bench', 'brief')
        shutil.rmtree(data)
        size = f'a lead with {seen["messages"]} messages'
        self.tell('P15 brief, until it is painted', seen['painted_ms'], None, ('ours', 40), size, 'ms')
        self.tell('P15 brief, as PDF', seen['pdf_ms'], None, ('ours', 150), size, 'ms')

    # --- what is asked of Instagram ---------------------------------------------------------------------------

    def requests(self):
        leads, messages = 1000, 20000
        data = f'{leads} leads, {messages} messages'
        sandbox = Sandbox(self.ctl, '--rate', '0', '--leads', str(leads), '--messages', str(messages))
        ctl = Ctl(self.ctl, self.place('requests'))
        try:
            ctl.connect(sandbox)
            sandbox.control('reset_ledger')
            first = ctl.one('sync')
            self.tell('first sync, requests', sandbox.control('requests')['count'], leads / 25, None, data)
            self.tell('first sync, seconds', first['seconds'], None, None, data, 's')
            # Before anything changes: what changed within two minutes of the newest is read again each time.
            sandbox.control('reset_ledger')
            ctl.one('sync')
            self.tell('idle pass, requests', sandbox.control('requests')['count'], 1, ('ours', 1), data)

            people = sandbox.control('people')['people']
            for person in people:
                sandbox.write_as(person['handle'], 'one more')
            sandbox.control('reset_ledger')
            changed = ctl.one('sync')
            if changed['messages_new'] != leads:
                raise SystemExit(f'{changed["messages_new"]} of {leads} new messages were seen')
            self.tell('P25 changed threads, requests', sandbox.control('requests')['count'], leads / 25, ('ours', 60),
                      f'{leads} changed threads')
        finally:
            sandbox.stop()
            ctl.remove()

    def fetch_poll(self):
        sandbox = Sandbox(self.ctl, '--rate', '0', '--leads', '120', '--messages', '4800')
        query = urllib.parse.urlencode({'platform': 'instagram', 'limit': 100, 'fields': POLL,
                                        'access_token': sandbox.token})
        try:
            with urllib.request.urlopen(f'{sandbox.url}/v25.0/me/conversations?{query}', timeout=30) as answer:
                return answer.read()
        finally:
            sandbox.stop()

    def decode(self):
        path = self.place('poll.json')
        with open(path, 'wb') as file:
            file.write(self.fetch_poll())
        seen = self.run(os.path.join(self.tools, 'decode'), path, '31')
        if seen['threads'] != 100:
            raise SystemExit(f'{seen["threads"]} threads are not a poll of 100')
        data = f'100 conversations of up to 20 messages, {seen["bytes"] // 1000} KB'
        self.tell('P12 JSON of a poll, cpu', seen['ours'], seen['floor'], ('ours', 50), data, 'ms')
        self.tell('P12 JSON of a poll, memory', seen['held_bytes'] / 1e6, None, ('ours', 6), data, 'MB')

    # --- what a verdict costs -----------------------------------------------------------------------------------

    def guard(self):
        profiles = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'fixtures', 'guard', 'profiles.json')
        seen = self.run(os.path.join(self.tools, 'guard'), profiles, '1000')
        data = 'draft of 1,000 bytes, 20 messages of the lead'
        self.tell('P26 verdict, median, cpu', seen['p50_ms'], None, ('ours', 0.5), data, 'ms')
        self.tell('P26 verdict, p99, cpu', seen['p99_ms'], None, ('ours', 2), data, 'ms')

    # --- from the start to the board ---------------------------------------------------------------------------

    def startup(self):
        sizes = SIZES + ([LARGE] if self.large else [])
        programs = {'control': ([os.path.join(self.tools, 'control')], {}, False)}
        for leads, messages in sizes:
            data = self.place(f'fill-{leads}')
            filled = self.run(self.ctl, '--data', data, '--json', 'bench', 'fill', '--leads', str(leads), '--messages',
                              str(messages))
            if (leads, messages) == LARGE:
                self.tell('P11 a large account', filled['seconds'], None, ('ours', 60), f'{messages} messages', 's')
            programs[leads] = ([self.app], {'ANTEROOM_DATA': data, 'ANTEROOM_SECRETS': 'file'}, True)
        seen = startup.measure(programs)
        floor = seen['control']
        for leads, messages in sizes:
            self.tell_start(seen[leads], floor, f'{leads} leads, {messages} messages')
        small, big = seen[sizes[0][0]], seen[sizes[-1][0]]
        span = f'{sizes[-1][0]} to {sizes[0][0]} leads'
        self.tell('P2 painted, by size', big['last'], small['last'], ('ratio', 1.05), span, 'ms')
        self.tell('P2 cpu, by size', big['cpu'], small['cpu'], ('ratio', 1.05), span, 'ms')

    def software(self):
        """Ours with no GPU and no hint of it, beside a control that is told the cheapest way to draw."""
        leads, messages = SIZES[-1]
        data = self.place('fill-software')
        self.run(self.ctl, '--data', data, '--json', 'bench', 'fill', '--leads', str(leads), '--messages',
                 str(messages))
        unhinted = {'ANTEROOM_DATA': data, 'ANTEROOM_SECRETS': 'file', 'GSK_RENDERER': None, 'GDK_DEBUG': None}
        cheapest = {'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable'}
        seen = startup.measure({'ours': ([self.app], unhinted, True),
                                'control': ([os.path.join(self.tools, 'control')], cheapest, False)})
        self.tell('P4 content painted, no GPU', seen['ours']['last'], seen['control']['last'], ('ratio', 1.5),
                  f'{leads} leads, {messages} messages', 'ms')

    # --- the board ------------------------------------------------------------------------------------------------

    def crowd(self, leads, in_first):
        """So many leads, so many of them in the first column, the others in the rest."""
        data = self.place('board')
        self.run(self.ctl, '--data', data, '--json', 'bench', 'fill', '--leads', str(leads), '--messages',
                 str(3 * leads))
        with contextlib.closing(sqlite3.connect(os.path.join(data, 'anteroom.db'))) as db, db:
            db.execute('UPDATE lead SET stage_id = iif (id <= ?, 1, 2 + id % 8), is_client = 0, board_rank = 0',
                       (in_first,))
        return data

    def board(self):
        leads, in_first = 20000, 12000
        seen = self.display('board-frames', self.crowd(leads, in_first))
        if seen['cards'] != in_first:
            raise SystemExit(f'{seen["cards"]} cards are not {in_first}')
        data = f'{leads} leads, {in_first} in a column'
        floor = seen['floor']
        self.tell('P7 first full frame after a click', seen['first_frame']['wall'], None, ('ours', 60), data, 'ms')
        self.tell('P7 the same in the first second', seen['first_cold']['wall'], None, None, data, 'ms')
        self.tell('P7 scrolled frame, median, cpu', seen['scroll']['median'], floor['median'], None, data, 'ms')
        self.tell('P7 scrolled frame, p99, cpu', seen['scroll']['p99'], floor['p99'], ('ours', 16.6), data, 'ms')
        self.tell('P7 scrolled frame, worst, cpu', seen['scroll']['worst'], floor['worst'], ('ours', 33), data, 'ms')
        self.tell('P7 frames with a card not yet read', seen['blank_frames'], None, ('ours', 0), 'of 600')
        self.tell('P7 card widgets alive', seen['widgets'], None, ('ours', 250), data)
        self.tell('P7 drop, saved and painted, median', seen['drop']['median'], None, None, data, 'ms')
        self.tell('P7 drop, saved and painted, p99', seen['drop']['p99'], None, ('ours', 33), data, 'ms')
        self.tell('P7 filter, letter to painted, median', seen['filter']['median'], None, None, data, 'ms')
        self.tell('P7 filter, letter to painted, p99', seen['filter']['p99'], None, ('ours', 30), data, 'ms')

    # --- threads --------------------------------------------------------------------------------------------------

    def long_thread(self):
        """One thread of some 50,000 messages, and 200 of some 100; and from when to when the long one goes."""
        data = self.place('threads')
        self.run(self.ctl, '--data', data, '--json', 'bench', 'fill', '--leads', '701', '--messages', '70100')
        with contextlib.closing(sqlite3.connect(os.path.join(data, 'anteroom.db'))) as db, db:
            db.execute('UPDATE message SET lead_id = 1 WHERE lead_id > 201')
            return data, db.execute('SELECT count(*), min(at), max(at) FROM message WHERE lead_id = 1').fetchone()

    def threads(self):
        data, (n, first, last) = self.long_thread()
        seen = self.display('thread-frames', data, str(first), str(last))
        of = f'{n} messages'
        self.tell('P8 thread opened, median', seen['open']['median'], None, ('ours', 33), '100 leads, some 100 messages', 'ms')
        self.tell('P8 thread opened, p99', seen['open']['p99'], None, ('ours', 50), '100 leads, some 100 messages', 'ms')
        self.tell('P8 long thread opened, p99', seen['open_long']['p99'], None, ('ours', 50), of, 'ms')
        self.tell('P8 gone to a day, median', seen['jump']['median'], None, None, of, 'ms')
        self.tell('P8 gone to a day, p99', seen['jump']['p99'], None, ('ours', 80), of, 'ms')
        self.tell('P8 scrolled frame, p99, cpu', seen['scroll']['p99'], None, ('ours', 16.6), of, 'ms')
        self.tell('P9 threads a second', seen['threads_a_second'], None, None, '200 leads, one after another')
        seen = self.display('hostile-rows')
        for name, what in HOSTILE.items():
            self.tell('P23 hostile row, median, cpu', seen[name]['median'], seen['short']['median'], None, what, 'ms')

    def display(self, tool, *argv):
        return self.run('xvfb-run', '-a', '-s', '-screen 0 1280x800x24 -noreset', os.path.join(self.tools, tool), *argv)

    def tell_start(self, ours, floor, data):
        self.tell('P1 first pixel', ours['first'], floor['first'], None, data, 'ms')
        self.tell('P1 content painted', ours['last'], floor['last'], ('ratio', 1.35), data, 'ms')
        self.tell('P1 cpu after 3 s', ours['cpu'], floor['cpu'], ('ratio', 1.7), data, 'ms')
        if ours['uss'] is not None and floor['uss'] is not None:
            self.tell('P5 own memory', ours['uss'], floor['uss'], ('ours', floor['uss'] + 18), data, 'MB')
        self.tell('P5 threads', ours['threads'], floor['threads'], ('ours', 8), data)


def shown(value, unit=''):
    if value is None:
        return ''
    text = f'{value:,.0f}' if value >= 100 or value == int(value) else f'{value:.2f}'
    return f'{text} {unit}'.strip()


def describe(row):
    budget = row['budget']
    limit = ''
    if budget:
        sign = '≤' if budget['better'] == 'less' else '≥'
        limit = f'{sign} {shown(budget["limit"])}' + (' ×' if budget['of'] == 'ratio' else f' {row["unit"]}')
        limit = limit.strip() + ('' if row['held'] else '  MISSED')
    ratio = f'{row["ratio"]:.2f}' if row['ratio'] is not None else ''
    return [row['what'], shown(row['ours'], row['unit']), shown(row['floor'], row['unit']), ratio, limit, row['data']]


def print_table(rows):
    lines = [['what', 'ours', 'floor', 'ratio', 'budget', 'data']] + [describe(row) for row in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(6)]
    for line in lines:
        print(' | '.join(cell.rjust(width) if 0 < i < 4 else cell.ljust(width)
                         for i, (cell, width) in enumerate(zip(line, widths))).rstrip())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build')
    parser.add_argument('result')
    parser.add_argument('--large', action='store_true')
    parser.add_argument('--only', action='append', choices=PARTS)
    args = parser.parse_args()
    build = os.path.abspath(args.build)
    # Beside the build, not on a file system that lives in memory: what is measured ends on a disk.
    folder = tempfile.mkdtemp(prefix='bench-', dir=build)
    bench = Bench(build, folder, args.large)
    broken = None
    try:
        for part in args.only or PARTS:
            print(f'{part}…', file=sys.stderr)
            getattr(bench, part)()
    except SystemExit as error:  # what was measured before is told all the same
        broken = error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.dirname(os.path.abspath(args.result)), exist_ok=True)
    with open(args.result, 'w', encoding='utf-8') as result:
        json.dump(bench.rows, result, indent=1, ensure_ascii=False)
    print_table(bench.rows)
    if broken:
        print(f'bench: {broken}', file=sys.stderr)
        return 3
    return 1 if any(row['held'] is False for row in bench.rows) else 0


if __name__ == '__main__':
    sys.exit(main())
