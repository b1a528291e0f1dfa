"""What does each article of a pile cite, and does any of it lead back to where it came from?"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from crosscheck.independence.sources import Upstream, key_of, publisher_of
from crosscheck.model.article import Article
from crosscheck.model.report import Overlap
from crosscheck.model.sources import Circle, Cite

Links = Mapping[str, Mapping[str, str]]
"""Citing article to cited article to the name by which it is cited."""


def cites_in(articles: Sequence[Article], upstream: Upstream) -> tuple[Cite, ...]:
    """Every article with every source that it cites, once, in the order of the articles and of their text."""
    ordered = sorted(articles, key=lambda article: article.id)
    published: defaultdict[str, list[str]] = defaultdict(list)
    for article in ordered:
        published[key_of(publisher_of(article) or "")].append(article.id)
    return tuple(
        Cite(article.id, named.name, article.text[named.span.start : named.span.end], named.span, named.credit, tuple(published.get(key, ())))
        for article in ordered
        for key, named in sorted(upstream[article.id].items(), key=lambda entry: (entry[1].span, entry[0]))
    )


def circles_in(overlaps: Iterable[Overlap], related: Callable[[str, str], bool]) -> tuple[Circle, ...]:
    """Articles that cite each other, where both are about one matter: that each has it from the other bears out neither.

    Of articles that cite each other in a larger ring and in no pair, one shortest ring is given.
    """
    links: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for overlap in overlaps:
        if overlap.kind == "cites":
            links[overlap.articles[0]].setdefault(overlap.articles[1], overlap.source or "")
    kept = _related(links, related)
    pairs = tuple(Circle((a, b), (kept[a][b], kept[b][a])) for a in sorted(kept) for b in sorted(kept[a]) if a < b and a in kept.get(b, {}))
    paired = {article for pair in pairs for article in pair.articles}
    rings = (_ring(group, kept) for group in _rings(kept) if not paired & group)
    return tuple(sorted((*pairs, *rings), key=lambda circle: circle.articles))


def _related(links: Links, related: Callable[[str, str], bool]) -> Links:
    """Only articles that are on some ring are asked about, since that may be costly."""
    return {
        a: {b: links[a][b] for b in sorted(group & links[a].keys()) if related(a, b)} for group in _rings(links) for a in sorted(group) if a in links
    }


def _rings(links: Links) -> Iterator[frozenset[str]]:
    """The largest sets of articles each of which leads to every other, of two articles or more (Kosaraju: forth, then back)."""
    back: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for a, targets in links.items():
        for b, name in targets.items():
            back[b][a] = name
    done: set[str] = set()
    order = [node for start in sorted(links) for node in _left(start, links, done)]
    done = set()
    for start in reversed(order):
        group = frozenset(_left(start, back, done))
        if len(group) > 1:
            yield group


def _left(start: str, links: Links, done: set[str]) -> Iterator[str]:
    """What can be reached from an article and was not yet, each after all that it leads to."""
    if start in done:
        return
    done.add(start)
    path = [(start, iter(sorted(links.get(start, ()))))]
    while path:
        node, rest = path[-1]
        following = next((target for target in rest if target not in done), None)
        if following is None:
            path.pop()
            yield node
        else:
            done.add(following)
            path.append((following, iter(sorted(links.get(following, ())))))


def _ring(group: frozenset[str], links: Links) -> Circle:
    """The shortest way from the first article back to itself."""
    first = min(group)
    queue = deque([first])
    before: dict[str, str] = {}
    while queue:
        node = queue.popleft()
        for target in sorted(group & links.get(node, {}).keys()):
            if target == first:
                return _closed(node, before, links)
            if target not in before:
                before[target] = node
                queue.append(target)
    raise AssertionError(f"no ring among {sorted(group)}")


def _closed(last: str, before: Mapping[str, str], links: Links) -> Circle:
    path = [last]
    while path[-1] in before:
        path.append(before[path[-1]])
    path.reverse()
    return Circle(tuple(path), tuple(links[a][b] for a, b in zip(path, path[1:] + path[:1], strict=True)))
