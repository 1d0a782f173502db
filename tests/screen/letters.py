"""A little letter in any language, for the tests of the screen."""

from circgen.document import (
    Circular,
    Entry,
    Fact,
    ItemList,
    NumberedParagraph,
    Paragraph,
    Properties,
    Run,
)


def fact(text, path="number"):
    return Run(text, fact=Fact("text", path, text, text))


def letter(direction="ltr", **parts):
    """Letterhead, one label and one paragraph, where `parts` don't say otherwise."""
    made = Circular(
        language="x",
        direction=direction,
        properties=Properties("", "", None, "", ""),
        draft=None,
        letterhead=("UNION",),
        dateline=(Run("Geneva"),),
        reference=(Entry("ref", "Ref:", ((Run("Circular "), fact("81")),)),),
        recipients=(),
        subject=Entry("subject", "Subject:", ((Run("Ninth meeting"),),)),
        salutation=((Run("Dear"),),),
        paragraphs=(numbered("opening", 1, "One two three four five six"),),
        closing=(Run("Yours"),),
        signature=(),
        annex_note=(),
        annexes=(),
        running_head="",
        footer="",
    )
    return made._replace(**parts)


def numbered(id_, number, text, *items):
    blocks = [Paragraph((Run(text),))]
    if items:
        blocks.append(ItemList(tuple((Run(item),) for item in items)))
    return NumberedParagraph(id_, number, tuple(blocks))


def texts(rows):
    return ["".join(span.text for span in row) for row in rows]
