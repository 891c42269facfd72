"""Texts that wait: each comes back as it was kept, the words also by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.model.body import Stored
from gongkai.reading.spool import SpoolWriter, Texts, TextsDamagedError, close_spools, texts_of, words_of


def test_each_comes_back(tmp_path: Path) -> None:
    kept: list[Texts] = [
        ("<p>正文</p>", "正文", ((0, "一、总则", "tiao-1"),)),
        ("", "", ()),
        ("<p>𠀀\ud800</p>" * 9_000, "𠀀\ud800\n" * 9_000, tuple((place, f"第{place}条", f"tiao-{place}") for place in range(700))),
    ]
    spool = SpoolWriter(tmp_path)
    stored = [spool.keep(texts) for texts in kept]
    spool.close()
    stored.append(spool.keep(kept[0]))  # the file is opened again
    spool.close()
    assert [words_of(each) for each in reversed(stored)] == [texts[1:] for texts in (kept[0], *reversed(kept))]
    assert [texts_of(each) for each in stored] == [*kept, kept[0]]
    assert [words_of(each) for each in stored] == [texts[1:] for texts in (*kept, kept[0])]
    assert (texts_of(Stored("", 0, 0)), words_of(Stored("", 0, 0))) == (("", "", ()), ("", ()))
    close_spools()


@pytest.mark.parametrize("place", [0, 7, 8, 12, 20, -1, -30])
def test_what_is_damaged_is_not_given_back(tmp_path: Path, place: int) -> None:
    spool = SpoolWriter(tmp_path)
    stored = spool.keep(("<p>正文</p>" * 9, "正文" * 9, ((0, "一、总则", "tiao-1"),)))
    spool.close()
    raw = bytearray(Path(stored.spool).read_bytes())
    raw[place] ^= 1
    Path(stored.spool).write_bytes(raw)
    with pytest.raises(TextsDamagedError):
        texts_of(stored)
    if place >= 0:
        with pytest.raises(TextsDamagedError):
            words_of(stored)
    close_spools()
