"""`crosscheck schema`: which shape has what crosscheck prints as JSON?"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_schema

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="A document, or a line of one.", show_default=False)]


@app.command(cls=Command, epilog=example("schema compare"))
def schema(name: Name = None) -> int:
    """Print the JSON Schema of a document, or list the documents.

    A schema (draft 2020-12) requires every field that is promised and lets further ones through.
    """
    from crosscheck.report.schemas import names, schema_named

    if name is not None:
        print(json.dumps(schema_named(known_schema(name, names())), ensure_ascii=False, indent=2))
        return Exit.DONE
    width = max(len(known) for known, _ in names())
    for known, what in names():
        print(f"{known:<{width}}  {what}")
    return Exit.DONE
