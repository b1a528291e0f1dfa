"""Whom or what is each article about, and which articles are about nothing in common?

A report on one firm's loss has the words of a report on another's: the firm stands in the headline, "the company" or nobody in the rest. What tells
the two apart is that their headlines and openings have no name in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscheck.align.answers import Answers
from crosscheck.align.templates import Opening, are_filled_in, opening_of
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.places import country_of
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.article import Article
from crosscheck.values import dataclass

OPENING = 60  # words of the text in which a report says whom and what it is about
HEAD = 20  # words of a text without a title that stand for its headline
LOUD = 0.6  # share of the longer words of a line that begin with a capital from which on capitals tell nothing: a headline
LONG = 4  # letters of such words
FEWEST = 2  # names in the beginning of an article from which on it is known whom it is about
SMALL = 2  # how many times as often as small a word may stand with a capital that is no name
# Names that two articles must have in common anywhere to report one thing, though they begin with others: "The family of Ada Osk has named her as
# the girl who was shot" and "Doctors at Saint Brid's could not save a girl" both tell of Mill Road and Karl Lind Street. Of 20,177 pairs of 12,000
# Reuters articles that are alike and begin apart 5 have as many, of which 3 are of one thing (with 2 names, or with the houses, most are of two).
TOGETHER = 3
STEM = 5  # letters by which forms of a name are taken for one: "Norvia", "Norvian"
AT_HAND = 32  # articles whose words are kept for the second look at them; those of a pile would fill the memory
_STOPS = frozenset(".!?:;\"“”‘'([{<-–—*•")  # what a word begins a sentence, a quotation or an item after

_ADDRESSES = ("http:", "https:", "www.")

Names = Mapping[str, str]  # by the word as folded, the name that it stands for: a country's code for "Mali" and "Malian", else the word


class _Word(NamedTuple):
    """A word: whether it stands in the headline (`head`) or the opening (`early`), whether its capital tells that it is a name, whether it is marked
    as one ("<NRV>"), and whether the word before it is of the same name if both are (`joined`)."""

    text: str
    form: str
    early: bool
    telling: bool
    marked: bool
    joined: bool
    head: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Named:
    """The names in an article (`all` of them as they are compared), in its beginning and in its headline.

    `whole` and `headed` are the names that stand there word for word, which may be of common words ("Shore Bank"). `known` is whether that is enough
    to know whom it is about.
    """

    names: Names
    first: frozenset[str]
    whole: frozenset[str]
    known: bool
    head: frozenset[str]
    headed: frozenset[str]
    all: frozenset[str]


_NOBODY = Named({}, frozenset(), frozenset(), False, frozenset(), frozenset(), frozenset())


class Protagonists:
    """Whom and what each of some articles names, and in the beginning above all."""

    def __init__(self, articles: Sequence[Article]) -> None:
        at_hand = {article.id: tuple(_words(article)) for article in articles[:AT_HAND]}
        plain = _plain(articles, at_hand)
        self._of = {article.id: _article(_told(article, at_hand), plain) for article in articles}
        self._openings: dict[str, Opening] = {article.id: opening_of(article, self._of[article.id].names) for article in articles}
        self._apart: Answers[bool] = Answers()

    def apart(self, left: str, right: str) -> bool:
        """Whether both articles name somebody or something in the beginning, and neither names anywhere what the other is about."""
        one, other = (left, right) if left < right else (right, left)
        asked = self._apart.of(one)
        known = asked.get(other)
        if known is None:
            known = asked[other] = self._are_unmet(one, other) and _are_apart(self._of[one], self._of[other])
        return known

    def strangers(self, left: str, right: str) -> bool:
        """Whether both articles name somebody or something in the beginning, and nothing that both name there.

        Or nothing that the other names at all in their headlines: two firms have a loan of the same bank. Or they are one form, filled in for two.
        """
        return self._are_unmet(left, right) or self.are_one_form(left, right)

    def are_one_form(self, left: str, right: str) -> bool:
        """Whether the articles are one pattern of sentences, told of two protagonists (align/templates.py)."""
        return left != right and left in self._openings and right in self._openings and are_filled_in(self._openings[left], self._openings[right])

    def _are_unmet(self, left: str, right: str) -> bool:
        if left == right or left not in self._of or right not in self._of:
            return False
        one, other = self._of[left], self._of[right]
        if bool(one.first and other.first) and one.whole.isdisjoint(other.whole) and not meet(one.first, other.first):
            return True
        return _is_unheard_of(one, other) and _is_unheard_of(other, one)

    def known(self, article: str) -> Named:
        """All that is known of an article."""
        return self._of.get(article, _NOBODY)

    def know(self, *articles: str) -> bool:
        """Whether each of them names somebody or something in the beginning."""
        return all(self.first(article) for article in articles)

    def first(self, article: str) -> frozenset[str]:
        """The names of the headline and the opening."""
        return self._of[article].first if article in self._of else frozenset()

    def first_forms(self, article: str) -> frozenset[str]:
        """The same, each as what all its forms have in common."""
        return forms_of(self.first(article))

    def all(self, article: str) -> frozenset[str]:
        """The names of the whole article."""
        return self._of[article].all if article in self._of else frozenset()

    def among(self, article: str, terms: Iterable[str]) -> frozenset[str]:
        """Those of the terms of a sentence of the article that are names."""
        named = self._of[article].names if article in self._of else {}
        return frozenset(named[term] for term in terms if term in named)


def _told(article: Article, at_hand: Mapping[str, tuple[_Word, ...]]) -> tuple[_Word, ...]:
    return at_hand[article.id] if article.id in at_hand else tuple(_words(article))


def _plain(articles: Iterable[Article], at_hand: Mapping[str, tuple[_Word, ...]]) -> frozenset[str]:
    """The words that articles write small, and not with a capital in the midst of a sentence twice as often.

    The words of all articles at once would be too much to keep.
    """
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for article in articles:
        words = _told(article, at_hand)
        small.update({word.form for word in words if word.text[0].islower()})
        large.update({word.form for word in words if word.telling and word.capital})
    return frozenset(word for word, count in small.items() if SMALL * count >= large[word])


def _are_apart(left: Named, right: Named) -> bool:
    if not (left.known and right.known) or meet(left.first, right.all) or meet(right.first, left.all):
        return False
    return len(particular(left.all) & particular(right.all)) < TOGETHER


@lru_cache(maxsize=65536)
def particular(names: frozenset[str]) -> frozenset[str]:
    """What all forms of each name have in common, less countries and houses that deal with every firm ("Merrill Lynch")."""
    return forms_of(frozenset(name for name in names if name.islower())) - _houses()


def _is_unheard_of(one: Named, other: Named) -> bool:
    """Whether the headline of the one has names, and the other names none of them anywhere."""
    return bool(one.head) and one.headed.isdisjoint(other.whole) and not meet(one.head, other.all)


def meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets have a name in common, in whatever form."""
    return not forms_of(left).isdisjoint(forms_of(right))


@lru_cache(maxsize=65536)
def forms_of(names: frozenset[str]) -> frozenset[str]:
    """What of each name all its forms have in common."""
    return frozenset(name[:STEM] for name in names)


# reading an article


def _words(article: Article) -> Iterator[_Word]:
    title, text = article.title or "", article.text
    if title and title not in text[: 2 * len(title) + 100]:
        yield from _of_lines(title, 0, OPENING)
        yield from _of_lines(text, OPENING, 0)
    else:
        yield from _of_lines(text, OPENING, len(title.split()) or HEAD)


def _of_lines(text: str, opening: int, head: int) -> Iterator[_Word]:
    """The words of a text, line by line; all of them early where no `opening` is given."""
    count = 0
    for line in text.split("\n"):
        spans = [] if line.startswith(_ADDRESSES) else list(word_spans(line))
        loud, marked, end = _is_loud([line[a:b] for a, b in spans]), False, 0
        for a, b in spans:
            count += 1
            word = line[a:b].removesuffix("'s").removesuffix("’s")
            before = line[max(0, a - 3) : a].rstrip(" ")[-1:]
            telling = not loud and bool(before) and before not in _STOPS
            marked = line.rfind("<", end, a) >= 0 or (marked and ">" not in line[end:a])
            yield _Word(word, folded(word), not opening or count <= opening, telling, marked, not loud and line[end:a] in (" ", "&"), count <= head)
            end = b


def _is_loud(words: Sequence[str]) -> bool:
    longer = [word for word in words if len(word) >= LONG and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) >= LOUD * len(longer)


def _article(words: Sequence[_Word], plain: frozenset[str]) -> Named:
    names = _names(words, plain)
    early = [word for word in words if word.early]
    small = frozenset(word.form for word in words if not word.capital)
    first = frozenset(names[word.form] for word in early if word.form in names)
    known = len(first) >= FEWEST or any(word.marked and word.form in names for word in early)
    head = frozenset(names[word.form] for word in early if word.head and word.form in names)
    headed = frozenset(_whole([word for word in early if word.head], small))
    return Named(names, first, frozenset(_whole(early, small)), known, head, headed, frozenset(names.values()))


def _names(words: Sequence[_Word], plain: frozenset[str]) -> Names:
    """The words that are names, with what they stand for; `plain` are the words that some article writes small."""
    sure = {word.form for word in words if word.telling and word.capital}
    found = {}
    for word in words:
        if word.form not in found and (name := _name(word, plain, sure)):
            found[word.form] = name
    return found


def _name(word: _Word, plain: frozenset[str], sure: set[str]) -> str | None:
    form = word.form
    if not word.capital or len(form) < 2 or form in _unspecific():
        return None
    if word.marked:
        return form
    if country := country_of(form):
        return country
    if form in plain or _base(form) in plain:
        return None
    return form if form in sure or not (form in _ordinary() or _base(form) in _ordinary()) else None


def _base(form: str) -> str:
    """The word without the ending of a plural or a verb: "sells", "raises", "redeemed"."""
    return next((form.removesuffix(ending) for ending in ("ing", "ed", "s") if form.endswith(ending) and len(form) > len(ending) + 2), form)


def _whole(words: Sequence[_Word], small: frozenset[str]) -> Iterator[str]:
    """Each run of words with capitals, less what says nothing.

    A single word counts only where it begins no sentence and the article never writes it small.
    """
    run: list[_Word] = []
    for word in (*words, None):
        if word is not None and word.capital and (word.joined or not run):
            run.append(word)
            continue
        said = [one for one in run if one.form not in _unspecific()]
        if len(said) > 1 or (said and said[0].telling and said[0].form not in small):
            yield " ".join(one.form for one in said)
        run = [word] if word is not None and word.capital else []


@cache
def _unspecific() -> frozenset[str]:
    """Words with a capital that tell no article from another: months, agencies, forms of firms, and what all news says."""
    table = table_of("protagonists")
    return frozenset(word for key in ("times", "agencies", "firms", "forms") for word in table[key].split()) | frozenset(
        table_of("story_words")["common"].split()
    )


@cache
def _houses() -> frozenset[str]:
    return forms_of(frozenset(table_of("protagonists")["houses"].split()))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for words in table_of("rarity")["powers"].values() for word in words.split())
