"""How French, German and Spanish write the head of an entry, name it otherwise, and point to other entries."""

from __future__ import annotations

import re
from typing import NamedTuple

from rolegraph.extraction.foreign.gendered import without_gender
from rolegraph.extraction.names.heads import asked_term
from rolegraph.extraction.words.languages import language_words
from rolegraph.extraction.words.pointing_words import POINTING_FIRST
from rolegraph.graph.names import fold
from rolegraph.graph.plurals import primary
from rolegraph.readers.titles import GRAMMATICAL_NOTE

__all__ = ["PlainHead", "named_otherwise", "plain_head", "pointed_to"]

_MOST = 400  # characters of a sentence in which it can give its headword another name
_ARTICLES = {
    "fr": r"(?:le|la|les|un|une|des)\s+|l['’]\s*",
    "de": r"(?:der|die|das|ein|eine)\s+",
    "es": r"(?:el|la|los|las|un|una)\s+",
}
_SORTED = {
    "fr": r"\s*(?:,\s*|\()(?:l['’]|les?|la|une?)\)?$",
    "de": r"\s*(?:,\s*|\()(?:der|die|das)\)?$",
    "es": r"\s*(?:,\s*|\()(?:el|la|los|las)\)?$",
}
_POSTING = re.compile(
    r"^(?:fiche (?:de poste|métier)|offre d['’]emploi|poste|métier|stellen(?:beschreibung|anzeige|profil)|stelle"
    r"|descripción (?:del? )?puesto|perfil (?:del? )?puesto|oferta de empleo|puesto)\s*[:–—-]\s+(?=\w)",
    re.IGNORECASE,
)
_OR = {"fr": r"\s+ou\s+", "de": r"\s+(?:oder|bzw\.)\s+", "es": r"\s+o\s+"}
_AND = {"fr": r"\s+(?:et|ou)\s+", "de": r"\s+(?:und|oder)\s+", "es": r"\s+(?:y|e|o|u)\s+"}
_IN_ENGLISH = r"(?:(?:en |de l['’])?anglais|angl\.|(?:auf )?englisch|engl\.|(?:en |del )?inglés|ingl?\.|en)"
_ENGLISH = re.compile(
    rf"^(?:{_IN_ENGLISH}\s*:?\s+(?P<behind>.+)|(?P<before>.+?),?\s+{_IN_ENGLISH})$", re.IGNORECASE
)
_PREFIX = re.compile(
    r"^(?:en abrégé|abrégée?(?: en)?|abrév\.|abr\.|sigle|acronyme|aussi appelée?|également appelée?|aussi|ou|dite?"
    r"|synonyme|kurz|abgekürzt|abk\.|abkürzung|auch genannt|auch|oder|synonym|bzw\."
    r"|abreviad[oa](?: como)?|abrev\.|siglas?|por sus siglas(?: en inglés)?|también(?: llamad[oa])?|o|sinónimo)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\(([^()]{2,90})\)")
_CUES = {
    "fr": r"(?:(?:également|aussi|parfois|souvent|encore|couramment|anciennement|autrefois)\s+){1,3}"
    r"(?:appelée?s?|nommée?s?|dénommée?s?|désignée?s?|connue?s?)\s+"
    r"(?:(?:sous le nom de|sous le terme de|comme)\s+)?|(?:en abrégé|abrégée?s?(?:\s+en)?)\s*:?\s+"
    r"|on\s(?:dit|parle|l['’]appelle)\s(?:aussi|également|encore|parfois)\s(?:de\s|d['’]\s*)?"
    r"|(?:synonymes?|abréviation|sigle|anciennement|autrefois|aussi)\s*:\s+",
    "de": r"(?:auch|oft|häufig|manchmal|früher|ehemals)\s+(?:(?:bekannt\s+)?als\s+)?"
    r"(?=.{2,60}?\s(?:genannt|bezeichnet|bekannt)\b)"
    r"|man\sspricht\sauch\svon\s+|(?:(?:ein\w*\s)?ander\w*|weitere|(?:der|die)\s(?:deutsch|englisch|ältere|frühere)e?)\s(?:begriffe?|bezeichnung(?:en)?|name|wort)"
    r"(?:\s(?:da|hier)für)?\s(?:ist|sind|lautet)\s+|auch\s+bekannt\s+als\s+|(?:früher|ehemals)\s+hieß(?:en)?\s+(?:sie|er|es|das|dies)\s+(?:noch\s+)?|kurz\s+für\s+|(?:kurz|abgekürzt)\s*:?\s+(?=[A-ZÄÖÜ])"
    r"|(?:^|(?<=;\s))auch\s+(?=(?-i:[A-ZÄÖÜ])[\w-]+(?:(?:\s(?:oder|und)\s|,\s|\s)(?-i:[A-ZÄÖÜ])[\w-]+){0,3}\.?$)"
    r"|(?:synonyme?|abkürzung|kürzel|früher|ehemals|auch)\s*:\s+",
    "es": r"(?:también|a veces|a menudo|antes|antiguamente)\s+"
    r"(?:llamad[oa]s?|denominad[oa]s?|conocid[oa]s?)\s+(?:como\s+)?"
    r"|(?:(?:también|a veces)\sse\s(?:le\s)?(?:conoce|llama|denomina)"
    r"|se\s(?:le\s)?(?:llama|denomina)\stambién)\s(?:como\s)?"
    r"|(?:se conoce|conocid[oa])\s+también\s+como\s+|abreviad[oa]s?\s+(?:como\s+)?"
    r"|por sus siglas(?:\s+en\s+inglés)?,?\s+|(?:sinónimos?|abreviatura|siglas?|antes|antiguamente|también)\s*:\s+",
}
_END = re.compile(
    r"\s+(?:genannt|bezeichnet|bekannt|est|sont|ist|sind|wird|es|son)\b|[.;:()–—]|,\s+(?!(?:ou|oder|o)\s)"
)
_ASIDE_SIGNS, _SHARED = frozenset([";", "(", "–", "—"]), 4
_CLOSED = re.compile(r"[^,;()]{2,60}\)?\.?")  # "…; auch X genannt."
_LIST_END = re.compile(r"[.;()]")
_LINKING = re.compile(
    r"(?:\s*[,(–—-])?\s*(?:est|sont|ist|sind|wird|werden|es|son|se|on l['’]appelle)?\s*[,(]?\s*$",
    re.IGNORECASE,
)
# "Mit einem X, auch Y genannt, wird …", "Beim X …": what a German definition may begin with.
_LEADING = re.compile(
    r"^(?:mit|unter|bei|von|durch)\s+(?:ein(?:em|er)\s+|dem\s+|der\s+)?|^(?:beim|im)\s+", re.IGNORECASE
)
_POINTER = re.compile(rf"^{POINTING_FIRST}\s*:?\s+(?P<names>[^.!?]{{2,120}}?)\.?$", re.IGNORECASE)
_NOT_NAMES = re.compile(
    r"^(?:https?:|ici|hier|aquí|ci-dessous|ci-dessus|unten|oben|abajo|arriba|comment|wie|cómo|pourquoi|warum|page|seite|página)(?=\W|$)",
    re.I,
)


class PlainHead(NamedTuple):
    """A head as English has it, the name for the other gender, and the English names that brackets give."""

    text: str
    other: str = ""
    english: tuple[str, ...] = ()


def plain_head(text: str, language: str) -> PlainHead:
    """Take article, question, gender forms and remarks off the head of an entry.

    >>> plain_head("L’externalisation", "fr").text, plain_head("Produktmanager, der", "de").text
    ('Externalisation', 'Produktmanager')
    >>> plain_head("Relation client (GRC, customer relations en anglais)", "fr")
    PlainHead(text='Relation client (GRC)', other='', english=('customer relations',))
    >>> plain_head("Accueil (ou intégration)", "fr").text
    'Accueil (or intégration)'
    """
    tag = primary(language)
    text = " ".join(text.split()).strip(" :–—-*_")
    if tag not in _ARTICLES:
        return PlainHead(without_gender(text, language)[0])
    text = GRAMMATICAL_NOTE.sub("", _POSTING.sub("", text))
    text = asked_term(f"{text.rstrip(' ?')}?") or text
    text = _without_article(re.sub(_SORTED[tag], "", text), tag)
    text, other = without_gender(text, language)
    english: list[str] = []
    text = _BRACKETS.sub(lambda found: _bracket(found[1], english), text)
    return PlainHead(re.sub(_OR[tag], " / ", text), other, tuple(english))


def _without_article(text: str, tag: str) -> str:
    """Take off an article, but not that of a proper name: "La Poste"."""
    bare = re.sub(rf"^(?:{_ARTICLES[tag]})(?=\w)", "", text, count=1, flags=re.IGNORECASE)
    proper = tag != "de" and bare != text and text[:1].isupper() and bare[:1].isupper() and not bare.isupper()
    return text if proper or not bare else bare[:1].upper() + bare[1:] if text[:1].isupper() else bare


def _bracket(inner: str, english: list[str]) -> str:
    """Give a bracket without remarks ("abrégé"), and collect the English names in it that are no codes.

    What a remark has said to be a name ("ou", "auch") keeps an English one, by which any head tells it.
    """
    kept, said = [], False
    for part in re.split(r"\s*[,;]\s*", inner):
        told = _ENGLISH.match(part)
        name = (told["behind"] or told["before"]).strip(' "“”«»„') if told else _PREFIX.sub("", part)
        if told and not name.isupper():
            english.append(name)
        else:
            said = said or name != part
            kept.append(name)
    return f" ({'or ' * said}{', '.join(kept)})" if kept else ""


def named_otherwise(sentence: str, label: str, language: str) -> tuple[str, ...]:
    """Find other names that a sentence about a headword gives it: "Die Auslagerung, auch Outsourcing genannt, …".

    >>> named_otherwise("Également appelée sous-traitance.", "Externalisation", "fr")
    ('sous-traitance',)
    """
    tag, sentence = primary(language), sentence[:_MOST]
    if tag in _OR and (second := _second_name(sentence, label, tag)):
        return (second,)
    if tag in _OR and (passing := _names_in_passing(sentence, label, tag)):
        return tuple(passing)
    cue = re.search(rf"(?<!\w)(?:{_CUES[tag]})", sentence, re.IGNORECASE) if tag in _CUES else None
    if cue is None:
        return ()
    said = sentence[cue.end() :]
    sign = sentence[: cue.start()].rstrip()[-1:]
    closes = bool(_CLOSED.fullmatch(said)) and (
        sign in _ASIDE_SIGNS or (sign == "," and _is_like(said, label))
    )
    if not closes and not _about(sentence[: cue.start()], label, language):
        return ()
    end = (_LIST_END if cue.group().rstrip().endswith(":") else _END).search(said)
    names = re.split(rf"{_OR[tag]}|,\s*(?:ou|oder|o)?\s*", said[: end.start()] if end else said)
    parts = [
        re.sub(rf"^(?:{_ARTICLES[tag]}|als\s+)", "", name.strip(" \"“”«»„'"), flags=re.I) for name in names
    ]
    longest = 5 if tag == "de" else 7  # "declaración de operaciones con terceras personas"
    return tuple(
        name for name in parts if 0 < len(name.split()) <= longest and fold(name, tag) != fold(label, tag)
    )


_IN_PASSING = re.compile(
    r"\s*\((?:ou|oder|o|auch|aussi|également|también)\s+(?P<names>[^()]{2,60})\)", re.IGNORECASE
)


def _names_in_passing(sentence: str, label: str, tag: str) -> list[str]:
    """Give the names that a bracket right behind the headword has: "Le taux d'attrition (ou churn) mesure …"."""
    bare = re.sub(rf"^(?:{_ARTICLES[tag]})", "", sentence, flags=re.IGNORECASE)
    behind = bare[: len(label)].casefold() == label.casefold()
    found = _IN_PASSING.match(bare, len(label)) if behind else None
    return [name.strip() for name in re.split(rf",|{_OR[tag]}", found["names"])] if found else []


def _is_like(said: str, label: str) -> bool:
    """Tell a name that ends as the headword does: "Direktsaat" of "Mulchsaat"."""
    end = label.casefold()[-_SHARED:]
    return any(word.strip(" .)").casefold().endswith(end) for word in said.split())


def _second_name(sentence: str, label: str, tag: str) -> str:
    """Read "El deep learning o aprendizaje profundo es …"."""
    opened = re.match(
        rf"(?:{_ARTICLES[tag]})?(?P<head>.{{2,60}}?){_OR[tag]}(?P<name>[^,.;:()]{{2,50}}?)\s+(?:est|ist|es)\s",
        sentence,
        re.IGNORECASE,
    )
    named = opened is not None and fold(opened["head"], tag) == fold(label, tag)
    return re.sub(rf"^(?:{_ARTICLES[tag]})", "", opened["name"]) if opened and named else ""


def _about(before: str, label: str, language: str) -> bool:
    """Tell whether what stands before a cue is nothing, the headword, or a word that stands for it."""
    words = language_words(language)
    bare = _LEADING.sub("", _BRACKETS.sub("", _LINKING.sub("", before)).strip(" ,"))
    folded = fold(bare, language)
    return not folded or folded == fold(label, language) or bare.lower() in words.pronouns | {"on", "man"}


def pointed_to(sentence: str, language: str) -> list[str]:
    """Give the names that a sentence does nothing but point to.

    >>> pointed_to("Siehe auch: CRM und ERP.", "de"), pointed_to("Voir ci-dessous.", "fr")
    (['CRM', 'ERP'], [])
    """
    tag = primary(language)
    found = _POINTER.match(sentence) if tag in _AND else None
    if found is None or _NOT_NAMES.match(found["names"]):
        return []
    return [
        name.strip(' "“”«»„') for name in re.split(rf"{_AND[tag]}|\s*[,;]\s*", found["names"]) if name.strip()
    ]
