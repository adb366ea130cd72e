"""A form somebody else made, with marks in it: read as data, looked through, filled in a process apart.

:mod:`package` opens the file, :mod:`word` and :mod:`excel` find the marks in it, :mod:`skeleton` holds them
line by line so that a fault can be told by its paragraph or cell.
"""
