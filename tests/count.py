#!/usr/bin/python3
"""Adds up what meson ran, by the logs given (FOLDER:BASE for meson's --logbase), and prints the one closing line.

A program that was killed leaves nothing in the JUnit file, so it is counted from the log beside it.
"""
import json
import os
import sys
import xml.etree.ElementTree as ET


def count_suites(path):
    passed = failed = skipped = 0
    with_failures = set()
    for suite in ET.parse(path).getroot().iter('testsuite'):
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                failed += 1
                with_failures.add(suite.get('name').split('.')[-1])
            elif case.find('skipped') is not None:
                skipped += 1
            else:
                passed += 1
    return passed, failed, skipped, with_failures


def main(runs):
    passed = failed = skipped = 0
    for run in runs:
        folder, base = run.split(':')
        log = os.path.join(folder, 'meson-logs', base)
        if not os.path.exists(log + '.junit.xml'):
            print('failed: %s did not run' % run)
            failed += 1
            continue
        p, f, s, with_failures = count_suites(log + '.junit.xml')
        passed, failed, skipped = passed + p, failed + f, skipped + s
        with open(log + '.json', encoding='utf-8') as lines:
            for line in lines:
                test = json.loads(line)
                name = test['name'].split('/')[-1].strip()
                if test['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP') and name not in with_failures:
                    print('failed: %s in %s (%s)' % (test['name'], folder, test['result']))
                    failed += 1
    print('%d passed, %d failed, %d skipped' % (passed, failed, skipped))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
