"""Reads the text of an entry: every sentence, item, answer and table row, for what it claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.claims import AGENTS, Found
from rolegraph.extraction.claims.cues import cues_of
from rolegraph.extraction.claims.denials import judged
from rolegraph.extraction.claims.soundness import is_sound, tells_of_anybody
from rolegraph.extraction.definitions.definition_starts import is_bare_gloss
from rolegraph.extraction.definitions.named_anew import with_headword_named
from rolegraph.extraction.foreign.plain import PlainReader
from rolegraph.extraction.layout.patterns import read_pair
from rolegraph.extraction.layout.sections import announcer_of
from rolegraph.extraction.prose.by_the_way import defined_here, unlabelled
from rolegraph.extraction.prose.example_passages import ExampleReader
from rolegraph.extraction.prose.labelled_items import LabelledItems
from rolegraph.extraction.prose.led_lists import LedLists, leads
from rolegraph.extraction.prose.listings import ListReader
from rolegraph.extraction.prose.sentence_claims import SentenceReader
from rolegraph.extraction.prose.short_forms import spelt_out, written_out
from rolegraph.extraction.roles.role_prose import RoleProse
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular, third_person, verb_forms
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, with_ampersands
from rolegraph.extraction.words.pointers import without_pointer
from rolegraph.extraction.words.sentences import LONGEST, sentences
from rolegraph.extraction.words.tagging import tag_words
from rolegraph.extraction.words.tokens import Mention, Tag, Token
from rolegraph.extraction.words.verb_tags import opens_gapped_clause
from rolegraph.graph.plurals import primary
from rolegraph.ontology import RG, Ontology, RelationType

if TYPE_CHECKING:
    from collections.abc import Callable

    from rolegraph.extraction.claims.claims import Claim
    from rolegraph.extraction.claims.classes import Classifier
    from rolegraph.extraction.deeds.duties import Lead
    from rolegraph.extraction.entries import Asked, Entry, Passage
    from rolegraph.extraction.links.hyperlinks import Hyperlinks
    from rolegraph.extraction.words.mentions import Names
    from rolegraph.extraction.words.sentences import Sentence
    from rolegraph.readers import Span

    NamesIn = Callable[[str], Names]

__all__ = ["LONGEST", "Found", "ProseReader", "headword"]


def headword(entry: Entry) -> Phrase:
    """Give the phrase that names an entry."""
    label, keys = entry.bare, (entry.key,)
    head = label.lower().split()[-1] if label.split() else ""
    return Phrase(label, "noun", head, keys, keys, language=entry.language)


class ProseReader:
    """Reads entries by the cues of an ontology and the names of all terms."""

    def __init__(
        self, ontology: Ontology, names: NamesIn, classifier: Classifier, hyperlinks: Hyperlinks
    ) -> None:
        self.ontology, self.classifier, self.hyperlinks = ontology, classifier, hyperlinks
        self.names, self._names_in = names("en"), names
        self._plain: dict[str, PlainReader] = {}
        self._kinds: dict[str, str] = {}  # what the definition of the entry being read says that it is
        self.cues = cues_of(ontology)
        self.announcer = announcer_of(ontology)
        self._spelt: dict[str, Phrase] = {}  # what abbreviations stand for in that entry
        self._roles, self._lists, self._examples = RoleProse(self), ListReader(self), ExampleReader(self)
        self.led, self.items = LedLists(self), LabelledItems(self)

    def read(self, entry: Entry, *, secondary: bool = False) -> Iterator[tuple[Span, Iterator[Found]]]:
        """Give each passage and answer of an entry, with what it claims, which is read as it is asked for.

        A ``secondary`` entry, a gloss beside a full entry elsewhere, tells relations but no genus.
        """
        topic = headword(entry)
        self._kinds.pop(entry.key, None)
        self._spelt.clear()
        for passage, lead in zip(entry.passages, leads(entry.passages), strict=True):
            yield passage.span, self._told(passage, lead, entry, topic, secondary=secondary)
        for asked in entry.questions:
            yield asked.question, self._answered(asked, topic)

    def _told(
        self, passage: Passage, lead: str, entry: Entry, topic: Phrase, *, secondary: bool
    ) -> Iterator[Found]:
        if steps := list(self._roles.paths.read(passage, entry.language)):
            yield from steps
            return
        if lead and not passage.announced and not passage.role and primary(entry.language) == "en":
            yield from self.led.read(lead, passage.span, topic)
        defining = passage.gloss or passage.span == entry.definition
        read = self._passage if primary(entry.language) == "en" else self._plainly
        for found in read(passage, topic, defining=defining, secondary=secondary):
            yield found._replace(claim=found.claim._replace(negative=True)) if passage.denied else found

    def _answered(self, asked: Asked, topic: Phrase) -> Iterator[Found]:
        if primary(topic.language) == "en":
            yield from self._lists.answered(asked, topic)
            return
        for span in asked.answers:
            yield from self._plain_text(span, topic)

    def _passage(
        self, passage: Passage, topic: Phrase, *, defining: bool, secondary: bool
    ) -> Iterator[Found]:
        if passage.role and not passage.example:
            yield from (found for found in self._roles.read(passage, topic) if is_sound(found.claim))
            return
        if passage.announced:
            yield from self._lists.announced(passage, passage.announced, topic)
        if not passage.item and not passage.gloss:
            yield from self._lists.kinds_named(passage, topic)
        if passage.after:
            yield from self._lists.followed(passage)
        if passage.example and passage.item:
            yield from self._examples.read(passage, topic)
            return
        if passage.announced and passage.item and _is_one_line(passage):
            return
        for found in self.items.read(passage, topic, defining=defining):
            if not secondary or found.claim.relation.name != "broader":
                yield found

    def plain(self, language: str) -> PlainReader:
        """Give the reader of another language than English."""
        language = primary(language)
        if language not in self._plain:
            names = self._names_in(language)
            self._plain[language] = PlainReader(language, self.ontology, names, self.classifier)
        return self._plain[language]

    def _plainly(
        self, passage: Passage, topic: Phrase, *, defining: bool, secondary: bool
    ) -> Iterator[Found]:
        """Read a passage in another language than English."""
        if passage.role and not passage.example:
            yield from (found for found in self._roles.read(passage, topic) if is_sound(found.claim))
            return
        if passage.announced:
            yield from self._lists.announced(passage, passage.announced, topic)
        if passage.announced and passage.item and _is_one_line(passage, topic.language):
            return
        for found in self._plain_text(passage.span, topic, defining=defining):
            if not (secondary and found.claim.relation.name == "broader"):
                yield found

    def _plain_text(self, span: Span, topic: Phrase, *, defining: bool = False) -> Iterator[Found]:
        reader = self.plain(topic.language)
        for number, sentence in enumerate(sentences(span, topic.language)):
            if len(sentence.text) <= LONGEST:
                for claim in reader.claims(sentence.text, topic, defining=defining and not number):
                    if is_sound(claim):
                        yield Found(claim, sentence.text, sentence.first, sentence.last)

    def tagged(
        self, text: str, linked: Sequence[Mention] = (), *, opens_with_verb: bool = False
    ) -> list[Token]:
        """Tag the words of a text; ``linked`` are words that hyperlinks explain."""
        tokens = tag_words(text, self.names, self.cues.verbs, linked, opens_with_verb=opens_with_verb)
        tokens = [token._replace(tag=Tag.GERUND) if _opens_aside(token) else token for token in tokens]
        return with_ampersands(_without_naming(_without_colon(tokens)))

    def done(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Give the deeds that a text without subject tells of somebody: "Sorting mail and filing letters"."""
        for claim in self._roles.done(span.text, topic):
            if is_sound(claim):
                yield Found(claim, span.text, span.line, span.starts[-1][1])

    def as_activities(self, text: str) -> str:
        """Turn the verbs that a text opens with into gerunds."""
        return self._lists.as_activities(text)

    def addressed(self, span: Span, topic: Phrase) -> Iterator[Found]:
        """Read prose on the page of a role, in which "you" is the role."""
        yield from self.text(span, topic, addressed=True)

    def text(
        self,
        span: Span,
        topic: Phrase,
        *,
        defining: bool = False,
        addressed: bool = False,
        previous: Phrase | None = None,
    ) -> Iterator[Found]:
        """Read the sentences of a text about ``topic``; those of a definition may leave their subject out.

        ``previous`` is what a pronoun in the first of them stands for.
        """
        kind = self._kinds.get(topic.keys[0], "") if topic.keys else ""
        mentioned: dict[str, Phrase] = {}
        spelt = 0  # sentences that only spell the term out: "Interactive voice response. A menu that …"
        for number, sentence in enumerate(sentences(span)):
            only_name = number == spelt and sentence.text.strip(" .").casefold() == topic.text.casefold()
            spelt += only_name
            if only_name or len(sentence.text) > LONGEST:
                continue
            if listed := self._lists.labelled(sentence, topic):
                yield from listed
                continue
            told = defining or (not addressed and self._roles.is_role(topic))
            opening = self._opening(sentence.text, topic) if told else None
            tokens = self._words(span, sentence, opens_with_verb=opening is not None)
            tokens = _with_role(tokens, topic) if addressed else tokens
            tokens = with_headword_named(tokens, topic) if defining and number == spelt else tokens
            here = None if told or addressed else defined_here(tokens, topic)
            tokens, about = here or (tokens, topic)
            first = number == spelt or _is_further_gloss(tokens)
            bare = told and ((defining and first) or opening is not None)
            reader = SentenceReader(
                self,
                tokens,
                about,
                previous,
                subjectless=bare,
                defining=defining or here is not None,
                kind=kind if here is None else "",
                mentioned=mentioned,
                addressed=addressed,
            )
            self._spelt.update(spelt_out(reader.main, reader.insertions))
            gloss = defining or opening is not None
            for found in self._claimed(reader, sentence, opening, gloss=gloss, addressed=addressed):
                _note(found.claim, mentioned)
                claim = unlabelled(found.claim) if here else found.claim
                yield found._replace(claim=written_out(claim, self._spelt))
            previous = here[1]._replace(keys=()) if here else _resumable(reader, article=not defining)
            kind = kind or ("" if here else reader.kind)
        if topic.keys and kind:
            self._kinds[topic.keys[0]] = kind

    def _words(self, span: Span, sentence: Sentence, *, opens_with_verb: bool) -> list[Token]:
        """Tag the words of a sentence, less a pointer to another entry, with what its links name."""
        links = list(self.hyperlinks.mentions(span, sentence))
        return self.tagged(without_pointer(sentence.text, self.names), links, opens_with_verb=opens_with_verb)

    def _claimed(
        self,
        reader: SentenceReader,
        sentence: Sentence,
        opening: Lead | None,
        *,
        gloss: bool,
        addressed: bool,
    ) -> Iterator[Found]:
        """Give what one sentence claims; a ``gloss`` also tells what the holder of a role does."""
        claims = reader.claims()
        told = list(self._roles.of_gloss(claims, sentence.text, opening, reader.topic) if gloss else claims)
        others = [claim for claim in told if claim.rule != "deed"]
        duties = [] if addressed else list(self._roles.told(sentence.text, reader.topic, others))
        told = _without_retold(told, duties)
        for claim in told:
            if is_sound(claim) and not tells_of_anybody(claim):
                judgement = judged(claim, reader.main, sentence.text)
                yield Found(judgement, sentence.text, sentence.first, sentence.last)

    def _acts(self, topic: Phrase) -> bool:
        """Tell whether the headword is somebody who acts."""
        return not AGENTS.isdisjoint(self.classifier.of_phrase(topic))

    def _opening(self, text: str, topic: Phrase) -> Lead | None:
        """Give the verb that a gloss opens with; None where the word is a noun there."""
        if _opens_with_kind(text, topic) or _counts_up(text):
            return None
        opening = self._roles.opening(_in_singular(text, topic), acts=self._acts(topic))
        if opening is None:
            return None
        first, *rest = self.tagged(text)
        named = (
            bool(topic.keys) and first.keys == topic.keys
        )  # "Accounts clerks keep …" below "Accounts clerk"
        return None if named or opens_gapped_clause(first, rest) else opening

    def relation(self, name: str) -> RelationType:
        """Give a relation type of the ontology by name."""
        return self.ontology.relation_type(name)

    def is_role(self, token: Token) -> bool:
        """Tell whether a word names a role."""
        if not token.keys:
            return False
        phrase = Phrase(token.text, "noun", token.lower, token.keys)
        return RG + "Role" in self.classifier.of_phrase(phrase)


_NAMING = frozenset({"term", "concept", "word", "phrase", "expression", "acronym", "abbreviation"})


_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})


def _is_further_gloss(tokens: Sequence[Token]) -> bool:
    """Tell a gloss that follows on another, without any verb of its own: "Process of review to reduce faults."."""
    clause = next(
        (n for n, each in enumerate(tokens) if each.lower in _RELATIVE or each.tag == Tag.TO), len(tokens)
    )
    finite = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in tokens[:clause])
    start = next((n for n, token in enumerate(tokens) if token.tag != Tag.ADVERB), 0)
    opening = tokens[start].lower if tokens else ""
    _, end = read_noun_phrase(tokens, start)
    goes_on = end < len(tokens) and tokens[end].lower in ("of", *_RELATIVE)
    plain = tokens[start].tag == Tag.WORD if tokens else False
    opens = opening in ("a", "an", "any") or ((plain or opening == "the") and goes_on)
    return opens and not finite and opening not in ("see", "compare") and is_bare_gloss(tokens)


def _without_naming(tokens: Sequence[Token]) -> list[Token]:
    """Take the noun out of "the term toil" where the term is known: what is said of it is said of toil."""
    return [
        token
        for token, after in zip_longest(tokens, tokens[1:])
        if not (token.lower in _NAMING and token.tag in Tag.NOUNS and after and after.tag == Tag.TERM)
    ]


def _without_colon(tokens: Sequence[Token]) -> list[Token]:
    """Take out the colon of "such as: ropes, hooks" and "including: ropes", behind which a list goes on."""
    before = [("", ""), *(((one.lower), two.lower) for one, two in pairwise(tokens))]
    cases = [pair == ("such", "as") or pair[1] == "including" for pair in before]
    return [token for n, token in enumerate(tokens) if token.tag != ":" or not n or not cases[n - 1]]


def _counts_up(text: str) -> bool:
    """Tell "Types include …", whose first word is the subject of the next."""
    return [word.lower() for word in text.split(maxsplit=2)[1:2]] in (
        ["include"],
        ["are"],
        ["vary"],
        ["range"],
    )


def _opens_with_kind(text: str, topic: Phrase) -> bool:
    """Tell whether a gloss opens with the noun of its headword: of a "drawing account", "Accounts used by …"."""
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    return " " in topic.text and singular(first) == singular(topic.head)


def _in_singular(text: str, topic: Phrase) -> str:
    """Put the verb that the gloss of a plural opens with into the singular: "Allow a potter to …" below *Codes*."""
    first, _, rest = text.partition(" ")
    bare = verb_forms().get(first.lower()) == first.lower() and first.lower() not in en.NOUNS_FIRST
    determined = rest.split(" ", 1)[0].lower() in en.DETERMINERS
    return (
        f"{third_person(first.lower()).capitalize()} {rest}" if topic.plural and bare and determined else text
    )


def _note(claim: Claim, mentioned: dict[str, Phrase]) -> None:
    """Note the things with a longer name that a claim speaks of, by their last word."""
    for end in (claim.subject, claim.object):
        if end.form == "noun" and " " in end.text and not end.keys and not end.plural:
            mentioned[end.head] = end


def _without_retold(claims: Sequence[Claim], duties: Sequence[Claim]) -> list[Claim]:
    """Join what is told of a deed twice: "sorting letters" goes before "letters", but not before a term."""
    terms = [claim.object.text.lower() for claim in claims if claim.rule == "deed" and claim.object.keys]
    kept = [
        duty for duty in duties if not any(duty.object.text.lower().endswith(f" {term}") for term in terms)
    ]
    told = " ; ".join(duty.object.text.lower() for duty in kept)
    return [*(each for each in claims if each.rule != "deed" or each.object.text.lower() not in told), *kept]


def _resumable(reader: SentenceReader, *, article: bool) -> Phrase | None:
    """Give the subject of a sentence that a pronoun in the next can stand for: a term, a plural, in prose any thing."""
    subject = reader.subject
    if subject is None or reader.subjectless:
        return None
    new = article and subject.determiner in ("a", "an", "each", "every", "the", "")
    return subject if subject.keys or (subject.form == "noun" and (subject.plural or new)) else None


def _opens_aside(token: Token) -> bool:
    """Tell "using" and "including", which open a phrase, from a gerund that is part of a name."""
    return token.tag == Tag.WORD and token.lower in ("using", "including")


def _with_role(tokens: Sequence[Token], topic: Phrase) -> list[Token]:
    """Take "you" for the role; it begins a new phrase behind "In a hospital you …"."""
    found = [_as_role(token, topic) for token in tokens]
    opens = bool(found) and found[0].tag == Tag.PREPOSITION
    place = next((n for n, token in enumerate(found) if n and token is not tokens[n]), 0) if opens else 0
    if place and found[place - 1].tag in Tag.NOUNS and all(token.tag in "PDWT" for token in found[:place]):
        start = found[place].start
        found.insert(place, Token(",", start, start, ","))
    return found


def _as_role(token: Token, topic: Phrase) -> Token:
    """Take "you" for the role that a page speaks of."""
    you = token.tag == Tag.PRONOUN and token.lower.replace("’", "'").split("'")[0] == "you"
    return token._replace(tag=Tag.TERM, keys=topic.keys) if you else token


def _is_one_line(passage: Passage, language: str = "en") -> bool:
    """Tell an item that a heading has said all of from one that goes on to tell more."""
    return read_pair(passage.span) is None and len(list(sentences(passage.span, language))) == 1
