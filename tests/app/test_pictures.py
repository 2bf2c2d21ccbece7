#!/usr/bin/python3
"""Pictures, voice notes, videos and shares in a thread: fetched when they are looked at and not before, shown large, and
words where one is missing."""

import hashlib
import os
import re
import stat
import struct
import sys
import tempfile
import zlib

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
WHO = 'Pia Bild'
PICTURE = re.compile('^Picture from Pia Bild, ')
FROM = {'from': 'pia.bild', 'name': WHO}


def make_png(width=60, height=40):
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))

    rows = (b'\0' + bytes((30, 120, 200)) * width) * height
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


PLAN = make_png()


def write(sandbox):
    """One picture above more words than a window holds; the bad ones, and one that is good."""
    sandbox.control('message', kind='image', **FROM)
    sandbox.control('message', text='\n'.join('line %d' % i for i in range(29)), **FROM)
    for link in ('broken', 'bomb', 'page', 'expired', 'none'):
        sandbox.control('message', kind='image', link=link, **FROM)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, '--leads', '3', '--messages', '9', before_sync=write)
        media = os.path.join(desk.data, 'media')
        plan = os.path.join(folder, 'my plan.png')
        with open(plan, 'wb') as file:
            file.write(PLAN)

        def fetched():
            paths = [request['path'] for request in desk.sandbox.control('requests')['requests']]
            return [path for path in paths if path.startswith('media/')]

        with desk.open() as app:
            def pictures():
                return app.find('push button', PICTURE)

            def is_open(title):
                return app.find('frame', title)

            def looked_at():
                """a picture that is in view is there, and is kept where nobody else can read it; the rest is not fetched"""
                app.click('label', WHO, within=('list', 'Conversations'))
                app.until(lambda: len(pictures()) >= 2, 'the places of the pictures')
                app.until(lambda: os.path.isdir(media) and os.listdir(media), 'a picture to be kept')
                good = [path for path in fetched() if path.endswith('.png')]
                assert len(good) == 1, good
                kept = os.path.join(media, os.listdir(media)[0])
                assert stat.S_IMODE(os.stat(kept).st_mode) == 0o600, kept
                assert stat.S_IMODE(os.stat(media).st_mode) == 0o700, media

            def large():
                """a click shows it large, in its own size with 1, and Escape closes that"""
                app.click(pictures()[-1])
                app.until(lambda: is_open(PICTURE), 'the picture to be large')
                app.wait('image', PICTURE)
                app.key('1')
                app.until(lambda: app.find(None, 'Actual Size', state='pressed'), 'its own size')
                app.key('0')
                app.until(lambda: not app.find(None, 'Actual Size', state='pressed'), 'the size of the window')
                app.key('Escape')
                app.until(lambda: not is_open(PICTURE), 'the large picture to be closed')

            def placeholders():
                """the keyboard walks to the bad ones, each of which says what it is, and can be tried again where that may help"""
                app.click('text', 'Answer')
                app.key('shift+Tab')
                app.until(lambda: app.find('push button', PICTURE, state='focused'), 'the good one to be at hand')
                for words in ('no longer gives this', 'Not a picture', 'Too large to be shown safely', 'is damaged'):
                    app.key('shift+Tab')
                    app.until(lambda: app.find('label', re.compile(words)), words)
                before = len(fetched())
                app.until(lambda: app.find('push button', 'Try Again', state='focused'), 'the last one to be at hand')
                app.key('Return')
                app.until(lambda: len(fetched()) > before, 'it to be fetched again')
                app.wait('label', re.compile('is damaged'))

            def far_up():
                """the one far up comes when one goes there, and no sooner"""
                assert len([path for path in fetched() if path.endswith('.png')]) == 1, fetched()
                app.key('shift+Tab')
                app.until(lambda: len([path for path in fetched() if path.endswith('.png')]) == 2, 'it to be fetched')

            def rest():
                """a voice note, a video and a share say what they are; an address that is none to open is not opened"""
                for what in ({'kind': 'voice'}, {'kind': 'video'}, {'kind': 'share', 'link': 'https://www.instagram.com/reel/Ex/'},
                             {'kind': 'share', 'link': 'http://user@evil.example/'}):
                    desk.sandbox.control('message', **what, **FROM)
                app.click('push button', 'Sync now')
                app.wait('push button', re.compile('^Voice note from Pia Bild, '))
                app.wait('push button', re.compile('^Video from Pia Bild, '))
                app.wait('label', 'instagram.com/reel/Ex')
                app.wait('label', 'Its address is not one to open.')
                shares = app.find('push button', re.compile('^Shared by Pia Bild, '))
                assert [share.has('sensitive') for share in shares] == [True, False], shares
                assert not app.unnamed(), app.unnamed()

            def attached():
                """a picture is chosen, stands over the words and on its way in its bubble; taken back, it stands there again"""
                app.click('push button', 'Attach Files')
                app.wait('filler', 'Attach Files')
                app.type(plan)
                app.key('Return')
                app.wait('label', re.compile('my plan.png'))
                app.click('push button', 'Send')
                app.wait('push button', 'Picture on its way: my plan.png')
                os.unlink(plan)
                app.click('push button', 'Undo')
                app.wait('push button', 'Remove my plan.png')
                assert not app.unnamed(), app.unnamed()
                app.key('ctrl+Return')
                app.wait('push button', 'Picture on its way: my plan.png')

            def arrived():
                """it is with the lead as it was, and its bubble shows our own copy of it"""
                app.until(lambda: desk.sandbox.sent(), 'it to be sent', deadline=25)
                app.wait('push button', re.compile('^Picture from Coach, '))
                assert [each.get('sha256') for each in desk.sandbox.sent()] == [hashlib.sha256(PLAN).hexdigest()]
                assert PLAN in [open(os.path.join(media, file), 'rb').read() for file in os.listdir(media)]
                app.until(lambda: not os.listdir(os.path.join(desk.data, 'outgoing')), 'the copy to be swept')

            tap.run([looked_at, large, placeholders, far_up, attached, rest, arrived])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
