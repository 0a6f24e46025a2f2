"""Whom a role reports to, and who employs it, in the words of adverts: "works under …", "X has an opening for …"."""

from __future__ import annotations

import re

from rolegraph.extraction.roles.fields import values

__all__ = ["employer", "employers", "metrics", "subordinates", "superiors", "unit"]

_GUIDING = r"(?:supervision|direction|guidance|oversight|leadership|authority)"
_SUPERVISED = re.compile(
    rf"\b(?:under|receiv(?:es?|ing))\s+(?:the\s+)?(?:[\w-]+\s+){{0,4}}?{_GUIDING}"
    rf"(?:\s+and\s+{_GUIDING})?\s+(?:of|from|by)\s+(?P<names>[^.;]+)",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:position|role|post|job|opening|vacancy|incumbent|positions)\s+(?:(?:that|which|will|who)\s+)?"
    r"(?:directly\s+)?report(?:s|ing)?\s+(?:directly\s+)?(?:in)?to\s+(?P<names>[^.;]+)"
    r"|^(?:is |be )?(?:directly )?(?:supervised|managed|overseen) by\s+(?P<by>[^.;]+)"
    r"|\band (?:directly )?reports? (?:directly |straight )?to\s+(?P<also>[^.;]+)"
    r"|\b(?:is|are|be) (?:directly )?(?:responsible|accountable|answerable) to\s+(?P<to>[^.;]+)"
    r"|\b(?:(?:oral|written|general|verbal|direct|specific) )+(?:instructions?|assignments?|"
    r"directions?) from\s+(?P<told>[^.;]+)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:and|but)\s+(?=[a-z])|,?\s+(?:who|which|that|within|with|in|on|to|as|while|when)\s|\s+for\s+(?=[a-z\d])|"
    r",\s+(?=[a-z])"
)


_LED = re.compile(
    r"(?:(?:will|also|directly|normally|usually|is|are) )*(?:reports? (?:directly |straight )?(?:in)?to|answers? to|"
    r"(?:is |are )?(?:managed|supervised|led|overseen) by|takes? (?:\w+ )?(?:orders|instructions|direction) from|"
    r"works? (?:directly )?for(?= the (?:head|chief)))\s+(?P<names>[^.;]+)",
    re.IGNORECASE,
)


_BOSS = re.compile(
    r"^(?:your|the) (?:(?:direct|line) )?(?:boss|line manager|superior) (?:is|will be) (?P<boss>the [^.;]+)",
    re.IGNORECASE,
)


def superiors(text: str, said: str = "") -> list[str]:
    """Give the names of those whom a sentence about a role has it report to; ``said`` is what follows the role in it.

    >>> superiors("Works under the general supervision of the Head Librarian and plans events.")
    ['Head Librarian']
    >>> superiors("This is a full-time position that reports directly to the Plant Manager.")
    ['Plant Manager']
    >>> superiors("You take your orders from the Mate.", "take your orders from the Mate.")
    ['Mate']
    """
    match = _SUPERVISED.search(text) or _REPORTING.search(text) or _LED.match(said) or _BOSS.match(text)
    names = match[match.lastgroup or 0] if match else ""
    return list(values(_END.split(names)[0])) if names else []


_TEAM_OF = re.compile(
    r"\b(?:lead|manage|supervise|run|head|coach|guide|direct|oversee|build)(?:s|ing)?(?: and \w+)? "
    r"(?:an?|the|our|your) "
    r"(?:[\w-]+ ){0,2}?(?:team|group|crew|staff|squad) of (?P<names>[^.;:]+)",
    re.IGNORECASE,
)
_OVER = re.compile(
    rf"\b(?:exercis|provid|giv)(?:e|es|ing)\s+(?!no\b)(?:[\w-]+\s+(?:(?:and|or)\s+)?){{0,4}}?{_GUIDING}"
    rf"(?:\s+and\s+{_GUIDING})?\s+(?:over|to|of)\s+(?P<names>[^.;:]+)",
    re.IGNORECASE,
)


def subordinates(text: str) -> list[str]:
    """Give the names of those whom a clause about a role has it lead.

    >>> subordinates("Leads a team of five to eight support engineers.")
    ['support engineers']
    >>> subordinates("May exercise technical direction over Clerks I and trainees.")
    ['Clerks I', 'trainees']
    """
    match = _TEAM_OF.search(text) or _OVER.search(text)
    if match and _NOT_LED.search(text[: match.start()]):
        return []
    names = _GOES_ON.split(_COUNTED.sub("", match["names"]))[0] if match else ""
    return list(values(names)) if match else []


_NOT_LED = re.compile(
    r"\b(?:not|never|no|rather than|instead of|without|neither|nor|rarely|seldom|"
    r"who|those|someone|somebody|anyone|if)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_COUNTED = re.compile(rf"^{_NUMBER}(?:\s*(?:to|and|or|[-–])\s*{_NUMBER})?\s+", re.IGNORECASE)
_GOES_ON = re.compile(
    r",?\s+(?:who|which|that|within|with|in|on|at|to|as|while|when|across|for|from|by)\s|,?\s+and\s+(?=\w+s\s+(?:the|an?|to)\s)"
)


_EMPLOYER = re.compile(
    r"^(?:(?:the|das|die|der|le|la|el)\s+)?(?P<name>(?-i:[A-Z])[^,;:!?]{1,60}?)(?:,?\s+(?:located|based|"
    r"headquartered)\s+in\s+[^,;]{2,40}?,?|,\s+[^,;.]{3,60},)?\s+"
    r"(?:(?:is|are|has|have|was)\s[^;.]{2,60}?,?\s(?:and|so)\s(?:now\s)?we(?:['’]re|\sare)\s(?:now\s)?(?:looking\sfor|"
    r"seeking|hiring|recruiting)|is\s+(?:currently\s+|now\s+|actively\s+)?(?:looking\s+for|seeking|hiring|recruiting|searching\s+for)"
    r"|seeks(?=\s+an?\s)|has\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:openings?|vacanc(?:y|ies)|positions?)\s+(?:for|available)|"
    r"sucht|recrute|recherche|busca)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "&",
        "for",
        "in",
        "at",
        "del",
        "de",
        "la",
        "le",
        "du",
        "des",
        "für",
        "der",
        "und",
        "y",
    }
)


def employer(sentence: str) -> str:
    """Give the name of the organization that a sentence says to look for somebody; empty where it names none.

    >>> employer("Brightcargo Ltd located in Porto has an immediate opening for a planner."), employer("We are hiring.")
    ('Brightcargo Ltd', '')
    """
    match = _EMPLOYER.match(sentence)
    words = match["name"].split() if match else []
    proper = all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in words)
    return " ".join(words) if proper and words[:1] not in (["We"], ["This"], ["It"], ["Our"], ["Who"]) else ""


_EMPLOYERS = re.compile(
    r"^(?:(?:typical|common|main|major|potential|possible|usual) )?(?:employers|"
    r"places of work) (?:also )?(?:include|are):? "
    r"(?P<names>.+)$",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"^(?:(?:may|can|might|could|will|often|usually|typically|mainly|mostly|generally|commonly|also|either|"
    r"primarily) )*"
    r"(?:work|works|find work|find jobs|(?:are|is|be) (?:\w+ly )?(?:found|employed|hired|needed)) (?:in|at|within) "
    r"(?P<names>.+)$",
    re.IGNORECASE,
)


_ASIDE = re.compile(r",?\s(?:such as|including|like|who|which|that|where|with|to|as|while|when)\s")


def employers(sentence: str, said: str = "") -> list[str]:
    """Give where a sentence says that a role is employed; ``said`` is what it says behind the role as its subject.

    >>> employers("Employers include port authorities, shipyards and navies.")
    ['port authorities', 'shipyards', 'navies']
    >>> employers("Most riggers work in shipyards or for the navy.", "work in shipyards or for the navy.")
    ['shipyards', 'navy']
    """
    match = _EMPLOYERS.match(sentence) or _WORKING.match(said)
    names = match["names"] if match else ""
    bare = re.sub(r"\b(and|or) (?:in|at|for|by|within) ", r"\1 ", _ASIDE.split(names)[0].strip(" ."))
    return list(values(bare)) if names else []


_UNIT = re.compile(
    r"^(?:as (?:an? )?|(?:you(?:['’]ll| will)|the \w+ (?:is|will be)) (?:be )?(?:joining|join|part of|an? )?\s*)"
    r"(?:(?:key|core|integral|senior|new|valued) )?(?:members? of|part of)?\s*(?:the |our |[\w&]+['’]s? )"
    r"(?P<name>[\w&/ -]{2,50}?\b(?:team|department|division|group|unit|squad|office|directorate|section|branch|"
    r"function|crew|committee|guild|tribe))\b",
    re.IGNORECASE,
)


_JOINING = re.compile(
    r"\bto join (?:our|the) (?:(?:busy|friendly|growing|small|large|new|dynamic|"
    r"existing|established|fantastic|great) )*"
    r"(?P<name>(?:[\w&/-]+ ){1,4}?(?:team|department|division|unit|crew))\b",
    re.IGNORECASE,
)
_SITS = re.compile(
    r"^(?:also )?(?:(?:is|are|serves? as|acts? as) (?:(?:one of|an?|the|all) )*(?:[\w-]+ ){0,2}?members? of|sits? on|"
    r"serves? on|belongs? to|(?:mainly |usually |typically )?works? (?:in|for|within|as part of)) (?:the |"
    r"our |an? )?(?P<name>(?:(?!(?:the|an?|all|whole|of|on|in|for|at|with|to|by)\b)[\w&/-]+ ){0,5}?"
    r"(?:team|committee|board|council|panel|department|group|division|unit|crew))\b",
    re.IGNORECASE,
)


_MEMBER = re.compile(
    r"^(?:the|an?) member of (?:the |our )?(?P<name>(?:[\w&/-]+ ){1,4}?(?:team|committee|board|council|department|crew|"
    r"group|unit))\b",
    re.IGNORECASE,
)


def unit(sentence: str, said: str = "") -> str:
    """Give the team of which a sentence says the role is a member; empty where it names none.

    ``said`` is what the sentence says behind the role as its subject.

    >>> unit("As a member of Acme's port security team, you will guard the gate."), unit("The team is large.")
    ('port security team', '')
    >>> unit("The purser sits on the club board.", "sits on the club board.")
    'club board'
    """
    match = _UNIT.match(sentence) or _SITS.match(said) or _MEMBER.match(sentence) or _JOINING.search(sentence)
    return match["name"] if match else ""


_JUDGED = re.compile(
    r"^(?:we|you|your|the manager|the (?:role|success|performance)|success|performance|this role|how)\b[\w ]{0,40}?"
    r"\b(?:measured?|judged?|assess(?:ed)?|evaluated?)\b[^.;,]{0,40}? (?:by|on|against|through):? (?P<names>[^.;]+)",
    re.IGNORECASE,
)
_METRICS = re.compile(
    r"^(?:the )?(?:(?:common|typical|usual|key|main|core|important|some|other) )*(?:(?:performance |success )?"
    r"(?:indicators|metrics|measures|criteria)|(?:performance|success) goals|kpis)"
    r"(?: (?:for|of|in) [\w ]{2,40}?)? (?:include|are):?\s+(?P<names>.+)$",
    re.IGNORECASE,
)


_SAID_TO_BE = re.compile(
    r"^(?:(?:will|may|can|should) be |(?:is|are|gets?) )(?:(?:\w+ly|often|mostly) )?(?:judged|evaluated|assessed|rated|"
    r"known|appraised) (?:\w+ly )?(?:by|on|against|through) (?P<names>[^.;]+)",
    re.IGNORECASE,
)


def metrics(sentence: str, said: str = "") -> str:
    """Give what a sentence says performance is measured by; empty where it says nothing of it.

    ``said`` is what it says behind the role as its subject.

    >>> metrics("Key performance indicators for a tiler include wall area and waste."), metrics("Goals are good.")
    ('wall area and waste.', '')
    >>> metrics("We judge how things are going by the number of falls."), metrics("We will measure the yard.")
    ('the number of falls', '')
    """
    match = _METRICS.match(sentence) or _JUDGED.match(sentence) or _SAID_TO_BE.match(said)
    return match["names"] if match else ""
