"""What can be played, in the order of the table."""

from bench.studies import (
    against,
    archive,
    broadcast,
    burst,
    crash,
    disk,
    evening,
    frames,
    joins,
    leaving,
    page,
    rate,
    results,
)
from bench.studies.study import Section, Study

__all__ = ["STUDIES", "Section", "Study"]

STUDIES: dict[str, Study] = {
    module.STUDY.name: module.STUDY
    for module in (
        against, evening, burst, rate, joins, leaving, broadcast, disk, crash, results, archive,
        page, frames,
    )
}  # fmt: skip
