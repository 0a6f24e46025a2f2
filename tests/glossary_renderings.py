"""One glossary, written down in every way that people write glossaries down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple


class Term(NamedTuple):
    """A term: its name, abbreviation, other name, definition, what more its text says, and the term it points to."""

    name: str
    short: str
    other: str
    definition: str
    more: str = ""
    see: str = ""


TERMS = [
    Term(
        "Average handle time",
        "AHT",
        "",
        "The mean time that an agent spends on a call, hold time included.",
        "It has three parts: talk time, hold time and wrap-up.",
        "Service level",
    ),
    Term("Back office", "", "support office", "The part of a firm that has no contact with customers."),
    Term(
        "Business process outsourcing",
        "BPO",
        "",
        "The practice of handing a whole business process to another firm.",
        see="Offshoring",
    ),
    Term("Call deflection", "", "", "Steering callers to other channels before they reach an agent."),
    Term(
        "Captive centre",
        "",
        "in-house centre",
        "A site abroad that a firm owns and runs itself.",
        "Such sites are often in Poland; some have a thousand seats.",
        "Offshoring",
    ),
    Term(
        "Escalation",
        "",
        "",
        "Passing a case on to somebody with more authority.",
        "For example, a caller may ask for a supervisor.",
    ),
    Term("Knowledge base", "KB", "", "A collection of articles.", "Note: each article needs an owner."),
    Term("Offshoring", "", "", "Moving work to a country that is far away.", "Source: Trade handbook."),
    Term("Service level", "", "", "The share of calls that are answered within a set number of seconds."),
    Term("Shrinkage", "", "lost time", "Paid time in which agents are not available for calls."),
    Term("Workforce management", "WFM", "", "Planning how many agents are needed.", see="Shrinkage"),
]

HEADS: dict[str, str] = {
    "brackets": "{name} ({short})",
    "short first": "{short} ({name})",
    "square brackets": "{name} [{short}]",
    "labelled": "{name} (abbr. {short})",
    "comma": "{name}, {short}",
    "slash": "{name} / {short}",
    "dash": "{name} - {short}",
}
OTHERS: dict[str, str] = {
    "also called": "{text} Also called {other}.",
    "synonym": "{text} Synonym: {other}.",
    "also known as": "Also known as {other}. {text}",
}
POINTERS: dict[str, str] = {
    "see also": "{text} See also: {see}.",
    "in brackets": "{text} (see also {see})",
    "related": "{text} Related: {see}.",
    "confer": "{text} Cf. {see}.",
}


class Form(NamedTuple):
    """How an entry is written, what stands before and behind all of them, and the ending of the file."""

    entry: str
    ending: str = ".md"
    opening: str = ""
    closing: str = ""
    grouped: bool = True


FORMS: dict[str, Form] = {
    "items": Form("- {head}: {text}\n"),
    "bold items": Form("- **{head}**: {text}\n"),
    "bold items with the colon": Form("- **{head}:** {text}\n"),
    "items with dashes": Form("* {head} – {text}\n"),
    "code items": Form("- `{head}`: {text}\n"),
    "numbers": Form("1. {head}: {text}\n"),
    "bold numbers": Form("1. **{head}** – {text}\n"),
    "lines with dashes": Form("{head} — {text}\n"),
    "lines with colons": Form("{head}: {text}\n"),
    "lines with equal signs": Form("{head} = {text}\n"),
    "paragraphs": Form("{head}: {text}\n\n"),
    "bold above": Form("**{head}**\n{text}\n\n"),
    "bold and a blank line": Form("**{head}**\n\n{text}\n\n"),
    "bold without a sign": Form("**{head}** {text}\n\n"),
    "bold with a stop": Form("**{head}.** {text}\n\n"),
    "italics": Form("_{head}_: {text}\n\n"),
    "quotes": Form("> **{head}**: {text}\n\n"),
    "headings": Form("### {head}\n\n{text}\n\n"),
    "numbered headings": Form("### 1. {head}\n\n{text}\n\n"),
    "definition list": Form("{head}\n: {text}\n\n"),
    "details": Form("<details><summary>{head}</summary>\n\n{text}\n\n</details>\n"),
    "items within": Form("- {head}\n  - {text}\n"),
    "table": Form("| {head} | {text} |\n", opening="| Term | Definition |\n|---|---|\n"),
    "fields": Form("Term: {head}\nDefinition: {text}\n\n", grouped=False),
    "plain lines": Form("{head}\n{text}\n\n", ".txt", grouped=False),
    "lines in turn": Form("{head}\n{text}\n", ".txt", grouped=False),
    "lines far apart": Form("{head}\n\n{text}\n\n", ".txt", grouped=False),
    "indented": Form("{head}\n    {text}\n", ".txt", grouped=False),
    "tabs": Form("{head}\t{text}\n", ".txt", grouped=False),
    "dl": Form("<dt>{head}</dt><dd>{text}</dd>\n", ".html", "<dl>", "</dl>"),
    "headings of a page": Form("<h3>{head}</h3><p>{text}</p>\n", ".html"),
    "bold paragraphs": Form("<p><b>{head}</b>: {text}</p>\n", ".html"),
    "broken paragraphs": Form("<p><strong>{head}</strong><br>{text}</p>\n", ".html"),
    "items of a page": Form("<li><strong>{head}</strong> – {text}</li>\n", ".html", "<ul>", "</ul>"),
    "rows": Form("<tr><td>{head}</td><td>{text}</td></tr>\n", ".html", "<table>", "</table>"),
}


class Style(NamedTuple):
    """How the heads, the other names, the pointers and the groups of a rendering look."""

    head: str = "brackets"
    other: str = "also called"
    pointer: str = "see also"
    group: str = "none"
    more: bool = False
    small: bool = False


def rendered(form: Form, style: Style) -> str:
    """Write the glossary down."""
    body = "".join(_group(title, terms, form, style) for title, terms in _groups(style.group))
    if form.ending == ".html":
        return f"<html><body><h1>Contact centre glossary</h1>{body}</body></html>"
    return f"{body}\n" if form.ending == ".txt" else f"# Contact centre glossary\n\n{body}\n"


def _groups(kind: str) -> Iterator[tuple[str, list[Term]]]:
    keys: dict[str, Callable[[Term], str]] = {
        "letters": lambda term: term.name[0],
        "topics": lambda term: "Figures" if TERMS.index(term) > 6 else "Work at the desk",
    }
    for title, terms in groupby(TERMS, keys.get(kind, lambda _: "")):
        yield title, list(terms)


def _group(title: str, terms: list[Term], form: Form, style: Style) -> str:
    heading = (f"<h2>{title}</h2>" if form.ending == ".html" else f"## {title}\n\n") if title else ""
    entries = "".join(form.entry.format(head=_head(term, style), text=_text(term, style)) for term in terms)
    return f"{heading}{form.opening}{entries}{form.closing}\n"


def _head(term: Term, style: Style) -> str:
    name = term.name[0].lower() + term.name[1:] if style.small else term.name
    return HEADS[style.head].format(name=name, short=term.short) if term.short else name


def _text(term: Term, style: Style) -> str:
    text = (
        OTHERS[style.other].format(text=term.definition, other=term.other) if term.other else term.definition
    )
    text = POINTERS[style.pointer].format(text=text, see=term.see) if term.see else text
    return f"{text} {term.more}" if style.more and term.more else text


class Fields(NamedTuple):
    """How the fields of an entry are written below its name: the name, a field, and what stands between the two."""

    head: str
    field: str
    opening: str = ""


FIELDS: dict[str, Fields] = {
    "items": Fields("## {name}\n\n{definition}\n\n", "- {label}: {value}\n"),
    "bold items": Fields("## {name}\n\n{definition}\n\n", "- **{label}:** {value}\n"),
    "bold lines": Fields("### {name}\n\n{definition}\n\n", "**{label}:** {value}\n\n"),
    "headings": Fields("## {name}\n\n{definition}\n\n", "#### {label}\n\n{value}\n\n"),
    "rows": Fields(
        "## {name}\n\n",
        "| {label} | {value} |\n",
        "| Field | Value |\n|---|---|\n| Definition | {definition} |\n",
    ),
    "rows without titles": Fields(
        "## {name}\n\n", "| {label} | {value} |\n", "|  |  |\n|---|---|\n| Definition | {definition} |\n"
    ),
    "items within": Fields("- **{name}**: {definition}\n", "  - {label}: {value}\n"),
    "bold items within": Fields("- **{name}**: {definition}\n", "  - **{label}**: {value}\n"),
    "a definition within": Fields(
        "- **{name}**\n", "  - {label}: {value}\n", "  - Definition: {definition}\n"
    ),
}
LABELS = [
    {"short": "Abbreviation", "other": "Synonyms", "see": "See also"},
    {"short": "Acronym", "other": "Also known as", "see": "Related terms"},
    {"short": "Short form", "other": "Other names", "see": "Compare"},
]


def with_fields(form: Fields, labels: dict[str, str]) -> str:
    """Write the glossary down with a labelled field for each thing that is said of a term."""
    entries = (
        (form.head + form.opening).format(name=term.name, definition=term.definition)
        + "".join(
            form.field.format(label=label, value=getattr(term, field))
            for field, label in labels.items()
            if getattr(term, field)
        )
        for term in TERMS
    )
    return "# Contact centre glossary\n\n" + "\n".join(entries)
