"""How Matinale does under load: N phones on raw WebSockets against a server that bench starts.

`python -m bench --help` says what can be chosen, docs/performance.md how to read the figures.
The driver speaks the Socket.IO protocol frame by frame: an official client would cost more than
the server it is to measure. The server runs in a process of its own, and its CPU and memory are
read from /proc, so bench needs Linux.

    target.py    what a server under test is; matinale.py is the one there is
    process.py   the CPU and memory of a process, and of a phase
    client.py    one raw connection; people.py makes it a phone, the wall or the host
    hall.py      everybody in one session
    phases.py    join, open, vote, broadcast, close, leave: what is measured
    ledger.py    whether what was acknowledged, stored and shown agree
    evening.py   all phases in order, on a server of their own; crash.py, the form with a SIGKILL
    report.py    tables for people and JSON lines for scripts
"""
