"""What do nouns, adjectives, prepositions and adverbs report: "the claim that", "sure that", "according to", "reportedly"?"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.extract.attribution_behind import clause_behind, from_drawn, from_made_clear
from crosscheck.extract.attribution_lexicon import Cue, can_speak, grammar
from crosscheck.extract.attribution_report import Report, report_of
from crosscheck.extract.attribution_sources import is_speaker, is_vague, light_subject, noun_at, oblique, owner_of, subject_of
from crosscheck.extract.attribution_spans import pieces_of, source_span, source_tokens, span_of
from crosscheck.extract.attribution_verbs import prepositional, whether_clause
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance

_SETTING_OFF = ("–", "—", "--", "-", "(", ")")


def from_noun(sentence: Sentence, noun: Token, cue: Cue) -> Report | None:
    drawn = from_drawn(sentence, noun, cue)
    if drawn is not None:
        return drawn
    source = owner_of(sentence, noun) or light_subject(sentence, noun) or _bearer(sentence, noun)
    content = _noun_content(sentence, noun, cue)
    if not content or (source is None and not _is_clausal(sentence, noun)):
        return None
    return report_of(sentence, noun, cue, source, content, quotes=False, strong=False, frame="noun")


def _bearer(sentence: Sentence, noun: Token) -> Token | None:
    """ "She is a critic of the plan"."""
    copula = sentence.child(noun, "cop")
    if copula is None:
        return None
    return sentence.child(noun, "nsubj") or noun_at(sentence, copula.index - 1, -1, copula)


def _noun_content(sentence: Sentence, noun: Token, cue: Cue) -> tuple[Span, ...]:
    for clause in sentence.children(noun, "acl", "ccomp", "advcl"):
        marks = {mark.lower for mark in sentence.children(clause, "mark")}
        if clause.dep != "acl:relcl" and (("that" in marks and "clause" in cue.frames) or ("to" in marks and "to" in cue.frames)):
            return pieces_of(sentence, sentence.subtree(clause))
    after = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence) else None
    if "clause" in cue.frames and after is not None and after.lower == "that" and after.dep == "mark" and after.head > after.index:
        return pieces_of(sentence, sentence.subtree(sentence.head(after)))
    if "clause" in cue.frames and (behind := clause_behind(sentence, noun)):
        return behind
    if cue.takes("to") and (clause_ := sentence.child(noun, "acl")) is not None and clause_.tag == "VB":
        return pieces_of(sentence, sentence.subtree(clause_))
    case, content = prepositional(sentence, noun, cue)
    whose = sentence.child(noun, "compound")
    if not content and cue.frames == {"of"} and whose is not None and sentence.child(noun, "cop") is not None:
        return pieces_of(sentence, sentence.subtree(whose))  # "she is a Lee supporter"
    if not content and noun.dep == "obj" and sentence.head(noun).lemma.lower() in grammar("light_verbs"):
        case, content = prepositional(sentence, sentence.head(noun), cue)  # "took aim at the plan"
    return () if case in ("to", "for") and noun.lemma.lower() not in grammar(f"{case}_nouns") else content


def _is_clausal(sentence: Sentence, noun: Token) -> bool:
    return any(mark.lower == "that" for clause in sentence.children(noun, "acl", "ccomp") for mark in sentence.children(clause, "mark"))


def from_adjective(sentence: Sentence, adjective: Token, cue: Cue) -> Report | None:
    """ "She is sure that", "made clear that", "it is unclear whether"."""
    return from_made_clear(sentence, adjective) or _from_feeling(sentence, adjective, cue)


def _from_feeling(sentence: Sentence, adjective: Token, cue: Cue) -> Report | None:
    head = sentence.head(adjective)
    made = adjective.dep == "xcomp" and head.lemma.lower() == "make"
    inherits = adjective.dep in ("xcomp", "conj", "advcl", "acl", "amod")
    source = sentence.child(adjective, "nsubj") or (subject_of(sentence, adjective) if inherits else None)
    source = subject_of(sentence, head) if made else source
    clause = sentence.child(adjective, "ccomp", "csubj", "xcomp") or (sentence.child(head, "ccomp") if made else None)
    clause = clause or whether_clause(sentence, adjective)
    if clause is not None and clause.index > adjective.index:
        content = pieces_of(sentence, sentence.subtree(clause))
    else:
        content = prepositional(sentence, adjective, cue)[1]
    if not content or (cue.choosy and not is_speaker(source)):
        return None
    if not (cue.choosy or made) and source is not None and not is_vague(source):
        return None
    source = source if source is not None and source.dep != "expl" and not (is_vague(source) and not made) else None
    return report_of(sentence, adjective, cue, source, content, quotes=False, strong=False, frame="adjective")


def from_according(sentence: Sentence, token: Token) -> Report | None:
    """ "according to X": X is what stands behind it, the content the clause that X modifies, or all of the sentence that it opens or closes."""
    first = token.index + 2
    if first >= len(sentence) or sentence.tokens[first - 1].lower != "to":
        return None
    noun = sentence.tokens[first]
    while sentence.head(noun).index >= first and noun.head != noun.index and not _is_clause(sentence, sentence.head(noun)):
        noun = sentence.head(noun)
    if noun.lemma.lower() in grammar("scales"):
        return None
    end = _end_of_source(sentence, first) if token.index == 0 else len(sentence)
    phrase = [t for t in sentence.subtree(noun) if first <= t.index < end] or [noun]
    source = tuple(t for t in source_tokens(sentence, noun, token) if first <= t.index < end) or (noun,)
    whole = (*phrase, token, sentence.tokens[first - 1])
    content = pieces_of(sentence, _modified(sentence, noun, token, phrase), whole)
    cue_span = Span(token.start, sentence.tokens[first - 1].end)
    return Report(token, cue_span, noun, span_of(source), content, Stance.ASSERTS, quotes=True, strong=True, frame="according")


def _end_of_source(sentence: Sentence, first: int) -> int:
    """ "According to X, …" ends at the comma, or at the second where the first opens an apposition ("X, a spokesman for Y, …")."""
    commas = [t.index for t in sentence.tokens[first:] if t.text == ","]
    if (
        len(commas) > 1
        and sentence.tokens[commas[0] + 1].pos == "DET"
        and any(can_speak(t.lemma.lower()) for t in sentence.tokens[commas[0] : commas[1]])
    ):
        return commas[1]
    return commas[0] if commas else len(sentence)


def _is_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective with a copula or a subject."""
    return token.pos in ("VERB", "AUX") or sentence.child(token, "cop", "nsubj", "csubj", "expl") is not None


def _modified(sentence: Sentence, noun: Token, token: Token, phrase: Sequence[Token]) -> tuple[Token, ...]:
    """What a phrase at the edge of a sentence says is the whole sentence, else the clause around it."""
    at_edge = token.index <= 1 or all(t.pos == "PUNCT" for t in sentence.tokens[max(t.index for t in phrase) + 1 :])
    if at_edge:
        return sentence.tokens
    clause = next((t for t in sentence.ancestors(noun) if t.pos in ("VERB", "AUX") and t.index != token.index), sentence.head(noun))
    return _set_off(sentence, token, sentence.subtree(clause))


def _set_off(sentence: Sentence, token: Token, clause: Sequence[Token]) -> tuple[Token, ...]:
    """ "Farmers – half of the voters, according to a poll – agree": between two dashes or brackets, only what stands there with it."""
    marks = [t.index for t in sentence if t.text in _SETTING_OFF]
    before, after = [at for at in marks if at < token.index], [at for at in marks if at > token.index]
    if not before or not after:
        return tuple(clause)
    return tuple(t for t in sentence.tokens[before[-1] + 1 : after[0]] if t.pos != "PUNCT") or tuple(clause)


def from_view(sentence: Sentence, noun: Token) -> Report | None:
    """ "in his view", "in the words of the minister"."""
    case = next((case for case in sentence.children(noun, "case") if case.lower in ("in", "by", "to")), None)
    source = owner_of(sentence, noun) or oblique(sentence, noun, ("of",))
    main = sentence.head(noun)
    if case is None or source is None or main.index == noun.index or main.pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
        return None
    content = pieces_of(sentence, sentence.subtree(main), sentence.subtree(noun))
    return Report(
        noun, Span(noun.start, noun.end), source, source_span(sentence, source), content, Stance.ASSERTS, quotes=True, strong=False, frame="view"
    )


def from_survey(sentence: Sentence, noun: Token) -> Report | None:
    """ "In a Gallup poll, six of ten …": the poll is the source of the clause."""
    case = next((case for case in sentence.children(noun, "case") if case.lower in ("in", "per")), None)
    main = sentence.head(noun)
    if case is None or noun.dep != "obl" or main.pos not in ("VERB", "ADJ", "NOUN", "AUX"):
        return None
    tokens = [token for token in source_tokens(sentence, noun) if token.index > case.index]
    content = pieces_of(sentence, sentence.subtree(main), sentence.subtree(noun))
    return Report(case, Span(case.start, case.end), noun, span_of(tokens), content, Stance.ASSERTS, quotes=False, strong=False, frame="survey")


def from_adverb(sentence: Sentence, adverb: Token) -> Report | None:
    main = sentence.head(adverb)
    if main.index == adverb.index:
        return None
    content = pieces_of(sentence, sentence.subtree(main), (adverb,))
    return Report(adverb, Span(adverb.start, adverb.end), None, None, content, Stance.ASSERTS, quotes=False, strong=False, frame="adverb")
