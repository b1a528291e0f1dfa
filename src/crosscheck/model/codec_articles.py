"""How do articles, the stories that they tell, what was skipped and the archive beside them look in JSON, and how are they read back?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.model.article import Article, Fetched, Skipped
from crosscheck.model.codec_values import Json
from crosscheck.model.report import Archive, Story

_AS_GIVEN = (".txt", ".text", ".json", ".jsonl", ".ndjson")  # whoever has the file has the text that spans count
_PACKED = (".zip", ".wacz", ".gz", ".eml")  # nobody has what lies inside without unpacking it


def article_to_json(article: Article, *, text: bool = False) -> Json:
    """`text` is left out where the file that `path` names is the text itself, unless it is asked for; and where it is not at hand."""
    data: Json = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "words": article.words,
        "sha256": article.sha256,
    }
    if article.modified is not None:
        data["modified"] = article.modified
    if article.is_converted:
        data["converted"] = True
    if article.partial is not None:
        data["partial"] = article.partial
    if article.fetched is not None:
        data["fetched"] = {"url": article.fetched.url, "at": article.fetched.at, "sha256": article.fetched.sha256}
    if article.is_whole and (text or article.is_converted or not _is_as_given(article.path or "")):
        data["text"] = article.text
    return data


def _is_as_given(path: str) -> bool:
    """Whether the text is the file that `path` names, or a value in it as it stands there."""
    return path.lower().endswith(_AS_GIVEN) and "://" not in path and outermost(path) == path


def outermost(path: str) -> str:
    """The file that lies on the disk: of "news.zip/a/old.txt" news.zip."""
    parts = path.split("/")
    packed = next((at for at, part in enumerate(parts[:-1]) if part.lower().endswith(_PACKED)), len(parts))
    return "/".join(parts[: packed + 1])


def article_from_json(data: Mapping[str, Any]) -> Article:
    stated = {name: data[name] for name in ("path", "title", "publisher", "author", "published", "url", "language")}
    counted, fetched = None if "text" in data else data["words"], data.get("fetched")
    stated |= {"modified": data.get("modified"), "fetched": Fetched(fetched["url"], fetched["at"], fetched["sha256"]) if fetched else None}
    stated |= {"is_converted": data.get("converted", False), "partial": data.get("partial")}
    return Article(id=data["id"], text=data.get("text", ""), sha256=data["sha256"], counted=counted, **stated)


def skipped_to_json(skipped: Skipped) -> Json:
    return {"path": skipped.path, "reason": skipped.reason}


def skipped_from_json(data: Mapping[str, Any]) -> Skipped:
    return Skipped(data["path"], data["reason"])


def story_to_json(story: Story) -> Json:
    return {"id": story.id, "articles": list(story.articles), "name": story.name, "reason": story.reason}


def story_from_json(data: Mapping[str, Any]) -> Story:
    return Story(data["id"], tuple(data["articles"]), data.get("name", ""), data.get("reason", ""))


def archive_to_json(archive: Archive) -> Json:
    return {"articles": archive.articles, "compared": list(archive.compared)}


def archive_from_json(data: Mapping[str, Any]) -> Archive:
    return Archive(data["articles"], tuple(data["compared"]))
