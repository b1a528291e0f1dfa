"""Who could be meant as the source of a cue: its subject, its "by" phrase, its owner, or the noun beside it?"""

from __future__ import annotations

from collections.abc import Collection

from crosscheck.extract.attribution_lexicon import can_speak, grammar
from crosscheck.extract.attribution_spans import cue_tokens
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.language.tokens import Sentence, Token

_PERSONS = ("i", "he", "she", "we", "him", "her", "us", "who", "whom")  # "they" and "them" may be what was said


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it: the subject, or that of the verb it hangs on ("adding that", "went on to say", "and warned")."""
    own = [child for child in sentence.children(verb, "nsubj", "csubj") if child.dep != "nsubj:pass" and not is_time(child)]
    if own:
        return min(own, key=lambda child: abs(child.index - verb.index))  # "Relatives watched it, lawyers said" may have both
    if _trails(sentence, verb):
        return _main_subject(sentence, verb)
    relation = verb.dep.partition(":")[0]
    head = sentence.head(verb)
    if relation in ("acl", "amod"):
        return head if verb.tag in ("VBG", "VB") or verb.dep in ("acl", "amod") else None
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and head.index != verb.index and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return _controller(sentence, verb, head)
    return None


def _trails(sentence: Sentence, verb: Token) -> bool:
    """ "A judge rejected a request to open the file, saying it was private": behind a comma the one who acts speaks, not what stands nearest."""
    before = sentence.tokens[verb.index - 1] if verb.index else None
    while before is not None and before.index > 0 and before.pos == "ADV":
        before = sentence.tokens[before.index - 1]
    return verb.tag == "VBG" and verb.dep.partition(":")[0] in ("acl", "advcl") and before is not None and before.text == ","


def _main_subject(sentence: Sentence, verb: Token) -> Token | None:
    for above in sentence.ancestors(verb):
        subject = sentence.child(above, "nsubj") if above.pos in ("VERB", "AUX") or above.head == above.index else None
        if subject is not None and subject.index < verb.index and subject.lower not in ("that", "which", "who"):
            return subject
    return sentence.head(verb) if verb.dep.startswith("acl") else None


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


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    found = oblique(sentence, verb, ("by",))
    return found if found is not None and found.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ") else None


def owner_of(sentence: Sentence, noun: Token) -> Token | None:
    """Whose claim it is: "X's claim", "his claim", "claims by X", "a warning from X"."""
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None and owner.dep == "nmod:poss":
        return owner
    for child in sentence.children(noun, "nmod", "obl"):
        if any(case.lower in ("by", "from", "among") for case in sentence.children(child, "case")):
            return child
    return None


def light_subject(sentence: Sentence, noun: Token) -> Token | None:
    """ "X issued a statement", "X made the claim"."""
    head = sentence.head(noun)
    if noun.dep == "obj" and head.lemma.lower() in grammar("light_verbs"):
        return subject_of(sentence, head)
    return None


def neighbour_of(sentence: Sentence, cue: Token) -> Token | None:
    """The noun right behind the cue ("said Mr X"), else right in front of it: who speaks where the tree does not say."""
    tokens = cue_tokens(sentence, cue)
    after = noun_at(sentence, tokens[-1].index + 1, 1, cue)
    return after if after is not None and _closes_a_quote(sentence, tokens[0]) else noun_at(sentence, tokens[0].index - 1, -1, cue) or after


def _closes_a_quote(sentence: Sentence, cue: Token) -> bool:
    return cue.index > 0 and sentence.tokens[cue.index - 1].pos == "PUNCT"


def noun_at(sentence: Sentence, at: int, step: int, cue: Token) -> Token | None:
    """The head of the phrase that begins or ends at a place beside the cue, behind a comma or an adverb."""
    while 0 <= at < len(sentence) and ((sentence.tokens[at].text == "," and step < 0) or sentence.tokens[at].pos == "ADV"):
        at += step
    if step < 0 and at > 0 and sentence.tokens[at].text == ")":  # "Rep. Ann Lee (D-Md.) said"
        at = next((t.index - 1 for t in reversed(sentence.tokens[:at]) if t.text == "("), at)
    if not 0 <= at < len(sentence) or sentence.tokens[at].pos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        return None
    noun = sentence.tokens[at]
    while noun.head != noun.index and (noun.head - cue.index) * step > 0 and sentence.head(noun).pos in ("NOUN", "PROPN", "PRON", "NUM"):
        noun = sentence.head(noun)
    return noun if noun.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET") and not is_time(noun) else None


def is_speaker(source: Token | None) -> bool:
    """Whether somebody could say or think something: a person, a body of people, a pronoun for one, or a name."""
    if source is None:
        return False
    if source.pos in ("PRON", "DET", "ADJ", "NUM"):
        return source.lower not in grammar("vague")
    if source.lemma.lower() in grammar("crowds"):
        return True
    return source.pos == "PROPN" or bool(source.name) or can_speak(source.lemma.lower()) or (source.text[0].isupper() and source.index > 0)


def is_sent_away(thing: Token | None) -> bool:
    """ "The driver was dismissed", "rejected the candidate": of a person such a verb denies nothing."""
    return thing is not None and (thing.name == "PER" or thing.lower in _PERSONS or is_person_noun(thing.lemma.lower()))


def could_say(source: Token) -> bool:
    """Whether a speaker or a document: "the survey says:", not "the growth continued."."""
    return is_speaker(source) or source.lemma.lower() in grammar("documents")


def is_vague(source: Token) -> bool:
    """ "it", "this", "there": a pronoun that thinks nothing."""
    return source.lower in grammar("vague")


def is_time(token: Token) -> bool:
    """ "Tuesday", "March", "yesterday" say nothing."""
    return token.lower in words_of("attribution_hedges", "times")


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb has a tense, so that somebody must be its subject."""
    return verb.tag in ("VBD", "VBZ", "VBP") or any(child.tag in ("VBD", "VBZ", "VBP", "MD") for child in sentence.children(verb, "aux"))


def is_put_to(sentence: Sentence, verb: Token) -> bool:
    """ "Asked why she had left, Ann Lee said …": the one who goes on to speak was asked."""
    return verb.tag in ("VBN", "VBD") and (verb.dep == "advcl" or verb.index == 0) and sentence.child(verb, "nsubj", "aux") is None


def is_passive(sentence: Sentence, verb: Token) -> bool:
    if sentence.child(verb, "aux:pass", "nsubj:pass") is not None:
        return any(child.dep in ("aux:pass", "nsubj:pass") for child in sentence.children(verb))
    participle = verb.tag == "VBN" and verb.dep.partition(":")[0] in ("acl", "advcl", "amod")
    if participle and (_is_sentence_verb(sentence, verb) or _closes_apposition(sentence, verb)):
        return False
    return participle and verb.dep != "acl:relcl" and sentence.child(verb, "aux", "obj", "ccomp", "nsubj") is None


def _closes_apposition(sentence: Sentence, verb: Token) -> bool:
    """ "Ann Lee, a spokeswoman for the union, called for talks" read as a participle: the name has no other verb."""
    noun = sentence.head(verb)
    before = sentence.tokens[verb.index - 1]
    commas = sum(token.text == "," for token in sentence.tokens[noun.index : verb.index])
    if verb.dep != "acl" or before.text != "," or commas < 2 or noun.dep.startswith(("nsubj", "obj", "obl", "nmod")):
        return False
    return agent_of(sentence, verb) is None


def _is_sentence_verb(sentence: Sentence, verb: Token) -> bool:
    """ "The bishops called for a ceasefire." read as a noun phrase: a full sentence needs a verb, and this is the only one."""
    noun = sentence.head(verb)
    full = sentence.tokens[-1].text in (".", "!", "?") and not sentence.headline
    return full and noun.head == noun.index and noun.index < verb.index and sentence.child(noun, "cop") is None and agent_of(sentence, verb) is None


def oblique(sentence: Sentence, head: Token, prepositions: Collection[str]) -> Token | None:
    """The first phrase or gerund clause below with one of these prepositions."""
    for child in sentence.children(head, "obl", "nmod", "advcl", "obj", "acl"):
        if any(mark.lower in prepositions for mark in sentence.children(child, "case", "mark")):
            return child
    return None
