"""Is a number somebody's age?"""

from __future__ import annotations

from crosscheck.extract.event_subjects import subject_of
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.quantity_amount import Amount, Kind
from crosscheck.extract.quantity_bounds import bound_before
from crosscheck.extract.quantity_designators import BOOK
from crosscheck.extract.quantity_numeral import Form
from crosscheck.extract.quantity_view import View

OLDEST = 120
GROWN_FROM = 13  # what is done at five or at twelve is more often done at that hour
NAMED_BY = 5  # words up to an article or owner: "the troubled young actress"
BRACKETED_FROM = 12  # "(4)" after a name is a shirt number or a mark


def is_age(view: View, amount: Amount) -> bool:
    """ "Mr X, 38,", "X (38)", "aged 38", "who was 10", "at the age of 5", "under the age of 5"; "38-year-old" has its unit already."""
    if amount.unit not in (None, "year") or (amount.unit is None and amount.kind is not Kind.COUNT) or amount.form is Form.VAGUE:
        return False
    bound = bound_before(view.atoms, amount.first)
    at = bound.first - 1
    if any(atom.lower == "age" for atom in view.atoms[bound.first : amount.first]) or _is_aged(view, at):
        return True
    if amount.unit is None and 1 < amount.low < OLDEST and _is_of_somebody(view, at, amount.last):
        return True
    if amount.unit is not None or not amount.plain or not 1 <= amount.low < OLDEST:
        return False
    return _is_of_person(view, amount) or _is_expectancy(view, at) or _is_limit(view, amount, at)


def _is_aged(view: View, at: int) -> bool:
    if view.is_word(at, "aged") or (view.is_word(at, "age", "ages") and not view.is_word(at - 1, "of")):
        return True
    return view.is_word(at, "of") and view.is_word(at - 1, "age")


def _is_limit(view: View, amount: Amount, at: int) -> bool:
    """ "Children under five", "people over 65"."""
    bounded = view.is_word(at + 1, "under", "over", "below", "above", "more", "less", "older", "younger")
    free = amount.last >= len(view.atoms) or not view.token(amount.last).tag.startswith(("NN", "JJ"))
    return bounded and free and view.word(at) in words_of(BOOK, "people")


def _is_expectancy(view: View, at: int) -> bool:
    """ "Life expectancy in the region was 73"."""
    told = any(atom.lower in ("expectancy", "age") for atom in view.atoms[max(0, at - 10) : max(0, at)])
    return told and view.is_word(at, "is", "was", "of", "to", "from", "at", "be")


def _is_of_person(view: View, amount: Amount) -> bool:
    at, after = amount.first - 1, amount.last
    closed = after >= len(view.atoms) or view.atoms[after].text in ",.;)" or view.is_word(after, "who")
    if view.is_word(at, ","):
        on = closed or view.is_word(after, "and", "-", "–", "—")
        return (closed and _ends_person(view, at - 1)) or (on and _ends_somebody(view, at - 1))
    if view.is_word(at, "("):
        return view.is_word(after, ")") and amount.low >= BRACKETED_FROM and (_ends_person(view, at - 1) or _ends_somebody(view, at - 1))
    goes_on = view.is_word(at, "turned", "turns") and view.is_word(after, "on", "in", "this", "last")
    if (closed or goes_on) and _is_said_of_name(view, at):
        return True
    if view.is_word(at, "at") and amount.low >= GROWN_FROM and ((closed and _is_deed_at(view, at)) or _is_opening(view, at, after)):
        return True
    return _is_unmarked(view, amount) or (_is_said(view, at) and (closed or view.is_word(after, "when", "at", "by", "and", "years")))


def _is_unmarked(view: View, amount: Amount) -> bool:
    """An age without its commas, as telegraphic copy has it: "Rosa Diaz 44 has won"."""
    at = amount.first - 1
    if at < 0 or amount.low < BRACKETED_FROM or not view.is_verb(amount.last):
        return False
    token = view.token(at)
    return token.name == "PER" and token.end == view.atoms[at].end


def _is_said(view: View, at: int) -> bool:
    """ "She was 16 when", "who is 40"."""
    said = view.is_word(at, "was", "is", "be", "turned", "turns", "turning", "just", "only", "am")
    return said and any(view.is_word(at - back, "he", "she", "who", "i") for back in (1, 2, 3))


def _is_said_of_name(view: View, at: int) -> bool:
    """ "Rosa Diaz is 38", "Singer Rosa Diaz dies at 38": of a person's name, with the verb between."""
    if view.is_word(at, "at"):
        return view.is_word(at - 1, "dies", "died", "dead") and _ends_person(view, at - 2 - view.is_word(at - 2, "has", "have"))
    return view.is_word(at, "is", "was", "turned", "turns") and _ends_person(view, at - 1)


def _is_of_somebody(view: View, at: int, after: int) -> bool:
    """ "A woman of 49 was held", "the boy was just nine", "she was six", "two boys, both 17, were held"."""
    closed = after >= len(view.atoms) or view.atoms[after].text in ",.;)"
    if view.is_word(at, "of"):
        free = closed or not view.token(after).tag.startswith(("NN", "JJ", "CD", "VBG"))
        return free and _is_one_person(view, at - 1) and view.is_word(at - 2, "a", "an", "the", "one", "young", "old", "another")
    if view.is_word(at, "both", "all"):
        return closed and view.is_word(at - 1, ",") and view.word(at - 2) in words_of(BOOK, "people")
    at -= view.is_word(at, "just", "only")
    told = _ends_somebody(view, at - 1) or view.is_word(at - 1, "he", "she")
    return (closed or view.is_word(after, "and", "but", "when")) and view.is_word(at, "was", "is") and told


def _is_one_person(view: View, at: int) -> bool:
    return view.word(at) in words_of(BOOK, "person_of_age")


def _is_deed_at(view: View, at: int) -> bool:
    """ "She entered the academy at 17": what a person does, other than to finish, open or stand at a score, a price or an hour."""
    if view.is_word(at - 1, "dies", "died", "dead"):
        return True
    number = view.token(at + 1)
    verb = view.sentence.head(number)
    if number.dep not in ("obl", "nmod") or verb.pos != "VERB" or verb.lemma in words_of(BOOK, "reaches_a_number"):
        return False
    subject = subject_of(view.sentence, verb)
    return subject is not None and (subject.name == "PER" or subject.lower in ("he", "she"))


def _is_opening(view: View, at: int, after: int) -> bool:
    """ "At 49, Weber is the youngest", "At 20 she left"."""
    if at > 1 or (at == 1 and view.atoms[0].letters):
        return False
    after += view.is_word(after, ",")
    return after < len(view.atoms) and (view.is_word(after, "he", "she") or (view.atoms[after].letters and view.token(after).name == "PER"))


def _ends_somebody(view: View, at: int) -> bool:
    """Whether one person is spoken of by a noun: "the actress, 26, left", "his wife, 33,"."""
    word = view.word(at)
    is_noun = word in words_of("person_titles", "person") or word in words_of(BOOK, "kin") or _is_one_person(view, at)
    return is_noun and (at == 0 or any(at >= back and view.word(at - back) in words_of(BOOK, "of_one") for back in range(1, NAMED_BY)))


def _ends_person(view: View, at: int) -> bool:
    """Whether a person's name ends at an atom, by the parser's names or, without them, by two capitalised words."""
    if at < 0 or not view.atoms[at].letters:
        return False
    if any(token.name for token in view.sentence.tokens):
        return view.token(at).name == "PER"
    return at > 0 and view.atoms[at].text[0].isupper() and view.atoms[at - 1].text[0].isupper() and not view.is_word(at, "inc")
