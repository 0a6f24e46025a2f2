"""Documents of any length: a glossary in each form, and patterns that parsers stumble over."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from html import escape

__all__ = ["FORMS", "FRAMES", "PATTERNS"]

_WORDS = ("agent", "queue", "ticket", "shift", "caller", "script", "policy", "vendor", "budget", "invoice")
_SEED = 7


def _entries(size: int, around: int) -> Iterator[tuple[str, str]]:
    """Yield terms with definitions until they, with what stands around each, have a length."""
    numbers = random.Random(_SEED)
    written = number = 0
    while written < size:
        number += 1
        one, two, three, four, five = numbers.choices(_WORDS, k=5)
        term = f"{one.capitalize()} {two} {number}"
        text = f"A {three} that {four} managers use for the {two}. It includes {five} and {one} work."
        written += len(term) + len(text) + around
        yield term, text


def _text(line: str) -> Callable[[int], bytes]:
    """Make a form of a line with a place for the term and one for the definition."""
    around = len(line.format("", ""))
    return lambda size: "".join(line.format(*entry) for entry in _entries(size, around)).encode()


def _headed(head: str, line: str, foot: str = "") -> Callable[[int], bytes]:
    return lambda size: head.encode() + _text(line)(size) + foot.encode()


def _json(size: int) -> bytes:
    return json.dumps([{"term": term, "definition": text} for term, text in _entries(size, 30)]).encode()


def _sheet(size: int) -> bytes:
    rows = (f'"{term}","{text}"\r\n' for term, text in _entries(size, 7))
    return ("Term,Definition\r\n" + "".join(rows)).encode()


def _word(size: int) -> bytes:
    """Give a Word document whose text has a length; its bytes are fewer."""
    from docx import Document

    document = Document()
    for term, text in _entries(size, 2):
        paragraph = document.add_paragraph()
        paragraph.add_run(term).bold = True
        paragraph.add_run(f": {text}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _zip(size: int) -> bytes:
    """Give an archive of many small documents whose texts together have a length."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (term, text) in enumerate(_entries(size, 4)):
            archive.writestr(f"terms/{number}.md", f"# {term}\n\n{escape(text)}\n")
    return file.getvalue()


# The name of each ends as its file's name does; those of forms that no reader knows are left out.
FORMS: dict[str, Callable[[int], bytes]] = {
    "list.md": _text("- {}: {}\n"),
    "headings.md": _text("## {}\n\n{}\n\n"),
    "table.md": _headed("| Term | Definition |\n|---|---|\n", "| {} | {} |\n"),
    "article.md": _headed("# Agent\n\nAn agent is a person.\n\n", "The agent owns the {}. {}\n"),
    "parts.md": _headed(
        "# Agent\n\nAn agent is a person.\n\n",
        "## What is a {0}?\n\nA {0} is a rule for agents. {1}\n\n- **Plan of {0}**: what agents do by day\n\n"
        "## Related terms\n\n[Rule of {0}](rules.md), [Day of {0}](days.md)\n\n",
    ),
    "roles.md": _headed(
        "# Roles\n\n",
        "## {0} manager\n\n{1}\n\n### Responsibilities\n\n- Plan the {0}\n- Book rooms for the {0}\n\n"
        "### Skills\n\n- Radio\n- Tide tables\n\n",
    ),
    "pairs.txt": _text("{}\n{}\n\n"),
    "lines.txt": _text("{}: {}\n"),
    "terms.docx": _word,
    "terms.zip": _zip,
    "terms.csv": _sheet,
    "terms.json": _json,
    "terms.yaml": _text('- term: "{}"\n  definition: "{}"\n'),
    "terms.html": _headed("<html><body><dl>\n", "<dt>{}</dt><dd>{}</dd>\n", "</dl></body></html>\n"),
}

# What stands before a pattern: in Markdown it is the prose of an article, in a plain text the definition of an item.
FRAMES = {
    ".md": "# Agent\n\nAn agent is a person who answers calls.\n\n",
    ".txt": "- Agent: a person who answers calls.\n- Queue: a row of calls. ",
}

# Each is repeated.
PATTERNS: dict[str, str] = {
    "word": "word ",
    "letter": "a",
    "sentence": "An agent owns the queue. ",
    "sentence lines": "An agent owns the queue.\n\n",
    "commas": "and the queue, of an agent, ",
    "round brackets": "(",
    "square brackets": "[",
    "closing brackets": "]",
    "stars": "*",
    "bold never closed": "**a ",
    "underscores": "_a ",
    "tildes": "~~",
    "backticks": "`",
    "pipes": "|",
    "quote marks": ">",
    "spaced quote marks": "> ",
    "bullets": "- ",
    "bullets of all kinds": "- 1. > ",
    "entities": "&amp;",
    "colons": "a: ",
    "dashes": "a \u2013 b ",
    "see": "See X. ",
    "links": "[a](b) ",
    "links never closed": "[a](",
    "images never closed": "![a](",
    "wiki links": "[[a]] ",
    "wiki links never closed": "[[a",
    "tags": "<div>",
    "tags never closed": "<a ",
    "less than": "<",
    "comments never closed": "<!--",
    "short codes never closed": "{{< a ",
    "Liquid never closed": "{% ",
    "spaces": " ",
    "tabs": "\t",
    "line ends": "\n",
    "spaced line ends": " \n",
    "rules": "---\n",
    "underlines": "=\n",
    "short lines": "Term\n",
    "items": "- a call\n",
    "entries": "- Agent: a person who calls.\n",
    "columns": "aaa   bbb\n",
    "rows": "|a|b|\n",
    "tabbed rows": "a\tb\n",
    "quoted lines": "> a\n",
    "headings": "# a\n",
    "questions": "# a?\n\n",
    "definition lists": "a\n: b\n\n",
    "questions and answers": "Q: a?\nA: b.\n",
    "abbreviations": "Agent (AG) ",
    "full stops": ".",
    "strokes": "a/b ",
    "quotation marks": '"',
    "semicolons": "a; ",
    "percentages": "20% ",
    "negations": "not ",
    "copulas": "is a ",
    "conjunctions": "and ",
    "relative clauses": "that is ",
    "capitals": "A",
    "backslashes": "\\",
    "zero-width spaces": "\u200b",
    "joiners": "\u200d",
    "ideographs": "\u65e5\u672c\u8a9e\u3002",
}
