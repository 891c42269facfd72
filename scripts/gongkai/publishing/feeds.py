"""For readers and robots: Atom feeds of what is new, and the site map of the sitemaps protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from gongkai.model.site import Site
from gongkai.rendering.channels import Channel
from gongkai.rendering.urls import FEED, NOT_FOUND, encoded, relative
from gongkai.rendering.world import World


def _xml() -> Any:
    """What writes words into XML. Half of the network comes with it, and most builds keep their feeds."""
    return import_module("xml.sax.saxutils")


def base_address(site: Site) -> str:
    """Where the column is on the web, with a closing slash; "" where `site.yaml` does not say."""
    settings = site.settings
    address = settings.address or (f"https://{settings.domain}/" if settings.domain else "")
    return address if not address or address.endswith("/") else address + "/"


def atom(world: World, channel: Channel) -> str:
    """One feed. Links are relative to it where the column's address is unknown."""
    escape: Callable[[str], str] = _xml().escape
    quoteattr: Callable[[str], str] = _xml().quoteattr
    site = world.site
    base = base_address(site)
    updated = channel.news[0].moment if channel.news else f"{site.today.isoformat()}T00:00:00+08:00"
    authority = escape(site.settings.domain or "gongkai.invalid")

    def href(url: str) -> str:
        return quoteattr(encoded(url) if base else relative(channel.address, url))

    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"{f" xml:base={quoteattr(base)}" if base else ""}>',
        f"<title>{escape(channel.title)}</title>",
        f"<id>tag:{authority},2019:{'feed' if channel.address == FEED else escape(channel.address)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(site.settings.host or site.settings.name)}</name></author>",
        f'<link rel="self" href={href(channel.address)}/>',
        f'<link rel="alternate" type="text/html" href={href(channel.page)}/>',
    ]
    for news in channel.news:
        lines += [
            "<entry>",
            f"<title>{escape(news.title)}</title>",
            f"<id>tag:{authority},2019:{escape(news.name)}</id>",
            f"<updated>{news.moment}</updated>",
            f"<link href={href(news.url)}/>",
            f"<category term={quoteattr(news.kind)}/>",
            f"<summary>{escape(news.summary)}</summary>" if news.summary else "",
            "</entry>",
        ]
    return "\n".join(line for line in lines if line) + "\n</feed>\n"


def sitemap(site: Site, pages: Iterable[str]) -> str:
    """Every page that is to be found. The protocol wants whole addresses; without the column's they stay relative to it."""
    escape = _xml().escape
    base = base_address(site)
    days = {document.url: document.day for document in site.documents()}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(set(pages) - {NOT_FOUND, *site.withdrawn}):
        day = days.get(page)
        modified = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(base + encoded(page))}</loc>{modified}</url>")
    return "\n".join(lines) + "\n</urlset>\n"
