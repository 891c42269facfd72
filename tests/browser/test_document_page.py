"""A document opened from a search, in a real Chromium from disk: marks, the way from one to the next, citations."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from ..conftest import interpretation, policy
from .chromium import Chromium
from .pages import build_column

SETTINGS = """名称: 甲区政府信息公开
主办单位: 甲区人民政府
网址: https://www.jia.example/zfxxgk/
机关:
  - {名称: 甲区人民政府, 代码: jia, 代字: [甲政发]}
"""
ARTICLES = "\n\n".join(
    f"第{number}条　{words}" for number, words in (
        ("一", "为了规范养犬行为，制定本办法。"),
        ("二", "本办法所称养**犬**人，是指[饲养](p.md)犬只的单位和个人。"),
        ("三", "无关的话。" * 120),
        ("四", "在人员密集的场所养\u200b犬的，\n由主管部门处五百元罚款。\n\n违反前款规定养　犬的，从重。"),
        ("五", "另见｜养猫｜和 Open   Data。"),
        *((number, "无关的话。" * 60) for number in ("六", "七", "八", "九")),
    )
)  # fmt: skip
FILES = {
    "policies/p.md": policy("甲政发〔2023〕7号", "甲区养犬管理办法", body=f"## 第一章　总则\n\n{ARTICLES}\n", more="解读链接: i\n"),
    "interpretations/i.md": interpretation("p", "养犬办法解读", more="解读机关: 甲区公安局\n", body="养犬怎么办。"),
}
SAID = "document.querySelector('.found-said').textContent"
LISTEN = "document.execCommand = () => { window.copied = document.activeElement.value; return true; }; 1"
MARKED = "Array.from(document.querySelectorAll('mark.found'), one => one.textContent).join('|')"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("栏目 b"), FILES, SETTINGS)


def show(chromium: Chromium, built: Path, page: str, query: str = "", anchor: str = "") -> None:
    chromium.size(1280, 700)
    chromium.errors.clear()
    chromium.requested.clear()
    chromium.open((built / page).as_uri() + (f"?q={quote(query)}" if query else "") + (f"#{anchor}" if anchor else ""))
    if query:
        chromium.wait("!!document.querySelector('.found-bar')")
    assert chromium.errors == []


def click(chromium: Chromium, words: str) -> None:
    chromium.run(f"Array.from(document.querySelectorAll('button')).find(one => one.textContent === '{words}').click()")


def test_every_match_is_marked_across_elements_as_search_folds(chromium: Chromium, built: Path) -> None:
    show(chromium, built, "policies/p.html", "養犬")
    assert chromium.run(MARKED) == "养犬|养犬|养|犬|养|犬|养\u200b犬|养\u3000犬"
    assert chromium.run(SAID) == "第 2 处，共 6 处", "the title is marked too; the reader is led into the text"
    show(chromium, built, "policies/p.html", "“OPEN data”")
    assert chromium.run(SAID).endswith("共 1 处")
    show(chromium, built, "policies/p.html", "甲政发[2023]7")
    assert chromium.run(MARKED).startswith("甲政发〔2023〕7号"), "a 文号 in any spelling"
    show(chromium, built, "policies/p.html", "罚款。违反前款")
    assert chromium.run(MARKED) == "" and "没有这些字词" in chromium.run(SAID), "no word is found across two paragraphs"


def test_jump_next_previous_and_clear(chromium: Chromium, built: Path) -> None:
    show(chromium, built, "policies/p.html")
    before = chromium.run("document.querySelector('.text').innerHTML")
    assert not [one for one in chromium.requested if "/search/" in one], "without a query nothing more is loaded"
    show(chromium, built, "policies/p.html", "养犬", anchor="tiao-4")
    assert chromium.run(SAID) == "第 5 处，共 6 处", "the first at the passage that the result showed"
    visible = "(box => box.top >= 0 && box.bottom <= innerHeight)(document.querySelector('mark[aria-current]').getBoundingClientRect())"
    assert chromium.run(visible)
    for button, words in (("下一处", "第 6 处"), ("下一处", "第 1 处"), ("上一处", "第 6 处"), ("上一处", "第 5 处")):
        click(chromium, button)
        assert chromium.run(SAID).startswith(words) and chromium.run(visible)
    click(chromium, "清除标记")
    assert chromium.run("document.querySelectorAll('mark, .found-bar').length") == 0
    assert chromium.run("location.search") == "" and chromium.run("location.hash") == "#tiao-4"
    assert chromium.run("document.querySelector('.text').innerHTML") == before


def test_citations(chromium: Chromium, built: Path) -> None:
    web = "https://www.jia.example/zfxxgk/policies/p.html"
    show(chromium, built, "policies/p.html", "罚款")
    chromium.wait("!document.querySelector('.at-hand').hidden")
    chromium.run(LISTEN)
    click(chromium, "引用第四条")
    chromium.wait("window.copied !== undefined")
    assert chromium.run("copied") == f"《甲区养犬管理办法》（甲政发〔2023〕7号）第四条，{web}#tiao-4"
    assert "已复制" in chromium.run("document.querySelector('.at-hand .said').textContent")
    chromium.run("getSelection().selectAllChildren(document.getElementById('tiao-2'))")
    chromium.wait("document.querySelector('.at-hand button').textContent === '引用第二条'")
    chromium.run("getSelection().removeAllRanges(); document.getElementById('tiao-7').scrollIntoView()")
    chromium.wait("/第[六七八]条/.test(document.querySelector('.at-hand button').textContent)")
    click(chromium, "复制引用")
    chromium.wait(f"copied === '《甲区养犬管理办法》（甲政发〔2023〕7号），{web}'")


def test_interpretations_have_marks_and_a_citation(chromium: Chromium, built: Path) -> None:
    show(chromium, built, "interpretations/i.html", "养犬")
    assert chromium.run(SAID).endswith("处") and "养犬" in chromium.run(MARKED)
    chromium.run(LISTEN)
    click(chromium, "复制引用")
    chromium.wait("window.copied !== undefined")
    assert chromium.run("copied").startswith("《养犬办法解读》（甲区公安局，2023-06-05），https://www.jia.example/")


def test_what_the_address_says_is_shown_and_never_run(chromium: Chromium, built: Path) -> None:
    show(chromium, built, "policies/p.html", "<img src=x onerror=alert(1)>养犬")
    assert chromium.run("document.querySelectorAll('main img').length") == 0
