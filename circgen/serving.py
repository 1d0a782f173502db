"""One page for the browsers of this machine, which are told when it has changed."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import Condition, Thread
from typing import Self

_ADDRESS = "127.0.0.1"
_PULSE = 10
"""Seconds after which a browser is told again which version there is."""


class PageServer(ThreadingMixIn, TCPServer):
    """Serves the page that was published last, and tells when there is another one.

    Only this machine is listened to. The address has a secret in it, so that neither other people
    on this machine nor other pages in the browser can read the letter.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        """Take a free port; nothing is answered before `with`."""
        super().__init__((_ADDRESS, 0), _Handler)
        self.host = f"{_ADDRESS}:{self.server_address[1]}"
        self.path = f"/{secrets.token_urlsafe(16)}/"
        self.url = f"http://{self.host}{self.path}"
        self.page = b""
        self._version, self._open = 0, True
        self._changed = Condition()

    def __enter__(self) -> Self:
        """Begin to answer."""
        Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """End all connections."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        self.shutdown()
        self.server_close()

    def publish(self, page: Callable[[int], str]) -> None:
        """Take a page, made for the number of its version, and tell all browsers if it is new."""
        with self._changed:
            if page(self._version).encode() == self.page:
                return
            self.page = page(self._version + 1).encode()
            self._version += 1
            self._changed.notify_all()

    def other_than(self, version: int) -> int:
        """The version once it is another one, or the same after a while; 0 when this is the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version or not self._open, _PULSE)
            return self._version if self._open else 0

    def handle_error(self, request: object, client_address: object) -> None:
        """Nobody needs to know that a browser has gone."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: PageServer

    def do_GET(self) -> None:
        """Send the page, or the number of each version from now on."""
        # With another name for this machine, another page could pretend to be from here.
        if self.headers.get("Host") != self.server.host:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == self.server.path:
            self._begin("text/html; charset=utf-8")
            self.wfile.write(self.server.page)
        elif self.path == f"{self.server.path}events":
            self._begin("text/event-stream")
            version = 0
            while version := self.server.other_than(version):
                self.wfile.write(f"data: {version}\n\n".encode())
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _begin(self, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
