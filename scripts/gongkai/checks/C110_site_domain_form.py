"""网站域名只写域名，不带协议和路径，与网址一致。来源: 国办发〔2017〕47号（SiteDomain，如 www.gov.cn）；standards §3.1 的缺陷样本。

错: 网站域名: http://www.wenlu.gov.cn/
对: 网站域名: www.wenlu.gov.cn
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def check(site: Site) -> Iterator[Finding]:
    """A domain that is more or less than one, or is not the one of 网址."""
    settings = site.settings
    domain = settings.domain
    if not domain:
        return
    place = Place(settings.path, settings.lines.get("网站域名", 1))
    if not _DOMAIN.fullmatch(domain):
        bare = re.sub(r"^[a-z]+://|[/:?#].*$", "", re.sub(r"^[a-z]+://", "", domain.lower()))
        yield Finding(place, f"网站域名“{domain}”不是域名", f"应为“{bare}”" if _DOMAIN.fullmatch(bare) else "如“www.gov.cn”")
        return
    host = _host(settings.address)
    if host and host != domain:
        yield Finding(place, f"网站域名“{domain}”与网址里的“{host}”不一致", "两处写同一个")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
