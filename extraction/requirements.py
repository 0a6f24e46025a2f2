"""Skills in what a role requires: "3+ years of experience with SQL" asks for SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["skills"]

_VALUING = (
    r"(?:(?:very\s+|highly\s+)?(?:strong|excellent|good|solid|great|deep|demonstrated|demonstrable|proven|hands-on|extensive|basic|"
    r"working|some|relevant|prior|previous|professional|practical|in-depth|exceptional|outstanding|advanced|"
    r"significant|substantial|thorough|sound|broad|well-developed|superior|clear|confident|first-hand|general|"
    r"minimum|at least|minimum of|a minimum of|at least|over|more than|approximately|around|ideally|preferably|an?|the|your|"
    r"significant|recent|industry|commercial|directly related|related|similar|fundamental|expert|detailed|high|level)\s+)*"
)
_YEARS = r"(?:(?:at least |minimum (?:of )?|a minimum of |\w+ \()?\d+\s*\+?\)?\s*(?:(?:[-–—]|to)\s*\d+\s*)?\+?\s*(?:years?|yrs?)['’]?\s*(?:of\s+)?(?:in\s+)?(?!$))?"
_HOLDING = (
    r"(?:(?:experience|knowledge|understanding|proficiency|proficient|familiarity|familiar|expertise|background|exposure|"
    r"track record|history|grasp|command|awareness|comfort|comfortable|experienced|skilled|interest|passion|passionate|adept|well-versed|versed|"
    r"qualification|qualified|appreciation)"
    r"(?:\s+(?:and|or|&|/)\s+(?:experience|knowledge|understanding|interest|expertise|proficiency|skills))?\s+(?:working\s+)?(?:with|in|of|using|for|at|on|about|to)\s+)?"
)
_BEFORE = re.compile(rf"^(?:you(?:['’]re| are| have|['’]ve| bring| possess| hold)?\s+|has\s+|have\s+|having\s+|possess(?:es)?\s+|is\s+|be\s+)?{_VALUING}{_YEARS}{_VALUING}{_HOLDING}{_VALUING}", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:[,(–—-]\s*)?(?:\b(?:is|are|would be|will be)\s+(?:an?\s+|also\s+|highly\s+|strongly\s+|very\s+)*(?:plus|bonus|asset|advantage|required|"
    r"preferred|desirable|desired|essential|must|welcome|beneficial|helpful|advantageous|nice to have)\b.*|"
    r"\b(?:optional|nice to have|a plus|preferred|desirable|required|a bonus|or equivalent.*|or similar.*|or (?:a )?related.*)\b\)?)\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*(?:[,(–—]\s*(?:including|preferably|ideally|such as|e\.g|i\.e|for example|especially|particularly|with|able|capable|so|as well)\b.*|"
    r"\b(?:that|which|who|to ensure|in order to|so that|such as|like|including|and able to|able to|whilst|while|when|where|because)\b.*|\s*\([^)]*\)?.*|\s[–—-]\s.*)$",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s*(?:,\s*(?:and|or|&)\s+|,\s+|\s+(?:and|or|&)\s+|\s*;\s*)")
_EMPTY = re.compile(r"^(?:similar|equivalent|others?|more|related|etc|degree|skills?|experience|years?.*|field|plus|ability|both|one|you|it|role)\.?$", re.IGNORECASE)
_ADJECTIVES = re.compile(r"^(?:[\w-]+(?:al|ive|ful|ous|ed|en|ing|able|ible|ic|ant|ent|ar)|clear|strong|verbal|oral)$", re.IGNORECASE)
_MOST_WORDS = 7


def skills(text: str) -> Iterator[str]:
    """Give the skills that a requirement names, what values or dates them taken off.

    >>> list(skills("3+ years of experience with SQL, Python and dbt"))
    ['SQL', 'Python', 'dbt']
    >>> list(skills("Excellent written and verbal communication skills (English)"))
    ['written and verbal communication skills']
    """
    bare = _AFTER.sub("", text.strip(" .;:")).strip()
    bare = _CLAUSE.sub("", bare).strip(" ,") if len(bare.split()) > 3 else bare
    for part in _split(bare):
        name = _BEFORE.sub("", part, count=1).strip(" ,.;:")
        if name and not _EMPTY.match(name) and len(name.split()) <= _MOST_WORDS and any(map(str.isalpha, name)):
            yield name
    years = re.search(r"\b\d+\s*\+?\s*years?['’]? (?:of )?experience$", bare, re.IGNORECASE)
    if years:
        yield years.group()


def _split(text: str) -> Iterator[str]:
    """Split a list of skills; "written and verbal communication" is one, "reading and writing reports" too."""
    parts = [part for part in _JOINTS.split(text) if part]
    joined: list[str] = []
    pending = ""
    for number, part in enumerate(parts):
        first = part.split()[0]
        shares = number + 1 < len(parts) and len(_BEFORE.sub("", part).split()) == 1 and _ADJECTIVES.match(part.split()[-1])
        if shares:
            pending += f"{part} and "
            continue
        joined.append(pending + part)
        pending = ""
        del first
    return iter(joined)
