"""Blocks -> PDF: `markup` says it in typst's language, `press` (the only door to typst) sets it.

`press` needs the extra ``liushou[pdf]``; everything else here runs without it.
"""
