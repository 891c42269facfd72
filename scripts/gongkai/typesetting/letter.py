"""A policy as an official letter: what stands on paper, from the document's own facts and text and nothing else.

No word of it depends on the day of the build, so that a file changes only when the document or its state does.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gongkai.model.documents import Policy
from gongkai.model.settings import Settings
from gongkai.model.validity import Standing
from gongkai.typesetting.blocks import Piece, Stretch, Table, blocks_of


class Letter(NamedTuple):
    """版头, 主体 and 版记. `annexes` are the lines of an 附件说明 that the text itself has not; `imprint` organ and date."""

    organs: tuple[str, ...]
    number: str
    title: str
    blocks: tuple[Piece, ...]
    annexes: tuple[str, ...]
    imprint: tuple[str, str]
    status: str
    day: str


def letter(policy: Policy, standing: Standing, settings: Settings) -> Letter:
    """The letter that a policy is."""
    blocks = blocks_of(policy)
    day = policy.issued or policy.written
    return Letter(
        organs=policy.organs[:3],
        number=str(policy.number or ""),
        title=policy.title,
        blocks=blocks,
        annexes=_annexes(policy, blocks),
        imprint=(policy.organs[0] if policy.organs and day else "", f"{in_words(day)}印发" if day else ""),
        status=_status(policy, standing, settings),
        day=day.isoformat() if day else "",
    )


def in_words(day: date | None) -> str:
    """`2024年4月9日`, as a 成文日期 is written; "" where there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _annexes(policy: Policy, blocks: tuple[Piece, ...]) -> tuple[str, ...]:
    """“附件：1.……” for the files beside the document, unless its text says so already."""
    if not policy.attachments or any(map(_names_annexes, blocks)):
        return ()
    names = [reference.caption or reference.text.rpartition("/")[2].rpartition(".")[0] for reference in policy.attachments]
    if len(names) == 1:
        return (f"附件：{names[0]}",)
    return tuple(f"{'附件：' if not i else '　　　'}{i + 1}. {name}" for i, name in enumerate(names))


def _names_annexes(block: Piece) -> bool:
    if isinstance(block, Stretch):
        return any(words.startswith("附件") for words in block.paragraphs)
    return not isinstance(block, Table) and block.text.startswith("附件")


def _status(policy: Policy, standing: Standing, settings: Settings) -> str:
    """The state of the document, and where its text is from: paper lies about for years."""
    now = standing.now
    since = f"{now.since.isoformat()} " if now.since and now.since.isoformat() not in now.reason else ""
    coming = standing.upcoming
    later = f"；{coming.since.isoformat()}起{coming.state.value}" if coming and coming.since else ""
    state = f"有效性：{now.state.value}" + (f"（{since}{now.reason}{later}）" if now.reason or later else "")
    at = f"，{settings.address.rstrip('/')}/{policy.url}" if settings.address else ""
    return f"{state}。文本取自“{settings.name}”{at}；之后的变化以网上公布的为准。"
