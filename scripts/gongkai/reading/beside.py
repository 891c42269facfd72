"""One door to the files that a document names beside it: nothing outside the site is opened, whatever the name."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from gongkai.reading.sources import HIDDEN


def read_beside(folder: Path, path: str) -> bytes | None:
    """The bytes of the file at a path relative to the site.

    None where there is no ordinary file that can be read: a folder, a name no system takes, or one that is hidden or a symbolic
    link, or lies in a folder of the site that is.
    """
    place = PurePosixPath(path)
    if any(part.startswith(HIDDEN) for part in place.parts):
        return None
    try:
        if any((folder / above).is_symlink() for above in (place, *place.parents[:-1])) or not (folder / place).is_file():
            return None
        return (folder / place).read_bytes()
    except (OSError, ValueError):
        return None
