"""The last step of a text: marks become links, pictures and citations, now that the whole column is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from gongkai.linking.links import BodyTarget, CitedNumber, Links
from gongkai.model.documents import Document
from gongkai.reading.marks import END, MARK
from gongkai.reading.spool import texts_of
from gongkai.rendering import urls

_SPAN = re.compile(f"{MARK}([LC])(\\d+){END}(.*?){MARK}/{END}|{MARK}P(\\d+){END}", re.DOTALL)
_ARTICLE = re.compile(
    r'(<(?:p|h[2-6]) id="(tiao-[^"]+)"[^>]*>(?:<strong>)?[\u3000 ]*)(第[〇零一二三四五六七八九十百千]+条(?:之[〇零一二三四五六七八九十百千]+)?)'
)
_SAFE = "/:?@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Bodies:
    """Finishes the text of a document; `bodies(document)` is safe HTML. Can be handed to a worker process."""

    links: Links

    def __call__(self, document: Document) -> str:
        html = texts_of(document.body.stored)[0]
        if ' id="tiao-' in html:  # whoever wants to point at an article has its address under its own name
            html = _ARTICLE.sub(r'\1<a class="anchor" href="#\2">\3</a>', html)
        if MARK not in html:
            return html
        targets, cited = self.links.targets_in(document), self.links.cited_in(document)

        def finished(match: re.Match[str]) -> str:
            if match[4] is not None:
                number = int(match[4])
                return self._picture(document, document.body.links[number].alt, targets[number])
            number, inner = int(match[2]), match[3]
            if match[1] == "C":
                return self._citation(document, number, inner, cited[number])
            if MARK in inner:  # a picture within a link
                inner = _SPAN.sub(finished, inner)
            return self._link(document, targets[number], inner)

        return _SPAN.sub(finished, html)

    def _link(self, document: Document, target: BodyTarget, inner: str) -> str:
        if target.broken:
            return inner
        if target.outside:
            return f'<a href="{escape(target.outside)}" rel="external noopener noreferrer">{inner}</a>'
        return f'<a href="{self._href(document, target.href)}">{inner}</a>'

    def _picture(self, document: Document, alt: str, target: BodyTarget) -> str:
        if target.broken:
            return f"<span>{escape(alt)}</span>"
        return f'<img src="{self._href(document, target.href)}" alt="{escape(alt)}" loading="lazy">'

    def _citation(self, document: Document, number: int, inner: str, cited: CitedNumber) -> str:
        policy = self.links.policies.get(cited.target)
        if policy is None:
            return inner
        start = len(document.body.citations[number].left) - cited.issuer_length
        href = self._href(document, policy.url)
        return f'{inner[:start]}<a class="citation" href="{href}" title="{escape(policy.title)}">{inner[start:]}</a>'

    @staticmethod
    def _href(document: Document, target: str) -> str:
        address, mark, anchor = target.partition("#")
        address, question, query = address.partition("?")
        here = address == document.url and mark
        path = "" if here else urls.relative(document.url, address)
        return escape(path + question + quote(query, safe=_SAFE) + mark + quote(anchor, safe=_SAFE))
