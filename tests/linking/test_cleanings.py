"""清理: what a cleaning does to the documents it lists, and what it passed over."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

from gongkai.model.validity import Conclusion

LIST = "清理:\n  - 甲政发〔2019〕1号 继续有效\n  - 甲政发〔2019〕2号 废止\n  - 甲政发〔2019〕3号 失效\n  - 甲政发〔2019〕4号 修改\n"
STATES = {1: "有效", 2: "废止", 3: "失效", 4: "已修改", 5: "有效"}
OLD = {f"policies/p{n}.md": policy(f"甲政发〔2019〕{n}号", f"第{n}份办法", "2019-01-01", state) for n, state in STATES.items()}


def cleaning(more: str = LIST, issued: str = "2025-05-20", **changes: str) -> str:
    return policy("甲政发〔2025〕8号", "关于公布清理结果的通知", issued, more=more, **changes)


def test_conclusions_act_like_what_the_front_matter_says(column: Callable[..., Column]) -> None:
    found = column({**OLD, "policies/q.md": cleaning()})
    standings = found.links.standings
    assert [(standings[f"p{n}"].state.value, standings[f"p{n}"].now.reason) for n in STATES] == [
        ("有效", "2019-01-01发布"),
        ("废止", "被甲政发〔2025〕8号废止"),
        ("失效", "被甲政发〔2025〕8号宣布失效"),
        ("已修改", "经甲政发〔2025〕8号修改"),
        ("有效", "2019-01-01发布"),
    ]
    assert [(e.effect.value, e.target, str(e.place)) for e in found.links.effects_of["q"]] == [
        ("废止", "p2", "policies/q.md:9"), ("宣布失效", "p3", "policies/q.md:10"), ("修改", "p4", "policies/q.md:11"),
    ]


def test_rows_totals_reviews_and_what_was_passed_over(column: Callable[..., Column]) -> None:
    links = column({**OLD, "policies/q.md": cleaning(LIST + "清理截止日: 2025-04-30\n")}).links
    made = links.cleanings["q"]
    assert [c.target for c in made.rows] == ["p1", "p2", "p3", "p4"]
    assert made.totals == {Conclusion.CONTINUES: 1, Conclusion.AMENDED: 1, Conclusion.REPEALED: 1, Conclusion.LAPSED: 1}
    assert (str(made.since), str(made.until), made.unlisted) == ("2025-05-20", "2025-04-30", ("p5",))
    assert [(r.by, r.row.conclusion) for r in links.reviews["p1"]] == [("q", Conclusion.CONTINUES)]
    assert "p5" not in links.reviews


def test_what_is_said_twice_acts_once_and_a_draft_does_nothing(column: Callable[..., Column]) -> None:
    links = column({**OLD, "policies/q.md": cleaning(LIST + "废止: 甲政发〔2019〕2号\n")}).links
    assert [e.target for e in links.effects_of["q"]] == ["p2", "p3", "p4"]
    links = column({**OLD, "policies/q.md": cleaning(LIST + "草稿: true\n")}).links
    assert links.cleanings == {}
    assert links.standings["p3"].now.reason == "发文机关标注"


def test_only_what_had_to_be_listed_was_passed_over(column: Callable[..., Column]) -> None:
    other = {
        "policies/later.md": policy("甲政发〔2025〕9号", "后来的办法", "2025-06-01"),
        "policies/ended.md": policy("甲政发〔2018〕9号", "早已过期的办法", "2018-01-01", "失效", "有效期至: 2020-01-01\n"),
        "policies/marked.md": policy("甲政发〔2018〕8号", "不知哪天废止的办法", "2018-01-01", "废止"),
        "policies/elsewhere.md": policy("乙局发〔2018〕8号", "乙局的办法", "2018-01-01").replace("甲区人民政府", "乙局"),
    }
    assert column({**OLD, **other, "policies/q.md": cleaning()}).links.cleanings["q"].unlisted == ("p5",)
    wider = LIST + "清理范围: [甲区人民政府, 乙局]\n"
    assert column({**OLD, **other, "policies/q.md": cleaning(wider)}).links.cleanings["q"].unlisted == ("elsewhere", "p5")
    unified = {path: text.replace("有效性", "统一编号: JAAA00-2019-0001\n有效性") for path, text in OLD.items() if "p5" not in path}
    files = {"policies/p5.md": OLD["policies/p5.md"], **unified, "policies/q.md": cleaning()}
    assert column(files).links.cleanings["q"].unlisted == ()
