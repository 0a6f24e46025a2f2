"""A document as a tree of sections, each with what its heading announces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.layout.part_headings import part_announced
from rolegraph.extraction.layout.patterns import cut
from rolegraph.graph.names import fold
from rolegraph.ontology.derived import once_for_ontology
from rolegraph.readers import Block, Heading, Paragraph, Span

if TYPE_CHECKING:
    from rolegraph.ontology import Ontology

__all__ = [
    "Announcer",
    "Section",
    "all_sections",
    "announcer_of",
    "is_letter",
    "sections",
    "unwrapped",
    "without_counts",
    "without_letters",
]

_LETTER = re.compile(r"^(?:Letters?\s+)?[A-Z0-9#](?:(?:\s*[-–—]\s*|\sto\s)[A-Z0-9])?(?:['’]s)?$")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)+[.)]?|\d+[.)]|[IVX]+\.|[A-Za-z]\))\s+(?=\S)")
_LETTERED = re.compile(r"([A-Z])\s*(?:[–—:-]|is for)\s+(?P<term>\1[^.!?;:]{1,60})")
_MIN_COUNTED = 5
_MIN_LETTERED = 4
_TITLE_COUNT = re.compile(r"\d{1,2}[.)]?\s+(?=\S)")
_COUNT = re.compile(r"(\d{1,2})\s+(?=\S)")
_ASKS_WHAT = re.compile(
    r"what(?: is| are|['’]s) |qu['’]est-ce qu|c['’]est quoi |was (?:ist|sind) |¿?\s*qué (?:es|son) ",
    re.IGNORECASE,
)

_ABOUT = re.compile(r"(\S.{1,40}?)\s+(?:about|on|for|regarding)\s", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(\S+(?:\s+\S+){1,2}?)\s+(?:and|&|with|to|in|of|for|on|from|about|related)\s", re.IGNORECASE
)
# "Related metrics" names terms of a kind, "Related articles" what else there is to read.
_RELATED = re.compile(
    r"(?:(?:see|view|explore|browse) )?related (?:[\w-]+ )?(?P<kind>[a-z]{3,})|verwandte (?P<art>\w{3,})"
    r"|(?:[\w-]+ )?(?P<kin>terms|words|concepts) you (?:may|might|should|will)(?: also)? (?:like|need|know|want).{0,30}"
    r"|(?:[\w-]+ )?(?P<sort>terms|words|concepts) (?:related|similar) to .{2,60}"
    r"|(?P<genre>\w{3,}) (?:liée?s|associée?s|connexes|relacionad[oa]s)",
    re.IGNORECASE,
)
_TO_READ = re.compile(
    r"(?:article|artikel|artículo|post|beitr|entrada|reading|lectura|resource|ressource|recurso|content|contenido|inhalt"
    r"|contenu|course|curso|video|service|servicio|dienst|product|produit|produkt|producto|link|search|news|noticia"
    r"|guide|guía|stor(?:y|ies)|page|página|seite|job|question|frage|pregunta|document|dokument|blog|tool|template"
    r"|download|book|event|work|case|part[yi]|injur|cost|expense|matter|industr)",
    re.IGNORECASE,
)
# "More terms starting with P", "Browse all terms": what else the site explains.
_THE_DEFINITION = re.compile(r"\W*the \w+ (?:definition|meaning|explanation)\W*", re.IGNORECASE)
_OTHER_TERMS = re.compile(
    r"(?:more|other|all|browse|explore|popular|latest|additional)\s(?:\w+\s){0,3}terms\s*"
    r"(?:(?:that )?(?:start|beginn?)(?:s|ing)?\b.*)"
    r"|(?:browse|explore)\s(?:\w+\s){0,3}terms$"
    r"|(?:more|other|all|popular|latest|additional) glossary terms$"
    r"|(?:dig deeper|continue reading|keep reading|read more|learn more) (?:about|on|from|in)\s.{2,60}"
    r"|more from (?:our|the|this)\s.{2,40}"
    r"|(?:explore|browse|see|read|discover) (?:more|all|related) (?:articles|posts|resources|topics|content|guides)"
    r"|(?:famous |notable )?quot(?:es|ations) (?:containing|from|about)\s.{2,80}",
    re.IGNORECASE,
)
_ONLINE = (
    r"(?:(?:on|from) the (?:web|internet)|online|im (?:web|internet|netz)|aus dem (?:web|internet|netz)"
    r"|(?:sur|de) (?:le web|internet)|en ligne|en (?:la web|la red|internet|línea))"
)
# Sections that lead on to other sites: "Weitere Informationen im Web", "Pour en savoir plus", "Useful links".
_ON_THE_WEB = re.compile(
    r"(?:(?:[^\W\d_]+\s+|(?:d|l)['’]){1,3}(?:reading|informations?|informationen|infos?|lektüre|información"
    r"|lectures?|lecturas?|material|literatur|ressourcen|ressources|resources|recursos)"
    rf"|(?:learn|read|find out|discover|find) more)\s+{_ONLINE}"
    r"|(?:learn|read|find out) more|on the web|im web|sur le web|en la web"
    r"|(?:useful|related|helpful|web|further|other|more|important|external)[\s-](?:links|websites|sites|resources)"
    r"|(?:nützliche|hilfreiche|externe|weitere|interessante) (?:links|websites|webseiten)"
    r"|mehr (?:dazu )?im (?:web|internet|netz)"
    r"|pour en savoir (?:plus|davantage)|(?:liens|sites|ressources) (?:utiles|externes|complémentaires)"
    r"|para saber más|(?:enlaces|sitios|recursos) (?:útiles|externos|adicionales|de interés)",
    re.IGNORECASE,
)

_MOST_TEXTS = 2
_OF_KINDS = re.compile(
    r"(?:(?:the|main|common|different|major|\w+)\s+){0,3}(?:types|kinds|forms|formats|models|variants|varieties)(?:\s+of\s.{2,60})?"
    r"|(?:arten|formen|typen|varianten)(?:\s+(?:von|des|der|eines|einer)\s.{2,60})?"
    r"|(?:(?:les|los|las|principales|différents|diferentes)\s+)*(?:types?|formes?|sortes|tipos|formas|clases|modalidades)"
    r"(?:\s+(?:de|d['’]|du|des|del)\s?.{2,60})?",
    re.IGNORECASE,
)
# What only the heading of a section has: "Berths in numbers", "The way into a port".
_TELLS_OF = re.compile(
    r"^(?:the|how|why|when|what|who|key|our)\b|\s(?:vs\.?|versus)\s|\bof the (?:term|word|name)\b",
    re.IGNORECASE,
)

# Kinds that mean something on pages of roles only.
_ROLE_KINDS = frozenset({"duties", "requirements", "employment", "roles", "position"})


class Section(NamedTuple):
    """A heading with the blocks below it and its sub-sections; the whole document is a section without heading."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    children: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The words of the heading, numbering and a closing colon removed."""
        return bare_title(self.heading.span) if self.heading else ""


def all_sections(section: Section) -> Iterator[Section]:
    """Give a section and all sections below it, in the order of the text."""
    yield section
    for child in section.children:
        yield from all_sections(child)


def bare_title(span: Span) -> str:
    """Give the words of a heading without numbering and closing colon."""
    return _NUMBERING.sub("", span.text).strip().rstrip(":").strip()


def without_counts(blocks: Sequence[Block], knows: Callable[[str], bool] = lambda _: False) -> list[Block]:
    """Take bare numbers off headings that they count, one after the other; "21 CFR 50" alone has none.

    ``knows`` tells the headings of sections, which have no numbers of their own.

    >>> [b.span.text for b in without_counts([Heading(Span(t, ((0, 1),)), 1) for t in ("1 Scope", "2 Terms")])]
    ['Scope', 'Terms']
    """
    counted = {n for run in _siblings(blocks) for n in _run_of_counts(blocks, run)}
    counted |= {
        n
        for n, block in enumerate(blocks)
        if (found := _counted(block)) and knows(found.string[found.end() :])
    }
    return [_uncounted(block) if n in counted else block for n, block in enumerate(blocks)]


def _siblings(blocks: Sequence[Block]) -> list[list[int]]:
    """Give the places of headings of one level below the same heading."""
    groups: dict[tuple[int, int], list[int]] = {}
    above: dict[int, int] = {}
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            above = {level: place for level, place in above.items() if level < block.level}
            parent = max(above.values(), default=-1)
            above[block.level] = number
            groups.setdefault((block.level, parent), []).append(number)
    return list(groups.values())


def _run_of_counts(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """Give those of some headings that count from 0 or 1 on; a number may be left out, and others stand between."""
    run, last = list[int](), -1
    for place in places:
        found = _counted(blocks[place])
        if found and last < int(found[1]) <= last + 2:
            run, last = [*run, place], int(found[1])
    return run if len(run) > 1 else []


def counted_titles(blocks: Sequence[Block]) -> frozenset[str]:
    """Give the titles that a document counts, with and without their numbers; none where they are few."""
    titles = [block.span.text for block in blocks if isinstance(block, Heading)]
    found = [match for title in titles if (match := _TITLE_COUNT.match(title))]
    counted = {title for match in found for title in (match.string, match.string[match.end() :])}
    return frozenset(counted) if len(found) >= _MIN_COUNTED else frozenset()


def without_letters(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of lines that put its letter before each term: "A – Anchor", "B – Berth", "C – Crane"."""
    lettered = {n: found for n, block in enumerate(blocks) if (found := _lettered(block))}
    if len(lettered) < _MIN_LETTERED or 3 * len(lettered) < len(blocks):
        return list(blocks)
    return [
        Heading(cut(block.span, lettered[n].start("term")), 2)
        if n in lettered and isinstance(block, Heading | Paragraph)
        else block
        for n, block in enumerate(blocks)
    ]


def _lettered(block: Block) -> re.Match[str] | None:
    return _LETTERED.fullmatch(block.span.text) if isinstance(block, Heading | Paragraph) else None


def _counted(block: Block) -> re.Match[str] | None:
    return _COUNT.match(block.span.text) if isinstance(block, Heading) else None


def _uncounted(block: Block) -> Block:
    found = _counted(block)
    if found is None or not isinstance(block, Heading):
        return block
    return block._replace(span=cut(block.span, found.end())._replace(anchors=block.span.anchors))


def is_of_kinds(title: str) -> bool:
    """Tell a heading above the kinds of something.

    >>> is_of_kinds("Main types of berths"), is_of_kinds("Kinds"), is_of_kinds("Berths")
    (True, True, False)
    """
    return _OF_KINDS.fullmatch(title.strip(" :")) is not None


def is_letter(title: str) -> bool:
    """Tell whether a heading is a letter of an index, or a run of them: "A", "0–9", "X - Z"."""
    return bool(_LETTER.match(title))


class Announcer:
    """Tells what a heading announces: a kind of section, or the relation of the items below it."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._kinds = {
            _key(heading): kind
            for kind, headings in ontology.section_headings.items()
            for heading in headings
            if kind not in _ROLE_KINDS
        }
        self._relations: dict[str, Reading] = {}
        self._columns: dict[str, Reading] = {}
        for relation in ontology.relation_types.values():
            for inverse, headings in ((False, relation.headings), (True, relation.inverse_headings)):
                for heading in headings:
                    self._relations.setdefault(_key(heading), Reading(relation, inverse))
            for inverse, columns in ((False, relation.columns), (True, relation.inverse_columns)):
                for column in columns:
                    self._columns.setdefault(_key(column), Reading(relation, inverse))
        self._classes = {_key(heading): c.iri for c in ontology.classes.values() for heading in c.headings}

    def kind(self, title: str) -> str:
        """Give the kind of a section by its title, empty for an unknown one; a letter is a collection."""
        found = "collection" if is_letter(title) else self._kinds.get(_key(title), "")
        if not found and _THE_DEFINITION.fullmatch(title):
            return "definition"
        if not found and _OTHER_TERMS.match(title):
            return "furniture"
        if not found and _ON_THE_WEB.fullmatch(title.strip(" :")):
            return "references"
        about = _ABOUT.match(title) if not found else None
        asked = self._kinds.get(_key(about[1])) if about else None
        return asked if asked == "questions" else found

    def relation(self, title: str) -> Reading | None:
        """Give the relation that the items below a heading stand in; "Related terms with glosses" goes on after one."""
        found = self._relations.get(_key(title))
        if found is None and _key(title) not in self._kinds and _names_related(title):
            return self._relations.get(_key("Related terms"))
        known = _GOES_ON.match(title) if found is None else None
        more = self._relations.get(_key(known[1])) if known else None
        return more if more and more.relation.name == "related" else found

    def relates(self, title: str) -> bool:
        """Tell whether a heading announces related terms."""
        found = self.relation(title)
        return found is not None and found.relation.name == "related"

    def names_follow(self, title: str) -> bool:
        """Tell whether a heading announces names: related terms, or other names of what the page is on."""
        found = self.relation(title)
        return found is not None and found.relation.name in ("related", "synonymOf")

    def lists_follow(self, title: str) -> bool:
        """Tell whether a heading announces things that stand in a relation to what the page is on: "Key metrics"."""
        return self.part(title, "") is not None

    def part(self, title: str, label: str) -> Reading | None:
        """Give the relation of the items below a heading in the article on a label: "Key benefits of toil"."""
        return part_announced(title, label, self.relation)

    def column(self, title: str) -> Reading | None:
        """Give the relation that the cells of a column stand in."""
        key = _key(title)
        return self._columns.get(key) or self._relations.get(key)

    def knows(self, title: str) -> bool:
        """Tell whether a title is a section's and no term's."""
        return bool(self.kind(title)) or self.relation(title) is not None or denies(title)

    def asked(self, question: str, label: str) -> Reading | None:
        """Give the relation that a question on a label asks for: "What are the benefits of toil?"."""
        return self.asked_for(question) or self.part(question, label)

    def asked_for(self, question: str) -> Reading | None:
        """Give the relation that a question asks for by its noun: "What skills does a PM need?"."""
        match = re.match(
            r"(?:what|which)\s+(?:\w+\s+)?(\w+)\s+(?:do|does|are|is|should|must|can)\b",
            question,
            re.IGNORECASE,
        )
        return self.relation(match[1]) if match else None


@once_for_ontology
def announcer_of(ontology: Ontology) -> Announcer:
    """Give what tells of the headings that an ontology knows."""
    return Announcer(ontology)


def _names_related(title: str) -> bool:
    """Tell the heading of related terms of some kind: "Related metrics", but not "Related articles"."""
    found = _RELATED.fullmatch(title.strip(" :"))
    return found is not None and not _TO_READ.match(found[found.lastgroup or 0])


@lru_cache(maxsize=4096)
def _key(title: str) -> str:
    return fold(title.replace("?", " ").rstrip(":"))


def sections(blocks: Sequence[Block], announcer: Announcer) -> Section:
    """Arrange blocks by their headings.

    Where a plain text tells no levels, its first heading is the title, a question stands below the section it is
    in, and all others stand side by side.
    """
    levels = _levels(blocks, announcer)
    stack: list[tuple[int, Heading | None, list[Block], list[Section]]] = [(-1, None, [], [])]
    for number, block in enumerate(blocks):
        if not isinstance(block, Heading):
            stack[-1][2].append(block)
            continue
        while stack[-1][0] >= levels[number]:
            _close(stack)
        stack.append((levels[number], block, [], []))
    while len(stack) > 1:
        _close(stack)
    _, _, own, children = stack[0]
    return Section(None, tuple(own), tuple(children))


def _titles_document(text: str, announcer: Announcer) -> bool:
    """Tell whether a first heading is the title: no section's, but for that of a list of terms ("Glossary")."""
    collection = announcer.kind(text) == "collection" and not _LETTER.match(text)
    return (collection or not announcer.knows(text)) and _can_title(text)


def _can_title(text: str) -> bool:
    """Tell whether a heading can be a document's title: no question, but for "What is a product manager?"."""
    return not text.endswith("?") or bool(_ASKS_WHAT.match(text))


def _close(stack: list[tuple[int, Heading | None, list[Block], list[Section]]]) -> None:
    _, heading, own, children = stack.pop()
    stack[-1][3].append(Section(heading, tuple(own), tuple(children)))


def _levels(blocks: Sequence[Block], announcer: Announcer) -> dict[int, int]:
    """Give a level to each heading, by the place of its block."""
    levels: dict[int, int] = {}
    current, marked, title = 0, 0, ""
    related = _glossed_related(blocks, announcer)
    for number, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        text = bare_title(block.span)
        if block.level:
            levels[number] = current = marked = block.level * 10
        elif not levels and number == 0 and _titles_document(text, announcer):
            levels[number], title, current = 1, text, 1
        elif text.endswith("?") and levels and current == 1:
            levels[number] = marked + 5  # what follows an opening question is not below it
        elif (fold(text) == fold(title) and title) or (
            text.endswith("?") and not _heads_others(blocks, number)
        ):
            levels[number] = max(current, marked + 5) + 2
        elif number in related:
            levels[number] = current + 1
        else:
            levels[number] = current = marked + 5
    return levels


def _heads_others(blocks: Sequence[Block], place: int) -> bool:
    """Tell a question with no answer but other headings below it: "Who works in a port?" above "Pilot"."""
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    return isinstance(below, Heading) and not below.level and not below.span.text.endswith("?")


def _glossed_related(blocks: Sequence[Block], announcer: Announcer) -> frozenset[int]:
    """Give the places of the bare headings below "Related terms" that are such terms, each with its gloss below."""
    heads = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and not block.level]
    announced = [place for place in heads if announcer.relates(bare_title(_heading_at(blocks, place)))]
    if len(announced) != 1 or announced[0] + 1 not in heads:
        return frozenset()
    below = takewhile(
        lambda place: not announcer.knows(bare_title(_heading_at(blocks, place))),
        (place for place in heads if place > announced[0]),
    )
    return frozenset(below)


def _heading_at(blocks: Sequence[Block], place: int) -> Span:
    block = blocks[place]
    return block.span if isinstance(block, Heading) else Span("", ((0, 1),))


def unwrapped(root: Section, title: str) -> Section:
    """Take away a heading that only repeats the title of the front matter."""
    if len(root.children) != 1 or not title or fold(root.children[0].title) != fold(title):
        return root
    inner = root.children[0]
    return Section(None, (*root.blocks, *inner.blocks), inner.children)


def with_parts_nested(children: Sequence[Section], announcer: Announcer, label: str = "") -> list[Section]:
    """Put sections that stand behind a heading without a text below it: "Key figures", "Types of berths".

    Each has a text or two of its own and nothing else, and a heading that names something; one with the ``label`` of
    what the page is on tells of that ("Benefits of berths"), but for kinds of it.
    """
    found: list[Section] = []
    place = 0
    while place < len(children):
        head, place = children[place], place + 1
        own = "" if is_of_kinds(head.title) else label
        can_be_part = partial(_can_be_part, announcer=announcer, label=own)
        below = list(takewhile(can_be_part, children[place:])) if _can_head(head, announcer) else []
        if len(below) > 1:
            head, place = head._replace(children=tuple(below)), place + len(below)
        found.append(head)
    return found


def _can_head(section: Section, announcer: Announcer) -> bool:
    """Tell a heading that others can stand below: that of kinds or parts, or of what no article is known to tell of.

    It has no text, or for kinds one that leads in: "There are two types."
    """
    title, blocks = section.title, section.blocks
    kinds = is_of_kinds(title)
    reading = announcer.relation(title)
    parts = reading is not None and reading.relation.name == "partOf"
    free = kinds or parts or not (announcer.knows(title) or is_letter(title))
    leads = kinds and len(blocks) == 1 and isinstance(blocks[0], Paragraph)
    return _is_bare(section) and free and not section.children and (not blocks or leads)


def _can_be_part(section: Section, announcer: Announcer, label: str) -> bool:
    """Tell a heading that names something, with a short text below it."""
    title, blocks = section.title, section.blocks
    told = 0 < len(blocks) <= _MOST_TEXTS and all(isinstance(block, Paragraph) for block in blocks)
    own = bool(label) and f" {fold(label)} " in f" {fold(title)} "
    named = not (
        announcer.knows(title) or title.endswith("?") or _TELLS_OF.search(title) or is_of_kinds(title)
    )
    return told and named and not own and _is_bare(section) and not section.children


def _is_bare(section: Section) -> bool:
    """Tell a heading whose form tells no level."""
    return section.heading is not None and not section.heading.level
