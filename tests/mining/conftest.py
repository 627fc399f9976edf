"""The hidden grammar, loaded once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def grammar() -> ModuleType:
    """tests/mining/grammar.py; tests are imported by path, so it is no package to import from."""
    path = Path(__file__).parent / "grammar.py"
    spec = importlib.util.spec_from_file_location("hidden_grammar", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["hidden_grammar"] = module
    spec.loader.exec_module(module)
    return module
