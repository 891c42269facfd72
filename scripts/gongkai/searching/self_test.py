"""Before an index is published: every document is found by its 文号, its title and stretches of its text.

In Python, by the postings and the texts as a search reads them, for a sample of documents spread over the column;
where Node is present, for fewer also with the shipped scripts. Sample and stretches are drawn by hashes of slugs, so
that the same index is asked the same questions and another one others.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from gongkai.searching.parts import as_json
from gongkai.searching.store import Store

STRETCHES = 3
_LENGTHS = (3, 5, 8)
_SAMPLED, _SAMPLED_IN_NODE = 150, 40  # documents asked for
_PATIENCE = 60  # seconds
_ASK = Path(__file__).with_name("self_test.js")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that a word of its own does not find."""

    kind: str
    slug: str
    word: str
    reader: str  # "Python" or "JavaScript"


def failures(folder: Path, documents: int, theme: Path | None = None) -> list[Failure]:
    """What is wrong with the index in `folder`, which is to hold so many documents. `theme` has the shipped scripts; None
    leaves them out. Empty where all is well."""
    store = Store(folder)
    found: list[Failure] = []
    if store.documents != documents:
        found.append(Failure("", "", f"{store.documents} ≠ {documents}", "Python"))
    step = max(1, store.documents // _SAMPLED)
    start = int.from_bytes(sha256(store.index["terms"]["names"].encode("ascii")).digest()[:4], "big") % step
    sample = range(start, store.documents, step)
    questions = [(document, word) for document in sample for word in words_of(store, document)]
    for document, word in questions:
        if not _is_found(store, document, word):
            unit = store.unit(store.first_units[document])
            found.append(Failure(unit["kind"], unit["slug"], word, "Python"))
    command = shutil.which("node")
    if theme and command and not found:
        few = set(sample[:: max(1, len(sample) // _SAMPLED_IN_NODE)])
        found += _in_node(command, theme, folder, store, [each for each in questions if each[0] in few])
    return found


def words_of(store: Store, document: int) -> Iterator[str]:
    """Folded words the document must be found by."""
    first, end = store.first_units[document], store.first_units[document + 1]
    head = store.unit(first)
    fold = store.folding.fold
    yield from filter(None, (fold(head["number"]), fold(head["title"]).strip("\n")))
    seed = sha256(f"{head['kind']}/{head['slug']}".encode("utf-8", "replace")).digest()
    for place in range(STRETCHES):
        chance = int.from_bytes(seed[place * 8 : place * 8 + 8], "big")
        unit = fold(store.unit(first + chance % (end - first))["text"])
        blocks = [block for block in unit.split("\n") if block]
        if blocks:
            block = blocks[chance // 7 % len(blocks)]
            at = chance // 77 % len(block)
            yield block[at : at + _LENGTHS[place % len(_LENGTHS)]].strip() or block[:8]


def _is_found(store: Store, document: int, word: str) -> bool:
    """As a search finds it: some unit the postings name holds the word."""
    if not word:
        return True
    places = store.word(word)
    if document not in places.documents:
        return False
    if places.settled:
        return True
    units = range(store.first_units[document], store.first_units[document + 1])
    return any(unit in places.units and word in _text(store, unit) for unit in units)


def _text(store: Store, unit: int) -> str:
    stored = store.unit(unit)
    head = [stored["title"], stored["number"], *stored["more"]] if "more" in stored else []
    return store.folding.fold("\n".join([*head, stored["text"]]))


def _in_node(
    command: str, theme: Path, folder: Path, store: Store, questions: Sequence[tuple[int, str]]
) -> list[Failure]:
    asked: list[Mapping[str, object]] = []
    for document, word in questions:
        unit = store.unit(store.first_units[document])
        asked.append({"kind": unit["kind"], "slug": unit["slug"], "word": word})
    run = subprocess.run(
        [command, str(_ASK), str(folder), str(theme / "search")],
        input=as_json(asked),
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"self_test.js: {run.stderr.decode('utf-8', 'replace')}")
    return [Failure(one["kind"], one["slug"], one["word"], "JavaScript") for one in json.loads(run.stdout)]


