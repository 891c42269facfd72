"""Columns to open in the browser: the search page as the theme has it, over an index of made-up entries; and whole
columns as a build writes them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote, unquote

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.linking.link import make_links
from gongkai.reading import site as reading
from gongkai.reading.settings import read_settings
from gongkai.rendering import render as rendering
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.world import World
from gongkai.searching import suggesting
from gongkai.searching.entries import Entry
from gongkai.searching.suggesting import NUMBER, numbered, titled
from gongkai.searching.terms import Folding
from gongkai.searching.writing import SearchSettings, write_index

from ..conftest import ROOT, TODAY
from .chromium import Chromium

IDLE = "!!document.querySelector('main') && !document.querySelector('[aria-busy]')"
STATUS = "document.getElementById('search-status').textContent"
CHOSEN = "Array.from(document.querySelectorAll('#search-chosen a'), a => a.textContent)"
OPTIONS = "Array.from(document.querySelectorAll('#suggestions li .suggestion-text'), one => one.textContent)"
LINKS = "Array.from(document.querySelectorAll('#search-results h3 a'), a => a.getAttribute('href'))"


def write_search_site(
    folder: Path, entries: Iterable[Entry], settings: SearchSettings | None = None, suggested: Mapping[str, int] | None = None
) -> Path:
    """The search page with everything it loads; nothing else of the column. `suggested` gives words and their kind."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (sources / "site.yaml").write_text("名称: 甲区政府信息公开\n主办单位: 甲区人民政府\n", "utf-8")
    site = reading.make_site(read_settings(sources / "site.yaml"), TODAY, [], {}, ())
    facts = write_index([list(entries)], folder / "search", settings)
    assets = {"search/index": f"search/{facts.script}"}
    if suggested:
        folding = Folding.standard()
        made = [
            numbered(text, folding) if kind == NUMBER else titled(text, kind, folding) for text, kind in suggested.items()
        ]
        assets["search/suggest"] = suggesting.write(made, folder / "search")[0]
    for kind in ("search", "style", "scripts"):
        for path in sorted((ROOT / "theme" / kind).iterdir()):
            assets[f"{kind}/{path.name}"] = f"assets/{kind}-{path.name}"
            (folder / "assets").mkdir(exist_ok=True)
            shutil.copy(path, folder / "assets" / f"{kind}-{path.name}")
    links = make_links(site)
    page = rendering.render(World(site, links, Bodies(links), assets), "search", "search")
    (folder / page.path).write_text(page.text, "utf-8")
    return folder


def build_column(folder: Path, files: Mapping[str, str | bytes], settings: str) -> Path:
    """A whole column as `gongkai build` writes it; the folder it is in."""
    sources = folder / "sources"
    for path, content in {"site.yaml": settings, **files}.items():
        target = sources / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    call = pipeline.Call(sources, sources / "site.yaml", folder / "build", 1, TODAY)
    problems, published = pipeline.build(call, Steps(pipeline.STEPS))
    assert published, "\n".join(map(str, problems))
    return folder / "build"


def ask(chromium: Chromium, site: Path, search: str = "") -> None:
    """Open the search page with a query string as a person would write it, and wait for the answer."""
    chromium.errors.clear()
    chromium.open((site / "search.html").as_uri() + quote(search, safe="?&=-"))
    settle(chromium)


def settle(chromium: Chromium) -> None:
    """Until the page shows its answer; nothing may have been complained of."""
    chromium.wait(f"{IDLE} && !['', '正在查找…'].includes({STATUS})")
    assert chromium.errors == []


def path_of(link: str) -> str:
    """A link of a hit without the words to mark."""
    return re.sub(r"\?q=[^#]*", "", link)


def pressed(chromium: Chromium, label: str) -> None:
    """Press the box of a filter."""
    chromium.run(f"{{ const box = document.querySelector('#search-filters input[value=\"{label}\"]'); box.focus(); box.click(); }}")


def address(chromium: Chromium) -> str:
    """The query string, as a person would write it."""
    return unquote(chromium.run("location.search"))


def until(chromium: Chromium, search: str) -> None:
    """Until the page is there and shows its answer."""
    chromium.wait(f"decodeURIComponent(location.search) === {json.dumps(search, ensure_ascii=False)}")
    settle(chromium)
