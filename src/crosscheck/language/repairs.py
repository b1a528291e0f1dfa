"""Which errors of tagger and parser can be put right by rule?

Only what is cheap and clearly right. The parser may leave several roots, a repaired draft has one. Cases: tests/cases/language/repairs.toml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crosscheck.language.drafts import FINITE, Draft
from crosscheck.language.repairs_headlines import deeds_in_headlines, plans_in_headlines, verbs_in_headlines
from crosscheck.language.sentences import words_listed
from crosscheck.language.words import is_designator


def repaired(draft: Draft) -> Draft:
    """The draft with all repairs made, in their order; one that would hang a word below itself is left out."""
    for repair in REPAIRS:
        mended = repair(draft)
        if mended.heads is draft.heads or mended.is_tree():
            draft = mended
    return draft


def name_codes(draft: Draft) -> Draft:
    """What is called by letters and digits is a proper noun: "two Mi-24P helicopters", where the tagger sees an adjective."""
    coded = [is_designator(word) for word in draft.words]
    if not any(coded):
        return draft
    deps = tuple("compound" if c and dep in ("amod", "advmod", "nummod") else dep for c, dep in zip(coded, draft.deps, strict=True))
    pos = tuple("PROPN" if c else p for c, p in zip(coded, draft.pos, strict=True))
    return replace(draft, pos=pos, tags=tuple("NNP" if c else t for c, t in zip(coded, draft.tags, strict=True)), deps=deps)


def name_words(draft: Draft) -> Draft:
    """A word tagged as a name is one even where UD looks at its form: "United" (States) is no verb."""
    pairs = zip(draft.pos, draft.tags, strict=True)
    return replace(draft, pos=tuple("PROPN" if tag in ("NNP", "NNPS") and pos in ("VERB", "NOUN", "AUX") else pos for pos, tag in pairs))


def one_root(draft: Draft) -> Draft:
    """The first verb that is a root, or the first root, stays; others hang on it."""
    roots = [at for at, head in enumerate(draft.heads) if head == at]
    top = next((at for at in roots if draft.pos[at] == "VERB"), next((at for at in roots if draft.pos[at] != "PUNCT"), roots[0]))
    others = {f"w{at}": (top, "punct" if draft.pos[at] == "PUNCT" else "parataxis") for at in roots if at != top}
    draft = draft.rehung(**others) if others else draft
    deps = tuple("root" if at == top else "dep" if dep == "root" else dep for at, dep in enumerate(draft.deps))
    return replace(draft, deps=deps)


def subject_of_headline(draft: Draft) -> Draft:
    """No noun is compounded with a finite verb: in "Death toll rises to 45" the toll is what rises."""
    for at, dep in enumerate(draft.deps):
        head = draft.heads[at]
        if dep == "compound" and at < head and draft.tags[head] in FINITE and draft.pos[head] == "VERB" and not draft.below(head, "nsubj"):
            return draft.rehung(**{f"w{at}": (head, "nsubj")})
    return draft


def verbs_read_as_nouns(draft: Draft) -> Draft:
    """ "Rose" after its subject and before what it rose to is no flower: "the toll rose to 22"."""
    if "rose" not in draft.words:
        return draft
    for at, word in enumerate(draft.words):
        follows = draft.words[at + 1].lower() if at + 1 < len(draft.words) else ""
        if word == "rose" and draft.tags[at] == "NN" and (draft.below(at, "nsubj") or follows in ("to", "by", "from", "sharply", "more")):
            draft = draft.tagged(at, "VERB", "VBD")
    return draft


def participles_read_as_adjectives(draft: Draft) -> Draft:
    """ "Injured" that is joined to a verb and has a number is a verb: "killed nine and injured 30", "nine were killed and 30 injured"."""
    for at, word in enumerate(draft.words):
        joined = draft.pos[at] == "ADJ" and draft.deps[at] == "conj" and draft.pos[draft.heads[at]] == "VERB"
        if not joined or not word.lower().endswith("ed") or draft.below(at, "cop", "aux"):
            continue
        above = draft.heads[at]
        bare = [i for i in draft.below(at, "obl", "obj", "nummod", "dep") if draft.pos[i] in ("NUM", "NOUN") and not draft.below(i, "case")]
        if bare and bare[0] > at:
            draft = draft.rehung(**{f"w{bare[0]}": (at, "obj")}).tagged(at, "VERB", draft.tags[above])
        elif bare and any(draft.deps[i] == "aux:pass" for i in draft.below(above)):
            draft = draft.rehung(**{f"w{bare[0]}": (at, "nsubj:pass")}).tagged(at, "VERB", "VBN")
    return draft


def participles_of_a_second_number(draft: Draft) -> Draft:
    """ "Two were killed and five injured": five did not die, whatever the tree makes of a second participle that has only its number."""
    for at, word in enumerate(draft.words):
        if word.lower() not in words_listed("happens_to_people") or draft.below(at, "aux", "cop", "obj", "ccomp") or _describes(draft, at):
            continue
        counted, above = _number_before(draft, at), _passive_before(draft, at)
        if counted is None or above is None or above >= counted or draft.below(at, "nsubj") not in ([], [counted]):
            continue
        joins = {f"w{i}": (at, "cc") for i in range(above, counted) if draft.deps[i] == "cc"}
        rehung = draft.rehung(**{f"w{at}": (above, "conj"), f"w{counted}": (at, "nsubj:pass")}, **joins)
        draft = rehung.tagged(at, "VERB", "VBN")
    return draft


def _describes(draft: Draft, at: int) -> bool:
    """Whether a noun follows that the participle describes: "five injured men"."""
    return at + 1 < len(draft.words) and draft.pos[at + 1] in ("NOUN", "PROPN", "ADJ", "NUM")


def _number_before(draft: Draft, at: int) -> int | None:
    """What a number right before a word counts, or the number itself: "about 50", "five others", "dozens", "20 people"."""
    if draft.words[at - 1].lower() in words_listed("indefinite_numbers") or (at and draft.pos[at - 1] == "NUM"):
        return at - 1 if at else None
    nouns = at > 1 and (draft.pos[at - 1] == "NOUN" or draft.words[at - 1].lower() in ("others", "more"))
    if not nouns or draft.pos[at - 2] != "NUM":
        return None
    return at - 2 if draft.words[at - 1].lower() == "more" else at - 1


def _passive_before(draft: Draft, at: int) -> int | None:
    """The last passive before a word, or the adjective "dead" after "are"."""
    passives = (i for i in range(at - 1, -1, -1) if any(draft.deps[below] in ("aux:pass", "cop") for below in draft.below(i)))
    return next((i for i in passives if draft.pos[i] == "VERB" or draft.words[i].lower() == "dead"), None)


def dead_of_a_deed(draft: Draft) -> Draft:
    """ "Dead" is what the deed makes its victims, though the parser was told "down": "shot dead three people"."""
    for at, word in enumerate(draft.words):
        if word == "dead" and draft.deps[at] in ("compound:prt", "advmod") and draft.tags[at] in ("RP", "RB", "IN"):
            draft = draft.rehung(**{f"w{at}": (draft.heads[at], "xcomp")}).tagged(at, "ADJ", "JJ")
    return draft


def actives_read_as_passives(draft: Draft) -> Draft:
    """What has an object and no auxiliary is no passive: "A 6.1-magnitude quake killed 22 people"; "Mali handed six jets" is one."""
    for at, tag in enumerate(draft.tags):
        if tag != "VBN" or draft.deps[at] not in ("root", "conj", "ccomp", "parataxis") or not draft.below(at, "obj"):
            continue
        subjects = [i for i in draft.below(at, "nsubj") if i < at]
        if not subjects or draft.below(at, "aux", "cop", "expl"):
            continue
        if draft.words[at].lower() not in words_listed("passives_with_object"):
            draft = draft.rehung(**{f"w{i}": (at, "nsubj") for i in subjects}).tagged(at, "VERB", "VBD")
    return draft


def speaker_after_verb(draft: Draft) -> Draft:
    """Whoever stands after the verb of a quotation speaks: "The order was placed," writes Africa Intelligence."""
    for at in _verbs_of_saying(draft):
        objects = [i for i in draft.below(at, "obj") if i > at and draft.pos[i] in ("PROPN", "PRON", "NOUN")]
        if len(objects) == 1 and not draft.below(at, "nsubj") and any(i < at for i in draft.below(at, "ccomp", "parataxis")):
            return draft.rehung(**{f"w{objects[0]}": (at, "nsubj")})
    return draft


def said_last(draft: Draft) -> Draft:
    """Who said it, put last, says the whole: "The talks have failed, said Anna Weber" hangs on "said" as the same words in quotes do."""
    top = draft.root()
    for at in _verbs_of_saying(draft):
        if draft.heads[at] == top and at > top and draft.deps[at] in ("conj", "parataxis", "dep") and _closes(draft, at):
            return draft.rehung(**{f"w{at}": (at, "root"), f"w{top}": (at, "ccomp")})
    return draft


def _verbs_of_saying(draft: Draft) -> list[int]:
    listed = words_listed("saying")
    return [at for at, tag in enumerate(draft.tags) if tag in FINITE and draft.pos[at] == "VERB" and draft.words[at].lower() in listed]


def _closes(draft: Draft, at: int) -> bool:
    """Whether a verb and its subject, set off by a comma or a quote, end the sentence, and the verb has no content of its own."""
    subjects = draft.below(at, "nsubj")
    if len(subjects) != 1 or draft.below(at, "cc", "ccomp", "obj", "xcomp", "mark"):
        return False
    first = min(_branch(draft, at))
    last_word = max(i for i, pos in enumerate(draft.pos) if pos != "PUNCT")
    return last_word in _branch(draft, at) and first > 0 and draft.words[first - 1] in (",", '"', "”", "''", "!", "?")


def _branch(draft: Draft, top: int) -> set[int]:
    """A word and all below it, without marks."""
    found, queue = set(), [top]
    while queue:
        at = queue.pop()
        found.add(at)
        queue += [i for i in draft.below(at) if draft.pos[i] != "PUNCT"]
    return found


REPAIRS: tuple[Callable[[Draft], Draft], ...] = (
    name_codes,
    name_words,
    one_root,
    verbs_read_as_nouns,
    verbs_in_headlines,
    deeds_in_headlines,
    plans_in_headlines,
    subject_of_headline,
    participles_read_as_adjectives,
    participles_of_a_second_number,
    dead_of_a_deed,
    actives_read_as_passives,
    speaker_after_verb,
    said_last,
)
"""In order; those from the third on need one root."""
