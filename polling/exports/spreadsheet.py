"""CSV as spreadsheets read it (RFC 4180), with no cell that they would run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float | None

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8; without it accents are lost."""

_STARTS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""Excel takes full-width signs for the plain ones."""
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?")


def csv_lines(rows: Iterable[Sequence[Cell]], *, excel: bool = False) -> Iterator[str]:
    """Each row as a line. `excel` is the form that opens by a double click in a French Excel."""
    if excel:
        yield BYTE_ORDER_MARK
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=";" if excel else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def harmless(cell: Cell) -> Cell:
    """`cell`, as text where a spreadsheet would run what somebody typed.

    An attendee can type `=HYPERLINK(…)`, and the organiser's spreadsheet would obey. A leading
    apostrophe makes it text (OWASP, "CSV Injection"). Numbers stay numbers.
    """
    if isinstance(cell, str) and cell.startswith(_STARTS_FORMULA) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
