"""Which words of a sentence say what a number is the value of?

"The depth was 10 km", "a toll of 22", "the toll stood at 22", "put the toll at 22", "Magnitude: 6.1": the noun that the number is the value
of names its attribute; "12 people missing", "10 km deep", "15 km from": so do the words right after it. Verbs of level and of setting stand
in data/lexicon/attribute_words.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Quantity
from crosscheck.values import dataclass

WORDS = "attribute_words"
FIRST = 10  # words before a span of time among which "first" stands
REACH = 3  # words after a number among which those that name its attribute stand: "12 people still missing"


@dataclass(frozen=True, slots=True)
class Label:
    """What the words around a number say of it, in lower-case lemmas, the strongest first.

    `nouns` are what it is the value of, `members` who or what is so many ("the number of people killed"), `after` the words right after it,
    `before` the word right before it. `gap` is what there was none of for so long: "title" of "their first title in four years".
    """

    nouns: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: str = ""
    gap: str = ""


def label_of(sentence: Sentence, quantity: Quantity) -> Label:
    """The words that say what the quantity is the value of."""
    inside = [token for token in sentence if token.start < quantity.span.end and quantity.span.start < token.end]
    if not inside:
        return Label()
    named = tuple(dict.fromkeys(_named_by(sentence, inside)))
    members = tuple(lemma for noun in named if noun.lemma.lower() in words_of(WORDS, "numbers") for lemma in _members(sentence, noun))
    nouns = tuple(words for noun in (*named, *_paid_as(sentence, inside[-1], quantity)) for words in _with_compound(sentence, noun))
    before = sentence.tokens[inside[0].index - 1].lower if inside[0].index else ""
    return Label(nouns, members, tuple(_after(sentence, inside[-1], quantity)), before, _gap(sentence, inside[0].index, quantity))


def _gap(sentence: Sentence, at: int, quantity: Quantity) -> str:
    """ "The first title in four years", "the worst flood in more than 40 years"; "" of any other number."""
    if quantity.kind != "measure" or quantity.unit not in words_of(WORDS, "spans"):
        return ""
    near = [token for token in sentence.tokens[max(0, at - FIRST) : at] if token.lower not in words_of(WORDS, "bounds")]
    first = next((place for place, token in enumerate(near) if token.lower in words_of(WORDS, "firsts") or _is_superlative(token.lower)), None)
    if first is None or near[-1].lower not in ("in", "for"):
        return ""
    told = near[first + 1 :]
    nouns = (one for one, behind in pairwise(told) if one.pos in ("NOUN", "PROPN") and behind.pos not in ("NOUN", "PROPN"))
    return next((noun.lemma.lower() for noun in nouns), told[-2].lower if len(told) > 1 else "one")


def _is_superlative(word: str) -> bool:
    return word.endswith("est") and word not in words_of("quantity_numbers", "no_superlatives")


def top_of(sentence: Sentence, inside: list[Token]) -> Token:
    """The word that the number's phrase hangs by: what it counts, its unit, or the number itself."""
    indices = {token.index for token in inside}
    anchor = next((token for token in inside if token.head not in indices or token.head == token.index), inside[0])
    head = sentence.head(anchor)
    counted = anchor.dep == "nummod" and head.pos in ("NOUN", "PROPN", "SYM") and head.index > anchor.index
    return head if counted else anchor


def _named_by(sentence: Sentence, inside: list[Token]) -> Iterator[Token]:
    before = sentence.tokens[inside[0].index - 2] if inside[0].index > 1 and sentence.tokens[inside[0].index - 1].text == ":" else None
    if before is not None:
        yield before
    top = top_of(sentence, inside)
    if sentence.head(top).pos == "ADJ" and top.index < top.head:  # "the 23-strong crew"
        top = sentence.head(top)
    head = sentence.head(top)
    case = sentence.child(top, "case")
    if top.head == top.index or sentence.child(top, "cop"):
        yield from _subject(sentence, top)
        return
    if top.pos == "VERB" and top.dep.startswith("acl") and head.index < top.index:  # "damage estimated at $40 million"
        yield head
    if head.pos in ("NOUN", "PROPN") and _is_value_of(top, head, case):
        yield head
        top, head, case = head, sentence.head(head), sentence.child(head, "case")  # "has a toll of 22": the noun's own place says nothing
    if head.pos == "VERB":
        yield from _of_verb(sentence, head, top, case.lower if case is not None else "")


def _is_value_of(top: Token, head: Token, case: Token | None) -> bool:
    """ "Toll of 22", "age 38", "Toll, 22", "a 12-day strike", "a $2 million fine"."""
    if top.dep.startswith("nmod") and case is not None:
        return case.lower in ("of", "at", "to")
    return top.dep.partition(":")[0] in ("compound", "nmod", "appos", "amod", "nummod", "flat")


def _subject(sentence: Sentence, top: Token) -> Iterator[Token]:
    above = sentence.head(top)
    yield from (child for child in sentence.children(top, "nsubj") if child.pos in ("NOUN", "PROPN"))
    if top.dep.startswith(("acl", "nmod")) and above.pos == "NOUN" and above.index < top.index:  # "winds topping 120 mph"
        yield above


def _of_verb(sentence: Sentence, verb: Token, top: Token, case: str) -> Iterator[Token]:
    """The subject of "reach" and "rise to"; the object of "put at" and "bring to"."""
    if verb.lemma in words_of(WORDS, "levels") and (top.dep != "nsubj"):
        yield from _subject(sentence, verb)
    if verb.lemma in words_of(WORDS, "setters") and case in ("at", "to", "by", "from"):
        yield from (child for child in sentence.children(verb, "obj", "nsubj:pass") if child.index != top.index and child.pos in ("NOUN", "PROPN"))


def _paid_as(sentence: Sentence, last: Token, quantity: Quantity) -> Iterator[Token]:
    """ "58,000 euros in compensation", "2 million dollars as a fine": what a sum of money is, wherever the parser hangs it."""
    following = sentence.tokens[last.index + 1 : last.index + 2 + REACH]
    if quantity.kind != "money" or not following or following[0].lower not in ("in", "as"):
        return
    noun = next((token for token in following[1:] if token.pos not in ("DET", "ADJ", "PRON")), None)
    while noun is not None and noun.dep == "compound" and sentence.head(noun).index == noun.index + 1:
        noun = sentence.head(noun)
    if noun is not None and noun.pos == "NOUN":
        yield noun


def words_near(sentence: Sentence, quantity: Quantity, others: Sequence[Quantity]) -> tuple[str, ...]:
    """The lemmas of a sentence less those that say right after another count what that one is.

    "Five were wounded, two critically": nothing is critical about the five.
    """
    if quantity.kind != "count":
        return tuple(token.lemma.lower() for token in sentence)
    counts = [other for other in others if other.kind == "count" and other.span != quantity.span]
    theirs = {token.index for other in counts for token in _right_after(sentence, other, others)}
    return tuple(token.lemma.lower() for token in sentence if token.index not in theirs)


def _right_after(sentence: Sentence, quantity: Quantity, others: Sequence[Quantity]) -> Iterator[Token]:
    """The adverbs and adjectives within reach after a count, up to the next number or mark."""
    for token in [token for token in sentence if token.start >= quantity.span.end][: 2 * REACH]:
        if token.pos == "PUNCT" or any(other.span.start <= token.start < other.span.end for other in others):
            return
        if token.pos in ("ADV", "ADJ"):
            yield token


def _members(sentence: Sentence, number: Token) -> Iterator[str]:
    """What is so many: "dead" of "the number of dead", "people" and "kill" of "the number of people killed"."""
    following = sentence.tokens[number.index + 1 : number.index + 3]
    if len(following) == 2 and following[0].lower == "of":  # wherever the parser hangs what is so many: "the number of injured rose to 30"
        yield from (following[1].lemma.lower(), following[1].lower)
    for noun in sentence.children(number, "nmod", "amod", "advcl", "acl"):
        yield noun.lemma.lower()
        yield noun.lower
        for further in sentence.children(noun, "acl", "amod", "compound"):
            yield further.lemma.lower()
            yield further.lower


def _with_compound(sentence: Sentence, noun: Token) -> Iterator[str]:
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    if before.dep == "compound" and before.head == noun.index:
        yield f"{before.lemma} {noun.lemma}".lower()
    yield noun.lemma.lower()


def _after(sentence: Sentence, last: Token, quantity: Quantity) -> Iterator[str]:
    """The words right after the number, its noun and whatever says nothing ("still", "more"), up to the first mark."""
    noun = quantity.of.split()[-1].lower() if quantity.of else None
    at = last.index + 1
    if noun is not None:
        counted = next((t.index for t in sentence.tokens[at : at + 6] if noun in (t.lemma.lower(), t.lower, t.lower.removesuffix("s"))), None)
        at = at if counted is None else counted + 1
    if at < len(sentence) and sentence.tokens[at].text == "(":  # "150 nautical miles (277 km) from the port"
        at = next((t.index + 1 for t in sentence.tokens[at : at + 8] if t.text == ")"), at)
    found = 0
    for token in sentence.tokens[at : at + 2 * REACH]:
        if (token.pos == "PUNCT" and token.text != "-") or found == REACH or token.lower in ("and", "or", "but", "who", "which", "that"):
            return
        if token.lower not in words_of(WORDS, "silent"):
            found += 1
            yield token.lower
