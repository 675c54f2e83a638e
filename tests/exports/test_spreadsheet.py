"""CSV that any reader reads back, with no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.exports.spreadsheet import TOGETHER, Cell, csv_lines, harmless

SIGNS = "=+-@\t\r\n＝＋－＠"
texts = st.text(st.characters(codec="utf-8"))
dangerous = st.builds(str.__add__, st.sampled_from(SIGNS), texts)
tables = st.lists(st.lists(texts | dangerous | st.integers(), min_size=2, max_size=2), min_size=1)


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return text.isascii()


@given(texts | dangerous)
def test_no_text_starts_like_a_formula_unless_it_is_a_number(text: str) -> None:
    shown = str(harmless(text))

    assert not shown.startswith(tuple(SIGNS)) or is_number(shown)
    assert shown in (text, "'" + text)


@given(texts.filter(lambda text: not text.startswith(tuple(SIGNS))))
def test_other_texts_stay_as_they_were_typed(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["-5", "+3", "-2,5", "-1.25e-3", "+33612345678"])
def test_numbers_with_a_sign_stay_numbers(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "-", "--1"],
)
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("cell", [-5, -2.5, 0, None])
def test_cells_that_are_no_text_are_left_alone(cell: Cell) -> None:
    assert harmless(cell) is cell


@given(tables, st.booleans())
def test_a_csv_reader_reads_back_every_cell(rows: list[list[Cell]], excel: bool) -> None:
    text = "".join(csv_lines(rows, excel=excel)).removeprefix("\ufeff")

    assert read(text, ";" if excel else ",") == [[str(harmless(c)) for c in row] for row in rows]


@pytest.mark.parametrize("number", [0, 1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 5 * TOGETHER])
def test_as_many_rows_as_there_are(number: int) -> None:
    rows = [[str(row), "=1+1"] for row in range(number)]

    assert read("".join(csv_lines(rows))) == [[row, "'=1+1"] for row, _ in rows]


def test_rows_are_written_while_they_come() -> None:
    """An endless hall: a file that was gathered first would never begin."""
    assert sum(len(text) for text in islice(csv_lines([n, "a"] for n in count()), 50)) > 1000


def test_lines_end_as_rfc_4180_says() -> None:
    assert "".join(csv_lines([["a", 1], ['say "b"', None]])) == 'a,1\r\n"say ""b""",\r\n'


def test_the_excel_form_has_a_byte_order_mark_and_semicolons() -> None:
    text = "".join(csv_lines([["équité", "a,b"], ["c;d", 2]], excel=True))

    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text == '\ufefféquité;a,b\r\n"c;d";2\r\n'
