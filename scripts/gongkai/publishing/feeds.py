"""For readers and robots: an Atom feed of what is new, and the site map of the sitemaps protocol."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from xml.sax.saxutils import escape, quoteattr

from gongkai.model.documents import Document, Interpretation, Policy, day_of
from gongkai.model.site import Site
from gongkai.rendering.urls import encoded

ENTRIES = 30
_CHINA = timezone(timedelta(hours=8))


def base_address(site: Site) -> str:
    """Where the column is on the web, with a closing slash; "" where `site.yaml` does not say."""
    settings = site.settings
    address = settings.address or (f"https://{settings.domain}/" if settings.domain else "")
    return address if not address or address.endswith("/") else address + "/"


def atom(site: Site) -> str:
    """The newest policies and interpretations. Links are relative to the feed where the column's address is unknown."""
    base = base_address(site)
    documents: list[Policy | Interpretation] = [*site.public_policies, *site.public_interpretations]
    documents.sort(key=lambda d: (_moment(d), d.slug), reverse=True)
    updated = _moment(documents[0]) if documents else datetime.combine(site.today, time(), _CHINA).isoformat()
    name = escape(site.settings.name)
    authority = site.settings.domain or "gongkai.invalid"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"{f" xml:base={quoteattr(base)}" if base else ""}>',
        f"<title>{name}</title>",
        f"<id>tag:{escape(authority)},2019:feed</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(site.settings.host or site.settings.name)}</name></author>",
        '<link rel="self" href="feed.xml"/>',
        '<link rel="alternate" type="text/html" href="index.html"/>',
    ]
    for document in documents[:ENTRIES]:
        number = f"（{document.number}）" if isinstance(document, Policy) and document.number else ""
        summary = document.abstract if isinstance(document, Policy) else ""
        lines += [
            "<entry>",
            f"<title>{escape(document.title + number)}</title>",
            f"<id>tag:{escape(authority)},2019:{escape(document.url)}</id>",
            f"<updated>{_moment(document)}</updated>",
            f"<link href={quoteattr(encoded(document.url))}/>",
            f'<category term={quoteattr(document.KIND_WORD)}/>',
            f"<summary>{escape(summary)}</summary>" if summary else "",
            "</entry>",
        ]
    return "\n".join(line for line in lines if line) + "\n</feed>\n"


def sitemap(site: Site, pages: Iterable[str]) -> str:
    """Every page. The protocol wants whole addresses; without the column's address they stay relative to it."""
    base = base_address(site)
    days = {document.url: document.day for document in site.documents()}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(pages):
        day = days.get(page)
        modified = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(base + encoded(page))}</loc>{modified}</url>")
    return "\n".join(lines) + "\n</urlset>\n"


def _moment(document: Document) -> str:
    published = getattr(document, "published", None) or document.day
    day = day_of(published) or date(1970, 1, 1)
    clock = published.time() if isinstance(published, datetime) else time()
    return datetime.combine(day, clock, _CHINA).isoformat()
