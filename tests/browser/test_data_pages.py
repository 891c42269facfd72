"""A decision's page and a catalogue in a browser: what is open on the day of the reading, rows of one organ alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..checks.data_pages import HEADING, item, page
from ..conftest import policy
from .chromium import Chromium
from .pages import build_column

STEPS = "阶段,日期,截止\n征求意见,2026-12-01,2026-12-31\n"
FILES = {
    "policies/p.md": policy(),
    "content/d.md": page("重大行政决策", "d.csv"),
    "content/d.csv": STEPS,
    "content/m.md": page("事项目录", "m.csv"),
    "content/m.csv": HEADING + item("甲", link="p") + item("乙", link="p").replace("甲区人民政府", "乙局"),
}
SHOWN = "Array.from(document.querySelectorAll('[class^=period-]')).filter(one => !one.hidden).map(one => one.innerText)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("栏目 d"), FILES, "名称: 甲\n")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-30", "将于 2026-12-01 开始征求意见"),
        ("2026-12-01", "正在征求意见，2026-12-31 截止"),
        ("2026-12-31", "正在征求意见，2026-12-31 截止"),
        ("2027-01-01", "征求意见已于 2026-12-31 结束"),
    ],
)
def test_a_consultation_on_the_day_of_the_reading(chromium: Chromium, built: Path, day: str, said: str) -> None:
    with chromium.on_day(day):
        chromium.open((built / "d.html").as_uri())
        assert chromium.run(SHOWN) == [said]


def test_rows_of_one_organ(chromium: Chromium, built: Path) -> None:
    chromium.open((built / "m.html").as_uri())
    shown = "Array.from(document.querySelectorAll('#catalogue-rows tr')).filter(row => !row.hidden).length"
    assert chromium.run(shown) == 2
    chromium.run("var s = document.querySelector('.row-filter select'); s.value = '乙局'; s.dispatchEvent(new Event('change')); 1")
    assert chromium.run(shown) == 1
    assert chromium.run("document.querySelector('.row-filter [role=status]').textContent") == "共 1 项"
