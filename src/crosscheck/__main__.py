"""Runs the command as `python -m crosscheck`."""

from crosscheck.cli.main import main

if __name__ == "__main__":
    main()
