"""Before an index is published: every document is found by its 文号, its title and stretches of its text.

Every document is asked for, in Python and, where Node is present, with the shipped scripts too. The words are drawn by
numbers that hang on the index, so that the same index is asked the same and another one something else. A word is looked
up as a search does it; only that of each list of postings, which is read once for many words, nothing is kept but what
concerns the documents asked for.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from gongkai.model.problems import CannotBuild
from gongkai.searching.inversion.asking import unheld
from gongkai.searching.store import IndexUnreadableError, Store

STRETCHES = 3
_LENGTHS = (3, 5, 8)
_AT_ONCE = 25_000  # documents whose words are looked up together: every part is opened for them
_KEPT = 8  # parts that are read in order, each hardly twice
_PATIENCE = 1200  # seconds for those that are looked up together
_TOLD = 20
_SPARING = ("--max-semi-space-size=2",)  # MB of what is young: what is read here is large and soon done with
_ASK = Path(__file__).with_name("self_test.js")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that a word of its own does not find."""

    kind: str
    slug: str
    word: str
    reader: str  # "Python" or "JavaScript"


@dataclass(frozen=True, slots=True)
class Task:
    """Documents to ask for; with the scripts in `scripts`, where they are named, else in Python."""

    folder: Path
    documents: Sequence[int]
    scripts: Path | None = None


def tasks(folder: Path, documents: int, jobs: int, theme: Path | None = None, asked: Sequence[int] | None = None) -> list[Task]:
    """What there is to ask an index in `folder` that is to hold so many documents: all of them, or where `same` tells of the
    others, those that are `asked` for. `theme` has the shipped scripts; None leaves them out, as does a machine without Node.
    CannotBuild where the index cannot be read or holds another number."""
    try:
        held = Store(folder).documents
    except (IndexUnreadableError, ValueError, KeyError) as error:
        raise unreadable(error) from error
    if held != documents:
        raise CannotBuild(f"检索自检没有通过，没有发布：应有 {documents} 篇，索引里是 {held} 篇。{_OURS}")
    every = range(documents) if asked is None else asked
    # The scripts take as long as all the others, so they begin first.
    slices = [every[first : first + _AT_ONCE] for first in range(0, len(every), _AT_ONCE)]
    scripts = [Task(folder, some, theme / "search") for some in slices] if theme and shutil.which("node") else []
    # Every task opens almost every part, so there are no more of them than there are processes to spare.
    step = max(1, min(_AT_ONCE, -(-len(every) // max(1, jobs - bool(scripts)))))
    return [*scripts, *(Task(folder, every[first : first + step]) for first in range(0, len(every), step))]


_OURS = "这是程序的错，请连同这一行报告。"


def unreadable(error: Exception) -> CannotBuild:
    """What stops a build whose index cannot be read."""
    return CannotBuild(f"检索自检没有通过，没有发布：刚写的索引读不出（{error}）。{_OURS}")


def failures(task: Task) -> list[Failure]:
    """The documents of a task that are not found; empty where all is well. CannotBuild where asking was not possible."""
    if task.scripts:
        return _in_node(task)
    try:
        return _in_python(task)
    except (IndexUnreadableError, ValueError, KeyError, IndexError) as error:
        raise unreadable(error) from error


def told(missed: Sequence[Failure]) -> tuple[str, ...]:
    """A sentence for each of the first, and how many more there are."""
    words = [f"{m.kind} {m.slug} 用“{m.word}”查不到（{m.reader}）" for m in missed[:_TOLD]]
    more = [f"另有 {len(missed) - _TOLD} 处"] if missed[_TOLD:] else []
    return (*words, *more)


def _in_python(task: Task) -> list[Failure]:
    store = Store(task.folder, _KEPT)
    asked = [(document, word, unit) for document in task.documents for word, unit in words_of(store, document)]
    # A word stands in the units in which all its terms do; that of no term stands nowhere.
    terms, units, owners = array("Q"), array("L"), array("L")
    missed: set[int] = set()
    for place, (_, word, unit) in enumerate(asked):
        chosen = store.folding.chosen(word)
        if not chosen:
            missed.add(place)
        for _, term in chosen:
            terms.append(term)
            units.append(unit)
            owners.append(place)
    missed.update(owners[place] for place in unheld(terms, units, store.lists, len(store.levels)))
    return [_failure(store, *asked[place][:2]) for place in sorted(missed)]


def _failure(store: Store, document: int, word: str) -> Failure:
    unit = store.unit(store.first_units[document])
    return Failure(unit["kind"], unit["slug"], word, "Python")


def words_of(store: Store, document: int) -> Iterator[tuple[str, int]]:
    """Folded words the document must be found by, each with the unit that holds it. Twin: wordsOf in self_test.js."""
    first, end = store.first_units[document], store.first_units[document + 1]
    head, fold = store.unit(first), store.folding.fold
    for line in (head["number"], head["title"]):
        if word := fold(line).replace("\n", ""):
            yield word, first
    seed = int(sha256(store.index["terms"]["names"].encode("ascii")).hexdigest()[:8], 16)
    for place in range(STRETCHES):
        chance = (seed + document * 40503 + place * 7919) % 2**31
        unit = first + chance % (end - first)
        blocks = store.unit(unit)["text"].split("\n")
        block = fold(blocks[chance // 7 % len(blocks)])
        at = chance // 77 % max(1, len(block))
        if word := block[at : at + _LENGTHS[place % len(_LENGTHS)]].strip():
            yield word, unit


def _in_node(task: Task) -> list[Failure]:
    command = [shutil.which("node") or "node", *_SPARING, str(_ASK), str(task.folder), str(task.scripts)]
    try:
        run = subprocess.run(command, input=json.dumps(list(task.documents)).encode(), capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise CannotBuild(f"检索自检没有做完，没有发布：node 用了 {_PATIENCE} 秒还没有答复。") from error
    except OSError as error:
        raise CannotBuild(f"检索自检没有做成，没有发布：node 运行不了（{error}）。") from error
    said = run.stderr.decode("utf-8", "replace").strip()
    if run.returncode:
        reason = next((line for line in said.splitlines() if "Error" in line), said[-200:])
        raise CannotBuild(f"检索自检没有通过，没有发布：网页的检索脚本出错（{reason.strip()}）。{_OURS}")
    return [Failure(one["kind"], one["slug"], one["word"], "JavaScript") for one in json.loads(run.stdout)]
