"""Is the text cut so that every highlight has its words, whatever overlaps?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.report.html.reader import Piece, Reader, Ref, Shown
from crosscheck.report.quotes import visible

TEXT = "Twelve dockers 👩‍👩‍👧‍👦 were hurt.\r\n\nNo o\u0301ne died,  a nurse said.\n"
FIRST = Ref("f1", "✘1", "finding 1", "contradiction", 0)
SECOND = Ref("f2", "✔2", "finding 2", "agreement", 3)
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(lambda one: Span(one[0], min(len(TEXT), sum(one)))), max_size=8)


def shown(*marks: tuple[Span, Ref], text: str = TEXT) -> Shown:
    reader = Reader([Article("a", text, "0")])
    for span, ref in marks:
        reader.mark("a", span, ref.role, ref)
    return reader.shown()[0]


def pieces(article: Shown) -> list[Piece]:
    return [piece for paragraph in article.paragraphs for piece in paragraph.pieces]


@given(SPANS)
def test_the_pieces_of_a_mark_are_its_words(spans: list[Span]) -> None:
    """However the marks overlap or cross lines; and the pieces of a line are the line."""
    article = shown(*((span, FIRST if number % 2 else SECOND) for number, span in enumerate(spans)))
    for span in spans:
        words = "".join(piece.text for piece in pieces(article) if f"w0-{span.start}-{span.end}" in piece.keys)
        assert words.split() == visible(TEXT[span.start : span.end]).split()
    assert "".join(piece.text for piece in pieces(article)).split() == visible(TEXT).split()


def test_where_highlights_overlap_the_gravest_is_seen() -> None:
    """And each of them can be jumped to, and leads back."""
    both = pieces(shown((Span(0, 14), SECOND), (Span(7, 19), FIRST)))
    assert [(piece.text, piece.role) for piece in both[:2]] == [("Twelve ", "agreement"), ("dockers", "contradiction")]
    assert both[1].keys == ("w0-0-14", "w0-7-19")
    assert [piece.anchors for piece in both[:2]] == [("w0-0-14",), ("w0-7-19",)]
    assert [ref.sign for piece in both for ref in piece.refs] == ["✔2", "✘1"]


def test_a_finding_is_referred_to_once_a_line() -> None:
    """After the last of its words there."""
    line = pieces(shown((Span(0, 6), FIRST), (Span(7, 14), FIRST)))
    assert [(piece.text, len(piece.refs)) for piece in line if piece.role] == [("Twelve", 0), ("dockers", 1)]


def test_paragraphs_are_numbered_as_in_every_report() -> None:
    """Blocks between blank lines, of which the first line has the number."""
    article = shown(text="Title\nBy Ada\n\nBody.\n")
    assert [paragraph.number for paragraph in article.paragraphs] == [1, None, 2]


def test_words_that_the_page_does_not_have_are_not_marked() -> None:
    """Of another article, or beyond the end of the text."""
    reader = Reader([Article("a", "short", "0")])
    assert reader.mark("a", Span(3, 9), "agreement") is None
    assert reader.mark("b", Span(0, 2), "agreement") is None
    assert reader.paragraph("b", Span(0, 2)) is None


def test_only_an_address_of_the_web_is_a_link() -> None:
    """Never one that runs something."""
    addresses = {url: Reader([Article("a", "", "0", url=url)]).shown()[0].url for url in ("https://coast.example/1", "javascript:1", " http://x")}
    assert addresses == {"https://coast.example/1": "https://coast.example/1", "javascript:1": None, " http://x": None}
