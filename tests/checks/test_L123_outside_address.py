"""Rule L123: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_bare_addresses(column: Callable[..., Column]) -> None:
    body = "[坏](http://10.20.30.40:8080/a)\n[坏](https://[2001:db8::1]/) [好](https://10.20.30.40.gov.cn/)"
    assert column({"policies/p.md": policy(body=body)}).lines("L123") == [
        "policies/p.md:9: 错误 L123 链接“http://10.20.30.40:8080/a”直接写了 IP 地址(改成域名；内网地址不能公开)",
        "policies/p.md:10: 错误 L123 链接“https://[2001:db8::1]/”直接写了 IP 地址(改成域名；内网地址不能公开)",
    ]
