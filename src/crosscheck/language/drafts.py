"""What does a sentence look like as tagger and parser leave it, before it is repaired?

A `Draft` holds parallel tuples, one entry a word, heads counted from 0; a root is its own head, and there may be several.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.values import dataclass

FINITE = ("VBD", "VBZ", "VBP")


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

    def is_tree(self) -> bool:
        """Whether every word leads up to a root."""
        safe: set[int] = set()
        for at in range(len(self.heads)):
            path: set[int] = set()
            while at not in safe and at not in path and self.heads[at] != at:
                path.add(at)
                at = self.heads[at]
            if at in path:
                return False
            safe |= path | {at}
        return True

    def tagged(self, at: int, pos: str, tag: str) -> Draft:
        """With another word class for one word."""
        return replace(self, pos=(*self.pos[:at], pos, *self.pos[at + 1 :]), tags=(*self.tags[:at], tag, *self.tags[at + 1 :]))

    def rehung(self, **changes: tuple[int, str]) -> Draft:
        """With the words given as `w3=(head, relation)` hung elsewhere."""
        heads, deps = list(self.heads), list(self.deps)
        for name, (head, dep) in changes.items():
            heads[int(name[1:])], deps[int(name[1:])] = head, dep
        return replace(self, heads=tuple(heads), deps=tuple(deps))
