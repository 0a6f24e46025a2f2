"""Word documents, made part by part: the text of a body goes in, the bytes of a file come out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{{main}}"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""

_ROOT = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""

_LINKS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_R}/numbering" Target="numbering.xml"/>
<Relationship Id="rId9" Type="{_R}/hyperlink" Target="terms.html#queue" TargetMode="External"/>
</Relationships>"""

_CORE = f"""<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{title}}</dc:title></cp:coreProperties>"""

NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"""


def word(
    body: str,
    *,
    styles: str = "",
    language: str = "",
    title: str = "",
    main: str = _MAIN,
    prolog: str = "",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Pack a document whose body, styles and numbering are given as XML."""
    names = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:m="{_MATH}"'
    spoken = f'<w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
    defaults = f"<w:docDefaults>{spoken}</w:docDefaults>"
    parts = {
        "[Content_Types].xml": _TYPES.format(main=main),
        "_rels/.rels": _ROOT,
        "docProps/core.xml": _CORE.format(title=title),
        "word/document.xml": f"{prolog}<w:document {names}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {names}>{defaults if language else ''}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {names}>{NUMBERING}</w:numbering>",
        "word/_rels/document.xml.rels": _LINKS,
    }
    return packed({**{name: text.encode() for name, text in parts.items()}, **(more or {})})


def packed(members: Mapping[str, bytes]) -> bytes:
    """Pack members into a ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def p(runs: str, *, style: str = "", properties: str = "") -> str:
    """Make a paragraph of runs, or of a bare text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs if runs.startswith('<') else r(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Make a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    """Make a run of bold text."""
    return r(text, "<w:b/>")


def item(text: str, number: int = 1, depth: int = 0) -> str:
    """Make an item of a list by its numbering."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str, properties: str = "") -> str:
    """Make a table of rows whose cells a stroke parts."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(map(row, rows))}</w:tbl>"


def row(cells: str) -> str:
    """Make a row of cells that a stroke parts; a row given as XML stays as it is."""
    return cells if cells.startswith("<") else f"<w:tr>{''.join(map(cell, cells.split('|')))}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    """Make a cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def style(identifier: str, name: str, properties: str = "", based_on: str = "", runs: str = "") -> str:
    """Make a style of paragraphs."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )
