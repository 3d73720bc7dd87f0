"""The addresses of the nine chapters, and where the script of their pages leads each of them."""

import html
import json
import re
from functools import cache
from pathlib import Path

from nodejs import run_body
from sitebuild import ROOT

ADDRESSES = json.loads(Path(__file__).with_name("addresses.json").read_text("utf-8"))
CHAPTERS = [page for page in ADDRESSES if page[9:11].isdigit()]
SCRIPT = ROOT / "ptcode" / "static" / "moved.js"
TAG = re.compile(r'<script src="[^"]*assets/moved\.js\?[^>]*>')
TOLD = re.compile(r' data-(page|moved)="([^"]*)"')
LED = """const { runInNewContext } = await import("node:vm");
const { readFileSync } = await import("node:fs");
const source = readFileSync(input.script, "utf-8");
return input.hashes.map((hash) => {
  let to = null;
  const location = { hash, search: input.query, replace: (address) => { to = address; } };
  const document = { currentScript: { dataset: input.dataset } };
  runInNewContext(source, { document, location, addEventListener() {} });
  return to;
});"""


@cache
def told(path):
    """What the tag of the script tells it on a page; nothing where the page has none."""
    tag = TAG.search(path.read_text("utf-8"))
    return {name: html.unescape(text) for name, text in TOLD.findall(tag[0])} if tag else {}


def asked(dataset, hashes, script=SCRIPT, query=""):
    """What the script makes the address, told this by its tag; None where it stays."""
    told = {"script": str(script), "dataset": dataset, "hashes": hashes, "query": query}
    return run_body(LED, told)


def led(site, page, hashes):
    """Where these parts of an old page are now: (file, part); the script of the site is asked."""
    dataset, path = told(site / page), site / page
    if not dataset:
        return [(path, each.removeprefix("#")) for each in hashes]
    found = zip(asked(dataset, hashes, site / "assets" / "moved.js"), hashes, strict=True)
    places = [(page.rpartition("/")[2] + one if to is None else to) for to, one in found]
    parts = [place.partition("#") for place in places]
    return [(path.with_name(name or path.name), part) for name, _, part in parts]
