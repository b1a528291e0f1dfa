"""What must a format be able to show, and what does it go by?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from crosscheck.values import dataclass

if TYPE_CHECKING:  # what a view takes is known when it is called; importing it here would cost every command a tenth of its start
    from crosscheck.extract.topics import Topic
    from crosscheck.model.answer import Answer
    from crosscheck.model.article import Article
    from crosscheck.model.claim import Claim, Extract
    from crosscheck.model.explanation import Explanation
    from crosscheck.model.report import Report
    from crosscheck.model.revision import Revision
    from crosscheck.model.sources import Sources
    from crosscheck.model.timeline import Timeline
    from crosscheck.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Look:
    """`width` in terminal cells; `unfolded` are the verdicts that are shown at full length whatever their number (what --verdict names).

    With `everything`, what is otherwise only counted is listed. `notes` are lines about the report as a whole that stand at its end. With `texts`,
    JSON carries the text of every article. `base` is the address of the folder that paths are relative to ("file:///home/me/news"), and None where
    places are not to be links. With `quotes`, sentences are quoted whole, with as many more on each side.
    """

    width: int = 80
    color: bool = False
    unfolded: Collection[Verdict] = ()
    everything: bool = False
    notes: tuple[str, ...] = ()
    texts: bool = False
    base: str | None = None
    quotes: int | None = None


class NamedRule(Protocol):
    """A rule of a comparator or of a check inside one article."""

    @property
    def id(self) -> str: ...
    @property
    def meaning(self) -> str: ...
    @property
    def example(self) -> tuple[str, ...] | str: ...


class Format(Protocol):
    """One function a view; the module docstring of crosscheck.report says what each takes."""

    def compare(self, report: Report, look: Look) -> str: ...
    def matrix(self, report: Report, look: Look) -> str: ...
    def explain(self, explanation: Explanation, report: Report, look: Look) -> str: ...
    def claims(self, articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str: ...
    def inspect(self, articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str: ...
    def check(self, answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str: ...
    def diff(self, found: Revision, look: Look) -> str: ...
    def sources(self, found: Sources, look: Look) -> str: ...
    def timeline(self, found: Timeline, look: Look) -> str: ...
    def topics(self, topics: Sequence[Topic], look: Look) -> str: ...
    def rules(self, rules: Sequence[NamedRule], look: Look) -> str: ...
