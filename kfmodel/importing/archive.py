"""A file taken in: an .xlsx archive of a size that is safe to unpack, or a reason why not."""

import zlib
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from openpyxl.utils.exceptions import InvalidFileException

from kfmodel.importing.limits import MAX_FILE_BYTES, MAX_UNPACKED_BYTES

Source = str | PathLike[str] | BinaryIO

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# What openpyxl, its XML parser and zipfile raise on files that are damaged or made up.
DAMAGED = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


class UnreadableFileError(Exception):
    """The file is no workbook that can be read; the message says why, in Swedish."""


def read_archive(source: Source) -> bytes:
    """The bytes of an .xlsx file. Raises UnreadableFileError."""
    content = _content(source)
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFileError(_old_office(content))
    _check_zip(content)
    return content


def _content(source: Source) -> bytes:
    try:
        if isinstance(source, str | PathLike):
            with Path(source).open("rb") as file:
                content = file.read(MAX_FILE_BYTES + 1)
        else:
            content = source.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(f'filen "{source}" finns inte') from error
    except OSError as error:
        raise UnreadableFileError(
            f'filen "{source}" går inte att läsa; välj en fil som du får öppna'
        ) from error
    if len(content) > MAX_FILE_BYTES:
        raise UnreadableFileError(
            f"filen är större än {MAX_FILE_BYTES // 1024**2} MB; ta bort bilder och blad som inte "
            "hör till importen"
        )
    return content


def _old_office(content: bytes) -> str:
    """Excel keeps a file with a password inside the container of the old format."""
    if _ENCRYPTED in content:
        return "filen är krypterad; ta bort lösenordet i Excel och spara om den"
    return "filen är i ett äldre Excelformat (.xls); spara om den som Excel-arbetsbok (.xlsx)"


def _check_zip(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            names = archive.namelist()
    except DAMAGED as error:
        raise UnreadableFileError(
            "filen är inte en Excel-arbetsbok (.xlsx); spara den som .xlsx i Excel"
        ) from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise UnreadableFileError(
            f"filen blir större än {MAX_UNPACKED_BYTES // 1024**2} MB när den packas upp; ta bort "
            "innehåll som inte hör till importen"
        )
    if "[Content_Types].xml" not in names or "xl/workbook.bin" in names:
        raise UnreadableFileError(
            "filen är inte i formatet .xlsx; spara den som Excel-arbetsbok (.xlsx)"
        )
