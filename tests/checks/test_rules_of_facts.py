"""A rule that asks for `site`, `links` and what is worked out of them sees facts alone: what it found is kept while only texts change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NoReturn

import pytest
from tests.conftest import ROOT, TODAY, Column, read_column

from gongkai import checks
from gongkai.linking.link import make_links
from gongkai.model.problems import Finding

_OF_TEXTS = ("stored", "characters")


class Unseen:
    """Stands for something that a rule has not asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _seen(self, *_: object) -> NoReturn:
        raise AssertionError(f"reads {self._name} without asking for it by a parameter")

    __iter__ = __len__ = __bool__ = __getattr__ = _seen


class BodyWithoutText:
    """A body of which only headings, links and the like can be read."""

    def __init__(self, body: Any) -> None:
        self._body = body

    def __getattr__(self, name: str) -> Any:
        if name in _OF_TEXTS:
            raise AssertionError(f"reads body.{name} without asking for `text` or `length`")
        return getattr(self._body, name)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Column:
    return read_column(ROOT, tmp_path_factory.mktemp("spool"), TODAY)


def _found(rule: checks.Rule, column: Column, site: Any, links: Any) -> list[Finding]:
    given = checks.Given({"site": site, "links": links, "today": column.site.today})
    return list(rule.check(**{name: given[name] for name in rule.wants}))


@pytest.mark.parametrize("rule", [rule for rule in checks.rules() if rule.of_facts], ids=lambda rule: rule.id)
def test_it_sees_no_text_nothing_published_and_no_history(rule: checks.Rule, demonstration: Column) -> None:
    def blind(documents: Any) -> Any:
        return tuple(replace(document, body=BodyWithoutText(document.body)) for document in documents)

    own = demonstration.site
    site = replace(
        own, policies=blind(own.policies), interpretations=blind(own.interpretations), pages=blind(own.pages),
        published=Unseen("site.published"), history=Unseen("site.history"),
    )  # fmt: skip
    assert _found(rule, demonstration, site, make_links(site)) == _found(rule, demonstration, own, demonstration.links)
