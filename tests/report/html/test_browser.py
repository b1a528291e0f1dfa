"""Does the page do in a real browser what it promises: filters, jumps, keys, reading without script, and nothing that an article wants?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from crosscheck.model.report import Report
from crosscheck.report import Look, format_named
from crosscheck.report.quotes import visible
from tests.browser import browser
from tests.report.html.hostile import ATTACKS, REPORT_OF_ATTACKS
from tests.report.made import ANSWERS, EXTRACT, GULF, HARBOUR, MINOR, REPORT, SOURCES, TIMELINE

HTML = format_named("html")
LOOK = Look()


HINT = "content-visibility"  # Chromium notes when it measures what is out of sight; the page is none the worse


@dataclass
class Opener:
    """Opens pages in one browser, and keeps what they complain of or ask the network for."""

    browser: Browser
    folder: Path
    trouble: list[str] = field(default_factory=list)
    count: int = 0

    def __call__(self, html: str, width: int = 1280, **options: Any) -> Page:
        self.count += 1
        file = self.folder / f"{self.count}.html"
        file.write_text(html, "utf-8")
        context = self.browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)
        page = context.new_page()
        page.on("console", lambda message: self.trouble.extend([] if HINT in message.text else [f"console: {message.text}"]))
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.trouble.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.trouble.extend([f"request: {request.url}"] if request.url != file.as_uri() else []))
        page.goto(file.as_uri())
        return page


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
    with browser() as opened:
        yield Opener(opened, tmp_path_factory.mktemp("pages"))


@pytest.fixture
def opened(chromium: Opener) -> Iterator[Opener]:
    """At the end of every test nothing was complained of, and nothing was fetched."""
    chromium.trouble.clear()
    yield chromium
    for context in chromium.browser.contexts:
        context.close()
    assert chromium.trouble == []


def shown(page: Page) -> list[str]:
    """The ids of the findings that can be seen."""
    return [element.get_attribute("id") or "" for element in page.locator(".finding:visible").all()]


def test_the_search_leaves_what_has_all_the_words(opened: Opener) -> None:
    """Whatever their case and accents; what is left is counted for those who cannot see it, and Escape brings all back."""
    page = opened(HTML.compare(REPORT, LOOK))
    expect(page.locator("#shown")).to_have_text("5 of 5 shown")
    page.locator("#search").fill("TANK fúel")
    expect(page.locator("#shown")).to_have_text("1 of 5 shown")
    assert shown(page) == ["f3"]
    expect(page.locator(".later")).to_have_count(0)
    assert page.locator("tr[data-of]:visible").count() == 1
    assert page.locator("h2:visible", has_text="compatible").inner_text() == "≈ 1 compatible"
    page.locator("#search").press("Escape")
    assert len(shown(page)) == 4


def test_what_is_folded_away_is_found(opened: Opener) -> None:
    """What differs in words alone; a filter opens its fold as long as something in it is found."""
    telling = replace(REPORT.alignments[2], id="a5")
    page = opened(HTML.compare(replace(MINOR, alignments=(*MINOR.alignments, telling)), LOOK))
    fold = page.locator("#v-compatible .fold")
    assert "f4" not in shown(page)
    page.locator("#search").fill("tank fuel")
    assert "f4" in shown(page)
    page.locator("#search").fill("")
    assert fold.get_attribute("open") is None
    page.locator("[data-verdict=agreement]").uncheck()
    assert fold.get_attribute("open") is None


def test_filters_narrow_together(opened: Opener) -> None:
    """By verdict, facet, topic and article; where nothing is left a button brings all back."""
    page = opened(HTML.compare(REPORT, LOOK))
    page.locator("[data-filter=facet]").select_option("time")
    assert shown(page) == ["f1", "f4"]
    page.locator("[data-verdict=agreement]").uncheck()
    assert shown(page) == ["f1"]
    expect(page.locator("#v-contradiction-h")).to_have_text("✘ 1 contradiction")
    page.locator("[data-filter=article]").select_option(label="w3 港で十二人が負傷 Twelve hurt on 3 May in Por…")
    assert shown(page) == ["f1"]
    page.locator("[data-filter=topic]").select_option("statements")
    assert shown(page) == []
    page.locator("#nothing .clear").click()
    assert len(shown(page)) == 4


def test_what_comes_back_comes_back_whole(opened: Opener) -> None:
    """Of a hundred findings those out of sight come in later frames, those that are jumped to at once, and what lies below is drawn again."""
    many = replace(REPORT, alignments=tuple(replace(one, id=f"{one.id}{number}") for number in range(25) for one in REPORT.alignments))
    page = opened(HTML.compare(many, LOOK))
    of_all = page.locator(".finding").count()
    page.locator("#search").fill("zzz")
    assert shown(page) == []
    expect(page.locator("#shown")).to_contain_text("0 of")
    page.locator("#search").fill("")
    expect(page.locator(".finding:visible")).to_have_count(of_all)
    expect(page.locator(".later")).to_have_count(0)
    page.locator("#search").fill("zzz")
    page.evaluate("document.querySelector('.tally a[href=\"#v-agreement\"]').click()")
    assert "later" not in (page.locator("#matrix").get_attribute("class") or "")
    expect(page.locator("#v-agreement-h")).to_be_in_viewport()


def test_one_jumps_from_a_finding_to_the_words_and_back(opened: Opener) -> None:
    """The words are lit up in full and in sight; the number after them leads to the finding."""
    page = opened(HTML.compare(REPORT, LOOK))
    page.locator("#f1 .said .where").first.click()
    lit = page.locator("mark.lit")
    assert " ".join(lit.all_text_contents()) == "Twelve dockers"
    expect(lit.first).to_be_in_viewport()
    back = page.locator("sup a.contradiction").first
    assert back.get_attribute("href") == "#f1"
    back.click()
    expect(page.locator("#f1")).to_be_in_viewport()


def test_a_highlight_leads_to_its_finding_even_if_that_is_filtered_out(opened: Opener) -> None:
    """The filters give way."""
    page = opened(HTML.compare(REPORT, LOOK))
    page.locator("[data-verdict=contradiction]").uncheck()
    assert "f1" not in shown(page)
    page.locator("mark.contradiction").first.click()
    assert "f1" in shown(page)
    expect(page.locator("#f1")).to_be_in_viewport()


def test_single_keys_move_between_findings(opened: Opener) -> None:
    """/ searches, j and k step over what is shown; they can be switched off and leave typing alone."""
    page = opened(HTML.compare(REPORT, LOOK))
    focused = "document.activeElement.id"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focused) == "f2"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "f1"
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert (page.evaluate(focused), page.locator("#search").input_value()) == ("search", "jk")
    page.keyboard.press("Escape")
    page.locator(".keys summary").click()
    page.locator("#keys").uncheck()
    page.keyboard.press("j")
    assert page.evaluate(focused) == "keys"


def test_the_first_stop_of_the_tab_key_skips_to_the_findings(opened: Opener) -> None:
    """Then come the links of the head, and whatever has the focus shows it."""
    page = opened(HTML.compare(REPORT, LOOK))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_page_is_whole_without_script(opened: Opener) -> None:
    """All findings, values, quotes, articles, the matrix and the rules are there; what would do nothing is not."""
    page = opened(HTML.compare(REPORT, LOOK), java_script_enabled=False)
    text = page.locator("body").inner_text()
    for words in ("How many dockers were injured in Port Amal on 3 May?", "One source says twelve dockers, another ten.", "Facts by articles"):
        assert words in text
    assert page.locator("#filters").is_hidden()
    page.locator("#f1 .said .where").first.click()
    expect(page.locator("mark.contradiction").first).to_be_in_viewport()


def test_nothing_that_an_article_says_is_run(opened: Opener) -> None:
    """Markup, scripts, styles, addresses, templates and overrides of the reading order are words, in every view."""
    page = opened(HTML.compare(REPORT_OF_ATTACKS, LOOK))
    assert page.evaluate("window.hurt") is None
    for attack in ATTACKS:
        assert visible(attack).strip() in " ".join(visible(text) for text in page.locator(".text .body").all_text_contents())
    assert page.locator("iframe, img, object, embed, base, [onerror], [onload], [onmouseover], [onfocus], [style], main script").count() == 0
    assert page.locator("a[href]").evaluate_all("links => links.every(link => link.getAttribute('href').startsWith('#'))")
    page.locator("mark.contradiction").first.hover()
    page.locator("#search").fill("window hurt")
    assert page.evaluate("window.hurt") is None


@pytest.mark.parametrize("report", [REPORT, REPORT_OF_ATTACKS], ids=["plain", "hostile"])
def test_what_is_highlighted_is_what_is_quoted(opened: Opener, report: Report) -> None:
    """Of every mention, letter by letter, however its words overlap with others, in whatever script."""
    page = opened(HTML.compare(report, LOOK))
    texts = {article.id: (number, article.text) for number, article in enumerate(report.articles)}
    mentions = {mention for one in report.alignments for facet in one.facets for value in facet.values for mention in value.mentions}
    assert mentions
    for mention in mentions:
        number, text = texts[mention.article]
        start, end = mention.span
        marks = page.locator(f"mark[data-k~=w{number}-{start}-{end}]").all_text_contents()
        assert "".join(marks).split() == visible(text[start:end]).split() != []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_to_complain_of(opened: Opener, scheme: Any, width: int) -> None:
    """Names, roles, contrast, order of headings, landmarks: on a screen wide and narrow, light and dark, with all details open."""
    page = opened(HTML.compare(REPORT, LOOK), width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


VIEWS: dict[str, Callable[[], str]] = {
    "matrix": lambda: HTML.matrix(REPORT, LOOK),
    "claims": lambda: HTML.claims(REPORT.articles, REPORT.claims, LOOK),
    "inspect": lambda: HTML.inspect([GULF], {GULF.id: EXTRACT}, LOOK),
    "check": lambda: HTML.check(ANSWERS, REPORT.articles, LOOK),
    "sources": lambda: HTML.sources(SOURCES, LOOK),
    "timeline": lambda: HTML.timeline(TIMELINE, LOOK),
}


@pytest.mark.parametrize("view", VIEWS)
def test_the_other_views_are_as_sound(opened: Opener, view: str) -> None:
    """Each is a page of its own that axe has nothing against and that is no wider than its window."""
    page = opened(VIEWS[view](), 360)
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_is_on_paper(opened: Opener) -> None:
    """Before printing all details are opened, afterwards they are as they were."""
    page = opened(HTML.compare(replace(REPORT, articles=(*REPORT.articles, HARBOUR)), LOOK))
    closed = "document.querySelectorAll('details:not([open])').length"
    before = page.evaluate(closed)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(closed) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(closed) == before > 0


def complaints(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in found for node in one["nodes"]]
