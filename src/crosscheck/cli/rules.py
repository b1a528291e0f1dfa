"""`crosscheck rules`: by which rules are verdicts given?"""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format, known_rules
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Rule = Annotated[
    str | None, typer.Argument(metavar="[RULE]", help="One rule, such as time.disjoint, or a facet's, such as time.", show_default=False)
]


@app.command(cls=Command, epilog=example("rules time.disjoint"))
def rules(rule: Rule = None, format: options.Format = "text", color: options.Colors = options.When.AUTO) -> int:
    """List the rules that decide, or show one.

    Each comes with an example. The rules of a facet are tried from top to bottom, and the first that applies decides.
    """
    from crosscheck.judge.catalogue import entries

    shape, found = known_format(format, "rules"), known_rules(rule, entries())
    print(format_named(shape).rules(found, options.Common(color=color).look()), end="")
    return Exit.DONE
