"""What a build consists of, so that a copy can be checked: SHA-256 and size of every file, itself excepted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING

from gongkai import __version__
from gongkai.publishing.staging import Written

if TYPE_CHECKING:
    from gongkai.model.site import Site

NAME = "manifest.json"
_AS_JSON, _PATH = json.encoder.encode_basestring, itemgetter(0)


def manifest(site: Site, files: Iterable[Written]) -> str:
    """One line a file, in the order of paths, so that two builds can be compared with the eye."""
    rows = ",\n".join(
        f"  {_AS_JSON(path)}: {{\"sha256\": \"{sha256}\", \"bytes\": {size}}}" for path, sha256, size in sorted(files, key=_PATH)
    )
    head = {"generator": f"gongkai {__version__}", "date": site.today.isoformat()}
    return json.dumps(head, ensure_ascii=False)[:-1] + f', "files": {{\n{rows}\n}}}}\n'
