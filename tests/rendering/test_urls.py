"""Addresses."""

from __future__ import annotations

import pytest

from gongkai.model.addresses import is_reserved
from gongkai.rendering import urls


@pytest.mark.parametrize(
    ("page", "to", "href"),
    [
        ("index.html", "policies/a.html", "policies/a.html"),
        ("policies/a.html", "policies/b.html", "b.html"),
        ("policies/a.html", "index.html", "../index.html"),
        ("rules/x/a.html", "assets/m.css", "../../assets/m.css"),
        ("rules/x/a.html", "rules/x/b.html#甲", "b.html#%E7%94%B2"),
        ("policies/a.html", "policies/2020 年?.html", "2020%20%E5%B9%B4%3F.html"),
        ("policies/a.html", "policies/a:b.html", "./a:b.html"),
        ("index.html", "policies/50%.html", "policies/50%25.html"),
    ],
)
def test_relative(page: str, to: str, href: str) -> None:
    assert urls.relative(page, to) == href


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.cn/a", "a.html", "file:///etc/passwd"])
def test_not_outside(address: str) -> None:
    assert not urls.is_outside(address)


def test_outside() -> None:
    assert urls.is_outside("https://www.gov.cn/") and urls.is_outside("mailto:a@b.cn")


def test_list_addresses() -> None:
    assert urls.list_address("policies") == "lists/policies.html"
    assert urls.list_address("policies", 2) == "lists/policies-2.html"


def test_reserved() -> None:
    assert is_reserved("search.html") and is_reserved("lists/a.html")
    assert not is_reserved("rules/search.html")


def test_on_the_web() -> None:
    assert urls.on_the_web("https://www.jia.gov.cn/zfxxgk/", "policies/甲.html") == (
        "https://www.jia.gov.cn/zfxxgk/policies/%E7%94%B2.html"
    )
    assert urls.on_the_web("", "policies/a.html") == ""
