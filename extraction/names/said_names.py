"""Other names that a sentence gives its headword: "X, often abbreviated as Y, is …", "It is also called Z"."""

from __future__ import annotations

import re

from rolegraph.extraction.names.abbreviations import CODE, initials, spells
from rolegraph.extraction.names.expansions import with_its_noun
from rolegraph.extraction.names.heads import ALSO
from rolegraph.graph.names import fold

__all__ = ["names_closing", "names_in_sentence"]

# What a name is said with: "known as B", "also written B".
_CALLED = (
    r"(?:called|known\s+(?:in\s+[^,.;]{2,30}\s+)?as|referred\s+to\s+as|(?:written|spelt|spelled)(?:\s+as)?"
    r"(?!\s+(?:by|down|for|from|in|into|off|on|onto|out|to|up|with|within|without)(?![\w-])))"
)
_IN_SENTENCE = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>.{2,80}?)"
    r"(?:\s+\((?P<inner>[^()]{2,80})\)"
    r"|(?:(?:[,:]|\s+[—–-])?\s+|[—–])(?:(?:or|also|often|sometimes|commonly|usually|simply)\s+)*"
    rf"(?:abbreviated(?:\s+(?:as|to))?|{_CALLED}|shortened\s+to)\s+(?P<said>[^.;]{{2,90}}?)"
    r"|,?\s+or\s+(?:simply\s+)?(?P<other>[^,.;]{2,60}?))"
    r"\s*(?:(?:,|—|–|\s-)?\s+|[—–])(?P<verb>is|are|was|refers|refer|means|allows|describes|enables)\b",
    re.IGNORECASE,
)
# "X, also known as Y, does …": between commas any verb may follow.
_BETWEEN_COMMAS = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>[^,.;]{2,80}?)\s*,\s+(?:(?:also|often|sometimes|commonly|usually)\s+)+"
    rf"(?:{_CALLED}|abbreviated(?:\s+as)?)\s+(?P<said>[^,.;]{{2,60}}),\s+[a-z]",
    re.IGNORECASE,
)


_IN_BRACKETS = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>[^()]{2,80}?)\s+\((?:(?:also|often|sometimes|commonly)\s+)+"
    rf"{_CALLED}\s+(?P<said>[^()]{{2,80}})\)\s",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>.{2,80}?)\s+\((?P<inner>[A-Z][\w&/.-]{1,9})\)\s", re.IGNORECASE
)
_BEHIND = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<head>[^()]{2,80}?)\s+\((?P<inner>[^()]{5,80})\)\s", re.IGNORECASE
)
_OFTEN = (
    r"(?:also|sometimes|often|commonly|formerly|previously|alternatively|otherwise|frequently"
    r"|usually|variously|now)"
)
_KNOWN_AS = rf"(?:(?:{_OFTEN}\s+)+{_CALLED}|aka|a\.k\.a\.?)"
_ASIDE = re.compile(
    rf"^(?:(?P<first>{_OFTEN}),?\s+(?!called|known|named|termed))?(?:(?P<subject>[^,;:()]{{2,70}}?)"
    r"(?:\s+(?:is|are|was|were|(?:may|can)(?: be)?)|['’](?:s|re))\s+)?"
    rf"(?P<often>(?:{_OFTEN}\s+(?:be\s+)?)*)(?:{_CALLED}|named|termed|abbreviated as)\s+"
    r"(?!(?:after|by|for|from|in|once|so|twice|upon)(?![\w-]))(?P<said>(?:[^.]|\.(?=\d)){2,160}?(?:\.[\"”])?)"
    r"(?:\.?$|\.\s+\[?https?:.*|,\s+(?:is|are|means|refers|this|it|which)\b.*"
    r"|,\s+(?:[\w&-]+\s+){1,4}?(?:is|are|refers|means|measures)\b.*"
    r"|,\s+short for\b.*|\s+(?:since|because|when|as it|as they)\b.*)",
    re.IGNORECASE,
)
_FORMERLY = re.compile(
    r"^(?:(?:formerly|previously|syn\.?):|(?:formerly|previously)(?=\s[\"“]))\s+(?P<said>[^.;]{2,90})\.?$",
    re.IGNORECASE,
)
_SYNONYMOUS = re.compile(
    r"^(?:(?:it|this) is )?(?:synonymous with|(?:the )?same as) (?!above\b|below\b|before\b)(?:the terms? )?"
    r"(?P<said>[^.,]{2,60})\.?$",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"^(?:its|the) (?:usual |common )?"
    r"(?:abbreviation|acronym|short form|(?:other|former|old|older|original|alternative|trade|common) name) "
    r"(?:is|was|:)\s+"
    r"(?P<said>[^.,;]{2,60})\.?$",
    re.IGNORECASE,
)
# "Some call it a mistake", "most say yes", "many call it off": these tell no name.
_NO_OPINION = (
    r"(?!(?:an? |the )?(?:(?:it|they|he|she|we|you|i|them|this|that|these|those|there|nothing|nobody|none|no|not"
    r"|never)(?:[ .]|$)"
    r"|(?:so|yes|thanks|sorry|hello|much|more|less|off|out|home|quits|easy|hard|simple|clear|useless|useful|great|good"
    r"|best|bad|better|big|large|small|key|major|important|necessary|right|wrong|safe|fast|quick|cheap|fair|free|popular|day|failure"
    r"|mistake|success|luck|progress|waste|shame)(?:\.|$)"
    r"|(?:so|too|very|how|why|what|when|if) ))"
)
_INSTEAD = re.compile(
    r"^(?:its|the) (?:other|former|old|older|original|alternative|earlier|newer|british|american) (?:name|term), "
    r"(?P<named>[^,.;]{2,60}), [a-z].*"
    r"|^(?:(?:in|among|at) [^,.;]{2,40}?,? )?the (?:terms?|words?|names?) (?P<used>[^,.;]{2,50}?) (?:is|are) "
    r"(?:often |sometimes |commonly )?(?:used|preferred) instead\.?$"
    r"|^(?:some|many|most|other) [\w ]{2,30}? (?:say|(?:prefer|use) the (?:word|term|name)) "
    rf"{_NO_OPINION}(?P<said>[^,.;]{{2,50}}?) instead\.?$"
    r"|^(?:some|many|most|other|a few) [\w ]{2,30}? call (?:it|this|them) "
    rf"{_NO_OPINION}(?P<called>[^,.;]{{2,50}})\.?$"
    r"|^(?:some|many|most|other|a few) [\w ]{2,30}? use the (?:word|term|name) (?P<word>[^,.;]{2,50}?)"
    r" for the same\b.*$"
    r"|^(?:its )?other names (?:for it )?(?:are|include) (?P<others>[^.;]{2,160})\.?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^other (?:names?|terms?|words?) for (?P<head>[^,;.]{2,70}?) (?:is|are|includes?) (?P<said>[^.;]{2,300})\.?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^\((?:or|aka|a\.k\.a\.|{_OFTEN}(?:\s+(?:called|known as))?):?\s+(?P<said>[^()]{{2,60}})\)[.,;:]?(?:\s|$)",
    re.IGNORECASE,
)
_SHORT_SUBJECT = re.compile(
    r"(?:(?:an?|the)\s+)?([A-Z][\w&/-]{1,7})\s+(?:is|are|refers|means|stands)\b", re.I
)
_CLOSING = re.compile(
    rf"(?:(?:;|\s[—–-]|,\s+(?:it is|it['’]s|they are))\s+(?:{_KNOWN_AS}|known as)\s+"
    r"|;\s+also:?\s+(?!\w+(?:ed|ing|s|ly)\b)(?=[\w-]+(?: [\w-]+)?\.?$))(?P<said>[^.;]{2,60})\.?$",
    re.I,
)
_SHORT_FOR = re.compile(
    r"^(?:it is\s)?short for\s+(?:the\s)?(?P<said>[^.,;:()]{3,60}?)(?:[.,;:(]|$)", re.IGNORECASE
)
_SHORT_FOR_INSIDE = re.compile(
    r"\(short for\s+(?:the\s)?[\"“']?(?P<said>[^()\"”]{3,60}?)[\"”']?\)", re.IGNORECASE
)
_ALSO_QUOTED = re.compile(r"^also:?\s+(?P<said>[\"“].{2,120})$", re.IGNORECASE)
_ALSO_BARE = re.compile(r"^also,?\s+(?P<said>[^\W\d_][\w-]+(?:\s[\w-]+){1,2})\.?$", re.IGNORECASE)
_ALSO_NAMED = re.compile(r"^[Aa]lso,?\s+(?P<said>[A-Z][\w-]+(?:\s[\w-]+){0,3}(?:\s\([A-Z0-9]{2,8}\))?)\.?$")
_AKA = re.compile(r"^(?:aka|a\.k\.a\.?):?\s+(?P<said>[^.,;]{2,60})\.?$", re.IGNORECASE)
_REFERS = re.compile(
    r"^(?:this|it)\s(?:refers\sto|stands\sfor|is)\s(?:the\s)?(?P<said>[A-Z][\w-]+(?:\s[\w-]+){1,6})\.?$", re.I
)
# "B2B: An acronym standing for “business-to-business”"
_ACRONYM = re.compile(
    r"(?:it\sis\s)?(?:an?\s)?(?:acronym|abbreviation|initialism)\s(?:(?:standing|that\sstands)\s)?for\s[\"“](?P<said>[^\"“”]{3,60})[\"”]",
    re.I,
)
# "HS Code (Harmonized System Code) is a classification"
_TITLED = re.compile(
    r"(?:(?:an?|the)\s)?(?P<head>[^()®™]{2,60}?)[®™]?\s\((?P<said>[A-Z][\w-]+(?:\s(?:[A-Z][\w-]*|of|and|for|the))+)\)\s"
    r"(?:is|are|means|refers)\b"
)
_ALSO_LAST = re.compile(
    r"\((?:also:?\s+(?!used|known|called)(?P<said>[^\W\d_]{4,})"
    r"|(?:also|aka|syn\.?|synonyms?):\s+(?P<names>[^()]{2,60}))\)\.?$",
    re.IGNORECASE,
)
_ALSO_ONE = re.compile(r"[Aa]lso,?\s+(?!\w+(?:ed|ing|ly)\b)(?P<said>[a-z][a-z-]{3,})\.?")
_ALSO_CODE = re.compile(r"Also,?\s+(?P<said>[A-Z][A-Z0-9&/-]{1,9})(?:\s\([^()]{2,60}\))?\.?")
_FORMERLY_NAMED = re.compile(
    r"^(?:formerly|previously)\s+(?!called\b|known\b|named\b|termed\b)(?!.*\b(?:of|in|at|by|used|with|for|to|from|on|a|an|it|they|we|did|does|was|were|had|is|are)\b)"
    r"(?P<article>the\s+)?(?P<said>(?:[\w-]+\s){1,3}[\w-]+)\.?$",
    re.IGNORECASE,
)
_FRONT = re.compile(
    rf"^(?:{_OFTEN}\s+)+(?:{_CALLED}|abbreviated as)\s+(?P<said>[^,.;]{{2,60}}),\s+"
    r"(?:(?:an?|the)\s+)?(?P<head>[^,;.]{2,70}?)\s+(?:is|are|means|refers?)\b",
    re.IGNORECASE,
)
_CLOSING_GLOSS = re.compile(
    rf"\b(?P<last>\w+)(?:,\s+|\s+\(){_KNOWN_AS}\s+(?P<said>[^.,;()]{{2,60}})"
    r"(?:\.?['’”\"]?\)?|['’”\"]\.|\)\.)$",
    re.I,
)
_SHORT_INSIDE = re.compile(
    r"\b(?:abbreviated|abbreviation|symbol)\s+(?:as\s+|to\s+)?[\"“]?([A-Z]\w{0,5})[\"”]?(?=\W|$)"
)
_OPENS_CALLED = re.compile(r"(?:known as|called)\s", re.IGNORECASE)
# When or where a name is used, behind it: "(before 2.0)", "until 1970", "in the United States", "in other ports".
_AT_A_TIME = re.compile(
    r"\s*\((?:before|until|till|since|from|in|up to|to)\s[^()]*\d[^()]*\)|\s+(?:before|until|since|prior to)\s.*$",
    re.IGNORECASE,
)
_AT_A_PLACE = re.compile(
    r"(?<=[a-z])\s+in\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+)?$"
    r"|\s+(?:in|by|among|on)\s+(?:some|other|many|most|certain|older|various)\s.*$"
)
_CALLED_THERE = re.compile(
    r"^[Ii]n\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+)?,?\s+(?:it|this|they|these)(?:\s+(?:is|are)|['’]s|['’]re)\s+"
    r"(?:\w+ly\s+)?(?:called|known\s+as)\s+(?P<said>[^,.;]{2,60})\.?$"
)
_NAMED_THERE = re.compile(
    r"^In\s+(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z][\w.]+)?:\s(?!(?:it|they|this|there|no|not|yes)\b)(?P<said>[a-z][\w-]*(?:\s[\w-]+){0,2})\.?$"
)
_MANY_NAMES = re.compile(
    r"^(?P<head>[^,;.:]{2,70}?) (?:is|are|goes|go) (?:also )?(?:known )?by (?:many|several|other|various) names"
    r"(?::|,? (?:such as|including|among them)) (?P<said>[^.;:]{2,160})\.?$",
    re.IGNORECASE,
)
_BY_SOME = re.compile(
    r"^(?:in (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)?,? )?"
    r"(?:(?:some|many|most|other)(?: \w+)?|people|we|others) (?:(?:also|often|sometimes|simply|just) )*"
    r"(?:call (?:it|this|these|them)|(?:speak|talk) of(?= an?\b| the\b| [\"“])|say) "
    rf"{_NO_OPINION}(?P<said>[^,.;:]{{2,60}})\.?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"it|they|these|this(?: [\w-]+)?", re.IGNORECASE)
_SHORT = re.compile(
    r"\s\((?P<said>(?:kurz|short|abbr\.?|abk\.|abgekürzt|en abrégé|siglas?)[: ]+)?"
    r"(?P<short>[A-Za-z][\w&/.-]{1,9})\)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:\W|\b(?:a|an|the|as|or|and|also|simply|just|either|even|its|in|short|sometimes|often)\b)*", re.I
)
_QUOTED_NAME = re.compile(r"[\"“‘]([^\"“”‘]{2,60}?)[.,]?[\"”’](?!\w)")


def names_in_sentence(sentence: str, label: str) -> tuple[str, ...]:
    """Find other names of a headword that its defining sentence gives: "X, often abbreviated as Y, is …".

    >>> names_in_sentence("Average handle time (AHT) is a metric.", "Average handle time")
    ('AHT',)
    """
    if told := _plainly_told(sentence, label):
        return told
    if said := _said_aside(sentence, label):
        return _said_names(said, label)
    if full := _SHORT_FOR.match(sentence) or _SHORT_FOR_INSIDE.search(sentence):
        return _said_names(full["said"], label)
    if (also := _ALSO_QUOTED.match(sentence)) and not _QUOTED_NAME.sub("", also["said"]).strip(" ,.;or"):
        return _said_names(also["said"], label)
    if whole := _full_behind(sentence, label):
        return (whole,)
    inner = _ABBREVIATED.match(sentence)
    if inner and fold(inner["head"]) == fold(label) and spells(inner["inner"], inner["head"]):
        rest = sentence[: inner.end("head")] + sentence[inner.end("inner") + 1 :]
        return (inner["inner"], *names_in_sentence(rest, label))
    short = _SHORT_SUBJECT.match(sentence)
    if short and initials(short[1], label) and CODE.match(short[1]):
        return (short[1],)
    if last := _ALSO_LAST.search(sentence):
        return _said_names(last["said"] or last["names"], label)
    if closing := _CLOSING.search(sentence):
        return _said_names(closing["said"], label)
    inside = _SHORT_INSIDE.search(sentence)
    if inside and len(inside[1]) < len(label) and spells(inside[1], label):
        return (inside[1],)
    if behind := _short_behind(sentence, label):
        rest = re.sub(rf"\s+\({re.escape(behind)}s?\)", "", sentence)
        return (behind, *(names_in_sentence(rest, label) if rest != sentence else ()))
    between = _BETWEEN_COMMAS.match(sentence)
    if between and _same_subject(between["head"], label):
        return _said_names(between["said"], label)
    return _before_verb(sentence, label)


def _before_verb(sentence: str, label: str) -> tuple[str, ...]:
    """Find other names between a headword and its verb: "A dock (or basin) is …", "Moles, or jetties, are …"."""
    match = _IN_SENTENCE.match(sentence)
    if not match or not _same_subject(match["head"], label):
        return ()
    if match["other"] and fold(match["head"]) != fold(label):
        return ()  # "A stale crane or lift is …" is no other name of "Stale"
    said = match["inner"] or _before_again(match["said"] or match["other"], label)
    if match["inner"] and (named := ALSO.sub("", said)) != said and not CODE.match(named):
        return _said_names(named, label)
    if not match["inner"]:
        return _said_names(said, label)
    parts = [part.strip(" \"“”'") for part in re.split(r",\s*|\s+or\s+", said)]
    own = (part for part in parts if CODE.match(part) and not _is_of_longer(part, match["head"], label))
    return tuple(part for part in own if fold(part) != fold(label))


def names_closing(sentence: str, label: str) -> tuple[str, ...]:
    """Find other names at the end of a definition; behind a plural they are its own: "… in queues, also called rows".

    >>> names_closing("Work by hand after a call, sometimes referred to as wrap-up.", "After-call work")
    ('wrap-up',)
    """
    found = _CLOSING_GLOSS.search(sentence)
    shared = found is not None and not set(fold(found["said"]).split()).isdisjoint(fold(label).split())
    plural = found is not None and not shared and _is_plural(found["last"]) and not _is_plural(label)
    return _said_names(found["said"], label) if found and not plural else ()


def _is_plural(name: str) -> bool:
    return name.endswith("s") and not fold(name).endswith("s")


def _plainly_told(sentence: str, label: str) -> tuple[str, ...]:
    """Find other names in a sentence that opens by giving them, or does nothing else."""
    if (bare := _ALSO_BARE.match(sentence)) and fold(bare["said"]).split()[0] in fold(label).split():
        return _said_names(bare["said"], label)
    if (also := _ALSO_NAMED.match(sentence)) and {*fold(also["said"]).split()} & {*fold(label).split()}:
        return _said_names(also["said"], label)
    if aka := _AKA.match(sentence):
        return _said_names(aka["said"], label)
    if (refers := _REFERS.match(sentence)) and CODE.match(label) and initials(label, refers["said"]):
        return (refers["said"],)
    if (acronym := _ACRONYM.match(sentence)) and CODE.match(label):
        return (acronym["said"],)
    if (titled := _TITLED.match(sentence)) and fold(titled["head"]) == fold(label):
        last = fold(titled["said"]).rpartition(" ")[2]
        return (titled["said"],) if fold(label).endswith(last) else ()
    if one := _ALSO_ONE.fullmatch(sentence) or _ALSO_CODE.fullmatch(sentence):
        return (one["said"],)
    if opening := _OPENING.match(sentence):
        return _said_names(opening["said"], label)
    others = _OTHERS.match(sentence)
    if others and (_same_subject(others["head"], label) or _ends_with(others["head"], label)):
        return _said_names(others["said"], label)
    if instead := _INSTEAD.match(sentence):
        said = next(filter(None, instead.groups()))
        return _said_names(re.sub(r",? and (?:simply |just )?", ", ", said), label)
    if (front := _FRONT.match(sentence)) and _same_subject(front["head"], label):
        return _said_names(front["said"], label)
    if (inner := _IN_BRACKETS.match(sentence)) and _same_subject(inner["head"], label):
        return _said_names(inner["said"], label)
    return ()


def _full_behind(sentence: str, label: str) -> str:
    """Give what writes out an abbreviation within the headword: "A WIP limit (work-in-progress limit) caps …"."""
    found = _BEHIND.match(sentence)
    return with_its_noun(label, found["inner"]) if found and fold(found["head"]) == fold(label) else ""


def _short_behind(sentence: str, label: str) -> str:
    """Give the abbreviation in brackets behind the headword, wherever that stands: "to hire account managers (AM)"."""
    found = next(
        (found for found in _SHORT.finditer(sentence) if _ends_with(sentence[: found.start()], label)), None
    )
    short = found["short"].removesuffix("s") if found else ""
    told = initials(short, label) or bool(found and found["said"] and spells(short, label))
    return short if CODE.match(short) and told else ""


def _ends_with(text: str, label: str) -> bool:
    """Tell whether a text ends with a term, in singular or plural, as words of its own."""
    whole = f" {text.rstrip()}".casefold()
    names = [f"{label.casefold()}{plural}" for plural in ("", "s", "es")]
    return any(whole.endswith(name) and not whole[-len(name) - 1].isalnum() for name in names)


def _is_of_longer(short: str, head: str, label: str) -> bool:
    """Tell whether an abbreviation has the initials of a longer name: "chief risk officer (CRO)" is no risk officer."""
    letters = "".join(word[0] for word in head.lower().split())
    return len(head.split()) > len(label.split()) and letters == short.lower()


def _said_aside(sentence: str, label: str) -> str:
    """Give what a sentence names the headword that does nothing else: "It is also called X", "Synonymous with X"."""
    other = _FORMERLY.match(sentence) or _SYNONYMOUS.match(sentence) or _ITS.match(sentence)
    patterns = (_CALLED_THERE, _NAMED_THERE, _BY_SOME)
    other = other or next(filter(None, (pattern.match(sentence) for pattern in patterns)), None)
    if (formerly := _FORMERLY_NAMED.match(sentence)) and (
        formerly["article"] or not set(fold(formerly["said"]).split()).isdisjoint(fold(label).split())
    ):
        return formerly["said"]  # but not "Previously done manually"
    if (many := _MANY_NAMES.match(sentence)) and _same_subject(many["head"], label):
        return re.sub(r",? and ", ", ", many["said"])
    if other:
        return other["said"]
    aside = _ASIDE.match(sentence[:400])
    if aside is None:
        return ""
    subject = aside["subject"] or ""
    short = f" {fold(label)}".endswith(f" {fold(subject)}") or _PRONOUN.fullmatch(subject)
    named = fold(subject) == fold(label) or (
        bool(aside["often"] or aside["first"] or _OPENS_CALLED.match(sentence)) and (not subject or short)
    )
    return _before_again(aside["said"], label) if named else ""


def _before_again(said: str, label: str) -> str:
    """Give what stands before the headword is taken up again: "X, a toil is …", "X, the term refers to …"."""
    again = re.compile(rf",\s+(?:(?:an?|the)\s+)?(?:{re.escape(label)}|(?:this|the) terms?)\b", re.IGNORECASE)
    return again.split(said, maxsplit=1)[0]


def _said_names(said: str, label: str) -> tuple[str, ...]:
    """Split what stands behind "also called": several names, each perhaps with its abbreviation in brackets."""
    quoted = _QUOTED_NAME.findall(said)
    beside = _QUOTED_NAME.sub(" ", said)
    if quoted and not re.match(r"\s*(?:as\s+)?[\w-]+(?:\s+[\w-]+){0,4}\s+or\s+[\s.]*$", beside):
        if len(beside.split()) > 2 and not _BETWEEN.fullmatch(beside):
            return ()  # "the more “modern” version of …"
        said = ", ".join(quoted)
    said = _AT_A_PLACE.sub("", _AT_A_TIME.sub("", said.strip(" .")))
    said = re.sub(r"\s*\(([^()]*)\)", r", \1", said)
    said = re.sub(
        r"^(?:an?|[Tt]he|also|often|sometimes|as|either|for|spelled|spelt|written)\s+|,?\s+for short$",
        "",
        said,
    )
    said = re.sub(
        r",\s+(?:used|which|that|where|who|because|made|found|given|though|although|but|while|and\s\w+ly)\s.*",
        "",
        said,
    )
    parts = [
        re.sub(r"^(?:or|an?|[Tt]he|and)\s+", "", part).strip(" \"“”'‘’()")
        for part in re.split(r"[,;]\s*|\s+or\s+", said)
    ]
    named = (part for part in parts if 0 < len(part.split()) <= 5 and fold(part) != fold(label))
    return tuple(part for part in named if not _is_ranked(part, label))


def _is_ranked(name: str, label: str) -> bool:
    """Tell "senior ranger", who is a ranger of another rank, from another name of a ranger."""
    rank, _, rest = fold(name).partition(" ")
    return rest == fold(label) and rank in _RANKS


_RANKS = frozenset(
    {"senior", "junior", "lead", "chief", "head", "deputy", "assistant", "vice", "principal", "associate"}
)


def _same_subject(head: str, label: str) -> bool:
    """Tell whether what stands before the other name is the headword, give or take a word or two."""
    left, right = fold(re.sub(r"[()]", " ", head)), fold(label)
    longer = right in left and len(left.split()) <= len(right.split()) + 2
    return left == right or left in right or (longer and not re.search(r"\b(?:is|are|was|were)\b", left))
