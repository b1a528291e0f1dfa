"""Which rows show a result? One module a view, each a pure function to rows."""

from crosscheck.report.views.catalogues import rules, topics
from crosscheck.report.views.check import check
from crosscheck.report.views.claims import claims
from crosscheck.report.views.compare import compare
from crosscheck.report.views.inspect import inspect

__all__ = ["check", "claims", "compare", "inspect", "rules", "topics"]
