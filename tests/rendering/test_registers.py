"""The registers: who stands where, and how many pages they need."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import policy
from tests.rendering.conftest import SETTINGS, Seen, rendered, seen

from gongkai.rendering import registers
from gongkai.rendering.pinyin import OTHERS, by_sound, initial
from gongkai.rendering.registers import NUMBERS, TITLES, openings_of, telling, volumes
from gongkai.rendering.world import World


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("甲区人民政府办公室关于印发《甲区养犬管理办法》的通知", "养犬管理办法》的通知"),
        ("中华人民共和国药品管理法", "药品管理法"),
        ("甲区人民政府", "甲区人民政府"),
        ("关于", "关于"),
        ("《关于做好供暖工作的通知》解读", "供暖工作的通知》解读"),
    ],
)
def test_telling_word(title: str, word: str) -> None:
    assert telling(title, openings_of(("甲区人民政府办公室", "甲区人民政府", "甲区", ""))) == word


def test_order_of_sounds() -> None:
    assert [initial(c) for c in "啊八擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝座"] == list("ABCDEFGHJKLMNOPQRSTWXYZZ")
    assert [initial(c) for c in ("a", "2", "《", "㐀", "亍", "")] == ["A", OTHERS, OTHERS, OTHERS, OTHERS, OTHERS]
    assert sorted(["养老", "公积金", "养犬", "㐀"], key=by_sound) == ["公积金", "养老", "养犬", "㐀"]


def test_numbers_by_issuer_year_and_sequence(make_world: Callable[..., World]) -> None:
    numbers = ["甲政发〔2023〕10号", "甲政发〔2023〕9号", "甲政发〔2024〕1号", "甲政办〔2020〕2号", "甲区人民政府令第3号"]
    files = {f"policies/p{i}.md": policy(number, f"第{i}份", issued=f"{2020 + i}-01-01") for i, number in enumerate(numbers)}
    found = volumes(make_world(files), NUMBERS)
    assert [volume.label for volume in found] == ["甲区人民政府令", "甲政办", "甲政发"]
    assert [(entry.section, entry.document.slug) for entry in found[2].entries] == [
        ("2024年", "p2"), ("2023年", "p1"), ("2023年", "p0"),
    ]  # fmt: skip
    assert found[0].entries[0].section == "2024年", "a 令 without a year stands under that of its date"


def test_every_document_stands_in_the_register_of_titles_once(world: World) -> None:
    held = [entry.document.url for volume in volumes(world, TITLES) for entry in volume.entries]
    assert sorted(held) == sorted(d.url for d in (*world.site.public_policies, *world.site.public_interpretations))


def test_pages(pages: dict[str, Seen]) -> None:
    assert "lists/numbers.html" in pages and "lists/titles.html" in pages
    index, sitemap = pages["lists/index.html"], pages["sitemap.html"]
    assert {"numbers.html", "titles.html"} <= set(index.links)
    assert {"lists/numbers.html", "lists/titles.html"} <= set(sitemap.links)
    volume = next(page for address, page in pages.items() if address.startswith("lists/number-"))
    assert "甲政发〔2023〕7号" in volume.text and "2024年" in volume.text


def test_many_documents_fill_many_pages(make_world: Callable[..., World], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "ROWS", 4)
    files = {f"policies/p{i}.md": policy(f"甲政发〔{2020 + i // 5}〕{i % 5 + 1}号", f"养{i}") for i in range(10)}
    pages = {output.path: seen(output.text) for output in rendered(make_world(files, SETTINGS))}
    volume = [address for address in pages if address.startswith("lists/number-")]
    assert len(volume) == 3
    second = pages[next(address for address in volume if address.endswith("-2.html"))]
    assert "2020年" in second.text and "（续）" in second.text and any(link.endswith("html#s-2021%E5%B9%B4") for link in second.links)


def test_a_column_without_documents(make_world: Callable[..., World]) -> None:
    world = make_world({}, "名称: 空栏目\n")
    assert volumes(world, NUMBERS) == volumes(world, TITLES) == ()
