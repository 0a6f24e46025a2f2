r"""The words by which a text points from one term to another, as parts of patterns that tell no case.

>>> import re
>>> bool(re.fullmatch(POINTING, "Siehe auch", re.I)), bool(re.fullmatch(SENDING, "compare with", re.I))
(True, False)
"""

from __future__ import annotations

__all__ = ["ALSO", "POINTING", "POINTING_FIRST", "SENDING"]

ALSO = r"(?:also|aussi|également|auch|también|также|anche|também|även|også)"
"""What tells a pointer to a related term from one that sends elsewhere."""


_SEE = r"(?:please\s+|bitte\s+)?(?:see|refer\s+to|siehe|voir|véase|consultar|см\.|zie|vedi|veja|zob\.|patrz)"
_COMPARE = r"compare(?:\s+with)?|cf\.?|confer|vgl\.?|vergleiche|comparer|porównaj"
_BRIEF = r"→|ver|s\.|v\."  # too short to be told within a sentence
_UNDER = r"(?:\s+(?:under|sous|unter|bajo))?"
_FURTHER = rf"(?:\s+(?:{ALSO}|under|sous|dazu|unter|bajo|ook|też))?"
_SEE_ALSO = rf"also\s+see|s\.\s*a\.|se\s+(?:även|også)|(?:{_SEE}|{_COMPARE}){_FURTHER}"

SENDING = rf"(?:(?:{_SEE}|{_BRIEF}){_UNDER})"
"""What sends elsewhere, where a text begins: an entry that says nothing else is another name of what is named."""

POINTING = rf"(?:{_SEE_ALSO})"
"""What points to a related term, within a text too."""

POINTING_FIRST = rf"(?:{_SEE_ALSO}|(?:{_BRIEF}){_FURTHER})"
"""What points to a related term, where a text begins."""
