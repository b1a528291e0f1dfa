"""Did an event happen, or was it denied, planned, possible, conditional or alleged?

Read from the words that hang on its verb or noun and from the verb above. Words live in data/lexicon/event_verbs.toml.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.event_unreal import (
    hangs_on_an_if,
    is_in_question,
    is_left_undone,
    is_no_longer,
    is_purpose_of_nothing,
    is_unrealised,
    is_unsurpassed,
)
from crosscheck.extract.event_untrue import is_borne_out_by_nothing, is_refuted
from crosscheck.extract.lexicon import words_of
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.claim import Modality, Polarity

_NEGATION_REACH = 6  # tokens; farther apart, a "not" belongs to something in between
_NEGATING = ("advmod", "det", "cc", "dep", "discourse", "mark", "case")


def polarity_of(sentence: Sentence, token: Token, frame: Token) -> Polarity:
    nodes = {token.index: token, frame.index: frame}.values()
    negated = 0 if is_unsurpassed(sentence, token) else sum(1 for node in nodes for _ in _negations(sentence, node))
    negated += _is_prevented(sentence, frame) or _is_yet_to(sentence, frame) or is_left_undone(sentence, frame)
    negated += _is_raised(sentence, frame) or _is_of_none(sentence, token) or _is_of_no_plan(sentence, frame)
    negated += token == frame and _bringer(sentence, token) in words_of("event_verbs", "negative_of_nouns")
    negated += _is_disbelieved(sentence, frame) or is_refuted(sentence, frame)
    return Polarity.NEGATED if negated % 2 else Polarity.AFFIRMED


def _negations(sentence: Sentence, node: Token) -> Iterator[Token]:
    negations = words_of("event_verbs", "negations")
    between = _after_auxiliary(sentence, node)
    for child in sentence.children(node):
        direct = child.lower in negations and child.dep.partition(":")[0] in _NEGATING and child not in between and not _is_only(sentence, child)
        if direct or (child.dep in ("nsubj", "nsubj:pass", "obj") and _is_none(sentence, child)) or is_no_longer(sentence, child):
            yield child
    yield from (token for token in between if token.lower in ("not", "n't", "n’t", "never") and not _is_only(sentence, token))


def _is_prevented(sentence: Sentence, node: Token) -> bool:
    """ "Failed to pay"; an infinitive behind "stopped" or "blocked" is what that was done for: "stopped the driver to check his papers"."""
    governor = _governor_lemma(sentence, node)
    if governor not in words_of("event_verbs", "negative"):
        return False
    purpose = governor in words_of("event_verbs", "negative_of_gerunds")
    return not (purpose and any(child.lower == "to" for child in sentence.children(node, "mark")))


def _is_only(sentence: Sentence, negation: Token) -> bool:
    """ "Not only killed two but wounded a third": nothing is negated."""
    after = sentence.tokens[negation.index + 1] if negation.index + 1 < len(sentence) else None
    return after is not None and after.lower in ("only", "just", "merely", "simply", "least")


def _after_auxiliary(sentence: Sentence, node: Token) -> tuple[Token, ...]:
    """What stands between the auxiliary or copula and its verb or noun, wherever it hangs: "were [not] orders", "has, officials say, not paid"."""
    first = next((child.index for child in sentence.children(node, "aux", "cop") if child.index < node.index), node.index)
    return sentence.tokens[first + 1 : node.index] if node.index - first <= _NEGATION_REACH else ()


def _is_raised(sentence: Sentence, node: Token) -> bool:
    """ "Nobody is believed to have drowned" says of the drowning what it says of the believing."""
    verb = sentence.head(node)
    if node.dep != "xcomp" or verb.lemma not in words_of("event_verbs", "raising"):
        return False
    return any(True for _ in _negations(sentence, verb))


def _is_disbelieved(sentence: Sentence, node: Token) -> bool:
    """ "I don't think we were playing well" says that they were not; what others do not believe is their denial (extract/attribution.py)."""
    verb = sentence.head(node)
    if node.dep != "ccomp" or verb.lemma not in words_of("event_verbs", "neg_raising"):
        return False
    subject = sentence.child(verb, "nsubj")
    return subject is not None and subject.lower in ("i", "we") and any(True for _ in _negations(sentence, verb))


def _is_of_none(sentence: Sentence, noun: Token) -> bool:
    """ "No reports of injuries", "no sign of an attack"."""
    return noun.dep == "nmod" and noun.pos == "NOUN" and _is_none(sentence, sentence.head(noun))


def _is_of_no_plan(sentence: Sentence, verb: Token) -> bool:
    """ "There were no plans to close the mill", "has no intention of resigning", "did not intend to resign"."""
    plan = sentence.head(verb)
    if verb.dep == "xcomp" and verb.tag == "VB" and plan.lemma.lower() in words_of("event_verbs", "wishing"):
        return any(True for _ in _negations(sentence, plan))
    return verb.dep == "acl" and plan.lemma.lower() in words_of("event_verbs", "plans") and _is_none(sentence, plan)


def _is_none(sentence: Sentence, phrase: Token) -> bool:
    """Is it "nobody", "none of …", "no agreement", "neither side", "not one of …", "not a word"?"""
    if phrase.lower in ("nobody", "none", "nothing", "no", "no-one", "noone"):
        return True
    determiner = sentence.child(phrase, "det")
    if phrase.dep.startswith("nsubj") and _is_of_neither(sentence, phrase):
        return True
    if any(child.lower == "not" and child.index < phrase.index for child in sentence.children(phrase, "advmod")):
        return phrase.lower == "one" or (determiner is not None and determiner.lower in ("a", "an"))
    return determiner is not None and determiner.lower in ("no", "neither")


def _is_of_neither(sentence: Sentence, phrase: Token) -> bool:
    """ "Neither the mayor nor his wife", "my client nor I"."""
    joined = (phrase, *sentence.children(phrase, "conj"))
    return any(child.lower in ("neither", "nor") for one in joined for child in sentence.children(one, "cc", "cc:preconj"))


def _is_yet_to(sentence: Sentence, node: Token) -> bool:
    """ "Has yet to pay" has not paid."""
    to = next((child for child in sentence.children(node, "mark") if child.lower == "to"), None)
    return to is not None and to.index > 0 and sentence.tokens[to.index - 1].lower == "yet"


def _bringer(sentence: Sentence, noun: Token) -> str | None:
    """The verb of which an event noun is the object: "averted" in "averted an attack", with its particle or preposition ("called for talks")."""
    verb = sentence.head(noun)
    if noun.pos not in ("NOUN", "PROPN") or verb.pos != "VERB":
        return None
    if noun.dep in ("obj", "nsubj:pass"):
        particle = sentence.child(verb, "compound:prt")
        return f"{verb.lemma} {particle.lower}" if particle is not None else verb.lemma
    case = sentence.child(noun, "case")
    return f"{verb.lemma} {case.lower}" if noun.dep.startswith("obl") and case is not None else None


def is_instruction(sentence: Sentence, verb: Token) -> bool:
    """Whether the reader is told to do it: "Email us at", "Please call the police", "anyone with news should contact them"."""
    if _is_of_anyone(sentence, verb):
        return True
    if verb.tag != "VB" or sentence.headline or sentence.child(verb, "aux", "mark", "cop", "nsubj") is not None:
        return False
    near = [token for token in sentence.tokens[max(0, verb.index - 3) : verb.index] if token.pos not in ("ADV", "INTJ", "CCONJ")]
    opens = not near or (near[-1].pos == "PUNCT" and verb.dep in ("root", "parataxis"))
    return opens or (verb.dep == "conj" and is_instruction(sentence, sentence.head(verb)))


def _is_of_anyone(sentence: Sentence, verb: Token) -> bool:
    """ "Anyone with news should call", "anyone who saw it is asked to call": both verbs of the second."""
    above = sentence.head(verb) if verb.dep == "xcomp" else verb
    subject = sentence.child(verb, "nsubj") or sentence.child(above, "nsubj")
    if subject is None or subject.lower not in ("anyone", "anybody"):
        return False
    is_called_on = above.lemma.lower() in words_of("event_verbs", "appeals")
    return is_called_on or any(child.lower in ("should", "must", "can") for child in sentence.children(verb, "aux"))


def modality_of(sentence: Sentence, token: Token, node: Token) -> Modality:
    """How the event is put: as done, planned, possible, conditional or somebody's allegation; `node` is the token whose clause it fills."""
    found = _modality(sentence, node)
    if found in (Modality.ACTUAL, Modality.ALLEGED) and is_borne_out_by_nothing(sentence, node):
        return Modality.POSSIBLE
    if found is Modality.ACTUAL and hangs_on_an_if(sentence, node):
        return Modality.CONDITIONAL
    if token != node and found is Modality.ACTUAL and node.lemma.lower() in words_of("event_verbs", "scheduling"):
        return Modality.PLANNED  # "the vote is set for Thursday"
    if found is not Modality.ACTUAL or token != node:
        return found
    if sentence.child(sentence.head(token), "expl") is not None and token.dep == "nsubj":
        return _modality(sentence, sentence.head(token))  # "there will be no strike"
    bringer = _bringer(sentence, token)
    if bringer in words_of("event_verbs", "planned_nouns"):
        return Modality.PLANNED
    return Modality.ALLEGED if bringer in words_of("event_verbs", "alleged_nouns") else found


def _modality(sentence: Sentence, node: Token) -> Modality:
    """How the event is put: as done, planned, possible, conditional or somebody's allegation."""
    if is_in_question(sentence, node):
        return Modality.CONDITIONAL
    for child in sentence.children(node):
        word = child.lower.replace("’", "'")
        if child.dep.startswith("aux"):
            if word in words_of("event_verbs", "planned_auxiliaries"):
                return Modality.PLANNED
            if word in words_of("event_verbs", "conditional_auxiliaries"):
                return Modality.PLANNED if _is_foretold(sentence, node) else Modality.CONDITIONAL
            if word in words_of("event_verbs", "possible_auxiliaries"):
                return Modality.POSSIBLE
        elif child.dep == "mark" and word in words_of("event_verbs", "conditional_marks"):
            return Modality.CONDITIONAL
        elif child.dep == "advmod" and word in words_of("event_verbs", "alleged_adverbs"):
            return Modality.ALLEGED
        elif child.dep == "advmod" and word in words_of("event_verbs", "possible_adverbs"):
            return Modality.POSSIBLE
    if _is_to_come(sentence, node) or _is_in_the_diary(sentence, node):
        return Modality.PLANNED
    governor = _governor_lemma(sentence, node)
    if governor in words_of("event_verbs", "alleged"):
        return Modality.ALLEGED
    if governor in words_of("event_verbs", "planned"):
        return Modality.PLANNED
    if is_unrealised(sentence, node) or (governor not in words_of("event_verbs", "negative") and is_purpose_of_nothing(sentence, node)):
        return Modality.POSSIBLE
    if node.dep == "xcomp" and sentence.head(node).lemma in words_of("event_verbs", "staying"):
        return _modality(sentence, sentence.head(node))
    if node.dep == "conj" and sentence.head(node).pos in ("VERB", "AUX") and not sentence.children(node, "nsubj", "aux"):
        return _modality(sentence, sentence.head(node))  # "will meet and sign": the auxiliary stands once
    return Modality.ACTUAL


def is_date(sentence: Sentence, token: Token) -> bool:
    """Whether a day, a month or a year stands there behind its preposition, as in "on Saturday", "for 3 May", "in 2012"."""
    if not any(case.lower in ("on", "in", "at", "for") for case in sentence.children(token, "case")):
        return False
    named = any(word.text[0].isupper() and word.lower in words_of("event_roles", "calendar") for word in (token, *sentence.children(token)))
    return named or (token.text.isdecimal() and len(token.text) == 4 and token.text[:2] in ("19", "20"))


def _is_in_the_diary(sentence: Sentence, node: Token) -> bool:
    """ "The trial begins on 3 March", "the funeral is on Saturday": what the present says of a day is to come."""
    verb = sentence.child(node, "cop") or node
    if verb.tag not in ("VBZ", "VBP") or sentence.headline or sentence.child(node, "aux") is not None:
        return False
    return is_date(sentence, node) or any(is_date(sentence, phrase) for phrase in sentence.children(node, "obl", "nmod"))


def _is_foretold(sentence: Sentence, node: Token) -> bool:
    """ "He said that the firm would close the mill" tells of "will", unless it is tied to an if."""
    verb = sentence.head(node)
    if node.dep != "ccomp" or verb.tag not in ("VBD", "VBN") or verb.lemma.lower() not in words_of("event_verbs", "foretelling"):
        return False
    marks = (mark for clause in sentence.children(node, "advcl") for mark in sentence.children(clause, "mark"))
    return not any(mark.lower in words_of("event_verbs", "conditional_marks") for mark in marks)


def _is_to_come(sentence: Sentence, node: Token) -> bool:
    """ "The firm is to close the plant", "Tarvia to send troops": an infinitive that nothing but "be" governs."""
    to = next((child for child in sentence.children(node, "mark") if child.lower == "to" and child.index < node.index), None)
    if to is None or to.index == 0 or not (node.tag == "VB" or sentence.child(node, "aux:pass") is not None):
        return False
    before = sentence.tokens[to.index - 1]
    if before.lower in ("is", "are", "was", "were") and before.head == node.index:
        return True
    return node.dep == "root" and before.pos in ("NOUN", "PROPN") and before.index < 6


def _governor_lemma(sentence: Sentence, node: Token) -> str | None:
    """The lemma that governs an infinitive: "plans" in "plans to withdraw", "failure" in "resentment due to its failure to achieve".

    The word right before "to" goes before the head in the tree, for parsers hang an infinitive too high.
    """
    to = next((child for child in sentence.children(node, "mark") if child.lower == "to"), None)
    before = sentence.tokens[to.index - 1].lemma.lower() if to is not None and to.index else ""
    if any(before in words_of("event_verbs", key) for key in ("negative", "planned", "alleged")):
        return before
    of = next((child for child in sentence.children(node, "mark", "case") if child.lower in ("of", "with", "over")), None)
    if of is not None and node.tag == "VBG" and sentence.head(node).lemma in words_of("event_verbs", "alleged"):  # "is accused of shooting"
        return sentence.head(node).lemma.lower()
    if node.dep == "xcomp" or (node.dep in ("acl", "advcl", "ccomp") and to is not None):
        return sentence.head(node).lemma.lower()
    return None
