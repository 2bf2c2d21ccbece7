#!/usr/bin/python3
"""Pictures, voice notes, videos and shares in a thread: fetched when they are looked at and not before, shown large, and
words where one is missing."""

import os
import re
import stat
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
WHO = 'Pia Bild'
PICTURE = re.compile('^Picture from Pia Bild, ')


def write(sandbox):
    """a picture far up, then more than a window holds of words, then one of each kind"""
    def say(**what):
        sandbox.say({'handle': 'pia.bild', 'name': WHO, **what})

    say(kind='image')
    say(text='\n'.join('line %d' % i for i in range(40)))
    for kind, link in (('image', 'broken'), ('image', 'bomb'), ('image', 'page'), ('image', 'expired'), ('image', None)):
        say(kind=kind, link=link)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, before_sync=write)
        media = os.path.join(desk.data, 'media')

        def fetched():
            return [r['path'] for r in desk.sandbox.get('requests')['requests'] if r['path'].startswith('media/')]

        with desk.open() as app:
            pass


if __name__ == '__main__':
    sys.exit(main())
