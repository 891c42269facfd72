"""Three mistakes for each rule of the family O, made where they are made in life: in a site's own templates, in texts
that are too long; and, for what search does not find, in the index itself.

What `own_theme` sees in the source of a template is refused before anything is made; these are mistakes that it cannot see.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_lowercase

from tests.checks.clean_column import clean_files
from tests.conftest import ROOT

from gongkai.searching.codec import ALPHABET, FINALS


@dataclass(frozen=True)
class Seed:
    """Files put into the clean column, or in place of its own, and the page at which the rule must speak.

    `spoil` is done to the folder of the index, after it is written.
    """

    rule: str
    files: Mapping[str, str]
    at: str
    spoil: Callable[[Path], None] | None = field(default=None, compare=False)


FIRST, EVERY, FRESH = "policies/a.html", "404.html", "cz/index.html"
"""The first page that `policy.html` makes, the first of all, and the first of those where a tag is told that a folder has again and again."""


def footer(rule: str, text: str, at: str = EVERY) -> Seed:
    """A mistake in what a portal puts below each page."""
    return Seed(rule, {"theme/templates/portal_footer.html": text}, at)


def block(rule: str, template: str, name: str, text: str, at: str) -> Seed:
    """A mistake in a block of one kind of pages."""
    own = f'{{% extends "default/{template}.html" %}}\n{{% block {name} %}}{{{{ super() }}}}{text}{{% endblock %}}\n'
    return Seed(rule, {f"theme/templates/{template}.html": own}, at)


def frame(rule: str, old: str, new: str) -> Seed:
    """A mistake in a frame that was copied whole and changed."""
    text = (ROOT / "theme" / "templates" / "layout.html").read_text(encoding="utf-8")
    assert text.count(old) == 1
    return Seed(rule, {"theme/templates/layout.html": text.replace(old, new)}, EVERY)


def long_text(name: str) -> Seed:
    """A document whose page is too heavy: words at random, which nothing makes shorter."""
    files, draw = clean_files(), random.Random(name)
    words = " ".join("".join(draw.choices(ascii_lowercase, k=40)) for _ in range(3000))
    return Seed("O101", {"site.yaml": files["site.yaml"] + "阈值: {网页上限千字节: 90}\n",
                         f"policies/{name}.md": files[f"policies/{name}.md"] + "\n" + words}, f"policies/{name}.html")  # fmt: skip


def astray(folder: Path) -> None:
    """An index whose lists of postings tell other places than there are."""
    elsewhere = dict.fromkeys(map(ord, ALPHABET[:FINALS]), ALPHABET[0])
    for path in (folder / "terms").glob("*.json"):
        content = json.loads(path.read_bytes())
        path.write_text(json.dumps({**content, "text": content["text"].translate(elsewhere)}), "utf-8")


def mixed_up(name: str) -> Callable[[Path], None]:
    """An index made of other titles or numbers than those which stand beside the texts."""

    def spoil(folder: Path) -> None:
        for path in (folder / "texts").glob("*.json"):
            content = json.loads(path.read_bytes())
            units = [{**unit, name: unit[name][::-1]} if name in unit else unit for unit in content["units"]]
            path.write_text(json.dumps({**content, "units": units}), "utf-8")

    return spoil


SEEDS = [
    *(long_text(name) for name in "abc"),
    footer("O102", '{% set cdn = "https://cdn.example.com" %}<script src="{{ cdn }}/count.js"></script>', FRESH),
    footer("O102", '<form action="https://search.example.com/"><button>搜索</button></form>', FRESH),
    block("O102", "policy", "cite", '<video poster="https://video.example.com/a.jpg"></video>', FIRST),
    footer("O103", "{% set red = 'style=\"color:red\"' %}<p {{ red|safe }}>注意</p>", FRESH),
    footer("O103", '<p {% if 2 > 1 %}onclick="alert(1)"{% endif %}>注意</p>', FRESH),
    block("O103", "policy", "cite", '<a href="data:text/html,1">二维码</a>', FIRST),
    frame("O104", "<title>{{ frame.title }}</title>\n", ""),
    frame("O104", ' lang="zh-CN"', ""),
    frame("O104", '<meta http-equiv="Content-Security-Policy" content="{{ around.content_policy }}">\n', ""),
    block("O104", "policy", "cite", "<h1>引用</h1>", FIRST),
    footer("O105", '<div id="main"></div>'),
    footer("O105", '<input id="quick-q" aria-label="搜索">'),
    block("O105", "policy", "cite", '<p id="cite">甲</p><p id="cite">乙</p>', FIRST),
    footer("O106", '<a href="#top">回到顶部</a>'),
    footer("O106", '<a href="">首页</a>', FRESH),
    block("O106", "policy", "cite", '<a href="../help.html">怎样引用</a>', FIRST),
    footer("O107", "</div>"),
    footer("O107", "<p><b>版权所有</p></b>"),
    block("O107", "policy", "cite", "<ul><li>引用</ul>", FIRST),
    *(Seed("O108", {}, "search/index.json", spoil) for spoil in (astray, mixed_up("title"), mixed_up("number"))),
]
