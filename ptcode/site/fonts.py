"""Fonts cut down to the characters the book uses, as data URIs.

Inside the style sheet they are there before the first line is drawn, so no text ever moves, and a
page opened from disk may use them.
"""

import hashlib
import io
import logging
import re
from base64 import b64encode

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells every table it cuts

ASCII = set(map(chr, range(32, 127)))
TEXT_FAMILY = "Chain Rule Serif"  # the licence reserves the name of the original
WEIGHTS = (400, 700)
TAG = re.compile(r"<(/?)(\w+)[^>]*>")
MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
KATEX_FACE = re.compile(r"@font-face\{([^}]*)\}")


def characters(page):
    """The characters of a page: outside its formulas, and inside them."""
    page = MATHML.sub("", page)
    outside, inside, depth, at = set(), set(), 0, 0
    for tag in TAG.finditer(page):
        (inside if depth else outside).update(page[at : tag.start()])
        at = tag.end()
        if tag[2] == "span" and (depth or 'class="katex-html"' in tag[0]):
            depth += -1 if tag[1] else 1
    outside.update(page[at:])
    return outside, inside


def cut(path, wanted, cache, family=None):
    """A font with only the wanted characters, as a data URI; nothing if it has none of them."""
    key = hashlib.sha256(path.read_bytes() + "".join(sorted(wanted)).encode()).hexdigest()[:24]
    stored = cache / f"{key}.woff2"
    if not stored.exists():
        cache.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(cut_bytes(path, wanted, family))
    content = stored.read_bytes()
    return f"data:font/woff2;base64,{b64encode(content).decode()}" if content else ""


def cut_bytes(path, wanted, family):
    """The bytes of the reduced font."""
    font = TTFont(path)
    covered = {chr(code) for code in font.getBestCmap()} & wanted
    if not covered:
        return b""
    options = subset.Options(flavor="woff2", hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(covered))
    subsetter.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    if family:
        rename(font, family)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def rename(font, family):
    """Give a changed font a name of its own."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = family.replace(" ", "") if record.nameID == 6 else family


def text_faces(folder, wanted, cache):
    """The font-face rules of the book's text."""
    rules = []
    for path in sorted(folder.glob("*.woff2")):
        if uri := cut(path, wanted | ASCII, cache, TEXT_FAMILY):
            style = path.stem.rsplit("-", 1)[1]
            rules.append(
                f'@font-face{{font-family:"{TEXT_FAMILY}";font-style:{style};'
                f"font-weight:{WEIGHTS[0]} {WEIGHTS[1]};{coverage(path, wanted)}src:url({uri})}}"
            )
    return rules


def coverage(path, wanted):
    """The unicode-range of a font that serves beside another one of its family."""
    codes = sorted(code for code in TTFont(path).getBestCmap() if chr(code) in wanted | ASCII)
    return f"unicode-range:{','.join(f'U+{code:X}' for code in codes)};"


def katex_faces(katex_css, rules, folder, wanted, cache):
    """The font-face rules of the formulas: those of the fonts that the kept rules still name."""
    faces = []
    for face in KATEX_FACE.findall(katex_css):
        family, bold, italic, file = described(face)
        path = folder / file
        used = path.exists() and is_used(rules, family, bold, italic)
        if used and (uri := cut(path, wanted, cache)):
            faces.append(f"@font-face{{{re.sub(r'src:[^;}]*', f'src:url({uri})', face)}}}")
    return faces


def described(face):
    """Family, boldness, slant and file of a KaTeX font-face rule."""
    family = re.search(r'font-family:"?(\w+)', face)[1]
    bold = re.search(r"font-weight:(?:700|bold)", face) is not None
    italic = "font-style:italic" in face
    return family, bold, italic, re.search(r"fonts/([\w-]+\.woff2)", face)[1]


def is_used(rules, family, bold, italic):
    """Whether a rule asks for a font of this family, weight and slant."""
    for body in re.findall(r"\{([^{}]*)\}", rules):
        if family in body:
            heavy = re.search(r"font-weight:(?:700|bold)", body) is not None
            slanted = "italic" in body
            if (heavy, slanted) == (bold, italic):
                return True
    return False
