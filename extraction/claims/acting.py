"""Who does what to what, told by any verb: "forwarders track boxes", "disputes are handled by the council".

The cues of the ontology are the verbs that say which relation is meant. Of the others this much can be told: who acts
answers for what it is done to, unless the verb says that something befalls whoever is its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.claims import AGENTS, Claim
from rolegraph.extraction.claims.dealings import BENEFITING, UNDERGOING, dealing
from rolegraph.extraction.claims.denials import is_conditional, is_past_habit
from rolegraph.extraction.claims.helping import HELPING, LESSENING, is_helped
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.doers import names_somebody
from rolegraph.extraction.words.inflection import looks_plural, singular
from rolegraph.extraction.words.phrase_lists import read_list
from rolegraph.extraction.words.phrases import Phrase, read_noun_phrase, words_before
from rolegraph.extraction.words.tokens import Tag, Token
from rolegraph.extraction.words.verb_tags import is_clear_third_person
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rolegraph.extraction.claims.claims import Classes
    from rolegraph.extraction.claims.subjects import Subjects
    from rolegraph.ontology import RelationType

__all__ = ["Acting", "deeds_told"]

_ACTING = AGENTS - {RG + "Sector"}
# Only somebody does so: whoever is the subject acts, whatever its name is.
_HUMAN = en.words(
    "draft review approve sign negotiate oversee handle conduct organise organize schedule prepare inspect audit "
    "interpret appoint elect certify grant award enforce levy collect compile supervise coach train plan budget "
    "choose select recommend propose commission adopt ratify repeal discuss debate vet interview recruit hire teach "
    "lead direct run manage administer coordinate fund finance sponsor host staff license licence register "
    "issue publish submit file lodge settle rehearse play sing perform cook bake sew weave harvest "
    "grow breed feed milk repair mend clean fit install test taste grade sort pack load unload stow haul ship invoice "
    "bill edit translate proofread catalogue archive restore curate examine diagnose treat prescribe dispense "
    "count weigh sample survey consult chair moderate"
)
_TOGETHER = en.words("meet brief advise inform liaise notify join engage pair")
_CHARGING = en.words(
    "lead coach train teach supervise manage appoint recruit select elect hire direct conduct guide mentor certify "
    "license licence oversee run staff screen interview onboard examine treat chair represent audit inspect regulate"
)
_MEANS = en.words("use utilize utilise leverage reuse consult query search wear")
# Verbs that tell no deed: what is said, thought, begun, had or kept away.
_NO_DEEDS = (
    UNDERGOING
    | LESSENING
    | HELPING
    | en.words(
        "be do get become seem take make give wish happen occur go come let mean remain try begin start stop cause "
        "lack bring tell say claim argue complain think believe hope fear disagree expect call name consider "
        "regard describe refer involve include contain comprise consist cover concern affect differ vary range "
        "distinguish spend leave lose miss fail refuse reject hold put turn show mean imply suggest indicate add "
        "count exceed equal represent mark form constitute resemble outnumber reach arrive stay sit stand hang lie "
        "speak listen move change grow increase decrease rise fall steal abuse "
        "notice sense feel recognise recognize realise realize discover find remember forget carry "
        "ignore oppose block hinder damage break destroy hide escape end deny evade eliminate fight combat "
        "reflect determine influence shape drive depend allow prevent avoid replace precede follow adopt coin "
        "invent pioneer found develop share combine offer provide serve hire employ recruit ask "
        "demand require insist warn point prefer tend like love hate rely reside outsource subcontract"
    )
) - en.words("pay collect order rent lease")
_WITH_IN = en.words("fill key hand phase bring type draw lock")
_NO_MEANS = en.words(
    "associate equip fit fill cover concern compare combine face provide charge share mix confuse load stock furnish "
    "connect link replace credit entrust deal meet agree align coordinate discuss negotiate involve identify present"
)
_PARTICLES = frozenset({"off", "out", "up", "down", "over", "back", "away", "through"})
_TIMES = en.words(
    "time day week month year hour minute half quarter part share lot rest percent cent place ones"
)
_UNITS = en.words(
    "service services support function operations sales marketing finance procurement logistics accounting engineering "
    "administration security research management"
)
_DEPARTMENTS = en.words("hr it marketing sales finance procurement accounting legal")
_ACTS = en.words(
    "call appointment stand-up enquiry inquiry "
    "meeting review workshop session training interview election auction exhibition course hearing rehearsal "
    "decision recommendation choice ruling assessment payment arrangement proposal adjustment judgement "
    "judgment inspection approval delivery repair reservation booking diagnosis prescription investment"
)
_MANNERS = en.words(
    "care ease confidence help regard respect caution speed precision success difficulty time view attention skill "
    "interest enthusiasm support permission consent approval love joy pride"
)
_GIVING = en.words("give offer save spare grant provide bring afford")
_DOING_GOOD = (BENEFITING - en.words("represent")) | en.words(
    "compensate relieve reassure reward shield shelter spare"
)
_JOINTLY = en.words("together jointly along consultation cooperation collaboration agreement conjunction")
_HOLDING = en.words("hold store house")
_PLACING = en.words(
    "place store keep house install locate situate maintain mount hang park stable moor archive display"
)
_SEASONS = en.words(
    "spring summer autumn winter advance turn order condition line state form mind place use force"
)
_HANDING_ON = en.words("pass hand assign refer escalate entrust delegate allocate leave forward")
_BEHIND = {
    "look": ("for", "into"),
    "search": ("for",),
    "care": ("for",),
    "watch": ("over",),
    "check": ("for", "on"),
}
_WITHOUT = frozenset({"no", "few", "neither", "none", "little"})
_TELLING = frozenset({"responsibleFor", "produces", "appliesTo", "measuredBy", "employs"})


class Acting(NamedTuple):
    """What is known of a sentence: its subjects, the classes of phrases, what its cues can mean, and where they end."""

    subjects: Subjects
    classes: Callable[[Phrase], Classes]
    relation: Callable[[str], RelationType]
    cued: Mapping[int, frozenset[str]]
    ends: frozenset[int] = frozenset()

    def somebody(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names somebody who acts, by its class or, where it has none, by its word."""
        known = self.classes(phrase)
        named = phrase.form == "noun" and not known and names_somebody(phrase.head)
        return named or not _ACTING.isdisjoint(known)


def deeds_told(tokens: Sequence[Token], acting: Acting) -> Iterator[Claim]:
    """Give what the finite verbs of a sentence and its passives with "by" tell that somebody does."""
    if acting.subjects.genus_end < 0:
        yield from _told(tokens, acting)
        return
    topic = acting.subjects.topic  # a definition tells what others do only where it is done to the headword
    for claim in _told(tokens, acting):
        own = claim.subject.keys == topic.keys or tokens[claim.cue].tag == Tag.VERB
        if own and topic.keys in (claim.subject.keys, claim.object.keys):
            yield claim


def _told(tokens: Sequence[Token], acting: Acting) -> Iterator[Claim]:
    for place, token in enumerate(tokens):
        if token.verb and (token.tag == Tag.VERB or _is_perfect(tokens, place)):
            yield from _done(tokens, place, acting)
        elif token.tag == Tag.PARTICIPLE and token.verb:
            yield from _suffered(tokens, place, acting)
            yield from _done_with(tokens, place, acting)
            yield from _placed(tokens, place, acting)
            yield from _handed(tokens, place, acting)


def _is_perfect(tokens: Sequence[Token], place: int) -> bool:
    """Tell the participle of "has approved" from that of "is approved"."""
    before = next((token for token in reversed(tokens[:place]) if token.tag != Tag.ADVERB), None)
    return (
        tokens[place].tag == Tag.PARTICIPLE and before is not None and before.lower in ("has", "have", "had")
    )


def _done(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "forwarders track boxes", and "plans, budgets and reviews the work", whose verbs share their object."""
    doers, group = acting.subjects.of(place)
    name = _relation(tokens[place].verb, acting.cued.get(place)) or _by_object(tokens, place)
    if _is_open(tokens, place, group):
        return
    yield from _helped(tokens, place, doers, acting)
    yield from _held(tokens, place, doers, acting)
    doers = [
        each
        for each in doers
        if _acts(each, tokens[place].verb, acting) and not is_helped(tokens, each, place)
    ]
    if not name:
        return
    meant = _meant(tokens, place, doers, acting.subjects.topic, acting)
    long = place in acting.cued and place + 1 not in acting.ends
    objects = [] if long else _objects(tokens, place)
    things = [each for each in objects if _is_thing(each, tokens)] or meant
    yield from _claims(doers, name, things, place, tokens, acting)
    if doers and not any(token.tag == Tag.VERB for token in tokens[place + 1 :]):
        yield from _with_others(tokens, place, doers, acting)
    if doers and things:
        yield from _with_means(tokens, place, doers, things[-1], acting)
    elif doers and (owned := _antecedent(tokens, place, doers, acting)) is not None:
        made = name == "produces" and not acting.somebody(owned)
        claim = Claim(doers[0], acting.relation(name), owned, rule="deed", cue=place)
        yield claim.turned()._replace(relation=acting.relation("createdBy")) if made else claim


def _held(tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting) -> Iterator[Claim]:
    """Read "the store holds the latest values": what a thing holds is part of it."""
    if tokens[place].verb not in _HOLDING or place in acting.cued or acting.subjects.subjectless:
        return
    for holder in doers:
        for thing in read_list(tokens, place + 1)[0]:
            if not acting.somebody(holder) and holder.form == "noun" and _is_thing(thing, tokens):
                somewhere = RG + "Place" in acting.classes(holder)
                relation = acting.relation("locatedIn" if somewhere else "partOf")
                yield Claim(thing, relation, holder, rule="deed", cue=place)


def _helped(tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting) -> Iterator[Claim]:
    """Read "saves the sponsor money", "compensates the carrier": whom a thing does something good."""
    verb, (somebody, end) = tokens[place].verb, read_noun_phrase(tokens, place + 1)
    if somebody is None or not acting.somebody(somebody) or not _is_thing(somebody, tokens):
        return
    second = end < len(tokens) and tokens[end].tag in (Tag.DETERMINER, *Tag.NOUNS)
    if not (verb in _GIVING and second) and verb not in _DOING_GOOD:
        return
    for thing in doers:
        if not acting.somebody(thing) and thing.form == "noun":
            yield Claim(thing, acting.relation("supports"), somebody, rule="deed", cue=place)


def _claims(
    doers: Sequence[Phrase],
    name: str,
    things: Sequence[Phrase],
    place: int,
    tokens: Sequence[Token],
    acting: Acting,
) -> Iterator[Claim]:
    """Give what each of those who do something has to do with each of the things it is done to."""
    verb = tokens[place].verb
    for doer in doers:
        for thing in things:
            if kind := _between(name, verb, acting.somebody(thing)):
                yield Claim(doer, acting.relation(kind), thing, rule="deed", cue=place)


def _with_others(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting
) -> Iterator[Claim]:
    """Read "approves the plan together with the board": who does something with whom."""
    for position in range(place + 1, len(tokens) - 1):
        words = (tokens[position - 1].lower, tokens[position].lower)
        if words[1] != "with" or words[0] not in _JOINTLY:
            continue
        for other in read_list(tokens, position + 1)[0]:
            if acting.somebody(other):
                relation = acting.relation("collaboratesWith")
                yield from (Claim(doer, relation, other, rule="deed", cue=position) for doer in doers)


def _with_means(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], last: Phrase, acting: Acting
) -> Iterator[Claim]:
    """Read "records the time with its system" and "passes the data to the carrier" behind the object."""
    end = last.end
    while end + 1 < len(tokens) and tokens[end].lower == "of":
        _, end = read_noun_phrase(tokens, end + 1)
    if end + 1 >= len(tokens) or tokens[end].tag != Tag.PREPOSITION:
        return
    phrases, _ = read_list(tokens, end + 1)
    for phrase in phrases:
        other = acting.somebody(phrase)
        name = dealing(tokens, end, acting=True) if other else ""
        tool = tokens[end].lower == "with" and not other and tokens[place].verb not in _NO_MEANS
        if tool and phrase.form == "noun" and phrase.head not in _MANNERS and _is_thing(phrase, tokens):
            name = "uses"
        system = RG + "System" in acting.classes(phrase)
        if tokens[end].lower in ("in", "on", "through", "via") and system:
            name = "uses"  # "logs requests in the ticketing tool"
        if name:
            yield from (Claim(doer, acting.relation(name), phrase, rule="deed", cue=end) for doer in doers)


def _antecedent(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], acting: Acting
) -> Phrase | None:
    """Give what a clause without an object speaks of: the report of "the report that the board commissioned"."""
    start = doers[0].start - 1
    while start > 0 and tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.WORD, Tag.AUXILIARY):
        start -= 1
    stranded = tokens[place + 1 : place + 2] != [] and tokens[place + 1].tag == Tag.PREPOSITION
    stranded = stranded and (place + 2 >= len(tokens) or tokens[place + 2].tag not in "DWT")
    if start < 1 or tokens[start].lower not in ("that", "which", "whom") or stranded:
        return None
    end = start - (tokens[start - 1].tag == ",")
    phrase, _ = words_before(tokens, end)
    genus = acting.subjects.genus_end == end
    return (
        acting.subjects.topic if genus else phrase if phrase is not None and phrase.form == "noun" else None
    )


def _meant(
    tokens: Sequence[Token], place: int, doers: Sequence[Phrase], topic: Phrase, acting: Acting
) -> list[Phrase]:
    """Give what "it" stands for behind a verb: a term named before that does not act, or else the headword."""
    pronoun = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if pronoun != ("them" if topic.plural else "it") or acting.somebody(topic):
        return []
    first = min((each.start for each in doers if each.start >= 0), default=-1)
    nouns = [token for token in tokens[: max(first, 0)] if token.tag in Tag.NOUNS]
    several = pronoun == "them" and any(
        looks_plural(token.text) for token in tokens[max(first, 0) + 1 : place]
    )
    return [topic] if first >= 0 and not several and all(each.keys == topic.keys for each in nouns) else []


def _suffered(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "disputes are handled by the council" and "the disputes handled by the council"."""
    by = _sign_of_agent(tokens, place)
    name = _relation(tokens[place].verb, acting.cued.get(place))
    if not name or by < 0:
        return
    things, group = acting.subjects.of(place)
    beside = acting.subjects.genus_end >= 0 and not any(token.lower in en.BE for token in group)
    if beside or _is_open(tokens, place, group):
        return  # "the sum of money paid by a baker" is read with its definition
    agents, _ = read_list(tokens, by + 1)
    for agent in map(_as_noun, agents):
        for thing in things:
            kind = _between(name, tokens[place].verb, acting.somebody(thing))
            if kind and _acts(agent, tokens[place].verb, acting) and _is_something(thing):
                yield Claim(agent, acting.relation(kind), thing, rule="deed", cue=place)


def _as_noun(phrase: Phrase) -> Phrase:
    """Take "leasing companies" for those who lease, where it could be what is leased."""
    last = phrase.text.split()[-1]
    acts = phrase.form == "gerund" and len(phrase.text.split()) == 2 and names_somebody(last)
    return phrase._replace(form="noun", head=last.lower()) if acts else phrase


def _done_with(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "mites are controlled with acid": what something is done with it uses."""
    with_ = [token.lower for token in tokens[place + 1 : place + 2]] == ["with"]
    named = acting.cued.get(place, frozenset()) - {"appliesTo", "responsibleFor"}
    if not with_ or tokens[place].verb in _NO_MEANS or named:
        return
    subjects, group = acting.subjects.of(place)
    passive = any(token.lower in en.BE for token in group)
    if not passive or _is_open(tokens, place, group):
        return
    for subject in subjects:
        for means in read_list(tokens, place + 2)[0]:
            if _is_thing(means, tokens) and not acting.somebody(means):
                yield Claim(subject, acting.relation("uses"), means, rule="deed", cue=place)


def _handed(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "disputes are passed (on) to an analyst", who answers for them from then on."""
    to = place + 1 + (tokens[place + 1 : place + 2] != [] and tokens[place + 1].lower in ("on", "over"))
    if tokens[place].verb not in _HANDING_ON or to >= len(tokens) or tokens[to].lower != "to":
        return
    subjects, group = acting.subjects.of(place)
    if not any(token.lower in en.BE for token in group) or _is_open(tokens, place, group):
        return
    for receiver in read_list(tokens, to + 1)[0]:
        for thing in subjects:
            if acting.somebody(receiver) and not acting.somebody(thing) and _is_something(thing):
                yield Claim(receiver, acting.relation("responsibleFor"), thing, rule="deed", cue=place)


def _placed(tokens: Sequence[Token], place: int, acting: Acting) -> Iterator[Claim]:
    """Read "drugs are stored in a cupboard": where something is kept."""
    inside = [token.lower for token in tokens[place + 1 : place + 2]]
    if tokens[place].verb not in _PLACING or place in acting.cued or inside not in (["in"], ["on"], ["at"]):
        return
    subjects, group = acting.subjects.of(place)
    if not any(token.lower in en.BE for token in group) or _is_open(tokens, place, group):
        return
    for subject in subjects:
        for where in read_list(tokens, place + 2)[0]:
            if _is_thing(where, tokens) and not acting.somebody(where) and where.head not in _SEASONS:
                yield Claim(subject, acting.relation("locatedIn"), where, rule="deed", cue=place)


def _relation(verb: str, cued: frozenset[str] | None) -> str:
    """Give the relation that a verb tells of somebody who acts: of a cue one that its meanings have, else a duty."""
    if cued is not None and not cued & _TELLING:
        return ""
    if cued is not None and cued == frozenset({"employs"}):
        return "employs"
    if cued and "produces" in cued:
        return "produces"
    if verb in _MEANS:
        return "uses"
    return "responsibleFor" if cued or verb not in _NO_DEEDS or verb in _TOGETHER else ""


def _by_object(tokens: Sequence[Token], place: int) -> str:
    """Tell the deed of "makes the final decision", which the noun tells and not the verb."""
    light = tokens[place].verb in ("make", "take", "give", "have", "hold")
    objects = read_list(tokens, place + 1)[0] if light else []
    return "responsibleFor" if objects and singular(objects[0].head) in _ACTS else ""


def _between(name: str, verb: str, acts: bool) -> str:
    """Give the relation of somebody to what a verb is done to, or to whom."""
    if not acts:
        return "" if verb in _TOGETHER | BENEFITING or name == "employs" else name
    if name == "employs" or (name == "uses" and verb != "consult"):
        return name  # "search job boards"
    if verb in _TOGETHER or verb == "consult":
        return "collaboratesWith"
    return "responsibleFor" if verb in _CHARGING else ""


def _acts(phrase: Phrase, verb: str, acting: Acting) -> bool:
    """Tell whether a phrase is somebody who does what a verb says: by its name, or since only somebody does so."""
    if phrase.form != "noun" or phrase.determiner in _WITHOUT or phrase.text.lower() in en.STAND_INS:
        return False
    known = acting.classes(phrase)
    kinds = {iri.rpartition("#")[2] for iri in known}
    place = kinds <= {"Place"}
    named = " " in phrase.text or phrase.head in _DEPARTMENTS
    unit = phrase.head in _UNITS | _DEPARTMENTS and named and kinds <= {"Activity"} and not phrase.keys
    return unit or acting.somebody(phrase) or (verb in _HUMAN and place and not phrase.head.endswith("ing"))


def _objects(tokens: Sequence[Token], place: int) -> list[Phrase]:
    """Read the objects behind a verb, or behind the last of several verbs that share them."""
    start = place + 1
    while start < len(tokens):
        after = start + (tokens[start].tag == ",")
        after += after < len(tokens) and tokens[after].tag == Tag.CONJUNCTION
        if after == start or after >= len(tokens) or tokens[after].tag != Tag.VERB:
            break
        start = after + 1
    particle = start < len(tokens) and tokens[start].lower
    inwards = particle == "in" and tokens[start - 1].verb in _WITH_IN
    inwards = inwards or particle in _BEHIND.get(tokens[start - 1].verb, ())
    return read_list(tokens, start + (particle in _PARTICLES or inwards))[0]


def _is_thing(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Tell what a deed is done to from times, shares, and the noun that a clause begins with."""
    after = tokens[phrase.end : phrase.end + 1] if phrase.end > 0 else ()
    inner = tokens[phrase.start + 1 : phrase.end - 1] if phrase.start >= 0 else ()
    opens = any(token.tag in (Tag.VERB, Tag.AUXILIARY) for token in after)
    opens = opens or any(is_clear_third_person(token) for token in inner)
    return _is_something(phrase) and (not opens or phrase.start < 0)


def _is_something(phrase: Phrase) -> bool:
    """Tell a thing from a time, a share, a pronoun, and from what there is none of."""
    named = phrase.form == "noun" and phrase.head not in en.PRONOUNS
    return named and phrase.determiner not in _WITHOUT and (phrase.head not in _TIMES or " " in phrase.text)


def _is_open(tokens: Sequence[Token], place: int, group: Sequence[Token]) -> bool:
    """Tell a verb that is denied, on condition, or an infinitive, of which nobody says that it is done."""
    denied = any(token.tag == Tag.NEGATION or token.lower == "without" for token in group)
    start = place - len(group)
    infinitive = start > 0 and tokens[start - 1].tag == Tag.TO
    infinitive = infinitive and (start < 2 or tokens[start - 2].lower not in ("has", "have", "had"))
    return denied or infinitive or is_conditional(tokens, place) or is_past_habit(tokens, place)


def _sign_of_agent(tokens: Sequence[Token], place: int) -> int:
    """Give the place of the "by" directly behind a participle, an adverb between; -1 without one."""
    after = place + 1
    while after < len(tokens) and tokens[after].tag == Tag.ADVERB:
        after += 1
    return after if after < len(tokens) and tokens[after].lower == "by" else -1
