"""A policy's page on a disk, read on other days than the one it was made on; its articles; the reader's own display."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import interpretation, policy
from .chromium import Chromium
from .pages import build_column

SETTINGS = "名称: 甲区政府信息公开\n网址: https://www.jia.example/zfxxgk/\n"
FILES = {
    "policies/p.md": policy(
        "甲政发〔2026〕7号", "甲区养犬管理办法", issued="2026-11-01", validity="尚未施行", more="施行日期: 2026-12-01\n有效期至: 2028-11-30\n",
        body="第一条　为了规范养犬行为，制定本办法。\n\n**第二条之一**　另见第一条。\n\n## 第三条　附则\n\n本办法自2026年12月1日起施行。",
    ),
    "policies/q.md": policy("甲政发〔2026〕8号", "长期的通知", issued="2026-11-02"),
    "interpretations/i.md": interpretation("p"),
}  # fmt: skip
SEEN = "Array.from(document.querySelectorAll('{}')).filter(one => !one.hidden).map(one => one.innerText.replace(/\\s+/g, ' ').trim())"
LISTEN = "document.execCommand = () => { window.copied = document.activeElement.value; return true; }; 1"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("栏目 c"), FILES, SETTINGS)


@pytest.fixture
def reader(chromium: Chromium, built: Path) -> Iterator[Chromium]:
    """A browser that remembers nothing of other tests."""
    chromium.errors.clear()
    yield chromium
    if chromium.run("location.protocol") == "file:":
        chromium.run("localStorage.clear()")
    assert chromium.errors == []


@pytest.mark.parametrize(
    ("day", "state", "box", "note"),
    [
        ("2026-11-21", "◔ 尚未施行 自2026-12-01起施行", "standing not-yet", ""),
        ("2020-01-01", "◔ 尚未施行 自2026-12-01起施行", "standing not-yet", ""),
        ("2026-12-01", "● 有效 自2026-12-01起施行", "standing in-force", "本页生成于 2026-11-21，距今 10 天"),
        ("2028-11-30", "● 有效 自2026-12-01起施行", "standing in-force", "本页生成于 2026-11-21，距今 740 天"),
        ("2028-12-01", "○ 失效 有效期至2028-11-30", "standing lapsed", "本页生成于 2026-11-21，距今 741 天"),
    ],
)
def test_an_old_copy_tells_the_state_of_the_day_it_is_read(
    reader: Chromium, built: Path, day: str, state: str, box: str, note: str
) -> None:
    with reader.on_day(day):
        reader.open((built / "policies" / "p.html").as_uri())
        assert reader.run(SEEN.format(".standing .now")) == [state]
        assert reader.run("document.querySelector('.standing').className") == box
        notes = reader.run(SEEN.format(".aged"))
        assert [one[: len(note)] for one in notes] == ([note] if note else [])
        assert all(one.endswith("之后可能有变化。最新情况请看网上的甲区政府信息公开。") for one in notes)
        reader.open((built / "interpretations" / "i.html").as_uri())
        assert reader.run(SEEN.format(".standing .now")) == [state]
        reader.open((built / "lists" / "policies.html").as_uri())
        assert reader.run(SEEN.format(".row > .badge")) == ["● 有效", " ".join(state.split()[:2])]


def test_articles_have_addresses_of_their_own(reader: Chromium, built: Path) -> None:
    reader.open((built / "policies" / "p.html").as_uri())
    anchors = reader.run("Array.from(document.querySelectorAll('.text a.anchor'), one => [one.textContent, one.getAttribute('href')])")
    assert anchors == [["第一条", "#tiao-1"], ["第二条之一", "#tiao-2-zhi-1"], ["第三条", "#tiao-3"]]
    assert reader.run("document.getElementById('tiao-3').tagName") == "H2"
    reader.run(LISTEN)
    reader.run("document.querySelector('.anchor[href=\"#tiao-2-zhi-1\"]').click()")
    reader.wait("window.copied")
    assert reader.run("window.copied") == "https://www.jia.example/zfxxgk/policies/p.html#tiao-2-zhi-1"
    reader.wait("document.querySelector('.at-hand .said').textContent.startsWith('已复制第二条之一的网址')")
    assert reader.run("location.hash") == "#tiao-2-zhi-1"


def test_the_colours_a_reader_chose_hold_on_every_page(reader: Chromium, built: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    reader.open((built / "policies" / "p.html").as_uri())
    assert reader.run(ground) == "rgb(255, 255, 255)"
    for name, colour in (("contrast", "rgb(0, 0, 0)"), ("dark", "rgb(21, 24, 28)"), ("light", "rgb(255, 255, 255)")):
        reader.run(f"document.querySelector('.display input[value={name}]').click()")
        assert reader.run(ground) == colour
        reader.open((built / "index.html").as_uri())
        assert reader.run(ground) == colour
        assert reader.run("document.querySelector('.display input:checked').value") == name


def test_the_mode_for_the_old_enlarges_letters_and_targets(reader: Chromium, built: Path) -> None:
    small = (
        "Array.from(document.querySelectorAll('button, .action, .tools a, .columns a, summary')).filter(one => {"
        " const box = one.getBoundingClientRect(); return box.height && box.height < 60; }).map(one => one.innerText)"
    )
    reader.open((built / "policies" / "p.html").as_uri())
    reader.run("document.querySelector('[data-action=large]').click()")
    reader.open((built / "lists" / "policies.html").as_uri())
    assert reader.run("document.querySelector('[data-action=large]').getAttribute('aria-pressed')") == "true"
    assert reader.run("parseFloat(getComputedStyle(document.body).fontSize)") >= 18
    assert reader.run(small) == []
