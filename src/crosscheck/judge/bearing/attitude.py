"""What does the evidence do with the claim: state it, deny it, merely report somebody's saying it, or speak of something else?

Of a long text only the passages that say nearly as much of the claim as the best are read. A claim that is a denial itself ("No, the mayor was not
arrested") is stated by a text that denies.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.lexicon import words_of
from crosscheck.judge.bearing.case import NEAR_BEST, Case
from crosscheck.judge.bearing.content import COVERED, verdict_of
from crosscheck.judge.bearing.negation import is_plain, scope
from crosscheck.judge.bearing.passages import Passage, undated
from crosscheck.judge.bearing.rule import Found, Rule
from crosscheck.judge.bearing.stance_words import is_denial, told
from crosscheck.judge.bearing.turned import HEAVY, alike, goes_on, opposite_in
from crosscheck.judge.bearing.words import Word
from crosscheck.model.answer import Attitude
from crosscheck.model.claim import Attribution, Span

READ = 3  # passages at most, a matter of time and not of scores
REACH = 8  # words behind "not" among which the claim's are looked for: 96% of what a negated verb governs in GUM and EWT train is within
OTHER_VALUE = (
    "check.other_number", "check.other_date", "check.other_nation", "check.other_rank", "check.other_seat", "check.other_way", "check.converse",
    "check.other_outcome",
)  # fmt: skip


def attitude_of(case: Case) -> tuple[Rule, Found]:
    """The first rule that applies; the last always does."""
    return next((rule, found) for rule in RULES if (found := rule.decide(case)))


def _read(case: Case) -> list[Passage]:
    if case.is_short:
        return list(case.passages)
    return [passage for passage in case.passages[:READ] if passage.share >= NEAR_BEST * case.share]


def _unrelated(case: Case) -> Found | None:
    return None if case.is_related else Found("No passage speaks of it.")


def _confirmed(case: Case) -> Found | None:
    found = next(_denials(case, "denies", "disputes"), None) if is_denial(case.own_words) else None
    return _quoted("Both say that something else is not so (“{}”).", *found) if found else None


def _denied(case: Case) -> Found | None:
    found = None if is_denial(case.own_words) else next(_denials(case, "denies", *(("unmasks_briefly",) if case.is_short else ())), None)
    return _quoted("The passage itself says that it is not so (“{}”).", *found) if found else None


def _disputed(case: Case) -> Found | None:
    """In a long text that somebody denies it is only told."""
    found = next(_denials(case, "disputes"), None) if case.is_short and not is_denial(case.own_words) else None
    return _quoted("It is denied (“{}”).", *found) if found else None


def _denials(case: Case, *names: str) -> Iterator[tuple[Passage, tuple[Word, ...]]]:
    for passage in _read(case):
        for name in names:
            if words := told(passage.words, name):
                yield passage, words


def _negated(case: Case) -> Found | None:
    if is_denial(case.own_words) or any(map(is_plain, case.own_words)):
        return None
    found = next((entry for passage in _read(case)[: READ if case.is_short else 1] for entry in _negations(case, passage)), None)
    return _quoted("The passage negates it (“{}”).", *found) if found else None


def _negations(case: Case, passage: Passage) -> Iterator[tuple[Passage, tuple[Word, ...]]]:
    """Each "not" with the claim's words behind it: one in a headline, two in a longer text, or a "No," that opens a headline."""
    if told(passage.words, "harmless"):
        return
    for at, word in enumerate(passage.words):
        places = scope(passage.words, at, passage.text.article.text, REACH) if is_plain(word) else ()
        met = [place for place in places if _is_of(case, passage.words[place])]
        if len(met) >= (1 if case.is_short else 2):
            yield passage, passage.words[at : met[0] + 1]
        elif at == 0 and case.is_short and word.text.casefold() == "no":
            yield passage, (word,)


def _is_of(case: Case, word: Word) -> bool:
    return any(mine.weight >= HEAVY and alike(word, mine) for mine in case.own_words)


def _opposed(case: Case) -> Found | None:
    pair = opposite_in(case) if case.is_short else None
    if pair is None or goes_on(case, pair[1]):
        return None
    return _quoted(f"It says the opposite of “{pair[0].text}” (“{{}}”).", case.best, (pair[1],))


def _asked(case: Case) -> Found | None:
    asks = "?" in case.best.quote and not _presupposes(case.best.quote)
    return Found("The passage only asks.", case.best) if asks else None


def _presupposes(quote: str) -> bool:
    """ "How did a plumber's truck end up in the desert?" takes it for granted that it did."""
    first = quote[: quote.index("?")].split()[:1]
    return bool(first) and first[0].casefold() in words_of("stances", "presupposes")


def _hedged(case: Case) -> Found | None:
    found = next(((passage, words) for passage in _read(case) if (words := told(_hedging(case, passage), "hedges") or _headed(case, passage))), None)
    return _quoted("The passage does not state it outright and in its own voice (“{}”).", *found) if found else None


def _hedging(case: Case, passage: Passage) -> tuple[Word, ...]:
    """The words that may hedge: not those of dates ("in May"), nor those by which the claim's own speaker says it ("Bishop says …" of either)."""
    if not case.claim.extract.attributions:
        return undated(passage)
    idle = [said.cue.span for said in _said(passage) if said.cue and said.source and _is_own(case, passage, said.source.span)]
    return tuple(word for word in undated(passage) if not any(span.touches(word.span) for span in idle))


def _headed(case: Case, passage: Passage) -> tuple[Word, ...]:
    """The speaker before the colon of a headline: "Official: prisoners reached the border"."""
    if not case.is_short:
        return ()
    speakers = [said.source.span for said in _said(passage) if said.cue and said.source and said.cue.text == ":"]
    return tuple(word for word in passage.words if speakers and speakers[0].touches(word.span) and not _is_own(case, passage, word.span))


def _said(passage: Passage) -> list[Attribution]:
    return [said for said in passage.text.extract.attributions if said.cue and passage.span.holds(said.cue.span)]


def _is_own(case: Case, passage: Passage, speaker: Span) -> bool:
    return any(_is_of(case, word) for word in passage.words if speaker.touches(word.span))


def _refuted(case: Case) -> Found | None:
    """Another value, in what would bear the claim out without it: a headline about the same thing need not contradict."""
    rule, found, reading = verdict_of(case)
    return found if rule.id in OTHER_VALUE and reading.share >= COVERED else None


def _stated(case: Case) -> Found:
    return Found("The passage speaks of it in its own voice.", case.best)


def _quoted(reason: str, passage: Passage, words: tuple[Word, ...]) -> Found:
    said = passage.text.article.text[words[0].span.start : words[-1].span.end]
    return Found(reason.format(said), passage)


RULES: tuple[Rule, ...] = (
    Rule(
        "stance.elsewhere",
        Attitude.UNRELATED,
        "No passage speaks of what the claim is about.",
        ("The ferry sank off Samar.", "The minister resigned."),
        _unrelated,
    ),
    Rule(
        "stance.confirmed",
        Attitude.AGREE,
        "The claim is a denial, and the evidence denies too.",
        ("The viral shark photo is a hoax.", "The photo of the shark is fake."),
        _confirmed,
    ),
    Rule(
        "stance.denied",
        Attitude.DISAGREE,
        "The evidence itself says that it is not so.",
        ("A shark swam down the flooded motorway.", "Photo of shark on flooded motorway is a hoax."),
        _denied,
    ),
    Rule(
        "stance.disputed",
        Attitude.DISAGREE,
        "Short evidence tells of a denial.",
        ("The minister owns the villa.", "Minister denies owning the villa."),
        _disputed,
    ),
    Rule(
        "stance.negated",
        Attitude.DISAGREE,
        "The evidence negates words of the claim.",
        ("The singer was arrested in Oslo.", "Singer was not arrested in Oslo, police say."),
        _negated,
    ),
    Rule(
        "stance.opposed",
        Attitude.DISAGREE,
        "Short evidence says the opposite of a word of the claim.",
        ("The climbers are dead.", "The climbers are alive and on their way down."),
        _opposed,
    ),
    Rule("stance.asked", Attitude.DISCUSS, "The evidence asks.", ("The singer was arrested in Oslo.", "Was the singer arrested in Oslo?"), _asked),
    Rule(
        "stance.hedged",
        Attitude.DISCUSS,
        "The evidence hedges, or leaves it to a source.",
        ("The singer was arrested in Oslo.", "The singer was reportedly arrested in Oslo."),
        _hedged,
    ),
    Rule(
        "stance.refuted",
        Attitude.DISAGREE,
        "The evidence says in its own voice what the claim says, with another number, date, name or rank.",
        ("The bridge was opened in 1962.", "The bridge was opened in 1971."),
        _refuted,
    ),
    Rule(
        "stance.stated",
        Attitude.AGREE,
        "The evidence speaks of it in its own voice.",
        ("The singer was arrested in Oslo.", "Police arrested the singer in Oslo."),
        _stated,
    ),
)
