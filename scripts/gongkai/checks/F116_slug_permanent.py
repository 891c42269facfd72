"""公开过的网址不得消失；撤下的写“下架日”，原址留说明。来源: 输出约定（网址不变）；standards §12.4（撤下后原网址给说明页）。

错: 把 policies/2020-35.md 改名为 35.md，或删去
对: 保留文件名；要撤下的，运行 gongkai withdraw policies/2020-35.html，原址留说明
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Document, Policy
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Published, Site
from gongkai.reading.documents import FOLDERS, address_of

SEVERITY = "warning"


def check(site: Site, published: tuple[Published, ...]) -> Iterator[Finding]:
    """Documents of the published build that will have no page, and where they seem to have gone."""
    if not published:
        return
    unread = {address_of(source.path)[1] for source in site.unread}
    renamed = {key: document for document in (*site.pages, *site.interpretations, *site.policies) for key in _names(document)}
    addresses = {record.url for record in published}
    for record in published:
        here = site.by_url.get(record.url)
        if record.url in site.withdrawn or (here and site.is_public(here)) or record.url in unread:
            continue
        moved = renamed.get(record.index_number) or renamed.get(record.number) or renamed.get(record.title)
        if here:
            key = "草稿" if here.draft else "发布于" if "发布于" in here.lines else "下架日"
            yield Finding(here.place(key), f"《{record.title}》已经公开，这一次却不再公开，原网址会打不开", "要撤下的，写“下架日”；不撤的，改回来")
        elif moved and moved.url not in addresses and _folder(moved.url) == _folder(record.url):
            message = f"《{record.title}》已经公开的网址是“{record.url}”，改了文件名，原网址会打不开"
            whole = _source(record) if _folder(record.url) == "content" else f"{record.slug}.md"  # only there do folders tell
            yield Finding(moved.place(), message, f"文件名改回“{whole}”")
        else:
            message = f"《{record.title}》已经公开，现在没有这个文件，原网址会打不开"
            hint = f"误删的，放回这个文件；要撤下的，运行 gongkai withdraw {record.url}，它在 content/withdrawn.csv 里记一行，原址留说明"
            yield Finding(Place(_source(record)), message, hint)


def _folder(url: str) -> str:
    """The folder of sources that an address comes from: content, where it does not begin with one."""
    first = url.partition("/")[0]
    return first if first in FOLDERS else "content"


def _source(record: Published) -> str:
    """Where the source of a record lay, or would lie without folders below."""
    return f"{_folder(record.url)}/{record.slug}.md"


def _names(document: Document) -> list[str]:
    own = [document.index_number, str(document.number or "")] if isinstance(document, Policy) else [document.title]
    return [name for name in own if name]
