"""``python -m liushou_cli`` and the console script."""

import os
import sys

from liushou_cli.cli.app import run


def main() -> int:
    """Run one command; the exit code of design.md §2."""
    return run(sys.argv[1:])


def console() -> None:
    """As a process of its own: everything is written and closed by now, so leave without taking the heap apart.

    Freeing what pydantic and its kin built takes a tenth of a command's time.
    """
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    console()
