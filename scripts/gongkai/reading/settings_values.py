"""What every part of `site.yaml` is read with: texts, words, lists and mappings, each oddity noted with its line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from gongkai.model.problems import Misreading


class Values:
    """Reads one tree; every oddity goes to `misreadings` with its line."""

    def __init__(
        self, tree: dict[str, Any], defaults: dict[str, Any], lines: dict[str, int], misreadings: list[Misreading]
    ) -> None:
        self.tree, self.defaults, self.lines, self.misreadings = tree, defaults, lines, misreadings
        self._codes: set[tuple[str, str]] = set()

    def _odd(self, path: str, message: str, hint: str) -> None:
        self.misreadings.append(Misreading("settings", self.lines.get(path, 1), message, hint))

    def _text(self, mapping: dict[str, Any], key: str, above: str = "") -> str:
        value = mapping.get(key, "")
        if isinstance(value, str):
            return value
        self._odd(f"{above}{key}", f"“{key}”应是一行文字", f"写“{key}: ……”")
        return ""

    def _yes(self, key: str) -> bool:
        word = self._text(self.tree, key).lower()
        if word not in ("", "true", "是", "false", "否"):
            self._odd(key, f"{key}“{word}”读不出", "写“是”或“否”")
        return word in ("true", "是")

    def _known(self, key: str, known: tuple[str, ...], path: str) -> None:
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.5)
            self._odd(path, f"不认识的键“{key}”", f"是不是“{near[0]}”" if near else f"可用：{'、'.join(known)}")

    def _get(self, key: str) -> Any:
        return self.tree.get(key) or self.defaults.get(key)

    def _mapping(self, value: Any, path: str) -> dict[str, Any]:
        if value in (None, ""):
            return {}
        if not isinstance(value, dict):
            self._odd(path, f"“{path.rsplit('/', 1)[-1]}”下面应是“键: 值”", "每行缩进两格写“键: 值”")
            return {}
        return value

    def _list(self, key: str) -> list[Any]:
        value = self.tree.get(key)
        if value in (None, ""):
            return []
        if not isinstance(value, list):
            self._odd(key, f"“{key}”应是一列", "每项以“- ”开头")
            return []
        return value

    def _words(self, value: Any, path: str) -> tuple[str, ...]:
        if value in (None, ""):
            return ()
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        self._odd(path, f"“{path.rsplit('/', 1)[-1]}”应是一列词", "如“[通知, 意见]”")
        return ()
