"""By how few letters can each id of a report be named on the command line?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

SHORTEST = 5  # an "a" or "c" and four digits: shorter ones would change with every article that is added


def handle_length(ids: Collection[str]) -> int:
    """The same for all of them: the fewest letters, not less than SHORTEST, by which no two are the same."""
    length, longest = SHORTEST, max(map(len, ids), default=SHORTEST)
    while length < longest and len({one[:length] for one in ids}) < len(set(ids)):
        length += 1
    return length


def named_by(prefix: str, ids: Iterable[str]) -> tuple[str, ...]:
    """The id of that name, or else all that begin with it."""
    known = tuple(ids)
    return (prefix,) if prefix in known else tuple(one for one in known if prefix and one.startswith(prefix))
