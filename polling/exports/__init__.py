"""What the organiser takes away: one file for each format, and the downloads made of them."""

from polling.exports.attachment import attachment
from polling.exports.report import Question, Report
from polling.exports.takeaway import Download, Exports
from polling.exports.wording import Translate

__all__ = ["Download", "Exports", "Question", "Report", "Translate", "attachment"]
