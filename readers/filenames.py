"""Names of files as they can be shown, printed and compared, whatever bytes they hold."""

from __future__ import annotations

import os

__all__ = ["decoded_name", "shown"]

_LONGEST = 200

# Without these two, names in Persian and in the scripts of India are misspelled.
_JOINERS = "\u200c\u200d"


def decoded_name(name: str) -> str:
    r"""Put a replacement character for what of a file name is no UTF-8, or can't be seen: line ends, controls.

    >>> decoded_name("roles\n.md")
    'roles\ufffd.md'
    """
    text = os.fsencode(name).decode("utf-8", "replace")
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() or each in _JOINERS else "\ufffd" for each in text)


def shown(name: str) -> str:
    """Give a name of any length and any characters so that it fits into a message.

    >>> shown("roles/" + "very " * 100 + "long.md").endswith("very long.md")
    True
    """
    name = "".join(each if each.isprintable() else "\ufffd" for each in name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST // 2]}…{name[-_LONGEST // 2 :]}"
