"""What a document holds beside its matter: bars of letters, ways back to the top, headings about its writers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rolegraph.extraction.layout.list_titles import LIST_NOUN
from rolegraph.extraction.layout.patterns import PHONE, cut, invitation, notice

if TYPE_CHECKING:
    from rolegraph.readers import Span

__all__ = [
    "is_date",
    "is_footnote",
    "is_index",
    "is_of_page",
    "is_part_of_speech",
    "is_way_back",
    "last_on_way",
    "noise",
    "speaks_of_writers",
    "without_part_of_speech",
]

_INDEX = re.compile(r"(?:jump to|go to|index|browse(?: by letter)?|a[-–]z|all|0\s?[-–]\s?9)\b", re.IGNORECASE)
_LONGEST_WAY, _SHORT_WAY = 200, 40
_BESIDE_LETTERS = frozenset(
    {"all", "special", "alle", "sonderzeichen", "tous", "tout", "todos", "todo", "num"}
)
_LEAST_IN_BAR = 5
_TOKEN = re.compile(r"\w+")
_BACK = re.compile(
    r"[\W_]*(?:back|return|go|up)?\s*(?:to)?\s*(?:the)?\s*(?:top|contents|index)(?: of (?:the )?page)?[\W_]*",
    re.I,
)
_ARROW_BACK = re.compile(
    r"[←‹«⟵↩⬅]\s*\w|<\s*(?:back|return|all)\b|(?:[\w-]+-[\w-]+ )?go back$"
    rf"|back to (?:\w+ ){{0,2}}(?:top|home|index|terms|{LIST_NOUN})$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"[\W_]*(?:(?:last\s+)?(?:updated|modified|revised|reviewed|edited|changed)(?:\s+on)?\b[\s:]+[\w ,./-]{0,40}\d"
    r"|page\s+\d+|(?:estimated )?read(?:ing)? time\b.{0,30}$|\d+\s+min(?:ute)?s?\s+read\W*$"
    r"|[^.!?]{0,60}[·•|]\s*\d+\s+min(?:ute)?s?\.?(?:\s+read)?\W*$"
    r"|(?:lesezeit|temps de lecture|tiempo de lectura)\b(?:.{0,30}$|\W+(?:\w+\.?\s)?\d+\s*min.{0,80}$)"
    r"|(?:zuletzt |stand:? )?(?:aktualisiert|veröffentlicht|mise? à jour|publiée?|actualizad[oa]|publicad[oa])\b"
    r".{0,40}\d.{0,40}$"
    r"|stand: (?:\w+(?: \d{4})?|[\d.]+)\W*(?:alle (?:angaben|rechte)\b.*)?$|alle angaben ohne gewähr\W*$"
    r"|(?:version|revision|rev\.?|v)\s*:?\s*\d[\w.]*[\W_]*$|\d+(?:\.\d+)*\.?[\W_]*$)",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?:\s*[•·|–-]?\s*\d+ min(?:ute)?s?(?: read)?)?\W*",
    re.IGNORECASE,
)
_ASKS_READER = re.compile(
    r"(?:ready to|want to|looking for|looking to|need|interested in|(?:are|did|have) we"
    r"|(?:can|have)n['’]t (?:you )?f(?:i|ou)nd|(?:still )?(?:have|got) (?:a |any |more )?questions?)\b.*\?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\w+ (?:wrote|posted|published) this on .{4,30}|"
    r"(?:(?:(?:[Mm]edically |[Ff]act[- ])?"
    r"(?:[Ww]ritten|[Rr]eviewed|[Ee]dited|[Pp]osted|[Pp]ublished|[Cc]hecked)\s+)?[Bb]y"
    r"|Author:)"
    r"\s+(?:(?:[Tt]he )?[A-Z][\w.’'-]+,?\s*){1,6}(?:[Tt]eam|[Ss]taff|[Ee]ditors?)?",
)
_MORE = re.compile(r"(?:read|learn|see) more (?:about|on)\s.{2,60}:\s", re.IGNORECASE)
_BUTTON = re.compile(
    r"(?:(?:read|learn|see|show|view|load|discover|find out)\s(?:more|all|less)|(?:request|get) (?:a )?quote"
    r"|(?:leave|add|post) a comment|\d+ (?:terms|entries|words|results|definitions)(?: found)?"
    r"|(?:copy|share) (?:link|this)|copied(?: to clipboard)?|download pdf)[\s>»›→.…]*"
    r"|(?:click here (?:for|to)|(?:learn|read|find out) more (?:about|on|how)|check out (?:how|the|our)"
    r"|explore (?:how|the reasons))\s[^.!?]{2,70}"
    r"|(?:practi[cs]e|share|cite|save|bookmark|print) th(?:is|e) (?:term|word|definition|entry|page)"
    r"|[^.!?:]{2,60}\s(?:read|learn|see) more\s*[>»›→]+",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"(?:[^»›>→/|]{1,40}(?:\s+[»›]\s+[^»›>]{1,60}){1,6}"
    rf"|(?:[\w&]+ ){{0,2}}(?:home|blog|resources|wiki|{LIST_NOUN})(?:\s+[>/]\s+[^>/]{{1,60}}){{1,6}}[>/]?"
    r"|home(?:/[^/]{2,50}){1,6})",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:skip to (?:the )?(?:main )?content|(?:quick|page|site) navigation\b.{0,40}"
    r"|(?:jump|go|skip) to (?:an? |the )?(?:main )?(?:letter|content|navigation|search)"
    r"|from [\w ]{3,30}, the free \w+|from (?:the )?\w*wiki\w*|\[(?:edit(?: source)?|show|hide)\]"
    r"|(?:top|bottom) of page|(?:[\w&]+ ){1,4}(?:provided|powered|sponsored) by"
    r"|to (?:hear|listen to|see|read|view) .{3,60}\b(?:subscri|log ?in|sign (?:in|up)|register).{0,40})\W*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"[(\[]\s*(?:sources?|quelle|fuente)\s*:\s[^()]{2,160}(?:\([^()]*\)[^()]*)*[)\]]\.?", re.IGNORECASE
)
_MENU = re.compile(r"[^|.:£$€]{2,30}(?:\s+\|\s+[^|.:£$€]{2,30}){2,12}")
_OPENING = re.compile(
    r"(?:[(\[][a-z .,/;]{1,30}[)\]]|(?:noun|verb|adjective|adverb)\b(?=\s+(?:an?|the)\s)"
    r"|(?:n|v|vb|adj|adv|pp)\.(?=\s+\w))\s+",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:[A-Z#]|0\s?[-–]\s?9)(?:\s+[A-Z#])*")
_SPOKEN = re.compile(r"[/\\]\s?[^/\\]*[ˈˌəɪʊɛɔæʌʃʒŋθð][^/\\]*[/\\]")
_SAID = re.compile(r"[(\[](?=[^()]*[ˈˌəɪʊɛɔæʃʒŋθðăĕĭŏŭ″′])[^()\[\]]*[)\]]")
_ROOTS = re.compile(r"\[(?:Gr|L|Lat|Fr|G|OE|ME|AS|Ger)\.\s[^\[\]]{2,80}\]")
_PART_OF_SPEECH = re.compile(
    r"[(\[]?(?:(?:proper |compound |mass |count |plural |transitive |intransitive |phrasal )?"
    r"(?:noun|verb|adjective|adverb|acronym|abbreviation|phrase|abbr|adj|adv|n|v|vb|pl|pp)\.?"
    r"(?:\s*[,/;]\s*|\s+(?:and|or)\s+)?)+(?: phrase)?[)\]]?"
    r"|\((?:an? )?term (?:of|in|from|used in) [^()]{2,30}\)",
    re.IGNORECASE,
)
# "Bring your own device" is a term; a heading of this kind begins by asking, or with whose it is.
_PERSONAL = re.compile(
    r"^(?:(?:our|your|my)\b|(?:we|you)\s|let(?:['’]s| us)\b|(?:get|keep|stay) in touch\b"
    r"|(?:find|visit|follow|join) us\b|who does what\b|what (?:to do|happens) (?:next|now|then)\b"
    r"|(?:jetzt|hier)\s.*\b(?:vereinbaren|anfragen|testen|starten|buchen|anmelden|herunterladen|registrieren|kontaktieren"
    r"|informieren|beantragen|berechnen)$|(?:demandez|prenez|essayez|contactez|solicita|pide|contacta|reserva)\s"
    r"|(?:who|what|how|why|where|when|about|meet|contact|join|terms|words|the \w+)\b.*\b(?:we|our|us|you|your)\b)",
    re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"^(?:about|using|how to use|how to read|editing|updating|contributing to|feedback on|notes on|purpose of"
    r"|introduction to)\s+"
    rf"(?:this|the)\s+(?:page|document|list|guide|site|handbook|wiki|repo(?:sitory)?|{LIST_NOUN})$"
    r"|^(?:about|introduction to|why|how to use|using|who)\s(?:.*\s)?"
    rf"(?:{LIST_NOUN}|jargon)\b",
    re.IGNORECASE,
)


def noise(span: Span) -> str:
    """Name the kind of noise that a paragraph is, empty for one that tells something.

    >>> from rolegraph.readers import Span
    >>> noise(Span("A | B | C | D | E | F", ((0, 3),))), noise(Span("Back to top", ((0, 9),)))
    ('bar of letters', 'way back to the top')
    """
    text = span.text
    if invitation(text) or (len(text) < _LONGEST_WAY and _MORE.match(text)):
        return "call to action"
    if notice(text):
        return "notice of rights"
    if len(text) < 240 and (_is_letter_bar(text) or _is_link_bar(span)):
        return "bar of letters"
    if _is_menu(span):
        return "way through the pages"
    if is_way_back(text) or (len(text) < _SHORT_WAY and _BACK.fullmatch(text)):
        return "way back to the top"
    if _ARROW_BACK.match(text) and sum(link.end - link.start for link in span.links) > len(text) // 2:
        return "way to another page"
    if (len(text) < 120 and _STAMP.match(text)) or is_date(text):
        return "date or number of a page or version"
    if not any(map(str.isalnum, text)):
        return "signs alone"
    if _SOURCE.fullmatch(text):
        return "source"
    if reason := is_of_page(text):
        return reason
    if len(text) < 200 and _SPOKEN.search(text) and text[-1] not in ".!":
        return "how it is spoken"
    return "part of speech" if is_part_of_speech(text) else ""


def without_part_of_speech(span: Span) -> Span:
    """Take the part of speech off the start of a definition: "[noun] a share of …", "n. A share of …"."""
    found = _OPENING.match(span.text)
    return cut(span, found.end()) if found and is_part_of_speech(found[0].strip()) else span


def is_way_back(text: str) -> bool:
    """Tell a way back to where the reader came from: "Back to top", "← All words"."""
    return len(text) < _SHORT_WAY and bool(_ARROW_BACK.match(text))


def is_index(text: str) -> bool:
    """Tell a line of nothing but letters, as a bar of letters leaves where it is broken: "A B C", "D"."""
    return len(text) < 60 and _LETTERS.fullmatch(text) is not None


def last_on_way(text: str) -> str:
    """Give the last name on a way through the pages: "Toil" of "Home » Words » Toil"."""
    way = len(text) < _LONGEST_WAY and _CRUMBS.fullmatch(text)
    return re.split(r"\s[»›>/]\s", text)[-1].strip(" >»›/") if way else ""


def is_date(text: str) -> bool:
    """Tell a line that is a date and no more: "May 4, 2020", "4 May 2020", "04.05.2020"."""
    return len(text) < 40 and _DATE.fullmatch(text) is not None


def is_part_of_speech(text: str) -> bool:
    """Tell what a dictionary says of a word: "noun", "(adj.)", how it is spoken, and what it comes from."""
    known = (_PART_OF_SPEECH, _SAID, _ROOTS)
    return len(text) < 90 and any(pattern.fullmatch(text) for pattern in known)


def is_of_page(text: str) -> str:
    """Name what a line or a heading is that tells of the page: who wrote it, a way through the site, an invitation.

    >>> is_of_page("Home » Words » Toil"), is_of_page("By Ada Byron"), is_of_page("Ready to try it?")
    ('way through the pages', 'by whom it is written', 'call to action')
    >>> is_of_page("Ready or not?")
    ''
    """
    if _AROUND.fullmatch(text):
        return "way around the page"
    if is_way_back(text):
        return "way back"
    if len(text) < 80 and _BUTTON.fullmatch(text):
        return "button"
    if PHONE.fullmatch(text):
        return "telephone number"
    if len(text) < 80 and _BYLINE.fullmatch(text):
        return "by whom it is written"
    if len(text) < 90 and _ASKS_READER.match(text):
        return "call to action"
    way = len(text) < _LONGEST_WAY and (_CRUMBS.fullmatch(text) or _MENU.fullmatch(text))
    return "way through the pages" if way else ""


def is_footnote(span: Span) -> bool:
    """Tell a footnote, which tells more of a sentence elsewhere and is no entry of a list.

    >>> from rolegraph.readers import Span
    >>> is_footnote(Span("Note: in some wards.", ((0, 9),), anchors=("^1",)))
    True
    """
    return any(anchor.startswith("^") for anchor in span.anchors)


def _is_letter_bar(text: str) -> bool:
    """Tell whether a text is nothing but letters, perhaps behind "Jump to"."""
    tokens = _TOKEN.findall(_INDEX.sub("", text))
    letters = [token for token in tokens if token.lower() not in _BESIDE_LETTERS]
    return len(letters) >= _LEAST_IN_BAR - 2 * (len(letters) < len(tokens)) and all(
        len(letter) == 1 for letter in letters
    )


def _is_link_bar(span: Span) -> bool:
    """Tell whether a paragraph is little but links of one letter: "Jump to: A, B, C"."""
    short = [link for link in span.links if link.end - link.start <= 3]
    return len(short) >= 3 and len(short) == len(span.links) and len(span.text) < 12 * len(short)


def _is_menu(span: Span) -> bool:
    """Tell whether a text is nothing but links with bars between them: "| The club | Links"."""
    barred = re.sub(r"[\s|·•]", "", span.text)
    linked = sum(len(re.sub(r"\s", "", span.text[link.start : link.end])) for link in span.links)
    return len(span.links) > 1 and "|" in span.text and linked == len(barred)


def speaks_of_writers(title: str) -> bool:
    """Tell whether a heading speaks of those who write or read, or of the page itself, and so names no term.

    >>> speaks_of_writers("How we work"), speaks_of_writers("About this page"), speaks_of_writers("Toil")
    (True, True, False)
    """
    return title.endswith("!") or bool(_PERSONAL.match(title) or _OF_THE_PAGE.match(title))
