"""The application without a browser."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from drafter.web.app import Settings, create_app
from drafter.web.guard import Rules

HOST = "127.0.0.1"


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    return create_app(Settings(tmp_path / "data", Rules(frozenset({HOST}))))


@pytest.fixture
def client(app: Starlette) -> Iterator[TestClient]:
    """A client that looks like a page of ours."""
    with TestClient(app, base_url=f"http://{HOST}:8765", follow_redirects=False) as c:
        c.headers["sec-fetch-site"] = "same-origin"
        yield c


@pytest.fixture
def brief() -> dict[str, str]:
    """A small brief as the form posts it."""
    return {
        "文种": "动员讲话",
        "会议": "全县防汛工作会议",
        "单位.名称": "安平县",
        "单位.层级": "县",
        "主题.名称": "防汛工作",
        "地点": "县政府会议室",
        "要点.0.着眼": "任务",
        "要点.0.内容.0.任务": "加固险工险段",
        "要点.0.内容.0.措施.0": "落实巡查责任",
        "要点.1.内容.0": "宁可十防九空，不可失防万一",
    }


@pytest.fixture(scope="session")
def bench(root: Path) -> Callable[[str], ModuleType]:
    """A benchmark as a module: ``bench("web")``."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(f"bench_{name}", root / f"bench/{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module

    return load
