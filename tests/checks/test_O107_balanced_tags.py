"""Rule O107: what it finds and what it leaves alone."""

from __future__ import annotations

import pytest
from tests.checks.pages import lines, page

MEND = "(改 theme/ 里的模板，让标签成对)"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<ul><li>甲</ul>", "标签 </ul> 不成对，里面的 <li> 没有关"),
        ("<p>甲</p></div>", "标签 </div> 不成对，里面的 <body> 没有关"),
        ("<p><b>甲</p></b>", "标签 </p> 不成对，里面的 <b> 没有关"),
    ],
)
def test_tags_that_do_not_pair(body: str, message: str) -> None:
    assert lines("O107", page(body)) == [f"policies/p.html:1: {message}{MEND}"]


def test_a_page_that_ends_too_early() -> None:
    cut = page()
    assert lines("O107", type(cut)(cut.address, cut.html.replace("</html>", ""))) == [f"policies/p.html:1: 标签 <html> 没有关{MEND}"]


def test_sound_pages_and_those_that_are_passed_over() -> None:
    body = '<ul>\n<li>甲<br><img src="a.png" alt=""></li></ul><svg viewBox="0 0 1 1"><path d="M0"/></svg><my-tag>乙</my-tag>'
    assert lines("O107", page(body)) == []
    assert lines("O107", page("<ul><li>甲</ul>", deep=False)) == []
