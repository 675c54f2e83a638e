"""Launches Matinale: makes the standard library yield, then hands over to the command line."""

from polling import runtime

runtime.patch()

from polling.cli import main  # noqa: E402 - everything else is imported after the patch

if __name__ == "__main__":
    main()
