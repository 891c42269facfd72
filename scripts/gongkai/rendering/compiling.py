"""How templates become Python: what Jinja does for any template and any value, and ours need not pay for.

What is printed is escaped to a plain string. The default theme's templates are given plain values and are known to be sound,
so there an attribute is an attribute in Python and a call a call; a site's own are looked after as Jinja's sandbox does it.
What many pages have alike is marked in a template (`{% alike … %}`) and made once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup, escape

OWN_TEMPLATES = "theme/templates"
_MOST = 24_000
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)  # where it has it, what `escape` does before it says that that is safe


def printed(value: object) -> str:
    """A value as it stands in a page. The same as `markupsafe.escape`, which takes some times as long to say that it is safe."""
    kind = type(value)
    if kind is str:
        return _escaped(value)  # type: ignore[arg-type]
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class PrintingCode(CodeGenerator):
    """The Python of any template: it prints with `printed`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 — as Jinja names it
        """Where the code begins."""
        self.writeline(f"from {__name__} import {printed.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write(f"{printed.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)


class PlainCode(PrintingCode):
    """The Python of templates that are our own."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A macro or a function is called. None of ours asks in which context that is, which Jinja looks for each time."""
        self.visit(node.node, frame)
        self.write("(")
        for given in node.args:
            self.visit(given, frame)
            self.write(", ")
        for named in node.kwargs:
            self.visit(named, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class Alike(Extension):
    """`{% alike around, items %} … {% endalike %}`: what comes out alike wherever the named values are the very same objects.

    No block may lie in it, since a site can put its own in the place of any, and nothing that is not named. In a site's own
    template, of which we cannot know that, it is made each time.
    """

    tags = {"alike"}  # noqa: RUF012 — as Jinja has it

    def __init__(self, environment: Any) -> None:
        super().__init__(environment)
        self._made: dict[tuple[object, ...], tuple[tuple[object, ...], str]] = {}

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """The tag and what lies in it."""
        line = next(parser.stream).lineno
        named = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            named.append(parser.parse_expression())
        body = parser.parse_statements(("name:endalike",), drop_needle=True)
        if (parser.filename or "").startswith(OWN_TEMPLATES):
            return body
        place = nodes.Const((parser.name, line))
        call = self.call_method("_once", [place, nodes.Tuple(named, "load")])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _once(self, place: object, values: tuple[object, ...], caller: Callable[[], str]) -> str:
        key = (place, *map(id, values))
        known = self._made.get(key)
        if known is None:
            if len(self._made) > _MOST:
                self._made.clear()
            known = self._made[key] = values, caller()  # as long as the values are kept, nothing else has their ids
        return known[1]
