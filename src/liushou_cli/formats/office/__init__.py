"""Word and Excel files that somebody else made: opened as a stranger's, taken apart, changed where it is asked.

:mod:`package` opens the archive, :mod:`xml` is the one door to lxml, :mod:`book` finds the parts of a
workbook; :mod:`moves` says where the rows of a sheet went, and the modules after it make everything follow.
"""
