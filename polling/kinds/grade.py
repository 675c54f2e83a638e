"""What kinds share whose answer is one whole number out of a few."""

from __future__ import annotations

import random
from abc import abstractmethod

from polling.errors import AnswerInvalid
from polling.kinds.kind import Fields, Kind
from polling.kinds.paper import Line, Paper
from polling.languages import N_
from polling.records import JSON, Poll, Tally


class OneGrade(Kind):
    """Its answer is one of `grades`."""

    @abstractmethod
    def grades(self, poll: Poll) -> range:
        """What can be given, the lowest first."""

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        return cleaned_grade(answer, self.grades(poll))

    def counted(self, tally: Tally, poll: Poll) -> dict[int, int]:
        """How many gave each grade, those that nobody gave included."""
        counts = dict.fromkeys(self.grades(poll), 0)
        for _slot, answer, count in tally.counts:
            if answer in counts:
                counts[answer] += count
        return counts

    def on_paper(self, poll: Poll) -> Paper | None:
        boxes = {str(grade): str(grade) for grade in self.grades(poll)}
        return Paper([Line("", "", boxes)], graded=True, ends=self.ends(poll))

    def ends(self, poll: Poll) -> dict[str, str]:
        """The words for some of the grades, as paper has them."""
        return {}

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        return int(box)

    def from_form(self, fields: Fields) -> JSON:
        return typed_grade(next(iter(fields.get("answer", ())), ""))

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        return simulated_grade(self.grades(poll), str(poll.id), chance)


def cleaned_grade(answer: JSON, grades: range) -> int:
    """`answer`, if it is one of `grades`. Raises AnswerInvalid."""
    # True is 1 to Python, and 3.0 is 3; neither is what was asked for.
    if type(answer) is not int or answer not in grades:
        raise AnswerInvalid(
            N_("Choose a whole number from %(min)s to %(max)s."), min=grades[0], max=grades[-1]
        )
    return answer


def typed_grade(value: str) -> JSON:
    """The number in a form's field, or the field as it stands, which will be refused."""
    try:
        return int(value)
    except ValueError:
        return value


def simulated_grade(grades: range, about: str, chance: random.Random) -> int:
    """A grade near what the room thinks `about` something: the same opinion for a whole poll."""
    taste = random.Random(about)
    width = len(grades) - 1
    opinion, spread = taste.uniform(0.4, 0.85) * width, taste.uniform(0.14, 0.3) * width
    place = round(chance.gauss(opinion, spread))
    return grades[min(max(place, 0), width)]


def codes(counts: dict[int, int]) -> dict[str, int]:
    """`counts` as JSON can hold them, whose names are texts."""
    return {str(grade): count for grade, count in counts.items()}
