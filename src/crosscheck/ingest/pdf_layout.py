"""Which text do lines make that stand on pages: in which order, where do paragraphs end, and what belongs to the page alone?

Places are in points, from the page's lower left corner upward. What is drawn in order is read in that order, which nearly all programs keep;
only where two columns were drawn row by row are they put one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from crosscheck.ingest.lexicon import listed
from crosscheck.ingest.page_text import BULLETS, without_bullet
from crosscheck.values import dataclass

_EDGE = 3  # lines at the top and at the foot of a page among which its head and foot are
_REPEATED = 0.5  # share of the pages on which they stand; a left and a right page may differ
_LETTER = 0.5  # width of a letter by the size of its font: 0.45 for Times, 0.5 for Helvetica
_APART = 1.35  # by the usual distance of lines: what stands further down is a new paragraph
_INDENT = 0.8  # by the size of the font
_GUTTER = 0.2  # of the page's width between the left edges of two columns
_COLUMN = 0.2  # of the page's lines begin where a column does
_SAME_START = 6  # points within which lines begin at one edge
_SHORT = 0.75  # of the column's width: a line that ends earlier with a full stop ends its paragraph
_SMALL = 0.85  # by the size of the body
_LARGER = 1.15  # by the size of the body: a heading
_FINAL = ".!?:;”\"'’)]…"
_MARK = 0.9  # by the size of its line: the number of a note is smaller
_HEADING = 1.6  # by its size: the distance of the lines of a headline
_HYPHENS = "-\u2010\u00ad"
_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a row with the place where they begin."""

    x: float
    y: float
    size: float
    text: str

    @property
    def end(self) -> float:
        """Where it ends, about."""
        return self.x + _LETTER * self.size * len(self.text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page; `notes` are those at its foot, each with its lines."""

    width: float
    height: float
    lines: tuple[Line, ...]
    notes: tuple[tuple[Line, ...], ...] = ()


def written(sheets: Sequence[Sheet]) -> str:
    """The text, a paragraph a line; notes stand at the end, where they part no sentence that goes on over the page."""
    rows = _without_edges([_in_rows(sheet) for sheet in sheets])
    lines = [line for sheet in rows for line in _in_order(sheet)]
    notes = [note for sheet in rows for note in sheet.notes]
    known = _words(line.text for part in (lines, *notes) for line in part)
    return "\n".join(filter(None, (_written(part, known) for part in (*_paragraphs(lines), *notes))))


def _written(part: Sequence[Line], known: Counter[str]) -> str:
    """A row of a table with tabs between its cells, and all else as one line."""
    if len(part) > 1 and _is_beside(part[0], part[1]):
        return "\t".join(" ".join(cell.text.split()) for cell in part)
    return without_bullet(_joined([line.text for line in part], known))


def title_on(sheets: Sequence[Sheet], named: str | None) -> str | None:
    """What the file calls itself, where that stands on the first page, or else its largest words there."""
    if not sheets or not sheets[0].lines:
        return None
    first = _in_rows(sheets[0])
    if named and len(named) > 3 and _bare(named) in _bare("".join(line.text for line in first.lines)):
        return " ".join(named.split())
    body, largest = _body_size(first.lines), max(line.size for line in first.lines)
    found = [line.text for line in first.lines if line.size >= largest * 0.98]
    return " ".join(" ".join(found).split()) if largest > _LARGER * body and len(found) <= _TITLE_LINES else None


def _bare(words: str) -> str:
    return "".join(mark for mark in words.casefold() if mark.isalnum())


# rows


def _in_rows(sheet: Sheet) -> Sheet:
    """Runs of one line that follow each other and nearly touch are one, but for the columns: a word in italics is a run of its own."""
    body, notes = _parted(_without_marks(sheet.lines))
    right = _right_column(sheet)
    return replace(sheet, lines=_rows(body, right), notes=tuple(_rows(note, right) for note in notes))


def _rows(lines: Sequence[Line], right: float | None) -> tuple[Line, ...]:
    rows, run = list[Line](), None
    for line in lines:
        last = rows[-1] if rows else None
        if last and run and _goes_on(last, line) and (right is None or last.x >= right or line.x < right or line.x > right + _SAME_START):
            rows[-1] = replace(last, text=_beside(last.text, run, line))
        else:
            rows.append(line)
        run = line
    return tuple(rows)


def _parted(lines: Iterator[tuple[Line, bool]]) -> tuple[list[Line], list[list[Line]]]:
    """The body, and each note: from the run that is known for its first one down to the end of the column or page."""
    body, notes, last = list[Line](), list[list[Line]](), None
    for line, opens in lines:
        if opens:
            notes.append([line])
            last = line
        elif last is not None and last.y - 3 * line.size < line.y < last.y + 0.3 * line.size:
            notes[-1].append(line)
            last = line
        else:
            body.append(line)
            last = None
    return body, notes


def _beside(words: str, run: Line, line: Line) -> str:
    """A hyphen that the font of a name lacks is a run of its own, and no dash: what follows it nearly touches it."""
    if line.text.isdigit() and line.size < _MARK * run.size:  # a power: "m2"
        return words + line.text
    if run.text in _HYPHENS and line.x - run.x < _LETTER * run.size and words.endswith(f" {run.text}"):
        return f"{words[:-2]}-{line.text}"
    return f"{words} {line.text}"


def _without_marks(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Without the small raised numbers of notes, and whether a line begins a note, which has its number before it.

    "m2" has its number behind fewer letters than a word.
    """
    opens = False
    for at, line in enumerate(lines):
        before, after = lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None
        behind = before is not None and _is_raised(line, before) and before.x < line.x
        if before is not None and behind and (before.text[-3:].isalpha() or before.text[-1] in _FINAL + ","):
            continue
        if not behind and after is not None and _is_raised(line, after) and line.x < after.x:
            opens = True
            continue
        yield (replace(line, y=before.y) if before is not None and behind else line), opens
        opens = False


def _is_raised(mark: Line, word: Line) -> bool:
    """Whether it is a number in smaller print, somewhat higher than the other."""
    if not (mark.text.isdigit() and len(mark.text) <= 3):
        return False
    return mark.size < _MARK * word.size and 0.15 * word.size < mark.y - word.y < 0.7 * word.size


def _goes_on(last: Line, line: Line) -> bool:
    """In the same row, further right, and not far from where the other ends; of a long line that is known to some letters only."""
    beside = abs(last.y - line.y) < 0.3 * max(last.size, line.size)
    return beside and line.x > last.x and -8 * last.size < line.x - last.end < 2.5 * last.size


# what belongs to the page


def _without_edges(sheets: Sequence[Sheet]) -> list[Sheet]:
    edges = [_edge(sheet) for sheet in sheets]
    often = Counter(_masked(line.text) for lines in edges for line in lines)
    least = max(2, _REPEATED * len(sheets) / 2)
    body = _body_size([line for sheet in sheets for line in sheet.lines])
    small = [_small_at_edge(sheet, body) for sheet in sheets]
    return [
        replace(sheet, lines=tuple(line for line in sheet.lines if line not in tiny and not _is_furniture(line, edge, often, least)))
        for sheet, edge, tiny in zip(sheets, edges, small, strict=True)
    ]


def _is_furniture(line: Line, edge: Sequence[Line], often: Counter[str], least: float) -> bool:
    """The outermost line need stand there on two pages only: a chapter's name does."""
    if line not in edge:
        return False
    times, outermost = often[_masked(line.text)], line in (edge[0], edge[-1])
    named = any(map(str.isalpha, line.text))
    return times >= (2 if outermost and named else least) or (outermost and _is_number(line.text))


def _small_at_edge(sheet: Sheet, body: float) -> set[Line]:
    """The head and foot of a page alone: in small print, above or below a gap."""
    ordered = sorted(sheet.lines, key=lambda line: -line.y)
    pairs = [(ordered[0], ordered[1]), (ordered[-1], ordered[-2])] if len(ordered) > _EDGE else []
    return {line for line, other in pairs if line.size < _SMALL * body and abs(line.y - other.y) > 2 * body}


def _edge(sheet: Sheet) -> tuple[Line, ...]:
    ordered = sorted(sheet.lines, key=lambda line: -line.y)
    return tuple(dict.fromkeys((*ordered[:_EDGE], *ordered[-_EDGE:])))


def _masked(words: str) -> str:
    """The words with every number alike: "Page 2 of 9" repeats "Page 1 of 9"."""
    bare = "".join("0" if mark.isdigit() else mark for mark in words.casefold() if not mark.isspace())
    return "0".join(part for part in bare.split("0") if part) + ("0" if "0" in bare else "")


def _is_number(words: str) -> bool:
    """ "12", "- 3 -", "Page 1 of 2", "3/4"."""
    parts = words.casefold().replace("/", " ").strip(" -–—|•").split()
    return 0 < len(parts) <= 4 and any(map(str.isdigit, parts)) and all(part.isdigit() or part in ("page", "of", "p.", "pg.") for part in parts)


# columns


def _in_order(sheet: Sheet) -> Sequence[Line]:
    """As drawn; two columns that were drawn row by row one after the other, below what stands above both."""
    right = _right_column(sheet)
    if right is None:
        return sheet.lines
    sides = [line.x >= right for line in sheet.lines]
    turns = sum(one != other for one, other in pairwise(sides))
    if turns <= max(4, min(sum(sides), len(sides) - sum(sides))):
        return sheet.lines
    top = max(line.y for line, side in zip(sheet.lines, sides, strict=True) if side)
    above = [line for line in sheet.lines if line.y > top + 0.5 * line.size]
    below = [(side, line) for line, side in zip(sheet.lines, sides, strict=True) if line.y <= top + 0.5 * line.size]
    return [*above, *(line for side, line in below if not side), *(line for side, line in below if side)]


def _right_column(sheet: Sheet) -> float | None:
    """Where the lines of a second column begin, about; None where there is none."""
    starts = Counter(round(line.x / _SAME_START) for line in sheet.lines)
    left, least = min((line.x for line in sheet.lines), default=0.0), max(_EDGE, _COLUMN * len(sheet.lines))
    found = [_SAME_START * start for start, count in starts.items() if _SAME_START * start - left > _GUTTER * sheet.width and count >= least]
    return min(found) - _SAME_START if found else None


# paragraphs


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    part = list[Line]()
    step, width, body = _usual_step(lines), _usual_width(lines), _body_size(lines)
    for at, line in enumerate(lines):
        heading = part and _is_heading(line, part[-1], body)
        of_row = _in_table(lines, at, part)
        begins = of_row if of_row is not None else part and not heading and _begins(line, part[-1], step, width, is_second=len(part) == 1)
        if part and begins:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _in_table(lines: Sequence[Line], at: int, part: Sequence[Line]) -> bool | None:
    """Whether a cell begins a row, True also for what stands below a row; None outside of tables."""
    if part and _is_beside(part[-1], lines[at]):
        return False
    above = len(part) > 1 and _is_beside(part[0], part[1])
    return True if above or (at + 1 < len(lines) and _is_beside(lines[at], lines[at + 1])) else None


def _is_beside(left: Line, right: Line) -> bool:
    """In one row, but too far apart to be one line."""
    return abs(left.y - right.y) < 0.3 * max(left.size, right.size) and left.x < right.x


def _is_heading(line: Line, last: Line, body: float) -> bool:
    """Whether a line is the rest of a headline that is broken into lines: they stand further apart than those of the body."""
    alike = abs(line.size - last.size) < 0.02 * line.size and line.size > _LARGER * body
    return alike and last.text[-1] not in _FINAL and 0 < last.y - line.y < _HEADING * line.size


def _begins(line: Line, last: Line, step: float, width: float, *, is_second: bool) -> bool:
    """Whether a line begins a paragraph: after a gap, in another size, with an indent, or after a line that ends early with a full stop.

    What goes on at the head of the next column or page goes on in mid-sentence, or else is taken for a new paragraph.
    """
    down = last.y - line.y
    if line.text[:1] in BULLETS:
        return True
    if abs(line.size - last.size) > 0.12 * max(line.size, last.size):
        return True
    ended = last.text[-1] in _FINAL
    if down < -line.size or (abs(line.x - last.x) > 0.2 * max(width, 1.0) and down < 0.5 * step):  # the next column or page
        return ended and not line.text[:1].islower()
    indented = line.x - last.x > _INDENT * line.size and not is_second and ended
    early = ended and last.end - last.x < _SHORT * width
    return down > _APART * max(step, line.size) or indented or early


def _usual_step(lines: Sequence[Line]) -> float:
    """The smallest that is no exception: in a text of short paragraphs most steps are those between them."""
    steps = Counter(round(one.y - other.y) for one, other in pairwise(lines) if 0.9 * one.size < one.y - other.y < 4 * one.size)
    return float(min((step for step, count in steps.items() if count >= max(2, 0.05 * steps.total())), default=0))


def _usual_width(lines: Sequence[Line]) -> float:
    """What a full line takes: most lines are full."""
    return median(line.end - line.x for line in lines) if lines else 0.0


def _body_size(lines: Sequence[Line]) -> float:
    """The size of most letters."""
    letters = Counter({0.0: 0})
    for size, same in groupby(lines, key=lambda line: round(line.size, 1)):
        letters[size] += sum(len(line.text) for line in same)
    return letters.most_common(1)[0][0]


# words that lines break


def _joined(lines: Sequence[str], known: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text = _glued(text, line, known) if text[-1:] in _HYPHENS and text[-2:-1].isalnum() else f"{text} {line}"
    return " ".join(text.replace("\u00ad", "").split())


def _glued(text: str, line: str, known: Counter[str]) -> str:
    """ "mili-" and "tary" are one word, "military-" and "technical" two with a hyphen, "Mi-" and "24" too."""
    if text[-1] == "\u00ad":
        return text[:-1] + line
    before, after = _last_word(text[:-1]), _first_word(line)
    if not line[:1].islower() or _is_compound(before.casefold(), after.casefold(), known):
        return f"{text[:-1]}-{line}"
    return text[:-1] + line


def _is_compound(before: str, after: str, known: Counter[str]) -> bool:
    """What the rest of the text writes; where it writes neither, two words that stand there alone, or a prefix that takes a hyphen."""
    if known[f"{before}{after}"] or known[f"{before}-{after}"]:
        return known[f"{before}-{after}"] > known[f"{before}{after}"]
    whole = known[before] > 0 and known[after] > 0 and len(before) > 2 and len(after) > 2
    return whole or before in listed("hyphens", "before") or after in listed("hyphens", "after") or "-" in before or "-" in after


def _last_word(text: str) -> str:
    return text.rsplit(None, 1)[-1].lstrip("\"'“‘([") if text.strip() else ""


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].rstrip("\"'”’)].,;:!?…") if text.strip() else ""


def _words(lines: Iterator[str]) -> Counter[str]:
    """How often each word stands in the text, but for what stands at the ends of lines and may be half of one."""
    found = Counter[str]()
    for line in lines:
        words = line.split()
        found.update(word.strip("\"'“”‘’()[].,;:!?…").replace("\u2010", "-").casefold() for word in words[:-1])
        found.update(word.casefold().strip("\"'“”‘’()[].,;:!?…") for word in words[-1:] if word[-1] not in _HYPHENS)
    return found
