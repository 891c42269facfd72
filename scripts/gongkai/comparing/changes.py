"""Two states of a column held against each other: what readers will find changed, in words.

Policies and interpretations are the same where their slugs are, pages where their paths are; one that went away while
another came with the same 索引号, 文号 or title was renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gongkai.comparing.change import Change, Kind, Side, named
from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.fields import fields_of
from gongkai.model.problems import Problem
from gongkai.reporting.old_problems import baseline_of, sort_out

_NAMING = ("标题", "文号", "索引号", "统一编号", "发文机关", "成文日期", "发文日期", "公开日期", "施行日期", "有效期至", "解读形式")
_TOLD_ELSEWHERE = frozenset({"草稿", "发布于", "下架日", "下架原因", "更正", "有效性", "解读链接", "解读对象", "废止", "修改", "宣布失效", "转发", "依据"})


def changes(old: Side, new: Side) -> list[Change]:
    """Every change from `old` to `new`, in the order of the kinds."""
    moved = _moved(old, new)
    found = [
        *_documents(old, new, moved), *_states(old, new, moved), *_orphaned(old, new), *_relations(old, new, moved), *_problems(old, new, moved),
    ]  # fmt: skip
    order = list(Kind)
    return sorted(found, key=lambda change: order.index(change.kind))


def _key(document: Document) -> str:
    """What stays the same while a source is moved: kind and slug; of a page its path."""
    kind = type(document).__name__
    return f"{kind}/{document.slug if isinstance(document, (Policy, Interpretation)) else document.path}"


def _by_key(side: Side) -> dict[str, Document]:
    return {_key(document): document for document in reversed(list(side.site.documents()))}


def _moved(old: Side, new: Side) -> dict[str, Document]:
    """Renamed documents: the key of the old one → the new one."""
    before, after = _by_key(old), _by_key(new)
    came = [document for key, document in after.items() if key not in before]
    marks: dict[tuple[str, str], list[Document]] = {}
    for document in came:
        for mark in _marks(document):
            marks.setdefault(mark, []).append(document)
    found: dict[str, Document] = {}
    taken: set[str] = set()
    for key, document in before.items():
        if key in after:
            continue
        for mark in _marks(document):
            candidates = [one for one in marks.get(mark, ()) if _key(one) not in taken]
            if len(candidates) == 1:
                found[key] = candidates[0]
                taken.add(_key(candidates[0]))
                break
    return found


def _marks(document: Document) -> Iterator[tuple[str, str]]:
    kind = type(document).__name__
    if isinstance(document, Policy):
        if document.index_number:
            yield f"{kind}/索引号", document.index_number
        if document.number:
            yield f"{kind}/文号", str(document.number)
    if document.title:
        yield f"{kind}/标题", document.title


def _documents(old: Side, new: Side, moved: Mapping[str, Document]) -> Iterator[Change]:
    before, after = _by_key(old), _by_key(new)
    arrived = {_key(document) for document in moved.values()}
    unread = {source.path for source in new.site.unread}
    for key, was in before.items():
        now = after.get(key) or moved.get(key)
        public = old.site.is_public(was)
        if now is None:
            if was.path in unread:
                yield Change(Kind.WITHDRAWN, was.path, f"{named(was)}现在读不进来，见新的问题")
            elif public:
                yield Change(Kind.WITHDRAWN, was.path, f"{named(was)}的文件没有了，{_left(was.url, new)}")
            else:
                yield Change(Kind.DRAFTS, was.path, f"{named(was)}没有公开过，文件没有了")
            continue
        if public and now.url != was.url:
            yield Change(Kind.WITHDRAWN, now.path, f"{named(now)}改了网址：{was.url} → {now.url}，{'原网址留说明' if was.url in new.site.withdrawn else '原网址会打不开'}")
        yield from _fate(was, now, public, new)
        if new.site.is_public(now) and public:
            yield from _edits(was, now, old, new)
            yield from _corrections(was, now)
    for key, document in after.items():
        if key not in before and key not in arrived:
            if new.site.is_public(document):
                yield Change(Kind.ADDED, document.path, f"{_sort(document)}{named(document)}{_state_of(document, new)}")
            else:
                yield Change(Kind.DRAFTS, document.path, f"新增{named(document)}，{_withheld(document, new)}")


def _fate(was: Document, now: Document, public: bool, new: Side) -> Iterator[Change]:
    """What became of the document's being public."""
    if public and not new.site.is_public(now):
        left = "原址留说明" if was.url in new.site.withdrawn else f"原网址 {was.url} 会打不开"
        yield Change(Kind.WITHDRAWN, now.path, f"{named(now)}{_withheld(now, new)}，{left}")
    elif not public and new.site.is_public(now):
        yield Change(Kind.ADDED, now.path, f"{_sort(now)}{named(now)}{_state_of(now, new)}（原来没有公开）")


def _withheld(document: Document, side: Side) -> str:
    if document.draft:
        return "是草稿"
    if side.site.is_withdrawn(document):
        return f"自{document.withdrawn_from}起撤下" + (f"（{document.withdrawn_why}）" if document.withdrawn_why else "")
    if side.site.is_future(document):
        return f"到{document.publish_from}才发布" if isinstance(document, Policy) and document.publish_from else "还没有发布"
    return "与别的文件同一个网址，没有公开"


def _left(url: str, side: Side) -> str:
    """What readers find at an address whose document is gone."""
    gone = side.site.withdrawn.get(url)
    if gone is None:
        return f"原网址 {url} 会打不开；要撤下的，运行 gongkai withdraw {url}，原址会留说明"
    return f"记为自{gone.since}起撤下" + (f"（{gone.why}）" if gone.why else "") + "，原址留说明"


def _sort(document: Document) -> str:
    return "政策" if isinstance(document, Policy) else "解读" if isinstance(document, Interpretation) else "页面"


def _state_of(document: Document, side: Side) -> str:
    standing = side.links.standings.get(document.slug) if isinstance(document, Policy) else None
    return f"，{standing.state.value}" if standing else ""


def _edits(was: Document, now: Document, old: Side, new: Side) -> Iterator[Change]:
    naming: list[str] = []
    others: list[str] = []
    for field in fields_of(type(now)):
        if field.key in _TOLD_ELSEWHERE:
            continue
        before, after = _shown(getattr(was, field.attribute)), _shown(getattr(now, field.attribute))
        if before == after:
            continue
        if field.key in _NAMING:
            naming.append(f"{field.key}由“{before}”改为“{after}”" if before and after else f"增写{field.key}“{after}”" if after else f"删去{field.key}“{before}”")
        else:
            others.append(field.key)
    if old.bodies.get(was.path) != new.bodies.get(now.path):
        others.append("正文")
    if naming:
        yield Change(Kind.RENAMED, now.path, f"{named(was)}：{'，'.join(naming)}")
    if others:
        yield Change(Kind.CHANGED, now.path, f"{named(now)}改了{'、'.join(others)}")


def _corrections(was: Document, now: Document) -> Iterator[Change]:
    """Corrections that are new, and that one is told no more."""
    before, after = ({(one.day, one.text) for one in document.corrections} for document in (was, now))
    for day, text in sorted(after - before):
        yield Change(Kind.CORRECTED, now.path, f"{named(now)}：{day} {text}")
    for day, text in sorted(before - after):
        yield Change(Kind.CORRECTED, now.path, f"{named(now)}删去了一条更正：{day} {text}")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(str(getattr(one, "text", one)) for one in value)
    return "" if value is None else str(value)


def _states(old: Side, new: Side, moved: Mapping[str, Document]) -> Iterator[Change]:
    """Policies in both whose state is another one, or will be on another day."""
    for policy in old.site.public_policies:
        later = moved.get(_key(policy))
        slug = later.slug if later else policy.slug
        was, now = old.links.standings.get(policy.slug), new.links.standings.get(slug)
        if was is None or now is None:
            continue
        document = new.links.policies[slug]
        if was.state is not now.state:
            why = f"：{now.now.reason}" if now.now.reason else ""
            yield Change(Kind.STATE, document.path, f"{named(document)}由{was.state.value}变为{now.state.value}{why}")
        coming = now.upcoming
        if coming and coming.since and (was.upcoming is None or (was.upcoming.since, was.upcoming.state) != (coming.since, coming.state)):
            yield Change(Kind.STATE, document.path, f"{named(document)}将自{coming.since}起变为{coming.state.value}：{coming.reason}")
        elif was.upcoming and coming is None and was.state is now.state:
            yield Change(Kind.STATE, document.path, f"{named(document)}不再于{was.upcoming.since}变为{was.upcoming.state.value}")


def _orphaned(old: Side, new: Side) -> Iterator[Change]:
    """Interpretations that explain nothing that applies any more, and did before."""
    for interpretation in new.site.public_interpretations:
        before = old.links.explains.get(interpretation.slug, ())
        after = new.links.explains.get(interpretation.slug, ())
        alive = [slug for slug in before if not old.links.standings[slug].state.ended]
        if before and not after:
            gone = "、".join(named(old.links.policies[slug]) for slug in before)
            yield Change(Kind.ORPHANED, interpretation.path, f"解读{named(interpretation)}没有了解读对象，原来解读{gone}")
        elif alive and after and all(new.links.standings[slug].state.ended for slug in after):
            ended = "、".join(f"{named(new.links.policies[slug])}（{new.links.standings[slug].state.value}）" for slug in after)
            yield Change(Kind.ORPHANED, interpretation.path, f"解读{named(interpretation)}的对象都不再有效：{ended}")


_Relation = tuple[str, str, str]


def _relations(old: Side, new: Side, moved: Mapping[str, Document]) -> Iterator[Change]:
    """Links between documents that are gone, and those that came."""
    renamed = {key.partition("/")[2]: document.slug for key, document in moved.items() if not key.startswith("Page/")}
    before = {(word, renamed.get(a, a), renamed.get(b, b)): (a, b) for word, a, b in _links(old)}
    after = {relation: relation[1:] for relation in _links(new)}
    for relation, ends in before.items():
        if relation not in after:
            yield _told(Kind.UNLINKED, relation[0], ends, old)
    for relation, ends in after.items():
        if relation not in before:
            yield _told(Kind.LINKED, relation[0], ends, new)


def _links(side: Side) -> Iterator[_Relation]:
    for source, targets in sorted(side.links.explains.items()):
        yield from (("解读", source, target) for target in targets)
    for _, effects in sorted(side.links.effects_of.items()):
        yield from ((link.effect.value, link.source, link.target) for link in effects if link.target)


def _told(kind: Kind, word: str, ends: tuple[str, str], side: Side) -> Change:
    source: Document = side.links.interpretations[ends[0]] if word == "解读" else side.links.policies[ends[0]]
    target = side.links.policies[ends[1]]
    return Change(kind, source.path, f"{named(source)} {word} {named(target)}")


def _problems(old: Side, new: Side, moved: Mapping[str, Document]) -> Iterator[Change]:
    """Problems told apart as a baseline tells them apart; those of a renamed file are still its problems.

    A file that went away took its problems with it: nobody mended them.
    """
    after = {**_by_key(new), **moved}
    before = _by_key(old)
    paths = {document.path: after[key].path for key, document in before.items() if key in after}
    gone = {document.path for key, document in before.items() if key not in after} - {source.path for source in new.site.unread}
    were = [_at(problem, paths.get(problem.place.path, problem.place.path)) for problem in old.problems if problem.place.path not in gone]
    yield from _listed(Kind.NEW_PROBLEM, sort_out(new.problems, baseline_of(were)).new)
    yield from _listed(Kind.MENDED, sort_out(were, baseline_of(new.problems)).new)


def _at(problem: Problem, path: str) -> Problem:
    return replace(problem, place=replace(problem.place, path=path))


def _listed(kind: Kind, problems: Iterable[Problem]) -> Iterator[Change]:
    for problem in problems:
        yield Change(kind, problem.place.path, str(problem))
