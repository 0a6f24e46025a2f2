"""The head of an entry: "Business process outsourcing (BPO)" has a label and an abbreviation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rolegraph.extraction.names.abbreviations import (
    CODE,
    SMALL_WORDS,
    abbreviates,
    capitals,
    initials,
    is_abbreviation,
    is_blend,
    is_code,
    is_counted,
    spells,
    stands_for,
)
from rolegraph.graph.names import fold

__all__ = [
    "ALSO",
    "Head",
    "abbreviates",
    "asked_term",
    "capitals",
    "ends_with_short",
    "initials",
    "is_abbreviation",
    "is_agent",
    "is_code",
    "is_question",
    "read_head",
    "spells",
    "without_article",
    "without_brackets",
    "without_region",
]

_DEFINED = re.compile(
    r"^(?:the\s)?(?:definition|meaning) of [\"“‘'](?P<term>[^\"”’]{2,60})[\"”’']\??$", re.IGNORECASE
)
_ASKED = re.compile(
    r"^(?:what|who)(?:\s+is|\s+are|['’]s|\s+does|\s+do)\s+(?:meant by\s+)?(?:an?\s+|the\s+)?"
    r"(?:(?:full form|full name|meaning|definition) of\s+(?:an?\s+|the\s+)?)?"
    r"[\"“]?(?P<term>.+?)[\"”]?(?P<meaning>\s+mean|\s+stand for(?:\s+in\s+\w+(?:\s\w+)?)?)?\s*\?$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"^(?:definitions?|définition|definición|bedeutung|begriff)\s*:\s+(?=\S.*\?$)", re.IGNORECASE
)
_ASKED_ABROAD = re.compile(
    r"^¿?\s*(?:qu['’]est[- ]ce (?:que c['’]est )?(?:que |qu['’])|c['’]est quoi |qui est |was (?:ist|sind) "
    r"|was bedeutet |was versteht man unter |wer ist |(?:qué|que|quién) (?:es|son|significa) )"
    r"(?:(?:der|die|das|ein|eine|einem|einer|le|la|les|un|une|el|los|las|una)\s+|l['’]\s*)?"
    r"(?!unterschied|vorteil|diff[ée]ren|ventaja|avantage|ziel|rôle|papel)[\"“„«]?\s?(?P<term>[^?]+?)\s?[\"”“»]?\s*\?$",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"(?:the\s+)?(?:main\s+|key\s+|good\s+)?(?:differences?|best|purpose|point|benefits?|advantages?|role|goal|cost"
    r"|examples?|importance|impact|formula)\b"
    r".*\s(?:between|of|to|for|in)\s",
    re.IGNORECASE,
)
_DOES = re.compile(r"\w+\s+do(?:es)?\b", re.IGNORECASE)
_SHORT_BEHIND = re.compile(r"^(?P<full>[^,()]{4,80}?)(?:,|\s+[–—-])\s+(?P<short>[A-Z][\w&/.-]{1,9})$")
_SHORT_LAST = re.compile(r"^(?P<full>[^()]{8,80}[a-z])(?<! or)(?<! and) (?P<short>[A-Z]{3,7})$")
_SHORT_OPENING = re.compile(r"^(?P<short>[A-Z]{3,7}) (?P<full>[A-Z][^()]{7,80}[a-z])$")
_DASHED = re.compile(
    r"(?P<short>[\w&/.+-]{2,10}(?:\s*/\s*[\w&.+-]{2,10})?)(?:\s+[–—-]+\s+|:\s+)(?P<full>[^()–—,:]{4,80})$"
)
_ASIDE = re.compile(r"\s+\([^()]{2,60}\)$")
_PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*")
ALSO = re.compile(
    r"^(?:also:? |auch:? |aussi:? |également |también:? |often |sometimes |commonly |now |or:? "
    r"|(?:formerly|previously):? (?!(?!called|named|termed)\w+ed )"
    r"|short for |abbreviated(?: as)? |abbr\.?:? |plural:? |pl\.:? |aka:? |a\.k\.a\.?:? |synonyms?:? |syn\.:? )*"
    r"(?:known as |called |referred to as |termed |named |written |spelt |spelled )?",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+/\s+|\s+or\s+|;\s*")
_COMMA_OR = re.compile(r",(?=\s+or\s)")
# "Levy, toll, or duty": three names, and not one.
_SEVERAL = re.compile(
    r"[^\s,]+(?:\s[^\s,]+){0,3}(?:,\s[^\s,]+(?:\s[^\s,]+){0,3}){1,4},\sor\s[^\s,]+(?:\s[^\s,]+){0,3}"
)
_SEVERAL_SIGNS = re.compile(r",\s(?:or\s)?")
_NESTED = re.compile(r"\(([^()]{2,60})\s?\(([^()]{1,12})\)\s?([^()]{0,40})\)")
_AKA = re.compile(
    r",?\s+(?:also|sometimes|often|commonly|formerly|previously)\s+(?:known as|called|referred to as)\s+"
    r"|,?\s+(?:aka|a\.k\.a\.)\s+",
    re.IGNORECASE,
)
_WIDE = str.maketrans({"（": " (", "）": ") ", "：": ": ", "／": " / ", "®": "", "™": ""})
_PRONOUNCED = re.compile(
    r"^[^/()]*[ˈː][^/()]*\s/\s+|\s+(?:/[^/\s]{2,40}/|\[[^\]\s]*[ˈˌəɪʊɛɔæʌʃʒŋθð][^\]]*\]"
    r"|/[^/]*[ˈˌəɪʊɛɔæʌʃʒŋθð][^/]*/)(?=\s|$)"
)
_SOUND = re.compile(r"(?:pronounced|pron\.|rhymes with|sounds like|prononcé|ausgesprochen)\b", re.IGNORECASE)
_NAMES_PARTED = re.compile(r"\s*[,;]\s*|\s*(?<!\d)(?<!\b\w)/(?!\d)\s*|\s+or\s+")
_REMARK = re.compile(
    r"\b(?:19|20)\d\d\b|^(?:case|no\.|art(?:icle)?\.?|section|chapter|page|§)\s", re.IGNORECASE
)
# A part of speech behind a head: "Counsel n., pl. counsel".
_PART_OF_SPEECH = re.compile(r",?\s+(?:n|v|vb|vi|vt|adj|adv)\.(?:\s*,?\s*(?:pl|plur)\.?\s+[\w-]+)?$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Words that stand beside each other as opposites: "Account payable/receivable" is two terms in one entry.
# Nouns that say the same as each other at the end of a name.
_SAME_NOUNS = (
    frozenset({"charge", "fee", "cost", "price", "rate", "tariff", "levy", "payment"}),
    frozenset({"agreement", "contract"}),
    frozenset({"plan", "scheme", "program", "programme"}),
    frozenset({"worker", "employee", "labourer", "laborer"}),
    frozenset({"firm", "company", "business", "enterprise"}),
    frozenset({"study", "trial", "test", "experiment"}),
    frozenset({"location", "site", "place"}),
    frozenset({"list", "register", "catalog", "catalogue"}),
)
_MIXED = re.compile(r"(?=.*[a-z])[A-Za-z]+[A-Z][A-Za-z]*|[a-z]+[A-Z]")
_STEM = 5  # letters that words of one stem begin with, at least
_FORMULA = re.compile(r"(?=.*\d)(?:[A-Z][a-z]?\d*){2,6}")
_AGENT = re.compile(r"[^\W\d_]{3}(?:er|or|ee|ist|ant|eur|ary|ian)$", re.IGNORECASE)  # nouns for those who act
_GLOSSING = frozenset(
    {
        "after", "at", "before", "between", "by", "for", "from", "in", "on", "per", "than", "to", "with", "em", "en",
        "dans", "im",
    }
)  # fmt: skip
# Words of a remark in two words: "Trust (land law)", "Fee (per day)".
_REMARKS = SMALL_WORDS | _GLOSSING | frozenset(
    {
        "law", "only", "sense", "use", "etc", "sector", "industry", "theory", "any", "all", "each", "if", "not", "see",
        "sales", "more", "less", "new", "old", "plural", "singular", "usually", "mainly", "when", "as", "case", "cases",
        "marketing",
    }
)  # fmt: skip
_NOTE_MARK = re.compile(
    r"\[(?:\^[^\]\s]{1,20}|[1-9]\d?\d?)\]|(?<=[^\W\d_]{4})[¹²³⁴-⁹⁰]{1,3}(?!\w)|(?<![*†‡])[*†‡]++$"
)
# Where a name is used: "Lorry (British)", "Call number (in the US)", "Lorry (US: truck)".
_PLACES = (
    r"(?:(?:mainly|chiefly|mostly|especially|only|in|the)\s+)*"
    r"(?:u\.?s\.?a?|u\.?k\.?|gb|eu|america|britain|(?:north )?american?|british|canad(?:a|ian)|australian?|irish"
    r"|ireland|scot(?:tish|land|s)|european?|(?:br|am)e|(?:br|am)\.)(?:\s+(?:english|usage|spelling|only))?"
)
_REGION = re.compile(rf"^{_PLACES}(?:\s*(?:,|/|&|and|or)\s*{_PLACES})*\.?$", re.IGNORECASE)
_USED_IN = re.compile(rf"^{_PLACES}\s*:\s*(?=\S)", re.IGNORECASE)
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


def asked_term(question: str) -> str:
    """Give the term that a question asks for, empty for another question.

    >>> [asked_term(text) for text in ("What does BPO mean?", "Definition of “toil”", "What does a manager do?")]
    ['BPO', 'toil', '']
    """
    question = _ANNOUNCED.sub("", question)
    if quoted := _DEFINED.match(question):
        return quoted["term"]
    if abroad := _ASKED_ABROAD.match(question):
        return abroad["term"]
    match = _ASKED.match(question)
    if match is None or (_DOES.match(question) and not match["meaning"]) or _OF_SEVERAL.match(match["term"]):
        return ""
    return match["term"]


@lru_cache(maxsize=1 << 12)
def read_head(text: str) -> Head:
    """Read the names in a head.

    >>> read_head("KPO (Knowledge process outsourcing)")
    Head(label='Knowledge process outsourcing', abbreviations=('KPO',), alternatives=())
    >>> read_head("Average handle time (AHT), also known as handling time").alternatives
    ('handling time',)
    """
    text = _PRONOUNCED.sub("", " ".join(text.translate(_WIDE).split())).strip(" :–—-*_")
    text = _NESTED.sub(r"(\1\3; \2)", _PART_OF_SPEECH.sub("", text))
    text = _bracketed(_NOTE_MARK.sub("", asked_term(text) or text).strip() or text)
    inner = [found[1].strip() for found in _PARENTHESIS.finditer(text) if _gives_name(found)]
    outer = _PARENTHESIS.sub(lambda found: " " if _gives_name(found) else found[0], text)
    outer = " ".join(outer.split()).strip(" :,–—-").replace(" ,", ",")
    first, *others = [_unquoted(part) for part in _AKA.split(outer) if part.strip(" ,")] or [text]
    spelled = any(_spells(part, first) for part in inner if " " not in part)
    label, *more = [first] if spelled else _alternatives(first)
    names = [*more, *others, *(name for part in inner for name in _names_in(part, label))]
    return _sorted_names(label, [name for name in names if name])


def _spells(short: str, full: str) -> bool:
    """Tell whether an abbreviation is made of a whole name, slashes and all: "Storage/retrieval system (S/RS)"."""
    return (
        initials(short, full)
        or capitals(short, full)
        or ("/" in short and initials(short.replace("/", ""), full))
    )


def is_agent(name: str) -> bool:
    """Tell a name that may be of somebody who acts, by its last word.

    >>> is_agent("Head teacher"), is_agent("Kiln")
    (True, False)
    """
    return _AGENT.search(name) is not None


def without_article(name: str) -> str:
    """Take off the article before a name.

    >>> without_article("The quay wall"), without_article("An")
    ('quay wall', 'An')
    """
    return re.sub(r"^(?:the|an?)\s+(?=\w)", "", name, flags=re.IGNORECASE)


def without_brackets(name: str) -> str:
    """Take off a remark in brackets behind a name.

    >>> without_brackets("Quay (wall)"), without_brackets("(wall)")
    ('Quay', '(wall)')
    """
    return re.sub(r"(?<=\S)\s*\([^()]*\)$", "", name)


def without_region(name: str) -> str:
    """Take off a bracket that only tells where a name is used.

    >>> without_region("lorry (UK)"), without_region("goods (raw)")
    ('lorry', 'goods (raw)')
    """
    bare, bracket, inner = name.rstrip(") ").rpartition(" (")
    return bare if bracket and _REGION.match(inner) else name


def ends_with_short(text: str) -> bool:
    """Tell whether a head ends with its abbreviation, behind a comma or a dash.

    >>> ends_with_short("Bill of lading - B/L"), ends_with_short("Sales - EMEA")
    (True, False)
    """
    behind = _SHORT_BEHIND.match(text)
    return behind is not None and abbreviates(behind["short"], behind["full"])


def _bracketed(text: str) -> str:
    """Put what a dash or a comma parts from its abbreviation, or this, into brackets: "THR — Tunjangan Hari Raya".

    >>> read_head("IDR / Rp – Indonesian Rupiah").label, read_head("Bill of lading, B/L").abbreviations
    ('Indonesian Rupiah', ('B/L',))
    """
    if ends_with_short(text):
        return _SHORT_BEHIND.sub(r"\g<full> (\g<short>)", text)
    bare = _SHORT_LAST.match(text) or _SHORT_OPENING.match(text)
    if bare and initials(bare["short"], bare["full"].replace("-", " ")):
        return f"{bare['full']} ({bare['short']})"
    aside = _ASIDE.search(text)
    dashed = _DASHED.match(text[: aside.start()] if aside else text)
    codes = re.split(r"\s*/\s*", dashed["short"]) if dashed else ()
    told = dashed and any(abbreviates(code, dashed["full"]) for code in codes)
    behind = aside[0] if aside else ""
    return f"{dashed['short']} ({dashed['full']}){behind}" if dashed and told else text


def _gives_name(found: re.Match[str]) -> bool:
    """Tell a parenthesis that names or qualifies the term from one that is part of it: "Net (new) revenue"."""
    parenthesis, text = found[1].strip(" \"“”„'‘’"), found.string
    if len(parenthesis) == 1 and not found[0][0].isspace():
        return False  # "401(k)"
    behind = text[found.end(1) + 1 :].strip(" :,–—-")
    return not behind or behind[0] in "([" or bool(CODE.match(parenthesis)) or bool(_AKA.match(f" {behind}"))


def _unquoted(name: str) -> str:
    """Take quotation marks off a name that stands in them as a whole."""
    name = name.strip(" ,")
    paired = len(name) > 1 and name[0] in "\"“'‘" and name[-1] in "\"”'’"
    return name[1:-1] if paired else name


def _alternatives(text: str) -> list[str]:
    """Split "A / B" and "A or B" where each part can be a name by itself."""
    if _SEVERAL.fullmatch(text):
        return [part.strip() for part in _SEVERAL_SIGNS.split(text)]
    text = _COMMA_OR.sub("", text)
    parts = [_unquoted(part) for part in _OR.split(text) if part.strip(" ,")]
    listed = [part.strip() for part in text.split(",")]
    if len(listed) > 1 and (all(CODE.match(part) for part in listed) or _are_forms(listed)):
        return listed
    if len(listed) > 1 and all(_is_longer(listed[0], part) for part in listed[1:]):
        return listed
    if len(listed) == 2 and (
        _is_spelling(*listed) or any(_writes_out(*two) for two in (listed, listed[::-1]))
    ):
        return listed
    tight = text.split("/")
    if heads := _with_two_nouns(tight):
        return heads
    longer = len(tight) == 2 and _is_longer(*tight)
    if (
        len(parts) == 1
        and 1 < len(tight) < 4
        and (longer or all(1 < len(part.split()) < 5 for part in tight))
    ):
        return [
            part.strip() for part in tight
        ]  # "Mana points/Magic points", but not "CI/CD", "Input/output device"
    return parts if all(len(part.split()) <= 5 for part in parts) and len(parts) <= 4 and parts else [text]


def _with_two_nouns(parts: list[str]) -> list[str]:
    """Read "Berth charge/fee" as "Berth charge" and "Berth fee": a last word for another."""
    words = parts[0].split()
    if (
        len(parts) != 2
        or not 1 < len(words) < 4
        or not _WORD.fullmatch(parts[1])
        or not _WORD.fullmatch(words[-1])
    ):
        return []
    last = {words[-1].casefold(), parts[1].casefold()}
    alike = any(last <= each for each in _SAME_NOUNS)
    return [parts[0], " ".join((*words[:-1], parts[1]))] if alike else []


def _is_longer(first: str, second: str) -> bool:
    """Tell whether a second name says the first in more words: "Agile/Agile UX", "Offshoring/Offshore-outsourcing"."""
    words, more = fold(first).split(), fold(second).split()
    alike = len(words) == 1 < len(more) and len(words[0]) > 5 and words[0][:5] == more[0][:5]
    return set(words) < set(more) or alike


def _writes_out(short: str, full: str) -> bool:
    """Tell an abbreviation and its full name beside each other: "TOS, Terminal operating system"."""
    return bool(CODE.match(short)) and initials(short, full)


def _is_spelling(first: str, second: str) -> bool:
    """Tell whether two words are one, spelled in two ways: "Organisation, organization", "Nonstop, non-stop"."""
    words = " " not in first and " " not in second and min(len(first), len(second)) > 4
    return words and _spelled(first) == _spelled(second)


def _spelled(word: str) -> str:
    """Give a word without what British, American and hyphenated spellings differ in."""
    bare = re.sub(r"[\W_]", "", fold(word)).replace("z", "s").replace("ae", "e").replace("our", "or")
    return re.sub(r"(.)\1", r"\1", re.sub(r"tre$", "ter", bare.removesuffix("ue")))


def _are_forms(names: list[str]) -> bool:
    """Tell forms of one word from words that belong together: "Gild, gilding, gilded", but not "Cut, julienne"."""
    stem = names[0][: max(3, len(names[0]) - 2)].casefold()
    return len(stem) > 2 and all(" " not in name and name.casefold().startswith(stem) for name in names)


def _names_in(parenthesis: str, label: str) -> list[str]:
    """Give the names in a parenthesis; a qualifier ("verb", "grade 7") is none."""
    if _REGION.match(parenthesis.strip()) and not initials(parenthesis.strip(), label):
        return []
    if CODE.match(label) and initials(label, parenthesis):
        return [parenthesis.strip()]  # "Named" and "Called" can begin a name
    stripped = ALSO.sub("", _USED_IN.sub("or ", parenthesis.strip())).strip()
    parts = [part.strip() for part in stripped.split(",")]
    if len(parts) > 1 and (_QUALIFIER.match(parts[0]) or _REGION.match(parts[0])):
        return _names_in(", ".join(parts[1:]), label)
    if is_abbreviation(stripped, label) and spells(stripped, label):
        return [stripped]
    said = stripped != parenthesis or (CODE.match(label) and spells(label, parenthesis))
    if CODE.match(label) and initials(label, stripped):
        return [stripped]
    parts = [part.strip() for part in _NAMES_PARTED.split(stripped)]
    if len(parts) > 1 and all(CODE.match(part) and not spells(part, label) for part in parts):
        return []  # the values that it can have: "Tier (HIGH / LOW)"
    parts = [part for part in parts if not _SOUND.match(part)]
    names = ((part.strip(" \"“”„«»'‘’"), part[:1] in "\"“„«'‘") for part in parts if part)
    shorts = [part for part in parts if CODE.match(part)]
    found = [
        (name, said or quoted or _is_name(name, label) or any(spells(short, name) for short in shorts))
        for name, quoted in names
        if name and not (_QUALIFIER.match(name) or _REGION.match(name))
    ]
    most = len(found) > 2 and sum(named for _, named in found) >= len(found) - 1
    parted = ";" in stripped and any(named for _, named in found)  # "(costs of upkeep; overhead)"
    return [name for name, named in found if named or parted or (most and name[0].isupper())]


def _is_name(name: str, label: str) -> bool:
    """Tell a name in brackets from a remark: a code, words with a capital, or a phrase with a word of the label."""
    if _REMARK.search(name):
        return False
    words = name.split()
    if name.isascii() and not _LATIN.search(label):
        return True  # "Бюджет (Budget)"
    if is_counted(label, name) or (len(words) > 1 and label.isalpha() and is_blend(label, name)):
        return True  # "a11y (accessibility)", "regexp (regular expression)"
    if _FORMULA.fullmatch(label) and "O" in label and len(words) == 1 and name.isalpha():
        return True  # "H2O (water)"
    whole = label.casefold().split()
    first = whole[0]
    if (
        first == label.casefold()
        and len(words) > 1
        and len(first) > 3
        and words[0].casefold().startswith(first)
    ):
        return True  # "Artic (articulated lorry)"
    if len(words) == 1 and any(
        word.isalpha() and 2 < len(name) < len(word) and word.startswith(name.casefold()) for word in whole
    ):
        return True  # "Repository (Repo)", "Repository host (repo)", "Offset lithography (litho)"
    if len(words) == 1 and name.endswith("ee") and _AGENT.search(label) and not label.endswith(("er", "or")):
        return True  # "Beneficiary (payee)"
    if (
        len(words) == 1
        and not name.endswith("ee")
        and fold(name).replace(" ", "")[:5] == fold(label)[:5] != ""
    ):
        return True  # "Crossref (Cross-Reference)"
    if len(words) == 1 and len(name) <= 6 and _MIXED.fullmatch(name) and spells(name, label):
        return True  # "Kilowatt-hour (kWh)"
    if len(words) == 1 and 3 < len(name) < 12 and " " in label and is_blend(name, label):
        return True  # "Capital expenditure (capex)"
    spelt = len(words) == 1 and len(name) == len(label) > 5 and fold(name)[-3:] == fold(label)[-3:]
    if spelt and sum(map(str.__ne__, fold(name), fold(label))) == 1:
        return True  # "Despatch (dispatch)"
    if (
        len(words) == 2
        and len(label.split()) < 4
        and not _REMARKS.intersection(words)
        and name.replace(" ", "").isalpha()
    ):
        field = words[-1].endswith(("ing", "ics", "logy", "nomy", "management", "science"))
        return not field and not any(word.endswith(("ed", "ly")) for word in words)  # "Bed (build plate)"
    return bool(CODE.match(name)) or (len(words) > 1 and (name[:1].isupper() or _resembles(words, label)))


def _resembles(words: list[str], label: str) -> bool:
    """Tell whether some words are a name for having one in common with a label: "cave angle" of "Angle of break".

    So do words of one stem, "acquiring bank" of "Acquirer", the end of a compound, "bottom fish" of "Groundfish", and
    what writes out an abbreviation in it, "days in accounts receivable" of "AR days".
    """
    if any(CODE.match(word) and word.isupper() and _initials_inside(word, words) for word in label.split()):
        return True
    said, own = [fold(word) for word in words], [fold(word) for word in label.split()]
    common = bool(set(said) & set(own) - SMALL_WORDS)
    stemmed = any(len(one) > _STEM < len(two) and one[:_STEM] == two[:_STEM] for one in said for two in own)
    compound = len(said[-1]) > 3 and any(word != said[-1] and word.endswith(said[-1]) for word in own)
    return (common or stemmed or compound) and len(words) < 5 and not _GLOSSING.intersection(words)


def _initials_inside(short: str, words: list[str]) -> bool:
    """Tell whether the letters of an abbreviation begin words that stand side by side."""
    letters = "".join(word[0].casefold() for word in words if word.casefold() not in SMALL_WORDS)
    return short.casefold() in letters


def _sorted_names(label: str, names: list[str]) -> Head:
    """Put abbreviations apart; where the label itself abbreviates a full name, the full name is the label."""
    full = next((name for name in names if is_abbreviation(label, name) and stands_for(label, name)), "")
    if full:
        names = [label, *(name for name in names if name != full)]
        label = full
    short = tuple(dict.fromkeys(name for name in names if is_abbreviation(name, label)))
    rest = tuple(dict.fromkeys(name for name in names if name not in short and fold(name) != fold(label)))
    return Head(label, short, rest)
