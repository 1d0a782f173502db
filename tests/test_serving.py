"""A page served to the browsers of this machine, and to nobody else."""

import http.client
import time
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from circgen.serving import PageServer


@pytest.fixture
def server():
    with PageServer() as serving:
        serving.publish(lambda version: f"<p>é {version}")
        yield serving


def answer(server, path, host=None, method="GET"):
    """The answer to a request for a path, or to one that names another host."""
    parts = urlsplit(server.url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or parts.netloc)
    connection.endheaders()
    return connection.getresponse()


def test_the_page_is_the_one_that_was_published_last(server):
    with closing(answer(server, server.path)) as page:
        assert page.read().decode() == "<p>é 1"
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    server.publish(lambda version: f"<b>{version}")
    with closing(answer(server, server.path)) as page:
        assert page.read() == b"<b>2"


def test_browsers_are_told_the_version_now_and_each_later_one(server):
    with closing(answer(server, f"{server.path}events")) as events:
        assert events.headers["Content-Type"] == "text/event-stream"
        assert [events.readline(), events.readline()] == [b"data: 1\n", b"\n"]
        server.publish(lambda version: f"<b>{version}")
        assert [events.readline(), events.readline()] == [b"data: 2\n", b"\n"]


def test_a_page_that_is_the_same_is_no_other_version(server):
    server.publish(lambda version: f"<p>é {version}")
    server.publish(lambda version: f"<b>{version}")
    with closing(answer(server, server.path)) as page:
        assert page.read() == b"<b>2"


def test_at_the_end_connections_end(server):
    with closing(answer(server, f"{server.path}events")) as events:
        events.readline()
        events.readline()
        before = time.monotonic()
        server.__exit__()
        assert events.read() == b""
        assert time.monotonic() - before < 2


def test_only_this_machine_is_listened_to(server):
    assert server.server_address[0] == "127.0.0.1"


def test_an_address_cannot_be_guessed():
    with PageServer() as one, PageServer() as other:
        assert urlsplit(one.url).path != urlsplit(other.url).path
        assert len(urlsplit(one.url).path) > 20


@pytest.mark.parametrize(
    "path", ["/", "/events", "/favicon.ico", "{path}x", "{path}events/", "/x{path}", "{path}../"]
)
def test_nothing_else_is_there(server, path):
    assert answer(server, path.format(path=server.path)).status == 404


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1"])
def test_a_page_of_another_name_gets_nothing(server, host):
    for path in (server.path, f"{server.path}events"):
        refused = answer(server, path, host)
        assert refused.status == 403
        assert "é" not in refused.read().decode()


def test_nothing_can_be_sent(server):
    assert answer(server, server.path, method="POST").status == 501


def test_a_browser_that_goes_is_no_error(server, capfd):
    connection = answer(server, f"{server.path}events")
    connection.readline()
    connection.close()
    for number in range(3):
        server.publish(f"{number}, {{}}".format)
        time.sleep(0.05)
    with closing(answer(server, server.path)) as page:
        assert page.read() == b"2, 4"
    assert capfd.readouterr() == ("", "")
