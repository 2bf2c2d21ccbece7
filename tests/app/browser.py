"""A browser for driven tests, which shows nothing and tells what it was to open."""

import http.client
import os
import urllib.parse


def install_browser(folder):
    """A browser that notes what it is asked to open. GIO finds it as it would find a real one."""
    seen = os.path.join(folder, 'opened')
    script = os.path.join(folder, 'browser')
    with open(script, 'w', encoding='utf-8') as file:
        file.write('#!/bin/sh\nprintf "%%s\\n" "$1" >>"%s"\n' % seen)
    os.chmod(script, 0o755)
    applications = os.path.join(folder, 'share', 'applications')
    os.makedirs(applications)
    with open(os.path.join(applications, 'noting.desktop'), 'w', encoding='utf-8') as file:
        file.write('[Desktop Entry]\nType=Application\nName=Noting\nExec="%s" %%u\n'
                   'MimeType=x-scheme-handler/http;x-scheme-handler/https;\n' % script)
    with open(os.path.join(applications, 'mimeapps.list'), 'w', encoding='utf-8') as file:
        file.write('[Default Applications]\nx-scheme-handler/http=noting.desktop\n'
                   'x-scheme-handler/https=noting.desktop\n')
    return seen


class Browser:
    def __init__(self, folder):
        self.seen = install_browser(folder)
        self.env = {'XDG_DATA_HOME': os.path.join(folder, 'share')}
        self.used = 0

    def opened(self):
        """The one address that was opened since the last time, once there is one."""
        if not os.path.exists(self.seen):
            return None
        with open(self.seen, encoding='utf-8') as file:
            lines = file.read().splitlines()[self.used:]
        assert len(lines) <= 1, lines
        self.used += len(lines)
        return lines[0] if lines else None

    @staticmethod
    def land(address):
        """Where the consent page sends the browser."""
        parts = urllib.parse.urlsplit(address)
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        connection.request('GET', parts.path + '?' + parts.query)
        answer = connection.getresponse()
        assert answer.status == 302, answer.status
        return answer.headers['Location']
