"""CSV as spreadsheets read it (RFC 4180), with no cell that they would run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

Cell = str | int | float | None

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8; without it accents are lost."""

TOGETHER = 50
"""Rows that are written at once."""

_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
"""What a formula starts with; Excel takes full-width signs for the plain ones."""
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?")


def csv_lines(rows: Iterable[Sequence[Cell]], *, excel: bool = False) -> Iterator[str]:
    """The rows as text, some at a time.

    `excel` is the form that opens by a double click in a French Excel.
    """
    if excel:
        yield BYTE_ORDER_MARK
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";" if excel else ",", lineterminator="\r\n")
    # What `harmless` asks first is asked here: calling it a million times over takes longer.
    cells = (
        [harmless(cell) if type(cell) is str and cell[:1] in _SIGNS else cell for cell in row]
        for row in rows
    )
    while True:
        writer.writerows(islice(cells, TOGETHER))
        if not lines.tell():
            return
        yield lines.getvalue()
        lines.seek(0)
        lines.truncate()


def harmless(cell: Cell) -> Cell:
    """`cell`, as text where a spreadsheet would run what somebody typed.

    An attendee can type `=HYPERLINK(…)`, and the organiser's spreadsheet would obey. A leading
    apostrophe makes it text (OWASP, "CSV Injection"). Numbers stay numbers.
    """
    if isinstance(cell, str) and cell[:1] in _SIGNS and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
