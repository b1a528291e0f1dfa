"""What does a verb of speech or thought govern, and who is its source?

The frames are those of attribution_cues.toml, tried in the order of `_governed`.
"""

from __future__ import annotations

from crosscheck.extract.attribution_behind import clause_behind, from_what, words_behind
from crosscheck.extract.attribution_lexicon import Cue, cues, grammar
from crosscheck.extract.attribution_nobody import is_nobodys
from crosscheck.extract.attribution_report import Report, is_negated_thought, report_of
from crosscheck.extract.attribution_sources import (
    agent_of,
    is_finite,
    is_passive,
    is_put_to,
    is_sent_away,
    is_speaker,
    is_time,
    neighbour_of,
    oblique,
    subject_of,
)
from crosscheck.extract.attribution_spans import pieces_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Span, Stance


def from_verb(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    return _from_tree(sentence, verb, cue) or from_what(sentence, verb, cue)


def _from_tree(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    if is_passive(sentence, verb):
        return _from_passive(sentence, verb, cue)
    if "felt" in cue.frames and (report := _felt(sentence, verb, cue)) is not None:
        return report
    if cue.lemma in grammar("light_heads") and _governs_cue(sentence, verb):
        return None
    if cue.lemma in grammar("raising"):
        return _from_raising(sentence, verb, cue)
    source = subject_of(sentence, verb) or (neighbour_of(sentence, verb) if is_finite(sentence, verb) else None)
    if is_put_to(sentence, verb):
        source = agent_of(sentence, verb)
    strong = "quote" in cue.frames and "clause" in cue.frames
    frame, content = _governed(sentence, verb, cue)
    if not content and is_speaker(source):
        frame, content = _hidden(sentence, verb, cue)
    if not _may_be_source(source, frame, cue):
        return None
    if frame == "object" and cue.stance is Stance.DENIES and is_sent_away(_thing(sentence, verb)):
        return None
    if not content and is_negated_thought(sentence, verb, cue):
        return None
    if frame in ("object", "patient") and _is_purpose(sentence, verb) and not is_speaker(source):
        return None
    if not content and not strong:
        return None
    if is_nobodys(sentence, verb, source, frame):
        return None
    return report_of(sentence, verb, cue, source, content, quotes=cue.takes("quote"), strong=strong, frame=frame or "quote")


def _hidden(sentence: Sentence, verb: Token, cue: Cue) -> tuple[str, tuple[Span, ...]]:
    """ "He has not endorsed Lee and …", read as if Lee did the next thing: the words right behind a verb that must have an object."""
    if cue.takes("person_clause") and (told := clause_behind(sentence, verb)):
        return "clause", told
    if not cue.takes("object", "patient") or "object" in cue.nouns or sentence.child(verb, "obj", "ccomp", "xcomp") is not None:
        return "", ()
    tensed = verb.tag in ("VBD", "VBZ", "VBP") or sentence.child(verb, "aux") is not None
    return ("object", words_behind(sentence, verb)) if tensed else ("", ())


def _may_be_source(source: Token | None, frame: str, cue: Cue) -> bool:
    """Whether the frame takes such a source; "it plans to raise rates" speaks of a body of people."""
    if frame not in cue.choosy | cue.papers:
        return True
    if frame in cue.papers and source is not None and source.lemma.lower() in grammar("documents"):
        return True
    body = source is not None and source.lower == "it" and frame == "to"
    return frame in cue.choosy and (body or is_speaker(source))


def _is_purpose(sentence: Sentence, verb: Token) -> bool:
    """ "a chance to challenge him", "a word to describe it": nobody has done it."""
    return verb.tag == "VB" and verb.dep.partition(":")[0] == "acl"


def _felt(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    """ "The verdict angered the families": who is angered is the source, what angers them the content."""
    who, what = sentence.child(verb, "obj"), subject_of(sentence, verb)
    if who is None or what is None or not is_speaker(who) or is_speaker(what):
        return None
    return report_of(sentence, verb, cue, who, pieces_of(sentence, sentence.subtree(what)), quotes=False, strong=False, frame="felt")


def _felt_passive(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    """ "The families were angered by the verdict", "she was excited to come"."""
    who = sentence.child(verb, "nsubj:pass", "nsubj")
    what = sentence.child(verb, "ccomp", "xcomp") or oblique(sentence, verb, ("by", "about", "with", "at", "over", "that"))
    if who is None or what is None or not is_speaker(who):
        return None
    return report_of(sentence, verb, cue, who, pieces_of(sentence, sentence.subtree(what)), quotes=False, strong=False, frame="felt")


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
    return report_of(sentence, verb, cue, None, tuple(sorted(content)), quotes=False, strong=False, frame="to")


def _governed(sentence: Sentence, verb: Token, cue: Cue) -> tuple[str, tuple[Span, ...]]:
    """The first frame of the cue that the sentence fills, and its spans."""
    readers = (("clause", _clause), ("object_to", _object_and_infinitive), ("to", _infinitive), ("patient", _patient))
    for frame, reader in readers:
        takes = cue.takes("clause", "person_clause", "quote") if frame == "clause" else frame in cue.frames
        content = reader(sentence, verb) if takes else ()
        if content:
            return frame, content
    content = (_object(sentence, verb, cue) or _gerund(sentence, verb, cue)) if "object" in cue.frames else ()
    if content:
        return "object", content
    return prepositional(sentence, verb, cue)


def _clause(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    clause = sentence.child(verb, "ccomp") or _finite_xcomp(sentence, verb) or whether_clause(sentence, verb)
    if clause is not None and not _is_aside(sentence, verb, clause):
        return pieces_of(sentence, sentence.subtree(clause), _cue_clause(sentence, verb, clause))
    if not _stands_apart(sentence, verb):
        return ()
    if verb.dep == "parataxis":
        return _around(sentence, verb, sentence.head(verb))
    if verb.dep == "advcl" and any(mark.lower == "as" for mark in sentence.children(verb, "mark")):
        return _around(sentence, verb, sentence.head(verb))
    return ()


def _is_aside(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """ "…," she said, taking off her hat: a participle behind a comma tells what the speaker did."""
    before = sentence.tokens[clause.index - 1] if clause.index else clause
    return clause.tag == "VBG" and before.text == "," and before.index > verb.index


def _stands_apart(sentence: Sentence, verb: Token) -> bool:
    """Whether nothing that could be said follows in the verb's own clause: "…, he said on Tuesday", not "he called her weak"."""
    follows = next((t for t in sentence.children(verb, "obj", "xcomp", "ccomp") if t.index > verb.index), None)
    return follows is None or follows.name != "" or follows.lemma.lower() in grammar("hearers")


def _finite_xcomp(sentence: Sentence, verb: Token) -> Token | None:
    """A complement clause with a subject of its own that was taken for an infinitive."""
    clause = sentence.child(verb, "xcomp")
    return clause if clause is not None and sentence.child(clause, "nsubj", "csubj", "expl") is not None else None


def whether_clause(sentence: Sentence, verb: Token) -> Token | None:
    """ "asked whether it was true": a clause taken for an adverbial one."""
    clauses = sentence.children(verb, "advcl")
    return next(
        (
            clause
            for clause in clauses
            if any(
                mark.lower in ("that", "whether") or (mark.lower == "if" and verb.lemma.lower() in ("ask", "wonder"))
                for mark in sentence.children(clause, "mark")
            )
        ),
        None,
    )


def _around(sentence: Sentence, verb: Token, main: Token) -> tuple[Span, ...]:
    """An interrupted sentence: "The plan, he said, was bad"."""
    return pieces_of(sentence, sentence.subtree(main), sentence.subtree(verb))


def _cue_clause(sentence: Sentence, verb: Token, clause: Token) -> tuple[Token, ...]:
    """The words of the cue's own clause, which may stand in the middle of what it governs."""
    below = {token.index for token in sentence.subtree(clause)}
    return tuple(token for token in sentence.subtree(verb) if token.index not in below)


def _infinitive(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    clause = next(
        (child for child in sentence.children(verb, "xcomp", "advcl") if child.index > verb.index and _is_infinitive(sentence, child)), None
    )
    return pieces_of(sentence, sentence.subtree(clause)) if clause is not None else ()


def _is_infinitive(sentence: Sentence, clause: Token) -> bool:
    return any(mark.lower == "to" for mark in sentence.children(clause, "mark", "aux"))


def _thing(sentence: Sentence, verb: Token) -> Token | None:
    """The object; of "denounced him" the tree may have taken the only one for a second."""
    return sentence.child(verb, "obj") or sentence.child(verb, "iobj")


def _object_and_infinitive(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    thing = _thing(sentence, verb)
    if thing is None or thing.index < verb.index:
        return ()
    below = (*sentence.children(verb, "xcomp", "ccomp", "advcl"), *sentence.children(thing, "acl"))
    clause = next((child for child in below if child.index > thing.index and _is_infinitive(sentence, child)), None)
    return pieces_of(sentence, (*sentence.subtree(thing), *sentence.subtree(clause))) if clause is not None else ()


def _patient(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """ "accused Mali of fraud": the one spoken of and what is said of it."""
    thing = _thing(sentence, verb)
    if thing is None:
        return ()
    said = _placed(sentence, verb, thing) if verb.lemma.lower() in grammar("placing") else _said_of(sentence, verb, thing)
    if said is None or said.index < verb.index:
        return ()
    return pieces_of(sentence, (*sentence.subtree(thing), *sentence.subtree(said)))


def _said_of(sentence: Sentence, verb: Token, thing: Token) -> Token | None:
    said = sentence.child(verb, "xcomp") or oblique(sentence, verb, grammar("patient_prepositions"))
    return said or oblique(sentence, thing, ("as", "of", "at"))


def _placed(sentence: Sentence, verb: Token, thing: Token) -> Token | None:
    """ "Put the toll at 22"."""
    rest = sentence.child(verb, "xcomp")
    at_rest = rest if rest is not None and oblique(sentence, rest, ("at",)) is not None else None
    return oblique(sentence, verb, ("at",)) or oblique(sentence, thing, ("at",)) or at_rest


def _object(sentence: Sentence, verb: Token, cue: Cue) -> tuple[Span, ...]:
    thing = _thing(sentence, verb)
    if thing is None or (thing.tag in ("PRP", "WP", "WDT") and thing.lower not in ("it", "this", "that", "him", "her", "them")):
        return ()
    if "object" in cue.nouns and thing.lemma.lower() not in cues("nouns"):
        return ()
    extra = [child for child in sentence.children(verb, "obl", "advcl", "xcomp") if child.index > thing.index and _completes(sentence, child)]
    return pieces_of(sentence, [token for part in (thing, *extra) for token in sentence.subtree(part)])


def _gerund(sentence: Sentence, verb: Token, cue: Cue) -> tuple[Span, ...]:
    """ "proposes selling it", "admitted using it"."""
    if "object" in cue.nouns:
        return ()
    clause = sentence.child(verb, "xcomp", "ccomp")
    return pieces_of(sentence, sentence.subtree(clause)) if clause is not None and clause.tag == "VBG" and clause.index > verb.index else ()


def _completes(sentence: Sentence, phrase: Token) -> bool:
    """A phrase behind the object that says more of it: "praised him for his work", not "praised him on Tuesday"."""
    return any(mark.lower in grammar("object_prepositions") for mark in sentence.children(phrase, "case", "mark")) and not is_time(phrase)


def prepositional(sentence: Sentence, verb: Token, cue: Cue) -> tuple[str, tuple[Span, ...]]:
    child = oblique(sentence, verb, cue.frames)
    if child is None or child.index < verb.index or is_time(child) or child.lemma.lower() in grammar("circumstances"):
        child = _topic(sentence, verb, cue)
    if child is None:
        return "", ()
    case = next(mark for mark in sentence.children(child, "case", "mark") if mark.lower in cue.frames)
    tokens = [token for token in sentence.subtree(child) if token.index > case.index]
    return case.lower, pieces_of(sentence, tokens)


def _topic(sentence: Sentence, verb: Token, cue: Cue) -> Token | None:
    """What is spoken about, where that hangs on who is spoken to or where: "talked to her aides about the plan"."""
    for phrase in sentence.children(verb, "obl", "obj"):
        for child in sentence.children(phrase, "nmod", "obl", "acl"):
            if child.index > verb.index and any(mark.lower in cue.frames & {"about", "for"} for mark in sentence.children(child, "case", "mark")):
                return child if "about" in cue.frames and not is_time(child) else None
    return None


def _from_passive(sentence: Sentence, verb: Token, cue: Cue) -> Report | None:
    """ "was accused of fraud by Mali", "is believed to have fled", "it was announced that"."""
    if "felt" in cue.frames:
        return _felt_passive(sentence, verb, cue)
    source = agent_of(sentence, verb)
    spoken_of = sentence.child(verb, "nsubj:pass", "nsubj") or _noun_described(sentence, verb)
    clause = sentence.child(verb, "ccomp", "csubj")
    complement = clause or sentence.child(verb, "xcomp") or _complement(sentence, verb, cue)
    content: tuple[Span, ...]
    if cue.stance is Stance.DENIES and clause is None and is_sent_away(spoken_of):
        return None
    if "passive" in cue.nouns and (spoken_of is None or spoken_of.lemma.lower() not in cues("nouns")):
        return None
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
    return report_of(sentence, verb, cue, source, tuple(sorted(content)), quotes=False, strong=False, frame="passive")


def _complement(sentence: Sentence, verb: Token, cue: Cue) -> Token | None:
    """What is said of the subject of a passive: "accused of fraud", "seen as weak", "asked about it"; never when or where."""
    prepositions = grammar("patient_prepositions") | {"about"} if cue.takes("patient", "object_to") else ("of", "as", "about")
    found = oblique(sentence, verb, prepositions)
    return found if found is not None and not is_time(found) else None


def _only_names(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """ "a group called Hope", "compared with last year" and "a note published in April" report nothing."""
    participle = sentence.child(verb, "aux:pass") is None
    return participle and (cue.lemma in grammar("naming") or (sentence.child(verb, "ccomp", "xcomp") is None and not cue.takes("patient")))


def _phrase(sentence: Sentence, noun: Token, verb: Token) -> tuple[Token, ...]:
    """The noun phrase without the participle that describes it."""
    below = {token.index for token in sentence.subtree(verb)} if verb.head == noun.index else set()
    return tuple(token for token in sentence.subtree(noun) if token.index not in below)


def _noun_described(sentence: Sentence, verb: Token) -> Token | None:
    return sentence.head(verb) if verb.dep.partition(":")[0] in ("acl", "amod") else None
