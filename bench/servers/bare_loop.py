"""The least that sending to everybody can cost in Python: one `send` after the other.

`bare_loop.py CLIENTS ROUNDS`: prints the port where it waits for its clients, reads a message
from standard input, sends it as a WebSocket frame to each client in each round, ten rounds a
second, and prints the seconds of CPU that this took.
"""

from __future__ import annotations

import socket
import sys
import time

EVERY_S = 0.1
LONGEST_SHORT = 125


def frame(message: bytes) -> bytes:
    """As a server sends it (RFC 6455, section 5.2), the same for every client."""
    if len(message) <= LONGEST_SHORT:
        return bytes([0x81, len(message)]) + message
    return bytes([0x81, 126]) + len(message).to_bytes(2, "big") + message


def main() -> None:
    clients, rounds = (int(number) for number in sys.argv[1:])
    with socket.create_server(("127.0.0.1", 0), backlog=4096) as listener:
        print(listener.getsockname()[1], flush=True)
        sockets = [listener.accept()[0] for _ in range(clients)]
    for client in sockets:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        client.setblocking(False)
    framed = frame(sys.stdin.buffer.readline().rstrip(b"\n"))
    spent = 0.0
    for _ in range(rounds):
        began = time.process_time()
        for client in sockets:
            client.send(framed)
        spent += time.process_time() - began
        time.sleep(EVERY_S)
    print(spent, flush=True)
    sys.stdin.buffer.read()  # clients go first


if __name__ == "__main__":
    main()
