"""A mail server for the tests: aiosmtpd, which keeps every mail as a numbered file in the order of arrival.

usage: mailbox.py PORT FOLDER [forgetful | slow]

Recipients whose address begins with "refused" are refused with 550. A forgetful server, for the control, accepts everything,
throws every fourth mail away and keeps every fifth one twice. A slow one takes half a second for each mail, and a minute for
recipients whose address begins with "hanging".
"""

import asyncio
import pathlib
import signal
import sys

from aiosmtpd.controller import Controller


class Mailbox:
    def __init__(self, folder, kind):
        self.folder = folder
        self.forgetful = "forgetful" in kind
        self.slow = "slow" in kind
        self.arrived = 0
        self.kept = len(list(folder.glob("*.eml")))

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 No such mailbox: " + address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.slow:
            hangs = any(address.startswith("hanging") for address in envelope.rcpt_tos)
            await asyncio.sleep(60 if hangs else 0.5)
        self.arrived += 1
        times = 1
        if self.forgetful:
            times = 0 if self.arrived % 4 == 0 else 2 if self.arrived % 5 == 0 else 1
        for _ in range(times):
            self.keep(envelope)
        return "250 OK"

    def keep(self, envelope):
        self.kept += 1
        head = "".join(f"X-Envelope-To: {address}\r\n" for address in envelope.rcpt_tos)
        fresh = self.folder / f"{self.kept:06}.part"
        fresh.write_bytes(head.encode() + envelope.content)
        fresh.rename(self.folder / f"{self.kept:06}.eml")


port, folder, *further = sys.argv[1:]
controller = Controller(Mailbox(pathlib.Path(folder), further), hostname="127.0.0.1", port=int(port))
controller.start()
signal.pause()
