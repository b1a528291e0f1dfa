"""How does a page come to be one file that brings all it needs, fetches nothing, and runs nothing that an article says?

Templates escape whatever they are given. The policy in the head allows this one style sheet and this one script, by their hashes, and nothing
else: no picture, no frame, no request, no form; nor a style or a script that stands in the body.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosscheck import __version__

_PACKAGE = "crosscheck.report.html"


def rendered(template: str, **values: Any) -> str:
    """The page of that template, ended by one line break."""
    return _environment().get_template(f"{template}.html").render(**values).rstrip("\n") + "\n"


@cache
def policy() -> str:
    """What the page may do, as a content security policy."""
    allowed = {"style-src": _asset("page.css"), "script-src": _asset("page.js")}
    sources = [f"{kind} 'sha256-{_hash(text)}'" for kind, text in allowed.items()]
    return "; ".join(["default-src 'none'", *sources, "base-uri 'none'", "form-action 'none'"])


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(_PACKAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.globals |= {"css": Markup(_asset("page.css")), "js": Markup(_asset("page.js")), "policy": policy(), "version": __version__}
    return made


@cache
def _asset(name: str) -> str:
    return (files(_PACKAGE) / name).read_text("utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
