"""What Jinja says of a broken template, in Chinese. What the table does not know stays in Jinja's own words."""

from __future__ import annotations

import re

_WORDS = (
    (r"Encountered unknown tag '(.+?)'.*", "认不出标签“{}”，写错了，或者它要收的标签没有开"),
    (r"Unexpected end of template.*?(?:needs to be closed is '(.+?)')?\.?", "到末尾还有标签没有收：{}"),
    (r"Expected an expression, got '(.+?)'", "这里应该写一个值，却是“{}”"),
    (r"expected token '(.+?)', got '(.+?)'", "这里应该是“{}”，却是“{}”"),
    (r"unexpected (?:char )?'(.+?)'.*", "这里不该有“{}”"),
    (r"unexpected '(.+?)'", "这里不该有“{}”"),
    (r"block '(.+?)' defined twice", "块“{}”写了两次"),
    (r"No filter named '(.+?)'\.?", "没有“{}”这个过滤器"),
    (r"No test named '(.+?)'\.?", "没有“{}”这种判断"),
    (r"'(.+?)' is undefined", "没有“{}”这个变量"),
    (r"'.*' has no attribute '(.+?)'", "没有“{}”这一项"),
    (r"access to attribute '(.+?)' of .* is unsafe\.?", "不允许用“{}”"),
    (r"division by zero", "除以了零"),
)


def in_chinese(message: str) -> str:
    """The message as an editor can read it."""
    for pattern, words in _WORDS:
        match = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if match:
            return words.format(*(group or "" for group in match.groups())).removesuffix("：")
    return message
