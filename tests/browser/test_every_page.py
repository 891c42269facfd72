"""Every type of page of the demonstration column: nothing for html-validate to find, no dead link, nothing that only scripts
can say, light enough for a slow line. What axe-core finds: `test_axe_wide`, `test_axe_narrow`."""

from __future__ import annotations

import difflib
import gzip
import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from gongkai.rendering.pages import page_types

from ..conftest import TODAY
from .chromium import Chromium
from .every_page import every_address, fullest_pages

VALIDATOR = os.environ.get("GONGKAI_HTML_VALIDATE", "")
DONE_BY_SCRIPTS = ("[data-action]", ".display", ".row-filter", ".at-hand", ".search")
"""长者模式, 打印, 朗读, 复制引用; the colours; the rows of one organ; the article at hand; filters and what is found."""
HEAVIEST = 60 * 1024  # bytes, gzip, html + css + js


# Where the validator's presets would have another way of doing the same thing right.
RULES = {
    "prefer-native-element": ["error", {"exclude": ["listbox"]}],  # a combobox' list (ARIA practices) has no native element
    "aria-label-misuse": ["error", {"allowAnyNamable": True}],  # a list may have a name
}


def test_every_type_of_page_is_looked_at(demonstration: Path, city: Path) -> None:
    types = {"list" if name == "lists" else name.replace("_", "-") for name in page_types()}
    assert set(fullest_pages(demonstration, city)) == types


@pytest.mark.skipif(not VALIDATOR, reason="GONGKAI_HTML_VALIDATE 没有指明 html-validate 在哪里，跳过网页语法检查")
def test_the_validator_finds_nothing(demonstration: Path, city: Path, tmp_path: Path) -> None:
    settings = {"root": True, "extends": ["html-validate:standard", "html-validate:a11y"], "rules": RULES}
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(settings), "utf-8")
    pages = [shutil.copyfile(page, tmp_path / f"{kind}.html") for kind, page in fullest_pages(demonstration, city).items()]
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, VALIDATOR, "--config", str(tmp_path / ".htmlvalidate.json"), "--formatter", "text", *map(str, pages)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stdout.replace(str(tmp_path), "") == ""
    assert done.returncode == 0, done.stderr


def test_no_link_is_dead(demonstration: Path) -> None:
    """Every link, file and anchor of every page, feed and style sheet, as a reader from disk follows them."""
    names = {path.relative_to(demonstration).as_posix() for path in demonstration.rglob("*") if path.is_file()}
    texts = {name: (demonstration / name).read_text(encoding="utf-8") for name in sorted(names) if name.endswith((".html", ".css"))}
    ids = {name: set(re.findall(r'\sid="([^"]+)"', text)) for name, text in texts.items()}
    base = "https://www.yunlu.example/zfxxgk/"
    dead = []
    followed = 0
    for name, text in texts.items():
        targets = re.findall(r'\s(?:href|src|action|data-index)="([^"]*)"', text) if name.endswith(".html") else re.findall(r"url\(([^)]*)\)", text)
        for target in map(unescape, targets):
            address = urljoin(base + name, target)
            parts = urlsplit(address)
            if not address.startswith(base) or parts.scheme not in ("http", "https"):
                continue
            followed += 1
            path = unquote(parts.path).removeprefix("/zfxxgk/")
            anchor = unquote(parts.fragment)
            if path.startswith("index.js"):  # data-index is read from the folder of the index
                path = f"search/{path}"
            if path not in names or (anchor and path.endswith(".html") and anchor not in ids[path]):
                dead.append(f"{name}: {target}")
    assert dead == []
    assert followed > 5000


def test_a_policy_page_is_light(demonstration: Path) -> None:
    weights = {}
    for page in sorted((demonstration / "policies").glob("*.html")):
        html = page.read_text(encoding="utf-8")
        files = [page, *((page.parent / name).resolve() for name in re.findall(r'(?:<script[^>]* src|rel="stylesheet"[^>]* href)="([^"]+)"', html))]
        assert len(files) > 5
        weights[page.name] = sum(len(gzip.compress(file.read_bytes())) for file in files)
    assert max(weights.values()) <= HEAVIEST, max(weights.items(), key=lambda one: one[1])


def test_pages_are_whole_without_scripts(reader: Chromium, demonstration: Path, city: Path) -> None:
    """Line by line they say the same with scripts and without, `DONE_BY_SCRIPTS` apart; what a search finds is drawn by
    scripts, and the page of the search leads elsewhere without them."""
    apart = ", ".join((*DONE_BY_SCRIPTS, "noscript"))
    said = (
        f"document.querySelectorAll({json.dumps(apart)}).forEach(one => {{ one.style.display = 'none'; }}),"
        "document.body.innerText.split('\\n').map(line => line.trim()).filter(Boolean)"
    )
    differing = {}
    # the day of the build: later a page says how old it is, which takes a clock
    with every_address(demonstration, city) as addresses, reader.on_day(TODAY.isoformat()):
        for kind, address in addresses.items():
            reader.open(address)
            if reader.run("localStorage.length"):  # what another test looked for is no part of a page
                reader.run("localStorage.clear()")
                reader.open(address)
            shown = reader.run(said)
            assert len(shown) > 10, kind
            reader.call("Emulation.setScriptExecutionDisabled", value=True)
            try:
                reader.open(address)
                if kind == "search":
                    elsewhere = reader.run("Array.from(document.querySelectorAll('noscript a'), one => [one.getClientRects().length, one.href])")
                    assert len(elsewhere) > 3 and all(boxes and Path(unquote(urlsplit(href).path)).is_file() for boxes, href in elsewhere)
                without = reader.run(said)
            finally:
                reader.call("Emulation.setScriptExecutionDisabled", value=False)
            if shown != without:
                differing[kind] = [line for line in difflib.ndiff(shown, without) if line[0] != " "]
    assert differing == {}
