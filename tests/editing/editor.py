"""An editor as the server sees one: pygls' own client, which starts the server as a program and speaks over its pipes."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from collections.abc import Coroutine
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.client import LanguageClient

from tests.conftest import ROOT

_T = TypeVar("_T")
PATIENCE = 60.0


class Editor:
    """Opens a folder, changes texts, asks; whatever the server publishes is kept by path. Use it with `with`."""

    def __init__(self, folder: Path, *options: str, watches: bool = False) -> None:
        self.folder = folder
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.times: dict[tuple[str, int | None], list[float]] = {}
        self.messages: list[str] = []
        self.errors = ""  # what the server wrote to standard error, known when it has ended
        self._options = options
        self._watches = watches
        self._news = threading.Condition()
        self._versions: dict[str, int] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.client = LanguageClient("test", "1")
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._published))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._told))
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)

    def __enter__(self) -> Editor:
        self._thread.start()
        self.wait(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        assert self.running
        self.wait(self._stop())
        assert self.errors == ""  # no traceback of a handler, a worker or of pygls
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _start(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONUTF8": "1"}
        await self.client.start_io(sys.executable, "-m", "gongkai", "lsp", *self._options, env=environment, cwd=str(self.folder))
        reader = self.client._server.stderr  # type: ignore[union-attr]
        assert reader
        self._errors = asyncio.create_task(reader.read())
        watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=self._watches)
        able = types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching))
        folder = types.WorkspaceFolder(self.uri(""), "site")
        self.server = await self.client.initialize_async(types.InitializeParams(capabilities=able, workspace_folders=[folder]))
        self.client.initialized(types.InitializedParams())

    async def _stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        self.errors = (await self._errors).decode("utf-8", "replace")
        await self.client.stop()

    @property
    def running(self) -> bool:
        server = self.client._server  # type: ignore[attr-defined]
        return bool(server and server.returncode is None)

    def wait(self, work: Coroutine[Any, Any, _T]) -> _T:
        """The outcome of something that takes its time."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def uri(self, path: str) -> str:
        return uris.from_fs_path(str((self.folder / path).absolute())) or ""

    def open(self, path: str, text: str | None = None) -> None:
        text = (self.folder / path).read_text(encoding="utf-8") if text is None else text
        self._versions[path] = 1
        item = types.TextDocumentItem(self.uri(path), "markdown", 1, text)
        self._say(self.client.text_document_did_open, types.DidOpenTextDocumentParams(item))

    def change(self, path: str, text: str) -> int:
        """The version of the text from now on."""
        self._versions[path] += 1
        name = types.VersionedTextDocumentIdentifier(self._versions[path], self.uri(path))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self._say(self.client.text_document_did_change, types.DidChangeTextDocumentParams(name, [whole]))
        return self._versions[path]

    def save(self, path: str, text: str) -> None:
        (self.folder / path).write_text(text, encoding="utf-8", newline="\n")
        self._say(self.client.text_document_did_save, types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(path))))

    def shut(self, path: str) -> None:
        name = types.TextDocumentIdentifier(self.uri(path))
        self._say(self.client.text_document_did_close, types.DidCloseTextDocumentParams(name))

    def touch(self, path: str) -> None:
        """As an editor that watches files says that one has changed."""
        events = [types.FileEvent(self.uri(path), types.FileChangeType.Changed)]
        self._say(self.client.workspace_did_change_watched_files, types.DidChangeWatchedFilesParams(events))

    def complete(self, path: str, line: int, character: int) -> types.CompletionList:
        place = types.CompletionParams(types.TextDocumentIdentifier(self.uri(path)), types.Position(line, character))
        found = self.wait(self.client.text_document_completion_async(place))
        assert isinstance(found, types.CompletionList)
        return found

    def complete_or_nothing(self, path: str) -> list[types.CompletionItem]:
        """What is offered at the beginning of the second line; nothing where the server does not know the text."""
        place = types.CompletionParams(types.TextDocumentIdentifier(self.uri(path)), types.Position(1, 0))
        found: Any = self.wait(self.client.text_document_completion_async(place))
        return list(found.items) if found else []

    def hover(self, path: str, line: int, character: int) -> str:
        place = types.HoverParams(types.TextDocumentIdentifier(self.uri(path)), types.Position(line, character))
        found = self.wait(self.client.text_document_hover_async(place))
        assert found is None or isinstance(found.contents, types.MarkupContent)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    def define(self, path: str, line: int, character: int) -> list[tuple[str, int]]:
        place = types.DefinitionParams(types.TextDocumentIdentifier(self.uri(path)), types.Position(line, character))
        found: Any = self.wait(self.client.text_document_definition_async(place))
        return [(self.path(one.uri), one.range.start.line) for one in found or []]

    def refer(self, path: str, line: int, character: int, declared: bool = False) -> list[tuple[str, int, int, int]]:
        name, place = types.TextDocumentIdentifier(self.uri(path)), types.Position(line, character)
        asked = types.ReferenceParams(types.ReferenceContext(declared), name, place)
        found = self.wait(self.client.text_document_references_async(asked))
        return [(self.path(o.uri), o.range.start.line, o.range.start.character, o.range.end.character) for o in found or []]

    def actions(self, path: str, line: int, only: list[str] | None = None) -> list[types.CodeAction]:
        place = types.Range(types.Position(line, 0), types.Position(line, 0))
        context = types.CodeActionContext([], [types.CodeActionKind(kind) for kind in only] if only else None)
        asked = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(path)), place, context)
        found: Any = self.wait(self.client.text_document_code_action_async(asked))
        return list(found or [])

    def path(self, uri: str) -> str:
        return Path(uris.to_fs_path(uri) or "").relative_to(self.folder.absolute()).as_posix()

    def lines(self, path: str) -> list[str]:
        """What is published of a text now: `line: severity id message`."""
        said = self.published.get(path)
        words = {1: "错误", 2: "警告", 3: "提示"}
        return [f"{d.range.start.line + 1}: {words[int(d.severity or 0)]} {d.code} {d.message}" for d in said.diagnostics] if said else []

    def until(self, path: str, *wanted: str, absent: tuple[str, ...] = (), patience: float = PATIENCE) -> list[str]:
        """Wait until all of these rules, and none of the absent, are published of a text."""
        end = time.monotonic() + patience
        with self._news:
            while True:
                ids = {d.code for d in self.published[path].diagnostics} if path in self.published else None
                if ids is not None and set(wanted) <= ids and not ids & set(absent):
                    return self.lines(path)
                if not self._news.wait(max(0.0, end - time.monotonic())):
                    raise AssertionError(f"{path}: {self.lines(path)}, waiting for {wanted} without {absent}")

    def quiet(self, seconds: float = 1.5) -> None:
        """Wait until nothing has been published for a while."""
        with self._news:
            while self._news.wait(seconds):
                pass

    def arrival(self, path: str, version: int, count: int = 1, patience: float = PATIENCE) -> float:
        """When the `count`th word on a version of a text came."""
        end = time.monotonic() + patience
        with self._news:
            while len(self.times.get((path, version), ())) < count:
                if not self._news.wait(max(0.0, end - time.monotonic())):
                    raise AssertionError(f"{path} version {version}: nothing published")
            return self.times[path, version][count - 1]

    def _say(self, say: Any, params: Any) -> None:
        self._loop.call_soon_threadsafe(say, params)

    def _published(self, params: types.PublishDiagnosticsParams) -> None:
        with self._news:
            path = self.path(params.uri)
            self.published[path] = params
            self.times.setdefault((path, params.version), []).append(time.monotonic())
            self._news.notify_all()

    def _told(self, params: types.ShowMessageParams) -> None:
        with self._news:
            self.messages.append(params.message)
            self._news.notify_all()
