"""Word files made piece by piece: only what a test speaks of, as Word writes it."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
         f'<Override PartName="/word/numbering.xml" ContentType="{_KIND}.numbering+xml"/></Types>')  # fmt: skip
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300050001ff"
                    "a5c9f5b90000000049454e44ae426082")  # fmt: skip


def p(text: str = "", number: tuple[int, int] | None = None, style: str = "", runs: str = "", more: str = "") -> str:
    """A paragraph: text (or runs), (list, level) of its automatic number, its style, more properties."""
    numbered = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{more}</w:pPr>{runs or r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lists(*definitions: list[tuple[str, str]], nums: str = "") -> str:
    """numbering.xml: each definition lists (format, text) of its levels; list n uses definition n unless `nums` says more."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">'
        + "".join(
            f'<w:lvl w:ilvl="{j}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for j, (form, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for i, levels in enumerate(definitions)
    )
    own = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(definitions)))
    return f"{HEAD}<w:numbering {W}>{abstract}{own}{nums}</w:numbering>"


def docx(body: str, **parts: str | bytes) -> bytes:
    """A .docx with this body; further parts by name (`numbering`, `styles`, `comments`, `footnotes`, `document_rels`, `root_rels`)."""
    names = {"document_rels": "word/_rels/document.xml.rels", "image1": "word/media/image1.png", "root_rels": "_rels/.rels"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", f"{HEAD}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(names.get(name, f"word/{name}.xml"), content)
    return buffer.getvalue()
