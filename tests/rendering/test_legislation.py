"""The data block of a policy's page."""

from __future__ import annotations

import json
import re

from tests.rendering.conftest import World, rendered

from gongkai.rendering.legislation import record


def test_record(world: World) -> None:
    new = record(world, world.links.policies["new"])
    assert new["@type"] == "Legislation" and new["legislationIdentifier"] == "甲政发〔2023〕7号"
    assert new["temporalCoverage"] == "2023-05-30/2030-12-31"
    assert new["legislationLegalForce"] == "https://schema.org/InForce"
    assert new["legislationRepeals"] == [
        {"@type": "Legislation", "name": "旧办法", "url": "old.html", "legislationIdentifier": "甲政发〔2019〕3号"}
    ]
    assert {one["url"] for one in new["subjectOf"]} == {"../interpretations/i.html", "../interpretations/j.html"}
    old = record(world, world.links.policies["old"])
    assert old["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert [one["url"] for one in old["@reverse"]["legislationRepeals"]] == ["new.html"]
    assert "abstract" not in old, "what is unknown is left out"


def test_nothing_in_it_ends_the_block(world: World) -> None:
    html = next(o.text for o in rendered(world) if o.path == "policies/new.html")
    block = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[0]
    assert "<" not in block
    assert json.loads(block)["name"] == "新办法 <b>与</b> “引号”"
