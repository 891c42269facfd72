"""Rule F104: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_case_width_and_form(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="统一编号: zjhc00－2020-0001\n")}).lines("F104") == [
        "policies/p.md:7: 警告 F104 统一编号写作“zjhc00－2020-0001”(应为“ZJHC00-2020-0001”)"
    ]
    assert column({"policies/p.md": policy(more="统一编号: HFGS-2017-9\n")}).lines("F104") == [
        "policies/p.md:7: 警告 F104 统一编号“HFGS-2017-9”不合样式(四个大写字母、两位机关序号、年份、四位流水，如“ZJHC00-2020-0001”)"
    ]
    assert column({"policies/p.md": policy(more="统一编号: ZJHC00-2020-0001\n")}).lines("F104") == []
