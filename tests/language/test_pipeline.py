"""How is a text read into sentences with words, trees and names?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.language.pipeline import LONGEST_SENTENCE, read, read_many
from crosscheck.language.tokens import Sentence

SEEDS = Path(__file__).parents[2] / "seeds"


def relations(sentence: Sentence) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep, sentence.head(token).text) for token in sentence}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia delivered two helicopters to Mali in March.",
            {("Russia", "nsubj", "delivered"), ("helicopters", "obj", "delivered"), ("two", "nummod", "helicopters")},
        ),
        ("The bridge was destroyed by the flood.", {("bridge", "nsubj:pass", "destroyed"), ("flood", "obl:agent", "destroyed")}),
        ("The minister said that the talks had failed.", {("minister", "nsubj", "said"), ("failed", "ccomp", "said"), ("talks", "nsubj", "failed")}),
        ("She did not resign.", {("not", "advmod", "resign"), ("She", "nsubj", "resign")}),
    ],
)
def test_who_does_what_is_in_the_tree(text: str, expected: set[tuple[str, str, str]]) -> None:
    """Subjects, objects, agents, contents and negation of plain sentences are found."""
    (sentence,) = read(text)
    assert expected <= relations(sentence)


def test_a_token_has_its_classes_and_its_lemma() -> None:
    """UD class, Penn tag and lemma stand together."""
    (sentence,) = read("The troops fled.")
    assert [(t.text, t.pos, t.tag, t.lemma) for t in sentence][1:3] == [("troops", "NOUN", "NNS", "troop"), ("fled", "VERB", "VBD", "flee")]


def test_names_have_types_and_mark_their_tokens() -> None:
    """Persons, places and things of the first seed article are told apart."""
    sentences = read((SEEDS / "000_675bd084b5e81899.txt").read_text(encoding="utf-8"))
    found = {(" ".join(t.text for t in s.tokens[n.first : n.last]), n.type) for s in sentences for n in s.names}
    assert {
        ("Mali", "LOC"),
        ("Russia", "LOC"),
        ("Assimi Goita", "PER"),
        ("Sadio Camara", "PER"),
        ("Mi-24P", "MISC"),
        ("Africa Intelligence", "ORG"),
    } <= found
    assert {t.name for s in sentences for t in s if t.text == "Mali"} == {"LOC"}


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_places_cut_out_the_words(path: Path) -> None:
    """Every token and sentence of the seed articles is where it says, and every sentence is one tree."""
    text = path.read_text(encoding="utf-8")
    for number, sentence in enumerate(read(text)):
        assert sentence.number == number
        assert all(text[t.start : t.end] == t.text for t in sentence)
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert sum(t.head == t.index for t in sentence) == 1
        assert set(sentence.subtree(sentence.root)) == set(sentence) if sentence.root else False


def test_reading_together_changes_nothing() -> None:
    """A text is read alike alone, in company, and in another order."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))] + ["", "One word", "Rain fell. Snow fell."]
    alone = [read(text) for text in texts]
    assert list(read_many(texts)) == alone
    assert list(read_many(texts[::-1])) == alone[::-1]


@pytest.mark.parametrize("text", ["", " \n", "…", "?", "a" * 5000, "1, " * 1500, "\u200b", "\x00 b"])
def test_no_text_is_too_odd(text: str) -> None:
    """Empty, endless and unreadable texts are read; no sentence is longer than a network can take."""
    assert all(0 < len(sentence) <= LONGEST_SENTENCE for sentence in read(text))


def test_importing_costs_nothing() -> None:
    """Neither spaCy nor numpy is imported before the first text is read."""
    code = "import sys, crosscheck.language.pipeline; print('spacy' in sys.modules or 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
