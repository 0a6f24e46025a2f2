"""Names that a definition uses for its term without saying that they are names: "Serverless computing is …"."""

from __future__ import annotations

import re

from rolegraph.graph.names import fold

__all__ = ["variants"]

_OPENING = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<subject>[^,.;:()]{2,60}?)(?:\s+\((?P<inner>[^()]{2,60})\))?(?:,[^,]{2,80},)?"
    r"\s+(?:is|are|was|were|refers?\s+to|means|describes|denotes)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:or|also|often|sometimes|commonly|aka|a\.k\.a\.|abbreviated(?:\s+(?:as|to))?|abbr\.?|short(?:\s+for|:)?|known\s+as|called"
    r"|formerly|shortened\s+to|written|spelt|spelled|referred\s+to\s+as|i\.e\.)[\s,:]+",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[,;]\s*|\s+or\s+")
_ARTICLE = re.compile(r"^(?:or\s+)?(?:an?|the)\s+", re.IGNORECASE)
_MOST_WORDS = 8
# What a name can end in, or not, and mean the same.
_GENERIC = frozenset(
    {
        *(
            "approach",
            "architecture",
            "computing",
            "framework",
            "machine",
            "management",
            "method",
            "methodology",
        ),
        *(
            "model",
            "movement",
            "pattern",
            "platform",
            "practice",
            "process",
            "protocol",
            "service",
            "software",
        ),
        *("standard", "strategy", "system", "technique", "technology", "tool"),
    }
)


def variants(sentence: str, label: str) -> list[str]:
    """Give the names that the subject of a defining sentence, and a bracket behind it, add to a label.

    >>> variants("Serverless computing is a way to run code.", "Serverless")
    ['Serverless computing']
    >>> variants("Source control (or version control) is a practice.", "Version control")
    ['Source control']
    >>> variants("A senior product manager is a role.", "Product manager")
    []
    """
    match = _OPENING.match(sentence)
    if match is None:
        return []
    subject, inner = match["subject"].strip(" \"“”'"), (match["inner"] or "").strip()
    said = _SAID.sub("", inner)
    while said and said != (shorter := _SAID.sub("", said)):
        said = shorter
    if fold(subject) == fold(label):
        if not said or said == inner or len(said.split()) > _MOST_WORDS:
            return []
        names = (_ARTICLE.sub("", name).strip(" \"“”'") for name in _PARTED.split(said))
        return [name for name in names if name]
    if fold(said) == fold(label) or _is_variant(_words(subject), _words(label)):
        return [subject]
    return []


def _words(name: str) -> list[str]:
    """Give the folded words of a name; a general word in the plural speaks of things, and stays as it is."""
    words, last = fold(name).split(), name.lower().split()[-1:]
    return [*words[:-1], *last] if words and words[-1] in _GENERIC else words


def _is_variant(subject: list[str], label: list[str]) -> bool:
    """Tell whether two names are one, but for spaces, a shortened word, or a general word at the end."""
    if "".join(subject) == "".join(label):
        return True
    shorter, longer = sorted((subject, label), key=len)
    if len(longer) == len(shorter) + 1:
        return longer[:-1] == shorter and longer[-1] in _GENERIC
    pairs = list(zip(subject, label, strict=False))
    return len(subject) == len(label) > 1 and all(
        a == b or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))) for a, b in pairs
    )
