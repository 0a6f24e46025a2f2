"""Reads the page of a role in a language without a grammar here: its labelled fields, items and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import Claim, Found
from rolegraph.extraction.roles.addressed_deeds import demanded, infinitives
from rolegraph.extraction.roles.fields import fields, listed_in_brackets, values
from rolegraph.extraction.roles.reporting import employer
from rolegraph.extraction.roles.role_names import WHOLE
from rolegraph.extraction.roles.role_sentences import found_in
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.graph.plurals import primary

if TYPE_CHECKING:
    from rolegraph.extraction.entries import Announced, Passage
    from rolegraph.extraction.prose.prose import ProseReader
    from rolegraph.extraction.roles.role_names import RoleNames
    from rolegraph.extraction.words.phrases import Phrase
    from rolegraph.ontology import RelationType
    from rolegraph.readers import Span

__all__ = ["PlainRoles"]

# Relations whose objects are names, so that commas and "and" part them.
_NAMING = frozenset({"reportsTo", "collaboratesWith", "precedes", "memberOf", "employs", "locatedIn", "uses"})
_MOST_WORDS = 14
_OPTIONAL = re.compile(
    r"\s*\(?\b(?:optionnel(?:le)?|souhaitée?|un plus|wünschenswert|von vorteil|opcional|deseable|valorable)\b\)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_CLAUSE = re.compile(
    r"\s*[,;:]\s|\s(?:pour|afin|en vue|tout en|en garantissant|notamment|y compris|damit|um|sodass|"
    r"einschließlich|inklusive|para|con el fin|a fin|sobre|incluyendo|asegurando|mediante)\s"
)
_SHORT = 3
_PLACED = re.compile(r"\s+(?:unterstellt|zugeordnet|zugeteilt)\W*$")  # "Ist der Leitung unterstellt"
_VALUED = re.compile(
    r"^(?:(?:sehr|gute[rsn]?|hohe[rsn]?|fundierte|ausgeprägte|abgeschlossene[rsn]?|erste|idealerweise|mehrjährige|"
    r"sichere[rsn]? (?:umgang mit|anwendung von|beherrschung (?:von|der))|excellentes?|bonnes?|solides?|très bonnes?|"
    r"excelentes?|buen[oa]?s?|sólid[oa]s?|"
    r"(?:mindestens |minimum (?:de )?|au moins |mínimo (?:de )?|al menos )?(?:\d+|zwei|drei|fünf|deux|"
    r"trois|quatre|cinq|dos|tres|cinco) (?:jahre|ans|années|años)"
    r"(?: (?:berufserfahrung|erfahrung|d['’]expérience|de experiencia))?(?: (?:in|im|en|dans|de))?)\s+)+",
    re.IGNORECASE,
)
_UNASKED = re.compile(
    r"\s*(?:,\s*(?:aber|mais|pero)\b|\b(?:oder|ou|o) (?:eine? )?(?:vergleichbar|gleichwertig|équivalent|"
    r"similar|afin|equivalente)|\bin wort und schrift\b).*$",
    re.IGNORECASE,
)
# Labels of what is asked for, which name no skill themselves.
_KINDS = re.compile(
    r"^(?:educación|formación(?: académica)?|experiencia|habilidades|conocimientos|idiomas|competencias|formation|"
    r"expérience|diplômes?|langues|compétences|connaissances|qualités|intern(?:e|es|as?|os?)|extern(?:e|es|as?|"
    r"os?)|ausbildung|erfahrung|"
    r"kenntnisse|sprachen|fähigkeiten|studium)$",
    re.IGNORECASE,
)


# Whom a role reports to, and with whom it works, in sentences that leave the role out or speak to it.
_STATED = {
    "de": (
        (
            "reportsTo",
            r"\bberichte(?:n|st|t) (?:sie |du )?(?:direkt |fachlich |disziplinarisch )*an ",
            r"\bunterst(?:eh(?:en|st|t)|ellt) (?:direkt )?(?=der |dem )",
        ),
        (
            "collaboratesWith",
            r"\b(?:arbeite(?:n|st|t)|zusammenarbeit) (?:sie |du )?(?:eng |direkt |vertrauensvoll )*mit ",
            r"\bin (?:enger )?(?:abstimmung|zusammenarbeit) mit ",
        ),
    ),
    "fr": (
        (
            "reportsTo",
            r"\bsous (?:l['’]autorité|la (?:responsabilité|direction|supervision))(?: directe|"
            r" hiérarchique)? (?=d[eu]\b|d['’])",
            r"\b(?:rend(?:ez|s|ra)? compte|rattachée?|reporte[sz]?)(?: directement)? (?=à|au)",
        ),
        (
            "collaboratesWith",
            r"\ben (?:étroite )?(?:collaboration|lien|liaison|coordination)(?: étroite)? avec ",
        ),
    ),
    "es": (
        (
            "reportsTo",
            r"\b(?:en|con) dependencia (?:directa |jerárquica )?(?=de)",
            r"\bbajo la (?:supervisión|dirección|responsabilidad)(?: directa)? (?=de)",
            r"\breporta(?:rás?|ndo)?(?: directamente)? (?=al?\b)",
        ),
        (
            "collaboratesWith",
            r"\ben (?:estrecha )?(?:colaboración|coordinación)(?: estrecha)? con ",
            r"\bcoordin(?:arse|ándose) con ",
        ),
    ),
}
_READ = {
    language: [(relation, re.compile("|".join(patterns), re.IGNORECASE)) for relation, *patterns in rows]
    for language, rows in _STATED.items()
}
_ARTICLES = re.compile(
    r"^(?:de l['’]|de la |d['’]|du |des |de |à la |à l['’]|aux? |à |del |de los |de las |al |a la |a |"
    r"(?:der|die|das|den|dem|des|le|la|les|el|los|las|l['’]) ?\b)(?:(?:la|le|les|el|los|las) |l['’])?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[,;:.(]|\s(?:zusammen(?=[ .]|$)|ab|und (?=\w+(?:en|st)\b)|pour|afin|dans|dirige|met|et (?=\w+e\b)|"
    r"para|y (?=\w+[ae]r\b))(?:[\s.]|$)"
)


class PlainRoles:
    """Reads passages with the cues and names that a ``ProseReader`` has in each language."""

    def __init__(self, reader: ProseReader, names: RoleNames) -> None:
        self._reader, self._names = reader, names

    def read(self, passage: Passage, topic: Phrase) -> Iterator[Found]:
        """Give what a passage claims of the role ``topic``, in its language."""
        stated = list(self._stated(passage.span, topic))
        alone = stated and stated[0][1] and stated[0][0].quote == passage.span.text
        if alone and passage.role != "field":
            yield from (found for found, _ in stated)
            return
        if passage.announced and passage.role == "field":
            claims = self._named(passage.span.text[passage.value :], passage.announced, topic, "label field")
        elif passage.announced and (passage.item or len(passage.span.text.split()) <= _MOST_WORDS):
            claims = self._item(passage, passage.announced, topic)
        else:
            claims = iter(())
        yield from (found for found, _ in stated if passage.role != "field")
        found = [found_in(claim, passage.span) for claim in claims]
        yield from found or self._sentences(passage.span, topic)

    def _stated(self, span: Span, topic: Phrase) -> Iterator[tuple[Found, bool]]:
        """Read "Sie berichten an die Leitung", and tell whether the text says nothing else before it."""
        for sentence in sentences(span, topic.language):
            for name, pattern in _READ.get(primary(topic.language), ()):
                match = pattern.search(sentence.text)
                told = _ENDS.split(_ARTICLES.sub("", sentence.text[match.end() :]))[0] if match else ""
                relation = self._reader.relation(name)
                for each in (
                    values(told, names_with_and=name == "reportsTo", language=topic.language) if told else ()
                ):
                    phrase = self._names.named(_ARTICLES.sub("", each), topic.language)
                    alone = match is not None and len(sentence.text[: match.start()].split()) < _SHORT
                    if phrase is not None:
                        claim = Claim(topic, relation, phrase, rule="duty")
                        yield Found(claim, sentence.text, sentence.first, sentence.last), alone

    def _item(self, passage: Passage, announced: Announced, topic: Phrase) -> Iterator[Claim]:
        """Read an item below a heading; what stands behind a label of its own is its text."""
        text = _told(passage, announced.reading(self._reader.ontology).relation.name)
        optional = passage.optional or bool(_OPTIONAL.search(text))
        text = demanded(text, topic.language) or _OPTIONAL.sub("", text).strip(" .;,")
        if announced.relation.endswith("#responsibleFor") and (deeds := infinitives(text, topic.language)):
            yield from self._done(deeds, topic, (("context", f"under “{announced.heading}”"),))
            return
        bare = _ASIDE.sub("", text).strip() or text
        heading = announced.reading(self._reader.ontology)
        reading, phrases = self._reader.plain(topic.language).below(heading, bare)
        if reading.relation.name in _NAMING:
            told = announced._replace(relation=reading.relation.iri, inverse=reading.inverse)
            named = _behind(text, phrases[0].text) if phrases else text
            yield from self._named(_PLACED.sub("", named), told, topic, "heading")
            return
        limits = (("optional", "true"),) if optional and reading.relation.name == "requiresSkill" else ()
        if reading.relation.name == "requiresSkill" and not any(phrase.keys for phrase in phrases):
            phrases = self._skills(bare, topic) or phrases
        for phrase in phrases or self._shortened(bare, topic):
            context = ("context", f"under “{announced.heading}”")
            claim = Claim(topic, reading.relation, phrase, (context, *limits), rule="heading")
            yield claim.turned() if reading.inverse else claim

    def _skills(self, text: str, topic: Phrase) -> list[Phrase]:
        """Read what is asked for: one thing, or several in few words each ("Teamgeist, Sorgfalt und Humor")."""
        plain = self._reader.plain(topic.language)
        text = _UNASKED.sub("", _VALUED.sub("", text))
        parts = list(values(text, language=topic.language)) if "," in text else []
        short = len(parts) > 2 and all(len(part.split()) <= _SHORT for part in parts)
        listed = [plain.listed(_VALUED.sub("", part)) for part in (parts if short else [text])]
        return [phrase for phrases in listed for phrase in phrases]

    def _shortened(self, text: str, topic: Phrase) -> list[Phrase]:
        """Read an item that is too long for a name without the clause that ends it."""
        ends = [match.start() for match in _CLAUSE.finditer(text)]
        listed = (self._reader.plain(topic.language).listed(text[:end]) for end in reversed(ends))
        return next((phrases for phrases in listed if phrases and " " in phrases[0].text), [])

    def _named(self, text: str, announced: Announced, topic: Phrase, rule: str) -> Iterator[Claim]:
        """Give a claim for each name; those in brackets stand for what is named before them."""
        relation, inverse = announced.reading(self._reader.ontology)
        inner = listed_in_brackets(text, topic.language)
        limits = (("context", f"under “{announced.heading}”"),) if rule == "heading" else ()
        for name in inner or values(text, names_with_and=relation.name in WHOLE, language=topic.language):
            phrase = self._names.named(name, topic.language)
            if phrase is not None and self._suits(phrase, relation):
                claim = Claim(topic, relation, phrase, limits, rule=rule)
                yield claim.turned() if inverse else claim

    def _suits(self, phrase: Phrase, relation: RelationType) -> bool:
        """Tell whether a name can be what is asked for; below a heading a superior need not have a capital."""
        return relation.name == "reportsTo" or self._names.suits(phrase, relation)

    def _employed(self, text: str, first: int, last: int, topic: Phrase) -> Iterator[Found]:
        phrase = self._names.named(employer(text), topic.language) if employer(text) else None
        if phrase is not None and not self._names.is_role(phrase):
            relation = self._reader.relation("employs")
            yield Found(Claim(phrase, relation, topic, rule="employer"), text, first, last)

    def _done(
        self, deeds: Sequence[str], topic: Phrase, limits: tuple[tuple[str, str], ...]
    ) -> Iterator[Claim]:
        relation, rule = self._reader.relation("responsibleFor"), "heading" if limits else "duty"
        named = (self._names.named(deed, topic.language) for deed in deeds)
        yield from (Claim(topic, relation, each, limits, rule=rule) for each in named if each)

    def _told(self, text: str, topic: Phrase) -> Iterator[Claim]:
        """Give what a sentence says that the reader does, or asks of those who apply."""
        yield from self._done(infinitives(text, topic.language), topic, ())
        wanted = self._reader.relation("requiresSkill")
        for each in self._skills(demanded(text, topic.language), topic):
            yield Claim(topic, wanted, each, rule="requirement")

    def _sentences(self, span: Span, topic: Phrase) -> Iterator[Found]:
        reader = self._reader.plain(topic.language)
        for sentence in sentences(span, topic.language):
            if len(sentence.text) <= LONGEST:
                yield from self._employed(sentence.text, sentence.first, sentence.last, topic)
                for claim in self._told(sentence.text, topic):
                    yield Found(claim, sentence.text, sentence.first, sentence.last)
                for claim in reader.claims(sentence.text, topic, defining=False):
                    yield Found(claim, sentence.text, sentence.first, sentence.last)


def _behind(text: str, name: str) -> str:
    """Give the text from a name on, so that the brackets behind it are kept."""
    return text[text.index(name) :] if name in text else name


def _told(passage: Passage, relation: str) -> str:
    """Give the text of an item; a label before a skill is the skill, others only sort what they head."""
    labelled = fields(passage.span)
    if len(labelled) != 1:
        return passage.span.text
    label, value = labelled[0].label, passage.span.text[labelled[0].value :]
    return label if relation == "requiresSkill" and not _KINDS.match(label) else value
