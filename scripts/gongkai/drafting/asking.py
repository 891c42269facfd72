"""What the form of a new document asks: from the flags, else from the person at the terminal, with a proposal where there is one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

from gongkai.model.document_number import DocumentNumber, read_number
from gongkai.model.problems import CannotBuild


class Form:
    """Answers by flag; what no flag answers is asked where someone sits at the terminal, else the proposal counts."""

    def __init__(self, flags: dict[str, str | None], say: Callable[[str], None]) -> None:
        self._flags = flags
        self._say = say
        self._asks = sys.stdin is not None and sys.stdin.isatty()

    def answer(
        self, flag: str, question: str, proposal: str = "", *, required: bool = False, choices: tuple[str, ...] = (),
        check: Callable[[str], object] | None = None,
    ) -> str:
        """The answer; CannotBuild where one that is required is missing and nobody can be asked.

        `check` raises CannotBuild for an answer that will not do: whoever was asked is told why, and asked again.
        """
        judge = check or _any
        given = self._flags.get(flag)
        if given is not None:
            text = self._checked(given.strip(), flag, question, choices, required)
            judge(text)
            return text
        if not self._asks:
            if required and not proposal:
                raise CannotBuild(f"没有{question}，用 --{flag} 写明。")
            judge(proposal)
            return proposal
        shown = f"（{'、'.join(choices)}）" if choices else ""
        while True:
            sys.stderr.write(f"{question}{shown}" + (f" [{proposal}]" if proposal else "") + "：")
            sys.stderr.flush()
            try:
                text = input().strip() or proposal
            except (EOFError, KeyboardInterrupt):
                sys.stderr.write("\n")
                raise CannotBuild("没有答完，什么也没有写。") from None
            try:
                if required and not text:
                    raise CannotBuild("这一项必填。")
                if choices and text and text not in choices:
                    raise CannotBuild(f"“{text}”不在可用的词里。")
                judge(text)
            except CannotBuild as error:
                self._say(f"{error}再答一次，或按 Ctrl+C 停下。")
                continue
            return text

    def _checked(self, text: str, flag: str, question: str, choices: tuple[str, ...], required: bool) -> str:
        if required and not text:
            raise CannotBuild(f"--{flag} 是空的，写明{question}。")
        if choices and text and text not in choices:
            raise CannotBuild(f"{question}“{text}”不在可用的词里，可用：{'、'.join(choices)}。")
        return text


def _any(text: str) -> None:
    """Takes whatever is answered."""


def day_of(text: str) -> date:
    """A day as flags and answers write it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotBuild(f"“{text}”不是日期，写作 2026-11-21。") from None


def number_of(text: str) -> DocumentNumber | None:
    """A 文号 as flags and answers write it; None for none (“无”)."""
    if text in ("", "无"):
        return None
    read = read_number(text)
    if read.number is None:
        raise CannotBuild(f"文号“{text}”读不出：{read.refusal}。写作“机关代字〔年份〕序号号”。")
    return read.number
