"""What of the theme reaches readers: all of it but the comments."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

from gongkai.publishing.assets import gather


def bare(text: str) -> str:
    """Without any comment, as no comment sign stands within a string of the theme, and without blanks at the ends of lines."""
    text = re.sub(r"/\*.*?\*/|(?<!\S)//[^\n]*", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def test_the_default_theme_goes_out_without_comments_and_else_unchanged(tmp_path: Path) -> None:
    theme = ROOT / "theme"
    found = gather(theme, None, {})
    sheets = [name for name in found if name.endswith((".css", ".js"))]
    assert len(sheets) > 30
    for name in sheets:
        sent, kept = found[name].decode(), (theme / name).read_text(encoding="utf-8")
        assert bare(sent) == bare(kept), name
        assert not re.search(r"^\s*(?:/\*|//)", sent, re.MULTILINE), name
        assert len(sent) < len(kept), name
    assert found["images/icon.svg"] == (theme / "images" / "icon.svg").read_bytes()


def test_what_a_site_brings_itself_is_sent_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    own = b"/* ours */\n\na { color: red }\n"
    (tmp_path / "style" / "own.css").write_bytes(own)
    assert gather(ROOT / "theme", tmp_path, {})["style/own.css"] == own
