"""Launches Matinale: makes the standard library yield, then hands over to the command line."""

import gc

from polling import runtime

gc.disable()  # what is imported stays: nothing of it is worth to be looked through for garbage
runtime.patch()

from polling.cli import main  # noqa: E402 - everything else is imported after the patch

gc.enable()

__all__ = ["main"]

if __name__ == "__main__":
    main()
