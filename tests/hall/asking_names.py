"""Who is matinale.local? As phones ask: once, by multicast, from any port (RFC 6762, 5.1)."""

from __future__ import annotations

import socket

import dns.message
from zeroconf import DNSAddress, DNSIncoming

EVERYBODY = ("224.0.0.251", 5353)
PATIENCE_S = 1


def addresses_of(name: str, asked_from: str) -> set[str]:
    """What is answered within a second; nothing where nobody has the name."""
    question = dns.message.make_query(f"{name}.", "A").to_wire()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as phone:
        phone.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(asked_from))
        phone.settimeout(PATIENCE_S)
        phone.sendto(question, EVERYBODY)
        try:
            answer = DNSIncoming(phone.recv(4096))
        except TimeoutError:
            return set()
    return {
        socket.inet_ntoa(record.address)
        for record in answer.answers()
        if isinstance(record, DNSAddress) and record.name == f"{name}."
    }
