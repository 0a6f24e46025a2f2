"""What is in Markdown but is not Markdown: comments, and the codes of Hugo, Jekyll, Liquid and Docusaurus.

All are taken out before parsing, and leave the line breaks they held, so that line numbers stay.
"""

from __future__ import annotations

import re

__all__ = ["drop_codes", "heading_names"]

_SHORT_CODE = re.compile(r"(?<!`)\{\{[<%]([^{}]*)[>%]\}\}")
_LIQUID_TAG = re.compile(r"(?<!`)\{%([^{}]*)%\}")
_BLOCK_NAME = re.compile(
    r"(?:^|(?<=\S)[ \t]+)\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE
)  # by which Obsidian links to a block
_DOCS = re.compile(
    r"^[ \t]*\{%-?\s*docs\s+(\w+)\s*-?%\}[ \t]*$", re.MULTILINE
)  # a text by its name, as dbt has it
_OUTPUT = re.compile(r"(?<!`)\{\{([^{}]*)\}\}")
_ATTRIBUTES = re.compile(r"\{\s*[:#.][^{}\n]*\}(?=[ \t]*$)", re.MULTILINE)
_NAMED = re.compile(r"\{[^{}\n]*?#([\w.:-]+)[^{}\n]*\}[ \t]*$", re.MULTILINE)
_MODULE = re.compile(
    r"^(?:import\s(?:[^\n]*\sfrom\s+)?['\"][^'\"\n]+['\"]|export\s(?:const|default|function|let)\s[^\n]*);?[ \t]*$",
    re.MULTILINE,
)  # what MDX loads and gives on
_EMOJI = re.compile(r"(?<![\w:`])(?:\\_)*:[a-z]+(?:\\?_[a-z0-9]+)*:(?![\w:`]) ?")
_OPTIONS = re.compile(  # of a directive of MyST, which look like emoji
    r"(?<=\})(?P<rest>[^\n{}]*\n)(?P<options>(?:[ \t]*:[\w-]+:[^\n]*\n)+)"
)
_FENCE = re.compile(r"^[ \t]*(?::::+|(?:!!!|\?\?\?)\+?)(?:[ \t].*|\w.*)?$", re.MULTILINE)
_CALLOUT = re.compile(r"^([ \t]*>[ \t>]*)\[!\w+\][+-]?", re.MULTILINE)
_LONE_ANCHOR = re.compile(r"^([ \t]*<a\s+(?:id|name)\s*=[^<>\n]*?)/?>[ \t]*$", re.MULTILINE | re.IGNORECASE)
_PARAMETER = re.compile(r"""(?<!\w)(\w++)\s*+=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|(\S+))""")
_REFERENCE = re.compile(r"""\s*(?:ref|relref|link|post_url)\s+["']?([^"'\s]+)["']?\s*""")
_LITERAL = re.compile(r"""\s*["']([^"']*)["']""")
_CALL = re.compile(
    r"""\s*\w+\(\s*(["'])(?P<target>[^"']+)\1(?:\s*,\s*(["'])(?P<shown>[^"']+)\3)?[^()]*\)\s*"""
)
_TARGETS = ("term_id", "id", "ref", "href", "url", "link", "path", "term", "slug", "page")


def drop_codes(text: str) -> str:
    """Take comments and codes out of a text; a code that shows a text and a target becomes a link.

    >>> drop_codes('A {{< glossary_tooltip text="vendor" term_id="vendor" >}} is paid.{{< pagebreak >}}')
    'A [vendor](<vendor>) is paid.'
    """
    text = drop_comments(text)
    if "{{" in text:
        text = _OUTPUT.sub(_output, _SHORT_CODE.sub(_replacement, text))
    if "{%" in text:
        text = _DOCS.sub(r"# \1", text)
        text = _LIQUID_TAG.sub(_replacement, text)
    if "{glossary}" in text:
        text = _OPTIONS.sub(lambda found: found["rest"] + "\n" * found["options"].count("\n"), text)
    text = _BLOCK_NAME.sub("", text)
    text = _EMOJI.sub("", _MODULE.sub("", text))
    text = _FENCE.sub("", _ATTRIBUTES.sub("", text))
    return _LONE_ANCHOR.sub(
        r"\1></a>", _CALLOUT.sub(r"\1", text)
    )  # without its end, the next lines would be HTML


def heading_names(text: str) -> dict[int, str]:
    r"""Give the names by which links lead to headings, by line: ``## Foreign-born people {#foreign-born}``.

    >>> heading_names("# A {#start}\n\nText {#no}\n")
    {1: 'start'}
    """
    found: dict[int, str] = {}
    line = done = 0
    for match in _NAMED.finditer(text):
        line, done = line + text.count("\n", done, match.start()), match.start()
        if text.startswith("#", text.rfind("\n", 0, match.start()) + 1):
            found[line + 1] = match[1]
    return found


def drop_comments(text: str) -> str:
    """Take out HTML comments; of one that is never closed only the mark goes, so that no text is lost."""
    pieces: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += (text[done:start], "\n" * text.count("\n", start, end))
        done = end + 3
    return "".join((*pieces, text[done:].replace("<!--", "")))


def _replacement(match: re.Match[str]) -> str:
    """Give what stands in the place of a code: a target, a link, or the line breaks it held."""
    if reference := _REFERENCE.fullmatch(match[1]):
        return reference[1]
    values = {key: a or b or c or d for key, a, b, c, d in _PARAMETER.findall(match[1])}
    target = next((values[key] for key in _TARGETS if values.get(key)), "")
    shown = values.get("text") or (target if values.get("term_id") else "")
    breaks = "\n" * match[0].count("\n")
    return (f"[{shown}](<{target}>)" if shown and target else shown) + breaks


def _output(match: re.Match[str]) -> str:
    """Give the text of a code that prints it: ``{{ "text" }}``, or a link: ``{{Glossary("target", "text")}}``."""
    if call := _CALL.fullmatch(match[1]):
        return f"[{call['shown'] or call['target']}](<{call['target']}>)"
    literal = _LITERAL.match(match[1])
    return (literal[1] if literal else "") + "\n" * match[0].count("\n")
