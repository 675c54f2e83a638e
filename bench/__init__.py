"""How Matinale does under load: N phones on raw WebSockets against servers that bench starts.

`python -m bench --help` says what can be chosen, docs/performance.md how to read the figures.
The driver speaks the Socket.IO protocol frame by frame: an official client would cost more than
the server it is to measure. Each server runs in a process of its own, whose CPU and memory are
read as Linux counts them.

    goals.py     what is aimed at: the table, and whether it was reached
    studies/     what can be played, one a file, in a full and in a short form
    phases/      parts of an evening: join, open, vote, a stream of votes, leave
    people/      one raw connection; the phone, the wall, the host; the hall; the ledger, which
                 says whether what was acknowledged, stored and shown agree
    servers/     what a server under test is; Matinale, also on a slow disk; a bare Node server;
                 a bare loop of send()
    stage.py     where a study puts up its servers, and how large it plays
    answers.py   answers to a poll of any kind; stock.py, hundred thousands of them into a file
    browser.py   what a page makes a browser fetch
    process.py   the CPU and memory of a process, and of a phase; machine.py, where that was
    report.py    tables for people and JSON lines for scripts
"""
