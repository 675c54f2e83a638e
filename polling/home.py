"""Where Matinale lives, a checkout or an installed wheel, and what stands there beside Python."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_files"
"""Where pyproject.toml has the wheel put what stands at the top of a checkout."""

_INSTALLED = _SHIPPED.is_dir()
_TOP = _SHIPPED if _INSTALLED else _PACKAGE.parent

TEMPLATES = _TOP / "templates"
STATIC = _TOP / "static"
TRANSLATIONS = _TOP / "translations"


def for_data() -> Path:
    """The folder of the database, unless a setting says otherwise."""
    return Path.cwd() if _INSTALLED else _TOP


def command(name: str) -> str:
    """What a person types here for `link` or `demo`."""
    return f"{'matinale' if _INSTALLED else 'make'} {name}"
