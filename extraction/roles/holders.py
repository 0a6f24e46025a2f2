"""How a sentence speaks of the role of its page: by its name, as "you" or "incumbents", or as its work or purpose."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rolegraph.extraction.deeds.duties import RESPONSIBLE
from rolegraph.extraction.roles.role_titles import SENIORITY, without_level
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular

__all__ = [
    "TEAM",
    "beside",
    "clauses",
    "included",
    "level_said",
    "named_first",
    "opens_with_label",
    "said_of",
    "which_include",
]

_CLASS = r"(?:class(?:ification)?|position|job|role|level|series|grade|occupation|post)"
_HOLDER = (
    r"you(?:['’]ll)?|this person|(?:the|this|an|each) (?:(?:role|position|job|post)(?![ -]?holder)|class(?:ification)?|"
    r"successful candidate|"
    r"ideal candidate|incumbent|candidate|employee|appointee|(?:post|job|role)[ -]?holder)|"
    r"incumbents(?! in)|the (?:person|holder)|they|"
    r"(?:she|he|s/he)(?:(?: or |/)(?:he|she))?|"
    r"(?:an? |the )?(?:employees?|incumbents?|positions?|jobs?|workers?) (?:in|of|at|assigned to) "
    rf"(?:this|the) {_CLASS}"
)
TEAM = r"(?:team|department|function|group|unit|division|office|desk|squad)"
# "This post explains …" speaks of the article.
_ARTICLE = (
    r"this post (?:also )?(?:provides|explains|describes|highlights|covers|contains|presents|looks|"
    r"discusses|outlines|shows|"
    r"will (?:help|show|tell|explain|look))\b"
)
_APPOSED = (
    r"(?:, using [^,]{3,60},|, also (?:called|known as) [^.;]{3,90}?,(?= [a-z]+s )|,? or [^,]{1,30},|\s\([^()]*\)|"
    r",? or (?-i:[A-Z]\w+ ){1,4}?(?=[a-z]))?"
)
_OWNED = r"(?:his|her|their|its|your|the (?:role|position|job)['’]s|(?:an?|the|our) {label}['’]s)"
_AIM = (
    r"(?:(?:main|primary|key|core|principal|overall|chief|first|most important|central)\s+)?"
    r"(?:job|role|mission|goal|purpose|task|aim|objective|responsibility|duty|function|focus)"
)
_CIRCUMSTANCE = (
    r"(?:as [^,]{3,50}, |to (?:do|be(?! (?:honest|fair|sure|clear)\b)|keep|get|make) [^,]{3,60}, |"
    r"as (?:an?|the|our|your) [^,.]{3,60}?(?= you\b) |day[- ]to[- ]day (?=you\b)|"
    r"(?:on|in|at|during) (?!the case\b)(?:[\w'’-]+ ){1,4}(?=(?:they|you|he|she) )|(?:working|using|"
    r"drawing on|building on|acting) [^,]{3,60}, |"
    r"under [^,]{3,70}, |(?:in|with)(?:in)? this (?:role|position|job|post|capacity), |"
    r"at this level, |more than [^,]{3,50}, |(?:beyond|besides|in addition to|apart from|aside from|along with|"
    r"as well as|alongside|when|while|by|after|before) \w+ing [^,]{2,70}, |day[- ]to[- ]day, |on a daily basis, |"
    r"(?:in|within|at|on|for|if|with|depending on|based on|given|where) [^,]{3,60}, |(?:(?:immediately|shortly|"
    r"soon|long|right) )?(?:after|before|during|once|when|whenever|until|throughout|while) "
    r"[^,]{3,90}, |(?:before|after|during|once|when|while) (?:[\w'’]+ ){2,9}?(?=(?:the|an?) )|"
    r"(?:and|but|also|additionally|in addition|in contrast|by contrast|however|meanwhile|typically|generally|"
    r"ultimately|consequently|therefore|thus|hence|accordingly|moreover|furthermore|instead|in practice|in short|"
    r"overall|as a result|to do (?:so|this)|for this purpose|to this end),? )?"
)
_SAYS = r"(?:also|may|can|typically|usually|primarily|often|mainly|generally|and)\s+"
_INCLUDED = re.compile(
    r"^(?:(?:(?:these|the|this|its|his|her|their|your|key|main|primary|other|typical|regular|routine|specific|"
    r"base|basic|core|daily|"
    r"day-to-day|his/her|her/his|his or her|essential|general|chief|principal|additional|further|usual|"
    r"common|[A-Z][\w ]{2,40}['’]s?)\s+)*"
    r"(?:responsibilit(?:ies|y)|dut(?:ies|y)|tasks?|functions?|work|role|position|job)"
    r"(?: of (?:this|the) (?:role|position|job|class|classification|post)|"
    r" of an? [\w -]{3,40}?(?= (?:(?:also|may|can|typically|usually|primarily|often|mainly|"
    r"generally) )*(?:includ|involv)))?|"
    r"(?:an?|the) [\w ]{2,40}? (?:role|position|job)(?: description| of an? [\w -]{3,40}?)?(?: for [\w ]{3,30})?|"
    r"this is [\w, -]{3,60}?\b(?:work|position|job|role),? (?:which|that)|"
    r"(?:this|it)(?= (?:also )?(?:includes|involves|means) \w{3,}ing\b))\s+"
    rf"(?:{_SAYS})*(?:includes?|are|is(?= \w+ing\b)|involves?|encompass(?:es)?|covers?|comprises?|"
    rf"consists? of|entails?|"
    r"revolves? around|cent(?:er|re)s? on)\s+"
    r"(?:but (?:is|are) not limited to:?\s+|the following:\s+)?",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r";\s+(?:and\s+|or\s+)?|,?\s+and\s+(?:also\s+)?(?=(?:will|must|shall) (?:also )?[a-z]+\s|"
    r"(?:is|are|be) (?:also )?(?:responsible|accountable) for\s)|,?\s+and\s+(?=for \w+ing\s)|"
    r",?\s+where (?=(?:they|he|she|he/she) )",
    re.IGNORECASE,
)
_TASKS_LIKE = re.compile(
    r"^(?:[\w-]+ ){0,5}?(?:tasks|duties|responsibilities|activities|work)(?: as well)?,? (?:like|such as|including) ",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"^(?:this|(?:this|the) [\w ()]{2,50}?|positions (?:in|at) this \w+|incumbents)\s+(?:is|are|represents?)\s+"
    r"(?:the\s+|an?\s+)?(?P<level>(?:entry|trainee|journey|intermediate|mid|advanced|full[- ]performance|working|"
    r"senior|supervisory|managerial|executive|lead|first|second|third|fourth|highest|lowest|expert|professional)"
    r"(?:[/ -](?:working|journey))?[ -]level|(?:(?:job|pay) )?(?:grade|band|level) [A-Z]?\d{1,2}[A-Z]?)\b",
    re.IGNORECASE,
)


def said_of(text: str, label: str, *, team: bool = False) -> str:
    """Give what follows the role, where a sentence has it, its holder or its aim for its subject; else nothing.

    >>> said_of("Under general supervision, incumbents in this class sort the mail.", "clerk")
    'sort the mail.'
    >>> said_of("Their primary mission is to keep the shop open.", "shop manager"), said_of("Shops open.", "manager")
    ('keep the shop open.', '')
    >>> said_of("We answer calls.", "help desk", team=True), said_of("We answer calls.", "clerk")
    ('answer calls.', '')
    """
    subject = _subject(team).match(_with_signs(text, label))
    return text[subject.end() :] if subject else ""


def named_first(text: str, label: str) -> str:
    """Give what follows the role where a sentence has its name for its subject, not "you" or "the role".

    >>> named_first("Two linesmen take the ropes.", "linesman"), named_first("They take the ropes.", "linesman")
    ('take the ropes.', '')
    """
    said = said_of(text, label)
    noun = singular(label.lower().split()[-1])[:-2] if said else ""
    return said if said and noun in text[: len(text) - len(said)].lower() else ""


def opens_with_label(text: str, label: str) -> bool:
    """Tell whether a text begins with a name in any language, whatever its article and ending.

    >>> opens_with_label("Der Vorsitzende leitet die Sitzung.", "Vorsitzender")
    True
    """
    words, noun = text.split()[:_NEAR], label.split()[-1][:-1]
    return len(noun) > _SHORT and any(word.startswith(noun) for word in words)


_NEAR = 3
_SHORT = 3


# The signs that stand for the letters of a role's name and of its noun, so that one pattern serves all roles.
_NAME_SIGN, _NOUN_SIGN = "\U00012000", "\U00012001"
_NAME = rf"{_NAME_SIGN}+(?:[ &/.,’'-]{{1,3}}{_NAME_SIGN}+)*"
_NOUN = rf"{_NOUN_SIGN}+"
_LETTER = re.compile(r"\w")


def _with_signs(text: str, label: str) -> str:
    """Put signs in the place of the letters of a role's name, and of its noun where that stands alone."""
    name, noun = _names_of(label)
    text = name.sub(lambda found: _LETTER.sub(_NAME_SIGN, found[0]), text)
    return noun.sub(lambda found: _LETTER.sub(_NOUN_SIGN, found[0]), text) if noun else text


@lru_cache(maxsize=512)
def _names_of(label: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Give what finds the name of a role in a text, and its noun; None where that cannot stand for it."""
    label = without_level(label)[0]
    name = _named(singular(label))
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]\w*", label)).upper()
    if len(initials) > 2:
        name = rf"(?:{name}|(?-i:{initials}))"
    whole = r"(?<!\w){}(?=s?(?!\w))"
    noun = _head(label)
    made = [re.compile(whole.format(each), re.IGNORECASE) for each in (name, noun) if each]
    return made[0], made[1] if noun else None


@cache
def _subject(team: bool) -> re.Pattern[str]:
    """Give what a sentence begins with that has a role, its holder or its aim for its subject."""
    owned = _OWNED.replace("{label}", _NAME)
    aim = (
        rf"(?:{owned} {_AIM}|the {_AIM} of (?:an?|the|this) (?:role|position|job|post|{_NAME})|"
        rf"the {_AIM}) (?:is|will be) to|"
        rf"it(?:['’]s| is) the {_NAME}['’]s (?:job|responsibility|duty|role|task) to|"
        rf"it is the (?:job|responsibility|duty|role|task) of the {_NAME} to|"
        rf"(?:(?:another|one|a further|a key|an important) (?:\w+ )?(?:job|task|duty|responsibility|function)|"
        rf"one of the (?:\w+ ){{0,2}}(?:jobs|tasks|duties|responsibilities|functions|roles)) of "
        rf"(?:an?|the|this|your) (?:role|position|job|{_NAME}) is to"
    )
    named = rf"(?:an?|the|our|every|each|most|many|some|good|great|successful|an? (?:good|great|successful)) {_NAME}"
    named = rf"(?:{named}|(?:the )?(?:two|three|four|five|six|several|both) {_NAME}s?)"
    holder = (
        rf"(?:we expect )?(?:{_HOLDER}|{named}{_APPOSED}(?: role| position| {TEAM})?)(?: to)?|{_NAME}s?|"
        rf"(?:the|our|most|many|some|all|other|good|great|successful|experienced|skilled) {_NAME}s|"
        rf"(?:(?:the|most|many|some|good|great) )?{_NOUN}s|the {_NOUN}"
        + (rf"|we|(?:our|this|the) (?:{TEAM}|{_NAME}|{_NOUN})" if team else "")
    )
    somebody = (
        r"(?:the|an?|any) (?:person|individual|professional|member of (?:the |our |an? )?[\w '’-]{3,50}?)"
        r"(?: for an? \w+)?(?: (?:who|that)(?: is| are)?|(?= (?:responsible|accountable|in charge)\b))"
    )
    purpose = (
        r"(?:(?:is|are)(?: typically| usually)? (?:employed|hired|appointed|engaged|there|expected|required|needed)"
        r"(?: by [\w ]{2,40})? to|exists? to|serves? to|aims? to|seeks? to|works? to"
        r"|(?:is|are) (?:(?!responsible|accountable|not|never|rarely|often|confused)[\w'’-]+ ){0,6}?"
        r"(?!\w+ed\b)[\w'’-]+ who(?: also)?) "
    )
    return re.compile(
        rf"{_CIRCUMSTANCE}(?!{_ARTICLE})(?:{aim}|{holder}|{somebody})\s+(?:{purpose})?", re.IGNORECASE
    )


def _named(label: str) -> str:
    """Give how a text has the name of a role: in full or without its first words, in the singular or as "linesmen"."""
    words = label.split()
    whole = (
        len(words) < _LONG or words[0].lower() in SENIORITY | _RANKS or not en.PREPOSITIONS.isdisjoint(words)
    )
    kept = len(words) if whole else 2
    before = "".join(rf"(?:{re.escape(word)}\s)?" for word in words[:-kept])
    return before + re.sub("man$", "m[ae]n", r"\s".join(map(re.escape, words[-kept:])))


_LONG = 3  # words of a name whose last two can stand for it


def _head(label: str) -> str:
    """Give the noun by whose plural alone a page can go on to speak of the role: "stewards" of a data steward."""
    words = singular(label).split()
    return re.escape(words[-1]) if len(words) > 1 and words[0].lower() not in _RANKS else ""


_RANKS = frozenset(
    {"senior", "junior", "lead", "chief", "head", "deputy", "assistant", "associate", "vice", "principal"}
)


def beside(text: str) -> str:
    """Give what a sentence says is done besides what it goes on to tell: "Beyond loading ships, clerks …".

    >>> beside("In addition to loading ships, clerks keep the log."), beside("Before loading ships, clerks wait.")
    ('loading ships', '')
    """
    match = re.match(
        r"(?:beyond|besides|in addition to|apart from|aside from|as well as) (\w+ing [^,]+),", text, re.I
    )
    return match[1] if match else ""


def included(text: str) -> str:
    """Give what a sentence says that the duties or the work include; else nothing.

    >>> included("The work also involves responsibility for counting stock."), included("The work is hard.")
    ('counting stock.', '')
    """
    match = _INCLUDED.match(text)
    rest = text[match.end() :] if match else ""
    rest = _TASKS_LIKE.sub("", rest, count=1)
    answers = RESPONSIBLE.match(rest)
    return rest[answers.end() :] if answers else rest


def which_include(text: str) -> str:
    """Give the deeds that a sentence says are among some tasks; empty where it names none.

    >>> which_include("Performs clerical duties, including sorting mail and filing forms.")
    'sorting mail and filing forms.'
    """
    match = _AMONG_TASKS.search(text)
    return match[match.lastgroup or 0] if match else ""


_AMONG_TASKS = re.compile(
    r"(?:\b(?:duties|tasks|functions|responsibilities|activities|"
    r"work(?! (?:with|for|closely|alongside)\b)|support|services)\b[^.;:]{0,60}?,?\s+"
    r"(?:including|such as)(?:,? but not limited to)?,?:? (?P<deeds>\w{2,}ing .+)|\bincluding (?:but not limited to )?"
    r"(?P<done>\w{3,}ing (?:an?|the|all|any|its|their|our|up|out)\b.+))$",
    re.IGNORECASE,
)


def clauses(text: str) -> list[str]:
    """Part a sentence at its semicolons and where it goes on with "and will"; the subject stays that of the first.

    >>> clauses("Clerks sort mail; and stamp it, and are responsible for keeping stamps.")
    ['Clerks sort mail', 'stamp it', 'are responsible for keeping stamps.']
    """
    return [part.strip() for part in _CLAUSES.split(text) if part.strip()]


def level_said(text: str) -> str:
    """Give the level at which a sentence says a role is.

    >>> level_said("This is the entry-level class in the series."), level_said("This is a class.")
    ('entry-level', '')
    """
    match = _LEVEL.match(text)
    return match["level"].lower() if match else ""
