"""Importing files one after another: where each goes, what was imported before, and that nothing is ever overwritten.

A state file beside the results holds, by the hash of each source, where it went. A source that was imported is passed
over for as long as its result exists; a file that exists is never written to.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from filecmp import cmp
from itertools import chain, count
from pathlib import Path

from gongkai.importing.blocks import Block, Doubt, Refused, Source
from gongkai.importing.reading import ENDINGS, read_source
from gongkai.importing.recognising import Recognised, Value, recognise
from gongkai.importing.writing import written
from gongkai.model.faults import why
from gongkai.model.file_names import is_device
from gongkai.model.settings import Settings

STATE = ".gongkai-import.json"
FOLDERS = {"policy": "policies", "interpretation": "interpretations", "other": "content"}
"""The site's folder for each kind."""
_UNSAFE = re.compile(r"[^\w\u3400-\u9fff.\-〔〕]+")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of one file: its text and all that contract §3 says, or why it was refused."""

    path: Path
    kind: str = "other"
    front: Mapping[str, Value] | None = None
    cited: Sequence[str] = ()
    doubts: Sequence[Doubt] = ()
    text: str = ""
    refusal: str = ""
    pictures: Mapping[str, bytes] | None = None
    attachments: Sequence[str] = ()

    def as_json(self) -> dict[str, object]:
        """One entry of the list of contract §3; a refused file says so among its doubts and has no text."""
        doubts = [Doubt("文件", self.refusal)] if self.refusal else self.doubts
        return {
            "path": self.path.as_posix(), "kind": self.kind, "front_matter": dict(self.front or {}), "cited": list(self.cited),
            "doubts": [{"key": doubt.key, "why": doubt.why} for doubt in doubts], "markdown": self.text,
        }  # fmt: skip


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those below the folders named that can be imported, in order; temporary ones are left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = sorted(p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
            found += [p for p in below if not p.name.startswith(("~$", ".")) and not p.is_symlink()]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def import_file(path: Path, settings: Settings, kind: str = "", simplify: bool = False, slug: str = "") -> Imported:
    """Read and recognise one file. What cannot be imported comes back with the reason, never as an exception."""
    try:
        source = read_source(path)
        recognised = recognise(source, settings, kind, simplify)
    except Refused as refused:
        return Imported(path, refusal=str(refused))
    except OSError as error:
        return Imported(path, refusal=f"打不开：{why(error)}")
    except (RecursionError, MemoryError):
        return Imported(path, refusal="结构太深或太大，读不下来")
    pictures, names = _pictures(source, recognised, path, slug or slug_of(path))
    result = written(recognised, names)
    front = {**recognised.front, **result.front}
    return Imported(path, recognised.kind, front, recognised.cited, result.doubts, result.text, "", pictures, recognised.attachments)


def slug_of(path: Path) -> str:
    """A file name that suits an address, from the source's own."""
    name = _UNSAFE.sub("-", path.stem).strip("-._")[:_LONGEST].strip("-._")
    if not name or is_device(name):
        name = f"wenjian-{name}".strip("-")
    return name


def _pictures(source: Source, recognised: Recognised, path: Path, slug: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """Content by new file name, and the new name of each picture that the text shows: those in the file or saved beside it."""
    content: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for block in recognised.body:
        if not block.picture or block.picture in names:
            continue
        raw = source.pictures.get(block.picture) or _saved_beside(path, block)
        if raw is None:
            recognised.doubts.append(Doubt("图片", f"图片“{block.picture[-60:]}”没有随网页保存，正文里没有放"))
            continue
        ending = Path(block.picture.split("?")[0]).suffix.lower() or ".png"
        names[block.picture] = f"{slug}-{len(names) + 1}{'.jpg' if ending == '.jpeg' else ending}"
        content[names[block.picture]] = raw
    return content, names


def _saved_beside(path: Path, block: Block) -> bytes | None:
    """A picture of a saved page, from the folder that the browser wrote beside it; nothing outside the page's folder."""
    target = block.picture.split("?")[0]
    if re.match(r"^[a-zA-Z]+:|^//", target) or "\0" in target:
        return None
    try:
        folder = path.parent.resolve()
        found = (folder / target.lstrip("/\\")).resolve()
        if found.is_relative_to(folder) and found.is_file() and found.stat().st_size < 20_000_000:
            return found.read_bytes()
    except OSError:
        return None
    return None


class Desk:
    """A folder that imported documents are written to, with the memory of what is there already."""

    def __init__(self, folder: Path, by_kind: bool) -> None:
        self._folder = folder
        self._by_kind = by_kind
        self._state_file = folder / STATE
        self._state: dict[str, str] = {}
        try:
            stored = json.loads(self._state_file.read_text(encoding="utf-8"))
            self._state = {k: v for k, v in stored.items() if isinstance(v, str)}
        except (OSError, ValueError, AttributeError, RecursionError):
            self._state = {}  # without its memory the desk writes twice, which is a nuisance and no harm

    def done(self, raw_hash: str) -> Path | None:
        """Where this very source was written before, if that still exists."""
        entry = self._state.get(raw_hash)
        return self._folder / entry if entry and (self._folder / entry).is_file() else None

    def slug_for(self, path: Path) -> str:
        """A file name that suits an address and that no document has yet, whatever kind this one turns out to be."""
        folders = [self._folder / name for name in FOLDERS.values()] if self._by_kind else [self._folder]
        first = slug_of(path)
        names = chain([first], (f"{first}-{number}" for number in count(2)))
        return next(name for name in names if not any((folder / f"{name}.md").exists() for folder in folders))

    def write(self, imported: Imported, raw_hash: str, slug: str) -> tuple[Path, list[Doubt]]:
        """Write a document by the name `slug`, its pictures and attachments beside it; return where, and which of these
        could not be put there because another file has their name."""
        folder = self._folder / FOLDERS[imported.kind] if self._by_kind else self._folder
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{slug}.md"
        _write_new(target, imported.text.encode("utf-8"))
        doubts: list[Doubt] = []
        for name, content in (imported.pictures or {}).items():
            if not (folder / name).exists():
                _write_new(folder / name, content)
            elif (folder / name).read_bytes() != content:
                doubts.append(Doubt("图片", f"已经有一个“{name}”，内容不同，没有动它；给图片换个名字，正文里也改"))
        for name in imported.attachments:
            beside = imported.path.parent / name
            if beside.is_file() and not (folder / name).exists():
                shutil.copyfile(beside, folder / name)
            elif beside.is_file() and not cmp(beside, folder / name, shallow=False):
                doubts.append(Doubt("附件", f"已经有一个“{name}”，内容不同，没有动它；给附件换个名字，“附件”里也改"))
        self._state[raw_hash] = target.relative_to(self._folder).as_posix()
        self._keep()
        return target, doubts

    def _keep(self) -> None:
        new = self._state_file.with_name(STATE + ".new")
        new.write_text(json.dumps(self._state, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
        new.replace(self._state_file)


def hash_of(path: Path) -> str:
    """The content hash of a file, read piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet."""
    with path.open("xb") as stream:
        stream.write(content)
