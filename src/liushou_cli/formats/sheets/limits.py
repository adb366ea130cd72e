"""How much of a stranger's table is read: a county's roster fits many times over, a bomb does not."""

FILE = 32 << 20  # bytes of the file
UNPACKED = 192 << 20  # bytes of all parts of a zip together
PARTS = 5_000  # parts of a zip
ROWS = 20_000
COLUMNS = 500
CELLS = 2_000_000  # of one sheet, counted as a rectangle
SHEETS = 50
LETTERS = 4_000  # of one cell
SECONDS = 30.0
MEMORY = 1 << 30  # bytes of the reading process, where the system knows such a limit
REMEMBERED = "_liushou"  # the one hidden sheet that is read: it is our own
