"""Which values of a news story contradict, supersede, agree? Puts marked stories beside their texts, as `score.py stories-gold` reads them.

    python -m bench.marked ecbplus-train.tar.xz FOLDER [--set fresh]    # FOLDER/stories-gold, for `score.py stories-gold --data FOLDER`

The texts are those of the training topics of ECB+ (Cybulska and Vossen 2014, annotations CC BY 3.0) and not part of the project; bench/marked keeps
the places that were marked by hand, a file a story. `set` says what a story may tell: "tuned" stories were read for errors and set constants, "fresh"
ones were marked by a reader who knew no rule, and are for measuring alone.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.train.ecbplus import topics

MARKED = Path(__file__).with_name("marked")
SETS = ("tuned", "fresh")

Story = Mapping[str, Any]


def stories(folder: Path = MARKED, of: Sequence[str] = SETS) -> Iterator[Story]:
    """The marked stories of some sets: `name`, `set` and `facts`, whose places are an article, a start and an end."""
    for path in sorted(folder.glob("*.json")):
        story = json.loads(path.read_text("utf-8"))
        if story["set"] in of:
            yield story


def gold(story: Story) -> dict[str, Any]:
    """The story in the form of a measurement: facts with values by number, and how each two of them stand to each other."""
    facts = [
        {
            "id": f"{number}",
            "slot": fact["slot"],
            "values": [{"value": f"{at}", "members": members} for at, members in enumerate(fact["values"])],
            "relations": [[f"{first}", f"{second}", relation] for first, second, relation in fact["relations"]],
        }
        for number, fact in enumerate(story["facts"])
    ]
    traps = [{"a": left, "b": right, "why": "marked as no contradiction"} for left, right in story.get("traps", ())]
    return {"story": story["name"], "facts": facts, "traps": traps}


def texts_of(archive: Path) -> dict[str, dict[str, str]]:
    """The articles of each story: a topic has two, told apart by the ends of their articles' names ("19_1ecb", "19_1ecbplus")."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for topic in topics(archive):
        for name, text in topic.texts.items():
            if text.strip():
                found[f"{topic.name}_{name.lstrip('0123456789_')}"][name] = text
    return found


def written(archive: Path, folder: Path, of: Sequence[str] = SETS) -> int:
    """Write the stories of some sets below a folder; how many there were."""
    texts = texts_of(archive)
    wanted = list(stories(of=of))
    for story in wanted:
        home = folder / "stories-gold" / story["name"]
        home.mkdir(parents=True, exist_ok=True)
        home.with_suffix(".json").write_text(json.dumps(gold(story)), "utf-8")
        for name, text in texts[story["name"]].items():
            (home / f"{name}.txt").write_text(text, "utf-8")
    return len(wanted)


def main() -> None:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", choices=SETS, action="append")
    asked = parser.parse_args()
    print(f"{written(asked.archive, asked.folder, asked.set or SETS)} stories in {asked.folder / 'stories-gold'}")


if __name__ == "__main__":
    main()
