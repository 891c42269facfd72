"""A small site, and an editor that has it open for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import interpretation, policy
from tests.editing.editor import Editor

TODAY = "2026-11-21"
SETTINGS = "名称: 甲区政府信息公开\n机关: [{名称: 甲区人民政府, 代字: [甲政发]}]\n文种: [通知, 意见]\n"
OLD = "policies/2023/jiu.md"
NEW = "policies/2024/xin.md"
TEXT = "interpretations/jd-jiu.md"
FILES = {
    "site.yaml": SETTINGS,
    OLD: policy(title="关于改造旧小区的通知", more="解读链接: jd-jiu\n"),
    NEW: policy(number="甲政发〔2024〕8号", title="关于加装电梯的通知", issued="2024-03-01",
                body="根据《关于改造旧小区的通知》（甲政发〔2023〕7号），按[原办法](../2023/jiu.md)办理。\n\n第二段。"),
    TEXT: interpretation("jiu", title="《关于改造旧小区的通知》解读", body="解读的是甲政发〔2023〕7号。"),
}  # fmt: skip


def site(folder: Path, more: dict[str, str] | None = None) -> Path:
    for path, text in {**FILES, **(more or {})}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with Editor(site(tmp_path_factory.mktemp("editing") / "甲 site"), "--today", TODAY, watches=True) as opened:
        opened.open(OLD)
        opened.until(OLD)
        opened.quiet(0.5)
        yield opened


@pytest.fixture
def text(editor: Editor) -> Iterator[str]:
    """The newer policy, open as it is on disk, and shut again."""
    editor.open(NEW)
    yield FILES[NEW]
    editor.shut(NEW)
    (editor.folder / NEW).write_text(FILES[NEW], encoding="utf-8", newline="\n")
