"""Runs the command as `python -m crosscheck`."""

from crosscheck.cli.main import run

if __name__ == "__main__":
    run()
