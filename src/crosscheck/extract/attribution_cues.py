"""Which reports does one sentence make: a cue, its source, and what it governs?

Works on the dependency tree alone. Quotations, headlines and whatever runs over several sentences are added by attribution.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.extract.attribution_lexicon import Cue, can_speak, cues, flipped, is_report_adverb, is_view_noun
from crosscheck.extract.attribution_spans import cue_tokens, pieces_of, source_span, source_tokens, span_of
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance

_PATIENT_PREPOSITIONS = ("as", "of", "for", "with", "to", "on", "at")
_OBJECT_PREPOSITIONS = ("for", "as", "of", "with", "at", "over", "about", "from", "against", "to", "toward", "towards", "between", "into")
_NEGATIONS = ("not", "n't", "n’t", "never", "no", "nt")
_LIGHT_HEADS = ("go", "continue", "begin", "start", "proceed", "seem", "appear", "keep", "use", "try", "come", "rush", "help")
_LIGHT_VERBS = (
    "make",
    "issue",
    "release",
    "give",
    "have",
    "deliver",
    "file",
    "raise",
    "express",
    "offer",
    "send",
    "publish",
    "take",
    "voice",
    "post",
    "hold",
    "put",
    "reach",
    "lodge",
    "sign",
)
_NAMING = ("call", "name", "dub", "term", "compare", "know", "rank", "rate")
_RAISING = ("seem", "appear")
_VAGUE = ("it", "this", "that", "there", "these", "those")


@dataclass(frozen=True, slots=True)
class Report:
    """One cue of a sentence. `source` is the head of the source's phrase; `content` is what the tree shows, without quotations."""

    cue: Token
    cue_span: Span
    source: Token | None
    source_span: Span | None
    content: tuple[Span, ...]
    stance: Stance
    quotes: bool  # quotations beside the cue are its content
    strong: bool  # a verb of speech, whatever it governs
    frame: str = ""  # how the content hangs on the cue, as in attribution_cues.toml


def reports_in(sentence: Sentence) -> Iterator[Report]:
    """The reports of a sentence, by cue from left to right; one inside the content of another is among them."""
    for token in sentence:
        report = _report_at(sentence, token)
        if report is not None:
            yield report


def _report_at(sentence: Sentence, token: Token) -> Report | None:
    lemma = token.lemma.lower()
    if token.pos in ("VERB", "AUX") and lemma in cues("verbs") and not _is_helper(token):
        return _from_verb(sentence, token, cues("verbs")[lemma])
    if token.pos not in ("VERB", "AUX") and is_mistagged(sentence, token):
        return _from_words(sentence, token)
    if token.pos == "NOUN" and lemma in cues("nouns"):
        return _from_noun(sentence, token, cues("nouns")[lemma])
    if token.pos == "ADJ" and lemma in cues("adjectives"):
        return _from_adjective(sentence, token, cues("adjectives")[lemma])
    if token.lower == "according":
        return _from_according(sentence, token)
    if token.pos == "ADV" and is_report_adverb(token.lower):
        return _from_adverb(sentence, token)
    if token.pos == "NOUN" and lemma in words_of("attribution_hedges", "surveys"):
        return _from_survey(sentence, token)
    if token.pos == "NOUN" and is_view_noun(lemma):
        return _from_view(sentence, token)
    return None


def _is_helper(token: Token) -> bool:
    """A verb form that is part of another word's phrase; a participle behind its noun ("emails showing") is none."""
    relation = token.dep.partition(":")[0]
    return relation in ("aux", "cop", "case", "mark", "fixed", "compound", "flat") or (relation == "amod" and token.index < token.head)


# ---- verbs


def _from_verb(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    if is_passive(sentence, verb):
        return _from_passive(sentence, verb, cue)
    if cue.lemma in _LIGHT_HEADS and _governs_cue(sentence, verb):
        return None
    if cue.lemma in _RAISING:
        return _from_raising(sentence, verb, cue)
    source = subject_of(sentence, verb) or (neighbour_of(sentence, verb) if is_finite(sentence, verb) else None)
    strong = "quote" in cue.frames and "clause" in cue.frames
    frame, content = _governed(sentence, verb, cue)
    if frame in cue.choosy and not is_speaker(sentence, source):
        return None
    if not content and not strong:
        return None
    if source is None and not content:
        return None
    return _report(sentence, verb, cue, source, content, quotes=cue.takes("quote"), strong=strong, frame=frame or "quote")


def _governs_cue(sentence: Sentence, verb: Token) -> bool:
    """ "went on to say", "continued to warn": the verb below is the cue."""
    below = sentence.child(verb, "xcomp")
    return below is not None and below.lemma.lower() in cues("verbs")


def _from_raising(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    """ "Mali seems to have won": nobody is named, and the subject belongs to the content."""
    below = sentence.child(verb, "xcomp", "ccomp")
    if below is None:
        return None
    subject = sentence.child(verb, "nsubj")
    tokens = sentence.subtree(subject) if subject is not None and subject.dep != "expl" else ()
    content = (*pieces_of(sentence, tokens), *pieces_of(sentence, sentence.subtree(below)))
    return _report(sentence, verb, cue, None, tuple(sorted(content)), quotes=False, strong=False, frame="to")


def _governed(sentence: Sentence, verb: Token, cue: Cue) -> tuple[str, tuple[Span, ...]]:
    """The first frame of the cue that the sentence fills, and its spans."""
    readers = (("clause", _clause), ("to", _infinitive), ("object_to", _object_and_infinitive), ("patient", _patient), ("object", _object))
    for frame, reader in readers:
        takes = cue.takes("clause", "person_clause", "quote") if frame == "clause" else frame in cue.frames
        content = reader(sentence, verb) if takes else ()
        if content:
            return frame, content
    return _prepositional(sentence, verb, cue)


def _clause(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    clause = sentence.child(verb, "ccomp") or _finite_xcomp(sentence, verb) or _whether(sentence, verb)
    if clause is not None:
        return pieces_of(sentence, sentence.subtree(clause), _cue_clause(sentence, verb, clause))
    if verb.dep == "parataxis":
        return _around(sentence, verb, sentence.head(verb))
    if verb.dep == "advcl" and any(mark.lower == "as" for mark in sentence.children(verb, "mark")):
        return _around(sentence, verb, sentence.head(verb))
    return ()


def _finite_xcomp(sentence: Sentence, verb: Token) -> Token | None:
    """A complement clause with a subject of its own that was taken for an infinitive."""
    clause = sentence.child(verb, "xcomp")
    return clause if clause is not None and sentence.child(clause, "nsubj", "csubj", "expl") is not None else None


def _whether(sentence: Sentence, verb: Token) -> Token | None:
    """ "asked whether it was true": a clause taken for an adverbial one."""
    clauses = sentence.children(verb, "advcl")
    return next((clause for clause in clauses if any(mark.lower in ("that", "whether") for mark in sentence.children(clause, "mark"))), None)


def _around(sentence: Sentence, verb: Token, main: Token) -> tuple[Span, ...]:
    """An interrupted sentence: "The plan, he said, was bad"."""
    return pieces_of(sentence, sentence.subtree(main), sentence.subtree(verb))


def _cue_clause(sentence: Sentence, verb: Token, clause: Token) -> tuple[Token, ...]:
    """The words of the cue's own clause, which may stand in the middle of what it governs."""
    return tuple(token for token in sentence.subtree(verb) if token.index not in {t.index for t in sentence.subtree(clause)})


def _infinitive(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    clause = next(
        (child for child in sentence.children(verb, "xcomp", "advcl") if child.index > verb.index and _is_infinitive(sentence, child)), None
    )
    return pieces_of(sentence, sentence.subtree(clause)) if clause is not None else ()


def _is_infinitive(sentence: Sentence, clause: Token) -> bool:
    return any(mark.lower == "to" for mark in sentence.children(clause, "mark", "aux"))


def _object_and_infinitive(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    thing = sentence.child(verb, "obj", "iobj")
    clause = next((c for c in sentence.children(verb, "xcomp", "ccomp", "advcl") if c.index > verb.index and _is_infinitive(sentence, c)), None)
    if thing is None or clause is None or thing.index < verb.index:
        return ()
    return pieces_of(sentence, sentence.subtree(clause))


def _patient(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """ "accused Mali of fraud": the one spoken of and what is said of it."""
    thing = sentence.child(verb, "obj")
    if thing is None:
        return ()
    said = sentence.child(verb, "xcomp") or _oblique(sentence, verb, _PATIENT_PREPOSITIONS) or _oblique(sentence, thing, ("as", "of", "at"))
    if said is None or said.index < verb.index:
        return ()
    return pieces_of(sentence, (*sentence.subtree(thing), *sentence.subtree(said)))


def _object(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    thing = sentence.child(verb, "obj")
    if thing is None or (thing.tag in ("PRP", "WP", "WDT") and thing.lower not in ("it", "this", "that", "him", "her", "them")):
        return ()
    extra = [child for child in sentence.children(verb, "obl", "advcl", "xcomp") if child.index > thing.index and _completes(sentence, child)]
    return pieces_of(sentence, [token for part in (thing, *extra) for token in sentence.subtree(part)])


def _completes(sentence: Sentence, phrase: Token) -> bool:
    """A phrase behind the object that says more of it: "praised him for his work", not "praised him on Tuesday"."""
    return any(mark.lower in _OBJECT_PREPOSITIONS for mark in sentence.children(phrase, "case", "mark")) and not is_time(phrase)


def _oblique(sentence: Sentence, head: Token, prepositions: tuple[str, ...] | frozenset[str]) -> Token | None:
    """The first phrase or gerund clause below with one of these prepositions."""
    for child in sentence.children(head, "obl", "nmod", "advcl", "obj", "acl"):
        if any(mark.lower in prepositions for mark in sentence.children(child, "case", "mark")):
            return child
    return None


def _prepositional(sentence: Sentence, verb: Token, cue: Cue) -> tuple[str, tuple[Span, ...]]:
    child = _oblique(sentence, verb, cue.frames)
    if child is None or child.index < verb.index or is_time(child):
        return "", ()
    case = next(mark for mark in sentence.children(child, "case", "mark") if mark.lower in cue.frames)
    tokens = [token for token in sentence.subtree(child) if token.index > case.index]
    return case.lower, pieces_of(sentence, tokens)


def _from_passive(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    """ "was accused of fraud by Mali", "is believed to have fled", "it was announced that"."""
    source = agent_of(sentence, verb)
    spoken_of = sentence.child(verb, "nsubj:pass", "nsubj") or _noun_described(sentence, verb)
    clause = sentence.child(verb, "ccomp", "csubj")
    complement = clause or sentence.child(verb, "xcomp") or _complement(sentence, verb, cue)
    content: tuple[Span, ...]
    if not cue.takes("passive", "patient", "object") or (source is None and _only_names(sentence, verb, cue)):
        return None
    if cue.takes("person_clause", "object_to") and not cue.takes("patient") and complement is not None:
        content = pieces_of(sentence, sentence.subtree(complement))
    elif complement is not None and cue.takes("passive", "patient"):
        subject = pieces_of(sentence, _phrase(sentence, spoken_of, verb)) if spoken_of is not None and spoken_of.dep != "expl" else ()
        content = (*subject, *pieces_of(sentence, sentence.subtree(complement)))
    elif spoken_of is not None and cue.takes("object", "passive") and (source is not None or cue.takes("clause")):
        content = pieces_of(sentence, _phrase(sentence, spoken_of, verb))
    else:
        return None
    return _report(sentence, verb, cue, source, tuple(sorted(content)), quotes=False, strong=False, frame="passive")


def _complement(sentence: Sentence, verb: Token, cue: Cue) -> Token | None:
    """What is said of the subject of a passive: "accused of fraud", "seen as weak", "asked about it"; never when or where."""
    prepositions = (*_PATIENT_PREPOSITIONS, "about") if cue.takes("patient", "object_to") else ("of", "as", "about")
    found = _oblique(sentence, verb, prepositions)
    return found if found is not None and not is_time(found) else None


def _only_names(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """ "a group called Hope", "compared with last year" and "a note published in April" report nothing."""
    participle = sentence.child(verb, "aux:pass") is None
    return participle and (cue.lemma in _NAMING or (sentence.child(verb, "ccomp", "xcomp") is None and not cue.takes("patient")))


def _phrase(sentence: Sentence, noun: Token, verb: Token) -> tuple[Token, ...]:
    """The noun phrase without the participle that describes it."""
    below = {token.index for token in sentence.subtree(verb)} if verb.head == noun.index else set()
    return tuple(token for token in sentence.subtree(noun) if token.index not in below)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    if sentence.child(verb, "aux:pass", "nsubj:pass") is not None:
        return any(child.dep in ("aux:pass", "nsubj:pass") for child in sentence.children(verb))
    participle = verb.tag == "VBN" and verb.dep.partition(":")[0] in ("acl", "advcl", "amod")
    if participle and _is_sentence_verb(sentence, verb):
        return False
    return participle and verb.dep != "acl:relcl" and sentence.child(verb, "aux", "obj", "ccomp", "nsubj") is None


def _is_sentence_verb(sentence: Sentence, verb: Token) -> bool:
    """ "The bishops called for a ceasefire." read as a noun phrase: a full sentence needs a verb, and this is the only one."""
    noun = sentence.head(verb)
    full = sentence.tokens[-1].text in (".", "!", "?") and not sentence.headline
    return full and noun.head == noun.index and noun.index < verb.index and sentence.child(noun, "cop") is None and agent_of(sentence, verb) is None


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    return _oblique_by(sentence, verb)


def _oblique_by(sentence: Sentence, head: Token) -> Token | None:
    found = _oblique(sentence, head, ("by",))
    return found if found is not None and found.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ") else None


def _noun_described(sentence: Sentence, verb: Token) -> Token | None:
    return sentence.head(verb) if verb.dep.partition(":")[0] in ("acl", "amod") else None


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it: the subject, or that of the verb it hangs on ("adding that", "went on to say", "and warned")."""
    own = next((child for child in sentence.children(verb, "nsubj", "csubj") if child.dep != "nsubj:pass" and not is_time(child)), None)
    if own is not None:
        return own
    relation = verb.dep.partition(":")[0]
    head = sentence.head(verb)
    if relation in ("acl", "amod"):
        return head if verb.tag in ("VBG", "VB") or verb.dep in ("acl", "amod") else None
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and head.index != verb.index and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return _controller(sentence, verb, head)
    return None


def _controller(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """The one who says it in "urged him to say" is the object, in "went on to say" the subject."""
    if verb.dep == "xcomp":
        thing = sentence.child(head, "obj", "iobj")
        if thing is not None and not is_passive(sentence, head):
            return thing
        return sentence.child(head, "nsubj", "nsubj:pass") or subject_of(sentence, head)
    if verb.dep == "advcl" and is_passive(sentence, head):
        return sentence.child(head, "nsubj:pass")
    if verb.dep.partition(":")[0] == "conj" and is_passive(sentence, head):
        return sentence.child(head, "nsubj:pass")
    if head.pos not in ("VERB", "AUX") and verb.dep in ("parataxis", "ccomp"):
        return None
    return subject_of(sentence, head)


def is_speaker(sentence: Sentence, source: Token | None) -> bool:
    """Whether somebody could say or think something: a person, a body of people, a pronoun for one, or a name."""
    if source is None:
        return False
    if source.pos in ("PRON", "DET", "ADJ", "NUM"):
        return source.lower not in _VAGUE
    return source.pos == "PROPN" or bool(source.name) or can_speak(source.lemma.lower()) or (source.text[0].isupper() and source.index > 0)


def neighbour_of(sentence: Sentence, cue: Token) -> Token | None:
    """The noun right behind the cue ("said Mr X"), else right in front of it: who speaks where the tree does not say."""
    tokens = cue_tokens(sentence, cue)
    after = _noun_at(sentence, tokens[-1].index + 1, 1, cue)
    return after if after is not None and _closes_a_quote(sentence, tokens[0]) else _noun_at(sentence, tokens[0].index - 1, -1, cue) or after


def _closes_a_quote(sentence: Sentence, cue: Token) -> bool:
    return cue.index > 0 and sentence.tokens[cue.index - 1].pos == "PUNCT"


def _noun_at(sentence: Sentence, at: int, step: int, cue: Token) -> Token | None:
    """The head of the phrase that begins or ends at a place beside the cue, behind a comma or an adverb."""
    while 0 <= at < len(sentence) and ((sentence.tokens[at].text == "," and step < 0) or sentence.tokens[at].pos == "ADV"):
        at += step
    if not 0 <= at < len(sentence) or sentence.tokens[at].pos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        return None
    noun = sentence.tokens[at]
    while noun.head != noun.index and (noun.head - cue.index) * step > 0 and sentence.head(noun).pos in ("NOUN", "PROPN", "PRON", "NUM"):
        noun = sentence.head(noun)
    return noun if noun.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET") and not is_time(noun) else None


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb has a tense, so that somebody must be its subject."""
    return verb.tag in ("VBD", "VBZ", "VBP") or any(child.tag in ("VBD", "VBZ", "VBP", "MD") for child in sentence.children(verb, "aux"))


def is_time(token: Token) -> bool:
    """ "Tuesday", "March", "yesterday" say nothing."""
    return token.lower in words_of("attribution_hedges", "times")


def is_mistagged(sentence: Sentence, token: Token) -> bool:
    """A word that can only be a verb of speech, taken for a noun or a name ("Zelensky concedes that"); in headlines also "Slams"."""
    if token.index == 0 or token.pos not in ("NOUN", "PROPN", "ADJ", "SCONJ"):
        return False
    if _base(token.lower) in words_of("attribution_hedges", "only_verbs"):
        return token.text.islower() or sentence.headline
    return False


def _base(word: str) -> str:
    """The verb without its ending: "concedes", "denied" -> concede, deny; for the few hundred verbs of the lexicon."""
    verbs = words_of("attribution_hedges", "only_verbs")
    endings = (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("s", ""), ("d", ""), ("es", "e"))
    tries = [word, *(word.removesuffix(old) + new for old, new in endings if word.endswith(old))]
    return next((one for one in tries if one in verbs), word)


def _from_words(sentence: Sentence, verb: Token) -> Report | None:
    """The noun in front of it is the source, what follows the content: the tree cannot be trusted here."""
    source = sentence.tokens[0] if sentence.headline else _noun_at(sentence, verb.index - 1, -1, verb)
    rest = sentence.tokens[verb.index + 1 :]
    cue = cues("verbs").get(_base(verb.lower))
    if source is None or cue is None or not rest:
        return None
    content = pieces_of(sentence, rest)
    span = span_of(sentence.tokens[: verb.index]) if sentence.headline else source_span(sentence, source, verb)
    if span.end > verb.start:
        span = Span(source.start, source.end)
    return Report(verb, Span(verb.start, verb.end), source, span, content, cue.stance, quotes=True, strong=cue.takes("clause"), frame="words")


# ---- nouns, adjectives, prepositions, adverbs


def _from_noun(sentence: Sentence, noun: Token, cue: Cue) -> Report | None:
    source = owner_of(sentence, noun) or _light_subject(sentence, noun)
    content = _noun_content(sentence, noun, cue)
    if not content or (source is None and not _is_clausal(sentence, noun)):
        return None
    return _report(sentence, noun, cue, source, content, quotes=False, strong=False, frame="noun")


def _noun_content(sentence: Sentence, noun: Token, cue: Cue) -> tuple[Span, ...]:
    for clause in sentence.children(noun, "acl", "ccomp", "advcl"):
        marks = {mark.lower for mark in sentence.children(clause, "mark")}
        if clause.dep != "acl:relcl" and (("that" in marks and "clause" in cue.frames) or ("to" in marks and "to" in cue.frames)):
            return pieces_of(sentence, sentence.subtree(clause))
    if cue.takes("to") and (clause_ := sentence.child(noun, "acl")) is not None and clause_.tag == "VB":
        return pieces_of(sentence, sentence.subtree(clause_))
    return _prepositional(sentence, noun, cue)[1]


def _is_clausal(sentence: Sentence, noun: Token) -> bool:
    return any(mark.lower == "that" for clause in sentence.children(noun, "acl", "ccomp") for mark in sentence.children(clause, "mark"))


def owner_of(sentence: Sentence, noun: Token) -> Token | None:
    """Whose claim it is: "X's claim", "his claim", "claims by X", "a warning from X"."""
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None and owner.dep == "nmod:poss":
        return owner
    for child in sentence.children(noun, "nmod", "obl"):
        if any(case.lower in ("by", "from", "among") for case in sentence.children(child, "case")):
            return child
    return None


def _light_subject(sentence: Sentence, noun: Token) -> Token | None:
    """ "X issued a statement", "X made the claim"."""
    head = sentence.head(noun)
    if noun.dep == "obj" and head.lemma.lower() in _LIGHT_VERBS:
        return subject_of(sentence, head)
    return None


def _from_adjective(sentence: Sentence, adjective: Token, cue: Cue) -> Report | None:
    source = sentence.child(adjective, "nsubj") or (subject_of(sentence, adjective) if adjective.dep in ("xcomp", "conj", "advcl") else None)
    clause = sentence.child(adjective, "ccomp", "csubj", "xcomp") or sentence.child(adjective, "advcl")
    content: tuple[Span, ...] = ()
    if clause is not None and clause.index > adjective.index and (clause.dep != "advcl" or _whether(sentence, adjective) is clause):
        content = pieces_of(sentence, sentence.subtree(clause))
    else:
        _frame, content = _prepositional(sentence, adjective, cue)
    if not content:
        return None
    if cue.choosy and not is_speaker(sentence, source):
        return None
    if not cue.choosy and source is not None and source.lower not in _VAGUE:
        return None
    source = source if source is not None and source.dep != "expl" and source.lower != "it" else None
    return _report(sentence, adjective, cue, source, content, quotes=False, strong=False, frame="adjective")


def _from_according(sentence: Sentence, token: Token) -> Report | None:
    """ "according to X": X is what stands behind it, the content the clause that X modifies, or all of the sentence that it opens or closes."""
    first = token.index + 2
    if first >= len(sentence) or sentence.tokens[first - 1].lower != "to":
        return None
    noun = sentence.tokens[first]
    while sentence.head(noun).index >= first and noun.head != noun.index and not _is_clause(sentence, sentence.head(noun)):
        noun = sentence.head(noun)
    phrase = [t for t in sentence.subtree(noun) if t.index >= first]
    source = source_tokens(sentence, noun, token)
    source = tuple(t for t in source if t.index >= first) or (noun,)
    whole = (*phrase, token, sentence.tokens[first - 1])
    content = pieces_of(sentence, _modified(sentence, noun, token, phrase), whole)
    cue_span = Span(token.start, sentence.tokens[first - 1].end)
    return Report(token, cue_span, noun, span_of(source), content, Stance.ASSERTS, quotes=True, strong=True, frame="according")


def _is_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective with a copula or a subject."""
    return token.pos in ("VERB", "AUX") or sentence.child(token, "cop", "nsubj", "csubj", "expl") is not None


def _modified(sentence: Sentence, noun: Token, token: Token, phrase: list[Token]) -> tuple[Token, ...]:
    """What a phrase at the edge of a sentence says is the whole sentence, else the clause around it."""
    at_edge = token.index <= 1 or all(t.pos == "PUNCT" for t in sentence.tokens[max(t.index for t in phrase) + 1 :])
    if at_edge:
        return sentence.tokens
    clause = next((t for t in sentence.ancestors(noun) if t.pos in ("VERB", "AUX") and t.index != token.index), sentence.head(noun))
    return sentence.subtree(clause)


def _from_view(sentence: Sentence, noun: Token) -> Report | None:
    """ "in his view", "in the words of the minister"."""
    case = next((case for case in sentence.children(noun, "case") if case.lower in ("in", "by", "to")), None)
    source = owner_of(sentence, noun) or _oblique(sentence, noun, ("of",))
    main = sentence.head(noun)
    if case is None or source is None or main.index == noun.index or main.pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
        return None
    content = pieces_of(sentence, sentence.subtree(main), sentence.subtree(noun))
    return Report(
        noun, Span(noun.start, noun.end), source, source_span(sentence, source), content, Stance.ASSERTS, quotes=True, strong=False, frame="view"
    )


def _from_survey(sentence: Sentence, noun: Token) -> Report | None:
    """ "In a Gallup poll, six of ten …": the poll is the source of the clause."""
    case = next((case for case in sentence.children(noun, "case") if case.lower in ("in", "per")), None)
    main = sentence.head(noun)
    if case is None or noun.dep != "obl" or main.pos not in ("VERB", "ADJ", "NOUN", "AUX"):
        return None
    tokens = [token for token in source_tokens(sentence, noun) if token.index > case.index]
    content = pieces_of(sentence, sentence.subtree(main), sentence.subtree(noun))
    return Report(case, Span(case.start, case.end), noun, span_of(tokens), content, Stance.ASSERTS, quotes=False, strong=False, frame="survey")


def _from_adverb(sentence: Sentence, adverb: Token) -> Report | None:
    main = sentence.head(adverb)
    if main.index == adverb.index:
        return None
    content = pieces_of(sentence, sentence.subtree(main), (adverb,))
    return Report(adverb, Span(adverb.start, adverb.end), None, None, content, Stance.ASSERTS, quotes=False, strong=False, frame="adverb")


def _report(
    sentence: Sentence, cue: Token, word: Cue, source: Token | None, content: tuple[Span, ...], *, quotes: bool, strong: bool, frame: str
) -> Report:
    tokens = cue_tokens(sentence, cue)
    span = source_span(sentence, source, cue) if source is not None else None
    return Report(cue, span_of(tokens), source, span, content, _stance(sentence, cue, word), quotes, strong, frame)


def _stance(sentence: Sentence, cue: Token, word: Cue) -> Stance:
    """The cue's stance, turned round where it is negated ("did not deny") or where the verb above declines ("refused to say")."""
    head = sentence.head(cue)
    if cue.dep == "xcomp" and head.lemma.lower() in words_of_declining():
        return Stance.DECLINES
    negated = any(child.lower in _NEGATIONS for child in sentence.children(cue, "advmod", "neg", "det"))
    return flipped(word.stance) if negated else word.stance


def words_of_declining() -> frozenset[str]:
    return frozenset(lemma for lemma, cue in cues("verbs").items() if cue.stance is Stance.DECLINES)
