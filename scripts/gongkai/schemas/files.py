"""Every schema of a site as a file: what `gongkai schema` writes and `gongkai init` puts into a new site."""

from __future__ import annotations

import json
import re
from pathlib import Path

from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.records import RECORDS
from gongkai.model.settings import Settings
from gongkai.schemas.forms import Schema
from gongkai.schemas.front_matter import front_matter_schema, rows_schema
from gongkai.schemas.site_settings import site_schema

FOLDER = ".vscode/schemas"
"""Where a site keeps them, relative to its folder."""

_NOTE = "由 gongkai schema 写成；site.yaml 改了再写一次，不用手改"


def schema_files(settings: Settings) -> dict[str, str]:
    """File name → JSON text: one schema for each kind of front matter, for `site.yaml` and for the rows of data files."""
    schemas: dict[str, Schema] = {
        **{kind.KIND: front_matter_schema(kind, settings) for kind in (Policy, Interpretation, Page)},
        "site": site_schema(settings),
        **{f"data-{_ascii(row.__name__)}": rows_schema(row, kind, settings) for kind, row in _kinds().items()},
    }
    return {f"{name}.schema.json": _json({"$comment": _NOTE, **schema}) for name, schema in schemas.items()}


def write_schemas(folder: Path, settings: Settings) -> list[Path]:
    """Write all of them, each in the place of its older self."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schema_files(settings).items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _kinds() -> dict[str, type]:
    """A 页面类型 for each class of rows; where two share one, the first speaks."""
    kinds: dict[type, str] = {}
    for kind, row in RECORDS.items():
        kinds.setdefault(row, kind)
    return {kind: row for row, kind in kinds.items()}


def _ascii(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _json(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
