"""How does a case file say what a claim states?

A side is a table: `text` are the words of the value, `context` the article's text (the words alone when left out), and the rest are fields of
the value, of its claim or of its article under their own names. A side without `text` states nothing for the facet; `at` are the words of the
predicate, where its place matters.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from crosscheck.extract.time_calendar import interval_of
from crosscheck.model.article import Article
from crosscheck.model.claim import (
    Argument,
    Attribution,
    Claim,
    Facet,
    Mention,
    Modality,
    Polarity,
    Predicate,
    Quantity,
    Span,
    Stance,
    Time,
)
from crosscheck.model.verdict import Statement

CASES = Path(__file__).parents[1] / "cases" / "judge"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file, in its order."""
    found: list[dict[str, Any]] = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return found


def named(case: dict[str, Any]) -> str:
    """What pytest calls a case."""
    return f"{case['rule']}: {case['left'].get('text', '-')} | {case['right'].get('text', '-')}"


def statement(facet: Facet, side: dict[str, Any], number: int) -> Statement:
    """What a side states; `number` tells the two articles of a case apart."""
    text: str = side.get("context", side.get("text", f"So article {number} has it."))
    article = Article(side.get("article", f"a{number}"), text, f"{number}" * 64, published=side.get("published"), publisher=side.get("publisher"))
    start = text.index(side["text"]) if "text" in side else 0
    span = Span(start, start + len(side.get("text", "")))
    return Statement(facet, _claim(facet, side, article, span), article, _value(facet, side, span))


def _value(facet: Facet, side: dict[str, Any], span: Span) -> Quantity | Time | Argument | None:
    if "text" not in side:
        return None
    if facet is Facet.QUANTITY:
        return _quantity(side, span)
    return _time(side, span) if facet is Facet.TIME else _argument(facet, side, span)


def _quantity(side: dict[str, Any], span: Span) -> Quantity:
    value, mod = side.get("value"), side.get("mod", "=")
    ends = {">": (value, None), ">=": (value, None), "<": (None, value), "<=": (None, value)}.get(mod, (value, value))
    low, high = side.get("low", ends[0]), side.get("high", ends[1])
    rest = {key: side[key] for key in ("unit", "of", "kind", "precision", "attribute") if key in side}
    return Quantity(side["text"], span, value, low, high, mod, **rest)


def _time(side: dict[str, Any], span: Span) -> Time:
    value, mod, type_ = side["value"], side.get("mod"), side.get("type", "DATE")
    ends = interval_of(value, mod) if type_ in ("DATE", "TIME") else None
    since, until = ends or (None, None)
    return Time(side["text"], span, type_, value, mod, since, until, side.get("of"))


def _argument(facet: Facet, side: dict[str, Any], span: Span) -> Argument:
    head = side.get("head", side["text"].split()[-1])
    return Argument(facet, side["text"], span, head, side.get("entity"), side.get("name", ""), tuple(side.get("also", ())), side.get("slot", ""))


def _claim(facet: Facet, side: dict[str, Any], article: Article, span: Span) -> Claim:
    lemma = side.get("lemma", "be")
    at = article.text.index(side["at"]) if "at" in side else 0
    return Claim(
        id=f"{article.id}-{lemma}-{span.start}",
        article=article.id,
        text=article.text,
        span=Span(0, len(article.text)),
        sentence=0,
        predicate=Predicate(side.get("predicate", lemma), lemma, Span(at, at + len(side.get("at", ""))), side.get("kind_of_predicate", "verb")),
        polarity=Polarity(side.get("polarity", "affirmed")),
        modality=Modality(side.get("modality", "actual")),
        arguments=tuple(_others(side)),
        terms=tuple(side.get("terms", ())),
        topics=tuple(side.get("topics", ())),
        times=tuple(_time({"text": words, "value": value}, Span(0, 0)) for words, value in side.get("times", {}).items()),
        attribution=_attribution(side),
    )


def _others(side: dict[str, Any]) -> list[Argument]:
    """The claim's participants, given as `agent = "…"` and so on; a capital makes a name of type PER, or of `name`."""
    found = []
    for facet in (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT):
        if facet.value in side:
            words: str = side[facet.value]
            name = side.get("name", "PER") if words[:1].isupper() else ""
            found.append(Argument(facet, words, Span(0, 0), words.split()[-1], name=name))
    return found


def _attribution(side: dict[str, Any]) -> tuple[Attribution, ...]:
    if not {"source", "cue", "stance", "hedged"} & side.keys():
        return ()
    source = Mention(side["source"], Span(0, 0)) if "source" in side else None
    start = max(0, side.get("context", "").find(side.get("cue", "")))
    cue = Mention(side["cue"], Span(start, start + len(side["cue"]))) if "cue" in side else None
    return (Attribution(source, cue, (), Stance(side.get("stance", "asserts")), hedged=side.get("hedged", False)),)
