"""Mining from the browser: texts are uploaded, mined in a thread, reviewed, and kept as a pack.

A job lives in a folder of its own under the data folder, named by a random token that the page
carries; no path of a request ever reaches the disk. Its progress is a small file, so that any
worker process can tell it.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from drafter.bank import load_pack, save_decisions, save_pack
from drafter.errors import DrafterError, RefusedError
from drafter.files import write_text

__all__ = ["Jobs", "Progress"]

_TOKEN = re.compile(r"[0-9a-f]{16}")
_NAME = re.compile(r"[\w\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,30}")
_ENDINGS = frozenset([".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".doc", ".wps", ".zip"])


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``state`` is running, done or failed; ``message`` says more."""

    state: str
    done: int = 0
    total: int = 0
    message: str = ""


class Jobs:
    """The mining jobs under one folder, and the packs they become."""

    def __init__(self, folder: Path, house: Path) -> None:
        """``folder`` holds the jobs, ``house`` the packs that were kept."""
        self.folder, self.house = folder, house

    def start(self, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep the uploaded texts and begin to mine them; the job's token."""
        token = secrets.token_hex(8)
        texts = self.folder / token / "texts"
        texts.mkdir(parents=True)
        count = 0
        for name, data in files:
            ending = PurePath(name).suffix.lower()
            if ending in _ENDINGS and data:
                # The name given is only looked at for its ending.
                (texts / f"{count:05d}{ending}").write_bytes(data)
                count += 1
        if not count:
            shutil.rmtree(texts.parent)
            raise RefusedError(f"没有可以读的文件；认得 {'、'.join(sorted(_ENDINGS))}")
        self._tell(token, Progress("running", 0, count))
        threading.Thread(target=self._mine, args=(token,), daemon=True).start()
        return token

    def _mine(self, token: str) -> None:
        from drafter.mining import mine

        def tell(done: int, total: int) -> None:
            self._tell(token, Progress("running", done, total))

        try:
            said = mine([self._at(token) / "texts"], self._at(token) / "pack", progress=tell)
            self._tell(
                token,
                Progress(
                    "done",
                    message=f"读到讲话 {said.speeches} 篇，挖出句式 {len(said.patterns)} 条，"
                    f"拦下 {len(said.held)} 条，{len(said.failures)} 个文件没有读成",
                ),
            )
        except DrafterError as e:
            self._tell(token, Progress("failed", message=e.message))
        except Exception as e:
            self._tell(token, Progress("failed", message=f"挖掘时出错（{type(e).__name__}）"))
        finally:
            shutil.rmtree(self._at(token) / "texts", ignore_errors=True)

    def _at(self, token: str) -> Path:
        if not _TOKEN.fullmatch(token):
            raise RefusedError("没有这项挖掘")
        return self.folder / token

    def _tell(self, token: str, progress: Progress) -> None:
        said = {
            "state": progress.state,
            "done": progress.done,
            "total": progress.total,
            "message": progress.message,
        }
        write_text(self._at(token) / "progress.json", json.dumps(said, ensure_ascii=False))

    def progress(self, token: str) -> Progress:
        """How far a job is. Raises :class:`RefusedError` where there is none."""
        try:
            return Progress(**json.loads((self._at(token) / "progress.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            raise RefusedError("没有这项挖掘，可能已经保存或放弃了") from None

    def patterns(self, token: str) -> list[dict[str, str | int]]:
        """What a finished job found: id, move, frame and how many speeches have it."""
        if self.progress(token).state != "done":
            raise RefusedError("还没有挖完")
        return [
            {
                "id": p.id,
                "move": f"{p.part}.{p.move}",
                "frame": p.frame,
                "speeches": p.support.speeches if p.support else 0,
            }
            for p in load_pack(self._at(token) / "pack").patterns
        ]

    def keep(self, token: str, name: str, accepted: Iterable[str]) -> int:
        """Save a finished job as a house pack; those not accepted are rejected. How many were."""
        if not _NAME.fullmatch(name):
            raise RefusedError("句式包的名字用汉字、字母、数字，不超过 31 个字")
        folder = self.house / name
        if folder.exists():
            raise RefusedError(f"已经有叫“{name}”的句式包，请换个名字")
        pack = load_pack(self._at(token) / "pack")
        chosen = set(accepted)
        self.house.mkdir(parents=True, exist_ok=True)
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
