"""The peer: docxtpl, used as its manual says. Facts with ready texts go in, a DOCX comes out.

    peer.py TEMPLATE FACTS OUT                 one document
    peer.py FOLDER OF TEMPLATES FACTS FOLDER OUT FOLDER    one for each facts file, in one process

In the second form the facts of an edition are `NAME.LANGUAGE.yaml` and its template is
`LANGUAGE.docx`. Nothing is imported that a script of this size could do without.
"""

import os
import sys

import yaml
from docxtpl import DocxTemplate
from jinja2 import Environment

# Without escaping, docxtpl loses the paragraphs whose facts hold an ampersand.
ENVIRONMENT = Environment(autoescape=True)


def render(template: DocxTemplate, facts: str, out: str) -> None:
    """Write one document."""
    with open(facts, encoding="utf-8") as file:  # noqa: PTH123  pathlib is slower
        context = yaml.load(file, Loader=yaml.CSafeLoader)
    template.render(context, ENVIRONMENT, autoescape=True)
    template.save(out)


def main(templates: str, facts: str, out: str) -> None:
    """One document, or a folder of them."""
    if not os.path.isdir(facts):  # noqa: PTH112
        render(DocxTemplate(templates), facts, out)
        return
    opened: dict[str, DocxTemplate] = {}  # `render` itself reads the template anew each time
    for name in sorted(os.listdir(facts)):  # noqa: PTH208
        stem, language, _ = name.rsplit(".", 2)
        if language not in opened:
            opened[language] = DocxTemplate(f"{templates}/{language}.docx")
        render(opened[language], f"{facts}/{name}", f"{out}/{stem}.{language}.docx")


main(*sys.argv[1:])
