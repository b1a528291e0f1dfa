"""crosscheck reads articles, aligns their claims, and tells agreement from contradiction."""

__version__ = "0.1.0"
