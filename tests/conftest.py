"""What every test may use: the shared corpus where it lies beside the checkout, and the CLI."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the founding texts; tests that need it say so where it is absent."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip(f"the shared corpus is not beside the checkout ({SHARED.name}/seeds)")
    return SHARED


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, str, str]]:
    """Run one drafter command in this process: exit status, stdout, stderr."""
    from drafter.cli.app import build
    from drafter.cli.app import run as run_command

    def call(*argv: str | Path) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = run_command(build(), [str(a) for a in argv])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests never read or write the user's own cache."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, headless; one for all tests, as one process runs one driver."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = p.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser shares the machine with everything else: what fails there is tried twice more.

    Each such try is counted in the last line of the run: one that comes again is a fault of ours
    that needs a certain pace, and to be looked for with the tries taken out.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))
