"""Rule L105: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_drafts_future_and_withdrawn_documents(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="解读链接: i\n依据: [later, gone]\n"),
        "policies/later.md": policy("甲政发〔2023〕8号", more="发布于: 2030-01-01\n"),
        "policies/gone.md": policy("甲政发〔2023〕9号", more="下架日: 2024-01-01\n"),
        "interpretations/i.md": interpretation(more="草稿: true\n"),
    })
    assert found.lines("L105") == [
        f"policies/p.md:{line}: 警告 L105 {key}指向没有公开的 {path}，页面上不显示这个关联(等它公开，或删去这一项)"
        for line, key, path in (
            (7, "解读链接“i”", "interpretations/i.md"), (8, "依据“gone”", "policies/gone.md"), (8, "依据“later”", "policies/later.md"),
        )
    ]
    assert found.links.explained_by == {}
    assert [p.slug for p in found.site.public_policies] == ["p"]
