"""What a page of a role is named after where no heading names it: a label, a sentence, or whom the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from rolegraph.extraction.names.heads import without_brackets
from rolegraph.extraction.roles.fields import Field, fields
from rolegraph.extraction.roles.holders import named_first
from rolegraph.extraction.roles.role_subjects import STATING_LABEL, TITLE_LABEL, plural_subject, spoken_of
from rolegraph.readers import Heading, Item, Paragraph, Table

if TYPE_CHECKING:
    from rolegraph.extraction.roles.role_titles import RoleTitles
    from rolegraph.readers import Block, Document

__all__ = ["implied_title", "spoken_title", "stated_title"]

_FIRST = 12
_ABOVE = 4  # lines that can stand above a title
_SHORTEST = 4
_LONGEST = 8
_HEADLINE = 10
_OPENING = 3
_JOBS = re.compile(
    r"\b(?:duties|job (?:titles?|descriptions?)|careers?|salary|employers?|responsibilities|qualifications)\b",
    re.IGNORECASE,
)
_OF_JOBS = re.compile(
    r"\b(?:jobs?|roles?|positions?|duties|responsibilities|skills|careers?|vacanc(?:y|ies)|volunteers?|"
    r"description|openings?)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:description|introduction|overview|summary|about|the role|role)$", re.IGNORECASE)
_BEGUN = re.compile(
    r"An? ([\w/&-]+(?: [\w/&-]+){0,4}?)(?: \([^()]*\))?(?:, also (?:called|known as) [^.;]{3,80},)? (?:works\b|helps\b|"
    r"is (?:an?|the|someone|one|responsible|in charge)\b)"
)
_NAMING = (
    re.compile(r"\b[Aa]s an? ((?:[A-Z][\w&/-]*\s?(?:of )?){1,5}), you\b"),
    re.compile(r"\b(?:looking for|seeking|hiring) an? (?:[a-z-]+ ){0,3}((?:[A-Z][\w&/-]*\s?){1,5})"),
)


def implied_title(document: Document, blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Find the role of a page whose headings name none.

    A field tells it ("Role: …"), a sentence ("As a data engineer, you will …"), a heading that asks ("What a baker
    does"), the first words of the page, or the name of the file.
    """
    if stated := stated_title(blocks, titles):
        return stated
    if any(isinstance(block, Heading) and titles.read(block.span.text) for block in blocks):
        return ""
    stem = document.name.rpartition("/")[2].rpartition(".")[0]
    spans = [block.span for block in blocks if isinstance(block, Paragraph | Item)][:_FIRST]
    below = (
        after.span.text.strip()
        for block, after in pairwise(blocks[:_FIRST])
        if isinstance(block, Heading | Paragraph) and isinstance(after, Paragraph)
        if TITLE_LABEL.fullmatch(block.span.text.strip(" :*")) and len(after.span.text.split()) <= _LONGEST
    )
    labelled = [
        _value(field) for span in spans for field in fields(span) if TITLE_LABEL.fullmatch(field.label)
    ]
    labelled += list(_in_tables(blocks))
    found = (match[1] for span in spans for pattern in _NAMING if (match := pattern.search(span.text)))
    named = (re.split(r"\s*[(.,]", each)[0].strip() for each in found)
    file = re.sub(r"[_-]+", " ", stem).strip()
    above = takewhile(lambda block: isinstance(block, Paragraph), blocks[:_ABOVE])
    heads = (block.span.text for block in above if isinstance(block, Paragraph))
    short = [text for text in heads if len(text.split()) <= _HEADLINE and not text.endswith((".", ":"))]
    headline = next((title for text in short if (title := titles.read(text))), None)
    labelled += [headline.label] if headline else []
    labelled += [re.split(r"\s+[–—-]\s+|\s*[(.,]", each)[0] for each in below]
    told = _told_of(blocks, titles).capitalize()
    named_file = len(file) > _SHORTEST and not _LISTING_FILE.search(file)
    file = _longer_name(file, blocks, titles) if named_file else ""
    candidates = [*labelled, *named, told, file.capitalize() if file.islower() else file]
    known = next((each for each in candidates if titles.names_role(each)), "")
    if not known and titles.looks_like_role(told) and any(map(_speaks_of_jobs, blocks)):
        return told
    return (
        known or next((each for each in labelled if titles.can_name(each)), "") or _asked_of(blocks, titles)
    )


def _in_tables(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the titles that rows of two cells state: "Job title | Exams officer"."""
    for block in blocks[:_FIRST]:
        rows = [block.header, *(row.cells for row in block.rows)] if isinstance(block, Table) else []
        pairs = [cells for cells in rows if len(cells) == 2]
        labels = any(_PROFILED.match(label.text) for label, _ in pairs)
        for label, value in pairs if labels else ():
            if TITLE_LABEL.fullmatch(label.text.strip(" :*")):
                yield re.split(r"\s*[(.,]|\s[–—-]\s", value.text)[0].strip()


_PROFILED = re.compile(
    r"(?:reports? to|department|location|grade|salary|hours|team|purpose|responsib|line manage|division|contract|"
    r"abteilung|vorgesetzt|berichtet|arbeitsort|standort|unterstell|eingruppierung|service|rattach|lieu|supérieur|"
    r"departamento|depende|reporta|ubicación|superior)",
    re.IGNORECASE,
)


def stated_title(blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Give the title that the one label "Job title: …" near the top of a page states; else nothing."""
    spans = [block.span for block in blocks if isinstance(block, Paragraph | Item)]
    found = [field for span in spans for field in fields(span) if STATING_LABEL.fullmatch(field.label)]
    first = {id(span) for span in spans[:_FIRST]}
    if len(found) != 1 or not any(id(span) in first and found[0].span.text in span.text for span in spans):
        return ""
    text = found[0].span.text[found[0].value :].strip(" .*_")
    bare = re.split(r"\s+at\s+(?:the\s+)?(?=[A-Z])|\s*[(.,]|\s[–—-]\s", text)[0]
    title = titles.read(text)
    return title.label if title else bare if titles.can_name(bare, sure=True) else ""


def _longer_name(name: str, blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Give the name of a file, or the longer one by which the text speaks of the same: "clerk.txt" on a ward clerk."""
    spoken = spoken_title(blocks, titles)
    return spoken if spoken.lower().endswith(f" {name.lower()}") else name


def spoken_title(blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Find the one role that a page speaks of whose title only says that it is about some job."""
    first = next((block.span.text for block in blocks if isinstance(block, Heading)), "")
    if (first and not _OF_JOBS.search(first)) or not any(map(_speaks_of_jobs, blocks)):
        return ""
    counts = spoken_of(blocks)
    roles = [name for name in counts if titles.names_role(name) or titles.looks_like_role(name)]
    roles = roles or [name for name in counts if counts[name] > 1 and titles.may_be_role(name)]
    if not roles or 2 * counts[roles[0]] <= sum(counts[name] for name in roles):
        return ""
    return roles[0][:1].upper() + roles[0][1:]


def _speaks_of_jobs(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and _JOBS.search(block.span.text) is not None


def _told_of(blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Give the one role that headings ask about ("What a baker does"), else the one that the page begins with."""
    asked = (titles.asked(block.span) for block in blocks if isinstance(block, Heading))
    names = list(dict.fromkeys(span.text.lower() for span in asked if span))
    if names and _is_on_other(blocks, titles):
        return ""
    opening = next((block for block in blocks[:_OPENING] if isinstance(block, Paragraph)), None)
    leads = all(not isinstance(block, Heading) or _LEADS.match(block.span.text) for block in blocks[:1])
    first = opening if leads else None
    begun = _BEGUN.match(first.span.text) if isinstance(first, Paragraph) else None
    if names:
        return names[0] if len(names) == 1 else ""
    return (
        begun[1].lower() if begun else plural_subject(first.span.text) if isinstance(first, Paragraph) else ""
    )


def _is_on_other(blocks: Sequence[Block], titles: RoleTitles) -> bool:
    """Tell a page whose title its first sentence defines, be it that a question further down is on a role."""
    title = blocks[0] if blocks else None
    first = next((block.span.text for block in blocks if isinstance(block, Paragraph)), "")
    if not isinstance(title, Heading) or titles.asked(title.span):
        return False
    return named_first(first, without_brackets(title.span.text)).startswith(("is ", "are "))


def _asked_of(blocks: Sequence[Block], titles: RoleTitles) -> str:
    """Give the one name that a heading asks about on a page that speaks of a job: "What does a sexton do?"."""
    lived = any(isinstance(block, Heading) and _LIFE.match(block.span.text) for block in blocks)
    if not lived and not any(
        isinstance(block, Paragraph) and _WORK.search(block.span.text) for block in blocks
    ):
        return ""
    asked = (titles.asked(block.span, sure=True) for block in blocks if isinstance(block, Heading))
    names = list(dict.fromkeys(span.text.lower() for span in asked if span))
    return names[0].capitalize() if len(names) == 1 else ""


_LISTING_FILE = re.compile(r"\b(?:roles|jobs|positions|titles|people)$", re.IGNORECASE)  # "audit-roles.txt"
_LIFE = re.compile(
    r"(?:(?:a|one) )?(?:day|week) in the life of\b|(?:life|working|being|a career) as an?\b", re.IGNORECASE
)
_WORK = re.compile(r"\b(?:duties|salary|employers?|careers?|wages?)\b", re.IGNORECASE)


def _value(field: Field) -> str:
    return re.split(r"\s*[(.,]", field.span.text[field.value :])[0].strip(" *_")
