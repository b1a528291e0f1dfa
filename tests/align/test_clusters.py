"""Which claims are put together, and which never?"""

from __future__ import annotations

from crosscheck.model.article import Article
from crosscheck.model.report import Report
from crosscheck.pipeline import claims_in, compared


def report_on(*texts: str) -> Report:
    articles = [Article(f"a{number}", text, f"{number}") for number, text in enumerate(texts)]
    return compared(articles, {article.id: claims_in(article) for article in articles})


def predicates_together(report: Report) -> list[list[str]]:
    claims = {claim.id: claim for claim in report.claims}
    return [[claims[claim].predicate.lemma for claim in alignment.claims] for alignment in report.alignments]


def test_one_event_is_put_together() -> None:
    """In other words too, where doer, thing and day are the same."""
    report = report_on(
        "Police arrested two men in Arrin on 4 March 2021 over the theft of a painting.",
        "Two men were arrested in Arrin on 4 March 2021 over a stolen painting.",
    )
    assert ["arrest", "arrest"] in predicates_together(report)


def test_what_two_persons_are_is_never_put_together() -> None:
    """Two presidents are two, whatever else the sentences share."""
    report = report_on("President Arno Velt opened the harbour in Arrin.", "President Mira Holt opened the harbour in Arrin.")
    assert ["president", "president"] not in predicates_together(report)


def test_who_did_it_to_whom_alone_corroborates_nothing() -> None:
    """Helicopters and grain that one country gave another are two deliveries, and each has one origin."""
    report = report_on(
        "In spring Tarvia delivered two helicopters to Norvia, the army said.",
        "Tarvia delivered grain to Norvia last winter, the farmers' union wrote in its yearly review.",
    )
    assert all(alignment.origins == 1 for alignment in report.alignments if alignment.verdict.value == "agreement")
