"""A report in which every field that comes from outside tries to get out of the page: markup, script, style, addresses, templates, overrides."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Attribution, Mention
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from tests.report.made import DAYS, GULF, HARBOUR, REPORT, claim, span

ATTACKS = (
    "<script>window.hurt = 1</script>",
    "</script><script>window.hurt = 2</script>",
    "</style><style>* { display: none !important }</style>",
    '<img src="https://example.invalid/a.png" onerror="window.hurt = 3">',
    '<svg onload="window.hurt = 4"><foreignObject>',
    '<a href="javascript:window.hurt = 5">press</a>',
    '"><iframe srcdoc="<script>parent.hurt = 6</script>"></iframe>',
    "' onmouseover='window.hurt = 7' x='",
    "{{ 7 * 7 }} {% raw %} {{ config }} ${7*7}",
    "]]> <!-- --!> <?php echo 1 ?> &lt;b&gt; &amp;",
    "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
    "<base href='https://example.invalid/'>",
    "</textarea></title></option></select><form action=https://example.invalid/><button>",
    "@import url(https://example.invalid/a.css); } body { display: none",
    "\u202egnp.exe\u202c \u2066hidden\u2069 \u200fx \x00\x1b[31m\ufeff",
    "👩‍👩‍👧‍👦 e\u0301\u0323 ﷺ 港で",
)
TEXT = "\n".join(f"Nine people {attack} were hurt on 3 May." for attack in ATTACKS) + "\n"
ALL = " ".join(ATTACKS)

ARTICLE = Article(
    'x"><script>window.hurt = 8</script>',
    TEXT,
    "3" * 64,
    path=f"/tmp/{ATTACKS[0]}",
    title=ALL,
    publisher=ALL,
    author=ATTACKS[3],
    published="<b>2031-05-04",
    url="javascript:window.hurt = 9",
    language='en" onfocus="window.hurt = 10',
)
OTHER = replace(HARBOUR, url="JavaScript:window.hurt = 11")

_said = Attribution(Mention(ATTACKS[0], span(ARTICLE, ATTACKS[0])), None, (), speaker=ALL)
_claims = tuple(
    claim(ARTICLE, f"Nine people {attack} were hurt on 3 May", "hurt", "hurt", topics=("casualties", 'a|b"><i>'), attribution=(_said,))
    for attack in ATTACKS
)
_theirs = claim(OTHER, "Twelve dockers were injured on 3 May", "injured", "injure")
_values = tuple(
    FacetValue(attack, attack, 1, (FacetMention(one.id, ARTICLE.id, attack, span(ARTICLE, attack), ALL),))
    for attack, one in zip(ATTACKS, _claims, strict=True)
)
_theirs_value = FacetValue("12", "Twelve dockers", 1, (FacetMention(_theirs.id, OTHER.id, "Twelve dockers", span(OTHER, "Twelve dockers")),))


def _finding(number: int, facet: FacetVerdict, values: tuple[FacetValue, ...]) -> Alignment:
    facet = replace(facet, reason=ALL, label=ATTACKS[7], rule=f"quantity.{ATTACKS[0]}", values=values)
    first = REPORT.alignments[number % 4]
    ids = (*(one.id for one in _claims), _theirs.id)
    return replace(first, id=f"a{number}<i>", question=ALL, topics=('a|b"><i>',), claims=ids, articles=(ARTICLE.id, OTHER.id), facets=(facet,))


REPORT_OF_ATTACKS = Report(
    (ARTICLE, OTHER, GULF),
    (Skipped(ALL, ALL),),
    (replace(REPORT.stories[0], articles=(ARTICLE.id, OTHER.id)),),
    (*_claims, _theirs),
    tuple(_finding(number, replace(DAYS, verdict=REPORT.alignments[number].verdict), (*_values, _theirs_value)) for number in range(4)),
    tuple(replace(one, articles=(OTHER.id, ARTICLE.id), source=ALL) for one in REPORT.overlaps),
    tuple(replace(one, article=ARTICLE.id, text=ALL, reason=ALL, rule=ATTACKS[0]) for one in REPORT.checks),
)
