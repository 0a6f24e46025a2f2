"""From bytes to text: encodings, line ends, and the characters that nobody sees."""

from __future__ import annotations

import codecs
import re

from rolegraph.readers.errors import ReadError

__all__ = ["clean", "decode"]

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "an image",
    b"GIF8": "an image",
    b"\xff\xd8\xff": "an image",
    b"\x1f\x8b": "a gzip archive",
}
_ACCEPTED = "save it as plain text in UTF-8"
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROLS = bytes({*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
_LEGACY_SAMPLE = 1 << 16
_SHIFTING = frozenset({"iso2022_jp", "hz"})  # their bytes are ASCII, which would pass for UTF-8

# What Windows-1252 shows where it is right: Western letters and signs, and no sign inside a word.
_WESTERN = re.compile(r"[\x00-\x7f\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*")
# Letters that no neighbour of Windows-1252 has elsewhere: a text with no others is German, however short.
_GERMAN = re.compile(r"[\x00-\x7fÄÖÜäöüß€„“”‚‘’–…]*")
# French has none of the letters that its neighbours show for those that are common with them: ì, ø, š, ž.
_FRENCH = re.compile(r"[\x00-\x7fÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ\xa0«»€„“”‚‘’–—…°]*")
_SIGN_IN_WORD = re.compile(r"[^\W\d_][¢¤¥¦§¨¬¯°±¹²³´¶¸¼½¾×÷†‡ƒ‰]+[^\W\d_]")
_NOT_WESTERN = {"Croatian", "Czech", "Lithuanian", "Polish", "Romanian", "Slovak", "Slovene", "Turkish"}
_MAX_WESTERN_ACCENTS = 0.2

# Spaces of every kind become a plain space; controls, soft hyphens, zero-width spaces, stray byte order marks, marks of
# direction and other characters without any look go: with them, two names would look like one.
_UNSEEN = {
    **dict.fromkeys((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)), None),
    **dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xA0, 0x202F, 0x2007, 0x2028, 0x2029), " "),
    **dict.fromkeys((0xAD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFDD0, 0xFEFF), None),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFFF9, 0xFFFC)), None),
    **dict.fromkeys(range(0xE0000, 0xE0080), None),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}

# Zero-width joiners stay, except beside Latin letters: Persian and the scripts of India are spelled with them.
_JOINERS = "[\u200c\u200d]"
_OTHER = "[^\x00-\u024f]"
_STRAY_JOINERS = re.compile(f"(?<!{_OTHER}){_JOINERS}++|(?<!{_JOINERS}){_JOINERS}++(?!{_OTHER})")
_WIDEST = " " * 100
_GAP = re.compile(f"{_WIDEST} +")
_UNSEEN_CHARACTER = re.compile("[" + "".join(map(chr, _UNSEEN)) + "]")


def decode(data: bytes, name: str, declared: str = "") -> str:
    r"""Turn the bytes of a text file into text with plain line ends.

    UTF-8 with or without a byte order mark, UTF-16 and UTF-32 by their marks, other encodings as the document
    itself has ``declared`` (the name of a codec), or else by their looks.
    Raises ReadError when the bytes look binary or the encoding cannot be told.

    >>> decode("Qualité\r\n".encode("utf-16"), "terms.txt")
    'Qualité\n'
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _plain_lines(_decode_as(data[len(mark) :], encoding, name))
    _refuse_binary(data, name)
    try:
        return _plain_lines(data.decode(declared if declared in _SHIFTING else "utf-8"))
    except UnicodeDecodeError as error:
        if declared and _fits(data, declared):
            return _plain_lines(_decode_as(data, declared, name))
        _refuse_damaged(data, name, error)
    return _plain_lines(_decode_as(data, _legacy_encoding(data, name), name))


def clean(text: str) -> str:
    r"""Put a plain space for the odd ones, and leave out what has no width; line breaks are kept.

    >>> clean("product\u00a0man\u00adager")
    'product manager'
    """
    if _WIDEST in text:
        text = _GAP.sub(_WIDEST, text)
    if text.isascii() and text.isprintable():
        return text
    if _UNSEEN_CHARACTER.search(text):
        text = text.translate(_UNSEEN)
    text = _STRAY_JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text
    return _GAP.sub(_WIDEST, text) if _WIDEST in text else text  # what were odd spaces


def _plain_lines(text: str) -> str:
    """End each line with a line feed alone; CR LF, CR and LF are line ends (RFC 5147, 2.2.2)."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count("\n".encode(encoding)) + 1
        raise ReadError(name, f"the bytes are not {encoding.upper()}; {_ACCEPTED}", line) from None
    if "\0" in text:
        raise ReadError(name, f"looks binary; {_ACCEPTED}", text.count("\n", 0, text.index("\0")) + 1)
    return text


def _fits(data: bytes, encoding: str) -> bool:
    """Tell whether the bytes can be of an encoding, which is not the one that has just been tried."""
    try:
        return not encoding.startswith("utf") and bool(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        return False


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(name, f"looks binary ({kind}); {_ACCEPTED}")
    if b"\0" in data:
        raise ReadError(name, f"looks binary; {_ACCEPTED}", data.count(b"\n", 0, data.index(b"\0")) + 1)
    if 50 * (len(data) - len(data.translate(None, _CONTROLS))) > len(data):
        raise ReadError(name, f"looks binary; {_ACCEPTED}")


def _refuse_damaged(data: bytes, name: str, error: UnicodeDecodeError) -> None:
    """Refuse bytes that are UTF-8 but for a few: read as anything else, every accent would come out wrong."""
    wide = sum(len(match) for match in _MULTIBYTE.findall(data))
    stray = sum(byte >= 0x80 for byte in data) - wide
    if wide > 4 * stray:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(name, f"byte 0x{data[error.start]:02X} is not UTF-8, the rest is; {_ACCEPTED}", line)


def _legacy_encoding(data: bytes, name: str) -> str:
    """Tell the encoding from the lines that are not plain ASCII.

    Windows-1252 is taken where its text looks right, unless the language is one that it cannot write: on
    a few accents, statistics alone mistake it for its neighbours.
    """
    from charset_normalizer import from_bytes

    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_LEGACY_SAMPLE]
    western = sample.decode("cp1252", "replace")
    if _GERMAN.fullmatch(western) or _FRENCH.fullmatch(western):
        return "cp1252"
    best = from_bytes(sample).best()
    if _looks_western(sample) and (best is None or best.language not in _NOT_WESTERN):
        return "cp1252"
    if best is None:
        raise ReadError(name, f"looks binary, or its encoding cannot be told; {_ACCEPTED}")
    return best.encoding


def _looks_western(sample: bytes) -> bool:
    text = sample.decode("cp1252", "replace")
    accents = sum(not character.isascii() for character in text)
    if accents > 1 + _MAX_WESTERN_ACCENTS * len(text) or not _WESTERN.fullmatch(text):
        return False
    return not _SIGN_IN_WORD.search(text)
