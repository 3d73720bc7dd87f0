"""Fonts cut down to the characters the book uses, as data URIs.

Inside the style sheet they are there before the first line is drawn, so no text ever moves, and a
page opened from disk may use them.
"""

import hashlib
import html
import io
import logging
import re
from base64 import b64encode
from collections import defaultdict
from itertools import chain

from fontTools import subset
from fontTools.ttLib import TTFont

from ptcode.site import small

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells every table it cuts

ASCII = set(map(chr, range(32, 127)))
# Made by tools/fonts.py; the licence reserves the name of the original.
TEXT_FAMILY = "Chain Rule Serif"
SIGN_FAMILY = "Chain Rule Signs"
# The least and the greatest weight of each style. Three words of the book are bold and italic: for
# these, the browser thickens, and every page is 11 KB lighter.
STYLES = {"normal": (400, 700), "italic": (400, 400)}
SCRIPTS = ("latin", "latin-ext", "greek")
# Fractions and local forms would bring glyphs of their own, which no page asks for.
FEATURES = ["kern", "liga", "mark"]
# A mark, such as the bar of an adjoint, is drawn by the face of the letter that it stands on.
MARKS = {"\u0304"}
# Of OpenType's GPOS: a table of pairs, where its two forms hold them, and that an advance varies.
PAIRS, RECORDS, VARYING = 2, {1: "PairValueRecord", 2: "Class2Record"}, 0x40
OFFERED = "πΔ"  # a key of every typed field, and the names of rise and run
TAG = re.compile(r"<(/?)(\w+)[^>]*>")
MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
CLASS = re.compile(r'class="([^"]*)"')
BOLD = re.compile(r"font-weight:(?:700|bold)")
CONTENT = re.compile(r'content:\s*"([^"\\]*)"')
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
KATEX_FACE = re.compile(r"@font-face\{([^}]*)\}")


def characters(page):
    """The characters of a page: outside its formulas, and inside, by the classes around them."""
    outside, inside = set(), defaultdict(set)
    around, at = [], 0
    page = MATHML.sub("", page)
    for tag in TAG.finditer(page):
        text = html.unescape(page[at : tag.start()])
        at = tag.end()
        for name in chain.from_iterable(around):
            inside[name].update(text)
        if not around:
            outside.update(text)
        if tag[2] == "span" and tag[1]:
            del around[-1:]
        elif tag[2] == "span" and (around or 'class="katex-html"' in tag[0]):
            named = CLASS.search(tag[0])
            around.append(named[1].split() if named else [])
    outside.update(page[at:])
    return outside, inside


def written(script):
    """The signs that a script can write on a page, the escaped ones too, and letters it offers.

    Of its other letters, those the parser reads would weigh 7 KB, for readers who type a ζ.
    """
    text = ESCAPE.sub(lambda code: chr(int(code[1], 16)), script)
    return {one for one in text if not one.isalpha() or one in OFFERED}


def content(style):
    """The signs that a style sheet writes on a page."""
    return set().union(*CONTENT.findall(style))


def cut(path, wanted, cache):
    """A font with only the wanted characters, as a data URI; nothing if it has none of them."""
    asked = "".join(sorted(wanted)) + repr((FEATURES, RECORDS, VARYING, small.SIGNS))
    key = hashlib.sha256(path.read_bytes() + asked.encode()).hexdigest()[:24]
    stored = cache / f"{key}.woff2"
    if not stored.exists():
        cache.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(cut_bytes(path, wanted))
    content = stored.read_bytes()
    return f"data:font/woff2;base64,{b64encode(content).decode()}" if content else ""


def cut_bytes(path, wanted):
    """The bytes of the reduced font, the same at every build."""
    font = TTFont(path, recalcTimestamp=False)
    signs = small.made_by(characters_of(font)) & wanted
    kept = (characters_of(font) | signs) & wanted
    if not kept:
        return b""
    if signs:
        small.add_to(font, signs)
    options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(kept))
    steady_kerning(font)
    subsetter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def steady_kerning(font):
    """Kern every weight like the regular one: how kerning varies is a tenth of the font."""
    lookups = font["GPOS"].table.LookupList.Lookup if "GPOS" in font else []
    for table in (table for lookup in lookups for table in lookup.SubTable):
        pairs = getattr(table, "ExtSubTable", table)
        if pairs.LookupType != PAIRS:
            continue
        sets = pairs.PairSet if pairs.Format == 1 else pairs.Class1Record
        for pair in chain.from_iterable(vars(some)[RECORDS[pairs.Format]] for some in sets):
            vars(pair.Value1).pop("XAdvDevice", None)
        pairs.ValueFormat1 &= ~VARYING


def text_font(script, style):
    """The name of a file in static/fonts."""
    return f"chain-rule-serif-{script}-{style}.woff2"


def text_faces(folder, wanted, cache):
    """The font-face rules of the book's text; each file serves what those before it lack."""
    rules = []
    for style, weights in STYLES.items():
        missing = wanted | ASCII
        for script in SCRIPTS:
            path = folder / text_font(script, style)
            if missing - MARKS and (uri := cut(path, missing, cache)):
                served = missing & covered(path)
                missing -= served - MARKS
                rules.append(
                    f'@font-face{{font-family:"{TEXT_FAMILY}";font-style:{style};'
                    f"font-weight:{weights[0]} {weights[1]};"
                    f"unicode-range:{','.join(f'U+{ord(one):X}' for one in sorted(served))};"
                    f"src:url({uri})}}"
                )
    return rules


def sign_face(path, wanted, cache):
    """The font-face rule of the signs that a font of formulas lends to the text."""
    served = wanted & (set("✓□") | small.SIGNS.keys()) & covered(path)
    ranges = ",".join(f"U+{ord(one):X}" for one in sorted(served))
    return (
        f'@font-face{{font-family:"{SIGN_FAMILY}";font-weight:400 700;'
        f"unicode-range:{ranges};src:url({cut(path, served, cache)})}}"
    )


def covered(path):
    """The characters that a font has once it is cut."""
    characters = characters_of(TTFont(path))
    return characters | small.made_by(characters)


def characters_of(font):
    """The characters that a font has."""
    return set(map(chr, font.getBestCmap()))


def katex_faces(katex_css, rules, folder, inside, symbols, cache):
    """The font-face rules of the formulas, each font with what the kept rules set in it.

    The text falls back on the main font for symbols, such as ≤ and →.
    """
    faces = []
    for face in KATEX_FACE.findall(katex_css):
        family, bold, italic, file = described(face)
        wanted = set().union(*(inside[name] for name in classes_in(rules, family, bold, italic)))
        if file == "KaTeX_Main-Regular.woff2":
            wanted |= set().union(symbols, *inside.values())
        if wanted and (folder / file).exists() and (uri := cut(folder / file, wanted, cache)):
            faces.append(f"@font-face{{{re.sub(r'src:[^;}]*', f'src:url({uri})', face)}}}")
    return faces


def described(face):
    """Family, boldness, slant and file of a KaTeX font-face rule."""
    family = re.search(r'font-family:"?(\w+)', face)[1]
    bold = BOLD.search(face) is not None
    return family, bold, "italic" in face, re.search(r"fonts/([\w-]+\.woff2)", face)[1]


def classes_in(rules, family, bold, italic):
    """The classes whose text is set in a font of this family, weight and slant."""
    for selectors, body in re.findall(r"([^{}]*)\{([^{}]*)\}", rules):
        if family in body and (BOLD.search(body) is not None, "italic" in body) == (bold, italic):
            for selector in selectors.split(","):
                yield re.findall(r"\.([\w-]+)", selector)[-1]
