"""The hidden grammars, loaded once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def grammar() -> ModuleType:
    """tests/mining/grammar.py; tests are imported by path, so it is no package to import from."""
    return _loaded("grammar")


@pytest.fixture(scope="session")
def second_grammar() -> ModuleType:
    """tests/mining/second_grammar.py."""
    return _loaded("second_grammar")


@pytest.fixture(scope="session")
def third_grammar() -> ModuleType:
    """tests/mining/third_grammar.py."""
    return _loaded("third_grammar")


@pytest.fixture(scope="session")
def fourth_grammar() -> ModuleType:
    """tests/mining/fourth_grammar.py."""
    return _loaded("fourth_grammar")


@pytest.fixture(scope="session")
def fifth_grammar() -> ModuleType:
    """tests/mining/fifth_grammar.py."""
    return _loaded("fifth_grammar")


def _loaded(name: str) -> ModuleType:
    path = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"hidden_{name}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"hidden_{name}"] = module
    spec.loader.exec_module(module)
    return module
