"""How much of anything a workbook may hold, and how long a text may be (characters)."""

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
"""An .xlsx is a zip archive: a small file may unpack to something enormous."""

MAX_ROWS = 1_048_576
"""Excel's own limit; a file that claims more is not from a spreadsheet program."""

MAX_COLUMNS = 100
TITLE_ROWS = 30
"""The headings are looked for in this many rows."""

CODE_LENGTH = 50
NAME_LENGTH = 200
EMAIL_LENGTH = 254
SHORT_TEXT_LENGTH = 500
FREE_TEXT_LENGTH = 2000

MAX_HEADS = 1_000_000
MAX_SEK = 1_000_000_000_000
FIRST_YEAR = 2000
LAST_YEAR = 2100
