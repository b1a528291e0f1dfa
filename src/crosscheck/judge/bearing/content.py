"""Does the evidence bear the claim out, refute it, or leave it open?

The rules are tried from top to bottom. A bare difference refutes nothing: what clashes must stand where the rest of the claim is said.
"""

from __future__ import annotations

from crosscheck.judge.bearing.case import Case, readings
from crosscheck.judge.bearing.doing import not_of
from crosscheck.judge.bearing.figures import Figure, Fit, counts_alike, is_precise
from crosscheck.judge.bearing.kinds import kinds_apart
from crosscheck.judge.bearing.nations import nation_nowhere
from crosscheck.judge.bearing.parties import doer_of_a_name, other_party, unnamed_doer
from crosscheck.judge.bearing.ranks import untold_rank
from crosscheck.judge.bearing.refuting import (
    holding,
    is_contradicted,
    is_converse,
    is_denied,
    is_negated,
    is_opposite,
    is_reversed,
    other_date,
    other_kind,
    other_name,
    other_nation,
    other_number,
    other_outcome,
    other_rank,
    other_seat,
    other_way,
)
from crosscheck.judge.bearing.rule import Found, Rule
from crosscheck.judge.bearing.stance_words import is_denial
from crosscheck.judge.bearing.turned import (
    HEAVY,
    LONG,
    affirmed,
    exclusive_in,
    missing_deed,
    missing_name,
    nowhere_near,
    undone,
    unreal_in,
)
from crosscheck.judge.bearing.words import said
from crosscheck.judge.circumstances import plain
from crosscheck.model.answer import Bearing
from crosscheck.model.claim import Facet

# Shares of the claim's words, by weight, that a passage must say. Set on VitaminC dev (CC BY-SA 3.0) and on EQUATE's NewsNLI and RTE-Quant (MIT)
# alone: each is, within noise, where the mean accuracy of the three sets is best.
COVERED = 0.58  # to bear a claim out that has no number; lower takes a neighbouring sentence for the claim
FIGURED = 0.55  # where all numbers of the claim are met, too
PRECISE = 0.2  # where one of them can hardly be met by chance: "41,672 permits were granted" need not say again what for
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


def _left_open(case: Case) -> Found | None:
    word = unreal_in(case)
    return Found(f"The passage leaves it open (“{word.text}”).", case.best) if word else None


def _same_outcome(case: Case) -> Found | None:
    settled = case.outcome
    if settled is None or not (settled.alike and settled.is_told) or any(figure.fit is not Fit.MET for figure in case.figures if figure.wanted.value):
        return None
    if any(date.fit is not Fit.MET for date in case.dates):
        return None
    return Found(f"The passage says it (“{plain(settled.found.text)}”).", holding(case, settled.found.span), Facet.POLARITY)


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
    if not case.figures or case.share < (PRECISE if precise else FIGURED) or (not precise and missing_name(case)):
        return None
    if _is_named_apart(case) or affirmed(case) or nation_nowhere(case) or (not precise and _is_of_others(case)):
        return None
    values = " and ".join(map(_told, case.figures))
    met = next((figure.found for figure in case.figures if figure.found), None)
    return Found(f"The passage says it, with {values}.", holding(case, met.span) if met else case.best)


def _is_of_others(case: Case) -> bool:
    """Whether a long text has the numbers of something else: "41 hostages were freed" of "they freed 41 clerks", or of another deed."""
    if len(case.passages) <= LONG or any(figure.wanted.unit for figure in case.figures):
        return False  # a sum or a weight is hardly met by chance
    here = said(case.best.words)
    return undone(case) is not None or not all(counts_alike(figure, here) for figure in case.figures)


def _is_named_apart(case: Case) -> bool:
    """Whether those of whom the claim speaks are named elsewhere in a long text alone."""
    return nowhere_near(case) is not None or unnamed_doer(case) is not None or doer_of_a_name(case) is not None or not_of(case) != ""


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
    if case.share < COVERED or exclusive_in(case) or _is_named_apart(case) or undone(case) or _is_thin(case) or affirmed(case):
        return None
    if kinds_apart(case) or untold_rank(case):
        return None
    if _missing(case):
        return Found(f"The passage says it, save “{_missing(case)}”.", case.best)
    beside = _said_beside(case)
    return Found(f"The passage says it, with “{beside}” from the sentences around it." if beside else "The passage says all of it.", case.best)


def _said_beside(case: Case) -> str:
    """A name, or a date, that only the sentences around say: "Varo sent the ship" of "Lindo received a ship" behind a sentence on Varo."""
    here, missing = said(case.best.words), {word.span for word in case.best.missing}
    names = (word for word in case.wanted if word.text[:1].isupper() and word.weight >= HEAVY and word.span not in missing)
    dates = (date.wanted.text for date in case.dates if date.found and not case.best.span.holds(date.found.span))
    return next((word.text for word in names if not here.meets(word)), "") or next(dates, "")


def _is_thin(case: Case) -> bool:
    """Whether a long text lacks a weighty word: "France withdrew its ambassador" is not said by all talk of withdrawals."""
    return len(case.passages) > LONG and any(word.weight >= NEEDED for word in case.best.missing)


def _missing_words(case: Case) -> Found:
    if deed := affirmed(case):
        return Found(f"The passage does not negate “{deed.text}”.", case.best)
    if namesake := doer_of_a_name(case):
        return Found(f"The passage does not say it of “{namesake.text}”.", case.best)
    if party := not_of(case):
        return Found(f"The passage does not say it of “{party}”.", case.best)
    only, doer = exclusive_in(case), unnamed_doer(case)
    unsaid = _missing(case) or (only.text if only else "") or (doer.text if doer else "")
    return Found(f"The passage does not say “{unsaid}”.", case.best)


def _missing(case: Case) -> str:
    """The weightiest words that are not said, in the order of the claim."""
    heavy = sorted(case.best.missing, key=lambda word: -word.weight)[:WORDS_NAMED]
    return " … ".join(word.text for word in sorted(heavy, key=lambda word: word.span) if word.weight > 0.1)


RULES: tuple[Rule, ...] = (
    Rule(
        "check.other_outcome",
        Bearing.REFUTES,
        "The evidence has it come out in the other of two ways.",
        ("Nobody was hurt in the fire.", "Three dockers were injured by the fire."),
        other_outcome,
        0.6,
    ),
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
        other_number,
        0.85,
    ),
    Rule(
        "check.other_date",
        Bearing.REFUTES,
        "The passage says it of another time.",
        ("The bridge was opened in 1962.", "The bridge was opened in 1971."),
        other_date,
        0.6,
    ),
    Rule(
        "check.negated",
        Bearing.REFUTES,
        "The passage negates what the claim affirms, or the reverse.",
        ("Ghana accepts the new passport.", "Ghana will not accept the new passport."),
        is_negated,
        0.5,
    ),
    Rule(
        "check.denied",
        Bearing.REFUTES,
        "Short evidence calls it a hoax, a fake or untrue.",
        ("A shark swam down the motorway.", "Photo of shark on motorway is a hoax."),
        is_denied,
        0.5,
    ),
    Rule(
        "check.converse",
        Bearing.REFUTES,
        "The passage sets the claim's two in the reverse relation.",
        ("Tarn Timber owns Orlane.", "Tarn Timber is a subsidiary of Orlane."),
        is_converse,
        0.5,
    ),
    Rule(
        "check.opposite",
        Bearing.REFUTES,
        "The passage says the opposite in place of a word of the claim.",
        ("The council rejected the budget.", "The council approved the budget."),
        is_opposite,
        0.5,
    ),
    Rule(
        "check.reversed",
        Bearing.REFUTES,
        "What the claim lets one do to another, the passage lets the other do to the one.",
        ("Nice beat Lyon.", "Lyon beat Nice on Friday."),
        is_reversed,
        0.6,
    ),
    Rule(
        "check.other_way",
        Bearing.REFUTES,
        "The claim lets somebody leave where the passage lets him go, or the reverse.",
        ("The frigate left Malta on Friday.", "The frigate departed for Malta on Friday."),
        other_way,
        0.5,
    ),
    Rule(
        "check.other_rank",
        Bearing.REFUTES,
        "What the claim calls the largest has another rank in the passage.",
        ("Mali is the largest country in Africa.", "Mali is the eighth-largest country in Africa."),
        other_rank,
        0.5,
    ),
    Rule(
        "check.other_nation",
        Bearing.REFUTES,
        "What the claim calls of one nation is of another in the passage.",
        ("Orlane is a Canadian retailer.", "Orlane is a Dutch retailer."),
        other_nation,
        0.6,
    ),
    Rule(
        "check.other_kind",
        Bearing.REFUTES,
        "What the claim calls of one kind is of another in the passage.",
        ("A helicopter crashed near Lefkos.", "A small plane crashed near Lefkos."),
        other_kind,
        0.6,
    ),
    Rule(
        "check.other_seat",
        Bearing.REFUTES,
        "What the claim seats in one place is based in another country in the passage.",
        ("The headquarters of Orlane is in Canada.", "Lyon-based Orlane hired forty people."),
        other_seat,
        0.7,
    ),
    Rule(
        "check.contradicted",
        Bearing.REFUTES,
        "A comparator finds a contradiction with the proposition of the passage that is most like the claim.",
        ("Moscow confirmed the delivery of the radars.", "Moscow denied the delivery of the radars."),
        is_contradicted,
        0.5,
    ),
    Rule(
        "check.other_name",
        Bearing.REFUTES,
        "In the place of a name that the evidence never mentions, the passage has another of its type.",
        ("The summit was held in Lima.", "The summit was held in Quito."),
        other_name,
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
        "check.same_outcome",
        Bearing.SUPPORTS,
        "The evidence has it come out as the claim does, in other words.",
        ("Nobody was hurt in the fire.", "The fire caused no injuries."),
        _same_outcome,
        0.6,
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
