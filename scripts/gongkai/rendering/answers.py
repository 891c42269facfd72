"""Questions and answers for programs: schema.org/FAQPage as a data block, which a browser never runs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gongkai.model.documents import Page
from gongkai.reading.spool import texts_of
from gongkai.rendering.templates import Markup

ANSWER = "问答"
_MOST = 100
"""Questions in one block; a column with more has the others on their own pages."""


def faq(pages: Sequence[Page]) -> Markup:
    """The block for some questions, "" for none; no “<” in it can end the block."""
    if not pages:
        return Markup("")
    known = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": "zh-CN",
        "mainEntity": [
            {"@type": "Question", "name": p.title, "acceptedAnswer": {"@type": "Answer", "text": texts_of(p.body.stored)[1].strip()}}
            for p in pages[:_MOST]
        ],
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
