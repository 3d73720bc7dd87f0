"""Outputs that only Python can drive: the still they showed, and how to bring them alive.

Nothing of ipywidgets is left on a page: no state, no script, no dead slider.
"""

import hashlib
import io
import json
import os
import re
from base64 import b64decode
from pathlib import Path

from docutils import nodes
from PIL import Image
from sphinx.transforms import SphinxTransform

from ptcode.site.figures import bundles, mount_in, raw

VIEW = "application/vnd.jupyter.widget-view+json"
SUFFIXES = {"image/svg+xml": ".svg", "image/png": ".png"}
COLOURS = 128
NOTE = "The sliders of this cell need Python: <b>This page</b>, above, opens it as a notebook."
ALT = "What the cell shows before its sliders are moved."


class ShowStills(SphinxTransform):
    """Replace each widget that is not a live figure by its still and a note."""

    default_priority = 110

    def apply(self, **kwargs):
        """Look at every bundle of the page."""
        for node, bundle in bundles(self.document):
            if VIEW in bundle and not mount_in(bundle):
                container = nodes.container(mime_type="text/html")
                container.extend(self.still(bundle[VIEW].astext()))
                container += raw(f'<p class="pt-needs-python">{NOTE}</p>')
                node.children = []
                node += container

    def still(self, view):
        """The picture in a widget's output, written beside the notebook's other pictures."""
        folder = Path(self.env.mystnb_config.output_folder)
        # Not from the notebook that MyST-NB writes: if its outputs were kept, it has no widgets.
        _, script = noted(self.env, self.env.docname).get("ipywidgets_state", ("", {}))
        widgets = json.loads(script.get("body", "{}")).get("state", {})
        model = re.search(r'"model_id": ?"(\w+)"', view)
        for mime_type, data in pictures(widgets, model[1] if model else ""):
            content = data.encode() if mime_type == "image/svg+xml" else few(b64decode(data))
            path = folder / (hashlib.sha256(content).hexdigest() + SUFFIXES[mime_type])
            path.write_bytes(content)
            uri = "/" + Path(os.path.relpath(path, self.app.srcdir)).as_posix()
            return [nodes.image(uri=uri, alt=ALT)]
        return []


def few(png):
    """A plot's PNG in as many colours as it takes: a third of the bytes, to the eye the same."""
    written = io.BytesIO()
    Image.open(io.BytesIO(png)).quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()


def noted(env, page):
    """The scripts that MyST-NB would put on a page, by name: address and attributes."""
    return getattr(env, "nb_metadata", {}).get(page, {}).get("js_files", {})


def pictures(widgets, model):
    """The pictures held by a widget and by the widgets inside it, sharpest first."""
    state = widgets.get(model, {}).get("state", {})
    for output in state.get("outputs", []):
        for mime_type in SUFFIXES:
            if mime_type in output.get("data", {}):
                yield mime_type, "".join(output["data"][mime_type])
    for child in state.get("children", []):
        yield from pictures(widgets, child.removeprefix("IPY_MODEL_"))


def drop_widget_scripts(app, document):
    """Take the widgets' state off the page; MyST-NB would write it into a script."""
    noted(app.env, app.env.docname).clear()


def setup(app):
    """Register the transform."""
    app.add_transform(ShowStills)
    app.connect("doctree-read", drop_widget_scripts)
