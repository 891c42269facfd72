"""Rule F102: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_other_spellings_are_read_and_reported(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(issued="2020年8月14日", more="公开日期: ２０２０／８／１５　９：３０\n施行日期: 2020.9.1\n")})
    assert found.lines("F102") == [
        "policies/p.md:5: 警告 F102 “发文日期”的日期写作“2020年8月14日”(应为“2020-08-14”)",
        "policies/p.md:7: 警告 F102 “公开日期”的日期写作“２０２０／８／１５　９：３０”(应为“2020-08-15 09:30”)",
        "policies/p.md:8: 警告 F102 “施行日期”的日期写作“2020.9.1”(应为“2020-09-01”)",
    ]
    assert found.site.policies[0].issued.isoformat() == "2020-08-14"
