"""From the answers of a form to the drafts: numbers are proposed, what is taken is refused."""

from __future__ import annotations

from datetime import date

from gongkai.drafting.asking import Form, day_of, number_of
from gongkai.drafting.pair import Draft, Value, checked_slug, interpretation_draft, policy_draft, slug_of
from gongkai.drafting.register import Register
from gongkai.model.problems import CannotBuild
from gongkai.model.settings import Settings
from gongkai.reading.values import EXPLANATION_FORMS


def new_policy(form: Form, today: date, settings: Settings, register: Register, explained: bool = True) -> list[Draft]:
    """A policy, and unless `explained` is False the interpretation that goes with it; CannotBuild where a number is taken."""
    title = form.answer("title", "标题", required=True)
    organ = form.answer("organ", "发文机关", settings.organs[0].name if settings.organs else "", required=True)
    day = day_of(form.answer("date", "发文日期", today.isoformat(), check=day_of))
    issuers = next((o.issuers for o in settings.organs if o.name == organ), ())
    issuer = form.answer("issuer", "机关代字", issuers[0] if issuers else "")
    proposed = str(register.next_number(issuer, day.year)) if issuer else "无"
    number = number_of(form.answer("number", "文号", proposed, check=register.check_number))
    index_number = form.answer("index-number", "索引号", register.next_index_number(organ, day.year), check=register.check_index_number)
    topic = form.answer("topic", r"主题分类，如 综合政务\政务公开")
    slug = form.answer("slug", "文件名", slug_of(number, day), check=lambda text: _free(register, text, *([f"jd-{text}"] if explained else [])))
    other = f"jd-{slug}" if explained else ""
    values: dict[str, Value] = {"标题": title, "索引号": index_number, "主题分类": topic, "发文机关": organ, "成文日期": day.isoformat(),
                                "发文日期": day.isoformat(), "文号": str(number or ""), "有效性": "有效", "公开方式": "主动公开"}  # fmt: skip
    drafts = [policy_draft(slug, values, other)]
    if other:
        drafts.append(interpretation_draft(other, _explaining(form, f"《{title}》解读", slug, organ, day.isoformat())))
    return drafts


def new_interpretation(form: Form, today: date, settings: Settings, register: Register) -> list[Draft]:
    """An interpretation of a policy that the column has."""
    explains = form.answer("for", "解读哪份政策（文件名、路径或文号）", required=True, check=lambda text: _policy(register, text))
    target = _policy(register, explains).rsplit("/", 1)[-1].removesuffix(".md")
    title = form.answer("title", "标题", required=True)
    organ = form.answer("organ", "解读机关", settings.organs[0].name if settings.organs else "")
    day = day_of(form.answer("date", "公开日期", today.isoformat(), check=day_of))
    proposed = next(s for s in _names(f"jd-{target}") if s not in register.slugs)
    slug = form.answer("slug", "文件名", proposed, check=lambda text: _free(register, text))
    return [interpretation_draft(slug, _explaining(form, title, target, organ, day.isoformat()))]


def _explaining(form: Form, title: str, target: str, organ: str, day: str) -> dict[str, Value]:
    how = form.answer("form", "解读形式", "文字", choices=EXPLANATION_FORMS)
    return {"标题": title, "解读对象": [target], "解读形式": how, "公开日期": day, "解读机关": organ}


def _names(slug: str) -> list[str]:
    return [slug, *(f"{slug}-{number}" for number in range(2, 100))]


def _policy(register: Register, name: str) -> str:
    path = register.find(name)
    if not path.startswith("policies/"):
        raise CannotBuild(f"站点里没有“{name}”这份政策。先建政策：gongkai new policy。")
    return path


def _free(register: Register, *slugs: str) -> None:
    checked_slug(slugs[0])
    for slug in slugs:
        if slug in register.slugs:
            raise CannotBuild(f"文件名“{slug}”已经是 {register.slugs[slug]} 的，全站不能重复。用 --slug 另取一个。")
