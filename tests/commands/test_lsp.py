"""`gongkai lsp` where its extra is not installed."""

from __future__ import annotations

import sys

import pytest

from gongkai.commands import CANNOT, main


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_the_extra_one_line_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("gongkai.editing.protocol")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(["lsp"]) == CANNOT
    assert capsys.readouterr().err == 'gongkai: 语言服务器要另装：pip install "gongkai[editor]"。\n'
