"""Lines and characters as an editor counts them: in UTF-16 units unless both sides agree on others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from gongkai.editing.completing import Kind, Suggestions
from gongkai.editing.texts import Replacement, Span, span_of
from gongkai.model.problems import Problem, Severity

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_KINDS = {
    Kind.KEY: types.CompletionItemKind.Property,
    Kind.WORD: types.CompletionItemKind.EnumMember,
    Kind.DOCUMENT: types.CompletionItemKind.Reference,
    Kind.FILE: types.CompletionItemKind.File,
}


class Units:
    """Translates; `codec` gives the units that were agreed on."""

    def __init__(self, codec: Callable[[], PositionCodec]) -> None:
        self._codec = codec

    def length(self, text: str) -> int:
        """How many units a text has."""
        return self._codec().client_num_units(text)  # type: ignore[no-any-return]

    def range_of(self, span: Span, lines: Sequence[str]) -> types.Range:
        """A stretch of a line."""
        return self.between((span.line, span.start), (span.line, span.end), lines)

    def between(self, start: tuple[int, int], end: tuple[int, int], lines: Sequence[str]) -> types.Range:
        """From one (line, character) to another."""
        first, last = (types.Position(line, self.length(lines[line][:column])) for line, column in (start, end))
        return types.Range(first, last)

    def column_at(self, position: types.Position, lines: Sequence[str]) -> int:
        """The character of a place that the editor names; half a character counts as the whole."""
        units = 0
        line = lines[position.line] if position.line < len(lines) else ""
        for column, character in enumerate(line):
            if units >= position.character:
                return column
            units += self.length(character)
        return len(line)

    def diagnostic(self, problem: Problem, lines: Sequence[str]) -> types.Diagnostic:
        """A problem, in the words of `gongkai check`."""
        hint = f"({problem.hint})" if problem.hint else ""
        place = self.range_of(span_of(problem, lines), lines)
        return types.Diagnostic(place, problem.message + hint, _SEVERITIES[problem.severity], problem.id, source="gongkai")

    def edit(self, replacement: Replacement, lines: Sequence[str]) -> types.TextEdit:
        """A replacement in a text of these lines."""
        return types.TextEdit(self.between(replacement.start, replacement.end, lines), replacement.text)

    def completion(self, offered: Suggestions, lines: Sequence[str]) -> types.CompletionList:
        """Suggestions in their order. Where we have sifted them ourselves the editor is not to sift again: it would look for
        what is typed in the label, and a document is also found by its title."""
        place = self.range_of(offered.span, lines)
        items = []
        for number, item in enumerate(offered.items):
            found = item.kind in (Kind.DOCUMENT, Kind.FILE)
            items.append(types.CompletionItem(
                item.label, kind=_KINDS[item.kind], detail=item.detail or None,
                documentation=types.MarkupContent(types.MarkupKind.Markdown, item.more) if item.more else None,
                sort_text=f"{number:04}", filter_text=offered.typed if found and offered.typed else item.label,
                text_edit=types.TextEdit(place, item.written),
            ))  # fmt: skip
        sifted = any(item.kind is Kind.DOCUMENT for item in offered.items)
        return types.CompletionList(is_incomplete=sifted or not offered.complete, items=items)
