"""The head of an entry: "Business process outsourcing (BPO)" has a label and an abbreviation."""

from __future__ import annotations

import re
from typing import NamedTuple

from rolegraph.graph.names import fold

__all__ = [
    "Head",
    "abbreviates",
    "asked_term",
    "is_abbreviation",
    "is_code",
    "is_question",
    "names_in_sentence",
    "read_head",
    "spells",
    "written_out",
]

_ASKED = re.compile(
    r"^(?:what|who)(?:\s+is|\s+are|['’]s|\s+does|\s+do)\s+(?:meant by\s+)?(?:an?\s+|the\s+)?"
    r"[\"“]?(?P<term>.+?)[\"”]?(?P<meaning>\s+mean|\s+stand for)?\s*\?$",
    re.IGNORECASE,
)
_DOES = re.compile(r"\w+\s+do(?:es)?\b", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*")
_ALSO = re.compile(
    r"^(?:also |often |sometimes |commonly |or |formerly |previously |short for |abbreviated(?: as)? "
    r"|abbr\.? |aka |a\.k\.a\.? )*"
    r"(?:known as |called |referred to as |termed |named )?",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+/\s+|\s+or\s+|;\s*")
_AKA = re.compile(
    r",?\s+(?:also|sometimes|often|commonly|formerly|previously)\s+(?:known as|called|referred to as)\s+"
    r"|,?\s+(?:aka|a\.k\.a\.)\s+",
    re.IGNORECASE,
)
_CODE = re.compile(r"^(?=.*[A-Z].*[A-Z0-9]|[A-Z0-9]*\d)[\w&/.+-]{2,10}$")
_PRONOUNCED = re.compile(r"\s+(?:/[^/\s]{2,40}/|\[[^\]\s]*[ˈˌəɪʊɛɔæʌʃʒŋθð][^\]]*\])(?=\s|$)")
_QUALIFIER = re.compile(
    r"^(?:noun|verb|adjective|adj|adv|plural|n|v|role|grade|level|general|informal|deprecated)\.?$",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """The names in the head of an entry."""

    label: str
    abbreviations: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


def is_question(text: str) -> bool:
    """Tell a question from a term and from one that asks for a term: "What is a CRM?".

    >>> is_question("How do I begin?"), is_question("What is a CRM?")
    (True, False)
    """
    return text.rstrip().endswith("?") and not asked_term(text.strip())


def is_abbreviation(short: str, full: str) -> bool:
    """Tell whether one name abbreviates another: two capitals at least, or the initials in order.

    >>> is_abbreviation("CaaS", "Containers as a Service"), is_abbreviation("grade", "Manager")
    (True, False)
    """
    if not _CODE.match(short) or len(short) >= len(full):
        return False
    letters = [letter for letter in short.lower() if letter.isalnum()]
    return fold(short) != fold(full) and bool(letters)


def abbreviates(short: str, full: str) -> bool:
    """Tell whether one name is an abbreviation of another that its letters can be read from.

    >>> abbreviates("AHT", "Average handle time"), abbreviates("AHT", "Attrition")
    (True, False)
    """
    return is_abbreviation(short, full) and _stands_for(short, full)


def asked_term(question: str) -> str:
    """Give the term that a question asks for, empty for another question.

    >>> asked_term("What does BPO mean?"), asked_term("What does a product manager do?")
    ('BPO', '')
    """
    match = _ASKED.match(question)
    if match is None or (_DOES.match(question) and not match["meaning"]):
        return ""
    return match["term"]


def is_code(text: str) -> bool:
    """Tell whether a text looks like an abbreviation, whatever it stands for.

    >>> is_code("CRM"), is_code("R&D"), is_code("Customer")
    (True, True, False)
    """
    return _CODE.match(text) is not None


def read_head(text: str) -> Head:
    """Read the names in a head.

    >>> read_head("KPO (Knowledge process outsourcing)")
    Head(label='Knowledge process outsourcing', abbreviations=('KPO',), alternatives=())
    >>> read_head("Average handle time (AHT), also known as handling time").alternatives
    ('handling time',)
    """
    text = _PRONOUNCED.sub("", " ".join(text.split())).strip(" :–—-*_")
    text = asked_term(text) or text
    inner = [match.strip() for match in _PARENTHESIS.findall(text) if _gives_name(match, text)]
    outer = _PARENTHESIS.sub(lambda found: " " if _gives_name(found[1], text) else found[0], text)
    outer = " ".join(outer.split()).strip(" :,–—-").replace(" ,", ",")
    first, *others = [_unquoted(part) for part in _AKA.split(outer) if part.strip(" ,")] or [text]
    label, *more = _alternatives(first)
    names = [*more, *others, *(name for part in inner for name in _names_in(part, label))]
    return _sorted_names(label, [name for name in names if name])


def _gives_name(parenthesis: str, text: str) -> bool:
    """Tell a parenthesis that names or qualifies the term from one that is part of it: "Net (new) revenue"."""
    if len(parenthesis.strip()) == 1 and not text[: text.index(parenthesis)][-2:-1].isspace():
        return False  # "401(k)"
    behind = text[text.index(parenthesis) + len(parenthesis) + 1 :].strip(" :,–—-")
    return (
        not behind
        or behind[0] in "(["
        or bool(_CODE.match(parenthesis.strip()))
        or bool(_AKA.match(f" {behind}"))
    )


def _unquoted(name: str) -> str:
    """Take quotation marks off a name that stands in them as a whole."""
    name = name.strip(" ,")
    paired = len(name) > 1 and name[0] in "\"“'‘" and name[-1] in "\"”'’"
    return name[1:-1] if paired else name


def _alternatives(text: str) -> list[str]:
    """Split "A / B" and "A or B" where each part can be a name by itself."""
    parts = [part.strip(" ,") for part in _OR.split(text) if part.strip(" ,")]
    codes = [part.strip() for part in text.split(",")]
    if len(codes) > 1 and all(_CODE.match(part) for part in codes):
        return codes
    return parts if all(len(part.split()) <= 5 for part in parts) and len(parts) <= 4 and parts else [text]


def _names_in(parenthesis: str, label: str) -> list[str]:
    """Give the names in a parenthesis; a qualifier ("verb", "grade 7") is none."""
    stripped = _ALSO.sub("", parenthesis).strip()
    parts = [part.strip() for part in stripped.split(",")]
    if len(parts) > 1 and _QUALIFIER.match(parts[0]):
        return _names_in(", ".join(parts[1:]), label)
    if is_abbreviation(stripped, label) and spells(stripped, label):
        return [stripped]
    said = stripped != parenthesis
    if _CODE.match(label) and initials(label, stripped):
        return [stripped]
    names = [part.strip(" \"“”'") for part in re.split(r"\s*[,;/]\s*|\s+or\s+", stripped)]
    written_out = _CODE.match(label) and spells(label, parenthesis)
    return [
        name
        for name in names
        if name and not _QUALIFIER.match(name) and (said or written_out or _is_name(name))
    ]


def _is_name(name: str) -> bool:
    return bool(_CODE.match(name)) or (len(name.split()) > 1 and name[:1].isupper())


def _sorted_names(label: str, names: list[str]) -> Head:
    """Put abbreviations apart; where the label itself abbreviates a full name, the full name is the label."""
    full = next((name for name in names if is_abbreviation(label, name) and _stands_for(label, name)), "")
    if full:
        names = [label, *(name for name in names if name != full)]
        label = full
    short = tuple(dict.fromkeys(name for name in names if is_abbreviation(name, label)))
    rest = tuple(dict.fromkeys(name for name in names if name not in short and fold(name) != fold(label)))
    return Head(label, short, rest)


_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", "&"}
)
_FIGURES = {
    "second": "2",
    "two": "2",
    "to": "2",
    "third": "3",
    "three": "3",
    "fourth": "4",
    "four": "4",
    "for": "4",
}


def initials(short: str, full: str) -> bool:
    """Tell whether an abbreviation is made of the first letters of the words of a name, small words counted or not.

    >>> initials("FIFO", "First In, First Out"), initials("3PL", "Third-party logistics"), initials("CRM", "Call")
    (True, True, False)
    """
    words = [word for word in re.split(r"[^\w&']+", full.lower()) if word]
    letters = [letter for letter in short.lower().removesuffix("s") if letter.isalnum()]
    whole = [
        _FIGURES.get(word, word[0]) if letters[:1] and letters[0].isdigit() else word[0] for word in words
    ]
    large = [one for one, word in zip(whole, words, strict=True) if word not in _SMALL]
    return len(letters) > 1 and (letters in (whole, large) or [*short.lower()] in (whole, large))


def _stands_for(short: str, full: str) -> bool:
    return spells(short, full) or initials(short, full)


def spells(short: str, full: str) -> bool:
    """Tell whether the letters of an abbreviation begin the words of a name, in order."""
    letters = iter(letter for letter in re.sub(r"[-/]", " ", full).lower() if letter.isalnum())
    wanted = [letter for letter in short.lower() if letter.isalpha()]
    return all(letter in letters for letter in wanted) and wanted[:1] == [full[:1].lower()]


_WRITTEN_OUT = re.compile(
    r"^(?:(?:an?|the)\s+)?(?:(?P<before>[^.,;:()]{3,80}?)\s+\((?P<short>[\w&/.+-]{2,10})\)"
    r"|(?:(?P<said>[\w&/.+-]{2,10})\s+(?:is|are)\s+|also\s+)?"
    r"(?:(?:an?|the|its)\s+)?(?:stands?\s+for|short(?:\s+form)?\s+(?:for|of)|(?:abbreviation|acronym|initialism)\s+(?:for|of))\s+"
    r"[\"“]?(?P<after>[^.,;:()\"”]{3,80})"
    r"|(?P<own>[\w&/.+-]{2,10})\s+stands\s+for\s+[\"“]?(?P<named>[^.,;:()\"”]{3,80}))",
    re.IGNORECASE,
)


def written_out(short: str, definition: str) -> str:
    """Give the full name that the definition of an abbreviation begins with, empty if it does not.

    >>> written_out("BPO", "Business process outsourcing (BPO) hands a process over.")
    'Business process outsourcing'
    >>> written_out("KPI", "KPI stands for key performance indicator, a figure that is watched.")
    'key performance indicator'
    """
    if not _CODE.match(short):
        return ""
    opening = re.match(r"(?:An?\s|The\s)?([^.;:–—(]{3,80})(?:\.(?:\s|$)|\s[–—-]\s|$)", definition)
    if opening and initials(short, opening[1]):
        return opening[1].strip(' "“”')
    match = _WRITTEN_OUT.match(definition[:240])
    if match is None:
        return ""
    said = match["short"] or match["said"] or match["own"] or short
    full = match["before"] or match["after"] or match["named"]
    full = re.split(r"\s+(?:and|which|that|is|are)\s+(?=is|are|it|they|a|an|the|means|refers)", full)[
        0
    ].strip()
    return full if said == short and is_abbreviation(short, full) and _stands_for(short, full) else ""


_IN_SENTENCE = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>.{2,80}?)"
    r"(?:\s+\((?P<inner>[^()]{2,80})\)"
    r"|(?:,|\s+[—–-])?\s+(?:(?:or|also|often|sometimes|commonly|usually|simply)\s+)*"
    r"(?:abbreviated(?:\s+(?:as|to))?|known\s+as|called|referred\s+to\s+as|shortened\s+to)\s+(?P<said>[^.;]{2,90}?)"
    r"|,?\s+or\s+(?:simply\s+)?(?P<other>[^,.;]{2,60}?))"
    r"\s*(?:,|—|–|\s-)?\s+(?P<verb>is|are|was|refers|refer|means|allows|describes|enables)\b",
    re.IGNORECASE,
)


_ABBREVIATED = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>.{2,80}?)\s+\((?P<inner>[A-Z][\w&/.-]{1,9})\)\s", re.IGNORECASE
)
_ASIDE = re.compile(
    r"^(?:(?:it is |they are |this is |it was |they were )?(?:also|sometimes|often|commonly|formerly|previously) "
    r"(?:called|known as|referred to as|named|abbreviated as)|(?:formerly|previously):)\s+(?P<said>[^.;]{2,90}?)"
    r"(?:\.?$|,\s+(?:is|are|means|refers)\b.*)",
    re.IGNORECASE,
)


def names_in_sentence(sentence: str, label: str) -> tuple[str, ...]:
    """Find other names of a headword that its defining sentence gives: "X, often abbreviated as Y, is …".

    >>> names_in_sentence("Average handle time (AHT) is a metric.", "Average handle time")
    ('AHT',)
    """
    aside = _ASIDE.match(sentence)
    if aside:
        return _said_names(aside["said"], label)
    inner = _ABBREVIATED.match(sentence)
    if inner and fold(inner["head"]) == fold(label) and spells(inner["inner"], inner["head"]):
        return (inner["inner"],)
    match = _IN_SENTENCE.match(sentence)
    if not match or not _same_subject(match["head"], label):
        return ()
    said = match["inner"] or match["said"] or match["other"]
    if not match["inner"]:
        return _said_names(said, label)
    parts = [part.strip(" \"“”'") for part in re.split(r",\s*|\s+or\s+", said)]
    own = (part for part in parts if _CODE.match(part) and not _is_of_longer(part, match["head"], label))
    return tuple(part for part in own if fold(part) != fold(label))


def _is_of_longer(short: str, head: str, label: str) -> bool:
    """Tell whether an abbreviation has the initials of a longer name: "chief risk officer (CRO)" is no risk officer."""
    initials = "".join(word[0] for word in head.lower().split())
    return len(head.split()) > len(label.split()) and initials == short.lower()


def _said_names(said: str, label: str) -> tuple[str, ...]:
    """Split what stands behind "also called": several names, each perhaps with its abbreviation in brackets."""
    said = re.sub(r"\s*\(([^()]*)\)", r", \1", said.strip(" ."))
    said = re.sub(r"^(?:an?|[Tt]he|also|often|sometimes|as|either)\s+", "", said)
    parts = [
        re.sub(r"^(?:or|an?|[Tt]he|and)\s+", "", part).strip(" \"“”'‘’()")
        for part in re.split(r",\s*|\s+or\s+", said)
    ]
    return tuple(part for part in parts if 0 < len(part.split()) <= 5 and fold(part) != fold(label))


def _same_subject(head: str, label: str) -> bool:
    """Tell whether what stands before the other name is the headword, give or take a word or two."""
    left, right = fold(re.sub(r"[()]", " ", head)), fold(label)
    longer = right in left and len(left.split()) <= len(right.split()) + 2
    return left == right or left in right or (longer and not re.search(r"\b(?:is|are|was|were)\b", left))
