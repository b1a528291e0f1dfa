"""What in the passage excludes what the claim says?

A bare difference refutes nothing: what clashes must stand where the rest of the claim is said.
"""

from __future__ import annotations

from crosscheck.extract.predicates import predicate_class
from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.converse import converse_in, other_way_in
from crosscheck.judge.bearing.dates import dates_of, is_weekday
from crosscheck.judge.bearing.doing import exchanged_in
from crosscheck.judge.bearing.facts import Fact
from crosscheck.judge.bearing.figures import Fit, is_close
from crosscheck.judge.bearing.kinds import other_kind_in
from crosscheck.judge.bearing.nations import other_nation_in
from crosscheck.judge.bearing.negation import both_negate
from crosscheck.judge.bearing.parties import acts_another, is_one_deed, is_party, unnamed_doer
from crosscheck.judge.bearing.passages import Passage
from crosscheck.judge.bearing.places import other_place_in
from crosscheck.judge.bearing.ranks import other_rank_in
from crosscheck.judge.bearing.roles import one_for_several_in, other_side_in, reversed_in
from crosscheck.judge.bearing.rule import Found
from crosscheck.judge.bearing.seats import other_seat_in
from crosscheck.judge.bearing.stance_words import is_denial, told
from crosscheck.judge.bearing.swapped import swapped_in
from crosscheck.judge.bearing.turned import HEAVY, LONG, alike, negated_in, opposite_in, undone
from crosscheck.judge.bearing.words import said
from crosscheck.judge.circumstances import plain
from crosscheck.model.claim import Facet, Mention, Span, Time
from crosscheck.model.verdict import Verdict

# Shares of the claim's words, by weight, that a passage must say; see `content` for how they were set. OTHER_DATE, OTHER_NAME, TURNED, OPPOSED
# and DENIED hardly matter there.
OTHER_NUMBER = 0.2  # for another number in its place, which must itself stand among the same words (ALIKE)
ALIKE = 1.8  # what must stand around both numbers, see figures.Figure.affinity; lower sets a running time against a price
OTHER_CLOSE, ALIKE_CLOSE = 0.16, 1.4  # both, where the claim bounds a number and the passage has one that is near
ALIKE_SAID = 1.5  # where most of the claim is said
OTHER_DATE = 0.55
OTHER_NAME = 0.45
OTHER_PLACE = 0.3
TURNED = 0.7  # for a negation, which must be the claim's own and not that of another clause
OPPOSED = 0.55
OTHER_KIND = 0.4  # the word that differs is most of a short claim: "a woman was shot"
REVERSED = 0.55
DENIED = 0.5


def other_number(case: Case) -> Found | None:
    """Another number of the same thing, where the claim has one."""
    for figure in case.figures:
        share, alike = (OTHER_NUMBER, ALIKE) if not is_close(figure) else (OTHER_CLOSE, ALIKE_CLOSE)
        alike = min(alike, ALIKE_SAID) if case.share >= TURNED else alike
        if figure.fit is Fit.OTHER and figure.found and figure.affinity >= alike and case.share >= share:
            reason = f"The claim has “{figure.wanted.text}”, the passage “{figure.found.text}”."
            return Found(reason, holding(case, figure.found.span), Facet.QUANTITY)
    pair = one_for_several_in(case) if case.share >= OPPOSED else None
    return Found(f"The claim has “{pair[0].text}”, the passage “{plain(pair[1].text)}”.", case.best, Facet.QUANTITY) if pair else None


def other_outcome(case: Case) -> Found | None:
    """What came out in the other of two ways."""
    settled = case.outcome
    if settled is None or settled.alike:
        return None
    reason = f"“{plain(settled.wanted.text)}” and “{plain(settled.found.text)}” exclude each other."
    return Found(reason, holding(case, settled.found.span), Facet.POLARITY)


def other_date(case: Case) -> Found | None:
    """Another date of the same deed."""
    others = (date for date in case.dates if date.fit is Fit.OTHER) if case.share >= OTHER_DATE and not undone(case, here=True) else ()
    for date in others:
        is_open = (is_weekday(date.wanted) and _lacks_deed(case)) or _is_dated_so(case, date.wanted)
        if date.found and _is_of_deed(case, date.found) and not is_open:
            reason = f"The claim dates it “{date.wanted.text}”, the passage “{date.found.text}”."
            return Found(reason, holding(case, date.found.span), Facet.TIME)
    return None


def _is_dated_so(case: Case, wanted: Time) -> bool:
    """Whether a long text tells the deed of that day elsewhere: who came in May had come before, in November."""
    deeds = [word for word in case.own_words if any(claim.predicate.span.touches(word.span) for claim in case.claim.extract.claims)]
    of_text = [passage for passage in case.passages if passage.text is case.best.text] if len(case.passages) > LONG else []
    telling = (passage for passage in of_text if any(alike(deed, word) for deed in deeds for word in passage.words))
    dates = (date for passage in telling for date in dates_of(case.claim, passage, near=0))
    return any(date.wanted.span == wanted.span and date.fit is Fit.MET for date in dates)


def _lacks_deed(case: Case) -> bool:
    """ "The strike began on Monday" of one that ended on Thursday."""
    deeds = [claim.predicate.span for claim in case.claim.extract.claims if claim.predicate.kind == "verb"]
    return any(span.touches(word.span) for span in deeds for word in case.best.missing)


def _is_of_deed(case: Case, value: Time | Mention) -> bool:
    """Whether a long text dates or places what the claim tells, not what else its sentence does: "Today's admission" is no date of the patch."""
    deeds = {(claim.predicate.lemma, predicate_class(claim.predicate.lemma, claim.predicate.kind)) for claim in case.claim.extract.claims}
    lemmas, kinds = {lemma for lemma, _ in deeds}, {kind for _, kind in deeds} - {None}
    told = [(claim, [time.span for time in claim.times] + [one.span for one in claim.arguments]) for claim in case.best.text.extract.claims]
    dated = [claim for claim, spans in told if any(span.touches(value.span) for span in spans)]
    one = [claim for claim in dated if claim.predicate.kind != "noun" or claim.predicate.text.casefold() == claim.predicate.lemma]  # not "two visits"
    same = (c.predicate.lemma in lemmas or predicate_class(c.predicate.lemma, c.predicate.kind) in kinds for c in one)
    return len(case.passages) <= LONG or (not dated and isinstance(value, Time)) or any(same)


def holding(case: Case, value: Span) -> Passage:
    """The sentence in which the value stands: that of the passage or one beside it."""
    return next((passage for passage in case.passages if passage.text is case.best.text and passage.span.holds(value)), case.best)


def is_negated(case: Case) -> Found | None:
    """The predicate under a negation that the other side has not."""
    if case.outcome is not None and case.outcome.alike:
        return None  # "there was no warning", "no warning was issued"
    word = negated_in(case) if case.share >= TURNED and not _is_counted(case) and not _is_of_others(case) else None
    return Found(f"Only one of the two negates “{word.text}”.", case.best, Facet.POLARITY) if word else None


def _is_counted(case: Case) -> bool:
    """Whether the passage has every number of the claim: "33 cases in the north, and no reported cases on the islands"."""
    return bool(case.figures) and all(figure.fit is Fit.MET for figure in case.figures)


def _is_of_others(case: Case) -> bool:
    """Whether a long text says it of nobody whom the claim names, or of no day that it names: "Bergel did not order them", "they were ordered"."""
    return unnamed_doer(case) is not None or (len(case.passages) > LONG and any(date.fit is not Fit.MET for date in case.dates))


def is_denied(case: Case) -> Found | None:
    """Short evidence that calls it a hoax, a fake or untrue."""
    if case.share < DENIED or not case.is_short or is_denial(case.own_words):
        return None
    words = told(case.best.words, "unmasks")
    if not words:
        return None
    return Found(f"The passage says that it is not so (“{words[0].text}”).", case.best, Facet.POLARITY)


def is_opposite(case: Case) -> Found | None:
    """The opposite of a word of the claim, said of the same doer."""
    pair = opposite_in(case) if case.share >= OPPOSED else None
    if pair is None or _more_is_missing(case, pair[0].span) or acts_another(case, *pair):
        return None
    return Found(f"“{pair[0].text}” and “{pair[1].text}” exclude each other.", case.best, Facet.POLARITY)


def is_converse(case: Case) -> Found | None:
    """The reverse relation of the claim's two."""
    pair = converse_in(case) if case.share >= OPPOSED else None
    return Found(f"“{pair[0].text}” and “{pair[1].text}” set the two in reverse relations.", case.best) if pair else None


def is_reversed(case: Case) -> Found | None:
    """The same deed the other way round."""
    pair = (reversed_in(case) or other_side_in(case) or exchanged_in(case)) if case.share >= REVERSED else None
    return Found(f"The claim has “{plain(pair[0])}”, the passage “{plain(pair[1])}”.", case.best, Facet.AGENT) if pair else None


def other_way(case: Case) -> Found | None:
    """A journey the other way."""
    pair = other_way_in(case) if case.share >= OPPOSED else None
    return Found(f"“{pair[0].text}” and “{pair[1].text}” go opposite ways.", case.best, Facet.PLACE) if pair else None


def other_rank(case: Case) -> Found | None:
    """Another rank, or another place in a row."""
    pair = other_rank_in(case) if case.share >= OPPOSED else None
    return Found(f"The claim has “{pair[0]}”, the passage “{pair[1]}”.", case.best) if pair else None


def other_nation(case: Case) -> Found | None:
    """Another nation of the same thing."""
    pair = other_nation_in(case) if case.share >= OPPOSED else None
    if pair is None or _more_is_missing(case, pair[0].span):
        return None
    return Found(f"The claim has “{pair[0].text}”, the passage “{pair[1].text}”.", case.best)


def other_kind(case: Case) -> Found | None:
    """A thing of another kind in its place."""
    pair = other_kind_in(case) if case.share >= OTHER_KIND else None
    return Found(f"The claim has “{pair[0].text}”, the passage “{pair[1].text}”.", holding(case, pair[1].span), Facet.TYPE) if pair else None


def other_seat(case: Case) -> Found | None:
    """Another country in which a body is based."""
    pair = other_seat_in(case)
    return Found(f"The claim has it based in “{pair[0]}”, the passage in “{pair[1]}”.", case.best, Facet.PLACE) if pair else None


def is_contradicted(case: Case) -> Found | None:
    """A contradiction found by a comparator."""
    for fact in case.facts if case.share >= TURNED else ():
        if fact.finding.verdict is Verdict.CONTRADICTION and not _is_there(case, fact):
            there = holding(case, fact.found.value.span) if fact.found.value and fact.found.article is case.best.text.article else case.best
            return Found(fact.finding.reason, there, fact.wanted.facet)
    return None


def _is_there(case: Case, fact: Fact) -> bool:
    """Whether the passage has the claim's value, too, "Spain, Algeria and France" for "France", or negates in other words."""
    if fact.wanted.facet is Facet.POLARITY or fact.wanted.value is None:
        return both_negate(case.own_words, case.best.words) or unnamed_doer(case) is not None
    if is_one_deed(case, fact):
        return is_party(case, fact)
    there = said(case.best.words)
    heavy = [word for word in case.claim.words(fact.wanted.value.span) if word.weight >= HEAVY]
    return any(there.meets(word) for word in heavy)


def other_name(case: Case) -> Found | None:
    """Another name in the place of one that the evidence never mentions."""
    pair = swapped_in(case) if case.share >= OTHER_NAME else None
    if pair and not _more_is_missing(case, pair[0].span) and _is_of_deed(case, pair[1]):
        return Found(f"The claim names “{pair[0].text}”, the passage “{pair[1].text}”.", case.best)
    place = other_place_in(case) if case.share >= OTHER_PLACE else None
    if place is None or _more_is_missing(case, place[0].span):
        return None
    return Found(f"The claim places it in “{place[0].text}”, the passage in “{place[1].text}”.", holding(case, place[1].span), Facet.PLACE)


def _more_is_missing(case: Case, span: Span) -> bool:
    """Whether a long text says not even the rest: "Ghana sent tanks" by "Togo sent grain"."""
    return not case.is_short and any(word.weight >= HEAVY and not span.touches(word.span) for word in case.best.missing)
