"""Holds a PDF file from standard input to the rules of PDF/UA-1 (ISO 14289-1) that concern text on a page; clause numbers in brackets.

Two opinions: the package pdfua, and the rules below, which it lacks. With a word as argument the file is damaged first, to see whether
that is noticed. Prints what is wrong, one finding a line; exit code 1 when there are any.
"""
import io
import sys
import tempfile

import pdfua
import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARD = set("Document Part Sect Div P H1 H2 H3 L LI Lbl LBody Table TR TH TD Span Link Figure NonStruct".split())
PAINTING = set("Tj TJ ' \" f F f* B B* b b* S s Do sh EI".split())


def elements(node, path=()):
    """Every element of the structure tree with the names of those above it."""
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            names = (*path, str(kid.S)[1:])
            yield kid, names
            yield from elements(kid, names)


def contents_of(element, page):
    """Numbers of the marked contents that an element holds on a page."""
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/MCID" in kid:
            yield int(kid.MCID)
        elif not isinstance(kid, Dictionary):
            yield int(kid)


def catalogue(pdf):
    root = pdf.Root
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "[7.1] Suspects is set"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "[7.1] the title is not displayed"
    with pdf.open_metadata() as about:
        if about.get("pdfuaid:part") != "1":
            yield "[5] does not say that it is PDF/UA-1"
        if not about.get("dc:title"):
            yield "[7.1] dc:title is missing"
    for name, clause in (("/OCProperties", "7.10"), ("/AcroForm", "7.18")):
        if name in root:
            yield f"[{clause}] {name} where none is expected"
    if pdf.is_encrypted:
        yield "[7.16] encrypted"
    if not str(root.get("/Lang", "")).split("-")[0].isalpha():
        yield "[7.2] no language"


def structure(pdf):
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        yield "[7.1] no structure"
        return
    for name, meant in root.get("/RoleMap", {}).items():
        if name[1:] in STANDARD or str(meant)[1:] not in STANDARD:
            yield f"[7.1] {name} is taken for {meant}"
    last, page = 0, pdf.pages[0].obj
    held = []
    for element, path in elements(root):
        if path[-1] not in STANDARD:
            yield f"[7.1] {path[-1]} is no standard name"
        if path[-1].startswith("H"):
            level = int(path[-1][1:])
            if level > last + 1:
                yield f"[7.4.2] {path[-1]} after level {last}"
            last = level
        here = list(contents_of(element, page))
        if here and path[-1] in ("Document", "Part", "Sect", "L", "Table"):
            yield f"[7.1] {path[-1]} holds text itself"
        held += here
    yield from unmarked(page)
    if last == 0:
        yield "[7.4.2] no heading"
    marked = sorted(int(entry.MCID) for entry in marks(page))
    if sorted(held) != marked:
        yield f"[7.1] the structure names the contents {sorted(held)}, the page has {marked}"


def marks(page):
    """Properties of all marked contents of a page that have a number."""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
            yield operands[1]


def unmarked(page):
    """What is painted and neither text of the structure nor marked as decoration."""
    depth = 0
    for _, operator in pikepdf.parse_content_stream(page):
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
        if depth == 0 and str(operator) in PAINTING:
            yield f"[7.1] {operator} outside of marked content"


def fonts(pdf):
    for page in pdf.pages:
        for name, font in page.Resources.get("/Font", {}).items():
            if font.Subtype != Name.Type0:
                yield f"[7.21] {name} is {font.Subtype}"
                continue
            below = font.DescendantFonts[0]
            about = below.FontDescriptor
            if not {"/FontFile2", "/FontFile3"} & set(about.keys()):
                yield f"[7.21.4.1] {name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"[7.21.7] {name}: which letters these are is not said"
            elif any(bad in font.ToUnicode.read_bytes().upper() for bad in (b"<0000>\n", b"<FEFF>", b"<FFFE>")):
                yield f"[7.21.7] {name}: a letter is read as nothing"
            if below.Subtype == Name.CIDFontType2 and below.get("/CIDToGIDMap") is None:
                yield f"[7.21.3.2] {name}: CIDToGIDMap is missing"
            order, wanted = below.CIDSystemInfo, ("Adobe", "Identity")
            if font.Encoding not in (Name("/Identity-H"), Name("/Identity-V")) or (str(order.Registry), str(order.Ordering)) != wanted:
                yield f"[7.21.3.1] {name}: encoding"
        yield from glyphs(page)
        if page.get("/Annots") and page.get("/Tabs") != Name.S:
            yield "[7.18.3] order of tabs"


def glyphs(page):
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) not in ("Tj", "TJ"):
            continue
        texts = operands[0] if str(operator) == "TJ" else operands
        for text in texts:
            if isinstance(text, pikepdf.String) and b"\0\0" in [bytes(text)[at:at + 2] for at in range(0, len(bytes(text)), 2)]:
                yield "[7.21.8] a letter that the typeface lacks"


def other_opinion(given):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(given)
        file.flush()
        for finding in pdfua.validate(file.name).findings:
            yield f"{finding.rule_id}: {finding.message}"


def damage(pdf, what):
    root = pdf.Root
    if what == "language":
        del root.Lang
    elif what == "title":
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            del about["dc:title"]
    elif what == "claim":
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            del about["pdfuaid:part"]
    elif what == "display":
        del root.ViewerPreferences
    elif what == "marks":
        root.MarkInfo.Marked = False
    elif what == "structure":
        del root.StructTreeRoot
    elif what == "heading":
        next(element for element, path in elements(root.StructTreeRoot) if path[-1] == "H1").S = Name.H3
    elif what == "order":
        first = next(element for element, path in elements(root.StructTreeRoot) if list(contents_of(element, None)))
        first.K = Array()
    elif what in ("font", "letters"):
        for font in pdf.pages[0].Resources.Font.values():
            if what == "letters":
                del font["/ToUnicode"]
            else:
                about = font.DescendantFonts[0].FontDescriptor
                for name in {"/FontFile2", "/FontFile3"} & set(about.keys()):
                    del about[name]
    elif what == "untagged":
        page = pdf.pages[0]
        page.contents_add(b"0 0 10 10 re f")
    else:
        sys.exit(f"unknown damage: {what}")


def main():
    given = sys.stdin.buffer.read()
    pdf = pikepdf.open(io.BytesIO(given))
    if len(sys.argv) > 1:
        damage(pdf, sys.argv[1])
        changed = io.BytesIO()
        pdf.save(changed)
        given = changed.getvalue()
        pdf = pikepdf.open(io.BytesIO(given))
    findings = [*catalogue(pdf), *structure(pdf), *fonts(pdf), *other_opinion(given)]
    print("\n".join(findings))
    sys.exit(1 if findings else 0)


main()
