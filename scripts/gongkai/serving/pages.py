"""What the preview adds to pages as it serves them, and the pages of its own. Everything from a source is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import quote

from gongkai.model.problems import Problem
from gongkai.model.validity import Validity
from gongkai.serving.outcome import AWAITED, DRAFT, PUBLIC, UNREAD, WITHDRAWN, Outcome, Shown

OWN = "/__gongkai__/"
DOCUMENTS = OWN + "documents"
EVENTS = OWN + "events"
SCRIPT, STYLE, MARKS = OWN + "preview.js", OWN + "preview.css", OWN + "marks"
_MOST = 200
_STATES = (UNREAD, DRAFT, AWAITED, *(state.value for state in Validity), PUBLIC, WITHDRAWN)
_NO_PAGES = "还没有可以看的网页。改好下面的问题并保存，这里会自己换成专栏。"
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
_FRAME = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body class="gongkai-own">
<main>
<h1>{title}</h1>
{main}
</main>
</body>
</html>
"""


def with_bar(html: str, shown: Shown | None, outcome: Outcome, version: str) -> str:
    """A page with the preview's bar on top of it: what stands in the way, what the public does not see.

    `shown` is what the page comes from, None for a list and the like. A page without head and body comes back as it is.
    """
    head = f'<link rel="stylesheet" href="{STYLE}">\n<script defer src="{SCRIPT}" data-version="{escape(version)}"></script>\n'
    bar = _bar(shown, outcome)
    html, found = re.subn(r"</head>", lambda match: head + match[0], html, count=1)
    return re.sub(r"<body\b[^>]*>", lambda match: match[0] + bar, html, count=1) if found else html


def _bar(shown: Shown | None, outcome: Outcome) -> str:
    mark = f'<p class="gongkai-mark">{escape(shown.mark)}</p>' if shown and shown.mark else ""
    link = f'<a href="{DOCUMENTS}">全部文件</a>'
    return f'\n<aside id="gongkai-preview" aria-label="预览">{mark}{_problems(outcome, shown)}<p class="gongkai-own-link">预览 · {link}</p></aside>\n'


def _problems(outcome: Outcome, shown: Shown | None) -> str:
    """The problems of this page's own source come first, the worst before the others."""
    path = shown.path if shown else ""
    groups: dict[tuple[bool, int], list[Problem]] = {}
    for problem in outcome.problems:
        groups.setdefault((problem.place.path != path, problem.severity.rank), []).append(problem)
    ordered = [problem for group in sorted(groups) for problem in groups[group]]
    lines = [f"<li>{escape(outcome.failure)}</li>"] if outcome.failure else []
    lines += [_problem(problem) for problem in ordered[:_MOST]]
    if len(ordered) > _MOST:
        lines.append(f"<li>另有 {len(ordered) - _MOST} 个，终端里有全部。</li>")
    if not lines:
        return ""
    own = sum(len(group) for (other, _), group in groups.items() if not other)
    words = [f"{len(ordered)} 个问题"] if ordered else []
    words += ["这一页有 " + str(own) + " 个"] if own else []
    words += ["" if outcome.published else "网页还是上一次的"]
    summary = "，".join(filter(None, words))
    level = "error" if outcome.failure or not outcome.published else "warning"
    return f'<details open class="gongkai-{level}"><summary>{summary}</summary><ul>{"".join(lines)}</ul></details>'


def _problem(problem: Problem) -> str:
    hint = f'<span class="gongkai-mend">{escape(problem.hint)}</span>' if problem.hint else ""
    where = f"<code>{escape(str(problem.place))}</code>"
    return f"<li><b>{problem.severity.word}</b> {where} {escape(problem.id)} {escape(problem.message)}{hint}</li>"


def nothing_yet() -> str:
    """The page that stands at every address while there has been no good build."""
    return _FRAME.format(policy=_POLICY, title="预览", main=f"<p>{_NO_PAGES}</p>")


def documents_page(outcome: Outcome) -> str:
    """All documents by state, what needs a hand first."""
    counts = {state: [shown for shown in outcome.documents if shown.state == state] for state in _STATES}
    found = {state: rows for state, rows in counts.items() if rows}
    index = "".join(f'<li><a href="#{quote(state)}">{state}</a> {len(rows)}</li>' for state, rows in found.items())
    problems: dict[str, int] = {}
    for problem in outcome.problems:
        problems[problem.place.path] = problems.get(problem.place.path, 0) + 1
    tables = "".join(_table(state, rows, problems) for state, rows in found.items())
    home = '<p><a href="/index.html">专栏首页</a></p>'
    main = f"{home}<ul class=\"gongkai-states\">{index}</ul>{tables}" if found else f"{home}<p>没有文件。</p>"
    return _FRAME.format(policy=_POLICY, title="全部文件", main=main)


def _table(state: str, rows: Sequence[Shown], problems: dict[str, int]) -> str:
    head = "<tr><th>标题</th><th>文号</th><th>种类</th><th>日期</th><th>源文件</th><th>问题</th></tr>"
    newest = sorted(sorted(rows, key=lambda row: row.path), key=lambda row: row.day, reverse=True)
    body = "".join(_row(row, problems.get(row.path, 0)) for row in newest)
    return f'<h2 id="{state}">{state}（{len(rows)}）</h2><div class="gongkai-table"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _row(shown: Shown, problems: int) -> str:
    title = escape(shown.title or shown.path)
    linked = f'<a href="/{quote(shown.url)}">{title}</a>' if shown.url else title
    mark = f'<br><span class="gongkai-mark">{escape(shown.mark)}</span>' if shown.mark else ""
    cells = (f"{linked}{mark}", escape(shown.number), shown.kind, shown.day, f"<code>{escape(shown.path)}</code>", str(problems or ""))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def marks(sources: Mapping[str, Shown]) -> dict[str, str]:
    """Address → why the public does not see it, for the links that lead there."""
    return {"/" + quote(url): shown.mark for url, shown in sources.items() if shown.mark}
