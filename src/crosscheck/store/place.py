"""Where on this machine is the cache kept?"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

OVERRIDE = "CROSSCHECK_CACHE_DIR"


def cache_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """The folder by the rules of the platform (XDG on Linux); None where the user has no home. It need not exist."""
    if environ.get(OVERRIDE):
        return Path(environ[OVERRIDE]).expanduser()
    if environ.get("XDG_CACHE_HOME"):
        return Path(environ["XDG_CACHE_HOME"]) / "crosscheck"
    if platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "crosscheck" / "Cache"
    home = _home()
    return home and home / ("Library/Caches" if platform == "darwin" else ".cache") / "crosscheck"


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
