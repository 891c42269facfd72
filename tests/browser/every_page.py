"""One page of every type of the repository's own column, as it is built: the fullest one of each."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai import pipeline
from gongkai.console import Steps

from ..conftest import ROOT, TODAY

_KIND = re.compile(r'<body class="page-([a-z-]+)">')


def build_demonstration(folder: Path) -> Path:
    """The repository's own column, built; the folder it is in."""
    call = pipeline.Call(ROOT, ROOT / "site.yaml", folder / "build", 2, TODAY)
    outcome = pipeline.build(call, Steps(pipeline.STEPS))
    assert (folder / "build" / "index.html").is_file(), outcome
    return folder / "build"


def fullest_pages(built: Path) -> dict[str, Path]:
    """Type of page → the largest page of that type."""
    found: dict[str, Path] = {}
    for path in sorted(built.rglob("*.html")):
        match = _KIND.search(path.read_text(encoding="utf-8"))
        if match and (match[1] not in found or path.stat().st_size > found[match[1]].stat().st_size):
            found[match[1]] = path
    return found
