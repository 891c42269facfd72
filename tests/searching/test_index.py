"""The index as a whole, written and read: nothing missed, nothing false, the same bytes however it was fed."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.searching import columns, grouping, leads, preparing, store, text_parts, writing
from gongkai.searching.answering import SearchIndex, UnknownChoiceError, open_index
from gongkai.searching.entries import Entry
from gongkai.searching.inversion import lists, merging
from gongkai.searching.writing import write_index
from gongkai.workers import Workers

from .parity import differences
from .texts import PlainSearch, small_column, substrings

COLUMN = small_column()
ALL = 10_000


@pytest.fixture(scope="module")
def index(small_index: Path) -> SearchIndex:
    return open_index(small_index)


@pytest.fixture(scope="module")
def plain() -> PlainSearch:
    return PlainSearch(COLUMN)


def found(index: SearchIndex, query: str, **options: object) -> set[tuple[str, str]]:
    answer = index.search(query, limit=ALL, literal=True, **options)  # type: ignore[arg-type]
    assert answer.exact
    assert answer.total == len(answer.hits)
    return {(hit.kind, hit.slug) for hit in answer.hits}


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_stretch_of_text_is_found_where_it_stands(index: SearchIndex, plain: PlainSearch) -> None:
    for piece in substrings(COLUMN[:-1], 150, 9, seed=1):
        assert found(index, f'"{piece}"') == plain.find([piece]), piece


def test_words_are_anded_and_excluded(index: SearchIndex, plain: PlainSearch) -> None:
    pieces = substrings(COLUMN[:-1], 60, 4, seed=2)
    for one, other in zip(pieces[::2], pieces[1::2], strict=True):
        assert found(index, f'"{one}" "{other}"') == plain.find([one, other]), (one, other)
        assert found(index, f'"{one}" -"{other}"') == plain.find([one], [other]), (one, other)


def test_one_character_of_every_kind(index: SearchIndex, plain: PlainSearch) -> None:
    for character in "养的2x〔，①𠮷％":
        assert found(index, character) == plain.find([character]), character
    assert found(index, "𠮷姓") == {("policy", "astral")}


def test_every_document_by_its_title_and_its_number(index: SearchIndex) -> None:
    for entry in COLUMN:
        if entry.slug == "lone":
            continue
        same = {other.title for other in COLUMN if other.title == entry.title}
        assert index.search(f'"{entry.title}"').hits[0].title in same
        if entry.number:
            for spelling in (entry.number, entry.number.replace("〔", " [").replace("〕", "] ").replace("号", "")):
                assert index.search(spelling).hits[0].number == entry.number, spelling


def test_a_number_finds_first_the_document_then_those_that_cite_it(index: SearchIndex, plain: PlainSearch) -> None:
    number = "温鹿政办〔2021〕3号"
    answer = index.search("溫鹿政辦 2021 第03號", limit=ALL)
    assert answer.read_as == number
    assert {(hit.kind, hit.slug) for hit in answer.hits} == plain.find([number])
    own = [hit.number == number for hit in answer.hits]
    assert own == sorted(own, reverse=True)


def test_filters_dates_sort_and_facets(index: SearchIndex) -> None:
    every = index.search("", limit=ALL)
    assert every.total == len(COLUMN)
    dates = [hit.date for hit in index.search("", sort="日期", limit=ALL).hits]
    assert [date for date in dates if len(date) == 10] == sorted((date for date in dates if len(date) == 10), reverse=True)
    in_force = index.search("养老服务", filters={"有效性": "有效"}, limit=ALL)
    assert {hit.validity for hit in in_force.hits} == {"有效"}
    everything = index.search("养老服务", limit=ALL)
    assert everything.facets["有效性"]["有效"] == in_force.total
    assert in_force.facets["有效性"] == everything.facets["有效性"]
    spring = index.search("", from_="2020-02", to="2021", limit=ALL)
    assert {hit.date[:4] for hit in spring.hits} == {"2020", "2021"}
    assert (
        index.search("", filters={"主题分类": "民政"}).total > index.search("", filters={"主题分类": "民政\\备案"}).total > 0
    )
    with pytest.raises(UnknownChoiceError, match="没有“颜色”这个筛选"):
        index.search("", filters={"颜色": "红"})
    with pytest.raises(UnknownChoiceError, match="排序"):
        index.search("", sort="随机")


def test_a_page_is_a_stretch_of_all_hits(index: SearchIndex) -> None:
    for query in ("办法", "第十二条的规定", ""):
        slugs = [hit.slug for hit in index.search(query, limit=ALL).hits]
        assert [hit.slug for hit in index.search(query, offset=7, limit=5).hits] == slugs[7:12]


def test_a_first_page_holds_what_three_rounds_bear_out(index: SearchIndex) -> None:
    short = 0
    for query in substrings(COLUMN[:-1], 60, 8, seed=6):
        first, whole = index.search(f'"{query}"', literal=True), index.search(f'"{query}"', literal=True, whole=True)
        every = index.search(f'"{query}"', literal=True, limit=ALL)
        assert every.exact and not every.partial and not whole.partial
        assert whole.hits == every.hits[:10]
        rest = iter(every.hits)
        assert all(hit.slug in (other.slug for other in rest) for hit in first.hits), "in the same order"
        assert first.partial or len(first.hits) == min(10, first.total)
        assert first.partial or first.hits == whole.hits
        assert first.total >= every.total and (first.total == every.total or not first.exact)
        short += first.partial
    assert short < 6


def test_a_page_to_come_and_a_long_page_are_whole(index: SearchIndex) -> None:
    for options in ({"offset": 10}, {"limit": 51}):
        assert not index.search("依照《养犬", literal=True, **options).partial


def test_equal_merit_is_settled_by_validity_then_date_then_slug(tmp_path: Path) -> None:
    def same(slug: str, date: str, validity: str) -> Entry:
        return Entry("policy", slug, f"policies/{slug}.html", "办法", date=date, validity=validity, text="相同的字。")

    entries = [
        same("a", "2020-01-01", "废止"), same("c", "2019-01-01", "有效"), same("b", "2019-01-01", "有效"), same("d", "2018-01-01", "有效"),
    ]  # fmt: skip
    write_index([entries], tmp_path / "search")
    assert [hit.slug for hit in open_index(tmp_path / "search").search("相同").hits] == ["b", "c", "d", "a"]


def test_a_sequence_finds_first_the_numbers_that_end_with_it(tmp_path: Path) -> None:
    def document(slug: str, number: str, title: str, text: str = "正文。") -> Entry:
        return Entry("policy", slug, f"policies/{slug}.html", title, number, date="2020-01-01", validity="有效", text=text)

    entries = [
        document("speaks-of-17", "甲政发〔2020〕17号", "关于延长甲政发〔2018〕17号文件有效期的通知"), document("seven", "甲政发〔2020〕7号", "办法"),
        document("order", "甲府令第7号", "规定"), document("cites", "甲政发〔2020〕8号", "通知", "依照甲政发〔2020〕7号执行。"),
    ]  # fmt: skip
    write_index([entries], tmp_path / "search")
    index = open_index(tmp_path / "search")
    assert [hit.slug for hit in index.search("7号").hits] == ["order", "seven", "speaks-of-17", "cites"]
    assert [hit.slug for hit in index.search("甲政发 7号").hits] == ["seven", "speaks-of-17", "cites"]
    orders = ["甲府令第七号", "甲府7号令", "第七号令", "7号令", "令7号", "规定 7号令"]
    asked = [{"query": query} for query in ("7号", "甲政发 7号", "第7号", *orders)]
    assert differences(tmp_path / "search", asked) == []
    assert {query: index.search(query).hits[0].slug for query in orders} == dict.fromkeys(orders, "order")


def test_excerpts_mark_the_words_and_name_the_article(index: SearchIndex) -> None:
    for query in ("公积金", "责令改正 预算", "IPv6"):
        for hit in index.search(query).hits:
            marked = {hit.excerpt[low:high].lower() for low, high in hit.marks}
            assert marked <= set(query.lower().split())
            assert marked
            assert hit.heading.startswith("第")
            assert hit.anchor.startswith("tiao-")


def test_batches_and_their_order_change_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_index([COLUMN], tmp_path / "a")
    monkeypatch.setattr(preparing, "_LARGEST", 2_000)
    monkeypatch.setattr(preparing, "_STRETCH", 500)
    monkeypatch.setattr(lists, "_BLOCK", 50)
    write_index([[entry] for entry in reversed(COLUMN)], tmp_path / "b")
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_what_is_prepared_hangs_on_the_entries_alone(tmp_path: Path) -> None:
    entries = COLUMN[:20]
    one, other = preparing.prepared(tmp_path / "one", entries), preparing.prepared(tmp_path / "other", entries)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    alike = [replace(each, state=preparing.State(0, 0)) for each in (one, other)]
    assert repr(alike[1]).replace("other", "one") == repr(alike[0])


def small_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_LEAST", 1_500)
    monkeypatch.setattr(merging, "_MOST", 3_000)


@pytest.mark.parametrize("platform", ["linux", "darwin"], ids=["forked", "spawned"])
def test_who_works_on_it_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    small_shares(monkeypatch)
    here = write_index([COLUMN], tmp_path / "a")
    monkeypatch.setattr(sys, "platform", platform)
    workers = Workers(2, int)
    try:
        there = write_index((COLUMN[first : first + 5] for first in range(0, len(COLUMN), 5)), tmp_path / "b", run=workers.flow)
    finally:
        workers.close()
    assert there == here
    assert digests(tmp_path / "b") == digests(tmp_path / "a")


def test_long_lists_are_cut_and_found_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: PlainSearch) -> None:
    for name, size in (("_LEAST", 200), ("_MOST", 300), ("LARGEST", 400)):
        monkeypatch.setattr(lists, name, size)
    small_shares(monkeypatch)
    monkeypatch.setattr(grouping, "GROUP", 3)
    monkeypatch.setattr(writing, "GROUP", 3)
    monkeypatch.setattr(text_parts, "_CLOSED", 3_000)
    monkeypatch.setattr(leads, "_CLOSED", 1_000)
    monkeypatch.setattr(text_parts, "_LARGEST", 4_000)
    monkeypatch.setattr(columns, "_LARGEST", 50)
    write_index([COLUMN], tmp_path / "search")
    small = open_index(tmp_path / "search")
    for word in ("办法", "第", "公示", "1", "依照《养犬"):
        assert found(small, word) == plain.find([word]), word


def test_groups_whose_names_clash_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: PlainSearch) -> None:
    for module, name, value in (
        (grouping, "GROUP_NAME_LENGTH", 2), (grouping, "GROUP", 3), (writing, "GROUP", 3), (lists, "_LEAST", 200), (lists, "_MOST", 300)
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    write_index([COLUMN], tmp_path / "search")
    index = open_index(tmp_path / "search")
    names = index._store.index["terms"]["names"]
    groups = [names[at : at + 2] for at in range(0, len(names), 2)]
    assert len(groups) > 60  # of a thousand names, so that some clash
    assert len(set(groups)) == len(groups)
    assert len(list((tmp_path / "search" / "terms").glob("*.json"))) == len(index._store._firsts)
    for word in ("办法", "第", "公示", "1", "依照《养犬"):
        assert found(index, word) == plain.find([word]), word


def test_parts_are_named_by_content_and_have_twins(small_index: Path) -> None:
    for path in small_index.glob("*/*.json"):
        content = json.loads(path.read_bytes())
        assert content
        twin = path.with_suffix(".js").read_text("utf-8")
        assert twin.startswith(f'gongkai.part("{path.parent.name}/{path.stem}",')
        assert json.loads(twin[twin.index(",") + 1 : -3]) == content
        assert "\u2028" not in twin
    assert not (small_index / "spill").exists()


def test_nothing_to_index(tmp_path: Path) -> None:
    facts = write_index([], tmp_path / "search")
    assert (facts.documents, facts.terms) == (0, 0)
    answer = open_index(tmp_path / "search").search("养犬")
    assert (answer.total, answer.exact, answer.hits) == (0, True, ())


def test_a_document_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="p000 is indexed twice"):
        write_index([COLUMN[:1], COLUMN[:1]], tmp_path / "search")


def test_an_index_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(store.IndexUnreadableError, match=r"index\.json"):
        open_index(tmp_path)
    (tmp_path / "index.json").write_text("[" * 100_000, "utf-8")
    with pytest.raises(store.IndexUnreadableError, match=r"index\.json"):
        open_index(tmp_path)
    (tmp_path / "index.json").write_text('{"version": 0}', "utf-8")
    with pytest.raises(store.IndexUnreadableError, match="version 0, not 4"):
        open_index(tmp_path)
