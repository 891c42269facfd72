"""The column for programs: a JSON beside each policy, the whole library as JSON and CSV, the standing pages as JSON. Only what is
public is in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from gongkai.linking.links import CleanedRow, EffectLink, Links
from gongkai.model.documents import CleaningRow, Correction, Page, Policy, Reference
from gongkai.model.fields import fields_of
from gongkai.model.site import Site
from gongkai.reading.spool import texts_of
from gongkai.rendering.urls import is_outside

_LINKING = ("解读链接", "附件", "废止", "修改", "宣布失效", "转发", "依据", "草稿", "发布于", "下架日", "下架原因", "更正", "审查", "清理", "清理目录",
            "清理截止日", "清理范围")
"""Keys that stand resolved elsewhere in the record, or are the office's own business."""
_SAID = tuple(field for field in fields_of(Policy) if field.key not in _LINKING)
_KEYS = tuple(field.key for field in _SAID)
_VALUES = attrgetter(*(field.attribute for field in _SAID))
_IN_FRONT = {field.key: attrgetter(field.attribute) for field in fields_of(Policy) if field.key in _LINKING}
"""What the front matter says under keys that are no part of a row, where a site exports one of them."""
_NOTHING: Mapping[str, str] = {}
_AS_JSON, _AS_STRING = json.JSONEncoder(ensure_ascii=False).encode, json.encoder.encode_basestring


def policy_record(policy: Policy, links: Links) -> dict[str, Any]:
    """What the front matter says under its own keys, the computed 有效性, and every link resolved."""
    record = _as_told(policy, links)
    for name, effects, end in (
        ("对其他文件", links.effects_of.get(policy.slug, ()), "target"),
        ("被其他文件", links.effects_on.get(policy.slug, ()), "source"),
    ):
        record[name] = [_effect(link, getattr(link, end), links) for link in effects]
    cleaning = links.cleanings.get(policy.slug)
    if cleaning:
        record["清理"] = {
            "截止日": _plain(cleaning.until),
            "件数": {conclusion.value: count for conclusion, count in cleaning.totals.items()},
            "文件": [_cleaned(cleaned, links) for cleaned in cleaning.rows],
        }
    reviews = links.reviews.get(policy.slug, ())
    if reviews:
        record["清理记录"] = [{"slug": r.by, "日期": _plain(r.since), "结论": r.row.conclusion.value} for r in reviews]
    if policy.corrections:
        record["更正"] = [{"日期": _plain(one.day), "内容": one.text} for one in policy.corrections]
    record["引用"] = list(links.cites.get(policy.url, ()))
    record["被引用"] = list(links.cited_by.get(policy.slug, ()))
    return record


def _as_told(policy: Policy, links: Links) -> dict[str, Any]:
    """The part of a record that is a row of a table."""
    standing = links.standing(policy)
    record: dict[str, Any] = {"slug": policy.slug, "url": policy.url}
    for key, value in zip(_KEYS, _VALUES(policy), strict=True):
        if value or value not in (None, "", ()):
            record[key] = _plain(value)
    record["有效性"] = standing.state.value
    record["有效性说明"] = standing.now.reason
    if standing.upcoming:
        record["将变为"] = {"日期": _plain(standing.upcoming.since), "有效性": standing.upcoming.state.value}
    record["解读"] = [
        {"slug": i.slug, "标题": i.title, "url": i.url, "解读形式": i.explained_by} for i in links.interpretations_of(policy)
    ]
    record["解读"] += [{"url": url} for url in links.web_interpretations.get(policy.slug, ()) if is_outside(url)]
    return record


def policy_json(policy: Policy, links: Links) -> str:
    """The record of one policy with its text, each key on a line."""
    record = policy_record(policy, links)
    record["正文"] = texts_of(policy.body.stored)[1]
    return _laid_out(record) + "\n"


def _laid_out(value: Any, line: str = "\n") -> str:
    """JSON as `json.dumps(value, indent=1)` writes it: the library has that in Python alone, and most of a record are words."""
    if isinstance(value, str):
        return _AS_STRING(value)
    if not value or not isinstance(value, (list, dict)):
        return _AS_JSON(value)
    below = line + " "
    if isinstance(value, dict):
        rows = [f"{_AS_STRING(key)}: {_laid_out(one, below)}" for key, one in value.items()]
        return f"{{{below}{f',{below}'.join(rows)}{line}}}"
    return f"[{below}{f',{below}'.join([_laid_out(one, below) for one in value])}{line}]"


def library_json(site: Site, links: Links, said: Mapping[str, str] = _NOTHING) -> Iterable[str]:
    """All records without their texts, in pieces. What is `said` of policies, by slug, is what their records would say."""
    records = (said.get(policy.slug) or _AS_JSON(policy_record(policy, links)) for policy in site.public_policies)
    return _listed(site, "政策", records)


def pages_json(site: Site, pages: Iterable[Page]) -> Iterable[str]:
    """What is known of standing pages, in pieces: where they are, and what they are called."""
    return _listed(site, "栏目页面", (_AS_JSON(_page_record(page)) for page in pages))


def _listed(site: Site, name: str, records: Iterable[str]) -> Iterator[str]:
    """A list of records under its name, with whose it is and of which day; each on a line."""
    about = {"专栏": site.settings.name, **({"网址": site.settings.address} if site.settings.address else {})}
    yield f'{json.dumps(about, ensure_ascii=False)[:-1]}, "日期": "{site.today.isoformat()}", "{name}": [\n'
    for i, record in enumerate(records):
        yield (",\n" if i else "") + record
    yield "\n]}\n"


def _page_record(page: Page) -> dict[str, Any]:
    told = {"slug": page.slug, "url": page.url, "标题": page.title, "公开日期": page.published, "发布机关": page.organs, "页面类型": page.page_kind}
    return {key: _plain(value) for key, value in told.items() if value}


def library_csv(site: Site, links: Links, columns: Mapping[str, str] | None = None, said: Mapping[str, str] = _NOTHING) -> str:
    """One row a policy, UTF-8 with a mark so that Excel reads it; cells never begin as a formula.

    `columns` (our key → their heading) is an export of the site's; its addresses are whole ones, where 网址 is known. What is
    `said` of policies, by slug, is what their rows would say.
    """
    wanted = columns or {key: key for key in ("网址", *_KEYS, "有效性说明", "解读")}
    root = site.settings.address.rstrip("/") + "/" if columns and site.settings.address else ""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([csv_cell(heading) for heading in wanted.values()])
    for policy in site.public_policies:
        row = said.get(policy.slug)
        if row is not None:
            text.write(row + "\n")
            continue
        record = _as_told(policy, links)
        record["网址"] = root + policy.url
        record["解读"] = " ".join(i["url"] if is_outside(i["url"]) else root + i["url"] for i in record["解读"])
        writer.writerow([csv_cell(_words(_IN_FRONT[key](policy)) if key in _IN_FRONT else record.get(key, "")) for key in wanted])
    return "\ufeff" + text.getvalue()


def records_in(library: str) -> list[str]:
    """The records of a library that was written as JSON, each as it stands there: no line ends in one."""
    return [line.removesuffix(",") for line in library.split("\n")[1:-2] if line]


def slug_in(record: str) -> str:
    """Whose record that is."""
    return str(json.JSONDecoder().raw_decode(record, len('{"slug": '))[0])


def rows_in(table: str, policies: int) -> list[str] | None:
    """The rows of a library that was written as a table, one for each of its policies; None where lines end in some."""
    rows = table.split("\n")[1:-1]
    return rows if len(rows) == policies else None


def _words(value: Any) -> Any:
    """What a front matter says, as words of a cell."""
    match value:
        case tuple():
            return [_words(one) for one in value]
        case Reference() | CleaningRow():
            return value.text
        case Correction():
            return f"{_plain(value.day)} {value.text}"
        case None:
            return ""
    return _plain(value)


def _effect(link: EffectLink, slug: str, links: Links) -> dict[str, str]:
    policy = links.policies.get(slug)
    known = {"slug": policy.slug, "标题": policy.title, "文号": str(policy.number or "")} if policy else {"名称": link.text}
    return {"关系": link.effect.value, **known}


def _cleaned(cleaned: CleanedRow, links: Links) -> dict[str, str]:
    row, policy = cleaned.row, links.policies.get(cleaned.target)
    known = {"slug": policy.slug, "标题": policy.title, "文号": str(policy.number or "")} if policy else {"名称": row.title or row.text}
    note = {"备注": row.note} if row.note else {}
    return {"结论": row.conclusion.value, **known, **note}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value if isinstance(value, (int, bool)) else str(value)


def csv_cell(value: Any) -> str:
    """A value as a cell that Excel takes for text and for no formula."""
    text = "；".join(value) if isinstance(value, list) else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text
