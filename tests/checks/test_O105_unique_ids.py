"""Rule O105: what it finds and what it leaves alone."""

from __future__ import annotations

from tests.checks.pages import lines, page


def test_ids_that_are_there_twice() -> None:
    assert lines("O105", page('<p id="a"></p><p id="b"></p><p id="a"></p><p id="b" class="x"></p><p id="c"></p>')) == [
        "policies/p.html:1: id“a”有 2 个(改 theme/ 里的模板，各用各的 id)",
        "policies/p.html:1: id“b”有 2 个(改 theme/ 里的模板，各用各的 id)",
    ]


def test_an_empty_id_and_words_that_look_like_one() -> None:
    assert lines("O105", page('<p id="">甲</p>')) == ["policies/p.html:1: 有空的 id(改 theme/ 里的模板)"]
    assert lines("O105", page('<p id="a">id="a" id="a"</p><p data-id="a"></p>')) == []
