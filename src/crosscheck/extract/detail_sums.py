"""Of what is a sum of money in a sentence: of the damage, a ransom, a necklace that was stolen?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.model.claim import Quantity
from crosscheck.model.detail import Detail, Kind

# Words after a sum and before it among which stands what it is of: "$2 million worth of gems", "the damage is put by police at $3 million"
AFTER, BEFORE = 5, 6
HEAVIEST = 1e8  # pounds that a weight in news may be: "a 7.2 billion pound package" is a sum
STERLING = "pound sterling"
APART = 2  # words before a sum among which stands that it is a part or a further one


def sums_in(sentence: Sentence, quantities: Sequence[Quantity], published: str | None) -> Iterator[Detail]:
    """Each sum of which the sentence says what it is of; `scope` is the year of the article, `exact` false of a conversion in brackets."""
    sums = [quantity for quantity in quantities if _is_sum(quantity)]
    for number, quantity in enumerate(sums):
        inside = sentence.places(quantity.span)
        if not inside:
            continue
        before = sums[number - 1] if number else None
        converted = before is not None and _is_converted(sentence, before, quantity)
        if converted and before is not None and before.unit == quantity.unit:
            continue  # "$US3 million ($4.1 million)": of some other country's dollars
        thing = _thing(sentence, inside[0], inside[-1])
        if thing:
            words = sentence.names((*thing[1].split(), *sentence.forms[inside[0] : inside[-1] + 1]))
            found = sentence.detail(Kind.SUM, thing, _value(quantity), inside[0], inside[-1] + 1, words, (published or "")[:4])
            yield replace(found, exact=not converted, number=quantity.value, text=quantity.text, span=quantity.span)


def _is_sum(quantity: Quantity) -> bool:
    if quantity.unit == "pound" and (quantity.low or 0.0) < HEAVIEST:
        return False
    return (
        (quantity.kind == "money" or quantity.unit == "pound")
        and quantity.unit is not None
        and quantity.mod in ("=", "~")
        and bool(quantity.low and quantity.high)
    )


def _is_converted(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """ "12 billion euros ($14 billion)"."""
    between = sentence.text[before.span.end - sentence.span.start : quantity.span.start - sentence.span.start]
    return between.strip() in ("(", "[") or (between.strip() in ("/", "or", ", or") and before.unit != quantity.unit)


def _value(quantity: Quantity) -> str:
    """The least and the most that the words can mean, and the currency."""
    step = (quantity.precision or 0.0) / 2
    value = quantity.value or 0.0
    step = min(step, value * 0.05)  # "120 billion euros" is no 115 billion
    low, high = (quantity.low or 0.0) - step, (quantity.high or 0.0) + step
    return f"{low:.6g} {high:.6g} {STERLING if quantity.unit == 'pound' else quantity.unit}"


def ends(detail: Detail) -> tuple[tuple[float, float], str]:
    """What `value` says."""
    low, high, unit = detail.value.split(" ", 2)
    return (float(low), float(high)), unit


def _thing(sentence: Sentence, first: int, last: int) -> tuple[str, str] | None:
    """The nearest thing after the sum, or else before it."""
    if not words_of("detail_sums", "apart").isdisjoint(sentence.forms[max(0, first - APART) : first]):
        return None
    after = _first(sentence, range(last + 1, min(len(sentence.forms), last + 1 + AFTER)))
    return after or _first(sentence, range(first - 1, max(-1, first - 1 - BEFORE), -1))


def _first(sentence: Sentence, places: range) -> tuple[str, str] | None:
    for at in places:
        form = sentence.forms[at]
        found = _things().get(f"{form}_{sentence.forms[at + 1]}" if at + 1 < len(sentence.forms) else "") or _things().get(form)
        if found:
            return found, form
        if (
            (form in words_of("detail_sums", "borders") and not _joins_names(sentence, at))
            or any(mark in sentence.gaps[at] for mark in ";:–—")
            or form.isdigit()
        ):
            return None
    return None


def _joins_names(sentence: Sentence, at: int) -> bool:
    """ "A $3 billion Norvia and Tarvia rescue package" is one package."""
    return (
        sentence.forms[at] == "and"
        and 0 < at < len(sentence.words) - 1
        and sentence.words[at - 1][0].isupper()
        and sentence.words[at + 1][0].isupper()
    )


@cache
def _things() -> Mapping[str, str]:
    return {**kinds_of("detail_sums", "things"), **kinds_of("detail_sums", "verbs")}
