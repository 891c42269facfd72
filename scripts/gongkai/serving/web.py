"""The preview's web server: this machine alone, reading alone, nothing outside the preview's folder.

A page of another site can have the browser ask 127.0.0.1 under a name of its own (DNS rebinding); such requests bear that
name in their Host header and are refused. Nothing is to be cached but what is named by its content, nothing to be embedded
elsewhere.
"""

from __future__ import annotations

import json
import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from gongkai.model.faults import why
from gongkai.model.problems import CannotBuild
from gongkai.publishing import assets
from gongkai.serving import pages
from gongkai.serving.preview import Preview

HOST = "127.0.0.1"
_TRIES = 20
_BEAT = 20.0  # seconds between two signs of life on a waiting connection, by which a closed page is noticed
_HERE = Path(__file__).parent
_OWN_FILES = {pages.SCRIPT: "preview.js", pages.STYLE: "preview.css"}
# Our own table: on Windows the registry may call a script text/plain.
_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".pdf": "application/pdf", ".zip": "application/zip",
    ".mp3": "audio/mpeg", ".mp4": "video/mp4",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview; one thread for each connection, none of which keeps the process alive."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers share a port

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__((HOST, port), _Handler)
        self.hosts = {f"{name}:{self.port}" for name in (HOST, "localhost")}
        if self.port == 80:
            self.hosts |= {HOST, "localhost"}

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.socket.getsockname()[1])

    def server_bind(self) -> None:
        """Bind without asking anybody for this machine's name, as the base class does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.port

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that was closed while it loaded is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def open_server(port: int, preview: Preview) -> PreviewServer:
    """A server on the port, or on the next one that is free."""
    for candidate in range(port, min(port + _TRIES, 65536)):
        try:
            return PreviewServer(candidate, preview)
        except PermissionError as error:
            raise CannotBuild(f"端口 {candidate} 不让用（{why(error)}）。用 --port 换一个，如 8000。") from error
        except OSError:
            continue
    raise CannotBuild(f"从 {port} 起的端口都被占用。用 --port 换一个。")


class _Handler(BaseHTTPRequestHandler):
    """GET and HEAD; the base class refuses the rest."""

    server: PreviewServer
    server_version, sys_version = "gongkai", ""
    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds a connection may stay silent

    def do_GET(self) -> None:
        """Answer, or say why not."""
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._send(HTTPStatus.FORBIDDEN, b"403: not the name of this preview\n", "text/plain; charset=utf-8")
            return
        path = unquote(urlsplit(self.path).path, errors="replace")
        if path == pages.EVENTS:
            self._events()
        elif path.startswith(pages.OWN):
            self._own(path)
        else:
            self._page(path)

    def do_HEAD(self) -> None:
        """The same without the content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are of no interest on the terminal."""

    def _own(self, path: str) -> None:
        preview = self.server.preview
        if path in _OWN_FILES:
            name = _OWN_FILES[path]
            self._send(HTTPStatus.OK, (_HERE / name).read_bytes(), _TYPES[Path(name).suffix])
        elif path == pages.MARKS:
            told = json.dumps(pages.marks(preview.sources), ensure_ascii=False)
            self._send(HTTPStatus.OK, told.encode("utf-8"), _TYPES[".json"])
        elif path == pages.DOCUMENTS:
            self._send_html(HTTPStatus.OK, pages.documents_page(preview.outcome), "")
        else:
            self._send_html(HTTPStatus.NOT_FOUND, pages.documents_page(preview.outcome), "")

    def _page(self, path: str) -> None:
        root = self.server.preview.pages
        if root is None:
            self._send_html(HTTPStatus.SERVICE_UNAVAILABLE, pages.nothing_yet(), "")
            return
        address = (path.lstrip("/") + "index.html") if path.endswith("/") else path.lstrip("/")
        content = _read(root, address)
        status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
        if content is None:
            address = "404.html"
            content = _read(root, address) or b""
        if address.endswith(".html"):
            self._send_html(status, content.decode("utf-8"), address)
        else:
            kind = _TYPES.get(Path(address).suffix.lower(), "application/octet-stream")
            self._send(status, content, kind, keeps=status is HTTPStatus.OK and address.startswith(assets.FOLDER))

    def _events(self) -> None:
        """Server-sent events: the version now, then each new one; a comment now and then keeps the line open."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._headers("text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        version = ""
        while True:
            latest = self.server.preview.wait(version, _BEAT)
            self.wfile.write(f"data: {latest}\n\n".encode() if latest != version else b":\n\n")
            self.wfile.flush()
            version = latest

    def _send_html(self, status: HTTPStatus, html: str, address: str) -> None:
        preview = self.server.preview
        shown = pages.with_bar(html, preview.sources.get(address), preview.outcome, preview.version)
        self._send(status, shown.encode("utf-8"), _TYPES[".html"])

    def _send(self, status: HTTPStatus, content: bytes, kind: str, keeps: bool = False) -> None:
        self.send_response(status)
        self._headers(kind, keeps)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _headers(self, kind: str, keeps: bool = False) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=86400, immutable" if keeps else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Referrer-Policy", "no-referrer")


def _read(root: Path, address: str) -> bytes | None:
    """A file of the preview; None where there is none or the address leads out of the folder."""
    parts = address.split("/")
    if any(part in ("", ".", "..") or ":" in part or "\\" in part or "\0" in part for part in parts):
        return None
    path = root.joinpath(*parts)
    try:
        return path.read_bytes() if path.resolve().is_relative_to(root.resolve()) else None
    except OSError:  # none, a folder, or pages that have just been replaced
        return None
