"""Which report stands in the README as a picture?

    python -m tools.report_picture

writes docs/pictures/report.svg: a part of what `crosscheck compare` prints on the seeds in a terminal, by rich's own export, without the fonts
that rich would fetch from elsewhere.
"""

from __future__ import annotations

import re
from html import unescape
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from crosscheck.ingest.read import read
from crosscheck.model.report import Report
from crosscheck.pipeline import claims_in, compared
from crosscheck.report import Look, format_named
from crosscheck.settings import Settings
from tools.docs import shortened

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "pictures" / "report.svg"
WIDTH = 88
SHOWN = ("crosscheck", "time.disjoint", "agent.denied", "time.within", "by two origins or more ×3", "not independent", "checks.years")
_FONTS = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)
_TEXT = re.compile(r'<text class="[^"]*-r\d+"[^>]*>([^<]*)</text>')


def printed(report: Report) -> Text:
    """The command and the paragraphs that are shown, coloured."""
    whole = format_named("text").compare(report, Look(WIDTH, color=True)).rstrip("\n")
    return Text.from_ansi(f"\x1b[1;32m$\x1b[0m crosscheck compare seeds\n{shortened(whole, SHOWN)}")


def svg(report: Report) -> str:
    console = Console(file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(printed(report), soft_wrap=True)
    return console.export_svg(title="crosscheck", code_format=_FONTS.sub("", CONSOLE_SVG_FORMAT), unique_id="crosscheck")


def letters(text: str) -> str:
    """Without the spaces, which a picture has in other places."""
    return "".join(text.split())


def letters_in(picture: str) -> str:
    """What one reads in it, whichever release of rich drew it."""
    return letters(unescape("".join(_TEXT.findall(picture))))


def main() -> None:
    articles = read((str(ROOT / "seeds"),), Settings()).articles
    PICTURE.write_text(svg(compared(articles, {article.id: claims_in(article) for article in articles})), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
