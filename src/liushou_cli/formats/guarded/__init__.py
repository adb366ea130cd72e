"""A folder's own templates: somebody else's text, rendered with bounds on what it can reach, take and last.

Ours are rendered in this process. Anyone's else in a process of its own (:mod:`process`), in a sandbox that
counts what it makes (:mod:`sandbox`), and only after a person has approved them (``liushou trust``).
"""

from liushou_cli.formats.guarded.process import render

__all__ = ["render"]
