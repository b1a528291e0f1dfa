"""What can go wrong, and what does it say to the person in front of it?

CrosscheckError                  exit code 2 unless said otherwise
├── NothingGiven                 no PATH, and no crosscheck.toml that names articles
├── NothingReadable              paths were given and none held an article
├── BadSettings                  a settings file that cannot be read, or a value in it
├── UnknownName                  a topic, rule, facet or the like that does not exist
├── UnknownId                    an alignment or claim to explain that the report does not have, or several that begin so
├── BadClaim                     a claim to check that is empty or no text
├── BadReview                    a decision about a finding that is none, or about what is no finding
├── NotTwoVersions               what `diff` was given is not one article each
├── CannotRead                   the file that --batch names, or a saved report
├── BadReport                    a saved report that is none
├── CannotWrite                  the file that --output names
└── NoSpark                      --engine spark where pyspark or Java is missing

Each keeps its raw fields in `args`, so that it crosses processes unharmed, and says what failed, where, and what to do next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class CrosscheckError(Exception):
    """Something that the user can mend; `str()` of it is one line."""

    exit_code = 2


class NothingGiven(CrosscheckError):
    """args: none."""

    def __str__(self) -> str:
        return 'no articles: give a file, a folder or - for stdin, or name them as articles = ["FOLDER"] in crosscheck.toml'


class NothingReadable(CrosscheckError):
    """args: how many inputs were skipped."""

    def __str__(self) -> str:
        (count,) = self.args
        return "nothing to read in what was given" if count == 0 else f"nothing could be read: {count} input{'s' * (count > 1)} skipped"


class BadSettings(CrosscheckError):
    """args: the settings file, what is wrong."""

    def __str__(self) -> str:
        path, problem = self.args
        return f"{path}: {problem}"


class UnknownName(CrosscheckError):
    """args: the kind of thing, the name given, the names there are, the command that lists them (or None)."""

    def __str__(self) -> str:
        kind, name, known, listing = self.args
        close = alike(name.lower(), known, 3)
        hint = f"did you mean {' or '.join(close)}?" if close else f"there are: {', '.join(known[:12])}" + (" …" if len(known) > 12 else "")
        return f"no {kind} is called {name!r}; {hint}" + (f" ({listing} lists all)" if listing else "")


class UnknownId(CrosscheckError):
    """args: the id given, the ids that begin with it, the ids there are."""

    def __str__(self) -> str:
        given, found, known = self.args
        if found:
            return f"{given!r} is not enough: {_some(found)} begin so"
        close = alike(given.lower(), known, 3)
        hint = f"did you mean {' or '.join(close)}?" if close else f"there are: {_some(known)}" if known else "nothing is told more than once"
        return f"no alignment or claim has the id {given!r}; {hint} (the report has the id beside each question)"


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")


class BadClaim(CrosscheckError):
    """args: what is wrong."""

    def __str__(self) -> str:
        (problem,) = self.args
        return str(problem)


class BadReview(BadClaim):
    """args: what is wrong."""


class NotTwoVersions(CrosscheckError):
    """args: the two paths, how many articles they hold together."""

    def __str__(self) -> str:
        old, new, count = self.args
        return f"{old} and {new} hold {count} article{'s' * (count != 1)} that can be read; give two files with one article each"


class BadReport(CrosscheckError):
    """args: the file, what is wrong."""

    def __str__(self) -> str:
        path, problem = self.args
        return f"{path} {problem}"


class CannotRead(CrosscheckError):
    """args: the file, the system's reason."""

    def __str__(self) -> str:
        path, reason = self.args
        return f"{path}: cannot be read: {reason}"


class CannotWrite(CrosscheckError):
    """args: the file, the system's reason."""

    def __str__(self) -> str:
        path, reason = self.args
        return f"{path}: cannot be written: {reason}"


class NoSpark(CrosscheckError):
    """args: what is missing, and what to do."""

    def __str__(self) -> str:
        (problem,) = self.args
        return f"no Apache Spark: {problem}"


def alike(given: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Which names may have been meant, the likeliest first."""
    from difflib import get_close_matches  # only a mistake needs it

    return get_close_matches(given, known, n=most)
