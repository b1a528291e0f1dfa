"""Which record does a sentence give a boxer ("Darvin Osk (31-2, 20 KOs)"), and how often had the champion defended the title ("a sixth defence")?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.model.detail import Detail, Kind

DIGITS = 3  # of fights
MOST = 1000  # fights that nobody had
DASHES = ("-", "–", "—")


def records_in(sentence: Sentence) -> Iterator[Detail]:
    """Wins, defeats and draws of each name right before them, and of these wins the knockouts; `value` is twice the same number."""
    yield from _defences(sentence)
    table = table_of("detail_measures")["records"]
    forms = tuple(map(_bare, sentence.forms))
    if set(table["near"]).isdisjoint(forms):
        return
    for at in range(len(forms) - 2):
        scores = _scores(sentence, at + 1) if sentence.words[at][0].isupper() and sentence.gaps[at + 1] in (" (", ", ") else ()
        if len(scores) > 1:
            end = at + 1 + len(scores)
            yield _detail(sentence, "record", at, (at + 1, end), _one_number(scores))
            if end + 1 < len(forms) and forms[end + 1] in table["wins"] and sentence.counted(end, DIGITS):
                yield _detail(sentence, "knockouts", at, (end, end + 2), sentence.counted(end, DIGITS))


def _defences(sentence: Sentence) -> Iterator[Detail]:
    """ "The sixth defence of his title", "retained the belt for the fifth time"."""
    table = table_of("detail_measures")["defences"]
    forms = sentence.forms
    if set(table["titles"]).isdisjoint(forms) or not set(table["barred"]).isdisjoint(forms):
        return
    retained = next((at for at, form in enumerate(forms) if form in table["verbs"]), len(forms))
    ordinals = table_of("detail_counted")["ordinals"]
    for at, form in enumerate(forms[:-1]):
        after = 1 + (forms[at + 1] in (*table["titles"], "successful"))
        of = forms[at + after : at + after + 1]
        if form in ordinals and ((of and of[0] in table["nouns"]) or (at > retained and forms[at - 2 : at + 2] == ("for", "the", form, "time"))):
            number = ordinals.index(form) + 2
            thing = "defence", table["question"]
            yield sentence.detail(Kind.MEASURE, thing, f"{number} {number}", at, at + after + 1, sentence.names(), table["name"])


def _bare(form: str) -> str:
    """ "KO's"."""
    return form.removesuffix("'s").removesuffix("’s")


def _scores(sentence: Sentence, at: int) -> tuple[int, ...]:
    found: list[int] = []
    while at + len(found) < len(sentence.forms) and len(found) < 3:
        form = sentence.forms[at + len(found)]
        if not form.isdecimal() or len(form) > DIGITS or (found and sentence.gaps[at + len(found)] not in DASHES):
            break
        found.append(int(form))
    return tuple(found)


def _one_number(scores: tuple[int, ...]) -> int:
    wins, defeats, draws = (*scores, 0)[:3]
    return (wins * MOST + defeats) * MOST + draws


def _detail(sentence: Sentence, what: str, name: int, inside: tuple[int, int], number: int) -> Detail:
    table = table_of("detail_measures")["records"]
    told = sentence.said(name, name + 1)
    thing = f"{what} {sentence.forms[name]}", f"{table['question']} {told}"
    return sentence.detail(Kind.MEASURE, thing, f"{number} {number}", *inside, sentence.names(), f"the {what} of {told}")
