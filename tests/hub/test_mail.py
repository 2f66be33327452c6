"""A mail server for test mails: aiosmtpd with sign-in (user "hub", password "geheim"), which takes only mails from hub@example.org.

usage: test_mail.py PORT
"""

import signal
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Taking:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address != "hub@example.org":
            return "550 5.7.1 Sender not allowed"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        return "554 5.6.0 No thanks" if b"Subject: refuse" in envelope.content else "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    fits = isinstance(data, LoginPassword) and (data.login, data.password) == (b"hub", b"geheim")
    return AuthResult(success=fits, handled=False)


controller = Controller(
    Taking(), hostname="127.0.0.1", port=int(sys.argv[1]), authenticator=authenticate, auth_required=True, auth_require_tls=False
)
controller.start()
signal.pause()
