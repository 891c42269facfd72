"""Whether texts are such that their characters, code units and JSON are alike; seen of many at once."""

from __future__ import annotations

import numpy as np

_BLANK, _LINE, _QUOTE, _BACKSLASH = map(ord, ' \n"\\')
_NEXT_LINE, _LINE_SEPARATOR, _PARAGRAPH_SEPARATOR = 0x85, 0x2028, 0x2029
_SURROGATES = 0xD800, 0xE000


def is_plain(raw: bytes) -> bool:
    """Whether a text in UTF-16 has, besides "\\n", no character that JSON or `cutting.clean` writes otherwise, and none of
    two code units."""
    codes = np.frombuffer(raw, dtype="<u2")
    return not (
        np.count_nonzero(codes < _BLANK) > np.count_nonzero(codes == _LINE)
        or (codes == _QUOTE).any()
        or (codes == _BACKSLASH).any()
        or (codes == _NEXT_LINE).any()
        or (codes - np.uint16(_LINE_SEPARATOR) <= _PARAGRAPH_SEPARATOR - _LINE_SEPARATOR).any()
        or (codes - np.uint16(_SURROGATES[0]) < _SURROGATES[1] - _SURROGATES[0]).any()
    )
