"""Does the evidence bear the claim out, refute it, or leave it open?

The rules are tried from top to bottom. A bare difference refutes nothing: what clashes must stand where the rest of the claim is said.
"""

from __future__ import annotations

from crosscheck.extract.predicates import predicate_class
from crosscheck.judge.bearing.case import Case, readings
from crosscheck.judge.bearing.converse import converse_in, other_way_in
from crosscheck.judge.bearing.facts import Fact
from crosscheck.judge.bearing.figures import Figure, Fit, is_close, is_precise
from crosscheck.judge.bearing.negation import both_negate
from crosscheck.judge.bearing.parties import acts_another, is_one_deed, is_party, other_party
from crosscheck.judge.bearing.passages import Passage
from crosscheck.judge.bearing.ranks import other_rank_in
from crosscheck.judge.bearing.rule import Found, Rule
from crosscheck.judge.bearing.stance_words import is_denial, told
from crosscheck.judge.bearing.swapped import swapped_in
from crosscheck.judge.bearing.turned import (
    HEAVY,
    LONG,
    exclusive_in,
    missing_deed,
    missing_name,
    negated_in,
    nowhere_near,
    opposite_in,
    undone,
    unreal_in,
)
from crosscheck.judge.bearing.words import said
from crosscheck.model.answer import Bearing
from crosscheck.model.claim import Facet, Span, Time
from crosscheck.model.verdict import Verdict

# Shares of the claim's words, by weight, that a passage must say. Set on VitaminC dev (CC BY-SA 3.0) and on EQUATE's NewsNLI and RTE-Quant (MIT)
# alone: each is, within noise, where the mean accuracy of the three sets is best. OTHER_DATE, OTHER_NAME, TURNED, OPPOSED and DENIED
# hardly matter there.
COVERED = 0.58  # to bear a claim out that has no number; lower takes a neighbouring sentence for the claim
FIGURED = 0.55  # where all numbers of the claim are met, too
PRECISE = 0.2  # where one of them can hardly be met by chance: "118,235 cases have been reported" need not name the disease again
OTHER_NUMBER = 0.2  # for another number in its place, which must itself stand among the same words (ALIKE)
ALIKE = 1.8  # what must stand around both numbers, see figures.Figure.affinity; lower sets a running time against a price
OTHER_CLOSE, ALIKE_CLOSE = 0.16, 1.4  # both, where the claim bounds a number and the passage has one that is near
ALIKE_SAID = 1.5  # where most of the claim is said
OTHER_DATE = 0.55
OTHER_NAME = 0.45
TURNED = 0.7  # for a negation, which must be the claim's own and not that of another clause
OPPOSED = 0.55
DENIED = 0.5
# Weight of a word without which an article of more sentences than LONG bears nothing out: "France withdrew its ambassador" is not said by all talk
# of withdrawals, among which any sentence has most of a claim's words.
NEEDED = 0.75
ALL_SAID = 0.9  # share of right answers among 305 of the pairs on which the rules' confidences were counted; 0.71 among the others that are covered
WORDS_NAMED = 4  # of those that are missing


def verdict_of(case: Case) -> tuple[Rule, Found, Case]:
    """What the passage says that bears the claim out, else the one that refutes it, else the best; with the case as it looks from there."""
    found = [_verdict_at(reading) for reading in readings(case)]
    for wanted in (Bearing.SUPPORTS, Bearing.REFUTES):
        for entry in found:
            if entry[0].answer is wanted:
                return entry
    return found[0]


def _verdict_at(case: Case) -> tuple[Rule, Found, Case]:
    """The first rule that applies; the last always does."""
    return next((rule, found, case) for rule in RULES if (found := rule.decide(case)))


def confidence_of(rule: Rule, case: Case) -> float:
    """The rule's own, and more where no weighty word of a claim that is borne out is missing."""
    if rule.id == "check.covered" and not any(word.weight >= HEAVY for word in case.best.missing):
        return ALL_SAID
    return rule.confidence


def _elsewhere(case: Case) -> Found | None:
    return None if case.is_related else Found("No passage speaks of it.")


def _other_number(case: Case) -> Found | None:
    for figure in case.figures:
        share, alike = (OTHER_NUMBER, ALIKE) if not is_close(figure) else (OTHER_CLOSE, ALIKE_CLOSE)
        alike = min(alike, ALIKE_SAID) if case.share >= TURNED else alike
        if figure.fit is Fit.OTHER and figure.found and figure.affinity >= alike and case.share >= share:
            reason = f"The claim has “{figure.wanted.text}”, the passage “{figure.found.text}”."
            return Found(reason, _holding(case, figure.found.span), Facet.QUANTITY)
    return None


def _other_date(case: Case) -> Found | None:
    for date in case.dates if case.share >= OTHER_DATE and not undone(case, here=True) else ():
        if date.fit is Fit.OTHER and date.found and _is_of_deed(case, date.found):
            reason = f"The claim dates it “{date.wanted.text}”, the passage “{date.found.text}”."
            return Found(reason, _holding(case, date.found.span), Facet.TIME)
    return None


def _is_of_deed(case: Case, time: Time) -> bool:
    """Whether a long text dates what the claim tells, and not what else its sentence does: "Today's admission" is no date of the patch."""
    deeds = {(claim.predicate.lemma, predicate_class(claim.predicate.lemma, claim.predicate.kind)) for claim in case.claim.extract.claims}
    lemmas, kinds = {lemma for lemma, _ in deeds}, {kind for _, kind in deeds} - {None}
    dated = [claim for claim in case.best.text.extract.claims if any(other.span == time.span for other in claim.times)]
    same = (c.predicate.lemma in lemmas or predicate_class(c.predicate.lemma, c.predicate.kind) in kinds for c in dated)
    return len(case.passages) <= LONG or not dated or any(same)


def _holding(case: Case, value: Span) -> Passage:
    """The sentence in which the value stands: that of the passage or one beside it."""
    return next((passage for passage in case.passages if passage.text is case.best.text and passage.span.holds(value)), case.best)


def _negated(case: Case) -> Found | None:
    counted = bool(case.figures) and all(figure.fit is Fit.MET for figure in case.figures)  # "33 cases in the north, and no reported cases in the south"
    word = negated_in(case) if case.share >= TURNED and not counted else None
    return Found(f"Only one of the two negates “{word.text}”.", case.best, Facet.POLARITY) if word else None


def _denied(case: Case) -> Found | None:
    if case.share < DENIED or not case.is_short or is_denial(case.own_words):
        return None
    words = told(case.best.words, "unmasks")
    if not words:
        return None
    return Found(f"The passage says that it is not so (“{words[0].text}”).", case.best, Facet.POLARITY)


def _opposite(case: Case) -> Found | None:
    pair = opposite_in(case) if case.share >= OPPOSED else None
    if pair is None or _more_is_missing(case, pair[0].span) or acts_another(case, *pair):
        return None
    return Found(f"“{pair[0].text}” and “{pair[1].text}” exclude each other.", case.best, Facet.POLARITY)


def _converse(case: Case) -> Found | None:
    pair = converse_in(case) if case.share >= OPPOSED else None
    return Found(f"“{pair[0].text}” and “{pair[1].text}” set the two in reverse relations.", case.best) if pair else None


def _other_way(case: Case) -> Found | None:
    pair = other_way_in(case) if case.share >= OPPOSED else None
    return Found(f"“{pair[0].text}” and “{pair[1].text}” go opposite ways.", case.best, Facet.PLACE) if pair else None


def _other_rank(case: Case) -> Found | None:
    pair = other_rank_in(case) if case.share >= OPPOSED else None
    return Found(f"The claim has “{pair[0]}”, the passage “{pair[1]}”.", case.best) if pair else None


def _contradicted(case: Case) -> Found | None:
    for fact in case.facts if case.share >= TURNED else ():
        if fact.finding.verdict is Verdict.CONTRADICTION and not _is_there(case, fact):
            return Found(fact.finding.reason, case.best, fact.wanted.facet)
    return None


def _is_there(case: Case, fact: Fact) -> bool:
    """Whether the passage has the claim's value, too, "Spain, Algeria and France" for "France", or negates in other words."""
    if fact.wanted.facet is Facet.POLARITY or fact.wanted.value is None:
        return both_negate(case.own_words, case.best.words)
    if is_one_deed(case, fact):
        return is_party(case, fact)
    there = said(case.best.words)
    heavy = [word for word in case.claim.words(fact.wanted.value.span) if word.weight >= HEAVY]
    return any(there.meets(word) for word in heavy)


def _other_name(case: Case) -> Found | None:
    pair = swapped_in(case) if case.share >= OTHER_NAME else None
    if pair and _more_is_missing(case, pair[0].span):
        return None
    return Found(f"The claim names “{pair[0].text}”, the passage “{pair[1].text}”.", case.best) if pair else None


def _more_is_missing(case: Case, span: Span) -> bool:
    """Whether a long text says not even the rest: "Ghana sent tanks" by "Togo sent grain"."""
    return not case.is_short and any(word.weight >= HEAVY and not span.touches(word.span) for word in case.best.missing)


def _left_open(case: Case) -> Found | None:
    word = unreal_in(case)
    return Found(f"The passage leaves it open (“{word.text}”).", case.best) if word else None


def _missing_value(case: Case) -> Found | None:
    values = [figure.wanted.text for figure in case.figures if figure.fit is not Fit.MET]
    if not any(is_precise(figure) and figure.fit is Fit.MET for figure in case.figures):
        values += [date.wanted.text for date in case.dates if date.fit is not Fit.MET]
    return Found(f"The passage does not say “{values[0]}”.", case.best) if values else None


def _other_party(case: Case) -> Found | None:
    party = other_party(case)
    return Found(f"The passage says it of “{party.text}”.", case.best, party.facet) if party else None


def _figured(case: Case) -> Found | None:
    precise = any(map(is_precise, case.figures))
    if not case.figures or case.share < (PRECISE if precise else FIGURED) or (not precise and missing_name(case)) or nowhere_near(case):
        return None
    values = " and ".join(map(_told, case.figures))
    met = next((figure.found for figure in case.figures if figure.found), None)
    return Found(f"The passage says it, with {values}.", _holding(case, met.span) if met else case.best)


def _told(figure: Figure) -> str:
    """The number as the claim has it, and what adds up to it where the passage has only its parts."""
    parts = " and ".join(f"“{part.text}”" for part in figure.summed)
    return f"“{figure.wanted.text}” as the sum of {parts}" if parts else f"“{figure.wanted.text}”"


def _missing_name(case: Case) -> Found | None:
    word = missing_name(case)
    return Found(f"The evidence does not name “{word.text}”.", case.best) if word else None


def _missing_deed(case: Case) -> Found | None:
    both_deny = is_denial(case.own_words) and is_denial(case.best.words)  # "is a hoax", "is fake"
    word = None if both_deny else missing_deed(case)
    return Found(f"The passage does not say “{word.text}”.", case.best) if word else None


def _covered(case: Case) -> Found | None:
    if case.share < COVERED or exclusive_in(case) or nowhere_near(case) or undone(case) or _is_thin(case):
        return None
    return Found(f"The passage says it, save “{_missing(case)}”." if _missing(case) else "The passage says all of it.", case.best)


def _is_thin(case: Case) -> bool:
    """Whether a long text lacks a weighty word: "France withdrew its ambassador" is not said by all talk of withdrawals."""
    return len(case.passages) > LONG and any(word.weight >= NEEDED for word in case.best.missing)


def _missing_words(case: Case) -> Found:
    only = exclusive_in(case)
    return Found(f"The passage does not say “{_missing(case) or (only.text if only else '')}”.", case.best)


def _missing(case: Case) -> str:
    """The weightiest words that are not said, in the order of the claim."""
    heavy = sorted(case.best.missing, key=lambda word: -word.weight)[:WORDS_NAMED]
    return " … ".join(word.text for word in sorted(heavy, key=lambda word: word.span) if word.weight > 0.1)


RULES: tuple[Rule, ...] = (
    Rule(
        "check.elsewhere",
        Bearing.NOT_ENOUGH_INFO,
        "No passage speaks of what the claim is about.",
        ("The ferry sank off Samar.", "The minister resigned."),
        _elsewhere,
        0.75,
    ),
    Rule(
        "check.other_number",
        Bearing.REFUTES,
        "Where the claim has a number, the passage has another of the same thing.",
        ("More than 50 people drowned.", "The capsizing drowned 31 people."),
        _other_number,
        0.85,
    ),
    Rule(
        "check.other_date",
        Bearing.REFUTES,
        "The passage says it of another time.",
        ("The bridge was opened in 1962.", "The bridge was opened in 1971."),
        _other_date,
        0.6,
    ),
    Rule(
        "check.negated",
        Bearing.REFUTES,
        "The passage negates what the claim affirms, or the reverse.",
        ("Ghana accepts the new passport.", "Ghana will not accept the new passport."),
        _negated,
        0.5,
    ),
    Rule(
        "check.denied",
        Bearing.REFUTES,
        "Short evidence calls it a hoax, a fake or untrue.",
        ("A shark swam down the motorway.", "Photo of shark on motorway is a hoax."),
        _denied,
        0.5,
    ),
    Rule(
        "check.converse",
        Bearing.REFUTES,
        "The passage sets the claim's two in the reverse relation.",
        ("Tarn Timber owns Orlane.", "Tarn Timber is a subsidiary of Orlane."),
        _converse,
        0.5,
    ),
    Rule(
        "check.opposite",
        Bearing.REFUTES,
        "The passage says the opposite in place of a word of the claim.",
        ("The council rejected the budget.", "The council approved the budget."),
        _opposite,
        0.5,
    ),
    Rule(
        "check.other_way",
        Bearing.REFUTES,
        "The claim lets somebody leave where the passage lets him go, or the reverse.",
        ("The frigate left Malta on Friday.", "The frigate departed for Malta on Friday."),
        _other_way,
        0.5,
    ),
    Rule(
        "check.other_rank",
        Bearing.REFUTES,
        "What the claim calls the largest has another rank in the passage.",
        ("Mali is the largest country in Africa.", "Mali is the eighth-largest country in Africa."),
        _other_rank,
        0.5,
    ),
    Rule(
        "check.contradicted",
        Bearing.REFUTES,
        "A comparator finds a contradiction with the proposition of the passage that is most like the claim.",
        ("Moscow confirmed the delivery of the radars.", "Moscow denied the delivery of the radars."),
        _contradicted,
        0.5,
    ),
    Rule(
        "check.other_name",
        Bearing.REFUTES,
        "In the place of a name that the evidence never mentions, the passage has another of its type.",
        ("The summit was held in Lima.", "The summit was held in Quito."),
        _other_name,
        0.55,
    ),
    Rule(
        "check.left_open",
        Bearing.NOT_ENOUGH_INFO,
        "The passage says only that it may be, is planned or is asked for.",
        ("Peru bought the frigates.", "Peru plans to buy the frigates."),
        _left_open,
        0.5,
    ),
    Rule(
        "check.missing_value",
        Bearing.NOT_ENOUGH_INFO,
        "A number or a date of the claim is not in the passage.",
        ("The flood destroyed 300 houses in the valley.", "The flood destroyed houses in the valley."),
        _missing_value,
        0.5,
    ),
    Rule(
        "check.other_party",
        Bearing.NOT_ENOUGH_INFO,
        "A long text says it of somebody else, and names those of whom the claim speaks for another reason.",
        ("The manager met the agent.", "The owner met the agent. The manager told reporters so on Friday. …"),
        _other_party,
        0.5,
    ),
    Rule(
        "check.figured",
        Bearing.SUPPORTS,
        "The passage has every number of the claim, and enough of its words.",
        ("More than 5 miners were killed in the blast.", "The blast killed eight miners."),
        _figured,
        0.85,
    ),
    Rule(
        "check.missing_name",
        Bearing.NOT_ENOUGH_INFO,
        "The evidence never mentions somebody or something that the claim names behind its verb, or, if it is long, anywhere.",
        ("The mayor met the governor of Ohio.", "The mayor met the governor of the region."),
        _missing_name,
        0.45,
    ),
    Rule(
        "check.missing_deed",
        Bearing.NOT_ENOUGH_INFO,
        "The passage names those of whom a short claim speaks, and not what it says they did.",
        ("Oslo apologised to Quito.", "Oslo and Quito signed a treaty on fishing."),
        _missing_deed,
        0.4,
    ),
    Rule(
        "check.covered",
        Bearing.SUPPORTS,
        "The passage says what the claim says.",
        ("The army seized power in Mali.", "Mali's army seized power."),
        _covered,
        0.7,
    ),
    Rule(
        "check.missing_words",
        Bearing.NOT_ENOUGH_INFO,
        "The passage is about it and does not say all of it.",
        ("The company will close its plant in Ghent in autumn.", "The company will publish its figures for the plant."),
        _missing_words,
        0.4,
    ),
)
