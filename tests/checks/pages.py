"""Finished pages for the tests of the rules O."""

from __future__ import annotations

from gongkai import checks
from gongkai.checks.built_pages import BuiltColumn, PublishedPage, ids_in

HEAD = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>甲</title>
<meta name="SiteName" content="甲区政府网">
{head}</head>
<body><h1>甲</h1>
{body}
</body></html>
"""


def page(body: str = "", head: str = "", address: str = "policies/p.html", **more: object) -> PublishedPage:
    """A sound page with what a test wants in it."""
    return PublishedPage(address, HEAD.format(body=body, head=head), **more)  # type: ignore[arg-type]


def lines(rule: str, given: PublishedPage) -> list[str]:
    """What one rule says about a page: `place: message(hint)`."""
    examine = next(r.examine_page for r in checks.rules() if r.id == rule)
    assert examine
    return [f"{f.place}: {f.message}({f.hint})" for f in examine(given)]


def column_lines(rule: str, *pages: PublishedPage, files: tuple[str, ...] = (), styles: dict[str, str] | None = None,
                 leads: dict[tuple[str, str], str] | None = None, missed: tuple[str, ...] = ()) -> list[str]:  # fmt: skip
    """What one rule says about a whole column."""
    texts = {given.address: given.html for given in pages}
    built = BuiltColumn(frozenset((*texts, *files)), leads or {}, styles or {}, lambda address: ids_in(texts[address]), missed)
    check = next(r.check_built for r in checks.rules() if r.id == rule)
    assert check
    return [f"{f.place}: {f.message}({f.hint})" for f in check(built)]
