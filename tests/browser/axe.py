"""axe-core, which reads a page for accessibility, and the ways in which it is shown every type of page. GONGKAI_AXE names an
axe.min.js; without it, skipped."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from .chromium import Chromium

AXE = os.environ.get("GONGKAI_AXE", "")
needed = pytest.mark.skipif(not AXE, reason="GONGKAI_AXE 没有指明 axe.min.js 在哪里，跳过无障碍检查")
_FIND = (
    "axe.run(document, %s).then(found => found.violations.map("
    "one => one.id + ': ' + one.nodes.slice(0, 2).map(node => node.target.join(' ')).join(', ')))"
)

ALL_PAIRS = bool(os.environ.get("GONGKAI_AXE_EVERY"))
_MODES = {"light": ("light", False), "dark": ("dark", False), "contrast": ("contrast", False), "large": ("", True)}
"""The colours that a reader chooses, and whether 长者模式."""
_LOOKS = {1280: ("light", "contrast"), 390: ("large", "dark")}
"""Width → how pages are shown: each mode and each width. GONGKAI_AXE_EVERY asks for all pairs and for all rules in each: three
times as long."""
_ALL_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_SHOWN = "[document.querySelector('.display input:checked').value, document.documentElement.classList.contains('large')]"
_CHOOSE = (
    "document.querySelector('.display input[value=\"%s\"]').click(),"
    "%s === document.documentElement.classList.contains('large') || document.querySelector('[data-action=large]').click()"
)
_KEPT = "[localStorage.getItem('gongkai-colours') || '', localStorage.getItem('gongkai-large') === '1']"
_KEEP = "localStorage.setItem('gongkai-colours', '%s'), localStorage.setItem('gongkai-large', %s ? '1' : '0')"


def load(chromium: Chromium) -> None:
    """Have it in the page that is open now."""
    chromium.run(Path(AXE).read_text("utf-8") + ";1")


def violations(chromium: Chromium, only: Collection[str] = ()) -> list[str]:
    """What it finds in the page as it is shown now, where it has been loaded; by all rules, or by those of that name or kind."""
    options = {"resultTypes": ["violations"], "preload": False, **({"runOnly": list(only)} if only else {})}
    found: list[str] = chromium.run(_FIND % json.dumps(options))
    return found


def on_every_page(reader: Chromium, addresses: Mapping[str, str], width: int) -> dict[str, list[str]]:
    """What it finds, by type of page and mode. Each page is opened once, by a reader who has chosen the first mode before, and
    chooses the others there."""
    reader.size(width, 900)
    found: dict[str, list[str]] = {}
    first, *others = _MODES if ALL_PAIRS else _LOOKS[width]
    for kind, address in addresses.items():
        _open_as(reader, address, first)
        load(reader)
        for mode in (first, *others):
            colours, large = _MODES[mode]
            if mode != first:
                reader.run(_CHOOSE % (colours, json.dumps(large)))
            assert reader.run(_SHOWN) == [colours, large], (kind, mode)
            # other colours change nothing but contrast
            only = ("color-contrast",) if mode in ("dark", "contrast") and not ALL_PAIRS else _ALL_RULES
            if violated := violations(reader, only):
                found[f"{kind}, {mode}"] = violated
    return found


def _open_as(reader: Chromium, address: str, mode: str) -> None:
    """Open a page as a reader sees it who has chosen so; what is chosen is kept for each origin."""
    colours, large = _MODES[mode]
    reader.open(address)
    if reader.run(_KEPT) != [colours, large]:
        reader.run(_KEEP % (colours, json.dumps(large)))
        reader.open(address)
