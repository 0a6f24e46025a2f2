"""One line or paragraph that holds a term and its definition, and lines that hold neither."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple, TypeVar

from rolegraph.extraction.names.abbreviations import SMALL_WORDS
from rolegraph.extraction.names.expansions import marked_name, written_out
from rolegraph.extraction.names.heads import capitals, ends_with_short, initials, is_code, read_head, spells
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.pointing_words import ALSO, POINTING, SENDING
from rolegraph.readers import Link, Span

__all__ = [
    "PHONE",
    "Pair",
    "cut",
    "expanded",
    "head_pointer",
    "invitation",
    "is_head",
    "names_terms",
    "notice",
    "pointed_name",
    "points_further",
    "read_pair",
    "read_redirect",
    "spelled_pair",
    "split_question",
    "without_mark",
]

_SEPARATOR = re.compile(
    r"(?<!\s)\s*(?::\s+|：\s*|\s[–—=→|~]\s?|\s(?:-{1,2}|=>|->)\s|(?<=\))-\s|[–—]\s|\s{3,})"
)
_EXPANSION_END = re.compile(rf"{_SEPARATOR.pattern}|\.\s+(?=[A-Z])|[,;]\s+(?=[a-z])")
_FULL_WORD = re.compile(r"[^\W\d_]{4}\.$")  # "Rep." is a short one
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\.?")
_LONGEST_NAME = 300
_HEAD_WORDS, _NAME_WORDS, _MIN_NAMES, _MOST_IN_BOLD = 9, 4, 2, 5
_ALSO_ASIDE = re.compile(r"\s+\((?:also|or)\s(?:(?:called|known as)\s)?(?:an?\s)?[^()=]{2,60}\)$")
_ALSO_FIRST = re.compile(
    r"\((?:also|or|aka)(?:\s+(?:called|known as))?:?\s(?P<said>[^()]{2,60})\)[.,;:]*\s*", re.I
)
_ADDRESS = re.compile(r"\s*<?https?://\S+$")
_SHORT_FOR = re.compile(
    r"(?:(?:short|an? (?:acronym|abbreviation)|acronym|abbreviation) (?:for|of)|stands for)\s+(?=(?-i:[A-Z]))",
    re.I,
)
_ACRONYM = re.compile(r"(?:an?\s)?(?:acronym|abbreviation|initialism)\s[\w\s]{0,20}[\"“]", re.I)
_SHORT_FIRST = re.compile(rf"([A-Z][\w&/.-]{{1,9}})(?:{_SEPARATOR.pattern})")
_LINKED = re.compile(r"\s+(?=[A-Z])")
_SHORT_END = re.compile(r"(?:\betc|\b[A-Z]{1,2}|\.\w)\.$")  # "RR. HH.", "U.S.", "e.V."
PHONE = re.compile(r"\+?[\d\s().-]{7,}")
_HEAD = re.compile(r"^[^\s(].{0,90}$")
_BRACKET_NEXT = re.compile(r"\s*(?:\([^()]{1,100}\)|\[[^\[\]]{1,100}\])")
# What joins a second name to a head in bold: "Kiln, or oven: …", "Kiln / oven – …".
_OR = r",?\s+(?:or|aka|oder|ou|o|(?:also|sometimes|often) (?:known as|called))\s+"
_JOINT = re.compile(rf"\s*[/,;]\s*|{_OR}", re.IGNORECASE)
_LAST_JOINT = re.compile(r",?\s+and\s+", re.IGNORECASE)  # "**Kiln**, **oven** and **stove**: …"
_OTHER_NAME = re.compile(
    rf"(?:\s*/\s*|{_OR})(?P<name>[^\s:.,;()–—-]+(?:[ -][^\s:.,;()–—-]+){{0,4}}(?:\s+\([^()]{{1,40}}\))?)"
    r"(?:\s*:\s|\s[–—-]{1,2}\s)",
    re.IGNORECASE,
)
_BRACKET_BEHIND = re.compile(r"\s+\([^()]{2,120}\)$")
_SENTENCE_INSIDE = re.compile(r"(?:\S+\s+){3}.*[a-z]{4}\.\s")
_NOT_A_HEAD = re.compile(
    r"^[^\w\s\"“”‘’'(<{*]{0,3}\s?(?:(?:notes?|(?:pro |quick |hot )?tips?|(?:fun |quick )facts?|did you know"
    r"|good to know|disclaimer|warning|caution|important|examples?|e\.g\.|sources?|see|see also|hint|figure|table"
    r"|(?:(?:page )?last )?(?:updated?|modified|changed|reviewed)(?: on)?|(?:published|posted)(?: on)?"
    r"|in other words|for (?:example|instance)|in (?:short|addition|contrast|particular)"
    r"|as an? (?:noun|verb|adjective|adverb)"
    r"|exemples?|remarques?|attention|astuce|voir(?: aussi| également)?|beispiele?|z\. ?b\.|hinweise?|achtung"
    r"|quellen?|siehe(?: auch)?|abbildung|tabelle|anmerkung|ejemplos?|notas?|fuentes?|véase(?: también)?"
    r"|ver(?: también)?|tabla)$|th(?:is|ese|at|ose)\b|(?-i:It)\b|they\b|there\b|.*(?:[{}<>。]|::))",
    re.IGNORECASE,
)
# Words before a colon that begin a sentence and no name: "Two kinds of terms meet here: …".
_PROSE = re.compile(
    r"(?:(?:an?|two|three|four|several|some|many|most)(?:\s+\S+){4}|where\s|the\s.*\s(?:that|who|which)\s)",
    re.IGNORECASE,
)
# "Le temps passé sur un appel": an article and several words define, "La Niña" is a name.
_FOREIGN_PROSE = re.compile(
    r"(?:(?:der|die|das|eine?|les?|la|une?|el|l[oa]s|un[ao]?)\s+|l['’])\S+(?:\s+\S+){2}", re.IGNORECASE
)
_REDIRECT = re.compile(
    rf"^(?P<head>[^.:]{{1,80}}?)\s?[.:]\s+{SENDING}(?P<also>\s+{ALSO})?\s?:?\s+(?!here\b)(?P<target>[^.]{{1,80}})\.?$",
    re.IGNORECASE,
)
_BARE_REDIRECT = re.compile(
    rf"^(?:(?:synonym (?:of|for) [^.;]{{2,60}};\s+)?{SENDING}"
    r"|same as|interchangeable with(?![^.]*,\s(?:an?|the)\s)|synonym (?:of|for)|synonyme de)\s?:?\s+"
    rf"(?!(?:{ALSO}|here|\d+)\b)(?P<target>[^.]{{1,80}})\.?$",
    re.IGNORECASE,
)
# "See here for more information", "See the manual for how paths are read" point to no term.
_ELSEWHERE = re.compile(
    r"^(?:here|below|above|this|these|our|your|my)\b"
    r"|^(?:(?:complete|full|entire|whole) )?(?:definition|entry|article|answer)$"
    r"|\bfor (?:more|details|further|an? example|examples|how|whether|why|what)\b"
    r"|\b(?:gives|explains|shows|describes)\b",
    re.IGNORECASE,
)
_HEAD_POINTER = re.compile(
    rf"\s*[(\[]\*?\s*{POINTING}\s*[:–—-]?\s+(?!above\b|below\b)(?P<target>[^()\[\]]{{2,80}})[)\]]",
    re.IGNORECASE,
)
_FOR_MORE = re.compile(
    r"\s+for (?:more|further|(?:the\s+)?(?:full|complete)"
    r"|(?:[\w-]+\s+){0,3}(?:details?|information|recommendations|guidance))\b.*$",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:https?://|www\.)\S+$|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|io)(?:/\S*)?$")
_FILE = re.compile(r"[a-z\d.-]+(?:[/_][a-z\d.-]+)+")
_INVITATION = re.compile(
    r"^(?:explore|contact|get started|sign up|subscribe|download|book|request|try|discover|find out|learn more|join|"
    r"start|schedule|talk to|speak to|speak with|click|read more|visit|browse|apply|hire|see how|ready to|want to|"
    r"looking for|need|help us|found an|see something|spotted an|"
    r"check out|call us|email|follow us|share|register|log in|buy|order|shop)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|yours|us|our|now|today|here|free|demo|newsletter)\b", re.IGNORECASE)


_MARK = re.compile(r"^(?:q(?:uestion)?|a(?:nswer)?)\s*\d*\s*[:.)]\s+", re.IGNORECASE)
_NOTICE = re.compile(
    r"^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b"
    r"|^(?:the |this )(?:above )?(?:text|page|article|content|entry) is .*\b(?:CC[ -]BY|creative commons)\b",
    re.IGNORECASE,
)


_Mark = TypeVar("_Mark", tuple[int, int], Link)


class Pair(NamedTuple):
    """A term's head and its definition, None where what follows the head only writes it out."""

    head: str
    definition: Span | None


def cut(span: Span, start: int, end: int | None = None) -> Span:
    """Take a part of a span, its lines and links kept.

    >>> cut(Span("PM: owns a product", ((0, 7),)), 4).text
    'owns a product'
    """
    stop = len(span.text) if end is None else end
    text = span.text[start:stop]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    stop = start + len(text)
    starts = [
        (0, span.line_at(start)),
        *((o - start, line) for o, line in _within(span.starts, start + 1, stop)),
    ]
    links = (Link(a - start, b - start, to) for a, b, to in _within(span.links, start, stop) if b <= stop)
    strong = ((a - start, b - start) for a, b in _within(span.strong, start, stop) if b <= stop)
    return Span(text, tuple(starts), tuple(links), tuple(strong))


def _within(marks: tuple[_Mark, ...], start: int, stop: int) -> tuple[_Mark, ...]:
    """Give the marks that begin in a part of a text; they stand in the order of their offsets."""
    first = bisect_left(marks, start, key=_offset)
    return marks[first : bisect_left(marks, stop, lo=first, key=_offset)]


def _offset(mark: tuple[int, ...] | Link) -> int:
    return mark[0]


@lru_cache(maxsize=1 << 10)  # whether items are a list of terms is asked of each in several ways
def read_pair(span: Span) -> Pair | None:
    """Read "Term (ABBR): definition", "Term – definition", or a bold term and its definition.

    >>> read_pair(Span("Churn rate – the share of customers lost", ((0, 1),))).head
    'Churn rate'
    """
    if span.strong and span.strong[0][0] == 0 and span.strong[0][1] < len(span.text):
        return _bold_pair(span)
    if span.links and (span.links[0].start, span.links[0].end) == (0, len(span.text)):
        return None  # a way to another page, whatever its name
    linked = span.links[0] if span.links and span.links[0].start == 0 else None
    behind = _LINKED.match(span.text, linked.end) if linked and linked.end <= 60 else None
    if linked and behind and len(span.text) - behind.end() > 1 and "://" not in linked.target:
        return Pair(span.text[: linked.end], cut(span, linked.end))
    signs = list(filter(_parts_head, _SEPARATOR.finditer(span.text, 0, _LONGEST_NAME)))
    short = [found for found in signs[1:2] if ends_with_short(span.text[: found.start()])]
    match = next(iter((*short, *signs)), None)
    head = _stopped(span.text[: match.start()]) if match else ""
    if not match or not is_head(head) or _PROSE.match(head):
        return None
    if ends_with_short(span.text):
        return None  # "Bill of lading - B/L" is a head
    definition = cut(span, match.end())
    told = definition.text and not _MAIL.fullmatch(definition.text)
    return expanded(head, definition) if told else None


def _stopped(head: str) -> str:
    """Take the stop off a head of a few words, as old books have it: "Grist. – Crushed malt"."""
    stopped = head.count(".") == 1 and _FULL_WORD.search(head) and len(head.split()) <= _NAME_WORDS
    return head[:-1] if stopped and not is_head(head) else head


def spelled_pair(span: Span, *, listed: bool = False) -> Pair | None:
    """Read "CTI Computer telephony integration", an abbreviation and at once what its letters stand for.

    Two letters, and names that only begin with them in their order, count among others of the kind.

    >>> spelled_pair(Span("CD-ROM Compact Disc - Read Only Memory", ((0, 1),))).head
    'Compact Disc - Read Only Memory (CD-ROM)'
    """
    short, _, full = span.text.partition(" ")
    if "/" in short and (found := _two_shorts(short, span)):
        return found
    words = full.split()
    if not is_code(short) or not full[:1].isupper() or not 1 < len(words) <= 12 or full[-1] in ".:;,!?":
        return None
    large = all(word[0].isupper() or word.lower() in en.PREPOSITIONS | SMALL_WORDS for word in words)
    whole = initials(short, full) or capitals(short, full)
    told = whole and (listed or len(short) > 2)
    return Pair(f"{full} ({short})", None) if told or (listed and large and spells(short, full)) else None


def _two_shorts(short: str, span: Span) -> Pair | None:
    """Read "TIFF/TIF Tagged image file format", two abbreviations of one name."""
    full = span.text[len(short) + 1 :]
    whole = spelled_pair(Span(f"{short.partition('/')[0]} {full}", span.starts))
    others = short.split("/")[1:]
    told = whole and all(is_code(other) and spells(other, full) for other in others)
    return Pair(f"{full} ({', '.join(short.split('/'))})", None) if told else None


def _parts_head(found: re.Match[str]) -> bool:
    """Tell a sign between a term and its definition from one in brackets, or between numbers: "80 - 100 g"."""
    head, rest = found.string[: found.start()], found.string[found.end() : found.end() + 1]
    between_numbers = head[-1:].isdigit() and rest.isdigit() and ":" not in found[0]
    return head.count("(") <= head.count(")") and not between_numbers


def _bold_pair(span: Span) -> Pair | None:
    end = _head_end(span)
    separator = re.match(r"\s*[:–—=.,;|→-]*\s*", span.text[end:])
    goes_on = re.match(
        r"\s+(?:is|are|means|refers|describes|stands|est|sont|désigne|ist|sind|bezeichnet|es|son|designa)\b",
        span.text[end:],
    )
    whole = goes_on and not span.text[:end].rstrip().endswith(":")
    definition = span if whole else cut(span, end + (separator.end() if separator else 0))
    head = _names_in_bold(span, end).strip().rstrip(":.")
    named = re.sub(r"\s*[(\[][^()\[\]]*[)\]]$", "", head).rstrip(".")
    return expanded(head, definition) if definition.text and is_head(named) else None


def _head_end(span: Span) -> int:
    """Tell where a head in bold ends: behind a bracket, and behind another name that a sign and a text follow.

    >>> [_head_end(Span(f"Kiln {more}", ((0, 1),), strong=((0, 4),))) for more in ("[oven]: a", "or oven: a", "or so.")]
    [11, 12, 4]
    """
    bold = span.strong[0][1]
    bracket = _BRACKET_NEXT.match(span.text, bold)
    end = bracket.end() if bracket else bold
    if span.text[:bold].rstrip().endswith(":"):
        return end
    end = _joined_in_bold(span, end)
    joint = _OTHER_NAME.match(span.text, end)
    return joint.end("name") if joint else end


def _joined_in_bold(span: Span, end: int) -> int:
    """Tell where the last of several names in bold ends that signs join, behind the first of them."""
    first = end
    for start, stop in span.strong[1:_MOST_IN_BOLD]:
        joined = _JOINT.fullmatch(span.text, end, start) or (
            end > first and _LAST_JOINT.fullmatch(span.text, end, start)
        )
        end = stop if joined else end
    return end


def _names_in_bold(span: Span, end: int) -> str:
    """Write names in bold up to a place as a head: "**Kiln**, **oven** and **stove**" as "Kiln / oven / stove"."""
    names = [
        span.text[start:stop].strip(" :,;") for start, stop in span.strong[:_MOST_IN_BOLD] if stop <= end
    ]
    return " / ".join(names) if len(names) > 1 and "(" not in span.text[:end] else span.text[:end]


def expanded(head: str, definition: Span) -> Pair:
    """Read "CRM: Customer relationship management – software for …": the full name stands in the definition.

    >>> expanded("ERP", Span("Enterprise resource planning", ((0, 1),)))
    Pair(head='Enterprise resource planning (ERP)', definition=None)
    """
    if _BARE_REDIRECT.match(definition.text) or _ACRONYM.match(definition.text):
        return Pair(head, definition)
    spelled = _SHORT_FOR.match(definition.text)
    if spelled and is_code(head) and (pair := expanded(head, cut(definition, spelled.end()))).head != head:
        return pair
    if marked := _marked_pair(head, definition):
        return marked
    opening = written_out(head, definition.text) if is_code(head) else ""
    if (
        opening
        and definition.text.startswith(f"{opening}, ")
        and not _VERB.match(definition.text, len(opening) + 2)
        and not _RELATIVE.match(definition.text, len(opening) + 2)
    ):
        return Pair(f"{opening} ({head})", cut(definition, len(opening) + 1))
    said = definition.text if len(definition.text) > _LONGEST_NAME else _ADDRESS.sub("", definition.text)
    said, aside = _without_aside(said.strip(" ."))
    short_enough = len(said.split()) <= 8 or (len(said.split()) <= 16 and _spells_all(head, said))
    plain = not _EXPANSION_END.search(said) and not _VERB.search(said)
    if short_enough and (initials(head, said) or plain):
        whole = read_head(f"{head} ({said})")
        if whole.abbreviations == (head,) and spells(head, whole.label):
            return Pair(f"{whole.label} ({', '.join((head, *whole.alternatives))}){aside}", None)
    short = _SHORT_FIRST.match(definition.text)
    if short and read_head(f"{head} ({short[1]})").abbreviations == (short[1],) and spells(short[1], head):
        return Pair(f"{head} ({short[1]})", cut(definition, short.end()))
    match = _EXPANSION_END.search(definition.text)
    if match and head.isupper() and len(head) <= 8:
        name = definition.text[: match.start()]
        told = _TELLS_KIND.match(name) and not initials(head, name)
        if (
            not told
            and (not opening or opening == name)
            and not (re.search(rf"\b{re.escape(head)}\b", name) or _VERB.search(name))
            and read_head(f"{head} ({name})").abbreviations == (head,)
        ):
            return Pair(f"{name} ({head})", cut(definition, match.end()))
    return Pair(head, definition)


_VERB = re.compile(r"\b(?:is|are|was|were|ist|sind|wird|est|sont|es|son)\b")
_RELATIVE = re.compile(r"(?:which|who|that|qui|que|dont|der|die|das)\s", re.IGNORECASE)
_TELLS_KIND = re.compile(r"an?\s+[a-z]")  # "a short record of a decision", which is no name


def _marked_pair(head: str, definition: Span) -> Pair | None:
    """Read a full name in bold, and in brackets behind it another."""
    bold = definition.strong[0][1] if definition.strong and not definition.strong[0][0] else 0
    full = marked_name(head, definition.text[:bold]) if bold else ""
    if not full:
        return None
    told = cut(definition, bold)
    told = cut(told, len(told.text) - len(told.text.lstrip(" .,;:–—-")))
    aside = _ALSO_FIRST.match(told.text)
    told = cut(told, aside.end()) if aside else told
    also = f" (also {aside['said']})" if aside else ""
    return Pair(f"{full} ({head}){also}", told if told.text else None)


def _without_aside(said: str) -> tuple[str, str]:
    """Part "Clinical research associate (also called a monitor)" into the name and the bracket that names it again."""
    found = _ALSO_ASIDE.search(said)
    return (said[: found.start()], found[0]) if found else (said, "")


def _spells_all(head: str, name: str) -> bool:
    """Tell whether a long name is surely what an abbreviation stands for."""
    return initials(head, name) or (len(head) > 4 and head.isupper() and spells(head, name))


def is_head(text: str) -> bool:
    """Tell whether a text can be the head of an entry: few words, no sentence, no label of a note.

    >>> is_head("Average handle time (AHT)"), is_head("It is a metric.")
    (True, False)
    """
    text = head_pointer(text)[0]
    text = _BRACKET_BEHIND.sub("", text) or text
    words = text.split()
    several = [len(name.split()) <= _NAME_WORDS for name in text.split(" or ")]
    few = len(words) <= _HEAD_WORDS or (len(several) > _MIN_NAMES and all(several))
    sentence = text.endswith((".", "!", "?", ",", "。")) and not _SHORT_END.search(text)
    named = any(letter.isalnum() for letter in text) and not PHONE.fullmatch(text)
    if not (named and few and not sentence and _HEAD.match(text)):
        return False
    return not _NOT_A_HEAD.match(text) and not _SENTENCE_INSIDE.match(text)


def head_pointer(head: str) -> tuple[str, str]:
    """Part a head from the terms that a bracket in it points to.

    >>> head_pointer("Berth (see also: Quay and Pier)")
    ('Berth', 'Quay and Pier')
    """
    found = _HEAD_POINTER.search(head)
    return (head[: found.start()] + head[found.end() :], found["target"].strip()) if found else (head, "")


def names_terms(said: str) -> bool:
    """Tell terms that a text points to from other places: "here", "our manual", "§ 3.1".

    >>> names_terms("Berth and Quay"), names_terms("our guide for examples"), names_terms("www.quay.example")
    (True, False, False)
    """
    return sum(map(str.isalpha, said)) > 1 and not _ELSEWHERE.search(said) and not _SITE.match(said.strip())


def points_further(text: str) -> bool:
    """Tell a pointer to where more is said, which makes no synonym: "See Risk for more details.".

    >>> points_further("See Risk for more details."), points_further("See Risk.")
    (True, False)
    """
    return _FOR_MORE.search(text[:240]) is not None


def pointed_name(said: str) -> str:
    """Give what a pointer names, without what is to be found there; nothing for a file or an identifier.

    >>> pointed_name("Risk for more details"), pointed_name("theory/berth_law"), pointed_name("berth_law")
    ('Risk', '', '')
    """
    name = _FOR_MORE.sub("", said).strip()
    return "" if _FILE.fullmatch(name) else name


def read_redirect(text: str) -> tuple[str, str] | None:
    """Read "X. See Y." as (X, Y), and a definition that is only "See Y." as ("", Y).

    >>> read_redirect("Hiring. See Talent acquisition.")
    ('Hiring', 'Talent acquisition')
    """
    match = _BARE_REDIRECT.match(text.strip())
    if match:
        return "", _FOR_MORE.sub("", match["target"]).strip()
    match = _REDIRECT.match(text.strip())
    head = match["head"].strip() if match else ""
    named = is_head(head) and head.split()[0].lower() not in en.DETERMINERS and not _FOREIGN_PROSE.match(head)
    if match and named and match["also"]:
        named = (
            len(head.split()) < 4 and "," not in head
        )  # "Work by hand, day by day. See also: Runbook." defines
    return (head, _FOR_MORE.sub("", match["target"]).strip()) if match and named else None


def without_mark(span: Span) -> Span:
    """Take the "Q:" or "A:" off a question or an answer.

    >>> without_mark(Span("A: Sometimes.", ((0, 1),))).text
    'Sometimes.'
    """
    mark = _MARK.match(span.text)
    return cut(span, mark.end()) if mark else span


def split_question(span: Span) -> tuple[Span | None, Span | None]:
    """Split "What is an analyst? A person." into question and answer; either can be missing.

    >>> [part.text for part in split_question(Span("Is it hard? No.", ((0, 1),)))]
    ['Is it hard?', 'No.']
    """
    match = re.match(r"[^?]{3,240}\?", span.text)
    if match is None:
        return None, None
    answer = cut(span, match.end())
    return cut(span, 0, match.end()), answer if answer.text else None


def notice(text: str) -> bool:
    """Tell whether a paragraph is a notice of rights.

    >>> notice("© 2024 Example Ltd. All rights reserved.")
    True
    """
    return len(text) < 240 and bool(_NOTICE.search(text))


def invitation(text: str) -> bool:
    """Tell whether a paragraph calls the reader to do something and says nothing of a term.

    >>> invitation("Contact our team today to find your next outsourcing partner.")
    True
    """
    short = len(text) < 240 and text.count(". ") < 3
    return short and bool(_INVITATION.match(text)) and bool(_ADDRESSED.search(text))
