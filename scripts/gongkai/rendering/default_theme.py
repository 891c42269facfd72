"""Where the default theme lies."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def theme_folder() -> Path:
    """The default theme: package data of the installed wheel, else the repository's `theme/`."""
    installed = _PACKAGE / "theme"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "theme"
