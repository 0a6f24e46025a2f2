"""Skills in what a role requires: "3+ years of experience with SQL" asks for SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolegraph.extraction.names.abbreviations import spells
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import verb_forms

__all__ = ["asked", "skills"]

_VALUE_WORDS = (
    "strong|excellent|good|solid|great|deep|demonstrated|demonstrable|proven|hands-on|extensive|basic|"
    "working(?= knowledge)|some|"
    "relevant|prior|previous|in-depth|exceptional|outstanding|advanced|significant|substantial|"
    "thorough|comprehensive|recognized|sound|broad|well-developed|superior|clear|"
    "confident(?! (?:with|in|using)\\b)|first-hand|general|"
    "minimum|minimum of|at least|over|"
    "more than|approximately|around|ideally|preferably|an?|the|your|fundamental|(?:recent|industry|"
    "commercial|professional|related|"
    "directly related|similar|practical)(?=\\s+(?:\\w+\\s+)?(?:experience|knowledge|background|exposure|"
    "understanding)\\b)|"
    "expert|other|\\w+ly|current|valid|active(?= licen)|detailed|"
    "high(?! school)|high level of|highly|very|extremely|effective|any|also|usually|typically|real"
)
_VALUING = rf"(?:(?:{_VALUE_WORDS})(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+|\s+))*"
_YEARS = (
    r"(?:(?:\w+\s+\()?(?:\d+|one|two|three|four|five|six|seven|eight|ten)\s*\+?\)?\s*(?:(?:[-–—]|"
    r"to)\s*(?:\d+|three|four|five|six|seven|eight|ten)\s*)?\+?\s*(?:years?|"
    r"yrs?)\b['’]?\s*(?:of\s+)?(?:in\s+)?(?!$))?"
)
_HELD = (
    "experience|knowledge|understanding|proficiency|proficient|familiarity|familiar|expertise|"
    "background|exposure|track record|"
    "history|grasp|command|awareness|comfort|comfortable|confident|experienced|skilled|interest|passion|passionate|adept|"
    "well-versed|"
    "versed|qualification|qualified|appreciation|possession"
)
_HOLDING = (
    rf"(?:(?:{_HELD})(?:\s*(?:,|/|\band\b|\bor\b|&)\s*(?:{_HELD}|skills))*"
    r"(?:\s+(?:working\s+)?(?:with|in|of|using|for|at|on|about|to|as)\s+(?:working\s+with\s+)?|\s+(?=\w+ing\b)))?"
    r"(?:(?:an?\s+)?(?:wide\s+|broad\s+|large\s+|full\s+)?(?:variety|range|number|array)\s+of\s+)?"
)
_PERSON = (
    r"(?:you(?:['’]re| are|['’]ve got|['’]ve| have| bring| possess| hold| enjoy| love| like| thrive on|"
    r" care about| know| understand|"
    r" must have| should have| will have)\s+|has\s+|have\s+|having\s+|possess(?:es)?\s+|is\s+|be\s+|"
    r"enjoy(?:s)?\s+|knows?\s+|"
    r"understands?\s+|(?:(?:must|should)\s+have\s+)?(?:\w+ly\s+)?(?:completed|passed|obtained|earned)\s+|"
    r"(?:must|should|needs? to|has to)\s+be\s+(?!able\b)|able to\s+(?=\w))?"
)
# "Basic Life Support" values nothing.
_NAMED = (
    r"(?!(?-i:[AO][- ]levels?\b|(?:Basic|Advanced|General|High)\s+[A-Z][a-z]+\s+[A-Z][a-z])|high school\b)"
)
_BEFORE = re.compile(rf"^{_NAMED}{_PERSON}{_VALUING}{_YEARS}{_VALUING}{_HOLDING}{_VALUING}", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:[,(–—-]\s*)?(?:\b(?:desirable|preferred|useful|helpful|advantageous|beneficial|an advantage)"
    r",? but not (?:essential|required|necessary|mandatory|a must)\b.*"
    r"|\b(?:is|are|would be|will be)\s+(?:an?\s+|also\s+|highly\s+|strongly\s+|"
    r"very\s+|considered\s+)*"
    r"(?:plus|bonus|asset|advantage|required|preferred|desirable|desired|essential|must|welcome|beneficial|helpful|"
    r"advantageous|nice[ -]to[ -]have)\b.*|\b(?:optional|nice to have|a plus|preferred|desirable|required|"
    r"a bonus|needed|a must|or equivalent\b.*|"
    r"or (?:an? )?similar\b.*|or (?:a )?related\b.*)\b\)?)\s*$",
    re.IGNORECASE,
)
_OR_LIKE = re.compile(
    r"\s+or (?:an? )?(?:equivalent|similar)(?: (?:experience|qualification|level))?(?=,\s+\w|\s+(?:and|plus)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:\s*[,(–—]\s*(?:including|preferably|ideally|such as|e\.g|i\.e|for example|especially|"
    r"particularly|with|from|able|capable|"
    r"so|as well|whilst|gained|both)\b|\s+(?:that|which|who|so that|such as|like|including|able to|"
    r"whilst|while|when|where|because|"
    r"and able|and willing|as well as|(?:even )?(?:more|rather) than(?! \d)|"
    r"(?:used|gained|acquired|obtained|needed)\s+(?:in|for|to|by|through|with)|"
    r"in the (?:state|country|field)$)\b|(?<=skills)\s+(?:for|to|when|across|in order)\b|\s*[(\[]|\s[–—-]\s|:\s).*$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\sto\s+(?:\w+ly\s+)?(\w+)", re.IGNORECASE)
_JOINTS = re.compile(r"(\s*(?:,\s*(?:and|or|&)\s+|,\s+|\s+(?:and|or|&)\s+|\s*;\s*))")
_EMPTY = re.compile(
    r"^(?:or any .*|(?:(?:specific|unique|rare|right|certain) )?(?:mix|combination|blend|set|range)|"
    r"similar|equivalent|others?|more|related|etc|degree|skills?|experience|years?.*|field|plus|ability|both|"
    r"one|you|it|role|"
    r"work|team|people|tools?|a|an|the|not|no)\.?$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"^(?:[\w-]+(?:al|ive|ful|ous|ed|en|ing|able|ible|ic|ant|ent|ar|based)|clear|strong|verbal|oral)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:but|so|then|down|up|out|through|across|both|above|after|before|over|under|of|in|for|to|with|by|at|on|"
    r"including|ideally|preferably|perhaps|maybe|not|no|as|from|whether|if|how|we|our|(?-i:[iI]t)|this|these)\b"
    r"|\b(?:you|we|i|must|may|might|would|perhaps|maybe|had|is|are|was|were|been|don['’]t|doesn['’]t|we['’]\w+|"
    r"you['’]\w+)\b|\s(?:prefer|require|include)s?\b|[\"“”?!]",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"\b(?:ability|able|willingness|capacity|desire|willing|capability|aptitude|eagerness|commitment|"
    r"availability|flexibility)$",
    re.IGNORECASE,
)
_STRICT = re.compile(r"^[a-z-]+(?:al|ous|ic|ive|ful|able|ible|ary)$")
_MOST_WORDS = 8
_LONGEST_ABILITY = 10
_SOFT = en.words(
    "communication presentation negotiation leadership management organization organisation planning writing "
    "facilitation analysis coaching mentoring"
)
_TIED = "\ue000"  # stands for a space inside a name that is not to be split
_ABBREVIATED = re.compile(
    r"(?P<name>(?:[A-Z][\w-]*\s+(?:(?:and|of|for|in|the)\s+)?){2,8}?)\((?P<short>[A-Z][A-Za-z&/-]{1,9})\)\s*"
)


def skills(text: str) -> Iterator[str]:
    """Give the skills that a requirement names, what values or dates them taken off.

    >>> list(skills("3+ years of experience with SQL, Python and dbt"))
    ['SQL', 'Python', 'dbt']
    >>> list(skills("Excellent written and verbal communication skills (English)"))
    ['written and verbal communication skills']
    """
    if _UNNEEDED.search(text):
        return
    able = _ABILITIES.split(_ALSO_TO.sub(r", ability to ", text) if _ABLE.match(text) else text)
    if len(able) > 1:
        for part in able:
            for each in (part,) if _ABLE.match(part) else _COMMAS.split(part):
                yield from skills(each)
        return
    bare = _AFTER.sub("", _OR_LIKE.sub("", _unabbreviated(text.strip(" .;:")))).strip()
    named = _EXAMPLES.match(bare)
    generic = named is not None and " " not in _BEFORE.sub("", named["kind"], count=1).strip()
    bare = (
        named["names"]
        if named and generic
        else _purposeless(_AFTER.sub("", _CLAUSE.sub("", bare).strip(" ,")))
    )
    if (placed := _WITHIN.match(bare)) and not _OF_FIELD.search(bare):
        yield placed["name"]
        return
    valued = _BEFORE.sub("", bare, count=1)
    single = "a " if re.search(r"\ban?\s+$", bare[: len(bare) - len(valued)], re.IGNORECASE) else ""
    for part in _split(
        _SUBJECTS.sub(
            rf"\g<one>{_TIED}and{_TIED}\g<other>", single + _in_one_field(_PAIRED.sub(_tied, valued), text)
        )
    ):
        name = _BEFORE.sub("", part, count=1).strip(" ,.;:").replace(_TIED, " ")
        if _COUNTED.match(name) and (held := _WHAT_IS_HELD.search(bare)):
            name = held.group()
        kept = name and not _EMPTY.match(name) and not _NO_NAME.search(name) and not _is_finite(name)
        longest = _MOST_WORDS + 2 * bool(_ABILITY.search(name.split(" to ")[0]))
        if kept and len(name.split()) <= longest and any(map(str.isalpha, name)):
            yield name
    if _ONLY_YEARS.match(bare):
        yield bare
    years = re.search(r"\b\d+\s*\+?\s*years?['’]? (?:of )?(?:\w+ )?experience$", bare, re.IGNORECASE)
    if years:
        yield years.group()


# What one has done somewhere: "three years of experience in a warehouse" is no warehouse.
_WITHIN = re.compile(
    r"^.{0,60}?\b(?P<name>(?:work )?experience (?:of )?(?:working )?(?:in|at|within) an? [\w ,-]{3,60})$",
    re.I,
)
_OF_FIELD = re.compile(r"\b(?:field|role|language|area|discipline|or|and)\b", re.IGNORECASE)
_PAIRED = re.compile(
    r"\b[a-z]+(?:al|ical|ic) (?:or|and) [a-z]+(?:al|ical|ic) (?=[a-z]+(?:ing|ics|ure|ology|work|trade)\b)"
)
_SUBJECTS = re.compile(
    r"(?P<one>(?:GCSEs?|[AO][- ]levels?|qualifications?|diplomas?|certificates?|degrees?) in [^,;/]+?)"
    r" and (?P<other>(?!knowledge|experience|skills?)[\w-]+(?: [\w-]+)?)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:one|two|three|four|several|\d+) ", re.IGNORECASE)
_WHAT_IS_HELD = re.compile(
    r"(?:knowledge|experience|understanding|command) (?:of|with|in) .*$", re.IGNORECASE
)
_UNNEEDED = re.compile(
    r"(?<!but )\b(?:is|are|was|were)(?:n['’]t| not)\b|(?<!but )\bnot (?:required|needed|necessary|"
    r"essential|a must|asked for)\b|"
    r"^(?:no|neither) .{2,60}\b(?:required|needed|necessary|essential|asked for|expected)\b",
    re.IGNORECASE,
)
_APPLICANT = re.compile(
    r"^(?:(?:the|an?|our|all)\s+)?(?:(?:ideal|successful|qualified|strong|right|suitable|preferred)\s+)?"
    r"(?:candidates?|applicants?|volunteers?|incumbents?|post-?\s?holders?|(?:role|job|position) holders?|individuals?|"
    r"person)"
    r"(?:\s+for\s+(?:this|the)\s+(?:role|position|job|post))?\s+"
    r"(?:(?:must|should|will|would|needs? to|(?:is|are) expected to)\s+)?(?:also\s+|ideally\s+)?"
    r"(?:have|has|possess(?:es)?|exhibit|demonstrate|show|bring|hold|holds|knows?|(?:be|"
    r"is) (?:\w+ly )?(?=(?:proficient|"
    r"skilled|fluent|familiar|experienced)\b))\s*(?!(?:\w+ )?responsibilit)(?P<asked>.+)$"
    r"|^(?:we |i )?(?:would |will )?(?:also )?(?:expect|ask|require|want|like) "
    r"(?:all )?(?:candidates|applicants|you|the (?:post ?holder|successful candidate)) to (?:also )?"
    r"(?:have|hold|possess|bring|show|know)\s+(?P<expected>.+)$"
    r"|^what (?:really )?(?:matters|counts|we need|we look for|we ask for|we value|you need)(?: most|"
    r" here)? (?:is|are) "
    r"(?P<mattering>.+)$"
    r"|^(?!(?:no|not|none|nothing|neither)\b)(?P<wanted>[^.;:]{2,100}?) (?:is|are|would be|will be|may be)"
    r" (?:(?:also|an?|highly|very|strongly|absolutely|definitely|of) )*(?:essential|desirable|desired|required|needed|"
    r"necessary|preferred|welcome|useful|helpful|beneficial|advantageous|advantage|plus|bonus|asset|must|expected|nice)\b"
    r"(?! (?:to|that|for|by|of)\b).*$"
    r"|^(?:(?:this|the|both|all) (?:role|position|job|post|work|class)s? )?"
    r"(?:(?:typically|usually|generally|normally|often|also|frequently|may|will|can) )*(?:requires?|"
    r"demands|calls for|rewards)\s+"
    r"(?!(?:(?:some|occasional|regular) )?(?:weekend|evening|night|overtime|shift)|"
    r"(?:you|us|that|travel|frequent|occasional|working|being|some|sitting|standing|lifting|to|the use)\b)"
    r"(?P<needed>.+)$"
    r"|^(?:(?:they|you|he or she|she|he) )?(?:must|should|needs? to|has to|required to)\s+(?:also\s+)?"
    r"(?:have|possess|demonstrate|show|exhibit|know|understand|hold|bring)\s+(?!how\b|that\b|when\b|to\b)(?P<bare>.+)$"
    r"|^(?:being|becoming|working as|to (?:be|become|work as)) an? [\w -]{3,50}? (?:requires?|takes|"
    r"calls for|demands)\s+"
    r"(?P<being>.+)$"
    r"|^(?:employers|(?:most|many|some|all|typical) (?:[\w-]+ )?(?:postings|employers|adverts|ads|jobs|positions|roles|"
    r"companies|firms|"
    r"organi[sz]ations|schools|hospitals|agencies|states))\s+(?:also )?(?:ask for|require|look for|expect|"
    r"(?<!^employers )want|prefer|seek|value)\s+"
    r"(?P<posted>.+)$"
    r"|^(?P<vital>[\w][\w ,-]{2,60}?\b(?:skills|abilities|knowledge|experience|qualifications))\s+(?:is|are) (?:also )?"
    r"(?:\w+ly )?(?:important|essential|vital|key|crucial|critical|needed|required|necessary|a must)\b.*$"
    r"|^(?:(?:they|you|he or she|she|he) )?(?:must|should|needs? to|has to|"
    r"have to) (?:also )?be (?=(?:[\w-]+,? )?(?:\w+-working|"
    r"(?!(?:able|liable|eligible|responsible|accountable|available|aware|present|ready|any|every|only|currently)\b)"
    r"(?:familiar|experienced|skilled|[\w-]+(?:able|ible|ive|ful|ous|ent|ant|al|ic|ly|y|"
    r"ate)))\b)(?P<being_so>[^.;]+?)(?= and (?:willing|able|"
    r"have|must)|$)"
    r"|^(?:(?:they|you|he or she|she|he) )?(?:(?:also|typically|usually|must|should|"
    r"will) )?possess(?:es)?\s+(?P<held>.+)$"
    r"|^(?:(?:they|you)(?:['’]ll| will| would)? )?(?:also )?needs? (?!to\b|a break\b)(?P<lacking>.+)$",
    re.IGNORECASE,
)
_WHO_HAVE = re.compile(
    r"^(?:candidates|applicants|people|those|someone) (?:with|who (?:have|has))\s+", re.IGNORECASE
)
_SOUGHT = re.compile(
    r"\b(?:(?:an?|the)\s+(?P<enough>(?:[\w'’-]+\s){0,4}?(?:diploma|degree|certificate|licen[cs]e))\s+(?:is|are|"
    r"may be)\s+"
    r"(?:(?:usually|often|typically|generally|also)\s+)*(?:enough|sufficient|required|needed|necessary|preferred)\b.*$)"
    r"|\b(?:(?:prefer|seek|want)\s+(?:candidates|applicants)\s+(?:with|who have)\s+(?P<preferred>[^,;]+))"
    r"|\b(?:seek(?:s|ing)?|looking for|wants?|hiring|needs?|like|love|after|suits?|hear from)\s+(?:an?\s.{0,80}?\b)?"
    r"(?:candidate|person|individual|professional|someone|somebody|anyone|people)\s+"
    r"(?:with|who (?:has|have|possess(?:es)?|holds?|knows?|brings?))\s+(?P<asked>.+)$",
    re.IGNORECASE,
)
_AND_DOES = re.compile(r",?\s+and\s+(?:will|must|should|be|is|are|can)\b.*$", re.IGNORECASE)
_IN_A_ROLE = re.compile(
    r"^(?:at least |minimum (?:of )?)?\d+.{0,8} years? (?:in|of|as) an?\s+", re.IGNORECASE
)


def asked(sentence: str) -> str:
    """Give what a sentence asks of those who apply; empty where it asks nothing of them.

    >>> asked("The ideal candidate will have good judgment."), asked("Must demonstrate tact."), asked("We ship.")
    ('good judgment', 'tact', '')
    """
    text = sentence.strip(" .;")
    match, sought = _APPLICANT.match(text), _SOUGHT.search(text)
    if match is None:
        return sought[sought.lastgroup or 0] if sought else ""
    text = match[match.lastgroup or 0]
    if _NOTHING.match(text):
        return ""
    if match.lastgroup == "wanted" and not _CREDENTIAL.search(text):
        return ""  # "Travel is required"
    text = re.sub(
        r",? and (?:also )?(?:hold|have|possess|bring) (?=an?\b|the\b|good\b|at least\b)", ", and ", text
    )
    return _AND_DOES.sub("", _IN_A_ROLE.sub("", _WHO_HAVE.sub("", text)))


_NOTHING = re.compile(r"(?:neither|no|not|none|nothing|little)\b", re.IGNORECASE)
_CREDENTIAL = re.compile(
    r"\b(?:skills?|abilit(?:y|ies)|knowledge|experience|qualifications?|certificates?|certifications?|licen[cs]es?|"
    r"degrees?|diplomas?|checks?|registrations?|understanding|familiarity|background|fluency|fluent|command|"
    r"memberships?|accreditations?|clearance|english|german|french|spanish|mandarin|welsh|italian|polish|dutch)\b",
    re.IGNORECASE,
)
_ONLY_YEARS = re.compile(
    r"\d+\s*(?:[-–]\s*\d+\s*)?\+?\s*years(?: for (?:an? )?[\w-]+(?: level)?)?$", re.IGNORECASE
)
_COMMAS = re.compile(r",\s+(?:and\s+)?")
_ABLE = re.compile(r"(?:the\s+|an?\s+)?(?:\w+\s+)?(?:ability|capacity)\s+to\b", re.IGNORECASE)
_ABILITIES = re.compile(
    r"(?:[,;]\s+(?:and\s+)?|\s+and\s+(?=the\s|an?\s))(?:the\s+|an?\s+)?(?=(?:ability|capacity)\s+to\b)",
    re.IGNORECASE,
)
_ALSO_TO = re.compile(r",?\s+and\s+to\s+(?=[a-z])")


def _tied(match: re.Match[str]) -> str:
    """Keep two adjectives of one noun together: "mechanical or electrical engineering"."""
    return match[0].replace(" ", _TIED)


_EXAMPLES = re.compile(
    r"^(?P<kind>.+?),?\s+(?:such as|like|including|e\.g\.?,?)\s+(?P<names>[^()]+)$", re.IGNORECASE
)


def _purposeless(text: str) -> str:
    """Cut an infinitive that says what for; an ability keeps its own."""
    for match in _PURPOSE.finditer(text):
        able = _ABILITY.search(text[: match.start()]) or text[: match.start()].endswith(match[1])
        if not able and verb_forms().get(match[1].lower()) == match[1].lower():
            return text[: match.start()]
    return text


def _split(text: str) -> Iterator[str]:
    """Split a list of skills; "written and verbal communication" is one, "leading or supporting teams" too."""
    if _ABILITY.search(text.split(",")[0].split(" to ")[0]):
        yield _able(text)
        return
    pieces = _JOINTS.split(text)
    whole = _is_deed(pieces) or (len(pieces) == 3 and " of " in pieces[0] and " " not in pieces[2])
    whole = whole or _is_paired(pieces)
    if whole and len(text.split()) <= _MOST_WORDS:
        yield text
        return
    pending = ""
    for number in range(0, len(pieces), 2):
        part, joint = pieces[number], pieces[number + 1] if number + 1 < len(pieces) else ""
        if joint and _describes_next(part, joint, pieces[number + 2]):
            pending += part + joint
        elif not (number and _is_base(part) and " to " in pieces[number - 2]):
            yield pending + part + _shared(part, pieces[-1])
            pending = ""


_DEGREES = re.compile(
    r"(?:associate|bachelor|master|doctor|doctoral|graduate|ph\.?d)(?:['’]?s)?", re.IGNORECASE
)


def _in_one_field(text: str, whole: str) -> str:
    """Leave out the fields in which a degree is taken instead: "Bachelor's degree in law, history or the like"."""
    match = _DEGREE_IN.match(text)
    other = match is not None and re.search(r"\bor\b|/", whole.partition(match[0])[2]) is not None
    return text[: match.end()] if match and other else text


_DEGREE_IN = re.compile(
    r"(?:(?:[\w'’.]+ ){0,4}?degree|diploma|(?:BA|BSc?|MSc?|MA|PhD)) in [^,/;]+?(?=,? (?:or|and/or) |, |/)",
    re.IGNORECASE,
)


def _shared(part: str, last: str) -> str:
    """Give the noun that a word has in common with the last of a list: "filing, typing and keyboarding skills"."""
    words = last.split()
    alike = len(words) == 2 and words[1] in ("skills", "abilities") and part != last
    return f" {words[1]}" if alike and " " not in part and part.islower() else ""


def _is_paired(pieces: list[str]) -> bool:
    """Tell two activities with one and the same object: "risk identification and mitigation"."""
    if len(pieces) != 3 or pieces[1].strip() not in ("and", "&"):
        return False
    first, second = pieces[0].lower().split(), pieces[2].lower().split()
    return len(first) > 1 and len(second) == 1 and all(each[-1].endswith(_ACTS) for each in (first, second))


_ACTS = ("ation", "ution", "ition", "ption", "ment", "ance")


def _describes_next(part: str, joint: str, following: str) -> bool:
    """Tell an adjective before "and", or in a list of adjectives, from a skill."""
    bare, after = _BEFORE.sub("", part, count=1).split(), following.split()
    if not bare or not after:
        return False
    if joint.strip() in ("or", "or a", "/") and _DEGREES.fullmatch(" ".join(bare)) and "degree" in after[1:2]:
        return True
    if joint.strip() == "or" and re.match(r"(?:.*\s)?an?\s+[\w-]+$", part) and len(after) > 1:
        return after[0].lower() not in en.DETERMINERS  # "a warehouse or inventory system"
    if joint.strip() in ("and", "or", "&"):
        shares = bare[0].lower() in _SOFT and after[-1] in ("skills", "abilities")
        shares = shares or (after[-1] == "experience" and len(after) > 1 and " ".join(bare) == part)
        return len(bare) == 1 and (shares or bool(_ADJECTIVE.match(bare[0])))
    return bool(_STRICT.search(bare[-1])) and (
        len(bare) == 1 or (len(after) == 1 and bool(_STRICT.search(after[0])))
    )


def _able(text: str) -> str:
    """Cut what somebody is able to do to a length that a name can have: at a comma, else at a preposition."""
    short = text.split(",")[0].strip()
    later = text[len(short) :].strip(" ,").split()
    described = (
        short.endswith("y") and len(later) > 1 and _ADJECTIVE.match(later[0])
    )  # "messy, unpleasant work"
    if len(short.split()) > _LONGEST_ABILITY or _ADJECTIVE.match(short.split()[-1]) or described:
        short = text
    words = short.split()
    if len(words) <= _LONGEST_ABILITY:
        return short
    ends = [n for n in range(5, _LONGEST_ABILITY + 1) if words[n].lower() in en.PREPOSITIONS]
    return _LEFT_OVER.sub("", " ".join(words[: ends[-1]])) if ends else _JOINTS.split(short)[0]


_LEFT_OVER = re.compile(
    r"\s+(?:in (?:accordance|line|compliance|conjunction|addition|order)|according|and|or|as)$"
)


def _unabbreviated(text: str) -> str:
    """Leave out abbreviations in brackets, and tie the words together that one abbreviates."""

    def bare(match: re.Match[str]) -> str:
        name = match["name"]
        return name.replace(" and ", f"{_TIED}and{_TIED}") if spells(match["short"], name) else name

    return _ABBREVIATED.sub(bare, text)


def _is_base(part: str) -> bool:
    """Tell a part that goes on with a verb: "and develop tests"."""
    first = part.split()[0].lower()
    return verb_forms().get(first) == first


def _is_finite(name: str) -> bool:
    """Tell what somebody does or did ("believes in", "hired teams") from what is known."""
    if name.istitle() or (name.split()[1:2] and name.split()[1][:1].isupper()):
        return False  # "Certified Public Accountant"
    first = name.split()[0].lower()
    verb = verb_forms().get(first, first)
    return first != verb and first.endswith(("s", "ed")) and verb not in en.NOUNS_FIRST and " " in name


def _is_deed(pieces: list[str]) -> bool:
    """Tell "building and running APIs", which has one gerund or several before its objects, from nouns."""
    words = _BEFORE.sub("", pieces[0], count=1).split()
    if not words or not words[0].endswith("ing") or words[0].lower() not in verb_forms() or len(pieces) < 3:
        return False
    later = any(piece.split()[:1] and piece.split()[0].endswith("ing") for piece in pieces[2::2])
    return later if len(words) == 1 else not later
