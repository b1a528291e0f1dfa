"""Which errors of tagger and parser can be put right by rule?

Only what is cheap and clearly right. A `Draft` holds parallel tuples, one entry a word, heads counted from 0; the parser may leave several
roots, a repaired draft has one. Cases: tests/cases/language/repairs.toml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from crosscheck.language.sentences import words_listed
from crosscheck.language.words import is_designator

_FINITE = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence as tagger and parser see it: UD class, Penn tag, head and relation of each word."""

    words: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    def below(self, at: int, *deps: str) -> list[int]:
        """The words directly below one, those of some relations if any are given."""
        return [i for i, head in enumerate(self.heads) if head == at and i != at and (not deps or self.deps[i].partition(":")[0] in deps)]

    def root(self) -> int:
        return next(at for at, head in enumerate(self.heads) if head == at)

    def rehung(self, **changes: tuple[int, str]) -> Draft:
        """With the words given as `w3=(head, relation)` hung elsewhere."""
        heads, deps = list(self.heads), list(self.deps)
        for name, (head, dep) in changes.items():
            heads[int(name[1:])], deps[int(name[1:])] = head, dep
        return replace(self, heads=tuple(heads), deps=tuple(deps))


def repaired(draft: Draft) -> Draft:
    """The draft with all repairs made, in their order."""
    for repair in REPAIRS:
        draft = repair(draft)
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
        if dep == "compound" and at < head and draft.tags[head] in _FINITE and draft.pos[head] == "VERB" and not draft.below(head, "nsubj"):
            return draft.rehung(**{f"w{at}": (head, "nsubj")})
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
    return [at for at, tag in enumerate(draft.tags) if tag in _FINITE and draft.pos[at] == "VERB" and draft.words[at].lower() in listed]


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


REPAIRS: tuple[Callable[[Draft], Draft], ...] = (name_codes, name_words, one_root, subject_of_headline, speaker_after_verb, said_last)
"""In order; those from the third on need one root."""
