"""Links that leave the column, and where each is written: what the rules on other sites go through."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from urllib.parse import urlsplit

from gongkai.linking.links import Links
from gongkai.model.documents import Policy
from gongkai.model.problems import Place
from gongkai.model.settings import Settings
from gongkai.model.site import Site


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A web address (http or https) as written, its host in small letters, and where it stands."""

    url: str
    host: str
    place: Place


def outside_links(site: Site, links: Links) -> Iterator[OutsideLink]:
    """Every web address of texts and of 解读链接, in the order of the documents; one without a host has host ""."""
    for document in site.documents():
        if isinstance(document, Policy):
            for reference in document.interpretations:
                if _is_web(reference.text):
                    yield _link(reference.text, document.at(reference.line))
        for link, target in zip(document.body.links, links.targets_in(document), strict=False):
            if _is_web(target.outside):
                yield _link(target.outside, document.at(link.line))


def is_address(host: str) -> bool:
    """Whether a host is a bare IP address."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_allowed(host: str, settings: Settings) -> bool:
    """Whether the list of allowed sites has the host, or it is the site's own; `*.gov.cn` has gov.cn too."""
    own = {settings.domain.lower(), *(urlsplit(url).hostname or "" for url in (settings.address, settings.portal) if _is_web(url))}
    patterns = [pattern.lower() for pattern in settings.parameters["允许的外站"]]
    return host in own or any(fnmatch(host, pattern) or pattern == f"*.{host}" for pattern in patterns)


def _is_web(text: str) -> bool:
    return text.lower().startswith(("http://", "https://", "//"))


def _link(url: str, place: Place) -> OutsideLink:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # [ without ]
        host = ""
    return OutsideLink(url, host.lower(), place)
