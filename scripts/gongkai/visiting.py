"""Asking other sites whether what the column links to is still there: politely, and not again within some days.

One request at a time for each host, with a pause between; HEAD first, GET only where HEAD is refused; nothing is read of
an answer but its head. Bare IP addresses are not asked: they may be anybody's inner network, and a rule refuses them anyway.
Only the standard library is used.
"""

from __future__ import annotations

import json
import queue
import socket
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from gongkai import __version__
from gongkai.model.problems import CannotBuild
from gongkai.model.visits import Visit

_AGENT = f"gongkai/{__version__} (link check)"
_HOSTS_AT_ONCE = 8
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Manners:
    """Seconds between two requests to a host, seconds to wait for an answer, days for which an answer is kept."""

    pause: float = 1.0
    patience: float = 15.0
    days: float = 7.0


def visit(urls: Iterable[str], kept: Path, manners: Manners | None = None) -> dict[str, Visit]:
    """What came of each address; answers not older than `manners.days` come from the file `kept`, which is written anew.

    CannotBuild where not a single host of several could be reached: then the fault is here.
    """
    manners = manners or Manners()
    now = time.time()
    visits = {url: v for url, v in _read(kept).items() if now - v.asked < manners.days * _DAY}
    wanted = [url for url in dict.fromkeys(urls) if url not in visits]
    asked = _ask(wanted, manners)
    if len({urlsplit(url).hostname for url in asked}) > 1 and not any(v.status for v in asked.values()):
        raise CannotBuild("一个外站也连不上。看看这台机器能不能上网；不查外站时去掉 --online。")
    answers = {**visits, **asked}
    _write(kept, answers)
    return {url: answers[url] for url in dict.fromkeys(urls)}


def _ask(urls: list[str], manners: Manners) -> dict[str, Visit]:
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc.lower()].append(url)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for of_host in hosts.values():
        waiting.put(of_host)
    visits: dict[str, Visit] = {}

    def work() -> None:
        while True:
            try:
                of_host = waiting.get_nowait()
            except queue.Empty:
                return
            for number, url in enumerate(of_host):
                if number:
                    time.sleep(manners.pause)
                visits[url] = _one(url, manners)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(_HOSTS_AT_ONCE, len(hosts)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return visits


def _one(url: str, manners: Manners) -> Visit:
    found = _request("HEAD", url, manners)
    if found.status >= 400:  # many servers know no HEAD, and say so in many ways
        time.sleep(manners.pause)
        found = _request("GET", url, manners)
    return found


def _request(method: str, url: str, manners: Manners) -> Visit:
    now = time.time()
    address = "https:" + url if url.startswith("//") else url
    try:
        request = urllib.request.Request(quote(address, safe=":/?#[]@!$&'()*+,;=%~"), method=method, headers={"User-Agent": _AGENT})  # noqa: S310
        with urllib.request.urlopen(request, timeout=manners.patience) as answer:  # noqa: S310 - http and https alone get here
            return Visit(answer.status, asked=now)
    except urllib.error.HTTPError as error:
        error.close()
        return Visit(error.code, asked=now)
    except urllib.error.URLError as error:
        return Visit(0, _reason(error.reason), now)
    except (OSError, ValueError) as error:
        return Visit(0, _reason(error), now)


def _reason(error: object) -> str:
    if isinstance(error, (TimeoutError, socket.timeout)):
        return "等了很久没有回答"
    if isinstance(error, socket.gaierror):
        return "没有这个网站"
    if isinstance(error, ConnectionRefusedError):
        return "网站拒绝连接"
    if "CERTIFICATE" in str(error).upper():
        return "网站的证书有问题"
    return "连不上"


def _read(kept: Path) -> dict[str, Visit]:
    try:
        data = json.loads(kept.read_text(encoding="utf-8"))
        return {url: Visit(int(v["status"]), str(v["error"]), float(v["asked"])) for url, v in data.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _write(kept: Path, visits: Mapping[str, Visit]) -> None:
    """Only what a server answered is worth keeping: what was not reached may be there again in an hour."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    answered = {url: asdict(v) for url, v in sorted(visits.items()) if v.status}
    kept.write_text(json.dumps(answered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
