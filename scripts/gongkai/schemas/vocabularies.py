"""The words that a site has for a key: its organs, topics, genres. One place says it to schemas and to editors."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.fields import Field, Form
from gongkai.model.settings import Settings
from gongkai.model.validity import Validity
from gongkai.reading.values import EXPLANATION_FORMS, EXPLANATION_STAGES, PAGE_KINDS

_ORGANS = ("发文机关", "解读机关", "发布机关", "清理范围", "公开主体", "承办单位", "牵头单位")
_CHOICES = {
    Form.VALIDITY: tuple(v.value for v in Validity), Form.EXPLAINED_BY: EXPLANATION_FORMS, Form.STAGE: EXPLANATION_STAGES,
    Form.PAGE_KIND: PAGE_KINDS, Form.YES_NO: ("true", "false"),
}  # fmt: skip
OPENNESS = ("主动公开", "依申请公开")


def choices_for(field: Field) -> tuple[str, ...]:
    """The words among which a value must be chosen, whatever the site; () where any will do."""
    return _CHOICES.get(field.form, ())


def words_for(field: Field, settings: Settings) -> Iterator[tuple[str, str]]:
    """The words that the site has for a key, each with what it means ("" where the word says it all)."""
    if field.form is Form.TOPIC:
        for first, seconds in settings.topics.items():
            yield first, ""
            yield from ((f"{first}\\{second}", "") for second in seconds)
    elif field.form is Form.ITEMS:
        yield from ((item.id, item.name) for item in settings.legal_items.values())
    elif field.key == "文种":
        yield from ((genre, "") for genre in settings.genres)
    elif field.key in _ORGANS:
        yield from ((organ.name, "、".join(organ.issuers)) for organ in settings.organs)
    elif field.key == "公开方式" and field.form is Form.TEXT:
        yield from ((word, "") for word in OPENNESS)
    elif field.key == "领域":
        yield from ((area, "") for area in settings.parameters.get("试点领域", ()))
