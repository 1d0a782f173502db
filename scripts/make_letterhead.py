"""Make templates/letterhead.docx: the styles, page, header and footer that every letter takes over.

    python scripts/make_letterhead.py [--force] [FILE]

The letterhead is meant to be changed in Word afterwards, so a file that is there is left alone
unless --force is given. The same script gives the same bytes. Measures are in twips (twentieths of
a point: 567 are a centimetre); the size of letters is in half-points.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from circgen.writers.docx.markup import OFFICE, WORD, encode, escape
from circgen.writers.docx.package import Entry, write
from circgen.writers.docx.picture import DRAWING
from circgen.writers.docx.styles import Role

TARGET = Path(__file__).parent.parent / "templates" / "letterhead.docx"

# Calibri as in the letters of the Bureau; SimSun and Arial have the Chinese and Arabic letters that
# it lacks. Every Word has all three.
WESTERN, EAST_ASIAN, COMPLEX = "Calibri", "SimSun", "Arial"
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4
SIDE_MARGIN = 1077  # 1.9 cm
TOP_MARGIN = 964  # 1.7 cm
BOTTOM_MARGIN = 907  # 1.6 cm, the footer included
INDENT = 794  # 1.4 cm: where the text of a numbered paragraph begins
DASH_INDENT = 284  # 0.5 cm
GREY = "7F7F7F"
RED = "C00000"

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EN_DASH = "\N{EN DASH}"

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEPT = "<w:keepNext/><w:keepLines/>"
CENTRED = '<w:jc w:val="center"/>'
TOGETHER = "<w:contextualSpacing/>"


def size(half_points: int) -> str:
    """The size of letters of all scripts."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def outline(level: int) -> str:
    """The level in the navigation pane, counted from 0."""
    return f'<w:outlineLvl w:val="{level}"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks. `kept`, `lists` and `frame` come before its spacing in the XML,
    `placed` after it: the order of properties is fixed.
    """  # noqa: D205

    role: str
    before: int = 0
    after: int = 0
    based: str = "Normal"
    kept: str = ""
    list_id: int = 0
    frame: str = ""
    line: str = ""
    placed: str = ""
    letters: str = ""


LISTS = {
    # The style of each list, what stands before its paragraphs, and where their text begins.
    1: (Role.PARAGRAPH, "decimal", "%1", 0),
    2: (Role.RECIPIENT, "bullet", EN_DASH, DASH_INDENT),
    3: (Role.BULLET, "bullet", "\N{BULLET}", INDENT),
    4: (Role.ITEM, "decimal", "%1.", INDENT),
}

BOX = "".join(
    f'<w:{side} w:val="single" w:sz="12" w:space="4" w:color="{RED}"/>'
    for side in ("top", "left", "bottom", "right")
)
LOOKS = (
    Look(
        Role.DRAFT,
        after=160,
        kept="<w:keepNext/>",
        frame=f"<w:pBdr>{BOX}</w:pBdr>",
        placed=CENTRED,
        letters=f'{BOLD}<w:color w:val="{RED}"/>{size(28)}',
    ),
    Look(Role.LETTERHEAD, kept="<w:keepNext/>", letters=BOLD + size(26)),
    Look(Role.DATELINE, before=60, after=120, placed='<w:jc w:val="right"/>'),
    Look(Role.LABEL, before=20, kept="<w:keepNext/>", letters=BOLD),
    Look(Role.VALUE, before=20),
    Look(Role.RECIPIENT, before=0, list_id=2),
    Look(Role.SUBJECT, before=20, kept="<w:keepLines/>", letters=BOLD),
    Look(Role.SALUTATION, before=160, kept="<w:keepNext/>", placed=TOGETHER),
    Look(Role.PARAGRAPH, before=100, list_id=1),
    Look(Role.CONTINUATION, before=60),
    Look(Role.BULLET, before=20, list_id=3),
    Look(Role.ITEM, before=40, list_id=4),
    Look(Role.CLOSING, before=160, kept=KEPT),
    Look(Role.SIGNED, before=120, after=120, kept=KEPT),
    Look(Role.SIGNATURE, kept=KEPT),
    Look(Role.ANNEX_NOTE, before=200),
    Look(
        Role.ANNEX_HEADING,
        after=120,
        kept=KEPT + "<w:pageBreakBefore/>",
        placed=CENTRED + outline(0),
        letters=BOLD + size(24),
    ),
    Look(Role.ANNEX_TITLE, after=180, kept=KEPT, placed=CENTRED, letters=BOLD + size(24)),
    Look(Role.ANNEX_TEXT, before=60, after=60),
    Look(
        Role.HEADING_1, before=240, after=60, kept=KEPT, placed=outline(0), letters=BOLD + size(24)
    ),
    Look(Role.HEADING_2, before=180, after=60, kept=KEPT, placed=outline(1), letters=BOLD),
    Look(Role.HEADING_3, before=120, after=60, kept=KEPT, placed=outline(2), letters=ITALIC),
    Look(Role.TABLE_HEADING, before=40, after=40, kept="<w:keepNext/>", letters=BOLD),
    Look(Role.TABLE_TEXT, before=40, after=40),
    Look(Role.TABLE_END, line=' w:line="160" w:lineRule="exact"', letters=size(2)),
    Look("header", placed=CENTRED, letters=size(20)),
    Look(Role.RUNNING_HEAD, after=240, based="header"),
    Look("footer", placed=CENTRED, letters=size(18)),
    Look(
        Role.FOOTER,
        based="footer",
        frame=f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="{GREY}"/></w:pBdr>',
    ),
)
LETTERS = (
    (Role.STRONG, BOLD),
    (Role.EMPHASIS, ITALIC),
    (Role.STRONG_EMPHASIS, BOLD + ITALIC),
    (Role.LINK, '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
)


def style_id(name: str) -> str:
    """The id that an English Word would choose: "heading 1" is Heading1."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def style(kind: str, name: str, based: str, properties: str) -> str:
    """A style that people see and use."""
    own = ' w:customStyle="1"' if name.startswith("Circular") else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(based)}"/><w:qFormat/>{properties}</w:style>'
    )


def paragraph_style(look: Look) -> str:
    """The style of a kind of paragraph."""
    numbering = f'<w:numPr><w:numId w:val="{look.list_id}"/></w:numPr>' if look.list_id else ""
    spacing = f'<w:spacing w:before="{look.before}" w:after="{look.after}"{look.line}/>'
    letters = f"<w:rPr>{look.letters}</w:rPr>" if look.letters else ""
    return style(
        "paragraph",
        look.role,
        look.based,
        f"<w:pPr>{look.kept}{numbering}{look.frame}{spacing}{look.placed}</w:pPr>{letters}",
    )


def table_styles() -> str:
    """The reference table has no lines and begins at the margin; annex tables have both."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return style(
        "table",
        Role.REFERENCE_TABLE,
        "Normal Table",
        '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        # The subject, set off from what is above it.
        '<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcMar><w:top w:w="80" w:type="dxa"/>'
        "</w:tcMar></w:tcPr></w:tblStylePr>",
    ) + style(
        "table",
        Role.TABLE,
        "Normal Table",
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr>',
    )


def styles() -> str:
    """The part word/styles.xml."""
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{WESTERN}" w:eastAsia="{EAST_ASIAN}" w:hAnsi="{WESTERN}"'
        f' w:cs="{COMPLEX}"/>{size(22)}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        # Word's own hundreds of styles stay out of sight until someone asks for one.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="NormalTable">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
        + "".join(paragraph_style(look) for look in LOOKS)
        + "".join(
            style("character", role, "Default Paragraph Font", f"<w:rPr>{letters}</w:rPr>")
            for role, letters in LETTERS
        )
        + table_styles()
        + "</w:styles>"
    )


def numbering() -> str:
    """The part word/numbering.xml: one list for each style that has one."""
    abstract, instances = [], []
    for number, (role, kind, mark, indent) in LISTS.items():
        # Lines of a numbered paragraph go back to the margin, those of a list hang.
        place = (
            f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
            if indent
            else f'<w:tabs><w:tab w:val="num" w:pos="{INDENT}"/></w:tabs>'
            '<w:ind w:left="0" w:firstLine="0"/>'
        )
        abstract.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5C1C000{number}"/>'
            f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{kind}"/><w:pStyle w:val="{style_id(role)}"/>'
            f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr>{place}</w:pPr>'
            "</w:lvl></w:abstractNum>"
        )
        instances.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    return f"<w:numbering {NAMESPACES}>{''.join(abstract + instances)}</w:numbering>"


def paragraph(name: str, contents: str) -> str:
    """A paragraph in the style of this name."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(name)}"/></w:pPr>{contents}</w:p>'


def words(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def document() -> str:
    """The part word/document.xml: a line for each style, which letters replace, and the page."""
    shown = "".join(
        paragraph(look.role, words(look.role))
        for look in LOOKS
        if look.role not in ("header", "footer", Role.RUNNING_HEAD, Role.FOOTER, Role.TABLE_END)
    )
    return (
        f"<w:document {NAMESPACES}><w:body>{shown}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP_MARGIN}" w:right="{SIDE_MARGIN}" w:bottom="{BOTTOM_MARGIN}"'
        f' w:left="{SIDE_MARGIN}" w:header="567" w:footer="454" w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def header() -> str:
    """The part word/header1.xml, for all pages but the first: "– 2 –" over the running head."""
    page = f'<w:fldSimple w:instr=" PAGE ">{words("2")}</w:fldSimple>'
    number = words(f"{EN_DASH} ") + page + words(f" {EN_DASH}")
    return (
        f"<w:hdr {NAMESPACES}>{paragraph('header', number)}"
        f"{paragraph(Role.RUNNING_HEAD, words(Role.RUNNING_HEAD))}</w:hdr>"
    )


def footer() -> str:
    """The part word/footer1.xml, for the first page: the Union's address."""
    return f"<w:ftr {NAMESPACES}>{paragraph(Role.FOOTER, words(Role.FOOTER))}</w:ftr>"


def settings() -> str:
    """The part word/settings.xml."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{INDENT}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        # Without it Word opens the letter in the compatibility mode of Word 2007.
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def fonts() -> str:
    """The part word/fontTable.xml."""
    listed = "".join(f'<w:font w:name="{name}"/>' for name in (WESTERN, EAST_ASIAN, COMPLEX))
    return f"<w:fonts {NAMESPACES}>{listed}</w:fonts>"


def theme() -> str:
    """The part word/theme/theme1.xml: Word wants one, though no style here refers to it."""
    shown = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "44546A",
        "lt2": "E7E6E6",
        "accent1": "4472C4",
        "accent2": "ED7D31",
        "accent3": "A5A5A5",
        "accent4": "FFC000",
        "accent5": "5B9BD5",
        "accent6": "70AD47",
        "hlink": "0563C1",
        "folHlink": "954F72",
    }
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in shown.items()
    )
    font = f'<a:latin typeface="{WESTERN}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    # Three of each: for subtle, moderate and intense.
    return (
        f'<a:theme xmlns:a="{DRAWING}/main" name="Circular"><a:themeElements>'
        f'<a:clrScheme name="Circular">{colours}</a:clrScheme><a:fontScheme name="Circular">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Circular"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + f'<a:ln w="6350">{fill}</a:ln>' * 3
        + "</a:lnStyleLst><a:effectStyleLst>"
        + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        + f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def relations(*lines: tuple[str, str]) -> str:
    """A `.rels` part from types and targets."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(lines, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def letterhead() -> bytes:
    """The whole DOCX."""
    related = {
        "styles": ("styles.xml", styles()),
        "numbering": ("numbering.xml", numbering()),
        "settings": ("settings.xml", settings()),
        "fontTable": ("fontTable.xml", fonts()),
        "theme": ("theme/theme1.xml", theme()),
        "header": ("header1.xml", header()),
        "footer": ("footer1.xml", footer()),
    }
    core, extended = "docProps/core.xml", "docProps/app.xml"
    extended_type = f"{OFFICE.removesuffix('/relationships')}/extended-properties"
    overrides = {
        "word/document.xml": f"{TYPES}.document.main+xml",
        **{f"word/{name}": f"{TYPES}.{kind}+xml" for kind, (name, _) in related.items()},
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        core: "application/vnd.openxmlformats-package.core-properties+xml",
        extended: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        + "</Types>",
        "_rels/.rels": relations(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", core),
            (f"{OFFICE}/extended-properties", extended),
        ),
        core: f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>',
        extended: f'<Properties xmlns="{extended_type}"/>',
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(
            *((f"{OFFICE}/{kind}", name) for kind, (name, _) in related.items())
        ),
        **{f"word/{name}": part for name, part in related.values()},
    }
    return write(Entry.of(name, encode(DECLARATION + part)) for name, part in parts.items())


def main() -> int:
    """Write the file; 1 when there is one already."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=TARGET)
    parser.add_argument("--force", action="store_true", help="overwrite the file if it is there")
    options = parser.parse_args()
    if options.file.exists() and not options.force:
        print(f"{options.file} is there already; --force overwrites it", file=sys.stderr)
        return 1
    options.file.write_bytes(letterhead())
    return 0


if __name__ == "__main__":
    sys.exit(main())
