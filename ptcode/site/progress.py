"""What a reader has done: a place for it on Start, in the chapters and in the list of chapters.

The places are on the page from the beginning and keep their size; a script fills them from what
this browser remembers. A chapter counts as read when the reader says so: a page that was scrolled
to its end has not been read by that, and this book does not watch.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ptcode.site import figures
from ptcode.site.meanings import chapter_of, name_of
from ptcode.site.sketches import sketch

ASKING = ("question", "exercise")
TOTAL = """
<p class="pt-kept pst-js-only">
  <span class="pt-done-so-far">Nothing is read and no question is answered yet.</span>
  This is kept in this browser and nowhere else.
</p>
"""
PAPER = (
    '<span class="pt-on-paper"><button type="button" class="pt-button">Print this chapter</button> '
    '<label><input type="checkbox" name="solutions"/> with solutions</label></span>'
)
OWN = """
<div class="pt-own pst-js-only">
  <button type="button">Save as a file</button>
  <button type="button">Load a file</button>
  <button type="button" disabled>Forget it all</button>
  <p role="status"></p>
</div>
"""
KEPT = "what-your-browser-keeps"
"""The section that ends in those buttons, on whichever page it stands."""


def asked(env, docname):
    """The ids of the questions and exercises of a page."""
    return [each["id"] for each in figures.on_page(env, docname) if each["kind"] in ASKING]


def place(env, docname):
    """Where a script writes how much of a chapter is done; before that, how much there is."""
    ids = asked(env, docname)
    count = f"{len(ids)} question{'' if len(ids) == 1 else 's'}"
    return (
        f'<span class="pt-progress" data-chapter="{name_of(docname)}" data-asks="{" ".join(ids)}">'
        f"{count}</span>"
    )


class ShowProgress(SphinxPostTransform):
    """Put a place for progress beside each chapter on the map, and at the end of each chapter."""

    default_priority = 8  # MyST resolves links between pages at 9

    def run(self, **kwargs):
        """Look at Start and at the numbered chapters."""
        if self.app.builder.format != "html":
            return
        if self.env.docname == self.app.config.root_doc:
            self.fill_map()
        elif chapter_of(self.env.docname):
            self.document.append(raw(self.checkbox()))
        for section in list(self.document.findall(nodes.section)):
            if KEPT in section["ids"]:
                section.append(raw(OWN))

    def fill_map(self):
        """Add to each row that links a chapter, with its picture, and the total below the table."""
        for table in list(self.document.findall(nodes.table)):
            links = [link for link in table.findall(addnodes.pending_xref) if self.chapter(link)]
            for link in links:
                name = self.chapter(link)
                link.parent["classes"].append("pt-sketched")
                link.parent.insert(0, raw(sketch(name_of(name))))
                link.parent.append(raw(place(self.env, name)))
            if links:
                table.parent.insert(table.parent.index(table) + 1, raw(TOTAL + OWN))

    def chapter(self, link):
        """The numbered chapter that a link leads to, or nothing."""
        name = link.get("reftarget") or ""
        return name if name in self.env.found_docs and chapter_of(name) else ""

    def checkbox(self):
        """The end of a chapter: how many questions are answered, and is it read?"""
        name = name_of(self.env.docname)
        return (
            '<p class="pt-end pst-js-only"><label>'
            f'<input type="checkbox" name="read" data-read="{name}"/> I have read this chapter'
            f"</label>{place(self.env, self.env.docname)}{PAPER}</p>"
        )


def raw(text):
    """HTML as it stands."""
    return nodes.raw("", text, format="html")


def rewrite(app, env):
    """When a chapter asks something else than before, Start is written again."""
    now = {name: asked(env, name) for name in env.found_docs if chapter_of(name)}
    before = getattr(env, "ptcode_asked", now)
    env.ptcode_asked = now
    return [app.config.root_doc] if now != before else []


def setup(app):
    """Connect to Sphinx."""
    app.connect("env-updated", rewrite)
    app.add_post_transform(ShowProgress)
