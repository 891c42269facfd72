"""The style sheets: contrast of every pair of colours, no address that leaves the column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.rendering.colour import contrast

BODY, TEXT, SHAPE = 7.0, 4.5, 3.0
PAIRS = (
    ("ink", "paper", BODY), ("ink", "ground", BODY), ("ink", "mark", BODY), ("ink-soft", "paper", BODY),
    ("ink-soft", "ground", TEXT),
    ("main", "paper", BODY), ("main", "ground", TEXT), ("main", "main-tint", TEXT), ("ink", "main-tint", BODY),
    ("ink-soft", "main-tint", TEXT), ("on-main", "main", TEXT), ("red", "paper", TEXT), ("edge", "paper", SHAPE),
    *((state, f"{state}-tint", TEXT) for state in ("in-force", "amended", "ended", "not-yet", "to-verify")),
    *((word, f"{state}-tint", TEXT) for state in ("in-force", "amended", "ended", "not-yet", "to-verify")
      for word in ("ink", "ink-soft", "main")),
    *(("ended", f"{state}-tint", TEXT) for state in ("in-force", "amended")),
)  # fmt: skip


def schemes(theme: Path) -> dict[str, dict[str, str]]:
    css = (theme / "style" / "main.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in css.split("prefers-color-scheme: dark")[:2]
    )
    return {"light": light, "dark": light | dark}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("word", "ground", "least"), PAIRS)
def test_contrast(scheme: str, word: str, ground: str, least: float, theme: Path) -> None:
    tokens = schemes(theme)[scheme]
    assert contrast(tokens[word], tokens[ground]) >= least


def test_every_token_has_a_dark_twin(theme: Path) -> None:
    css = (theme / "style" / "main.css").read_text(encoding="utf-8")
    light, dark = (set(re.findall(r"--([\w-]+): #", block)) for block in css.split("prefers-color-scheme: dark")[:2])
    assert light == dark


def test_no_colour_outside_the_tokens(theme: Path) -> None:
    css = (theme / "style" / "main.css").read_text(encoding="utf-8")
    rules = css.split("/* ---- ground ---- */")[1]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == ["#ffffff"], "pictures alone stand on white"


def test_nothing_leaves_the_column(theme: Path) -> None:
    for path in (theme / "style").glob("*.css"):
        assert not re.search(r"url\(|@import|@font-face|https?:", path.read_text(encoding="utf-8")), path.name


def test_focus_is_never_hidden(theme: Path) -> None:
    css = (theme / "style" / "main.css").read_text(encoding="utf-8")
    assert ":focus-visible { outline: 3px solid" in css
    assert re.findall(r"(\S+) \{ outline: none; \}", css) == ["main:focus"], (
        "main is no control, only where the skip link leads"
    )
