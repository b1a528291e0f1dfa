"""crosscheck reads articles, aligns their claims, and tells agreement from contradiction.

`crosscheck.compare`, `claims`, `check` and `load` are those of crosscheck/api.py, which is imported when one of them is first asked for.
"""

TYPE_CHECKING = False  # a type checker takes it for true; typing itself would cost a third of the start
if TYPE_CHECKING:
    from crosscheck.api import Answer, Claims, CrosscheckError, Report, check, claims, compare, load

__version__ = "0.1.0"
__all__ = ["Answer", "Claims", "CrosscheckError", "Report", "check", "claims", "compare", "load"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("crosscheck.api"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
