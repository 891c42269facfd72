"""文号 in running text: how far left each reaches, and which policy it means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

from gongkai.linking.citations import issuer_length
from gongkai.reading.citations import citations_in

ISSUERS = frozenset({"国办发", "温鹿政办", "政办", "浙政办发", "国务院", "国"})
TEXTS = {
    "基层政府全面完成国办发〔2019〕54号的要求": ["国办发〔2019〕54号"],
    "镇街完成国办发[2019]54号、温鹿政办（2020）35号": ["国办发[2019]54号", "温鹿政办（2020）35号"],
    "《关于……的通知》（浙政办发〔2020〕16号）规定": ["浙政办发〔2020〕16号"],
    "按照中华人民共和国国务院令第365号公布": ["国务院令第365号"],
    "根据国务院令第七百三十六号": ["国务院令第七百三十六号"],
    "杭政办〔2020〕1号": ["政办〔2020〕1号"],  # the longest known one; numbers no document of the column has link nowhere
    "某区委〔2020〕1号": ["〔2020〕1号"],
    "国务院令第711号国办发〔2019〕54号": ["国务院令第711号", "国办发〔2019〕54号"],
    "国务院令第七百一十一号和国办发〔２０１９〕５４号": ["国务院令第七百一十一号", "国办发〔２０１９〕５４号"],
    "国务院第711号令": ["国务院第711号令"],
    "征求意见稿（2020）第三章共5号楼": [],
    "第12号楼和2020年第5号": [],
}


@pytest.mark.parametrize("text", TEXTS)
def test_the_issuer_is_the_longest_known_one(text: str) -> None:
    found = []
    for citation in (f.citation for f in citations_in(text, 1)):
        length = issuer_length(citation.left, ISSUERS)
        found.append(citation.left[len(citation.left) - length :] + citation.tail)
    assert found == TEXTS[text]


def test_resolved_by_number_and_title(column: Callable[..., Column]) -> None:
    body = (
        "贯彻《关于改造旧小区的通知》（甲政发〔2023〕7号）和甲政发[2023]7号，见《别的办法》（甲政发〔2023〕7号）。\n\n"
        "落实国办发〔2019〕54号；本文甲政发〔2024〕1号。\n\n见[甲政发〔2023〕7号](p.md)"
    )
    found = column({"policies/p.md": policy(), "policies/q.md": policy("甲政发〔2024〕1号", issued="2024-01-01", body=body)})
    cited = found.links.cited_in(found.site.by_path["policies/q.md"])
    assert [(c.issuer_length, c.target) for c in cited] == [(3, "p"), (3, "p"), (3, ""), (3, ""), (3, "")]
    assert found.links.cites["policies/q.html"] == ("p",)
    assert found.links.cited_by == {"p": ("policies/q.html",)}


def test_two_editions_of_one_number_are_told_apart_by_title_or_not_at_all(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy("国务院令第406号", title="道路运输条例"),
        "policies/b.md": policy("国务院令第406号", title="水路运输规定"),
        "policies/q.md": policy(body="《道路运输条例》（国务院令第406号）；国务院令第406号；国令第406号"),
    }
    found = column(files)
    cited = found.links.cited_in(found.site.by_path["policies/q.md"])
    assert [c.target for c in cited] == ["a", "", ""]


def test_an_issuer_that_is_longer_than_any_known_one_links_nowhere(column: Callable[..., Column]) -> None:
    body = "苏甲政发〔2023〕7号；按照甲政发〔2023〕7号；《别的》和甲政发〔2023〕7号"
    found = column({"policies/p.md": policy(), "policies/q.md": policy("甲政发〔2024〕1号", issued="2024-01-01", body=body)})
    cited = found.links.cited_in(found.site.by_path["policies/q.md"])
    assert [c.target for c in cited] == ["", "p", "p"]
