"""What the titles of lists of terms look like: "Glossary of payments", "Freight terms", "A to Z of sales"."""

from __future__ import annotations

import re

__all__ = ["LIST_NOUN", "is_list_title", "is_of_definitions", "is_of_list", "names_list", "speaks_of_list"]

LIST_NOUN = (
    r"(?:glossar(?:y|ies)|dictionar(?:y|ies)|lexicons?|vocabular(?:y|ies)|terminolog(?:y|ies)|nomenclature)"
)
"""A noun for a list of terms, as a part of patterns that tell no case."""

_WORDS = r"(?:terms|words|acronyms|abbreviations|jargon)"
_IN_LISTS = (
    r"(?:definitions|abbreviations|acronyms|terms|symbols|definitionen|begriffe|abkürzungen|begriffsbestimmungen"
    r"|définitions|abréviations|sigles|acronymes|termes|definiciones|abreviaturas|siglas|acrónimos|términos)"
)
# "Freight terms", "Glossary of payments", "Words of the trade"; but not "Payment terms and conditions".
_LIST = re.compile(
    r"^(?:(?:common|key|basic|useful|essential|important)\s)?(?:\w+\s){0,2}terms\s?[/&]\s?(?:jargon|acronyms|definitions|words)\b"
    rf"|(?<![\w-])(?:{LIST_NOUN}|{_WORDS}|definitions|vocab)$"
    rf"|^(?:(?:common|key|basic|useful|essential|important|some)\s)?(?:{LIST_NOUN}|{_WORDS}|definitions|list|"
    r"a to z|a[-–]z|key terms|index|language)\s+(?:and\s+\w+\s+)?(?:of|for|in|on|used|from)\b"
    r"|^\d+\s(?:\w+\s){0,3}(?:terms|words|acronyms)\b"
    rf"|^(?:the )?{_WORDS} (?:that )?(?:we|you|they) (?:\w+ )?(?:use|say|hear|meet|know|come across)\b"
    rf"|\b{_WORDS} (?:you (?:need|should|must|ought|may|might|will|have)\b|every\b|everyone\b|to know\b|worth\b)"
    rf"|^{_IN_LISTS} (?:and|&|und|et|y|e) {_IN_LISTS}$"
    r"|^(?:definitions (?:and|&) interpretations?|interpretations? (?:and|&) definitions|defined terms)$"
    rf"|^(?:the )?(?:ultimate|complete|essential|comprehensive)\s(?:[\w&-]+\s){{0,4}}(?:{LIST_NOUN}) (?:for|of)\b"
    rf"|\b{LIST_NOUN} of (?:[\w&-]+ ){{0,3}}(?:terms|words|phrases)\b"
    r"|^(?:core|key|basic|main|important|essential|common|general) (?:concepts|notions|ideas|words|phrases)$"
    r"|\b(?:terms|terminology|vocabulary|concepts) (?:and|&) (?:definitions|acronyms|abbreviations|terms)\b"
    rf"|\b(?:glossary|cheat ?sheet|(?:jargon|word) busters?|(?:{_WORDS}|concepts) explained)\b(?: of terms)?$"
    r"|\b(?:a to z|a[-–]z)\b(?: of terms)?$|\b(?:von a bis z|de (?:la )?a à (?:la )?z)\b"
    r"|^(?:das )?abc (?:der|des|du|de la|de l['’]|del)\b"
    r"|^(?:petit |grand )?(?:glossaire|lexique|vocabulaire|terminologie|dictionnaire|sigles|acronymes)\b"
    r"|(?:glossar|lexikon)$|^(?:glossar|lexikon|begriffe|fachbegriffe|begriffsverzeichnis|abkürzungen|abkürzungsverzeichnis)\b"
    r"|^(?:glosario|léxico|vocabulario|terminología|diccionario|siglas|acrónimos|abreviaturas|términos)\b"
    r"|^(?:glossário|dicionário|vocabulário|glossario|vocabolario|dizionario|woordenlijst|begrippen(?:lijst)?|ordliste|ordlista"
    r"|słownik|slovníček|slovník|глоссарий|словарь|глосарій|словник|sanasto|terimler|sözlük)\b|^(?:术语表?|用語集|용어집?)",
    re.IGNORECASE,
)
# In titles of pages and names of files, where nothing else says so.
_STEMS = r"gloss|glosar|dictionar|terminolog|lexi(?:con|co\b|kon|que)|vocab|jargon"
_OF_LIST = re.compile(_STEMS, re.IGNORECASE)
_SPEAKING = re.compile(rf"{_STEMS}|acronym|abbreviation|\bterms\b|\bterm definitions", re.IGNORECASE)
_BRACKETS = re.compile(r"\s+\(([^()]+)\)$")
_PART_OF_PAPER = re.compile(
    r"^(?:annex|appendix|attachment|schedule|anhang|anlage|annexe|anexo|apéndice|part|section|chapter|teil|kapitel|abschnitt"
    r"|partie|chapitre|parte|capítulo)\s+[\w.]{1,5}\s*[.:–—-]?\s+(?=\w)",
    re.IGNORECASE,
)
_DOTS = re.compile(r"\s[·•]\s")
_SUBTITLE = re.compile(r"(?<=\w):\s")


def names_list(name: str) -> bool:
    """Tell the name of a list of terms.

    >>> names_list("Glossary of payments"), names_list("Freight terms explained")
    (True, True)
    >>> names_list("Payment terms and conditions"), names_list("Freight explained")
    (False, False)
    """
    return _LIST.search(name) is not None


def is_list_title(title: str) -> bool:
    """Tell a title that names a list of terms, before a subtitle, or in or before a bracket.

    >>> is_list_title("Freight (terms)"), is_list_title("Freight terms: quays and ships")
    (True, True)
    >>> is_list_title("Annex B. Definitions and abbreviations")
    True
    """
    title = _PART_OF_PAPER.sub("", title)
    bare, *inner = _BRACKETS.split(title)
    names = (title, bare.strip(), *inner[:1], _SUBTITLE.split(title, maxsplit=1)[0], *_DOTS.split(title))
    return any(map(names_list, names))


def is_of_definitions(title: str) -> bool:
    """Tell a title that several definitions may stand below, and as well the definition of one term.

    >>> is_of_definitions("Scope and definitions"), is_of_definitions("Definition")
    (True, False)
    """
    return title.casefold().endswith(
        ("definitions", "definitionen", "begriffsbestimmungen", "définitions", "definiciones")
    )


def is_of_list(name: str) -> bool:
    """Tell a name, of a file say, that has a word for a list of terms in it.

    >>> is_of_list("port-glossary"), is_of_list("Lexical analysis")
    (True, False)
    """
    return _OF_LIST.search(name) is not None


def speaks_of_list(title: str) -> bool:
    """Tell a title of a page that may be that of a list, as it has a word for one or for terms in it.

    >>> speaks_of_list("The terms of our trade"), speaks_of_list("Term life insurance")
    (True, False)
    """
    return _SPEAKING.search(title) is not None
