"""Requests of every wrong sort get a typed refusal or an answer; slow ones hold nobody up."""

import socket
from collections import Counter

import httpx

from tests.photos import encoded, photo
from tests.proof.figures import report
from tests.proof.hostile_requests import hostile_events
from tests.proof.hostile_victim import Fault, Victim

SLOW_CALLERS = 50
PICTURE = encoded(photo("chelsea").resize((120, 80)))
HALF_A_REQUEST = (
    b"POST /v1.0/removebg HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\nContent-Length: 1000000\r\n\r\nx"
)


def test_requests_of_every_wrong_sort_are_refused_or_answered() -> None:
    victim, outcomes = Victim(), Counter[str]()
    for name, event in hostile_events():
        try:
            outcomes[victim.ask(event)] += 1
        except Fault as fault:
            raise Fault(f"{name}: {fault}") from None
    victim.stop()
    report("hostile inputs", "Wrong requests", outcomes)


def test_callers_who_never_end_their_requests_hold_nobody_up(server_url: str) -> None:
    host, port = server_url.removeprefix("http://").split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(SLOW_CALLERS)]
    try:
        for number, connection in enumerate(slow):
            # Some leave off in their headers, some in their bodies.
            connection.sendall(HALF_A_REQUEST[: len(HALF_A_REQUEST) if number % 2 else 40])
        answer = httpx.post(f"{server_url}/v1.0/removebg", files={"image_file": PICTURE}, timeout=60)
        for connection in slow:
            connection.sendall(b"x")
        again = httpx.post(f"{server_url}/v1.0/removebg", files={"image_file": PICTURE}, timeout=60)
    finally:
        for connection in slow:
            connection.close()
    assert (answer.status_code, again.status_code) == (200, 200)
    assert answer.content == again.content
    report("hostile inputs", "Slow requests", Counter({"held nobody up": SLOW_CALLERS}))


def test_lines_that_are_no_http_are_refused_and_the_next_is_answered(server_url: str) -> None:
    host, port = server_url.removeprefix("http://").split(":")
    head = b"POST /v1.0/removebg HTTP/1.1\r\nHost: a\r\n"
    wrong = {
        "no HTTP": b"hello\r\n\r\n",
        "200 KB of one header": head + b"X-A: " + b"a" * 200_000 + b"\r\n\r\n",
        "two lengths": head + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "a length and chunks": head + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "a chunk without an end": head + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\nx",
        "a folded header": head + b"X-A: a\r\n b\r\n\r\n",
        "a null byte": head + b"X-A: \0\r\n\r\n",
    }
    outcomes = Counter[str]()
    for name, lines in wrong.items():
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(lines)
            try:
                connection.shutdown(socket.SHUT_WR)
                answer = connection.recv(4096)
            except OSError:
                # The server had enough of it, and has gone.
                answer = b""
        status = answer.split(b" ")[1].decode() if answer else "closed"
        assert not status.startswith("5"), name
        outcomes[status] += 1
        assert httpx.get(f"{server_url}/v1.0/health", timeout=60).status_code == 200, name
    report("hostile inputs", "Lines that are no HTTP", outcomes)
