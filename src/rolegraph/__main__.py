"""Run the command line: ``python -m rolegraph``."""

from __future__ import annotations

from rolegraph.cli import main

if __name__ == "__main__":
    main(prog_name="rolegraph")
