"""Every refusal of the product, by name, with its HTTP status and a translatable message.

A message is a gettext id with named placeholders; whoever speaks to a person translates it.
"""

from __future__ import annotations

from typing import Any

from polling.home import command
from polling.languages import N_


class PollingError(Exception):
    """A refusal with a name. `details` fill the message and travel with it."""

    name = "internal"
    status = 500
    message = N_("Something went wrong on the server.")

    def __init__(self, message: str | None = None, **details: Any) -> None:
        super().__init__(message or self.message)
        if message is not None:
            self.message = message
        self.details = details


class BadRequest(PollingError):
    name, status = "bad-request", 400
    message = N_("This request is not of the expected form.")


class SessionNotFound(PollingError):
    name, status = "session-not-found", 404
    message = N_("There is no session with this code.")


class SessionGoesOn(PollingError):
    name, status = "session-goes-on", 409
    message = N_("This is there once the session has ended.")


class PollNotFound(PollingError):
    name, status = "poll-not-found", 404
    message = N_("This question does not exist.")


class EntryNotFound(PollingError):
    name, status = "entry-not-found", 404
    message = N_("This entry does not exist.")


class KeyRequired(PollingError):
    name, status = "key-required", 403
    message = N_("A key or a facilitator's sign-in is needed here.")


class CookieRequired(PollingError):
    name, status = "cookie-required", 403
    message = N_("Please allow this site's cookie: without it a vote cannot be changed.")


class PhonesNotShared(PollingError):
    name, status = "phones-not-shared", 403
    message = N_("In this session, phones are not passed on.")


class ForeignOrigin(PollingError):
    name, status = "foreign-origin", 403
    message = N_("This form was sent from another site.")


class TokenRequired(PollingError):
    name, status = "token-required", 401
    message = N_("A valid access token is needed here.")


class SessionFull(PollingError):
    name, status = "session-full", 503
    message = N_("The room is full for the moment.")


class PollClosed(PollingError):
    name, status = "poll-closed", 409
    message = N_("The vote is closed.")


class WrongRound(PollingError):
    name, status = "wrong-round", 409
    message = N_("The vote has started again: please answer the new round.")


class AnswerInvalid(PollingError):
    """The message says what is expected."""

    name, status = "answer-invalid", 400
    message = N_("This answer is not of the expected form.")


class TooMany(PollingError):
    name, status = "too-many", 429
    message = N_("Too many answers at once: please wait a moment.")


class ContentInvalid(PollingError):
    """A poll that cannot be asked as it stands. The message says what is expected, and
    `details["field"]` where: `title`, or a path such as `content.options.0.text`."""

    name, status = "content-invalid", 400
    message = N_("This question cannot be asked as it stands.")


class CountInvalid(PollingError):
    """A count of paper ballots that cannot be right. The message says why, and
    `details["field"]` where."""

    name, status = "count-invalid", 400
    message = N_("This count cannot be right.")


class ImageUnreadable(PollingError):
    """By its content; its name does not matter."""

    name, status = "image-unreadable", 400
    message = N_("This file is no picture that can be read: send a JPEG, PNG, WebP or GIF.")


class ImageTooLarge(PollingError):
    name, status = "image-too-large", 413
    message = N_("This picture is too large: at most %(most)s MB.")


class ImageTooManyPixels(PollingError):
    name, status = "image-too-many-pixels", 400
    message = N_("This picture has too many pixels: at most %(most)s million.")


class ImageNotFound(PollingError):
    name, status = "image-not-found", 404
    message = N_("This picture does not exist.")


class ThemeNotFound(PollingError):
    name, status = "theme-not-found", 404
    message = N_("This theme does not exist.")


class ThemeInvalid(PollingError):
    """A theme that cannot be used. The message says why, and `details["field"]` where."""

    name, status = "theme-invalid", 400
    message = N_("This theme cannot be used.")


class KindUnknown(PollingError):
    name, status = "kind-unknown", 400
    message = N_("There is no kind of question called “%(kind)s”.")


class PollFrozen(PollingError):
    name, status = "poll-frozen", 409
    message = N_(
        "This question has been voted on: its wording is frozen. Duplicate it to change it."
    )


class PollOpen(PollingError):
    name, status = "poll-open", 409
    message = N_("Close the vote first.")


class NothingToDraw(PollingError):
    name, status = "nothing-to-draw", 409
    message = N_("There is nothing left to draw.")


class SessionEnded(PollingError):
    name, status = "session-ended", 409
    message = N_("This session has ended.")


class ReopenTooLate(PollingError):
    name, status = "reopen-too-late", 409
    message = N_("The session ended too long ago to be reopened. Its answers are kept.")


class SessionBusy(PollingError):
    name, status = "session-busy", 409
    message = N_("This session has answers: it can no longer be rehearsed.")


class CodeTaken(PollingError):
    name, status = "code-taken", 409
    message = N_("The code “%(code)s” is taken.")


class CodeInvalid(PollingError):
    name, status = "code-invalid", 400
    message = N_("A code has 6 characters of %(alphabet)s.")


class AddressGone(PollingError):
    name, status = "address-gone", 410
    message = N_("This computer no longer has this address: the network has changed.")


class LinkUsed(PollingError):
    name, status = "link-used", 410
    message = N_("This link has been used. “%(command)s” prints another.")

    def __init__(self) -> None:
        super().__init__(command=command("link"))


class PairingOver(PollingError):
    name, status = "pairing-over", 410
    message = N_("This link has been used, or is too old. The console makes another.")


class StorageFailed(PollingError):
    name, status = "storage-failed", 503
    message = N_("The server cannot write to its disk: nothing was recorded.")


class CannotStart(PollingError):
    """A setting that cannot work or a file that cannot serve: one line, exit status 2."""

    name = "cannot-start"
