"""What a bare title looks like, in plain text and in Markdown that marks no headings."""

from __future__ import annotations

import re

from rolegraph.readers.document import Heading, Paragraph, Span
from rolegraph.readers.spans import cut_head, cut_tail

__all__ = ["GRAMMATICAL_NOTE", "is_capital", "is_section", "is_title", "split_title", "title_span"]

_MAX_WORDS, _MAX_LENGTH, _MAX_CAPITAL_WORDS, _MAX_MARKDOWN_WORDS = 10, 90, 14, 6
_SENTENCE_END = re.compile(r"""[.!;,…。！；，、][)\]"'”’»」）]*$""")
_TWO = re.compile(r"[a-zß-ÿ]{4}\.\s+[A-ZÀ-Þ]|。(?=\S)")  # where one sentence ends and another begins
_BRACKETS = re.compile(r"\s\([^()]{1,80}\)")
# "Bill of lading - BL": the letters behind the dash begin as the words before it do.
_SHORT_BEHIND = re.compile(r"^(?P<full>(?P<first>\w).*?\w)\s[–—-]\s(?=(?i:(?P=first)))[A-Z][A-Z\d&/.-]{1,7}$")
_SEPARATOR = re.compile(r"\s(?:--|[-–—=])\s|[:;]\s|\w—\w|\t|\s\s")
_HANGING = re.compile(r"\s*[–—-]$")  # between a term and its definition in the next line
_ASIDE = re.compile(r"(?:\s*\([^()]*\))?[\s:]*")  # what may stand behind the bold words of a title
_LEAD_IN = re.compile(
    r"\b(?:includes?|including|are|is|as|below|of|by|to|for|with|can|may|will|should|must):$|\bfollowing\b.*:$",
    re.IGNORECASE,
)
_OF_LAW = re.compile(r"§{1,2}\s*\d[\w.:-]*\s+[^\W\d_][^.;:]{2,80}\.?")  # "§ 312.3 Definitions."
_LEADS_ON = re.compile(r"\w—$")  # "Season—", above the cases that it is told apart by
_ABBREVIATED = re.compile(r"[A-Z][A-Z0-9&/-]{1,7}\s+[^\W\d_]+\s")
_NUMBER = re.compile(r"(?:\d+\.)+\d+\.?\s+(?=\S)")
# "n. m.", "(adj.)", "(Subst., f.)": what a dictionary says of a word, and not the end of a sentence.
GRAMMATICAL_NOTE = re.compile(
    r"(?:,\s*|\s*\()(?:(?:n|s|nom|subst|sust|adj|adv|v|vb|loc|pl|sing|m|f|fpl|mpl|masc|fem|fém|nt)\.?[\s,/]*){1,4}\.\)?$",
    re.IGNORECASE,
)
# Titles that head a section in any document, even above a run of short lines.
_SECTION = re.compile(
    r"(?:definitions?|overview|introduction|background|examples?|faqs?|frequently asked questions|glossary|"
    r"abstract|scope|terminology|terms and definitions|"
    r"see also|synonyms|related (?:terms|roles|topics|reading|articles|concepts)|further reading|references|"
    r"responsibilities|requirements|qualifications|skills|benefits|challenges|notes|how it works|summary|"
    r"définitions?|présentation|contexte|exemples?|glossaire|lexique|voir aussi|termes liés|références|responsabilités|"
    r"missions|compétences|outils|foire aux questions|questions fréquentes|résumé|"
    r"definition(?:en)?|überblick|hintergrund|beispiele?|glossar|siehe auch|verwandte begriffe|quellen|aufgaben|"
    r"verantwortlichkeiten|anforderungen|kenntnisse|werkzeuge|häufige fragen|zusammenfassung|"
    r"definici(?:ón|ones)|contexto|ejemplos?|glosario|véase también|términos relacionados|referencias|"
    r"responsabilidades|requisitos|competencias|herramientas|preguntas frecuentes|resumen):?",
    re.IGNORECASE,
)


def is_title(text: str) -> bool:
    """Tell whether a line is short and reads neither like a sentence nor like an entry.

    >>> is_title("How it works"), is_title("CRM: a system"), is_title("It is a role."), is_title("Toil (also: chore)")
    (True, False, False, True)
    """
    if not any(map(str.isalnum, text)) or len(text) > _MAX_LENGTH or len(text.split()) > _MAX_WORDS:
        return False
    if _OF_LAW.fullmatch(text) or _LEADS_ON.search(text):
        return not _LEADS_ON.search(text)
    bare = _BRACKETS.sub("", text)
    if _SENTENCE_END.search(GRAMMATICAL_NOTE.sub("", text)) or _LEAD_IN.search(text) or _TWO.search(bare):
        return False
    return text.endswith("?") or not _SEPARATOR.search(_SHORT_BEHIND.sub(r"\g<full>", bare))


def is_capital(text: str) -> bool:
    """Tell whether a line is in capitals throughout; a lone abbreviation is not enough.

    >>> is_capital("KEY TERMS"), is_capital("CRM")
    (True, False)
    """
    return text.isupper() and len(text) > 5 and len(text.split()) <= _MAX_CAPITAL_WORDS


def is_section(text: str) -> bool:
    """Tell whether a line is the title of a section as documents of every kind have it."""
    return _SECTION.fullmatch(text) is not None


def title_span(span: Span) -> Span:
    """Give a title without its number (``1.2 Scope``) and its colon.

    >>> title_span(Span("1.2 Scope:", ((0, 4),))).text
    'Scope'
    """
    if _OF_LAW.fullmatch(span.text):
        return cut_tail(span, len(span.text.rstrip(".")))
    if match := _NUMBER.match(span.text):
        span = cut_head(span, match.end())
    return cut_tail(span, len(span.text.rstrip(": "))) if span.text.endswith(":") else span


def _are_spelled(span: Span) -> bool:
    """Tell a paragraph whose lines, three at least, mostly begin with an abbreviation that words follow."""
    starts = [at for at, _ in span.starts]
    lines = [span.text[at:end] for at, end in zip(starts, [*starts[1:], len(span.text)], strict=True)]
    spelled = sum(_ABBREVIATED.match(line) is not None for line in lines)
    return len(lines) > 2 and 4 * spelled >= 3 * len(lines)


def split_title(paragraph: Paragraph) -> list[Heading | Paragraph]:
    """Part a paragraph of Markdown whose first line is a title, bold or bare, from the text below that line.

    >>> split_title(Paragraph(Span("ITO A part of BPO.", ((0, 3), (4, 4)))))[0].span.text
    'ITO'
    """
    span = paragraph.span
    linked = sum(link.end - link.start for link in span.links)
    if (len(span.starts) < 2 and not span.breaks) or linked + len(span.starts) >= len(span.text):
        return [paragraph]  # a line, or nothing but links
    end = min((*(at for at, _ in span.starts[1:]), *span.breaks))
    if _are_spelled(span):
        return [paragraph]
    first, rest = _HANGING.sub("", span.text[:end].rstrip()), span.text[end:]
    bold = span.strong[:1] and span.strong[0][0] == 0 and bool(_ASIDE.fullmatch(first, span.strong[0][1]))
    words = _MAX_WORDS if bold else _MAX_MARKDOWN_WORDS
    if len(first.split()) > words or not is_title(first) or not (bold or rest[:1].isupper()):
        return [paragraph]
    return [Heading(title_span(cut_tail(span, len(first))), 0), Paragraph(cut_head(span, end))]
