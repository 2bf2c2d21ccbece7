#!/usr/bin/python3
"""Adds up what meson ran, by the logs given (FOLDER:BASE for meson's --logbase), and prints the one closing line.

FOLDER:BASE+AGAIN: those of BASE that failed were run a second time, which is what counts; each is named.
--failed FOLDER:BASE: prints the names of those that failed, for that second time.
A program that was killed leaves nothing in the JUnit file, so it is counted from the log beside it.
"""
import json
import os
import re
import sys
import xml.etree.ElementTree as ET

PASSED, FAILED, SKIPPED = range(3)


def judge(case):
    if case.find('failure') is not None or case.find('error') is not None:
        return FAILED
    return SKIPPED if case.find('skipped') is not None else PASSED


def count(folder, base):
    """Program -> how many of its steps passed, failed and were skipped; None where nothing was run."""
    log = os.path.join(folder, 'meson-logs', base)
    if not os.path.exists(log + '.junit.xml'):
        return None
    programs = {}
    # What a program has printed stands there as it came; XML knows no other control characters than these.
    with open(log + '.junit.xml', encoding='utf-8', errors='replace') as file:
        told = re.sub('[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]', '?', file.read())
    for suite in ET.fromstring(told).iter('testsuite'):
        # "anteroom.SUITE / NAME" where a program tells of its steps; else its name is the case's.
        _, told, name = suite.get('name').partition('.')
        for case in suite.iter('testcase'):
            programs.setdefault(name if told else case.get('name'), [0, 0, 0])[judge(case)] += 1
    with open(log + '.json', encoding='utf-8') as lines:
        for test in map(json.loads, lines):
            steps = programs.setdefault(test['name'], [0, 0, 0])
            if test['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP') and not steps[FAILED]:
                steps[FAILED] = 1
    return programs


def list_failed(programs):
    return [name for name, steps in programs.items() if steps[FAILED]]


def main(runs):
    total = [0, 0, 0]
    for run in runs:
        folder, bases = run.split(':')
        base, _, again = bases.partition('+')
        programs = count(folder, base)
        if programs is None:
            print('failed: %s did not run' % run)
            total[FAILED] += 1
            continue
        for name, steps in ((again and count(folder, again)) or {}).items():
            if not steps[FAILED] and name in list_failed(programs):
                print('unsteady: %s in %s failed, and passed when it was run again' % (name, folder))
            programs[name] = steps
        for name in list_failed(programs):
            print('failed: %s in %s' % (name, folder))
        total = [sum(column) for column in zip(total, *programs.values())]
    print('%d passed, %d failed, %d skipped' % tuple(total))
    return 1 if total[FAILED] or not total[PASSED] else 0


if __name__ == '__main__':
    if sys.argv[1] == '--failed':
        print('\n'.join(name.split(' / ')[-1] for name in list_failed(count(*sys.argv[2].split(':')) or {})))
    else:
        sys.exit(main(sys.argv[1:]))
