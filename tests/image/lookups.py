"""Hears which hosts' names are asked for on this machine's loopback interface, and knows none of them."""

import socket
import threading

PORT = 53


class Lookups:
    """A name server, of this process's network only: see __main__.py."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", PORT))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            query, asker = self._socket.recvfrom(4096)
            name, end = read_name(query)
            self.names.append(name)
            self._socket.sendto(no_such_name(query, end), asker)


def read_name(query: bytes) -> tuple[str, int]:
    """Read the name that a query asks for (RFC 1035, 4.1.2), and where it ends."""
    labels, at = [], 12
    while length := query[at]:
        labels.append(query[at + 1 : at + 1 + length].decode())
        at += 1 + length
    return ".".join(labels), at + 1


def no_such_name(query: bytes, end: int) -> bytes:
    """Answer that there is no such name: the query's own number and question, and response code 3."""
    counts = b"\0\1" + b"\0" * 6
    return query[:2] + b"\x81\x83" + counts + query[12 : end + 4]
