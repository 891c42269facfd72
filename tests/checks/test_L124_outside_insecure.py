"""Rule L124: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_one_finding_a_host(column: Callable[..., Column]) -> None:
    body = "[一](http://www.gov.cn/a) [二](http://www.gov.cn/b)\n[三](http://www.mca.gov.cn/) [好](https://www.moe.gov.cn/) [外](http://x.cn/)"
    assert column({"policies/p.md": policy(body=body)}).lines("L124") == [
        "policies/p.md:9: 提示 L124 链接“http://www.gov.cn/a”没有用 https，同样的共 2 处(看看 https://www.gov.cn/ 能不能打开，能就改)",
        "policies/p.md:10: 提示 L124 链接“http://www.mca.gov.cn/”没有用 https(看看 https://www.mca.gov.cn/ 能不能打开，能就改)",
    ]
