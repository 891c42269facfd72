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


def tokens_of(sheet: Path) -> dict[str, str]:
    text = sheet.read_text(encoding="utf-8").split("/* ---- ground ---- */")[0]
    return dict(re.findall(r"--([\w-]+): (?:var\(--[\w-]+, )?(#[0-9a-f]{6})\)?;", text))


@pytest.mark.parametrize("scheme", ["main", "dark", "contrast"])
@pytest.mark.parametrize(("word", "ground", "least"), PAIRS)
def test_contrast(scheme: str, word: str, ground: str, least: float, theme: Path) -> None:
    tokens = tokens_of(theme / "style" / f"{scheme}.css")
    assert contrast(tokens[word], tokens[ground]) >= (max(least, BODY) if scheme == "contrast" else least)


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_every_scheme_has_all_tokens(scheme: str, theme: Path) -> None:
    assert set(tokens_of(theme / "style" / "main.css")) == set(tokens_of(theme / "style" / f"{scheme}.css"))


def test_no_colour_outside_the_tokens(theme: Path) -> None:
    css = (theme / "style" / "main.css").read_text(encoding="utf-8")
    rules = css.split("/* ---- ground ---- */")[1]
    found = re.findall(r"^(.*?) \{.*background: (#[0-9a-fA-F]{3,8})\b", rules, re.MULTILINE)
    assert found == [(".card-picture", "#ffffff"), (".text img", "#ffffff")], "pictures alone stand on white"
    assert len(re.findall(r"#[0-9a-fA-F]{6}\b", rules)) == 2
    for name in ("dark", "contrast"):
        assert "#" not in (theme / "style" / f"{name}.css").read_text(encoding="utf-8").partition("}")[2], name


def test_nothing_leaves_the_column(theme: Path) -> None:
    for path in (theme / "style").glob("*.css"):
        assert not re.search(r"url\(|@import|@font-face|https?:", path.read_text(encoding="utf-8")), path.name


def test_focus_is_never_hidden(theme: Path) -> None:
    css = (theme / "style" / "main.css").read_text(encoding="utf-8")
    assert ":focus-visible { outline: 3px solid" in css
    assert re.findall(r"(\S+) \{ outline: none; \}", css) == ["main:focus"], (
        "main is no control, only where the skip link leads"
    )
