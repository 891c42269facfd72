"""What an editor asks, put to the other modules, and their answers.

Texts are sent whole: pygls ends lines where Python's `splitlines` does, which editors do not, so that it would apply a
change in part at the wrong place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from gongkai import __version__
from gongkai.call import Call
from gongkai.editing import completing, mends, naming, showing
from gongkai.editing.cursor import Part, cursor_at, field_called
from gongkai.editing.desk import Desk
from gongkai.editing.protocol.units import Units
from gongkai.editing.texts import Span
from gongkai.model.documents import Document
from gongkai.model.problems import CannotBuild, Problem
from gongkai.reading.documents import FOLDERS

_TRIGGERS = [":", "：", " ", "-", "、", "(", "《", "〔", "[", "\\"]
_ACTIONS = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]


class Server:
    """The answers to one editor. `call` says which site, given the folder that the editor has open (None: none)."""

    def __init__(self, call: Callable[[Path | None], Call]) -> None:
        self._call = call
        self._desk: Desk | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._uris: dict[str, str] = {}  # as the editor writes them, which may differ from how we would
        self._speaking = LanguageServer(
            "gongkai", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full, max_workers=2
        )
        self._units = Units(lambda: self._speaking.workspace.position_codec)
        for question, answer, options in self._answers():
            self._speaking.feature(question, options)(partial(answer))  # which keeps marks of pygls, as a method cannot

    def run(self) -> None:
        """Speak over standard input and output until the editor has had enough."""
        try:
            self._speaking.start_io()
        finally:
            self._end(None)

    def _answers(self) -> tuple[tuple[str, Callable[..., object], object], ...]:
        completion = types.CompletionOptions(trigger_characters=_TRIGGERS)
        return (
            (types.INITIALIZED, self._begin, None),
            (types.SHUTDOWN, self._end, None),
            (types.TEXT_DOCUMENT_DID_OPEN, self._opened, None),
            (types.TEXT_DOCUMENT_DID_CHANGE, self._changed, None),
            (types.TEXT_DOCUMENT_DID_CLOSE, self._closed, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self._touched, None),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._touched, None),
            (types.TEXT_DOCUMENT_COMPLETION, self._complete, completion),
            (types.TEXT_DOCUMENT_HOVER, self._hover, None),
            (types.TEXT_DOCUMENT_DEFINITION, self._define, None),
            (types.TEXT_DOCUMENT_REFERENCES, self._refer, None),
            (types.TEXT_DOCUMENT_CODE_ACTION, self._act, types.CodeActionOptions(code_action_kinds=_ACTIONS)),
        )

    def _begin(self, params: types.InitializedParams) -> None:
        """The editor is ready: read its site."""
        self._loop = asyncio.get_running_loop()
        workspace = self._speaking.workspace
        first = next(iter(workspace.folders.values()), None)
        folder = uris.to_fs_path(first.uri) if first else workspace.root_path
        root = Path(folder) if folder else None
        try:
            self._call(root)
            self._desk = Desk(lambda: self._call(root), self._publish, self._tell)
        except CannotBuild as error:
            self._tell(str(error))
            return
        watching = self._speaking.client_capabilities.workspace
        if watching and watching.did_change_watched_files and watching.did_change_watched_files.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*")])
            asked = types.Registration("gongkai-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._speaking.client_register_capability(types.RegistrationParams([asked]))

    def _end(self, params: None) -> None:
        desk, self._desk = self._desk, None
        if desk:
            desk.end()

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        if found := self._known(params.text_document.uri):
            found[0].set(found[1], params.text_document.version, params.text_document.text)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        if found := self._known(params.text_document.uri):
            text = self._speaking.workspace.get_text_document(params.text_document.uri).source
            found[0].set(found[1], params.text_document.version, text)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        if found := self._known(params.text_document.uri):
            found[0].close(found[1])

    def _touched(self, params: types.DidSaveTextDocumentParams | types.DidChangeWatchedFilesParams) -> None:
        if self._desk:
            self._desk.touch()

    def _complete(self, params: types.CompletionParams) -> types.CompletionList | None:
        found = self._source(params.text_document.uri)
        settings = found[0].settings if found else None
        if not found or not settings:
            return None
        desk, path, document_class = found
        lines = desk.lines(path)
        column = self._units.column_at(params.position, lines)
        offered = completing.suggestions(
            lines, params.position.line, column, path, document_class, settings, desk.picture, desk.today
        )
        return self._units.completion(offered, lines)

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        found = self._source(params.text_document.uri)
        settings = found[0].settings if found else None
        if not found or not settings:
            return None
        desk, path, document_class = found
        lines = desk.lines(path)
        column = self._units.column_at(params.position, lines)
        if named := self._named(desk, path, lines, params.position.line, column):
            assert desk.picture
            return self._shown(showing.card(named.document, desk.picture), named.span, lines)
        cursor = cursor_at(lines, params.position.line, column)
        field = field_called(cursor.text.strip() if cursor.part is Part.KEY else cursor.key, document_class, settings)
        return self._shown(showing.key_help(field), cursor.span, lines) if field else None

    def _define(self, params: types.DefinitionParams) -> list[types.Location] | None:
        found = self._source(params.text_document.uri)
        if not found or not found[0].picture:
            return None
        desk, path, _ = found
        lines = desk.lines(path)
        column = self._units.column_at(params.position, lines)
        if named := self._named(desk, path, lines, params.position.line, column):
            return [self._title_of(desk, named.document)]
        if cursor_at(lines, params.position.line, column).part is Part.BODY:
            return None
        own = naming.source_at(path, found[0].picture)
        return [self._title_of(desk, other) for other in naming.counterparts(own, found[0].picture)] or None

    def _refer(self, params: types.ReferenceParams) -> list[types.Location] | None:
        found = self._source(params.text_document.uri)
        if not found or not found[0].picture:
            return None
        desk, path, _ = found
        picture, lines = found[0].picture, found[0].lines(path)
        column = self._units.column_at(params.position, lines)
        named = self._named(desk, path, lines, params.position.line, column)
        target = named.document if named else picture.site.by_path.get(path)
        if target is None:
            return None
        places = []
        for place in sorted(set(naming.mentions(target, picture))):
            there = desk.lines(place.path)
            number = min(place.line, len(there)) - 1
            source = naming.source_at(place.path, picture)
            span = naming.span_naming(there[number], number, target, source, picture)
            places.append(self._location(desk, place.path, span, there))
        own = [self._title_of(desk, target)] if params.context.include_declaration else []
        return own + places

    def _act(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        found = self._source(params.text_document.uri)
        settings = found[0].settings if found else None
        if not found or not settings:
            return None
        desk, path, _ = found
        _, problems = desk.problems.get(path, (None, ()))
        wanted = params.context.only or _ACTIONS
        actions: list[types.CodeAction] = []
        if any(types.CodeActionKind.QuickFix.value.startswith(kind) for kind in wanted):
            lines = range(params.range.start.line + 1, params.range.end.line + 2)
            here = [problem for problem in problems if problem.place.line in lines]
            actions += [self._action(desk, mend) for mend in mends.quick_mends(here, desk.text, settings)]
        if any(_ACTIONS[1].value.startswith(kind) for kind in wanted) and (
            mend := mends.mend_all(path, problems, desk.text, settings)
        ):
            actions.append(self._action(desk, mend))
        return actions

    def _action(self, desk: Desk, mend: mends.QuickMend) -> types.CodeAction:
        """The change that a mend is; an editor refuses it where the text has changed meanwhile."""
        opened = desk.texts.get(mend.path)
        name = types.OptionalVersionedTextDocumentIdentifier(self._uri_of(desk, mend.path), opened.version if opened else None)
        edit = self._units.edit(mend.replacement, desk.lines(mend.path))
        mended = [self._units.diagnostic(mend.problem, desk.lines(mend.problem.place.path))] if mend.problem else None
        return types.CodeAction(
            mend.title, kind=_ACTIONS[0 if mend.problem else 1], diagnostics=mended,
            edit=types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(name, [edit])]),
        )  # fmt: skip

    def _named(self, desk: Desk, path: str, lines: Sequence[str], number: int, column: int) -> naming.Named | None:
        picture = desk.picture
        return naming.named_at(lines, number, column, naming.source_at(path, picture), picture) if picture else None

    def _shown(self, words: str, span: Span, lines: Sequence[str]) -> types.Hover:
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words), self._units.range_of(span, lines))

    def _title_of(self, desk: Desk, document: Document) -> types.Location:
        """Where a document begins for a reader: the line of its title."""
        lines = desk.lines(document.path)
        number = min(document.lines.get("标题", 1), len(lines)) - 1
        return self._location(desk, document.path, Span(number, 0, len(lines[number])), lines)

    def _location(self, desk: Desk, path: str, span: Span, lines: Sequence[str]) -> types.Location:
        return types.Location(self._uri_of(desk, path), self._units.range_of(span, lines))

    def _known(self, uri: str) -> tuple[Desk, str] | None:
        """The desk and the path of a text, where it belongs to the site."""
        name = uris.to_fs_path(uri) if uri.startswith("file:") else None
        path = self._desk.path_of(Path(name)) if self._desk and name else ""
        if not self._desk or not path:
            return None
        self._uris[path] = uri
        return self._desk, path

    def _source(self, uri: str) -> tuple[Desk, str, type[Document]] | None:
        """As `_known`, for a source; with the class of its documents."""
        found = self._known(uri)
        document_class = FOLDERS.get(found[1].split("/", 1)[0]) if found else None
        return (*found, document_class) if found and document_class else None

    def _uri_of(self, desk: Desk, path: str) -> str:
        return self._uris.get(path) or uris.from_fs_path(str(desk.file_of(path))) or ""

    def _publish(self, path: str, version: int | None, lines: Sequence[str], problems: Sequence[Problem]) -> None:
        desk, loop = self._desk, self._loop
        if desk is None or loop is None:
            return
        found = [self._units.diagnostic(problem, lines) for problem in problems]
        said = types.PublishDiagnosticsParams(self._uri_of(desk, path), found, version)
        loop.call_soon_threadsafe(self._speaking.text_document_publish_diagnostics, said)

    def _tell(self, words: str) -> None:
        if self._loop:
            said = types.ShowMessageParams(types.MessageType.Warning, f"gongkai: {words}")
            self._loop.call_soon_threadsafe(self._speaking.window_show_message, said)
