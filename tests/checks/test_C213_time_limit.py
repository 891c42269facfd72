"""Rule C213: time limits longer than the law's."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column


def test_long_limits(column: Callable[..., Column]) -> None:
    limits = ("20个工作日内", "形成之日起30个工作日内", "每年3月31日前", "及时", "2个月内", "28日内")
    files = {"content/m.md": page("事项目录", "m.csv"), "content/m.csv": HEADING + "".join(item(limit=x) for x in limits)}
    hint = "(改为 20 个工作日以内；另有规定的，用豁免写明依据)"
    assert column(files).lines("C213") == [
        f"content/m.csv:3: 警告 C213 “甲”的公开时限“形成之日起30个工作日内”长于 20 个工作日{hint}",
        f"content/m.csv:6: 警告 C213 “甲”的公开时限“2个月内”长于 20 个工作日{hint}",
    ]
