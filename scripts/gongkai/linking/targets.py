"""Where the links and pictures of a text lead: a document, an anchor, a file, another site, or nowhere."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from gongkai.linking.links import BodyTarget
from gongkai.model.addresses import attachment_address
from gongkai.model.body import BodyLink
from gongkai.model.documents import Document
from gongkai.model.site import Site
from gongkai.reading.outline import article_of

_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_OUTSIDE = ("http", "https", "mailto", "tel")
STANDING_ADDRESSES = ("index.html", "search.html", "sitemap.html", "lists/index.html", "lists/policies.html", "lists/interpretations.html")
"""Pages that every column has, which a text may link to as if they lay in the site's folder."""


ODD_NAME = "文件名里有“#”“?”或“%”，不能用作网址；给它改个名"


def odd_name(path: str) -> bool:
    """Whether a file's name has a sign that means something else in an address."""
    return any(sign in path for sign in "#?%")


def resolve_targets(document: Document, site: Site) -> tuple[BodyTarget, ...]:
    """Where each of `document.body.links` leads, in the same order."""
    return tuple(_resolve(link, document, site) for link in document.body.links)


def local_path(name: str, document: Document) -> str:
    """The path, relative to the site, of a file that a document names; "" where it would leave the site."""
    text = name.replace("\\", "/")
    base = "" if text.startswith("/") else posixpath.dirname(document.path)
    path = posixpath.normpath(posixpath.join(base, text.lstrip("/")))
    return "" if path.startswith("..") or path == "." else path


def _resolve(link: BodyLink, document: Document, site: Site) -> BodyTarget:
    scheme = _SCHEME.match(link.target)
    if (scheme and scheme[1].lower() in _OUTSIDE) or link.target.startswith("//"):
        if link.picture:
            return BodyTarget(broken="图片在别的网站上，离线时看不到；把图片放到本文件旁边")
        return BodyTarget(outside=link.target)
    scheme = scheme or _SCHEME.match(unquote(link.target))
    if scheme:
        return BodyTarget(broken=f"“{scheme[1]}:”开头的地址不能用")
    name, anchor = (unquote(part) for part in (link.target + "#").split("#")[:2])
    name = name.partition("?")[0] if name.endswith(".html") or "?" in name else name
    if not name:
        return _anchored(document, anchor, document, site)
    path = local_path(name, document)
    if not path:
        return BodyTarget(broken="地址出了站点的目录")
    if path in site.files:
        return BodyTarget(broken=ODD_NAME) if odd_name(path) else BodyTarget(href=attachment_address(path))
    found = site.by_path.get(path) or site.by_path.get(path + ".md") or site.by_url.get(path)
    if found is None and path.endswith(".html"):
        bare = re.sub(r"^(?:policies|interpretations|content)/(?=.*)", "", path)
        if path in STANDING_ADDRESSES or bare in STANDING_ADDRESSES:
            asked = unquote(link.target).partition("#")[0].partition("?")[2]
            query = f"?{asked}" if asked else ""
            return BodyTarget(href=(path if path in STANDING_ADDRESSES else bare) + query)
    if found is None:
        return BodyTarget(broken="没有这个文件")
    if link.picture:
        return BodyTarget(broken="这是一篇文件，不是图片")
    return _anchored(found, anchor, document, site)


def _anchored(found: Document, anchor: str, source: Document, site: Site) -> BodyTarget:
    if not site.is_public(found) and site.is_public(source):
        return BodyTarget(broken=f"“{found.title or found.slug}”没有公开（草稿、未到发布日或已下架）")
    article, place = article_of(anchor + "　")  # “#第十二条” is how an editor names an article
    anchor = place or anchor
    if anchor and anchor not in found.body.anchors:
        near = next((h.anchor for h in found.body.headings if anchor.strip("#") in h.anchor or h.anchor in anchor), "")
        return BodyTarget(broken=f"那里没有“{article}”" if article else f"那里没有锚点“{anchor}”" + (f"，相近的是“{near}”" if near else ""))
    return BodyTarget(href=found.url + (f"#{anchor}" if anchor else ""))
