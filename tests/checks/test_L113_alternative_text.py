"""Rule L113: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

BODY = """![](a.png)
![图片1](a.png)
![a.png](a.png)
![](<a.png>) ![办理流程：申请、审核](a.png) ![图示三种情形](a.png)
"""


def test_pictures_that_say_nothing(column: Callable[..., Column]) -> None:
    mend = "(写 ![图里有什么](文件名))"
    assert column({"policies/p.md": policy(body=BODY), "policies/a.png": "x"}).lines("L113") == [
        f"policies/p.md:9: 警告 L113 图片“a.png”的说明文字是空的{mend}",
        f"policies/p.md:10: 警告 L113 图片“a.png”的说明文字“图片1”什么也没有说{mend}",
        f"policies/p.md:11: 警告 L113 图片“a.png”的说明文字“a.png”什么也没有说{mend}",
        f"policies/p.md:12: 警告 L113 图片“a.png”的说明文字是空的{mend}",
    ]
