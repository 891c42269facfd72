"""Rules on validity that no real text at hand wakes: sound documents near to what each is about, of which nothing is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

OLD = policy("甲政发〔2020〕1号", "关于旧事的通知", "2020-03-03", "{}", more="{}")
SILENT = {
    "V103": (
        {"q": policy("甲政发〔2023〕8号", "关于新事的通知", more="废止: 甲政发〔2020〕1号\n"), "p": OLD.format("废止", "")},
        {"q": policy("甲政发〔2020〕2号", "关于同日的通知", "2020-03-03", more="修改: 甲政发〔2020〕1号\n"), "p": OLD.format("已修改", "")},
        {"q": policy("甲政发〔2020〕2号", "关于转发的通知", "2020-03-02", more="转发: 甲政发〔2020〕1号\n"), "p": OLD.format("有效", "")},
    ),
    "V104": (
        {"q": policy("甲政发〔2023〕8号", "关于新事的通知", more="依据: 甲政发〔2020〕1号\n修改: 甲政发〔2020〕1号\n"), "p": OLD.format("已修改", "")},
        {"q": policy("甲政发〔2023〕8号", "关于新事的通知", more="依据: 甲政发〔2020〕1号\n"), "p": OLD.format("废止", "废止: 甲政发〔2019〕5号\n")},
    ),
    "V106": (
        {"p": OLD.format("失效", "施行日期: 2020-04-01\n有效期至: 2020-04-01\n")},
        {"p": OLD.format("失效", "有效期至: 2020-03-03\n")},
        {"p": OLD.format("有效", "施行日期: 2020-04-01\n有效期至: 2029-03-31\n")},
    ),
    "V107": (
        {"q": policy(more="清理:\n  - 甲政发〔2020〕1号 继续有效\n"), "p": OLD.format("有效", "")},
        {"q": policy(more="清理:\n  - {文号: 甲政发[2020]1号, 名称: 关于旧事的通知, 结论: 废止}\n"), "p": OLD.format("废止", "")},
    ),
    "V114": (
        {"p": OLD.format("有效", "有效期至: 2030-12-31\n")},
        {"p": OLD.format("失效", "有效期至: 2026-11-20\n")},
        {"p": OLD.format("废止", "有效期至: 2026-12-01\n"), "q": policy("甲政发〔2023〕8号", "关于新事的通知", more="废止: 甲政发〔2020〕1号\n")},
    ),
}


@pytest.mark.parametrize(("rule", "files"), [(rule, files) for rule, columns in SILENT.items() for files in columns])
def test_nothing_is_said_of_what_is_sound(column: Callable[..., Column], rule: str, files: dict[str, str]) -> None:
    assert column({f"policies/{name}.md": text for name, text in files.items()}).lines(rule) == []
