"""The configuration of the web editor: made of the fields and of the site's own words, by the editor's own rules."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from gongkai.commands import main
from gongkai.model.documents import Interpretation, Policy
from gongkai.model.fields import Form, fields_of
from gongkai.reading.documents import address_of
from gongkai.reading.settings import read_settings
from gongkai.schemas.web_editor import Host, configuration_of
from tests.conftest import ROOT

HOST = Host("gitlab", "yunlu/zfxxgk", "bianji", "https://git.yunlu.example", "a1b2")
CONFIGS = (ROOT / "site.yaml", ROOT / "tests" / "corpus" / "site.yaml")
WIDGETS = {"string", "text", "markdown", "datetime", "select", "list", "relation", "boolean", "number", "file"}


def made(config: Path = ROOT / "site.yaml") -> dict[str, Any]:
    return configuration_of(read_settings(config), HOST)


def fields(configuration: dict[str, Any], collection: str) -> dict[str, dict[str, Any]]:
    return next({f["label"]: f for f in c["fields"]} for c in configuration["collections"] if c["name"] == collection)


@pytest.mark.parametrize("config", CONFIGS, ids=lambda c: c.parent.name)
@pytest.mark.parametrize(("collection", "kind"), [("policies", Policy), ("interpretations", Interpretation)])
def test_every_field_has_a_widget_a_label_and_a_hint(config: Path, collection: str, kind: type) -> None:
    found = fields(made(config), collection)
    settings = read_settings(config)
    assert {one.key for one in fields_of(kind)} <= set(found)
    for one in fields_of(kind):
        widget = found[one.key]
        assert widget["widget"] in WIDGETS
        assert one.help in widget["hint"]
        assert widget["required"] is one.required
    names = [widget["name"] for widget in found.values()]
    assert len(names) == len(set(names))
    aliases = {name for words in settings.key_aliases.get(kind.KIND_WORD, {}).values() for name in words}  # type: ignore[attr-defined]
    assert set(names) - {"body"} <= {one.key for one in fields_of(kind)} | aliases | set(settings.extra_keys.get(kind.KIND_WORD, ()))  # type: ignore[attr-defined]


def test_the_words_come_from_the_settings() -> None:
    found = fields(made(), "policies")
    assert "云麓区教育局" in found["发文机关"]["options"]
    assert found["发文机关"]["multiple"] is True
    assert "综合政务\\政务公开" in found["主题分类"]["options"]
    assert found["有效性"]["options"] == ["有效", "尚未施行", "已修改", "部分失效", "废止", "失效", "待核"]
    assert "通知" in found["文种"]["options"]


def test_policies_and_interpretations_are_chosen_from_each_other() -> None:
    configuration = made()
    for collection, key, other in (("policies", "解读链接", "interpretations"), ("interpretations", "解读对象", "policies")):
        widget = fields(configuration, collection)[key]
        assert (widget["widget"], widget["collection"], widget["value_field"], widget["multiple"]) == ("relation", other, "{{slug}}", True)


def test_what_is_typed_is_judged_as_the_reader_judges_it() -> None:
    pattern, said = fields(made(), "policies")["文号"]["pattern"]
    assert re.search(pattern, "云麓政发〔2024〕18号")
    assert not re.search(pattern, "云麓政发[2024]18号")
    assert said == f"（写作：{Form.NUMBER.value}）"


def test_file_names_are_addresses_that_every_rule_takes() -> None:
    for collection in made()["collections"]:
        name = re.sub(r"\{\{(\w+)\}\}", lambda m: {"year": "2026", "slug": ""}.get(m[1], "01"), collection["slug"])
        path = f"{collection['folder']}/{collection['path'].replace('{{slug}}', name).replace('{{year}}', '2026')}.md"
        slug, _ = address_of(path)
        assert re.fullmatch(r"[a-z0-9-]+", slug), path
        assert collection["delete"] is False  # what was published is withdrawn, never deleted


def test_where_the_repository_is() -> None:
    backend = made()["backend"]
    assert {key: backend[key] for key in backend if key != "commit_messages"} == {
        "name": "gitlab", "repo": "yunlu/zfxxgk", "branch": "bianji", "base_url": "https://git.yunlu.example",
        "api_root": "https://git.yunlu.example/api/v4", "auth_type": "pkce", "app_id": "a1b2",
    }  # fmt: skip


def test_the_command_writes_two_files_beside_the_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("名称: 甲区政府信息公开\n机关: [甲区人民政府]\n", encoding="utf-8")
    assert main(["cms", "--site", str(tmp_path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [f"写成 {tmp_path / 'admin' / 'config.yml'}", f"写成 {tmp_path / 'admin' / 'index.html'}"]
    assert said[2].startswith("还要把 Decap CMS 的程序放进")
    text = (tmp_path / "admin" / "config.yml").read_text(encoding="utf-8")
    assert "甲区人民政府" in json.loads(text.split("\n", 1)[1])["collections"][0]["fields"][1]["options"]
    page = (tmp_path / "admin" / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r"https?://", page)  # the program comes from the same folder
    assert main(["cms", "--site", str(tmp_path), "--base-url", "git.example.cn"]) == 2
