"""The styles and lists of the letterhead that make_letterhead.py makes.

Measures are in twips (twentieths of a point: 567 are a centimetre); the size of letters is in
half-points.
"""

from __future__ import annotations

from dataclasses import dataclass

from circgen.writers.docx.markup import OFFICE, WORD
from circgen.writers.docx.styles import Role

# Calibri as in the letters of the Bureau; SimSun and Arial have the Chinese and Arabic letters that
# it lacks. Every Word has all three.
WESTERN, EAST_ASIAN, COMPLEX = "Calibri", "SimSun", "Arial"
INDENT = 794  # 1.4 cm: where the text of a numbered paragraph begins
DASH_INDENT = 284  # 0.5 cm
GREY = "7F7F7F"
RED = "C00000"

NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
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
