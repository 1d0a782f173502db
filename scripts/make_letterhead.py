"""Make templates/letterhead.docx: the styles, page, header and footer that every letter takes over.

    python scripts/make_letterhead.py [--force] [FILE]

The letterhead is meant to be changed in Word afterwards, so a file that is there is left alone
unless --force is given. The same script gives the same bytes. Measures are in twips (twentieths of
a point: 567 are a centimetre); its styles and lists are those of letterhead_styles.py.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from letterhead_styles import (
    COMPLEX,
    EAST_ASIAN,
    EN_DASH,
    INDENT,
    LOOKS,
    NAMESPACES,
    WESTERN,
    numbering,
    style_id,
    styles,
)

from circgen.writers.docx.markup import OFFICE, encode, escape
from circgen.writers.docx.package import Entry, write
from circgen.writers.docx.picture import DRAWING
from circgen.writers.docx.styles import Role

TARGET = Path(__file__).parent.parent / "templates" / "letterhead.docx"

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4
SIDE_MARGIN = 1077  # 1.9 cm
TOP_MARGIN = 964  # 1.7 cm
BOTTOM_MARGIN = 907  # 1.6 cm, the footer included
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


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
