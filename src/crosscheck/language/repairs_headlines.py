"""Which words of a headline are its verb, though the tagger took them for nouns?

Headlines leave out copulas and articles, so that "Court jails banker" looks like three nouns. The verbs that headlines use stand in
data/lexicon/sentence_words.toml; ambiguous ones count only where what follows is no part of a noun phrase.
"""

from __future__ import annotations

from crosscheck.language.drafts import FINITE, Draft
from crosscheck.language.sentences import words_listed

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_OBJECTS = ("CD", "$", "DT", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ")
_SURE_OBJECTS = ("CD", "$", "DT", "PRP$", "NNP", "NNPS")  # before these a plural ends its phrase even where the sentence has another verb


def verbs_in_headlines(draft: Draft) -> Draft:
    """The first noun that must be the verb: "Toll from landslide hits 22", "Court jails banker", "The firm plans to close", "Mayor quits"."""
    listed = words_listed("headline_verbs")
    candidates = [at for at in range(1, len(draft.words)) if draft.words[at] in listed]
    if not candidates:
        return draft
    finite = any((tag in FINITE and dep != "compound") or pos == "AUX" for tag, dep, pos in zip(draft.tags, draft.deps, draft.pos, strict=True))
    at = next((at for at in candidates if _is_verb(draft, at, finite)), None)
    return draft if at is None else _with_verb(draft, at)


def _is_verb(draft: Draft, at: int, finite: bool) -> bool:
    word = draft.words[at]
    if draft.pos[at - 1] not in ("NOUN", "PROPN"):
        return False
    if draft.tags[at] not in _NOUNS and not (draft.pos[at] == "VERB" and draft.deps[at] == "compound"):
        return False
    if not word.endswith("s") and not _is_plural_before(draft, at):
        return False
    if draft.below(at, "amod", "case", "nummod") and min(draft.below(at, "amod", "case", "nummod")) < at:
        return False
    return _goes_on(draft, at, finite)


def _goes_on(draft: Draft, at: int, finite: bool) -> bool:
    after = draft.tags[at + 1] if at + 1 < len(draft.words) else ""
    if finite:
        return after in _SURE_OBJECTS and draft.words[at].endswith("s") and (after == "CD" or not draft.below(at, "det"))
    if after in ("TO", "DT", "PRP$") or (after in _OBJECTS and not draft.below(at, "det")):
        return True
    return not draft.below(at, "det") and draft.words[at] in words_listed("headline_verbs_only")


def _is_plural_before(draft: Draft, at: int) -> bool:
    """ "Police hunt gunman", "Tarvia, Norvia sign treaty": who does it is several."""
    joined = at > 2 and draft.words[at - 2].lower() in (",", "and", "&") and draft.pos[at - 3] in ("NOUN", "PROPN")
    return draft.tags[at - 1] in ("NNS", "NNPS") or draft.words[at - 1].lower() in ("police", "people", "staff") or joined


def _with_verb(draft: Draft, at: int) -> Draft:
    """The word at `at` made the verb of the clause: its place is that of what it was compounded with, which becomes its object."""
    above, dep = draft.heads[at], draft.deps[at]
    arcs: dict[int, tuple[int, str]] = {}
    if above != at:
        takes_over = above > at
        arcs[at] = (at if draft.heads[above] == above else draft.heads[above], draft.deps[above]) if takes_over else (above, dep)
        if takes_over:
            arcs[above] = (at, "conj" if draft.pos[above] == "VERB" else "obj")
            arcs |= {i: (at, _relation(draft, i, at)) for i in draft.below(above, "nmod") if i > above}
            arcs |= {i: (at, "nsubj") for i in draft.below(above, "compound", "nsubj") if i < at}
    subject = next((i for i in reversed(range(at)) if draft.heads[i] == at and draft.pos[i] in ("NOUN", "PROPN")), at - 1)
    arcs |= {i: (at, _relation(draft, i, at)) for i in draft.below(at) if i > at}
    arcs |= {i: (subject, "det") for i in draft.below(at, "det") if i < at}
    if _is_below(draft, arcs.get(at, (draft.heads[at], ""))[0], subject):  # "Weber hails the spirit", where the verb was read as a part of the name
        arcs[at] = (at if draft.heads[subject] == subject else draft.heads[subject], draft.deps[subject])
    arcs[subject] = (at, "nsubj")
    arcs = {i: arc for i, arc in arcs.items() if not (i == arc[0] and i != at)}
    return draft.rehung(**{f"w{i}": arc for i, arc in arcs.items()}).tagged(at, "VERB", "VBZ" if draft.words[at].endswith("s") else "VBP")


def _is_below(draft: Draft, at: int, above: int) -> bool:
    """Whether a word is another or hangs on it, however far down."""
    while at != above and draft.heads[at] != at:
        at = draft.heads[at]
    return at == above


def _relation(draft: Draft, i: int, verb: int) -> str:
    """How a word after the verb hangs on it."""
    if draft.pos[i] in ("NOUN", "PROPN", "NUM", "SYM") and draft.deps[i].partition(":")[0] not in ("obl", "conj", "nsubj", "parataxis"):
        return "obl" if draft.below(i, "case") else "obj"
    if draft.pos[i] == "VERB" and draft.deps[i] == "acl":
        return "xcomp"
    return draft.deps[i]


def plans_in_headlines(draft: Draft) -> Draft:
    """Who is to do something stands before "to": "Tarvia to send troops to Norvia"; not "Plan to send troops"."""
    if "to" not in draft.words or draft.words[-1] in (".", "?", "!"):
        return draft
    top = draft.root()
    verb = next(
        (i for i in draft.below(top, "xcomp", "acl") if draft.tags[i] == "VB" and any(draft.words[j] == "to" for j in draft.below(i, "mark"))), None
    )
    if verb is None or draft.tags[top] not in ("NN", "NNS", "NNP", "NNPS", "JJ") or top > 4:
        return draft
    to = next(j for j in draft.below(verb, "mark") if draft.words[j] == "to")
    between = [i for i in range(top + 1, to) if draft.deps[i] != "flat"]
    if between or draft.words[top].lower() in words_listed("nouns_with_infinitive") or draft.below(top, "det", "cop"):
        return draft
    draft = draft.rehung(**{f"w{verb}": (verb, "root"), f"w{top}": (verb, "nsubj")})
    return draft.tagged(top, "PROPN", "NNP") if draft.pos[top] == "ADJ" else draft


def deeds_in_headlines(draft: Draft) -> Draft:
    """Nobody counts by a noun of doing without its plural: in "3,000 protest in Orvela" the people protest."""
    if len(draft.words) < 3 or draft.tags[0] != "CD" or draft.tags[1] not in ("NN", "JJ") or draft.tags[2] not in ("IN", "TO", "CC", ",", "."):
        return draft
    if draft.words[1].lower() not in words_listed("headline_deeds") or draft.words[0].lower() in ("1", "one"):
        return draft
    below = {f"w{i}": (1, "obl" if draft.pos[i] in ("NOUN", "PROPN") else draft.deps[i]) for i in draft.below(1, "nmod")}
    return draft.rehung(w0=(1, "nsubj"), **below).tagged(1, "VERB", "VBP")
