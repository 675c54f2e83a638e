"""Paper ballots of a question, in large print."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from polling.errors import BadRequest, CountInvalid
from polling.exports.wording import for_poll
from polling.home import TEMPLATES
from polling.kinds import kind
from polling.kinds.paper import Line, Paper
from polling.languages import N_, said_in, typographic
from polling.pictures import Picture
from polling.records import JSON, Poll, Session
from polling.sheets.typesetting import Sheet, breakable, drawing, typeset

LARGE_PT, LARGER_PT = 18, 24

_SHAPE = re.compile(r'<symbol id="m\d+" viewBox="([^"]+)">(.*?)</symbol>')
_SHORT = 3
"""Characters of words that boxes can be beside one another under."""


def ballots(
    session: Session, poll: Poll, round: int, size: int, picture: Picture | None = None
) -> Sheet:
    """In print of `size` points, LARGE_PT or LARGER_PT. Raises BadRequest, and CountInvalid where
    the kind is not asked on paper."""
    if size not in (LARGE_PT, LARGER_PT) or round < 1:
        raise BadRequest
    paper = kind(poll.kind).on_paper(poll)
    if paper is None:
        raise CountInvalid(N_("This kind of question cannot be asked on paper."))
    data = _data(session, poll, paper, round, size)
    if picture is not None:
        data["picture"] = drawing(picture, poll.content["image"]["alt"])
    pdf = typeset("ballots", data)
    return Sheet(f"{session.code}-ballots-{poll.position}-{round}-{size}pt.pdf", pdf)


def _data(session: Session, poll: Poll, paper: Paper, round: int, size: int) -> dict[str, JSON]:
    said = partial(said_in, session.language)
    read = for_poll(poll, said)

    def shown(text: str) -> str:
        return breakable(typographic(read(text), session.language))

    words = [text for line in paper.lines for text in line.boxes.values()]
    ends = [{"box": box, "text": shown(text)} for box, text in paper.ends.items()]
    return {
        "language": session.language,
        "title": shown(poll.title),
        "session": shown(session.title),
        "place": said(N_("Question %(n)s · round %(round)s"))
        % {"n": poll.position, "round": round},
        "how": typographic(_how(paper, said), session.language),
        "beside": all(len(text) <= _SHORT for text in words),
        "lines": [
            {"text": shown(line.text), "boxes": _boxes(line, paper, shown)} for line in paper.lines
        ],
        "ends": ends,
        "size": size,
        "words": {
            "no_name": said(
                N_("Do not write your name. If you make a mistake, ask for another sheet.")
            )
        },
    }


def _how(paper: Paper, said: Callable[[str], str]) -> str:
    """How to fill it in."""
    if paper.once:
        return said(N_("Place 1 is the first. Tick each place once, at most one on each line."))
    if len(paper.lines) > 1:
        return said(N_("Tick one box on each line. Leave a line out where you cannot say."))
    if paper.graded:
        return said(N_("Tick one number."))
    if paper.least == paper.most == 1:
        return said(N_("Tick one box."))
    if paper.least == paper.most:
        return said(N_("Tick %(n)s boxes.")) % {"n": paper.most}
    if paper.most == len(paper.lines[0].boxes):
        return said(N_("Tick as many boxes as you like."))
    return said(N_("Tick at most %(n)s boxes.")) % {"n": paper.most}


def _boxes(line: Line, paper: Paper, shown: Callable[[str], str]) -> list[dict[str, JSON]]:
    return [
        {"text": shown(words), **({"mark": _mark(place)} if paper.lettered else {})}
        for place, words in enumerate(line.boxes.values())
    ]


def _mark(place: int) -> dict[str, str]:
    return {"letter": "ABCDEFGHIJKL"[place], "svg": _shapes()[place]}


@cache
def _shapes() -> list[str]:
    """What the screens draw options with."""
    marks = (TEMPLATES / "_marks.svg").read_text("utf-8")
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shape}</svg>'
        for box, shape in _SHAPE.findall(marks)
    ]
