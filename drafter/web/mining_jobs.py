"""Mining from the browser: texts are uploaded, mined in a thread, reviewed, and kept as a pack.

A job lives in a folder of its own under the data folder, named by a random token that the page
carries; no path of a request ever reaches the disk. Its progress is a small file, so that any
worker process can tell it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath

from drafter.bank import load_pack, save_decisions, save_pack
from drafter.errors import DrafterError, RefusedError
from drafter.files import write_text

__all__ = ["Jobs", "Progress"]

_TOKEN = re.compile(r"[0-9a-f]{16}")
_NAME = re.compile(r"[\w\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,30}")
_PROGRESS = "progress.json"
#: Seconds between two signs of life of a job, and after how many without one it is dead.
_BEAT, _SILENT = 5.0, 60.0
_ENDINGS = frozenset([".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".doc", ".wps", ".zip"])


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``state`` is running, done or failed; ``message`` says more.

    ``unread`` are the files that could not be read, each with why.
    """

    state: str
    done: int = 0
    total: int = 0
    message: str = ""
    unread: Sequence[str] = ()


def _renamed(line: str, texts: Path, names: Mapping[str, str]) -> str:
    """What is said of a file, under the name it was uploaded with."""
    said = line.removeprefix(f"{texts}{os.sep}")
    kept = next((name for name in names if said.startswith(name)), "")
    return names.get(kept, "") + said.removeprefix(kept)


class Jobs:
    """The mining jobs under one folder, and the packs they become."""

    def __init__(self, folder: Path, house: Path, sources: Sequence[Path] = ()) -> None:
        """``folder`` holds the jobs, ``house`` the packs that were kept.

        ``sources`` are folders of texts on the server, named when it was started.
        """
        self.folder, self.house, self.sources = folder, house, tuple(sources)

    def start(self, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep the uploaded texts and begin to mine them; the job's token."""
        token = secrets.token_hex(8)
        texts = self.folder / token / "texts"
        texts.mkdir(parents=True)
        names: dict[str, str] = {}
        unread = []
        for name, data in files:
            ending = PurePath(name).suffix.lower()
            if ending in _ENDINGS and data:
                # On the disk the name given is only looked at for its ending.
                kept = f"{len(names):05d}{ending}"
                (texts / kept).write_bytes(data)
                names[kept] = name
            elif name:
                unread.append(f"{name}：{'里面没有内容' if not data else '不认得这种文件'}")
        if not names:
            shutil.rmtree(texts.parent)
            raise RefusedError(f"没有可以读的文件；认得 {'、'.join(sorted(_ENDINGS))}")
        self._run(token, texts, names, unread)
        return token

    def start_folder(self, number: str) -> str:
        """Begin to mine the server's folder of this number; the job's token."""
        chosen = next((f for i, f in enumerate(self.sources) if str(i) == number), None)
        if chosen is None:
            raise RefusedError("没有这个文件夹")
        token = secrets.token_hex(8)
        (self.folder / token).mkdir(parents=True)
        self._run(token, chosen, {}, [])
        return token

    def _run(self, token: str, texts: Path, names: Mapping[str, str], unread: list[str]) -> None:
        """Begin; ``names`` are what the files were called by what they are called here."""
        self._tell(token, Progress("running", 0, len(names)))
        ended = threading.Event()
        threading.Thread(target=self._beat, args=(token, ended), daemon=True).start()
        told = (token, texts, names, unread, ended)
        threading.Thread(target=self._mine, args=told, daemon=True).start()

    def _beat(self, token: str, ended: threading.Event) -> None:
        """Keep the progress file fresh, so that a job whose server died is told from a slow one."""
        while not ended.wait(_BEAT):
            with contextlib.suppress(OSError):
                os.utime(self._at(token) / _PROGRESS)

    def _mine(
        self,
        token: str,
        texts: Path,
        names: Mapping[str, str],
        unread: list[str],
        ended: threading.Event,
    ) -> None:
        from drafter.mining import mine

        def tell(done: int, total: int) -> None:
            self._tell(token, Progress("running", done, total))

        try:
            said = mine([texts], self._at(token) / "pack", progress=tell)
            unread += [_renamed(line, texts, names) for line in said.failures]
            message = (
                f"读到讲话 {said.speeches} 篇，挖出句式 {len(said.patterns)} 条，"
                f"拦下 {len(said.held)} 条，{len(unread)} 个文件没有读成"
            )
            self._tell(token, Progress("done", message=message, unread=unread))
        except DrafterError as e:
            self._tell(token, Progress("failed", message=e.message))
        except Exception as e:
            self._tell(token, Progress("failed", message=f"挖掘时出错（{type(e).__name__}）"))
        finally:
            ended.set()
            shutil.rmtree(self._at(token) / "texts", ignore_errors=True)

    def _at(self, token: str) -> Path:
        if not _TOKEN.fullmatch(token):
            raise RefusedError("没有这项挖掘")
        return self.folder / token

    def _tell(self, token: str, progress: Progress) -> None:
        said = json.dumps(asdict(progress), ensure_ascii=False)
        write_text(self._at(token) / _PROGRESS, said)

    def progress(self, token: str) -> Progress:
        """How far a job is. Raises :class:`RefusedError` where there is none."""
        file = self._at(token) / _PROGRESS
        try:
            said = Progress(**json.loads(file.read_text("utf-8")))
            silent = time.time() - file.stat().st_mtime
        except (OSError, ValueError, TypeError):
            raise RefusedError("没有这项挖掘，可能已经保存或放弃了") from None
        if said.state == "running" and silent > _SILENT:
            return Progress("failed", message="挖掘中断了（程序重启过），请重新选文件")
        return said

    def patterns(self, token: str) -> list[dict[str, str | int]]:
        """What a finished job found: id, move, frame and how many speeches have it."""
        if self.progress(token).state != "done":
            raise RefusedError("还没有挖完")
        return [
            {
                "id": p.id,
                "move": f"{p.part}.{p.move}",
                "frame": p.frame,
                "speeches": p.speeches,
            }
            for p in load_pack(self._at(token) / "pack").patterns
        ]

    def keep(self, token: str, name: str, accepted: Iterable[str]) -> int:
        """Save a finished job as a house pack; those not accepted are rejected. How many were.

        The name is only written into the pack; its folder is named by the job's token.
        """
        if not _NAME.fullmatch(name):
            raise RefusedError("句式包的名字用汉字、字母、数字，不超过 31 个字")
        if self.progress(token).state != "done":
            raise RefusedError("还没有挖完")
        if any(load_pack(f.parent).id == name for f in self.house.glob("*/pack.yaml")):
            raise RefusedError(f"已经有叫“{name}”的句式包，请换个名字")
        pack = load_pack(self._at(token) / "pack")
        chosen = set(accepted)
        self.house.mkdir(parents=True, exist_ok=True)
        folder = self.house / f"own-{token}"
        save_decisions(
            folder,
            {p.id: {"status": "accepted" if p.id in chosen else "rejected"} for p in pack.patterns},
        )
        save_pack(folder, {**pack.meta, "id": name, "name": name}, pack.patterns)
        self.drop(token)
        return sum(p.id in chosen for p in pack.patterns)

    def drop(self, token: str) -> None:
        """Forget a job."""
        shutil.rmtree(self._at(token), ignore_errors=True)
