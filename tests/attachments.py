"""Office files and PDFs of a few lines, made by hand: what tests of attachments start from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>{author}</dc:creator>'
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy></cp:coreProperties>"
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, more: Mapping[str, str] | None = None, author: str = "甲区教育局") -> bytes:
    """A .docx with the XML of its body."""
    return zipped({
        "word/document.xml": f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": CORE.format(author=author),
        **(more or {}),
    })  # fmt: skip


def paragraph(text: str, properties: str = "", tag: str = "t") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:{tag}>{text}</w:{tag}></w:r></w:p>"


def xlsx(sheets: Mapping[str, str], hidden: Sequence[str] = (), strings: Sequence[str] = (), more: Mapping[str, str] | None = None) -> bytes:
    """A .xlsx with the XML of each sheet's `sheetData` (and what stands before it), by name."""
    names = list(sheets)
    rows = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"{" state=" + chr(34) + "hidden" + chr(34) if name in hidden else ""}/>'
        for i, name in enumerate(names)
    )
    return zipped({
        "xl/workbook.xml": f'<workbook xmlns:r="r"><sheets>{rows}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>" + "".join(
            f'<Relationship Id="r{i}" Target="worksheets/sheet{i}.xml"/>' for i in range(len(names))) + "</Relationships>",
        "xl/sharedStrings.xml": "<sst>" + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
        **{f"xl/worksheets/sheet{i}.xml": f"<worksheet>{sheets[name]}</worksheet>" for i, name in enumerate(names)},
        **(more or {}),
    })  # fmt: skip


def row(number: int, *cells: str, hidden: bool = False) -> str:
    """A row of cells of text."""
    made = "".join(f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(cells))
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{made}</row>'


def pdf(text: str, author: str = "") -> bytes:
    """A PDF of one page whose text layer says `text` (ASCII; none when "")."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Author <FEFF%s> >>" % author.encode("utf-16-be").hex().upper().encode(),
    ]
    made = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return made + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
