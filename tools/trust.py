"""What does an installation bring along, under which licences, and is the wheel the same whoever builds it?

python -m tools.trust licences        each distribution that crosscheck needs, its version and licence; ends with 1 where one is not known or not free
python -m tools.trust wheel           builds the wheel twice, in two folders and at two times, and compares the hashes
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = "crosscheck-news"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_FREE = ("mit", "bsd", "apache", "psf", "python software foundation", "isc", "mpl", "mozilla", "unlicense", "cc0", "0bsd", "zlib")
_BOUND = ("agpl", "gpl", "affero", "general public license", "proprietary")
"""A licence that would bind crosscheck, or who uses it, to more than a notice. LGPL stands in the second list on purpose: it needs a look."""


def needed(name: str = PROJECT) -> dict[str, Distribution]:
    """All distributions that one needs without its extras, by name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        key = waiting.pop().lower().replace("_", "-").replace(".", "-")
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue  # for another system or another version of Python
        waiting += [one[0] for need in found[key].requires or () if "extra ==" not in need and (one := _NAME.match(need))]
    return dict(sorted(found.items()))


def licence_of(one: Distribution) -> str | None:
    """What the metadata states, the shortest first: an SPDX expression, a classifier, one line of text."""
    data = one.metadata
    if "License-Expression" in data:
        return data["License-Expression"]
    classified = [line.rpartition("::")[2].strip() for line in data.get_all("Classifier") or () if line.startswith("License ::")]
    if classified:
        return ", ".join(classified)
    text = "" if "License" not in data else data["License"].strip()
    return text.splitlines()[0][:60] if text else None


def is_free(licence: str | None) -> bool:
    """Whether it asks for no more than a notice."""
    low = (licence or "").lower()
    return any(word in low for word in _FREE) and not any(word in low for word in _BOUND)


def licences() -> int:
    """Prints the table."""
    rows = [(name, one.version, licence_of(one)) for name, one in needed().items() if name != PROJECT]
    print("| distribution | version | licence |\n|---|---|---|")
    print("\n".join(f"| {name} | {version} | {licence or 'not stated'} |" for name, version, licence in rows))
    return int(any(not is_free(licence) for _, _, licence in rows))


def wheels() -> Iterator[tuple[str, str]]:
    """Name and hash of the wheel, built twice from copies of what git tracks."""
    for epoch in ("", "1"):
        with tempfile.TemporaryDirectory() as folder:
            source, out = Path(folder) / f"copy{epoch}", Path(folder) / "out"
            _copied(source)
            if epoch:
                os.utime(source / "src" / "crosscheck" / "__init__.py", (1, 1_000_000_000))
            environment = os.environ | {"SOURCE_DATE_EPOCH": "1600000000", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
            command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(source)]
            subprocess.run(command, check=True, env=environment)
            (wheel,) = out.glob("*.whl")
            yield wheel.name, sha256(wheel.read_bytes()).hexdigest()


def _copied(target: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)


def wheel() -> int:
    (name, first), (_, second) = wheels()
    print(f"{name}\n{first}\n{second}\n{'the same' if first == second else 'NOT the same'}")
    return int(first != second)


if __name__ == "__main__":
    raise SystemExit({"licences": licences, "wheel": wheel}[sys.argv[1] if len(sys.argv) > 1 else "licences"]())
