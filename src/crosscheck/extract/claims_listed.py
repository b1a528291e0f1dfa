"""Which claims does a noun state that lists several dates: "coups in August 2020 and May 2021"?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from crosscheck.extract.event import Event
from crosscheck.model.claim import Claim, Quantity, Span, Time


def unfolded(claim: Claim, event: Event, text: str) -> Iterator[Claim]:
    """One claim a date where a plural noun lists several ("coups in August 2020 and May 2021"), and one for how many."""
    dates = [time for time in claim.times if time.type in ("DATE", "TIME") and time.since and time.of is None]
    if event.kind != "noun" or event.token.tag not in ("NNS", "NNPS") or len(dates) < 2 or not _is_list(dates, text):
        yield claim
        return
    others = tuple(time for time in claim.times if time not in dates)
    for number, date in enumerate(dates):
        yield replace(claim, id=_renamed(claim, f"date{number}"), times=(*others, date), quantities=())
    yield replace(claim, times=others, quantities=(*claim.quantities, *_counted(claim, event, dates, text)))


def _is_list(dates: Sequence[Time], text: str) -> bool:
    """Only commas and "and" stand between the dates."""
    gaps = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(dates)]
    return all(set(gap.replace(",", " ").split()) <= {"and", "in", "on"} for gap in gaps)


def _counted(claim: Claim, event: Event, dates: Sequence[Time], text: str) -> tuple[Quantity, ...]:
    if any(quantity.kind == "count" for quantity in claim.quantities):
        return ()
    span = Span(dates[0].span.start, dates[-1].span.end)
    number = float(len(dates))
    return (Quantity(text[span.start : span.end], span, number, number, number, "=", None, event.lemma, "count", 1.0),)


def _renamed(claim: Claim, part: str) -> str:
    return sha256(f"{claim.id}\0{part}".encode()).hexdigest()[:12]
