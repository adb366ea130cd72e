"""Markdown text -> blocks: the only door to markdown-it-py.

The dialect is small, and what is not in it is refused by line, never dropped:

- ``# 题`` (a second one starts a new page and new numbers), ``##`` to ``#####``, paragraphs, ``- `` lists
  (plain paragraphs), ``**bold**``, pipe tables, ``:表: 说明`` right after a table, ``[22](figure:家访次数)``;
  ``⏎`` is a line break.
- A fenced block ``chart`` holding JSON.
- ``::: 落款`` with two lines, ``::: 附件``, ``::: 表格 16,22`` with one table; each ended by ``:::``.
"""

from liushou_cli.formats.blocks.reader import parse

__all__ = ["parse"]
