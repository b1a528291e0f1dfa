"""What every test may ask for."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import crosscheck
from tests import fake_pipeline

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one has after cloning the project: a folder with the seeds and the settings, and the command crosscheck."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "crosscheck.toml", folder)
    command = folder / "bin" / "crosscheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m crosscheck "$@"\n')
    command.chmod(0o755)
    return folder


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Puts the fake pipeline in place; gives the ids of the articles that it reads."""
    monkeypatch.setitem(sys.modules, "crosscheck.pipeline", fake_pipeline)
    monkeypatch.setattr(crosscheck, "pipeline", fake_pipeline, raising=False)
    fake_pipeline.READ.clear()
    return fake_pipeline.READ


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the cache of whoever runs it."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(folder))
    return folder
