"""DOCX files made by hand, as small as they can be: only what a test is about stands in them."""

import io
import zipfile

from circgen.readers.docx import read_docx

TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
}
OTHERS = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "future": "http://example.org/not-known-to-anybody",
}
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
FILE = "letter.docx"


def r(text, properties=""):
    """A run; spaces at its ends are kept."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content, properties=""):
    """A paragraph: texts that aren't markup become runs."""
    inner = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def tbl(*rows):
    """A table of rows that are markup, `tr(...)`."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(*blocks, properties=""):
    inner = "".join(each if each.startswith("<") else p(each) for each in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def root(name, content, names=TRANSITIONAL):
    """A whole part: `root("w:styles", "…")`."""
    spaces = "".join(f' xmlns:{key}="{uri}"' for key, uri in (names | OTHERS).items())
    return f"<{name}{spaces}>{content}</{name}>"


def relations(*each):
    """Of (id, kind, target), or (id, kind, target, "External")."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{TRANSITIONAL["r"]}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode[0]}"' if mode else "")
        + "/>"
        for name, kind, target, *mode in each
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>'


def content_types(main="word/document.xml", kind=DOCUMENT_TYPE):
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )


def entries(body, names=TRANSITIONAL, margins=None, **parts):
    """The files of a document, by name.

    `parts` are what stands in `styles`, `numbering`, `settings`, `footnotes` and `endnotes`;
    `margins` are the headers and footers by the id of their relation: `{"h1": "w:hdr …"}`.
    """
    margins = margins or {}
    related = [(kind, kind, f"{kind}.xml") for kind in parts]
    related += [
        (name, "header" if part.startswith("<w:hdr") else "footer", f"{name}.xml")
        for name, part in margins.items()
    ]
    files = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*related),
        "word/document.xml": root("w:document", f"<w:body>{body}</w:body>", names),
    }
    files |= {f"word/{name}.xml": part for name, part in margins.items()}
    return files | {f"word/{k}.xml": root(f"w:{k}", part, names) for k, part in parts.items()}


def zipped(files):
    """A ZIP file of texts and bytes by name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body, **parts):
    return zipped(entries(body, **parts))


def sheet(body, **parts):
    """A document with that body, as it is read."""
    return read_docx(docx(body, **parts), FILE)


def shown(body, **parts):
    """The texts of its lines."""
    return [line.text for line in sheet(body, **parts).lines]


def numbered(body, **parts):
    """Its lines with their numbers: `4. text`, as they are seen."""
    return [f"{line.mark} {line.text}" for line in sheet(body, **parts).lines]
