"""`gongkai diff`: the column as it is held against the column as a commit has it, both read by the steps of a check."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from gongkai import pipeline
from gongkai.call import Call
from gongkai.comparing.change import Change, Side
from gongkai.comparing.changes import changes
from gongkai.comparing.past import sources_at
from gongkai.console import Steps
from gongkai.model.problems import CannotBuild

_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


def compare(call: Call, revision: str) -> list[Change]:
    """What changed since `revision`. The baseline sets nothing aside: what both have is no change anyway."""
    call = replace(call, baseline=None)
    with tempfile.TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as folder:
        then = Path(folder) / "site"
        then.mkdir()
        config = sources_at(revision, call.folder, then, call.config)
        # Of Git's history and of the published build there is one; else the same problem would be a new one.
        past = replace(call, folder=then, config=config, history_of=call.folder)
        try:
            old = _side(past)
        except CannotBuild as error:
            raise CannotBuild(f"“{revision}”时的专栏读不了：{error}") from None
        return changes(old, _side(call))


def _side(call: Call) -> Side:
    examined = pipeline.check(call, Steps(pipeline.STEPS[:3]))
    bodies = {document.path: _body(call.folder / document.path) for document in examined.site.documents()}
    return Side(examined.site, examined.links, examined.problems, bodies)


def _body(path: Path) -> bytes:
    """What stands below the front matter; how lines end is no difference."""
    return _FRONT.sub(b"", path.read_bytes(), count=1).replace(b"\r\n", b"\n").strip()
