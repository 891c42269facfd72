"""`gongkai search`: the answers of the last build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.here import gongkai
from tests.commands.test_build import FILES, make
from tests.conftest import policy

OLD = policy("甲政发〔2019〕3号", title="关于旧小区物业的通知", issued="2019-01-01", validity="废止", body="住房公积金。")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("site"), {**FILES, "policies/old.md": OLD})
    assert gongkai("build", "--site", folder, "--today", "2026-11-21").returncode == 0
    return folder


def test_json_of_the_contract(site: Path) -> None:
    answer = json.loads(gongkai("search", "公积金", "--site", site, "--json").stdout)
    assert (answer["total"], [hit["slug"] for hit in answer["hits"]]) == (1, ["old"])
    assert set(answer) >= {"total", "hits", "facets"}
    assert set(answer["hits"][0]) >= {"slug", "kind", "title", "文号", "url", "date", "有效性", "score", "excerpt"}
    assert "住房公积金" in answer["hits"][0]["excerpt"]


@pytest.mark.parametrize("spelling", ["甲政发〔2023〕7号", "甲政发[2023]7号", "甲政发（2023）7", "甲政发２０２３ 7", "甲政發〔2023〕第007號"])
def test_a_number_in_any_spelling(site: Path, spelling: str) -> None:
    answer = json.loads(gongkai("search", spelling, "--site", site, "--json").stdout)
    assert answer["hits"][0]["文号"] == "甲政发〔2023〕7号"


def test_filters_and_order(site: Path) -> None:
    both = json.loads(gongkai("search", "小区", "--site", site, "--json").stdout)
    assert {hit["slug"] for hit in both["hits"]} >= {"p", "old"}
    valid = json.loads(gongkai("search", "小区", "--site", site, "--json", "--filter", "有效性=有效").stdout)
    assert [hit["slug"] for hit in valid["hits"]] == ["p"]


def test_text_for_people(site: Path) -> None:
    shown = gongkai("search", "公积金", "--site", site).stdout
    assert shown.startswith("找到 1 条\n\n1. 关于旧小区物业的通知\n   甲政发〔2019〕3号　2019-01-01　废止\n   policies/old.html\n")


def test_what_cannot_be_asked(site: Path, tmp_path: Path) -> None:
    for arguments, words in (
        (("--filter", "颜色=红"), "颜色"),
        (("--filter", "有效性"), "要写成“键=值”"),
    ):
        done = gongkai("search", "小区", "--site", site, *arguments)
        assert (done.returncode, words in done.stderr, done.stderr.count("\n")) == (2, True, 1)
    done = gongkai("search", "小区", "--site", make(tmp_path))
    assert (done.returncode, "先运行 gongkai build" in done.stderr) == (2, True)


def test_another_wording_is_said_and_can_be_refused(site: Path) -> None:
    shown = gongkai("search", "公积金 查无此事", "--site", site).stdout
    assert shown.startswith("没有找到“公积金 查无此事”，以下是“公积金”的结果（漏词）；只查原话用 --literal\n找到 1 条\n")
    assert gongkai("search", "公积金 查无此事", "--site", site, "--literal").stdout == "找到 0 条\n"
