"""Rule L122: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

BODY = """[坏](https://www.bang.example.com/a) [好](https://www.gov.cn/) [好](https://gov.cn/) [好](mailto:a@b.cn)
[坏](https://www.gov.cn.evil.com/) [坏](//x.cn/) [别处](http://10.1.2.3/) [好](https://WWW.Jia.GOV.CN:8443/x)
"""
MEND = "(删去；确有必要的，写进 site.yaml 的“规则参数: 允许的外站”)"


def test_hosts_that_are_not_allowed(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="解读链接: https://mp.example.cn/s/1\n", body=BODY)})
    assert found.lines("L122") == [
        f"policies/p.md:7: 警告 L122 链接通向“mp.example.cn”，不在允许的外站里{MEND}",
        f"policies/p.md:10: 警告 L122 链接通向“www.bang.example.com”，不在允许的外站里{MEND}",
        f"policies/p.md:11: 警告 L122 链接通向“www.gov.cn.evil.com”，不在允许的外站里{MEND}",
        f"policies/p.md:11: 警告 L122 链接通向“x.cn”，不在允许的外站里{MEND}",
    ]


def test_the_site_s_own_and_what_it_allows(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n网站域名: www.jia.example\n门户首页: https://portal.jia.example/\n规则参数: {允许的外站: ['*.yi.example']}\n"
    body = "[好](https://www.jia.example/) [好](https://portal.jia.example/x) [好](https://a.yi.example/) [坏](https://www.gov.cn/)"
    assert column({"policies/p.md": policy(body=body)}, settings).lines("L122") == [
        f"policies/p.md:9: 警告 L122 链接通向“www.gov.cn”，不在允许的外站里{MEND}"
    ]
