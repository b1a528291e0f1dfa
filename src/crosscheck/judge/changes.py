"""What has changed between two versions of one article, apart from its wording?

Sentences that tell the same are found first (judge/versions.py); then their values are set side by side by the comparators of this folder.
A value that a comparator finds the same ("12" and "twelve") has not changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.judge.changes_claims import claim_changes
from crosscheck.judge.changes_part import Part, come, gone
from crosscheck.judge.changes_sources import source_changes
from crosscheck.judge.changes_values import value_changes
from crosscheck.judge.changes_words import word_changes
from crosscheck.judge.versions import Group, groups_of, sentences_of
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Span
from crosscheck.model.revision import Aspect, Change, Revision


def revision(old: Article, old_extract: Extract, new: Article, new_extract: Extract) -> Revision:
    """What changed, appeared and vanished from the old version to the new, in the order of the new one."""
    groups = groups_of(sentences_of(old, old_extract), sentences_of(new, new_extract))
    parts = [(group, _part(old, old_extract, group, 0), _part(new, new_extract, group, 1)) for group in groups]
    found = [(group, tuple(dict.fromkeys(_changes(group, one, other)))) for group, one, other in parts]
    same = sum(len(group.new) for group, _ in found if group.same)
    reworded = sum(len(group.new) for group, changes in found if group.old and group.new and not group.same and not changes)
    return Revision(old, new, tuple(change for _, changes in found for change in changes), reworded, same)


def _part(article: Article, extract: Extract, group: Group, side: int) -> Part:
    return Part(article, extract, tuple(sentence.span for sentence in (group.old, group.new)[side]))


def _changes(group: Group, old: Part, new: Part) -> Iterator[Change]:
    if group.same:
        return
    if not group.old or not group.new:
        yield from _alone(old, new)
        return
    told = (*value_changes(old, new), *claim_changes(old, new))
    yield from told
    sources = tuple(change for change in source_changes(old, new, told) if not any(_touch(change, other) for other in told))
    yield from sources
    yield from (change for change in word_changes(old, new) if not any(_meets(change, other) for other in (*told, *sources)))


def _meets(one: Change, other: Change) -> bool:
    """Whether both speak of the same words on either side."""
    pairs = ((one.old, other.old), (one.new, other.new))
    return any(a is not None and b is not None and a.span.touches(b.span) for a, b in pairs)


def _touch(one: Change, other: Change) -> bool:
    """Whether both speak of the same words on both sides: "approved" and "rejected" are told once, as polarity."""
    pairs = ((one.old, other.old), (one.new, other.new))
    return all(a is not None and b is not None and a.span.touches(b.span) for a, b in pairs)


def _alone(old: Part, new: Part) -> Iterator[Change]:
    """A sentence that one version alone has tells a fact where it holds a claim or a number; "Read more" does not."""
    if old.claims or old.quantities:
        yield gone(Aspect.STATEMENT, old.side(_whole(old)))
    if new.claims or new.quantities:
        yield come(Aspect.STATEMENT, new.side(_whole(new)))


def _whole(part: Part) -> Span:
    return Span(part.spans[0].start, part.spans[-1].end)
